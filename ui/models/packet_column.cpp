// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_column.h"
#include <QCoreApplication>
#include <array>

namespace sallyport {

namespace {
struct Standard {
    PacketColumn::Kind kind;
    const char* key;
    const char* title;
};
using Kind = PacketColumn::Kind;
constexpr std::array standard = {
    Standard{Kind::number, "number", QT_TRANSLATE_NOOP("PacketColumn", "No.")},
    Standard{Kind::time, "time", QT_TRANSLATE_NOOP("PacketColumn", "Time")},
    Standard{Kind::source, "source", QT_TRANSLATE_NOOP("PacketColumn", "Source")},
    Standard{Kind::destination, "destination", QT_TRANSLATE_NOOP("PacketColumn", "Destination")},
    Standard{Kind::protocol, "protocol", QT_TRANSLATE_NOOP("PacketColumn", "Protocol")},
    Standard{Kind::length, "length", QT_TRANSLATE_NOOP("PacketColumn", "Length")},
    Standard{Kind::info, "info", QT_TRANSLATE_NOOP("PacketColumn", "Info")},
    Standard{Kind::verdict, "verdict", QT_TRANSLATE_NOOP("PacketColumn", "Verdict")},
    Standard{Kind::rule, "rule", QT_TRANSLATE_NOOP("PacketColumn", "Rule")},
};

const Standard* standard_of(Kind kind) {
    for (auto& s : standard)
        if (s.kind == kind) return &s;
    return nullptr;
}
}  // namespace

QString PacketColumn::title() const {
    if (auto* s = standard_of(kind)) return QCoreApplication::translate("PacketColumn", s->title);
    const auto id = field_registry().find(field.toStdString());
    if (id == no_field) return field;
    const auto& label = field_registry().fields()[id].label;
    return label.empty() ? field : QString::fromStdString(label);
}

QString PacketColumn::key() const {
    auto* s = standard_of(kind);
    return s ? QString::fromLatin1(s->key) : field;
}

QVector<PacketColumn> standard_columns() {
    QVector<PacketColumn> columns;
    for (auto& s : standard) columns.push_back({s.kind, {}});
    return columns;
}

QStringList column_keys(const QVector<PacketColumn>& columns) {
    QStringList keys;
    for (auto& column : columns) keys << column.key();
    return keys;
}

QVector<PacketColumn> columns_of_keys(const QStringList& keys) {
    QVector<PacketColumn> columns;
    for (auto& key : keys) {
        auto s = std::find_if(standard.begin(), standard.end(), [&](auto& one) { return key == QLatin1String(one.key); });
        if (s != standard.end()) columns.push_back({s->kind, {}});
        else if (field_registry().find(key.toStdString()) != no_field) columns.push_back({Kind::field, key});
    }
    return columns.isEmpty() ? standard_columns() : columns;
}

}  // namespace sallyport
