// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flows/flow_delegate.h"
#include "ui/models/flow_list_model.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/pill.h"
#include <QPainter>

namespace sallyport {

namespace {
constexpr int cell_margin = 6;  // as beside the headings (sallyport.qss): there are many columns

/// What people look for is dark; what has ended, and what only explains, is muted.
QColor ink_of(const QStyleOptionViewItem& option, const QModelIndex& index, const Colors& colors) {
    if (option.state & QStyle::State_Selected) return colors.on_selection;
    switch (index.column()) {
        case FlowListModel::protocol:
        case FlowListModel::client:
        case FlowListModel::server:
        case FlowListModel::name:
        case FlowListModel::bytes: return index.data(FlowListModel::EndedRole).toBool() ? colors.muted : colors.text;
        default: return colors.muted;
    }
}
}  // namespace

void FlowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Colors& colors = Colors::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) painter->fillRect(option.rect, colors.selection);
    else if (option.features & QStyleOptionViewItem::Alternate) painter->fillRect(option.rect, colors.alternate);
    const QString text = index.data().toString();
    if (text.isEmpty()) return;
    if (index.column() == FlowListModel::verdict) {
        paint_pill(*painter, option.rect.adjusted(cell_margin, 1, -2, -1), index.data(FlowListModel::VerdictRole).value<VerdictKind>(),
                   text, option.font, option.palette);
        return;
    }
    const QRect area = option.rect.adjusted(cell_margin, 0, -cell_margin, 0);
    const bool right = FlowListModel::right_aligned(index.column());
    const bool address = index.column() == FlowListModel::client || index.column() == FlowListModel::server;  // the port tells them apart
    painter->setPen(ink_of(option, index, colors));
    painter->setFont(option.font);
    painter->drawText(area, Qt::TextSingleLine | Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft),
                      option.fontMetrics.elidedText(text, address ? Qt::ElideMiddle : Qt::ElideRight, area.width()));
}

QSize FlowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString text = index.data().toString();
    const int words =
        index.column() == FlowListModel::verdict ? pill_size(text, option.font).width() : option.fontMetrics.horizontalAdvance(text) + 2;
    return {words + 2 * cell_margin, option.fontMetrics.height() + 6};
}

}  // namespace sallyport
