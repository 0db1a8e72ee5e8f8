// SPDX-License-Identifier: GPL-3.0-or-later
// The flows of a snapshot as rows, in the snapshot's order. Nothing is sorted or filtered here: a click on a heading is a wish
// (orderRequested) that a later snapshot grants. A flow keeps its selection wherever it moves.
#pragma once
#include "session/flow_run.h"
#include "ui/models/table_model.h"
#include <functional>
#include <memory>

namespace sallyport {

class FlowListModel : public TableModel {
    Q_OBJECT
public:
    enum Column {
        protocol,
        client,
        server,
        name,
        verdict,
        packets,
        bytes,
        to_server,
        to_client,
        duration,
        started,
        state,
        rule,
        column_count
    };
    enum Role {
        FlowIdRole = Qt::UserRole + 1,  // qulonglong
        VerdictRole,                    // VerdictKind
        EndedRole,                      // bool
    };
    using RuleNames = std::function<QString(std::uint32_t rule)>;

    explicit FlowListModel(QObject* parent = nullptr);

    /// Shows another snapshot (null: nothing). Cheap whatever its size: rows move as one change.
    void setSnapshot(std::shared_ptr<const FlowSnapshot> snapshot);
    /// Forgets everything: another capture, whose flows have nothing to do with those before.
    void clear();
    const std::shared_ptr<const FlowSnapshot>& snapshot() const { return snapshot_; }
    /// How the Rule column names a rule.
    void setRuleNames(RuleNames names) { rule_names_ = std::move(names); }
    /// Rules may be called otherwise now, or the language is another.
    void textsChanged();

    /// Valid until the next setSnapshot(); null for no row of ours.
    const Flow* flow(int row) const;
    int rowOf(std::uint64_t id) const;  // -1: not shown

    static bool right_aligned(int column);
    /// The column's words for a flow, as in its cell.
    QString text(const Flow& flow, int column) const;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void orderRequested(sallyport::FlowOrder order, bool descending);

protected:
    int rows() const override { return row_count_; }
    int columns() const override { return column_count; }
    QVariant cell(int row, int column, int role) const override;
    QVariant heading(int column, int role) const override;

private:
    void moveTo(std::shared_ptr<const FlowSnapshot> snapshot);
    QString ruleText(const Flow& flow) const;
    QString tip(const Flow& flow) const;

    std::shared_ptr<const FlowSnapshot> snapshot_;
    int row_count_ = 0;  // rows that views know of; for a moment more or fewer than the snapshot's
    RuleNames rule_names_;
};

/// "0.4 s", "3:05", "1:02:03": how long something took.
QString duration_text(std::int64_t nanoseconds);

}  // namespace sallyport
