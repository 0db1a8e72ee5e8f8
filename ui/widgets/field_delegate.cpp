// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field_delegate.h"
#include "ui/models/field_tree_model.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/pill.h"
#include <QPainter>

namespace sallyport {

namespace {
QFont label_font(QFont font, const QModelIndex& index) {
    if (index.data(FieldTreeModel::LayerRole).toBool()) font.setWeight(QFont::DemiBold);
    if (index.data(FieldTreeModel::GeneratedRole).toBool()) font.setItalic(true);
    return font;
}
constexpr int gap = 7;         // pixels between a label and its value
constexpr int least_bits = 8;  // characters; fewer say nothing
}  // namespace

void FieldDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Colors& colors = Colors::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool error = index.data(FieldTreeModel::ErrorRole).toBool();
    const bool layer = index.data(FieldTreeModel::LayerRole).toBool();
    painter->save();
    if (selected) painter->fillRect(option.rect, colors.selection);
    else if (layer) painter->fillRect(option.rect, colors.alternate);
    else if (option.state & QStyle::State_MouseOver) painter->fillRect(option.rect, colors.hover);

    QRect area = option.rect.adjusted(3, 0, -4, 0);
    const QColor ink = selected ? colors.on_selection : error ? colors.drop.ink : colors.text;
    painter->setPen(ink);
    if (error) {
        const int side = option.fontMetrics.ascent();
        paint_sign(*painter, QRectF(area.left(), area.center().y() + 0.5 - side / 2.0, side, side), VerdictKind::failure);
        area.setLeft(area.left() + side + 4);
    }
    const QFont font = label_font(option.font, index), fixed = fixed_font();
    const QFontMetrics metrics(font), fixed_metrics(fixed);
    const QString value = index.data(FieldTreeModel::ValueRole).toString();
    const QString label = index.data(FieldTreeModel::LabelRole).toString();
    painter->setFont(font);
    painter->drawText(area, Qt::TextSingleLine | Qt::AlignVCenter, metrics.elidedText(label, Qt::ElideRight, area.width()));
    area.setLeft(area.left() + metrics.horizontalAdvance(label) + gap);
    painter->setFont(fixed);
    if (!value.isEmpty() && area.width() > 0) {
        painter->drawText(area, Qt::TextSingleLine | Qt::AlignVCenter, fixed_metrics.elidedText(value, Qt::ElideRight, area.width()));
        area.setLeft(area.left() + fixed_metrics.horizontalAdvance(value) + 2 * gap);
    }
    const QString bits = index.data(FieldTreeModel::BitsRole).toString();
    if (!bits.isEmpty() && area.width() > fixed_metrics.horizontalAdvance(bits.left(least_bits))) {
        painter->setPen(selected ? colors.on_selection : colors.muted);
        painter->drawText(area, Qt::TextSingleLine | Qt::AlignVCenter, fixed_metrics.elidedText(bits, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(label_font(option.font, index));
    const QFontMetrics fixed(fixed_font());
    const QString value = index.data(FieldTreeModel::ValueRole).toString(), bits = index.data(FieldTreeModel::BitsRole).toString();
    int width = 8 + metrics.horizontalAdvance(index.data(FieldTreeModel::LabelRole).toString());
    if (!value.isEmpty()) width += gap + fixed.horizontalAdvance(value);
    if (!bits.isEmpty()) width += 2 * gap + fixed.horizontalAdvance(bits);
    return {width, metrics.height() + 6};
}

}  // namespace sallyport
