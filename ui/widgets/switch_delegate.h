// SPDX-License-Identifier: GPL-3.0-or-later
// A small on/off switch as delegates paint it: a knob that sits left when off and right when on.
#pragma once
#include <QPainter>
#include <QPalette>
#include <QRect>
#include <QSize>
#include <QStyledItemDelegate>

namespace sallyport {

QSize switch_size(const QFontMetrics& metrics);
/// Centred in `area`. Hovered switches have a stronger edge; disabled ones cannot be moved.
void paint_switch(QPainter& painter, const QRect& area, bool on, const QPalette& palette, bool enabled = true, bool on_selection = false);

/// A column of Qt::CheckStateRole shown as switches; a click or the space bar toggles.
class SwitchDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
};

}  // namespace sallyport
