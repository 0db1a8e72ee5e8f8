// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the cells of the flow list itself, without the style: they change five times a second.
#pragma once
#include <QStyledItemDelegate>

namespace sallyport {

class FlowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace sallyport
