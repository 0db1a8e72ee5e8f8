// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reply_list_model.h"
#include "ui/models/message_text.h"
#include <QLocale>
#include <algorithm>

namespace sallyport {

void ReplyListModel::setRows(const std::vector<ReplyMatcher::Row>& rows, std::shared_ptr<PacketStore> store, bool stored, bool waiting) {
    const int before = int(rows_.size()), now = int(rows.size());
    const bool other = store != store_ || stored != stored_ || now < before ||
                       (before && rows.front().number != rows_.front().number);  // the oldest were given up
    if (other) {
        beginResetModel();
        if (store != store_) packets_.setStore(store);
        store_ = std::move(store);
        rows_ = rows;
        stored_ = stored;
        waiting_ = waiting;
        endResetModel();
        return;
    }
    waiting_ = waiting;
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        rows_ = rows;
        endInsertRows();
    } else {
        rows_ = rows;
    }
    if (before) emit dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
}

const PacketRow* ReplyListModel::sentPacket(const ReplyMatcher::Row& row) const {
    return stored_ && row.number ? packets_.row(std::size_t(row.number - 1)) : nullptr;
}

const PacketRow* ReplyListModel::replyPacket(const ReplyMatcher::Row& row) const {
    return row.replies && row.reply_number ? packets_.row(std::size_t(row.reply_number - 1)) : nullptr;
}

std::optional<std::size_t> ReplyListModel::packetOf(int row) const {
    if (row < 0 || row >= rows()) return std::nullopt;
    auto& shown = rows_[std::size_t(row)];
    if (shown.replies && shown.reply_number) return std::size_t(shown.reply_number - 1);
    if (stored_ && shown.number) return std::size_t(shown.number - 1);
    return std::nullopt;
}

QString ReplyListModel::text(const ReplyMatcher::Row& row, int column) const {
    switch (column) {
        case NumberColumn: return QString::number(row.number);
        case SentColumn: {
            auto* packet = sentPacket(row);
            if (packet) return packet->info;
            const QString info = !stored_ && sent_info_ ? sent_info_(row.number) : QString();
            return info.isEmpty() ? tr("packet %1").arg(row.number) : info;
        }
        case FromColumn: {
            auto* packet = replyPacket(row);
            return packet ? packet->source : QStringLiteral("—");
        }
        case ReplyColumn: {
            if (!row.replies) {
                auto* packet = sentPacket(row);
                if (packet && packet->record.verdict == Verdict::drop) return tr("dropped by us, not sent on");
                return waiting_ ? tr("waiting…") : tr("no reply");
            }
            const QString answer = fault_text(QString::fromStdString(row.answer));
            return row.replies == 1 ? answer : tr("%1 (and %2 more)").arg(answer).arg(row.replies - 1);
        }
        case TimeColumn: {
            const double ms = double(row.replied_at.ns - row.sent_at.ns) / 1e6;
            return row.replies ? tr("%1 ms").arg(QLocale().toString(std::max(0.0, ms), 'f', 2)) : QString();  // clocks have grains
        }
        case VerdictColumn: {
            auto* packet = sentPacket(row);
            if (!packet) return stored_ ? QString() : tr("not judged");
            return verdict_word(packet->record);
        }
        default: return {};
    }
}

QVariant ReplyListModel::cell(int row, int column, int role) const {
    auto& shown = rows_[std::size_t(row)];
    switch (role) {
        case Qt::DisplayRole: return text(shown, column);
        case Qt::ToolTipRole: return text(shown, column);
        case Qt::TextAlignmentRole:
            return column == NumberColumn || column == TimeColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                                  : int(Qt::AlignLeft | Qt::AlignVCenter);
        case VerdictRole: {
            auto* packet = sentPacket(shown);
            return QVariant::fromValue(packet ? verdict_kind(packet->record) : VerdictKind::none);
        }
        case WaitingRole: return !shown.replies;
        default: return {};
    }
}

QVariant ReplyListModel::heading(int column, int role) const {
    if (role == Qt::TextAlignmentRole)
        return column == NumberColumn || column == TimeColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                              : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (column) {
        case NumberColumn: return tr("No.");
        case SentColumn: return tr("Sent");
        case FromColumn: return tr("From");
        case ReplyColumn: return tr("Reply");
        case TimeColumn: return tr("Time");
        case VerdictColumn: return tr("Our verdict");
        default: return {};
    }
}

}  // namespace sallyport
