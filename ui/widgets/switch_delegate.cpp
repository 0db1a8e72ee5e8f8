// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switch_delegate.h"
#include "ui/widgets/colors.h"
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace sallyport {

QSize switch_size(const QFontMetrics& metrics) {
    const int height = std::max(12, metrics.ascent() + 2) & ~1;
    return {height * 9 / 5, height};
}

void paint_switch(QPainter& painter, const QRect& area, bool on, const QPalette& palette, bool enabled, bool on_selection) {
    const Colors& colors = Colors::of(palette);
    const QSize size = switch_size(painter.fontMetrics());
    QRectF track(QPointF(area.center().x() + 0.5 - size.width() / 2.0, area.center().y() + 0.5 - size.height() / 2.0), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on_selection ? QPen(colors.on_selection, 1) : Qt::NoPen);
    painter.setBrush(!enabled ? colors.border : on ? colors.accent : colors.disabled);
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const qreal knob = track.height() - 5;
    const qreal x = on ? track.right() - knob - 2.5 : track.left() + 2.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.dark && on ? colors.on_accent : colors.dark ? colors.panel : Qt::white);
    painter.drawEllipse(QRectF(x, track.top() + 2.5, knob, knob));
    painter.restore();
}

void SwitchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    plain.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    painter->save();
    painter->setFont(option.font);
    paint_switch(*painter, option.rect, index.data(Qt::CheckStateRole).toInt() == Qt::Checked, option.palette,
                 index.flags() & Qt::ItemIsUserCheckable, option.state & QStyle::State_Selected);
    painter->restore();
}

QSize SwitchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return switch_size(QFontMetrics(option.font)) + QSize(8, 6);
}

bool SwitchDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem&, const QModelIndex& index) {
    if (!(index.flags() & Qt::ItemIsUserCheckable)) return false;
    const bool click = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    const bool space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!click && !space) return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace sallyport
