// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that the packet list can have.
#pragma once
#include "dissect/registry.h"
#include <QString>
#include <QStringList>
#include <QVector>
#include <cstdint>

namespace sallyport {

struct PacketColumn {
    enum class Kind : std::uint8_t { number, time, source, destination, protocol, length, info, verdict, rule, field };
    Kind kind = Kind::field;
    QString field;  // filter name, when kind is field
    QString title() const;
    bool right_aligned() const { return kind == Kind::number || kind == Kind::time || kind == Kind::length; }
    /// A word that settings keep: "number", "tcp.port".
    QString key() const;
    friend bool operator==(const PacketColumn&, const PacketColumn&) = default;
};

QVector<PacketColumn> standard_columns();
QStringList column_keys(const QVector<PacketColumn>& columns);
/// Columns of kept words; fields that are unknown by now are left out. Empty input gives the standard columns.
QVector<PacketColumn> columns_of_keys(const QStringList& keys);

}  // namespace sallyport
