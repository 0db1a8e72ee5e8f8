// SPDX-License-Identifier: GPL-3.0-or-later
// The packet list over a store, all of it or what a filter run matched. Grows by at most one row insertion a frame
// (advance()); nothing is kept of a row that nobody looks at.
#pragma once
#include "session/filter_run.h"
#include "ui/models/packet_column.h"
#include "ui/models/packet_rows.h"
#include "ui/models/packet_time.h"
#include "ui/models/table_model.h"
#include <functional>
#include <optional>
#include <set>

namespace sallyport {

class PacketListModel : public TableModel {
    Q_OBJECT
public:
    enum Role {
        PacketIndexRole = Qt::UserRole + 1,
        VerdictRole,
        DroppedRole,
        MalformedRole,
        MarkedRole,
        IgnoredRole,
        ReferenceRole,
        OursRole
    };
    using RuleNames = std::function<QString(std::uint32_t rule)>;

    explicit PacketListModel(QObject* parent = nullptr);

    /// Shows another store, all of its packets; marks are forgotten.
    void setStore(std::shared_ptr<PacketStore> store);
    /// Shows only the packets that `run` (over the same store) matches; null shows all.
    void setFilterRun(std::shared_ptr<FilterRun> run);
    /// How the Rule column names a rule.
    void setRuleNames(RuleNames names) { rule_names_ = std::move(names); }
    /// Rules may be called otherwise now: the Rule column is to be drawn again.
    void ruleNamesChanged();
    void setPacketColumns(QVector<PacketColumn> columns);
    const QVector<PacketColumn>& packetColumns() const { return columns_; }
    int columnOf(PacketColumn::Kind kind) const;
    void setTimeFormat(TimeFormat format);
    /// The longest text that the column Time has so far, or nearly: time goes on, so it is that of the last packet. Empty without one.
    QString longestTime() const;
    TimeFormat timeFormat() const { return time_format_; }

    /// Takes in what arrived and lets go of what was rolled off; call once a frame.
    void advance();

    std::size_t packetOf(int row) const;
    /// The row of a packet; nothing when it is not shown.
    std::optional<int> rowOf(std::size_t packet) const;
    /// The first row at or after a packet; the last row when all are before it; -1 in an empty list.
    int rowNear(std::size_t packet) const;
    const PacketRow* rowContent(int row) const;

    void toggleMarks(const std::vector<std::size_t>& packets);
    void markShown();  // every packet that the filter shows
    void unmarkAll();
    void toggleIgnored(const std::vector<std::size_t>& packets);
    void toggleReference(std::size_t packet);
    const std::set<std::size_t>& marks() const { return marks_; }
    /// What the column Rule says: who gave the verdict.
    QString ruleOf(const PacketRecord& record) const;

signals:
    void timeFormatChanged();
    /// Before rowsAboutToBeRemoved(), at which a selection model moves the current row to a neighbour: the first `rows` rows go, since
    /// their packets were rolled off.
    void aboutToLetGo(int rows);

protected:
    int rows() const override { return rows_shown_; }
    int columns() const override { return int(columns_.size()); }
    QVariant cell(int row, int column, int role) const override;
    QVariant heading(int column, int role) const override;

private:
    std::size_t available() const;
    void dropFront();
    void appendNew();
    void repaintAll();
    QString text(std::size_t packet, const PacketRow& row, const PacketColumn& column) const;
    QString timeOf(std::size_t packet, const PacketRow& row) const;

    std::shared_ptr<PacketStore> store_;
    std::shared_ptr<FilterRun> run_;
    QVector<PacketColumn> columns_ = standard_columns();
    mutable PacketRows content_;
    RuleNames rule_names_;
    TimeFormat time_format_ = TimeFormat::since_first;
    std::size_t base_ = 0;  // packet (or match position, under a filter) of row 0
    int rows_shown_ = 0;
    std::set<std::size_t> marks_, ignored_, references_;
};

}  // namespace sallyport
