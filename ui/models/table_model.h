// SPDX-License-Identifier: GPL-3.0-or-later
// Table models with the boilerplate finished: a subclass says how many rows and columns there are and what stands in a cell.
#pragma once
#include <QAbstractTableModel>

namespace sallyport {

class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : rows(); }
    int columnCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : columns(); }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final {
        if (!index.isValid() || index.row() >= rows() || index.column() >= columns()) return {};
        return cell(index.row(), index.column(), role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final {
        if (orientation != Qt::Horizontal || section < 0 || section >= columns()) return {};
        return heading(section, role);
    }

protected:
    virtual int rows() const = 0;
    virtual int columns() const = 0;
    virtual QVariant cell(int row, int column, int role) const = 0;
    virtual QVariant heading(int column, int role) const = 0;
};

}  // namespace sallyport
