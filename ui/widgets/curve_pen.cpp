// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/curve_pen.h"
#include <QCoreApplication>

namespace sallyport {

namespace {

constexpr qreal width = 1.6;

struct Hue {
    const char* name;
    QRgb light, dark;  // 0: one of the colours with a meaning
};
constexpr Hue hues[curve_hues] = {
    {QT_TRANSLATE_NOOP("Curve", "Grey"), 0, 0},
    {QT_TRANSLATE_NOOP("Curve", "Green"), 0, 0},
    {QT_TRANSLATE_NOOP("Curve", "Red"), 0, 0},
    {QT_TRANSLATE_NOOP("Curve", "Amber"), 0, 0},
    {QT_TRANSLATE_NOOP("Curve", "Blue"), 0, 0},
    {QT_TRANSLATE_NOOP("Curve", "Violet"), 0x7a3fb8, 0xc79bff},
    {QT_TRANSLATE_NOOP("Curve", "Teal"), 0x0b7285, 0x4fd0dd},
    {QT_TRANSLATE_NOOP("Curve", "Orange"), 0xb8500a, 0xffa35c},
    {QT_TRANSLATE_NOOP("Curve", "Pink"), 0xb0256f, 0xff8fc8},
    {QT_TRANSLATE_NOOP("Curve", "Brown"), 0x7a5230, 0xd6b08a},
};

constexpr const char* lines[curve_lines] = {QT_TRANSLATE_NOOP("Curve", "Solid"), QT_TRANSLATE_NOOP("Curve", "Dashed"),
                                            QT_TRANSLATE_NOOP("Curve", "Dotted"), QT_TRANSLATE_NOOP("Curve", "Dash and dot")};

}  // namespace

QColor curve_color(CurveHue hue, const Colors& colors) {
    switch (hue) {
        case CurveHue::neutral: return colors.muted;
        case CurveHue::green: return colors.accept.ink;
        case CurveHue::red: return colors.drop.ink;
        case CurveHue::amber: return colors.held.ink;
        case CurveHue::blue: return colors.yours.ink;
        default: return QColor(colors.dark ? hues[int(hue)].dark : hues[int(hue)].light);
    }
}

QPen curve_pen(CurveHue hue, CurveLine line, const Colors& colors) {
    QPen pen(curve_color(hue, colors), width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    switch (line) {  // lengths in widths of the pen
        case CurveLine::solid: break;
        case CurveLine::dash: pen.setDashPattern({5, 2.5}); break;
        case CurveLine::dot: pen.setDashPattern({1.5, 2}); break;
        case CurveLine::dash_dot: pen.setDashPattern({6, 2.5, 1.5, 2.5}); break;
    }
    return pen;
}

QString hue_name(CurveHue hue) { return QCoreApplication::translate("Curve", hues[int(hue)].name); }
QString line_name(CurveLine line) { return QCoreApplication::translate("Curve", lines[int(line)]); }

void paint_curve_sample(QPainter& painter, const QRect& area, const QPen& pen) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen thick = pen;
    thick.setWidthF(2);
    painter.setPen(thick);
    const qreal y = QRectF(area).center().y();
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right() + 1, y));
    painter.restore();
}

QIcon curve_icon(const QPen& pen, const QSize& size, qreal device_pixel_ratio) {
    QPixmap pixmap(size * device_pixel_ratio);
    pixmap.setDevicePixelRatio(device_pixel_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint_curve_sample(painter, QRect(QPoint(0, 0), size), pen);
    return pixmap;
}

}  // namespace sallyport
