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
    /// From which on names can be read beside their rates, or beside rates and sums.
    int readableWidth(bool with_sums) const;

signals:
    void editRequested(int row);
    void removeRequested(int row);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fit();
    CurveListModel* model_;
    int sum_width_ = 0;  // pixels, also while it is hidden
};

}  // namespace sallyport
