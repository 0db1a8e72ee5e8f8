// SPDX-License-Identifier: GPL-3.0-or-later
// The packet list. A QTableView of fixed rows, which alone stays fast at millions of them; follows the live end until
// somebody looks elsewhere.
#pragma once
#include "ui/models/packet_list_model.h"
#include "ui/widgets/fitted_columns.h"
#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>
#include <optional>
#include <vector>

namespace sallyport {

class PacketTable : public QTableView {
    Q_OBJECT
public:
    explicit PacketTable(PacketListModel* model, QWidget* parent = nullptr);

    PacketListModel* packets() const { return model_; }
    std::optional<std::size_t> currentPacket() const;
    std::vector<std::size_t> selectedPackets() const;  // ascending
    /// Shows and selects a packet, or the next one that is shown. False when there is none.
    bool goTo(std::size_t packet);
    void goToRow(int row);
    /// To the shown packet after (1) or before (-1) the current one; without one, of `from`, which the filter may hide; else the first.
    void step(int by, std::optional<std::size_t> from = {});
    bool follows() const { return follows_; }
    void setFollows(bool follows);

    /// Columns of the user's, with widths that suit their content. `state` is what columnState() gave, or empty.
    void setColumns(const QVector<PacketColumn>& columns, const QByteArray& state = {});
    QByteArray columnState() const;
    /// Gives every column the width of what is visible in it.
    void fitColumnsToContent();
    /// Takes in what is new and, when following, scrolls to the end. Once a frame; where every frame would bring other rows than
    /// the last, 20 times a second: nobody reads faster, and painting is what costs.
    void advance();
    /// Shows what `run` matches. The packet that is looked at (`from`, which the filter before may have hidden; else the current one) is
    /// current and in sight as soon as the run finds it; where it is hidden none is current, and its place is in sight.
    void setFilterRun(std::shared_ptr<FilterRun> run, std::optional<std::size_t> from = {});
    /// What stands in the middle of an empty list: why it is empty.
    void setEmptyText(const QString& text);
    /// The selected rows as lines of tab separated cells.
    QString selectedText() const;

signals:
    /// Not told when none is current any more (a filter hides it, or it was rolled off): the other panes go on showing it.
    void currentPacketChanged(qulonglong packet);
    void followsChanged(bool follows);
    /// Right click (or menu key) on a cell.
    void menuRequested(const QPoint& global, qulonglong packet, int column);
    void headerMenuRequested(const QPoint& global, int column);
    void columnsChanged();
    /// An arrow key, and no packet is current: see step().
    void stepRequested(int by);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitRows();
    void takeNew();
    bool outrunsTheEye() const;
    void fitColumns();
    void fitNumbers();
    int timeWidth() const;
    int verdictWidth() const;
    int usualWidth(const PacketColumn& column) const;
    void fitTimes();
    void forgetTimes();
    void fitInfo();
    void scaleColumns();
    void letGo(int rows);
    void seek();

    static constexpr int least_digits = 6;
    PacketListModel* model_;
    QString empty_text_;
    bool follows_ = true, adjusting_ = false, focusing_ = false;
    std::optional<std::size_t> sought_;  // packet that the filter run may still find
    int digits_ = least_digits;          // of the largest number that was shown
    QString longest_time_;               // that was shown
    FittedColumns fitted_;
    QFont fitted_font_;  // that the columns' widths are for
    QElapsedTimer since_taken_;
    QTimer take_;         // what was put off is taken in then, also when no frame comes any more
    int last_taken_ = 0;  // rows
};

}  // namespace sallyport
