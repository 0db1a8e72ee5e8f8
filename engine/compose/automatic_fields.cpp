// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/automatic_fields.h"
#include "dissect/program.h"
#include "protocol/coding.h"
#include "protocol/protocol.h"
#include <algorithm>
#include <string_view>

namespace sallyport {

bool has_name(const TreeNode& n) { return n.field && n.field->name && *n.field->name && *n.field->name != '@' && !n.error && !is_group(n); }

bool can_be_written(const TreeNode& n) {
    if (!n.field || n.error || n.generated || !has_name(n)) return false;
    return !(n.field->coding && n.field->coding->text && !n.field->coding->parse);
}
bool can_be_set(const TreeNode& n) { return n.source == packet_source && can_be_written(n); }

AutomaticFields::AutomaticFields(const Dissection& tree, std::size_t layer) : tree_(tree) {
    auto& program = programs()[tree.layers[layer].protocol];
    for (auto& item : program.nodes) {  // a length or a count, wherever its layout names it
        using layout::Op;
        const bool bounds =
            item.op == Op::value || item.op == Op::group || item.op == Op::part || item.op == Op::repeat || item.op == Op::whole;
        if (bounds && item.size.kind == layout::Extent::Kind::field && item.size.reg) sizes_.insert(program.register_fields[item.size.reg]);
    }
    for (auto& bound : tree.bounds) nodes_.insert(bound.size_from);
    for (auto& list : tree.repeats) nodes_.insert(list.count_from);
    if (layer + 1 < tree.layers.size()) links_ = links_between(program, *programs()[tree.layers[layer + 1].protocol].protocol);
}

bool AutomaticFields::has(std::int32_t index) const {
    auto& n = tree_.nodes[std::size_t(index)];
    if (!can_be_written(n)) return false;
    if (n.field->checksum != Checksum::none || sizes_.count(n.field) || nodes_.count(index)) return true;
    return std::any_of(links_.begin(), links_.end(),
                       [&](auto& link) { return link.key == n.field && !link.other && names_child(link, n.value); });
}

}  // namespace sallyport
