// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/start/start_delegates.h"
#include "ui/models/interface_model.h"
#include "ui/models/recent_files_model.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/sparkline.h"
#include <QPainter>
#include <algorithm>

namespace sallyport {

namespace {

constexpr int margin = 14, gap = 14;

/// Background, line below, focus bar. Returns the colours to go on with.
const Colors& paint_row(QPainter& painter, const QStyleOptionViewItem& option) {
    const Colors& colors = Colors::of(option.palette);
    if (option.state & QStyle::State_Selected) painter.fillRect(option.rect, colors.yours.fill);
    else if (option.state & QStyle::State_MouseOver) painter.fillRect(option.rect, colors.hover);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.border);
    if (option.state & QStyle::State_HasFocus)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), colors.accent);
    return colors;
}

QFont strong(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

void paint_text(QPainter& painter, const QRect& area, Qt::Alignment side, const QFont& font, const QColor& color, const QString& text) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(area, side | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

}  // namespace

QSize InterfaceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {360, option.fontMetrics.height() + 26};
}

void InterfaceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    const Colors& colors = paint_row(*painter, option);
    const bool up = index.data(InterfaceModel::UpRole).toBool();
    const QRect row = option.rect.adjusted(margin, 0, -margin, -1);
    const int digit = option.fontMetrics.horizontalAdvance(QLatin1Char('0'));
    const int name_width = digit * 15, rate_width = digit * 11;
    const int line_width = std::clamp(row.width() / 4, digit * 8, digit * 26);

    const QRect name(row.left(), row.top(), name_width, row.height());
    const QRect rate(row.right() + 1 - rate_width, row.top(), rate_width, row.height());
    const QRect line(rate.left() - gap - line_width, row.top() + 10, line_width, row.height() - 20);
    const QRect detail(name.right() + gap, row.top(), line.left() - gap - name.right() - gap, row.height());
    paint_text(*painter, name, Qt::AlignLeft, strong(option.font), up ? colors.text : colors.muted, index.data().toString());
    paint_text(*painter, detail, Qt::AlignLeft, option.font, colors.muted, index.data(InterfaceModel::DetailRole).toString());
    if (auto* model = qobject_cast<const InterfaceModel*>(index.model()); model && up)
        paint_sparkline(*painter, line, model->history(index.row()), InterfaceModel::history_length, colors.accent);
    paint_text(*painter, rate, Qt::AlignRight, option.font, up ? colors.text : colors.muted,
               index.data(InterfaceModel::RateTextRole).toString());
    painter->restore();
}

QSize RecentFileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {240, option.fontMetrics.height() + 18};
}

void RecentFileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    const Colors& colors = paint_row(*painter, option);
    const QRect row = option.rect.adjusted(margin, 0, -margin, -1);
    const QString detail = index.data(RecentFilesModel::DetailRole).toString();
    const int detail_width = std::min(option.fontMetrics.horizontalAdvance(detail) + 2, row.width() / 2);
    const QRect right(row.right() + 1 - detail_width, row.top(), detail_width, row.height());
    const bool exists = index.data(RecentFilesModel::ExistsRole).toBool();
    paint_text(*painter, row.adjusted(0, 0, -detail_width - gap, 0), Qt::AlignLeft, option.font, exists ? colors.text : colors.muted,
               index.data().toString());
    paint_text(*painter, right, Qt::AlignRight, option.font, colors.muted, detail);
    painter->restore();
}

}  // namespace sallyport
