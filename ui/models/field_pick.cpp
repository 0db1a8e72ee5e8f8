// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/field_pick.h"
#include "filter/filter.h"
#include <algorithm>

namespace sallyport {

namespace {
const FieldInfo* known(const char* name) {
    if (!name || !*name || *name == '@') return nullptr;
    const auto id = field_registry().find(name);
    return id == no_field ? nullptr : &field_registry().fields()[id];
}

QByteArray bytes_of(const Dissection& dissection, const TreeNode& node) {
    const Bytes all = dissection.bytes_of(node.source);
    if (node.at > all.size() || node.length > all.size() - node.at) return {};
    return QByteArray(reinterpret_cast<const char*>(all.data()) + node.at, qsizetype(node.length));
}

QString value_of(const Dissection& dissection, const TreeNode& node) {
    if (!node.field) return {};
    std::string value;
    append_value(dissection, node, value);
    return QString::fromStdString(value);
}

QString condition_of(const FieldInfo& info, const QString& value) {
    if (info.is_protocol || info.type == FieldType::none || value.isEmpty()) return QString::fromStdString(info.name);
    return QString::fromStdString(filter_for(info, value.toStdString()));
}

bool is_address(FieldType type) { return type == FieldType::ether || type == FieldType::ipv4 || type == FieldType::ipv6; }

/// The last node of a name that ends in `.src…` or `.dst…` and reads as the cell does: the innermost network layer's address.
int address_node(const Dissection& dissection, bool source, const QString& text) {
    const std::string_view side = source ? "src" : "dst";
    int found = -1;
    for (std::size_t i = 0; i < dissection.nodes.size(); i++) {
        auto& node = dissection.nodes[i];
        if (!node.field || !is_address(node.field->type) || !known(node.field->name)) continue;
        if (std::string_view(node.field->name).find(side) == std::string_view::npos) continue;
        if (value_of(dissection, node) == text) found = int(i);
    }
    return found;
}

FieldPick pick_named(const char* name, const QString& value) {
    FieldPick pick;
    auto* info = known(name);
    if (!info) return pick;
    pick.name = QString::fromLatin1(name);
    pick.label = QString::fromStdString(info->label);
    pick.value = pick.text = value;
    pick.condition = condition_of(*info, value);
    return pick;
}

FieldPick pick_protocol(const Dissection& dissection) {
    for (std::size_t i = dissection.layers.size(); i--;) {
        const QString name = layer_name(dissection, i);
        if (!name.isEmpty() && name != QLatin1String("data")) return pick_named(name.toUtf8().constData(), {});
    }
    return {};
}
}  // namespace

QString layer_name(const Dissection& dissection, std::size_t layer) {
    if (layer >= dissection.layers.size()) return {};
    const auto protocol = dissection.layers[layer].protocol;
    const FieldInfo* best = nullptr;  // a name may stand for several descriptions (dns, over UDP and TCP), and for families
    for (auto& info : field_registry().fields()) {
        if (!info.is_protocol || !std::binary_search(info.protocols.begin(), info.protocols.end(), protocol)) continue;
        if (!best || info.protocols.size() < best->protocols.size()) best = &info;
    }
    return best ? QString::fromStdString(best->name) : QString();
}

/// What filters call the errors of a tree: those of a packet that was cut while it was captured say nothing of the packet.
const char* fault_name(const Dissection& dissection) {
    return dissection.context.original_length > dissection.context.bytes.size() ? "_ws.short" : "_ws.malformed";
}

FieldPick pick_node(const Dissection& dissection, int at) {
    FieldPick pick;
    if (at < 0 || std::size_t(at) >= dissection.nodes.size()) return pick;
    auto& node = dissection.nodes[std::size_t(at)];
    pick.text = QString::fromStdString(node_text(dissection, node));
    pick.bytes = bytes_of(dissection, node);
    pick.label = node.field && node.field->label ? QString::fromUtf8(node.field->label) : QString::fromUtf8(node.text ? node.text : "");
    const QString protocol = node.is_layer ? layer_name(dissection, node.layer) : QString();
    const QByteArray protocol_name = protocol.toUtf8();
    auto* info = node.is_layer ? known(protocol_name.constData())
                 : node.error  ? known(fault_name(dissection))
                 : node.field  ? known(node.field->name)
                               : nullptr;
    if (!info) return pick;
    pick.name = QString::fromStdString(info->name);
    if (!node.is_layer && !node.error) pick.value = value_of(dissection, node);
    pick.condition = node.error ? pick.name : condition_of(*info, pick.value);
    return pick;
}

FieldPick pick_cell(const Dissection& dissection, const PacketColumn& column, const QString& cell_text) {
    using Kind = PacketColumn::Kind;
    switch (column.kind) {
        case Kind::number: return pick_named("frame.number", cell_text);
        case Kind::length: return pick_named("frame.len", cell_text);
        case Kind::source:
        case Kind::destination: return pick_node(dissection, address_node(dissection, column.kind == Kind::source, cell_text));
        case Kind::protocol:
        case Kind::info: return pick_protocol(dissection);
        case Kind::field: break;
        default: return {};
    }
    const std::string wanted = column.field.toStdString();
    for (std::size_t i = 0; i < dissection.nodes.size(); i++)
        if (auto* field = dissection.nodes[i].field; field && field->name && wanted == field->name) return pick_node(dissection, int(i));
    return {};
}

int node_at(const Dissection& dissection, SourceId source, std::uint32_t offset) {
    int best = -1;
    std::uint32_t best_length = ~0u;
    for (std::size_t i = 0; i < dissection.nodes.size(); i++) {
        auto& node = dissection.nodes[i];
        if (node.source != source || !node.length || offset < node.at || offset - node.at >= node.length) continue;
        if (node.hidden) continue;
        if (node.length <= best_length) best = int(i), best_length = node.length;
    }
    return best;
}

}  // namespace sallyport
