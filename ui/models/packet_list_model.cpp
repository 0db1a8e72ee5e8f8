// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_list_model.h"
#include "ui/models/message_text.h"
#include "ui/models/verdict_label.h"
#include <algorithm>

namespace sallyport {

namespace {
// QHeaderView adds heights up in an int: more rows than this of 24 pixels would overflow it.
constexpr std::size_t most_rows = 80'000'000;
// Rows at the front go in portions, since each removal moves the view's whole table of sections.
constexpr std::size_t front_portion = 65'536;

void toggle(std::set<std::size_t>& set, std::size_t packet) {
    if (!set.erase(packet)) set.insert(packet);
}
}  // namespace

PacketListModel::PacketListModel(QObject* parent) : TableModel(parent) {}

void PacketListModel::setStore(std::shared_ptr<PacketStore> store) {
    beginResetModel();
    store_ = std::move(store);
    run_.reset();
    content_.setStore(store_);
    marks_.clear(), ignored_.clear(), references_.clear();
    base_ = store_ ? store_->first() : 0;
    rows_shown_ = 0;
    endResetModel();
    advance();
}

void PacketListModel::setFilterRun(std::shared_ptr<FilterRun> run) {
    if (run == run_) return;
    beginResetModel();
    run_ = std::move(run);
    const std::size_t first = store_ ? store_->first() : 0;
    base_ = run_ ? run_->position_of(first) : first;
    rows_shown_ = int(std::min(available(), most_rows));
    endResetModel();
}

void PacketListModel::setPacketColumns(QVector<PacketColumn> columns) {
    beginResetModel();
    columns_ = std::move(columns);
    QStringList fields;
    for (auto& column : columns_)
        if (column.kind == PacketColumn::Kind::field) fields << column.field;
    content_.setFields(std::move(fields));
    endResetModel();
}

int PacketListModel::columnOf(PacketColumn::Kind kind) const {
    for (int i = 0; i < columns_.size(); i++)
        if (columns_[i].kind == kind) return i;
    return -1;
}

void PacketListModel::setTimeFormat(TimeFormat format) {
    time_format_ = format;
    repaintAll();
    emit timeFormatChanged();
}

/// The longest pause between two packets is not known, but that it is no longer than all of the capture.
QString PacketListModel::longestTime() const {
    const auto* last = rows_shown_ ? content_.row(packetOf(rows_shown_ - 1)) : nullptr;
    const auto format = time_format_ == TimeFormat::since_previous ? TimeFormat::since_first : time_format_;
    return last ? time_text(format, last->record.time, last->first_time, {}) : QString();
}

void PacketListModel::ruleNamesChanged() { repaintAll(); }

void PacketListModel::repaintAll() {
    if (rows_shown_ && !columns_.isEmpty()) emit dataChanged(index(0, 0), index(rows_shown_ - 1, int(columns_.size()) - 1));
}

std::size_t PacketListModel::available() const {
    if (!store_) return 0;
    const std::size_t end = run_ ? run_->progress().matched : store_->count();
    return end > base_ ? end - base_ : 0;
}

void PacketListModel::advance() {
    if (!store_) return;
    dropFront();
    appendNew();
}

void PacketListModel::dropFront() {
    const std::size_t first = store_->first();
    const std::size_t now = run_ ? run_->position_of(first) : first;
    if (now <= base_ || !rows_shown_) return;
    const std::size_t gone = std::min(now - base_, std::size_t(rows_shown_));
    if (gone < front_portion && gone * 8 < std::size_t(rows_shown_)) return;
    emit aboutToLetGo(int(gone));
    beginRemoveRows({}, 0, int(gone) - 1);
    base_ += gone;
    rows_shown_ -= int(gone);
    endRemoveRows();
}

void PacketListModel::appendNew() {
    const std::size_t now = std::min(available(), most_rows);
    if (now <= std::size_t(rows_shown_)) return;
    beginInsertRows({}, rows_shown_, int(now) - 1);
    rows_shown_ = int(now);
    endInsertRows();
}

std::size_t PacketListModel::packetOf(int row) const {
    const std::size_t position = base_ + std::size_t(row);
    return run_ ? run_->match(position) : position;
}

std::optional<int> PacketListModel::rowOf(std::size_t packet) const {
    const int row = rowNear(packet);
    if (row < 0 || packetOf(row) != packet) return std::nullopt;
    return row;
}

int PacketListModel::rowNear(std::size_t packet) const {
    if (!rows_shown_) return -1;
    const std::size_t position = run_ ? run_->position_of(packet) : packet;
    const std::size_t row = position > base_ ? position - base_ : 0;
    return int(std::min(row, std::size_t(rows_shown_) - 1));
}

const PacketRow* PacketListModel::rowContent(int row) const {
    return row >= 0 && row < rows_shown_ ? content_.row(packetOf(row)) : nullptr;
}

void PacketListModel::toggleMarks(const std::vector<std::size_t>& packets) {
    for (auto packet : packets) toggle(marks_, packet);
    repaintAll();
}

void PacketListModel::markShown() {
    for (int row = 0; row < rows_shown_; row++) marks_.insert(marks_.end(), packetOf(row));
    repaintAll();
}

void PacketListModel::unmarkAll() {
    marks_.clear();
    repaintAll();
}

void PacketListModel::toggleIgnored(const std::vector<std::size_t>& packets) {
    for (auto packet : packets) toggle(ignored_, packet);
    repaintAll();
}

void PacketListModel::toggleReference(std::size_t packet) {
    toggle(references_, packet);
    repaintAll();
}

QVariant PacketListModel::heading(int column, int role) const {
    auto& shown = columns_[column];
    if (role == Qt::DisplayRole) return shown.title();
    if (role == Qt::ToolTipRole) return shown.kind == PacketColumn::Kind::field ? shown.field : shown.title();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((shown.right_aligned() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant PacketListModel::cell(int row, int column, int role) const {
    auto& shown = columns_[column];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((shown.right_aligned() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role < Qt::UserRole) return {};
    const std::size_t packet = packetOf(row);
    if (role == PacketIndexRole) return QVariant::fromValue<qulonglong>(packet);
    if (role == MarkedRole) return marks_.count(packet) > 0;
    if (role == IgnoredRole) return ignored_.count(packet) > 0;
    if (role == ReferenceRole) return references_.count(packet) > 0;
    auto* content = content_.row(packet);
    if (!content)
        return role == Qt::DisplayRole && shown.kind == PacketColumn::Kind::number ? QVariant(QString::number(packet + 1)) : QVariant();
    switch (role) {
        case Qt::DisplayRole: return text(packet, *content, shown);
        case Qt::ToolTipRole:
            return shown.kind == PacketColumn::Kind::info || shown.kind == PacketColumn::Kind::rule
                       ? QVariant(text(packet, *content, shown))
                       : QVariant();
        case VerdictRole: return QVariant::fromValue(verdict_kind(content->record));
        case OursRole: return is_ours(content->record);
        case DroppedRole: return content->record.reason != VerdictReason::none && content->record.verdict == Verdict::drop;
        case MalformedRole: return content->malformed;
        default: return {};
    }
}

QString PacketListModel::text(std::size_t packet, const PacketRow& row, const PacketColumn& column) const {
    using Kind = PacketColumn::Kind;
    const bool ignored = ignored_.count(packet) > 0;
    switch (column.kind) {
        case Kind::number: return QString::number(packet + 1);
        case Kind::time: return timeOf(packet, row);
        case Kind::length: return QString::number(row.record.original);
        case Kind::verdict: return verdict_word(row.record);
        case Kind::rule: return ruleOf(row.record);
        case Kind::info: return ignored ? tr("<Ignored>") : row.malformed ? fault_text(row.info) : row.info;
        default: break;
    }
    if (ignored) return {};
    switch (column.kind) {
        case Kind::source: return row.source;
        case Kind::destination: return row.destination;
        case Kind::protocol: return row.protocol;
        default: break;
    }
    const auto at = content_.fields().indexOf(column.field);
    return at < 0 || at >= row.fields.size() ? QString() : row.fields[at];
}

QString PacketListModel::timeOf(std::size_t packet, const PacketRow& row) const {
    if (references_.empty() || time_format_ != TimeFormat::since_first)
        return time_text(time_format_, row.record.time, row.first_time, row.previous_time);
    auto after = references_.upper_bound(packet);
    if (after == references_.begin()) return time_text(time_format_, row.record.time, row.first_time, row.previous_time);
    const std::size_t reference = *std::prev(after);
    if (reference == packet) return tr("*REF*");
    PacketRecord origin;
    const Timestamp first = store_->record(reference, origin) ? origin.time : row.first_time;
    return time_text(time_format_, row.record.time, first, row.previous_time);
}

QString PacketListModel::ruleOf(const PacketRecord& record) const {
    switch (record.reason) {
        case VerdictReason::none: return {};
        case VerdictReason::standard: return tr("default");
        case VerdictReason::failure: return tr("failure policy");
        case VerdictReason::rule: break;
    }
    const QString name = rule_names_ ? rule_names_(record.rule) : QString();
    return name.isEmpty() ? tr("rule %1").arg(record.rule) : name;
}

}  // namespace sallyport
