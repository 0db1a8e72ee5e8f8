// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a packet that somebody pointed at, with everything that a menu over it needs.
#pragma once
#include "dissect/dissection.h"
#include "ui/models/packet_column.h"
#include <QByteArray>
#include <QString>

namespace sallyport {

struct FieldPick {
    QString name;       // "tcp.dstport"; empty: nothing that filters know
    QString label;      // "Destination Port"
    QString value;      // "80"
    QString text;       // its line in the tree
    QString condition;  // "tcp.dstport == 80"; of a protocol or a label its name alone
    QByteArray bytes;
    bool filterable() const { return !condition.isEmpty(); }
};

FieldPick pick_node(const Dissection& dissection, int node);
/// What a cell of the packet list stands for: the field behind it; nothing filterable for the verdict and the rule.
FieldPick pick_cell(const Dissection& dissection, const PacketColumn& column, const QString& cell_text);
/// The filter name of a layer's protocol.
QString layer_name(const Dissection& dissection, std::size_t layer);

/// The nodes to mark in the tree for a byte: the innermost one that covers it; -1 when none does.
int node_at(const Dissection& dissection, SourceId source, std::uint32_t offset);

}  // namespace sallyport
