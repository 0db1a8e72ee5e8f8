// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a layer follow from the rest of the packet.
#pragma once
#include "compose/layer_links.h"
#include "dissect/dissection.h"
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace sallyport {

/// It has a name that people know, and is no error.
bool has_name(const TreeNode& node);
/// It stands in the packet's bytes, in a form that people can write.
bool can_be_set(const TreeNode& node);
/// … wherever its bytes are.
bool can_be_written(const TreeNode& node);

/// Lengths, counts, checksums and the numbers that name the next layer, of one layer: found once, then asked for each field.
class AutomaticFields {
public:
    AutomaticFields(const Dissection& tree, std::size_t layer);  // an index into tree.layers; the tree must outlive it
    bool has(std::int32_t node) const;                           // of that layer

private:
    const Dissection& tree_;
    std::unordered_set<const Field*> sizes_;
    std::unordered_set<std::int32_t> nodes_;
    std::vector<LayerLink> links_;
};

}  // namespace sallyport
