// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/packet_delegate.h"
#include "ui/models/packet_list_model.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/pill.h"
#include <QPainter>

namespace sallyport {

namespace {
constexpr int cell_margin = 8;

struct Look {
    QColor background, ink;  // an invalid background: what is there already
};

Look look_of(const QStyleOptionViewItem& option, const QModelIndex& index, PacketColumn::Kind kind, const Colors& colors) {
    using Kind = PacketColumn::Kind;
    if (option.state & QStyle::State_Selected) return {colors.selection, colors.on_selection};
    if (index.data(PacketListModel::MarkedRole).toBool()) return {colors.text, colors.panel};
    Look look{option.features & QStyleOptionViewItem::Alternate ? colors.alternate : QColor(), colors.text};
    if (index.data(PacketListModel::IgnoredRole).toBool()) look.ink = colors.disabled;
    else if (kind == Kind::time && index.data(PacketListModel::ReferenceRole).toBool()) look.ink = colors.accent;
    else if (kind == Kind::number || kind == Kind::time || kind == Kind::length || kind == Kind::rule) look.ink = colors.muted;
    else if (kind == Kind::info && index.data(PacketListModel::MalformedRole).toBool()) look.ink = colors.drop.ink;
    return look;
}
/// A packet of ours that was judged wears the sign of what we send beside its verdict.
bool has_sign_beside(const QModelIndex& index) {
    return index.data(PacketListModel::OursRole).toBool() &&
           index.data(PacketListModel::VerdictRole).value<VerdictKind>() != VerdictKind::yours;
}

void paint_verdict(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const QString& text) {
    QRect area = option.rect.adjusted(cell_margin, 1, -2, -1);
    const auto kind = index.data(PacketListModel::VerdictRole).value<VerdictKind>();
    if (has_sign_beside(index)) {
        const Colors& colors = Colors::of(option.palette);
        const int side = option.fontMetrics.ascent();
        painter.setPen(option.state & QStyle::State_Selected ? colors.on_selection : colors.yours.ink);
        paint_sign(painter, QRectF(area.left() - 3, area.center().y() + 0.5 - side / 2.0, side, side), VerdictKind::yours);
        area.setLeft(area.left() + side);
    }
    paint_pill(painter, area, kind, text, option.font, option.palette);
}
}  // namespace

void PacketDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    auto* model = qobject_cast<const PacketListModel*>(index.model());
    if (!model) return QStyledItemDelegate::paint(painter, given, index);
    QStyleOptionViewItem option = given;
    const auto kind = model->packetColumns()[index.column()].kind;
    const Colors& colors = Colors::of(option.palette);
    const Look look = look_of(option, index, kind, colors);
    if (look.background.isValid()) painter->fillRect(option.rect, look.background);
    const QString text = index.data().toString();
    if (text.isEmpty()) return;
    const QRect area = option.rect.adjusted(cell_margin, 0, -cell_margin, 0);
    if (kind == PacketColumn::Kind::verdict) return paint_verdict(*painter, option, index, text);
    painter->setPen(look.ink);
    painter->setFont(option.font);
    const bool right = model->packetColumns()[index.column()].right_aligned();
    painter->drawText(area, Qt::TextSingleLine | Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft),
                      option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
}

QSize PacketDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString text = index.data().toString();
    const int width = option.fontMetrics.horizontalAdvance(text) + 2 * cell_margin + 2;
    auto* model = qobject_cast<const PacketListModel*>(index.model());
    const bool pill = model && model->packetColumns()[index.column()].kind == PacketColumn::Kind::verdict;
    const int sign = pill && has_sign_beside(index) ? option.fontMetrics.ascent() : 0;
    return {pill ? sign + pill_size(text, option.font).width() + 2 * cell_margin : width, option.fontMetrics.height() + 5};
}

}  // namespace sallyport
