// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rule_list_model.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include <QDateTime>
#include <algorithm>
#include <utility>

namespace sallyport {

namespace {

constexpr std::int64_t fresh_ns = 4'000'000'000;  // a little longer than views show a hit as fresh

bool same(const Rule& a, const Rule& b) {
    return a.id == b.id && a.enabled == b.enabled && a.action == b.action && a.direction == b.direction && a.filter == b.filter &&
           a.note == b.note && a.parameters == b.parameters && a.above == b.above;
}

QList<int> sorted(QList<int> rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

}  // namespace

QString direction_word(const std::optional<Direction>& direction) {
    if (!direction) return {};
    switch (*direction) {
        case Direction::in: return QStringLiteral("in");
        case Direction::out: return QStringLiteral("out");
        case Direction::forward: return QStringLiteral("forward");
        case Direction::unknown: break;
    }
    return {};
}

RuleListModel::RuleListModel(Change change, QObject* parent) : QAbstractListModel(parent), change_(std::move(change)) {}

const Rule* RuleListModel::rule(int row) const { return row >= 0 && row < defaultRow() ? &list_.rules[std::size_t(row)] : nullptr; }

int RuleListModel::rowOf(std::uint32_t id) const {
    const auto found = std::find_if(list_.rules.begin(), list_.rules.end(), [id](const Rule& r) { return r.id == id; });
    return found == list_.rules.end() ? -1 : int(found - list_.rules.begin());
}

/// A rule that was edited into another one, and nothing else: it stays in its row, and selected.
void RuleListModel::takeEdited(const RuleList& list) {
    if (list.rules.size() != list_.rules.size()) return;
    int edited = -1;
    for (int row = 0; row < defaultRow(); row++) {
        if (rule(row)->id == list.rules[std::size_t(row)].id) continue;
        if (edited >= 0) return;
        edited = row;
    }
    if (edited < 0) return;
    list_.rules[std::size_t(edited)] = list.rules[std::size_t(edited)];
    emit dataChanged(index(edited), index(edited));
}

/// Removes what went, then walks the new order: a rule that is further down moves up, one that is new is inserted.
void RuleListModel::setRules(const RuleList& list) {
    takeEdited(list);
    const auto wanted = [&](std::uint32_t id) {
        return std::any_of(list.rules.begin(), list.rules.end(), [id](const Rule& r) { return r.id == id; });
    };
    for (int row = defaultRow() - 1; row >= 0; row--) {
        if (wanted(rule(row)->id)) continue;
        beginRemoveRows({}, row, row);
        list_.rules.erase(list_.rules.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(list.rules.size()); row++) {
        const Rule& target = list.rules[std::size_t(row)];
        const int at = rowOf(target.id);
        if (at < 0) {
            beginInsertRows({}, row, row);
            list_.rules.insert(list_.rules.begin() + row, target);
            endInsertRows();
        } else if (at != row) {
            beginMoveRows({}, at, at, {}, at < row ? row + 1 : row);
            Rule moved = std::move(list_.rules[std::size_t(at)]);
            list_.rules.erase(list_.rules.begin() + at);
            list_.rules.insert(list_.rules.begin() + row, std::move(moved));
            endMoveRows();
        }
        if (!same(list_.rules[std::size_t(row)], target)) {
            list_.rules[std::size_t(row)] = target;
            emit dataChanged(index(row), index(row));
        }
    }
    const bool other_default = list_.default_verdict != list.default_verdict;
    list_ = list;  // the rules are the same by now; the comments of the file come along
    if (other_default) emit dataChanged(index(defaultRow()), index(defaultRow()));
}

void RuleListModel::setCounts(const std::vector<RuleCount>& counts) {
    std::vector<RuleCount> before = std::exchange(counts_, counts);
    const auto count_before = [&](std::uint32_t id) {
        const auto found = std::find_if(before.begin(), before.end(), [id](const RuleCount& c) { return c.rule == id; });
        return found == before.end() ? std::uint64_t(0) : found->packets;
    };
    const Timestamp now = Timestamp::now();
    for (int row = 0; row <= defaultRow(); row++) {
        const std::uint32_t id = row < defaultRow() ? rule(row)->id : no_rule;
        const RuleCount count = countOf(id);
        const bool just_hit = now - count.last_hit < fresh_ns;  // painted strong, and plain again when that is over
        if (count.packets != count_before(id) || just_hit) emit dataChanged(index(row), index(row), {PacketsRole, BytesRole, LastHitRole});
    }
}

RuleCount RuleListModel::countOf(std::uint32_t id) const {
    const auto found = std::find_if(counts_.begin(), counts_.end(), [id](const RuleCount& c) { return c.rule == id; });
    return found == counts_.end() ? RuleCount{.rule = id} : *found;
}

RuleListModel::Fault RuleListModel::insert(int row, Rule rule) {
    RuleList list = list_;
    list.rules.insert(list.rules.begin() + std::clamp(row, 0, defaultRow()), std::move(rule));
    return commit(std::move(list), QT_TRANSLATE_NOOP("RuleSteps", "add rule"));
}

RuleListModel::Fault RuleListModel::replace(int row, Rule rule) {
    if (!this->rule(row)) return RuleError{.reason = said(tr("there is no rule in row %1").arg(row + 1))};
    RuleList list = list_;
    list.rules[std::size_t(row)] = std::move(rule);
    return commit(std::move(list), QT_TRANSLATE_NOOP("RuleSteps", "edit rule"));
}

RuleListModel::Fault RuleListModel::remove(const QList<int>& rows) {
    RuleList list = list_;
    const QList<int> order = sorted(rows);
    for (auto row = order.rbegin(); row != order.rend(); ++row)
        if (rule(*row)) list.rules.erase(list.rules.begin() + *row);
    if (list.rules.size() == list_.rules.size()) return {};
    const auto removed = list_.rules.size() - list.rules.size();
    return commit(std::move(list), removed == 1 ? RuleStep(QT_TRANSLATE_NOOP("RuleSteps", "remove rule"))
                                                : RuleStep(QT_TRANSLATE_NOOP("RuleSteps", "remove %1 rules"), int(removed)));
}

RuleListModel::Fault RuleListModel::move(const QList<int>& rows, int before) {
    RuleList list = list_;
    list.rules.clear();
    const QList<int> order = sorted(rows);
    const auto put_moved = [&] {
        for (int row : order)
            if (rule(row)) list.rules.push_back(*rule(row));
    };
    for (int row = 0; row < defaultRow(); row++) {
        if (row == before) put_moved();
        if (!order.contains(row)) list.rules.push_back(*rule(row));
    }
    if (before >= defaultRow()) put_moved();
    const bool unchanged = std::equal(list.rules.begin(), list.rules.end(), list_.rules.begin(), list_.rules.end(),
                                      [](const Rule& a, const Rule& b) { return a.id == b.id; });
    if (unchanged || list.rules.size() != list_.rules.size()) return {};
    return commit(std::move(list), QT_TRANSLATE_NOOP("RuleSteps", "move rule"));
}

RuleListModel::Fault RuleListModel::setEnabled(const QList<int>& rows, bool enabled) {
    RuleList list = list_;
    bool any = false;
    for (int row : rows) {
        if (!rule(row) || rule(row)->enabled == enabled) continue;
        list.rules[std::size_t(row)].enabled = enabled;
        any = true;
    }
    if (!any) return {};
    return commit(std::move(list),
                  enabled ? QT_TRANSLATE_NOOP("RuleSteps", "switch rule on") : QT_TRANSLATE_NOOP("RuleSteps", "switch rule off"));
}

RuleListModel::Fault RuleListModel::setDefault(Verdict verdict) {
    if (verdict == list_.default_verdict) return {};
    RuleList list = list_;
    list.default_verdict = verdict;
    return commit(std::move(list), verdict == Verdict::accept ? QT_TRANSLATE_NOOP("RuleSteps", "accept everything else")
                                                              : QT_TRANSLATE_NOOP("RuleSteps", "drop everything else"));
}

int RuleListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : defaultRow() + 1; }

QVariant RuleListModel::countData(std::uint32_t id, int role) const {
    const RuleCount count = countOf(id);
    switch (role) {
        case PacketsRole: return qulonglong(count.packets);
        case BytesRole: return qulonglong(count.bytes);
        case LastHitRole: return count.last_hit.ns ? QDateTime::fromMSecsSinceEpoch(count.last_hit.ns / 1'000'000) : QDateTime();
        default: return {};
    }
}

QVariant RuleListModel::ruleData(const Rule& rule, int row, int role) const {
    const QString filter = QString::fromStdString(rule.filter);
    switch (role) {
        case IdRole: return rule.id;
        case EnabledRole: return rule.enabled;
        case Qt::CheckStateRole: return rule.enabled ? Qt::Checked : Qt::Unchecked;
        case ActionRole: return QString::fromStdString(rule.action);
        case DirectionRole: return direction_word(rule.direction);
        case FilterRole: return filter;
        case NoteRole: return QString::fromStdString(rule.note);
        case IsDefaultRole: return false;
        case Qt::DisplayRole: return QString::fromStdString(rule_line(rule));
        case Qt::AccessibleTextRole:
            return tr("Rule %1, %2: %3 %4; %5 hits")
                .arg(row + 1)
                .arg(rule.enabled ? tr("on") : tr("off"), QString::fromStdString(rule.action),
                     filter.isEmpty() ? tr("every packet") : filter, grouped(countOf(rule.id).packets));
        default: return countData(rule.id, role);
    }
}

QVariant RuleListModel::defaultData(int role) const {
    const QString action = list_.default_verdict == Verdict::accept ? QStringLiteral("accept") : QStringLiteral("drop");
    switch (role) {
        case IdRole: return no_rule;
        case EnabledRole: return true;
        case ActionRole: return action;
        case IsDefaultRole: return true;
        case Qt::DisplayRole: return QStringLiteral("default ") + action;
        case Qt::AccessibleTextRole: return tr("Everything else: %1; %2 hits").arg(action, grouped(countOf(no_rule).packets));
        case DirectionRole:
        case FilterRole:
        case NoteRole: return QString();
        default: return countData(no_rule, role);
    }
}

QVariant RuleListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() > defaultRow()) return {};
    const Rule* const found = rule(index.row());
    return found ? ruleData(*found, index.row(), role) : defaultData(role);
}

bool RuleListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Rule* const old = rule(index.row());
    if (!index.isValid() || !old) return false;
    Fault fault;
    Rule changed = *old;
    switch (role) {
        case Qt::CheckStateRole: fault = setEnabled({index.row()}, value.toInt() == Qt::Checked); break;
        case EnabledRole: fault = setEnabled({index.row()}, value.toBool()); break;
        case ActionRole:
            changed.action = value.toString().toStdString();
            fault = replace(index.row(), changed);
            break;
        case FilterRole:
            changed.filter = value.toString().trimmed().toStdString();
            fault = replace(index.row(), changed);
            break;
        case NoteRole:
            changed.note = value.toString().simplified().toStdString();
            fault = replace(index.row(), changed);
            break;
        default: return false;
    }
    if (fault) emit refused(*fault);
    return !fault;
}

Qt::ItemFlags RuleListModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return rule(index.row()) ? always | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled : always;
}

QHash<int, QByteArray> RuleListModel::roleNames() const {
    return {{IdRole, "id"},           {EnabledRole, "enabled"},    {ActionRole, "action"},   {DirectionRole, "direction"},
            {FilterRole, "filter"},   {NoteRole, "note"},          {PacketsRole, "packets"}, {BytesRole, "bytes"},
            {LastHitRole, "lastHit"}, {IsDefaultRole, "isDefault"}};
}

bool RuleListModel::moveRows(const QModelIndex& source, int row, int count, const QModelIndex& target, int before) {
    if (source.isValid() || target.isValid() || row < 0 || count < 1 || row + count > defaultRow() || before < 0 || before > defaultRow())
        return false;
    QList<int> rows;
    for (int i = 0; i < count; i++) rows << row + i;
    if (rows.contains(before) || before == row + count) return false;
    const Fault fault = move(rows, before);
    if (fault) emit refused(*fault);
    return !fault;
}

}  // namespace sallyport
