// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a line of the field tree: a layer bold on its own ground, a field's label and beside it, in the fixed font, its value.
#pragma once
#include <QStyledItemDelegate>

namespace sallyport {

class FieldDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace sallyport
