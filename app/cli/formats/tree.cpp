// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/tree.h"
#include "protocol/protocol.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

/// Depths of nodes in pre-order; nodes that are not to be shown swallow what is inside them.
class Depths {
public:
    static constexpr int unseen = -1;

    int add(std::int32_t parent, bool shown) {
        const int around = parent < 0 ? 0 : opened(parent);
        const bool seen = shown && around != unseen;
        depths_.push_back(seen ? around + 1 : unseen);
        return seen ? around : unseen;
    }
    /// Nothing inside the node that was added last is shown.
    void close() { depths_.back() = unseen; }

private:
    int opened(std::int32_t node) const { return depths_[std::size_t(node)]; }
    std::vector<int> depths_;  // of what is inside the node
};

}  // namespace

std::string_view node_name(const Dissection& dissection, const TreeNode& node) {
    if (node.field && node.field->name && *node.field->name != '@') return node.field->name;
    if (node.is_layer && node.layer < dissection.layers.size()) return all_protocols()[dissection.layers[node.layer].protocol]->name;
    return {};
}

void append_tree(const Dissection& dissection, const std::vector<std::string>& only, std::string& out) {
    Depths depths;
    for (auto& node : dissection.nodes) {
        const int depth = depths.add(node.parent, !node.hidden);
        if (depth == Depths::unseen) continue;
        if (depth == 0 && !only.empty() && std::ranges::find(only, node_name(dissection, node)) == only.end()) depths.close();
        out.append(std::size_t(depth) * 4, ' ');
        out += node_text(dissection, node);
        out += '\n';
    }
}

}  // namespace sallyport::cli
