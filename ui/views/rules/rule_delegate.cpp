// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rule_delegate.h"
#include "ui/models/amount_text.h"
#include "ui/models/number_text.h"
#include "ui/models/rule_list_model.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/switch_delegate.h"
#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace sallyport {

namespace {

constexpr int margin = 10, gap = 8, handle_width = 10;

bool is_default(const QModelIndex& index) { return index.data(RuleListModel::IsDefaultRole).toBool(); }

/// Hit within the last two seconds: the count is shown strong, so that one sees which rules work right now.
bool works_now(const QModelIndex& index) {
    const QDateTime last = index.data(RuleListModel::LastHitRole).toDateTime();
    return last.isValid() && last.msecsTo(QDateTime::currentDateTime()) < 2000;
}

void paint_handle(QPainter& painter, const QRect& area, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (int column = 0; column < 2; column++)
        for (int row = -1; row <= 1; row++)
            painter.drawEllipse(QPointF(area.left() + 2.5 + column * 5, area.center().y() + 0.5 + row * 4.5), 1.2, 1.2);
}

void paint_background(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors) {
    if (option.state & QStyle::State_Selected) painter.fillRect(option.rect, colors.yours.fill);
    else if (option.state & QStyle::State_MouseOver) painter.fillRect(option.rect, colors.hover);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.border);
    if (option.state & QStyle::State_HasFocus)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), colors.accent);
}

}  // namespace

RuleDelegate::Parts RuleDelegate::parts(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QRect row = option.rect.adjusted(margin, 0, -margin, -1);
    const auto from = [&](int left, int width) { return QRect(left, row.top(), width, row.height()); };
    Parts p;
    const QSize toggle = switch_size(option.fontMetrics);
    p.handle = from(row.left(), handle_width);
    p.toggle = from(p.handle.right() + gap, toggle.width());
    const int pill_left = p.toggle.right() + 1 + gap;
    p.pill = from(pill_left, pill_size(index.data(RuleListModel::ActionRole).toString(), option.font).width());
    const QString hits = grouped(index.data(RuleListModel::PacketsRole).toULongLong());
    const int hits_width = option.fontMetrics.horizontalAdvance(hits) + 2;
    p.hits = from(row.right() + 1 - hits_width, hits_width);
    const int words_left = p.pill.right() + 1 + gap;
    p.words = from(words_left, std::max(0, p.hits.left() - gap - words_left));
    return p;
}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {220, option.fontMetrics.height() + 16};
}

void RuleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Colors& colors = Colors::of(option.palette);
    const Parts p = parts(option, index);
    const bool enabled = index.data(RuleListModel::EnabledRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    paint_background(*painter, option, colors);
    if (!is_default(index)) {
        paint_handle(*painter, p.handle, option.state & QStyle::State_MouseOver ? colors.muted : colors.disabled);
        paint_switch(*painter, p.toggle, enabled, option.palette);
    }
    const QString action = index.data(RuleListModel::ActionRole).toString();
    paint_pill(*painter, p.pill, action_kind(action), action, option.font, option.palette, Qt::AlignLeft, !enabled);
    paintWords(*painter, p.words, option, index);
    painter->setPen(works_now(index) ? colors.text : colors.muted);
    painter->drawText(p.hits, Qt::AlignRight | Qt::AlignVCenter, grouped(index.data(RuleListModel::PacketsRole).toULongLong()));
    painter->restore();
}

/// Direction chip, filter, and the note where there is room for it.
void RuleDelegate::paintWords(QPainter& painter, QRect area, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const Colors& colors = Colors::of(option.palette);
    const bool enabled = index.data(RuleListModel::EnabledRole).toBool();
    const QString direction = index.data(RuleListModel::DirectionRole).toString();
    if (!direction.isEmpty()) {
        const int width = option.fontMetrics.horizontalAdvance(direction) + 10;
        const QRect chip(area.left(), area.center().y() - option.fontMetrics.height() / 2, width, option.fontMetrics.height() + 1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(colors.field_border);
        painter.drawRoundedRect(QRectF(chip).adjusted(.5, .5, -.5, -.5), 4, 4);
        painter.setPen(colors.muted);
        painter.setFont(option.font);
        painter.drawText(chip, Qt::AlignCenter, direction);
        area.setLeft(chip.right() + 1 + gap);
    }
    const QString filter = index.data(RuleListModel::FilterRole).toString();
    QString words = filter;
    QFont font = fixed_font();
    font.setPointSizeF(std::max(5.0, font.pointSizeF() * 0.95));
    if (is_default(index)) words = tr("everything else (default)"), font = option.font;
    else if (filter.isEmpty()) words = tr("every packet"), font = option.font;
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(enabled && !is_default(index) ? colors.text : colors.muted);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(words, Qt::ElideRight, area.width()));
    const QString note = index.data(RuleListModel::NoteRole).toString();
    area.setLeft(area.left() + metrics.horizontalAdvance(words) + 2 * gap);
    if (note.isEmpty() || area.width() < 40) return;
    painter.setFont(option.font);
    painter.setPen(colors.muted);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(note, Qt::ElideRight, area.width()));
}

bool RuleDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease || is_default(index)) return false;
    auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !parts(option, index).toggle.adjusted(-4, 0, 4, 0).contains(mouse->pos())) return false;
    return model->setData(index, !index.data(RuleListModel::EnabledRole).toBool(), RuleListModel::EnabledRole);
}

bool RuleDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid()) return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    const QString note = index.data(RuleListModel::NoteRole).toString();
    if (!note.isEmpty()) lines << QStringLiteral("<b>%1</b>").arg(note.toHtmlEscaped());
    lines << QStringLiteral("<code>%1</code>").arg(index.data().toString().toHtmlEscaped());
    const QDateTime last = index.data(RuleListModel::LastHitRole).toDateTime();
    lines << tr("%1 packets, %2")
                     .arg(grouped(index.data(RuleListModel::PacketsRole).toULongLong()),
                          bytes_text(index.data(RuleListModel::BytesRole).toULongLong())) +
                 (last.isValid() ? tr(", last at %1").arg(QLocale().toString(last.time(), QLocale::LongFormat)) : QString());
    QToolTip::showText(event->globalPos(), lines.join(QStringLiteral("<br>")), view);
    return true;
}

}  // namespace sallyport
