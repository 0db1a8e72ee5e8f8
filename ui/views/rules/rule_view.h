// SPDX-License-Identifier: GPL-3.0-or-later
// The list of rules: drag reorders, Space switches, Enter or F2 edits, Delete removes, Alt+Up and Alt+Down move.
#pragma once
#include "ui/models/rule_list_model.h"
#include <QListView>

namespace sallyport {

class RuleView : public QListView {
    Q_OBJECT
public:
    explicit RuleView(RuleListModel* model, QWidget* parent = nullptr);

    /// Rows that are selected, without the default row, ascending.
    QList<int> selectedRules() const;
    int currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
    void toggleSelected();
    void removeSelected();
    /// -1: up, +1: down, by one place.
    void moveSelected(int by);

signals:
    void editRequested(int row);      // a rule, or the default row
    void currentRowChanged(int row);  // -1: none
    void refused(const sallyport::RuleError& fault);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    QString hintText() const;
    void resizeEvent(QResizeEvent* event) override;
    int dropRow(const QPoint& position) const;
    void report(const RuleListModel::Fault& fault);
    RuleListModel* model_;
};

}  // namespace sallyport
