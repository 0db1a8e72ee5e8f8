// SPDX-License-Identifier: GPL-3.0-or-later
// The curves of a plot: legend, read-out and where they are changed, in one table.
#pragma once
#include "ui/models/curve_list_model.h"
#include <QTableView>

namespace sallyport {

class CurveTable : public QTableView {
    Q_OBJECT
public:
    explicit CurveTable(CurveListModel* model, QWidget* parent = nullptr);
    int currentRow() const { return currentIndex().row(); }
    QSize sizeHint() const override;

signals:
    void editRequested(int row);
    void removeRequested(int row);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fit();
    CurveListModel* model_;
};

}  // namespace sallyport
