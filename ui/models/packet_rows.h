// SPDX-License-Identifier: GPL-3.0-or-later
// What the packet list shows of a packet, made when a row becomes visible and kept for a while.
#pragma once
#include "session/packet_view.h"
#include <QCache>
#include <QString>
#include <QStringList>
#include <QVector>
#include <memory>
#include <vector>

namespace sallyport {

struct PacketRow {
    PacketRecord record;
    Timestamp first_time, previous_time;
    QString source, destination, protocol, info;
    bool malformed = false;
    QStringList fields;  // one for each field column
};

/// The text of all values of a field in a packet, joined with ", "; its label for a protocol's name. Empty when it has none.
QString field_texts(const Dissection& dissection, const QString& name);

class PacketRows {
public:
    void setStore(std::shared_ptr<PacketStore> store);
    void setFields(QStringList names);
    const QStringList& fields() const { return fields_; }
    void forget() { rows_.clear(); }
    /// nullptr when the packet is no longer held. Valid until the next call.
    const PacketRow* row(std::size_t index);

private:
    PacketRow* make(std::size_t index);
    std::shared_ptr<PacketStore> store_;
    QStringList fields_;
    QCache<quint64, PacketRow> rows_{4096};
    Dissection dissection_;
    PacketSummary summary_;
};

}  // namespace sallyport
