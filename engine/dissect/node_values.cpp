// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/node_values.h"
#include <algorithm>

namespace sallyport {

NodeValues NodeValues::of_layer(const Dissection& t, std::size_t layer) {
    auto before = [](const TreeNode& n, std::size_t l) { return n.layer < l; };
    auto first = std::lower_bound(t.nodes.begin(), t.nodes.end(), layer, before);
    auto last = std::lower_bound(first, t.nodes.end(), layer + 1, before);
    return {t, layer, std::size_t(first - t.nodes.begin()), std::size_t(last - t.nodes.begin())};
}

NodeValues NodeValues::of_node(const Dissection& t, std::size_t node) {
    std::size_t last = node + 1;
    while (last < t.nodes.size() && t.nodes[last].parent >= std::int32_t(node)) last++;  // pre-order
    return {t, t.nodes[node].layer, node, last};
}

std::uint64_t NodeValues::number(const Field& f, std::uint64_t missing) const {
    auto* n = find(f, 0);
    return n ? n->value : missing;
}
std::uint64_t NodeValues::number_at(const Field& f, std::size_t occurrence) const {
    auto* n = find(f, occurrence);
    return n ? n->value : 0;
}
std::string NodeValues::text(const Field& f, std::size_t occurrence) const {
    std::string out;
    if (auto* n = find(f, occurrence)) append_value(t_, *n, out);
    else lacks_ = true;
    return out;
}
const char* NodeValues::choice(const Field& f) const {
    auto* n = find(f, 0);
    return n ? choice_text(f.choices, n->value) : nullptr;
}
std::size_t NodeValues::count(const Field& f) const {
    std::size_t n = 0;
    for (std::size_t i = first_; i < last_; i++) n += t_.nodes[i].field == &f;
    return n;
}
Bytes NodeValues::bytes() const {
    auto& l = t_.layers[layer_];
    return t_.bytes_of(l.source).subspan(l.start, l.end - l.start);
}
std::uint32_t NodeValues::payload_size() const { return t_.layers[layer_].end - t_.layers[layer_].header_end; }
std::string NodeValues::around(std::string_view name) const {
    for (int layer = t_.layers[layer_].parent; layer >= 0; layer = t_.layers[std::size_t(layer)].parent) {
        const auto values = of_layer(t_, std::size_t(layer));
        for (std::size_t i = values.first_; i < values.last_; i++) {
            const TreeNode& n = t_.nodes[i];
            if (!n.field || !n.field->name || name != n.field->name) continue;
            std::string out;
            append_value(t_, n, out);
            return out;
        }
    }
    return {};
}

const TreeNode* NodeValues::find(const Field& f, std::size_t occurrence) const {
    for (std::size_t i = first_; i < last_; i++)
        if (t_.nodes[i].field == &f && !occurrence--) return &t_.nodes[i];
    return nullptr;
}

}  // namespace sallyport
