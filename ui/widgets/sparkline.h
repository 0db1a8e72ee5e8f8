// SPDX-License-Identifier: GPL-3.0-or-later
// A line without axes that shows how something went lately. Free function, for delegates and widgets.
#pragma once
#include <QColor>
#include <QPainter>
#include <QRectF>
#include <vector>

namespace sallyport {

/// Draws `values` (oldest first) through `area`; the newest stands at the right edge, and `capacity` values fill the width. The
/// top is `maximum` or the greatest value; with nothing but zeros it is a flat line at the bottom.
void paint_sparkline(QPainter& painter, const QRectF& area, const std::vector<double>& values, std::size_t capacity, const QColor& color,
                     double maximum = 0);

}  // namespace sallyport
