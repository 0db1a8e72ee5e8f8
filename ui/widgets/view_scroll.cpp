// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_scroll.h"
#include <QLayout>

namespace sallyport {

ViewScroll::ViewScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(content);
    for (QWidget* one : {content, viewport()}) one->setAutoFillBackground(false);  // the panel below is painted already
}

int ViewScroll::contentHeightAtWidth() const {
    const auto* layout = widget()->layout();
    const bool wraps = layout && layout->hasHeightForWidth();
    return wraps ? widget()->heightForWidth(viewport()->width()) : contentHeight();
}

QSize ViewScroll::minimumSizeHint() const {
    constexpr int least_lines = 6, least_characters = 45;
    const QSize room(least_characters * fontMetrics().averageCharWidth(), least_lines * fontMetrics().height());
    return widget()->minimumSizeHint().boundedTo(room);
}

}  // namespace sallyport
