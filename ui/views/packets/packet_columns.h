// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns the packet list has: the menu over its header, any field as a column, verdicts only where there are some.
#pragma once
#include "ui/bridge/session_bridge.h"
#include "ui/views/packets/packet_table.h"

class QAction;

namespace sallyport {

class PacketColumns : public QObject {
    Q_OBJECT
public:
    /// Bridge and table must outlive it. `fit` stands in the header's menu.
    PacketColumns(SessionBridge* bridge, PacketTable* table, QAction* fit);

    void set(const QVector<PacketColumn>& columns, const QByteArray& state = {});
    /// Before Info; nothing happens when it is there already.
    void addField(const QString& field);
    /// A capture that nobody judged has no verdicts: two empty columns would only take room. But of packets that were sent, it says so.
    void showVerdicts();

private:
    void showMenu(const QPoint& global, int column);
    bool haveVerdicts() const;
    void lookForOurs();

    SessionBridge* bridge_;
    PacketTable* table_;
    QAction* fit_;
    std::size_t looked_at_ = 0;  // packets of the store, for our own
    bool have_ours_ = false;
};

}  // namespace sallyport
