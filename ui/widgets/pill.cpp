// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"
#include <QFontMetrics>
#include <algorithm>

namespace sallyport {

Tone tone_of(VerdictKind kind, const Colors& colors) {
    switch (kind) {
        case VerdictKind::accept: return colors.accept;
        case VerdictKind::drop: return colors.drop;
        case VerdictKind::held:
        case VerdictKind::failure: return colors.held;
        case VerdictKind::yours: return colors.yours;
        case VerdictKind::none: break;
    }
    return {colors.muted, colors.hover};
}

VerdictKind action_kind(const QString& action) {
    if (action == QLatin1String("accept")) return VerdictKind::accept;
    if (action == QLatin1String("drop") || action == QLatin1String("reject")) return VerdictKind::drop;
    if (action == QLatin1String("hold")) return VerdictKind::held;
    return VerdictKind::none;
}

static QFont inner_font(QFont font) {
    if (font.pointSizeF() > 0) font.setPointSizeF(font.pointSizeF() * 0.92);
    else font.setPixelSize(std::max(1, int(font.pixelSize() * 0.92)));
    font.setWeight(QFont::DemiBold);
    return font;
}

QSize pill_size(const QString& word, const QFont& font) {
    const QFontMetrics metrics(inner_font(font));
    const int height = metrics.height() + 4;
    const int sign = metrics.ascent();
    return {6 + sign + 3 + metrics.horizontalAdvance(word) + 7, height};
}

void paint_sign(QPainter& painter, const QRectF& area, VerdictKind kind) {
    const qreal side = std::min(area.width(), area.height());
    const QPointF origin(area.center().x() - side / 2, area.center().y() - side / 2);
    const auto at = [&](qreal x, qreal y) { return origin + QPointF(x * side, y * side); };
    QPen pen(painter.pen().color(), std::max(1.4, side * 0.13), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
        case VerdictKind::accept: painter.drawPolyline(QPolygonF{at(.16, .55), at(.4, .78), at(.84, .26)}); break;
        case VerdictKind::drop:
            painter.drawLine(at(.24, .24), at(.76, .76));
            painter.drawLine(at(.76, .24), at(.24, .76));
            break;
        case VerdictKind::held:
            painter.drawLine(at(.34, .22), at(.34, .78));
            painter.drawLine(at(.66, .22), at(.66, .78));
            break;
        case VerdictKind::yours:
            painter.drawLine(at(.24, .78), at(.76, .24));
            painter.drawPolyline(QPolygonF{at(.36, .24), at(.76, .24), at(.76, .64)});
            break;
        case VerdictKind::failure:
            painter.drawLine(at(.5, .18), at(.5, .56));
            painter.drawPoint(at(.5, .8));
            break;
        case VerdictKind::none: painter.drawLine(at(.28, .5), at(.72, .5)); break;
    }
    painter.restore();
}

QRect paint_pill(QPainter& painter, const QRect& area, VerdictKind kind, const QString& word, const QFont& font, const QPalette& palette,
                 Qt::Alignment alignment, bool dimmed) {
    const Colors& colors = Colors::of(palette);
    const Tone tone = dimmed ? Tone{colors.muted, QColor(Qt::transparent)} : tone_of(kind, colors);
    QSize size = pill_size(word, font);
    size.setWidth(std::min(size.width(), area.width()));
    size.setHeight(std::min(size.height(), area.height()));
    const int x = alignment & Qt::AlignRight ? area.right() + 1 - size.width() : area.left();
    const QRect pill(QPoint(x, area.top() + (area.height() - size.height()) / 2), size);
    const QFont inner = inner_font(font);
    const QFontMetrics metrics(inner);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(dimmed ? QPen(colors.field_border) : QPen(Qt::NoPen));
    painter.setBrush(tone.fill);
    painter.drawRoundedRect(dimmed ? QRectF(pill).adjusted(.5, .5, -.5, -.5) : QRectF(pill), 4, 4);
    painter.setPen(tone.ink);
    const int sign = metrics.ascent();
    paint_sign(painter, QRectF(pill.left() + 6, pill.center().y() + 0.5 - sign / 2.0, sign, sign).adjusted(1, 1, -1, -1), kind);
    painter.setFont(inner);
    const QRect words = pill.adjusted(6 + sign + 3, 0, -4, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(word, Qt::ElideRight, words.width() + 2));
    painter.restore();
    return pill;
}

}  // namespace sallyport
