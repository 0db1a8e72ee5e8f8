// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/layer_links.h"

namespace sallyport {
namespace {

const Field* field_of(const Program& program, const ProgramExtent& extent) {
    return extent.kind == layout::Extent::Kind::field && extent.reg ? program.register_fields[extent.reg] : nullptr;
}

/// The value of a field from which `extent` makes `key`.
std::optional<std::uint64_t> before(const ProgramExtent& extent, std::uint64_t key) {
    if (extent.kind != layout::Extent::Kind::field) return key;
    const std::int64_t wanted = std::int64_t(key) - extent.add;
    if (extent.mul == 0 || wanted % extent.mul) return std::nullopt;
    const std::uint64_t value = std::uint64_t(wanted / extent.mul) << extent.shift;
    if (std::uint64_t(extent.apply(value)) != key) return std::nullopt;
    return value;
}

bool is_payload(const ProgramNode& node) { return node.op == layout::Op::payload && node.table >= 0; }

}  // namespace

std::vector<LayerLink> links_between(const Program& parent, const Protocol& child) {
    std::vector<LayerLink> links;
    for (std::size_t i = 0; i < parent.nodes.size(); i++) {
        auto& node = parent.nodes[i];
        if (node.op == layout::Op::ensure) i += node.span - 1;  // what is there instead of it
        if (!is_payload(node)) continue;
        auto& table = programs().table(node.table).name;
        for (auto& line : child.parents) {
            if (table != line.table) continue;
            if (node.key.kind == layout::Extent::Kind::constant && std::uint64_t(node.key.add) != line.value) continue;
            if (auto value = before(node.key, line.value))
                links.push_back({field_of(parent, node.key), field_of(parent, node.other), *value, &line});
        }
    }
    return links;
}

bool can_lie_in(const Program& parent, const Protocol& child) { return !links_between(parent, child).empty(); }

bool can_begin(LinkType link_type, const Protocol& protocol) {
    for (auto& line : protocol.parents)
        if (std::string_view(line.table) == "link" && line.value == std::uint64_t(link_type)) return true;
    return false;
}

bool carries(const Program& program) {
    for (auto& node : program.nodes)
        if (is_payload(node)) return true;
    return false;
}

bool names_child(const LayerLink& link, std::uint64_t value) {
    return link.parent->last ? value >= link.parent->value && value <= link.parent->last : value == link.value;
}

ProtocolId protocol_named(std::string_view name, LinkType link_type, const Program* below, const Program* above) {
    auto& all = programs();
    for (std::size_t i = 0; i < all.size(); i++) {
        auto& program = all[ProtocolId(i)];
        if (name != program.protocol->name || i == all.frame()) continue;
        const bool data = int(i) == all.data();
        const bool stands = below ? data || can_lie_in(*below, *program.protocol) : can_begin(link_type, *program.protocol);
        const bool bears = !above || can_lie_in(program, *above->protocol) ||
                           (above->protocol == all[ProtocolId(all.data())].protocol && carries(program));
        if (stands && bears && !(data && above)) return ProtocolId(i);
    }
    return no_protocol;
}

}  // namespace sallyport
