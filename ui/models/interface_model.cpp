// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/interface_model.h"
#include "ui/models/amount_text.h"
#include "ui/models/message_text.h"
#include <QStringList>
#include <algorithm>
#include <tuple>

namespace sallyport {

namespace {

/// Those that carry something first, "any" and loopback after them, what is down last.
auto rank(const InterfaceActivity& interface) {
    return std::make_tuple(!interface.up, interface.name == "any", interface.loopback, interface.name);
}

}  // namespace

int InterfaceModel::rowOf(const std::string& name) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.now.name == name; });
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

void InterfaceModel::removeGone(const std::vector<InterfaceActivity>& interfaces) {
    for (int row = int(rows_.size()) - 1; row >= 0; row--) {
        const std::string& name = rows_[std::size_t(row)].now.name;
        const bool stays = std::any_of(interfaces.begin(), interfaces.end(), [&](const auto& i) { return i.name == name; });
        if (stays) continue;
        beginRemoveRows({}, row, row);
        rows_.erase(rows_.begin() + row);
        endRemoveRows();
    }
}

void InterfaceModel::addMissing(const std::vector<InterfaceActivity>& interfaces) {
    for (const InterfaceActivity& interface : interfaces) {
        if (rowOf(interface.name) >= 0) continue;
        const auto place = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return rank(interface) < rank(row.now); });
        const int row = int(place - rows_.begin());
        beginInsertRows({}, row, row);
        rows_.insert(place, Row{interface, {}, false});
        endInsertRows();
    }
}

void InterfaceModel::sample(const std::vector<InterfaceActivity>& interfaces, double seconds) {
    removeGone(interfaces);
    for (const InterfaceActivity& interface : interfaces) {
        const int at = rowOf(interface.name);
        if (at < 0) continue;
        Row& row = rows_[std::size_t(at)];
        if (seconds > 0) {
            const std::uint64_t moved = interface.bytes >= row.now.bytes ? interface.bytes - row.now.bytes : 0;
            row.history.push_back(double(moved) / seconds);
            if (row.history.size() > history_length) row.history.erase(row.history.begin());
            row.sampled = true;
        }
        row.now = interface;
        emit dataChanged(index(at), index(at));
    }
    addMissing(interfaces);
}

QString InterfaceModel::detail(const InterfaceActivity& interface) {
    QStringList parts;
    if (!interface.description.empty()) parts << message_text(interface.description);
    for (const std::string& address : interface.addresses) parts << QString::fromStdString(address);
    return parts.join(QStringLiteral(" · "));
}

QString InterfaceModel::rateText(const Row& row) {
    if (!row.now.up) return tr("down");
    if (!row.sampled) return QStringLiteral("…");
    return bit_rate_text(row.history.back());
}

QVariant InterfaceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(rows_.size())) return {};
    const Row& row = rows_[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case NameRole: return QString::fromStdString(row.now.name);
        case DetailRole: return detail(row.now);
        case RateRole: return row.history.empty() ? 0.0 : row.history.back();
        case RateTextRole: return rateText(row);
        case UpRole: return row.now.up;
        case LoopbackRole: return row.now.loopback;
        case Qt::AccessibleTextRole: return tr("%1, %2, %3").arg(QString::fromStdString(row.now.name), detail(row.now), rateText(row));
        case Qt::ToolTipRole: return QString::fromStdString(row.now.name) + QLatin1Char('\n') + detail(row.now);
        default: return {};
    }
}

QHash<int, QByteArray> InterfaceModel::roleNames() const {
    return {{NameRole, "name"},         {DetailRole, "detail"}, {RateRole, "rate"},
            {RateTextRole, "rateText"}, {UpRole, "up"},         {LoopbackRole, "loopback"}};
}

}  // namespace sallyport
