// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/picked_fields.h"
#include "dissect/value_text.h"
#include "formats/columns.h"
#include "formats/tree.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

constexpr std::string_view column_prefix = "_ws.col.";
constexpr std::string_view tree_text = "text";  // tshark's name of nodes that are no fields

std::vector<FieldId> wanted_ids(const std::vector<std::string>& names) {
    std::vector<FieldId> ids;
    for (auto& name : names) {
        const FieldId id = field_registry().find(name);
        if (id == no_field || field_registry().fields()[id].is_protocol) continue;
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    return ids;
}

void append_found(const FoundValue& value, std::string& out) {
    const Coding* coding = value.field->coding;
    const bool is_address = value.field->type == FieldType::ipv4 || value.field->type == FieldType::ipv6;  // its bytes were found
    if (coding && coding->text && !is_address) out.append(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
    else if (value.field->type == FieldType::string) append_text(value.bytes, value.field->utf8, out, Escapes::few);
    else append_plain_value(*value.field, value.number, value.bytes, out);
}

bool is_known(std::string_view name) {
    return name == tree_text || name.starts_with(column_prefix) || field_registry().find(name) != no_field;
}

}  // namespace

std::string_view column_of(std::string_view field) {
    return field.starts_with(column_prefix) ? field.substr(column_prefix.size()) : std::string_view{};
}

std::vector<std::string> unknown_fields(const PrintChoice& choice) {
    std::vector<std::string> out;
    for (auto& name : choice.fields)
        if (!is_known(name)) out.push_back(name);
    return out;
}

PickedFields::Kind PickedFields::kind_of(std::string_view name, FieldId id) {
    if (name.starts_with(column_prefix)) return is_column(column_of(name)) ? Kind::column : Kind::unknown;
    if (name == tree_text) return Kind::text;
    if (id == no_field) return Kind::unknown;
    return field_registry().fields()[id].is_protocol ? Kind::node : Kind::found;
}

PickedFields::PickedFields(const PrintChoice& choice) : time_(choice.time), plan_(wanted_ids(choice.fields)), finder_(plan_) {
    for (auto& name : choice.fields) {
        const FieldId id = field_registry().find(name);
        Pick pick{.name = name, .kind = kind_of(name, id)};
        if (pick.kind == Kind::found) pick.wanted = std::size_t(std::ranges::find(plan_.wanted(), id) - plan_.wanted().begin());
        needs_summary_ |= pick.kind == Kind::column;
        needs_tree_ |= pick.kind == Kind::node || pick.kind == Kind::text;
        picks_.push_back(std::move(pick));
    }
}

void PickedFields::start(const PrintedPacket& packet) {
    packet_ = &packet;
    finder_.start(packet.context);
    if (needs_tree_) dissect(packet.context, dissection_);
    if (needs_summary_) needs_tree_ ? summarize(dissection_, summary_) : summarize(packet.context, summary_);
}

void PickedFields::collect_nodes(Pick& pick) {
    pick.nodes.clear();
    for (std::size_t i = 0; i < dissection_.nodes.size(); i++) {
        auto& node = dissection_.nodes[i];
        const bool is_text = !node.field && !node.is_layer && !node.error;
        if (pick.kind == Kind::text ? is_text : node.is_layer && node_name(dissection_, node) == pick.name) pick.nodes.push_back(i);
    }
}

std::size_t PickedFields::values(std::size_t index) {
    Pick& pick = picks_[index];
    switch (pick.kind) {
        case Kind::found: return (pick.found = finder_.values(pick.wanted)).size();
        case Kind::column: return 1;
        case Kind::node:
        case Kind::text: return collect_nodes(pick), pick.nodes.size();
        case Kind::unknown: break;
    }
    return 0;
}

void PickedFields::append(std::size_t index, std::size_t value, std::string& out) {
    const Pick& pick = picks_[index];
    if (pick.kind == Kind::found) append_found(pick.found[value], out);
    else if (pick.kind == Kind::column) append_column(column_of(pick.name), *packet_, summary_, time_, out);
    else out += node_text(dissection_, dissection_.nodes[pick.nodes[value]]);
}

}  // namespace sallyport::cli
