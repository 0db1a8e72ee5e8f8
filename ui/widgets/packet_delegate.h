// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the cells of the packet list itself, without the style: the list has to be drawn anew in every frame.
#pragma once
#include <QStyledItemDelegate>

namespace sallyport {

class PacketDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace sallyport
