// SPDX-License-Identifier: GPL-3.0-or-later
// All that anybody asks of a packet, and what must hold for every packet whatsoever.
#pragma once
#include "dissect/find.h"
#include "dissect/program.h"
#include "fuzz/fuzz_input.h"

namespace sallyport::fuzz {

/// Every node lies in its bytes and under an earlier node; every layer lies in its source.
inline void check_ranges(const Dissection& t) {
    for (auto& l : t.layers)
        must(l.start <= l.header_end && l.start <= l.end && l.end <= t.bytes_of(l.source).size(), "layers lie in the bytes");
    for (std::size_t i = 0; i < t.nodes.size(); i++) {
        auto& n = t.nodes[i];
        must(std::uint64_t(n.at) + n.length <= t.bytes_of(n.source).size(), "nodes lie in the bytes");
        must(n.parent < std::int32_t(i) && n.layer < t.layers.size(), "parents stand before their children");
        must(n.bound < std::int32_t(t.bounds.size()) && n.repeat < std::int32_t(t.repeats.size()), "bounds and repeats exist");
    }
    for (auto& b : t.bounds) must(b.at <= b.end && b.size_from < std::int32_t(t.nodes.size()), "bounds are no shorter than nothing");
}

/// Finding every field by itself gives as many values as the tree has.
inline void check_find(const Dissection& t) {
    static const FindPlan plan = [] {
        std::vector<FieldId> all;
        for (std::size_t i = 0; i < programs().fields().size(); i++) all.push_back(FieldId(i));
        return FindPlan(std::move(all));
    }();
    static Finder finder(plan);
    std::vector<std::size_t> in_tree(programs().fields().size());
    const bool is_cut = t.context.original_length > t.context.bytes.size();
    for (auto& n : t.nodes)
        if (n.error) in_tree[programs().find(is_cut ? "_ws.short" : "_ws.malformed")]++;
    for (auto& n : t.nodes)
        if (n.field && !n.error && !n.is_layer && n.node)
            for (auto id : n.node->field)
                if (id != no_field) in_tree[id]++;
    finder.start(t.context);
    for (std::size_t i = 0; i < plan.wanted().size(); i++) {
        auto& info = programs().fields()[plan.wanted()[i]];
        if (info.is_protocol) continue;
        auto found = finder.values(i).size();
        if (found == in_tree[plan.wanted()[i]]) continue;
        for (auto b : t.context.bytes) std::fprintf(stderr, "%02x", unsigned(b));
        std::fprintf(stderr, "\n%s: the tree has %zu, find gives %zu\n", info.name.c_str(), in_tree[plan.wanted()[i]], found);
        must(false, "find gives what the tree has");
    }
}

inline void check_packet(const PacketContext& packet) {
    static Dissection tree;
    dissect(packet, tree);
    check_ranges(tree);
    for (auto& n : tree.nodes) node_text(tree, n);
    for (std::size_t i = 0; i < tree.layers.size(); i++) layer_title(tree, i);
    PacketSummary from_tree, from_packet;
    summarize(tree, from_tree);
    summarize(packet, from_packet);
    must(from_tree.info == from_packet.info && from_tree.protocol == from_packet.protocol, "a summary is the same with and without a tree");
    check_find(tree);
}

}  // namespace sallyport::fuzz
