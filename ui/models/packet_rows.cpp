// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_rows.h"

namespace sallyport {

namespace {
bool gives(const Field& field, std::string_view name) {
    if (field.name && name == field.name) return true;
    for (auto* also : field.also)
        if (also && name == also) return true;
    return false;
}
}  // namespace

QString field_texts(const Dissection& dissection, const QString& name) {
    const std::string wanted = name.toStdString();
    QString all;
    std::string text;
    for (auto& node : dissection.nodes) {
        if (!node.field || !gives(*node.field, wanted)) continue;
        text.clear();
        append_value(dissection, node, text);
        if (!all.isEmpty()) all += QLatin1String(", ");
        all += QString::fromStdString(text);
    }
    return all;
}

void PacketRows::setStore(std::shared_ptr<PacketStore> store) {
    rows_.clear();
    store_ = std::move(store);
}

void PacketRows::setFields(QStringList names) {
    rows_.clear();
    fields_ = std::move(names);
}

const PacketRow* PacketRows::row(std::size_t index) {
    if (auto* known = rows_.object(index)) return known;
    auto* made = store_ ? make(index) : nullptr;
    if (made) rows_.insert(index, made);
    return made;
}

PacketRow* PacketRows::make(std::size_t index) {
    StoredPacket pin;
    PacketContext context;
    if (!packet_context(*store_, index, pin, context)) return nullptr;
    if (fields_.isEmpty()) {
        summarize(context, summary_);
    } else {
        dissect(context, dissection_);
        summarize(dissection_, summary_);
    }
    auto* row = new PacketRow;
    row->record = pin.record;
    row->first_time = context.first_time;
    row->previous_time = context.previous_time;
    row->source = QString::fromStdString(summary_.source);
    row->destination = QString::fromStdString(summary_.destination);
    row->protocol = QString::fromStdString(summary_.protocol);
    row->info = QString::fromStdString(summary_.info).trimmed();  // a line of HTTP ends in a blank, as in tshark
    row->malformed = summary_.malformed;
    for (auto& name : fields_) row->fields << field_texts(dissection_, name);
    return row;
}

}  // namespace sallyport
