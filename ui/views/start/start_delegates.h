// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of the start view are painted.
#pragma once
#include <QStyledItemDelegate>

namespace sallyport {

/// An interface: name, what it is, its activity of the last minute, and the rate now.
class InterfaceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A recent file: name, and how many packets it has and when it was opened.
class RecentFileDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace sallyport
