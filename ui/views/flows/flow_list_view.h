// SPDX-License-Identifier: GPL-3.0-or-later
// The flow list: a QTableView of fixed rows. A click on a heading asks for another order; the heading's menu hides columns.
#pragma once
#include "ui/models/flow_list_model.h"
#include <QHeaderView>
#include <QTableView>
#include <array>
#include <set>
#include <vector>

class QMenu;

namespace sallyport {

class FlowListView : public QTableView {
    Q_OBJECT
public:
    explicit FlowListView(FlowListModel* model, QWidget* parent = nullptr);

    /// Ascending rows.
    std::vector<int> selectedFlows() const;
    /// Selects just this row and brings it into sight.
    void select(int row);
    /// Somebody is about to click or choose: rows must not move under the pointer.
    bool isHeld() const { return pressed_ || menus_ > 0; }
    /// Shows `menu` at a place of the screen; the list is held meanwhile.
    void showMenu(QMenu& menu, const QPoint& global);
    /// What stands in the middle of an empty list: why it is empty.
    void setEmptyText(const QString& text);
    /// The selected rows as lines of tab separated cells, as the columns stand.
    QString selectedText() const;

    /// Whether there are verdicts: a capture that nobody judged needs no columns for them.
    void setJudged(bool judged);
    QByteArray columnState() const { return horizontalHeader()->saveState(); }
    /// Columns that the user has given a width; the others follow what stands in them.
    QVariantList chosenWidths() const;
    void setColumnState(const QByteArray& state, const QVariantList& chosen);
    /// Gives each column the width of its heading and of what was seen in it. Of long addresses and names it shows what there is room for.
    void fitColumns();
    /// What was seen in the columns is no more: other flows come.
    void forgetWidths();

signals:
    /// Right click, or the menu key.
    void menuRequested(const QPoint& global);
    void activatedRow(int row);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyboardSearch(const QString&) override {}  // letters are shortcuts here
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRows();
    void measureColumns();
    void widthChosen(int column, int before, int now);
    int giveWay(int column, int excess) const;
    void showColumnMenu(const QPoint& position);

    FlowListModel* model_;
    QString empty_text_;
    bool pressed_ = false;
    bool judged_ = true;
    std::set<int> dismissed_;                                // columns that the user has hidden here
    std::set<int> chosen_;                                   // … has given a width
    std::array<int, FlowListModel::column_count> wanted_{};  // pixels of the widest that was seen: columns do not wander to and fro
    bool fitting_ = false;
    int menus_ = 0;
};

}  // namespace sallyport
