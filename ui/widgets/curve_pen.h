// SPDX-License-Identifier: GPL-3.0-or-later
// How a curve is drawn: its colour in the theme at hand, and its line, so that no curve is told from others by colour alone.
#pragma once
#include "ui/models/curve.h"
#include "ui/widgets/colors.h"
#include <QIcon>
#include <QPainter>
#include <QPen>

namespace sallyport {

QColor curve_color(CurveHue hue, const Colors& colors);
QPen curve_pen(CurveHue hue, CurveLine line, const Colors& colors);
/// "Blue", "Dashed": for people, and for screen readers.
QString hue_name(CurveHue hue);
QString line_name(CurveLine line);
/// A short piece of the curve through the middle of `area`.
void paint_curve_sample(QPainter& painter, const QRect& area, const QPen& pen);
/// The same as an icon, for a list of choices.
QIcon curve_icon(const QPen& pen, const QSize& size, qreal device_pixel_ratio);

}  // namespace sallyport
