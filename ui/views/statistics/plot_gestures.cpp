// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/plot_gestures.h"
#include <QMouseEvent>
#include <QRubberBand>
#include <cmath>
#include <utility>

namespace sallyport {

namespace {
constexpr double moved_pixels = 4;  // a press that moves less is a click
constexpr double notch = 120;       // QWheelEvent::angleDelta() of one
}  // namespace

PlotGestures::PlotGestures(QWidget* area) : QObject(area), area_(area), band_(new QRubberBand(QRubberBand::Rectangle, area)) {
    area->setMouseTracking(true);
    area->setCursor(Qt::CrossCursor);
    area->installEventFilter(this);
}

bool PlotGestures::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress: press(static_cast<QMouseEvent*>(event)); return true;
        case QEvent::MouseMove: move(static_cast<QMouseEvent*>(event)); return true;
        case QEvent::MouseButtonRelease: release(static_cast<QMouseEvent*>(event)); return true;
        case QEvent::MouseButtonDblClick: emit doubleClicked(); return true;
        case QEvent::Leave: emit left(); return false;
        case QEvent::Wheel: {
            auto* wheel = static_cast<QWheelEvent*>(event);
            const QPoint by = wheel->angleDelta();
            if (std::abs(by.x()) > std::abs(by.y())) emit wheelPushed(by.x() / notch);
            else if (by.y()) emit wheelTurned(by.y() / notch, wheel->position());
            return true;
        }
        default: return QObject::eventFilter(watched, event);
    }
}

void PlotGestures::press(const QMouseEvent* event) {
    emit pressed();
    if (event->button() != Qt::LeftButton) return;
    drag_ = Drag{event->position(), event->position(), false, bool(event->modifiers() & Qt::ShiftModifier)};
}

void PlotGestures::move(const QMouseEvent* event) {
    const QPointF at = event->position();
    if (!drag_) {
        emit hovered(at);
        return;
    }
    drag_->moved = drag_->moved || std::abs(at.x() - drag_->begin.x()) >= moved_pixels;
    if (!drag_->moved) return;
    if (drag_->marks) {
        const int begin = int(drag_->begin.x()), end = int(at.x());
        band_->setGeometry(QRect(QPoint(std::min(begin, end), 0), QPoint(std::max(begin, end), area_->height())) & area_->rect());
        band_->show();
    } else {
        area_->setCursor(Qt::ClosedHandCursor);
        emit dragged(at.x() - drag_->last.x());
    }
    drag_->last = at;
}

void PlotGestures::release(const QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !drag_) return;
    const Drag drag = *std::exchange(drag_, std::nullopt);
    const double begin = drag.begin.x(), end = event->position().x();
    band_->hide();
    area_->setCursor(Qt::CrossCursor);
    if (!drag.moved) emit clicked(event->position());
    else if (drag.marks) emit marked(std::min(begin, end), std::max(begin, end));
}

}  // namespace sallyport
