// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"
#include <QPainterPath>
#include <algorithm>

namespace sallyport {

void paint_sparkline(QPainter& painter, const QRectF& area, const std::vector<double>& values, std::size_t capacity, const QColor& color,
                     double maximum) {
    if (capacity < 2 || area.width() < 2) return;
    const std::size_t shown = std::min(values.size(), capacity);
    for (std::size_t i = values.size() - shown; i < values.size(); i++) maximum = std::max(maximum, values[i]);
    const qreal step = area.width() / double(capacity - 1);
    QPolygonF line;
    for (std::size_t i = 0; i < capacity; i++) {
        const std::size_t missing = capacity - shown;  // before we began to look: drawn as nothing
        const double value = i < missing ? 0 : values[values.size() - shown + (i - missing)];
        if (i < missing) continue;
        const double share = maximum > 0 ? value / maximum : 0;
        line << QPointF(area.left() + step * double(i), area.bottom() - share * area.height());
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (line.size() > 1) {
        QPolygonF below = line;
        below << QPointF(line.last().x(), area.bottom()) << QPointF(line.first().x(), area.bottom());
        QColor wash = color;
        wash.setAlphaF(0.10);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wash);
        painter.drawPolygon(below);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (line.size() == 1) line.prepend(line.first() - QPointF(step, 0));
    painter.drawPolyline(line);
    if (shown < capacity) {  // a quiet base line where nothing is known yet
        QColor faint = color;
        faint.setAlphaF(0.25);
        painter.setPen(QPen(faint, 1));
        painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(line.isEmpty() ? area.right() : line.first().x(), area.bottom()));
    }
    painter.restore();
}

}  // namespace sallyport
