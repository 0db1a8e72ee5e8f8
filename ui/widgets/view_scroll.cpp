// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_scroll.h"
#include <algorithm>

namespace sallyport {

ViewScroll::ViewScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(content);
    for (QWidget* one : {content, viewport()}) one->setAutoFillBackground(false);  // the panel below is painted already
}

QSize ViewScroll::minimumSizeHint() const {
    constexpr int least_lines = 6;
    const QSize least = widget()->minimumSizeHint();
    return {least.width(), std::min(least.height(), least_lines * fontMetrics().height())};
}

}  // namespace sallyport
