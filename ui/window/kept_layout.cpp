// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/kept_layout.h"
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QSettings>

namespace sallyport {

namespace {
constexpr int version = 1;  // of the state; 0 was often squeezed
const QString state_key = QStringLiteral("workspace/docks"), size_key = QStringLiteral("workspace/size");
}  // namespace

KeptLayout::KeptLayout(QMainWindow* docks) : QObject(docks), docks_(docks) {}

void KeptLayout::read(const QSettings& settings) {
    state_ = settings.value(state_key).toByteArray();
    size_ = settings.value(size_key).toSize();
}

void KeptLayout::write(QSettings& settings) const {
    if (!applied_) return;
    settings.setValue(state_key, docks_->saveState(version));
    settings.setValue(size_key, docks_->size());
}

bool KeptLayout::apply() {
    applied_ = true;
    if (!docks_->restoreState(state_, version)) return false;
    waits_ = docks_->size() != size_;
    if (waits_) qApp->installEventFilter(this);
    return true;
}

bool KeptLayout::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::MouseButtonPress || type == QEvent::KeyPress || type == QEvent::Wheel) forget();
    if (waits_ && watched == docks_ && type == QEvent::Resize && docks_->size() == size_) {
        // The layout hears of the new size after this.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (waits_ && docks_->size() == size_) docks_->restoreState(state_, version), forget();
            },
            Qt::QueuedConnection);
    }
    if (!waits_) qApp->removeEventFilter(this);
    return false;
}

}  // namespace sallyport
