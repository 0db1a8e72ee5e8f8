// SPDX-License-Identifier: GPL-3.0-or-later
// The rules as a list: a row each, in the order in which they are tried, and a last row for everything else (the default).
// Every edit goes through one function given at construction, which compiles the whole list and puts it in force, or says
// why not; the rows change when setRules() brings the list that is in force. Counts change without any row moving.
#pragma once
#include "rules/rule_set.h"
#include "ui/models/rule_step.h"
#include <QAbstractListModel>
#include <functional>
#include <optional>
#include <vector>

namespace sallyport {

class RuleListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        EnabledRole,    // bool
        ActionRole,     // "drop"
        DirectionRole,  // "in", "out", "forward", "" for any
        FilterRole,     // "" for every packet
        NoteRole,
        PacketsRole,    // qulonglong: hits
        BytesRole,      // qulonglong
        LastHitRole,    // QDateTime, invalid: never
        IsDefaultRole,  // bool: the last row
    };
    /// Puts a changed list in force as one undoable step called `what`, or returns why it cannot.
    using Change = std::function<std::optional<RuleError>(RuleList list, RuleStep what)>;
    using Fault = std::optional<RuleError>;

    explicit RuleListModel(Change change, QObject* parent = nullptr);

    /// Shows the rules that are in force; rows of rules that stay keep their place in selections.
    void setRules(const RuleList& list);
    /// Of the rules in force, the default as no_rule; rules that are not named count 0.
    void setCounts(const std::vector<RuleCount>& counts);
    const RuleList& rules() const { return list_; }
    const Rule* rule(int row) const;    // null for the default row
    int rowOf(std::uint32_t id) const;  // -1: not there
    int defaultRow() const { return int(list_.rules.size()); }

    Fault insert(int row, Rule rule);   // rule.id as given by the caller
    Fault replace(int row, Rule rule);  // likewise: with another id it is another rule, whose hits begin at 0
    Fault remove(const QList<int>& rows);
    /// Moves rules, in their order, before `before` (defaultRow(): to the end).
    Fault move(const QList<int>& rows, int before);
    Fault setEnabled(const QList<int>& rows, bool enabled);
    Fault setDefault(Verdict verdict);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex& source, int row, int count, const QModelIndex& target, int before) override;

signals:
    /// An edit that came through the Qt model interface was refused.
    void refused(const sallyport::RuleError& fault);

private:
    void takeEdited(const RuleList& list);
    Fault commit(RuleList list, RuleStep what) { return change_(std::move(list), what); }
    QVariant ruleData(const Rule& rule, int row, int role) const;
    QVariant defaultData(int role) const;
    QVariant countData(std::uint32_t id, int role) const;
    RuleCount countOf(std::uint32_t id) const;

    Change change_;
    RuleList list_;
    std::vector<RuleCount> counts_;
};

/// "in", "out", "forward", or "" for any.
QString direction_word(const std::optional<Direction>& direction);

}  // namespace sallyport
