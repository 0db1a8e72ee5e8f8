// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"
#include <QWidget>
#include <algorithm>

namespace sallyport {

FlowLayout::FlowLayout(QWidget* parent, int gap, int line_gap) : QLayout(parent), gap_(gap), line_gap_(line_gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(items_); }

QSize FlowLayout::sizeHint() const {
    int width = 0, height = 0;
    for (auto* item : items_) {
        if (item->isEmpty()) continue;
        width += item->sizeHint().width() + (width ? gap_ : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins m = contentsMargins();
    return {width + m.left() + m.right(), height + m.top() + m.bottom()};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (auto* item : items_)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
    const QRect room = rect.marginsRemoved(contentsMargins());
    int y = room.top();
    qsizetype first = 0;
    while (first < items_.size()) {  // a line at a time
        int used = 0, height = 0;
        qsizetype last = first;
        for (; last < items_.size(); last++) {
            if (items_[last]->isEmpty()) continue;
            const QSize size = items_[last]->sizeHint();
            if (used && used + gap_ + size.width() > room.width()) break;
            used += size.width() + (used ? gap_ : 0);
            height = std::max(height, size.height());
        }
        int x = room.left();
        int tallest = height;
        for (qsizetype i = first; i < last; i++) {
            if (items_[i]->isEmpty()) continue;
            QSize size = items_[i]->sizeHint();
            size.setWidth(std::min(size.width(), room.width()));
            if (items_[i]->hasHeightForWidth()) size.setHeight(items_[i]->heightForWidth(size.width()));
            tallest = std::max(tallest, size.height());
            if (place) items_[i]->setGeometry({QPoint(x, y + std::max(0, (height - size.height()) / 2)), size});
            x += size.width() + gap_;
        }
        if (used) y += tallest + line_gap_;
        first = std::max(last, first + 1);
    }
    return std::max(0, y - line_gap_ - room.top()) + contentsMargins().top() + contentsMargins().bottom();
}

}  // namespace sallyport
