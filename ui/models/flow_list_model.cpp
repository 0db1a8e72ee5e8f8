// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/flow_list_model.h"
#include "flow/flow_text.h"
#include "ui/models/amount_text.h"
#include "ui/models/number_text.h"
#include "ui/models/packet_time.h"
#include "ui/models/verdict_label.h"
#include <QLocale>
#include <unordered_map>

namespace sallyport {

namespace {

constexpr FlowOrder orders[FlowListModel::column_count] = {
    FlowOrder::protocol, FlowOrder::client, FlowOrder::server,       FlowOrder::title,        FlowOrder::verdict,
    FlowOrder::packets,  FlowOrder::bytes,  FlowOrder::client_bytes, FlowOrder::server_bytes, FlowOrder::duration,
    FlowOrder::started,  FlowOrder::state,  FlowOrder::rule,
};

/// The meaning of the last packet's verdict.
VerdictKind flow_verdict(const Flow& flow) {
    if (flow.reason == VerdictReason::none) return VerdictKind::none;
    if (flow.reason == VerdictReason::failure) return VerdictKind::failure;
    return flow.verdict == Verdict::accept ? VerdictKind::accept : VerdictKind::drop;
}

QString word(const char* text) { return QCoreApplication::translate("Verdict", text); }

/// "accept", and how many where not all packets had the same fate.
QString verdict_text(const Flow& flow) {
    if (flow.reason == VerdictReason::none) return {};
    const bool accept = flow.verdict == Verdict::accept;
    const QString text = accept ? word(QT_TRANSLATE_NOOP("Verdict", "accept")) : word(QT_TRANSLATE_NOOP("Verdict", "drop"));
    const quint64 like_the_last = accept ? flow.accepted : flow.dropped;
    return like_the_last == flow.packets() ? text : QStringLiteral("%1 %2/%3").arg(text, grouped(like_the_last), grouped(flow.packets()));
}

QString end_text(const Flow& flow, void (*append)(const Flow&, std::string&)) {
    std::string text;
    append(flow, text);
    return QString::fromStdString(text);
}

}  // namespace

QString duration_text(std::int64_t nanoseconds) {
    const double seconds = double(nanoseconds) / 1e9;
    if (seconds < 60) return QLocale().toString(seconds, 'f', seconds < 10 ? 3 : 1) + QStringLiteral("\u00a0s");
    const auto whole = nanoseconds / 1'000'000'000;
    const auto two = [](std::int64_t number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (whole < 3600) return QStringLiteral("%1:%2").arg(whole / 60).arg(two(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(two(whole / 60 % 60), two(whole % 60));
}

FlowListModel::FlowListModel(QObject* parent) : TableModel(parent) {}

const Flow* FlowListModel::flow(int row) const {
    return snapshot_ && row >= 0 && std::size_t(row) < snapshot_->flows.size() ? &snapshot_->flows[std::size_t(row)] : nullptr;
}

int FlowListModel::rowOf(std::uint64_t id) const {
    if (!snapshot_) return -1;
    const auto found = std::find(snapshot_->ids.begin(), snapshot_->ids.end(), id);
    return found == snapshot_->ids.end() ? -1 : int(found - snapshot_->ids.begin());
}

void FlowListModel::clear() {
    beginResetModel();
    snapshot_.reset();
    row_count_ = 0;
    endResetModel();
}

/// New rows are added at the end first and gone ones taken from the end last, so that every signal tells the truth about the count;
/// in between, all rows change their places in one step.
void FlowListModel::setSnapshot(std::shared_ptr<const FlowSnapshot> snapshot) {
    if (snapshot == snapshot_) return;
    const int wanted = snapshot ? int(snapshot->flows.size()) : 0;
    if (wanted > row_count_) {
        beginInsertRows({}, row_count_, wanted - 1);
        row_count_ = wanted;
        endInsertRows();
    }
    moveTo(std::move(snapshot));
    if (wanted < row_count_) {
        beginRemoveRows({}, wanted, row_count_ - 1);
        row_count_ = wanted;
        endRemoveRows();
    }
}

void FlowListModel::moveTo(std::shared_ptr<const FlowSnapshot> snapshot) {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    std::unordered_map<std::uint64_t, int> places;  // of the flows that somebody holds on to
    for (auto& index : held)
        if (const Flow* old = flow(index.row())) places.emplace(old->id, -1);
    const auto old = std::exchange(snapshot_, std::move(snapshot));
    if (snapshot_ && !places.empty())
        for (std::size_t row = 0, left = places.size(); row < snapshot_->ids.size() && left; row++)
            if (const auto place = places.find(snapshot_->ids[row]); place != places.end()) place->second = int(row), left--;
    QModelIndexList moved;
    for (auto& index : held) {
        const bool known = old && std::size_t(index.row()) < old->ids.size();
        const int row = known ? places.at(old->ids[std::size_t(index.row())]) : -1;
        moved << (row >= 0 ? this->index(row, index.column()) : QModelIndex());
    }
    changePersistentIndexList(held, moved);
    emit layoutChanged({}, VerticalSortHint);
}

void FlowListModel::textsChanged() {
    emit headerDataChanged(Qt::Horizontal, 0, column_count - 1);
    if (row_count_) emit dataChanged(index(0, 0), index(row_count_ - 1, column_count - 1));
}

void FlowListModel::sort(int column, Qt::SortOrder order) {
    if (column >= 0 && column < column_count) emit orderRequested(orders[column], order == Qt::DescendingOrder);
}

bool FlowListModel::right_aligned(int column) {
    return column == packets || column == bytes || column == to_server || column == to_client || column == duration;
}

QVariant FlowListModel::heading(int column, int role) const {
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((right_aligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (column) {
        case protocol: return tip ? tr("The highest protocol that was seen in the flow") : tr("Protocol");
        case client: return tip ? tr("Who began the flow") : tr("Client");
        case server: return tip ? tr("Whom the client called") : tr("Server");
        case name: return tip ? tr("The server's name, the DNS question or the HTTP host") : tr("Name");
        case packets: return tip ? tr("Packets of both directions") : tr("Packets");
        case bytes: return tip ? tr("Bytes on the wire, of both directions") : tr("Bytes");
        case to_server: return tip ? tr("Bytes from the client to the server") : tr("To server");
        case to_client: return tip ? tr("Bytes from the server to the client") : tr("To client");
        case duration: return tip ? tr("From the first packet to the last") : tr("Duration");
        case started: return tip ? tr("When the first packet came") : tr("Started");
        case state: return tip ? tr("Whether the flow goes on, and how it ended") : tr("State");
        case verdict: return tip ? tr("The verdict on its last packet; how many had the same, where not all did") : tr("Verdict");
        case rule: return tip ? tr("The rule that decided its last packet") : tr("Rule");
        default: return {};
    }
}

QString FlowListModel::ruleText(const Flow& flow) const {
    switch (flow.reason) {
        case VerdictReason::none: return {};
        case VerdictReason::standard: return tr("default");
        case VerdictReason::failure: return tr("failure policy");
        case VerdictReason::rule: break;
    }
    const QString called = rule_names_ ? rule_names_(flow.rule) : QString();
    return called.isEmpty() ? tr("rule %1").arg(flow.rule) : called;
}

static QString state_text(const Flow& flow) {
    if (flow.ending == FlowEnding::idle) return FlowListModel::tr("idle");
    switch (flow.tcp) {
        case TcpState::opening: return FlowListModel::tr("no answer");
        case TcpState::closing: return FlowListModel::tr("closing");
        case TcpState::closed: return FlowListModel::tr("closed");
        case TcpState::reset: return FlowListModel::tr("reset");
        case TcpState::none:
        case TcpState::open: break;
    }
    return FlowListModel::tr("open");
}

QString FlowListModel::text(const Flow& flow, int column) const {
    switch (column) {
        case protocol: return QString::fromLatin1(flow_protocol(flow));
        case client: return end_text(flow, append_client);
        case server: return end_text(flow, append_server);
        case name: return flow.title ? QString::fromStdString(*flow.title) : QString();
        case packets: return grouped(flow.packets());
        case bytes: return bytes_text(flow.bytes());
        case to_server: return bytes_text(flow.from_client.bytes);
        case to_client: return bytes_text(flow.from_server.bytes);
        case duration: return duration_text(flow.duration());
        case started: return time_text(TimeFormat::time_of_day, flow.first, {}, {}).chopped(3);  // milliseconds
        case state: return state_text(flow);
        case verdict: return verdict_text(flow);
        case rule: return ruleText(flow);
        default: return {};
    }
}

QString FlowListModel::tip(const Flow& flow) const {
    QStringList lines{tr("%1 to %2").arg(text(flow, client), text(flow, server))};
    if (flow.title) lines << text(flow, name);
    lines << tr("%1 packets to the server, %2 to the client").arg(grouped(flow.from_client.packets), grouped(flow.from_server.packets));
    lines << tr("%1 to %2")
                 .arg(time_text(TimeFormat::date_and_time, flow.first, {}, {}), time_text(TimeFormat::date_and_time, flow.last, {}, {}));
    if (flow.accepted || flow.dropped) lines << tr("%1 accepted, %2 dropped").arg(grouped(flow.accepted), grouped(flow.dropped));
    return lines.join(QLatin1Char('\n'));
}

QVariant FlowListModel::cell(int row, int column, int role) const {
    const Flow* const shown = flow(row);
    if (!shown) return {};
    switch (role) {
        case Qt::DisplayRole: return text(*shown, column);
        case Qt::ToolTipRole: return tip(*shown);
        case Qt::TextAlignmentRole: return QVariant::fromValue((right_aligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case FlowIdRole: return qulonglong(shown->id);
        case VerdictRole: return QVariant::fromValue(flow_verdict(*shown));
        case EndedRole: return shown->ending != FlowEnding::none;
        default: return {};
    }
}

}  // namespace sallyport
