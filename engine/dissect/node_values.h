// SPDX-License-Identifier: GPL-3.0-or-later
// A run of a tree's nodes, as the functions see them that sum up a layer or finish a line.
#pragma once
#include "dissect/dissection.h"
#include "protocol/protocol.h"

namespace sallyport {

/// Something odd about the bytes that has a name, and is no error.
inline bool is_remark(const TreeNode& n) { return n.generated && is_group(n); }

class NodeValues final : public LayerValues {
public:
    static NodeValues of_layer(const Dissection&, std::size_t layer);
    /// The node and those inside it.
    static NodeValues of_node(const Dissection&, std::size_t node);

    bool has(const Field& f) const override { return find(f, 0) != nullptr; }
    std::uint64_t number(const Field& f, std::uint64_t missing) const override;
    std::uint64_t number_at(const Field& f, std::size_t occurrence) const override;
    std::string text(const Field& f, std::size_t occurrence) const override;
    const char* choice(const Field& f) const override;
    std::size_t count(const Field& f) const override;
    Bytes bytes() const override;
    std::uint32_t payload_size() const override;
    std::uint64_t number_in_layer(const Field& f) const override { return of_layer(t_, layer_).number(f, 0); }
    const PacketContext& context() const override { return t_.context; }
    std::uint32_t length() const override { return t_.nodes[first_].length; }
    std::string around(std::string_view name) const override;

    /// The text of a value was asked for that is not there: what was made of it says nothing, and is not to be shown.
    bool lacks() const { return lacks_; }

private:
    NodeValues(const Dissection& t, std::size_t layer, std::size_t first, std::size_t last)
        : t_(t), layer_(layer), first_(first), last_(last) {}
    const TreeNode* find(const Field& f, std::size_t occurrence) const;

    const Dissection& t_;
    std::size_t layer_, first_, last_;  // nodes [first_, last_)
    mutable bool lacks_ = false;
};

}  // namespace sallyport
