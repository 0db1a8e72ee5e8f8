// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent, a row each, with the first answer to it.
#pragma once
#include "ui/models/packet_rows.h"
#include "ui/models/table_model.h"
#include "ui/models/verdict_label.h"
#include "session/compose.h"
#include <functional>

namespace sallyport {

class ReplyListModel : public TableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, SentColumn, FromColumn, ReplyColumn, TimeColumn, VerdictColumn, ColumnCount };
    enum Role { VerdictRole = Qt::UserRole + 1, WaitingRole };
    using TableModel::TableModel;

    /// Copies the rows. `stored`: their numbers are packets of `store`. `waiting`: answers may still come.
    void setRows(const std::vector<ReplyMatcher::Row>& rows, std::shared_ptr<PacketStore> store, bool stored, bool waiting);
    /// What a packet says in short that was sent past the store, by its number.
    void setSentInfo(std::function<QString(std::uint64_t)> info) { sent_info_ = std::move(info); }
    /// The packet (index in the store) of the answer, else of what was sent; nothing where neither is there.
    std::optional<std::size_t> packetOf(int row) const;

protected:
    int rows() const override { return int(rows_.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant heading(int column, int role) const override;

private:
    QString text(const ReplyMatcher::Row& row, int column) const;
    const PacketRow* sentPacket(const ReplyMatcher::Row& row) const;
    const PacketRow* replyPacket(const ReplyMatcher::Row& row) const;

    std::function<QString(std::uint64_t)> sent_info_;
    std::vector<ReplyMatcher::Row> rows_;
    std::shared_ptr<PacketStore> store_;
    mutable PacketRows packets_;
    bool stored_ = true, waiting_ = false;
};

}  // namespace sallyport
