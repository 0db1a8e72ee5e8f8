// SPDX-License-Identifier: GPL-3.0-or-later
// Layers are dragged to other places by their handles.
#include "ui/views/compose/layer_card.h"
#include "ui/views/compose/layer_header.h"
#include "ui/views/compose/layer_stack.h"
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollBar>

namespace sallyport {

static const QString layer_type = QStringLiteral("application/x-sallyport-layer");

void LayerStack::drag(LayerCard* card) {
    auto* data = new QMimeData;
    data->setData(layer_type, QByteArray::number(qulonglong(card->index())));
    auto* drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(card->header()->grab());
    drag->setHotSpot({12, card->header()->height() / 2});
    drag->exec(Qt::MoveAction);
    showGap(-1);
}

/// Before which card something lands that is let go at a height of the viewport.
std::size_t LayerStack::gapAt(int y) const {
    const int in_content = y + verticalScrollBar()->value();
    std::size_t gap = 0;
    while (gap < cards_.size() && in_content > cards_[gap]->y() + cards_[gap]->height() / 2) gap++;
    return gap;
}

void LayerStack::showGap(int gap) {
    gap_line_->setVisible(gap >= 0 && !cards_.empty());
    if (gap < 0 || cards_.empty()) return;
    const bool last = std::size_t(gap) >= cards_.size();
    const QRect card = last ? cards_.back()->geometry() : cards_[std::size_t(gap)]->geometry();
    gap_line_->setGeometry(0, (last ? card.bottom() + 1 : card.top()) - 1, content_->width(), 3);
    gap_line_->raise();
}

void LayerStack::dragEnterEvent(QDragEnterEvent* event) {
    if (event->source() == this && event->mimeData()->hasFormat(layer_type)) event->acceptProposedAction();
}

void LayerStack::dragMoveEvent(QDragMoveEvent* event) {
    if (event->source() != this) return;
    showGap(int(gapAt(event->position().toPoint().y())));
    event->acceptProposedAction();
}

void LayerStack::dragLeaveEvent(QDragLeaveEvent*) { showGap(-1); }

void LayerStack::dropEvent(QDropEvent* event) {
    showGap(-1);
    if (event->source() != this) return;
    const std::size_t from = event->mimeData()->data(layer_type).toULongLong();
    const std::size_t gap = gapAt(event->position().toPoint().y());
    event->acceptProposedAction();
    const std::size_t to = gap > from ? gap - 1 : gap;
    QMetaObject::invokeMethod(
        this, [this, from, to] { session_->moveLayer(from, to); }, Qt::QueuedConnection);  // after the drag
}

}  // namespace sallyport
