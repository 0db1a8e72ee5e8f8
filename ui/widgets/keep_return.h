// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QKeyEvent>

namespace sallyport {

/// Ctrl+Return is a key of the whole window: it sends the packet in the making. A widget whose own Return takes any modifiers keeps it by
/// this, with each event that comes to it or to its children. True: the event asked about that key, and is accepted.
inline bool keep_return(QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return false;
    event->accept();
    return true;
}

}  // namespace sallyport
