// SPDX-License-Identifier: GPL-3.0-or-later
// What a thread found out, handed to the thread of an object that asked for it.
#pragma once
#include <QMetaObject>
#include <QObject>
#include <future>
#include <utility>

namespace sallyport {

/// Calls `take(const Value&)` in the thread of `receiver`, unless `receiver` is gone by then. Any thread. The value lies in a
/// future and not in the functor alone, so that the thread sanitizer, which cannot see into Qt's event queue, sees who waits for whom.
template <class Value, class Take>
void hand_over(QObject* receiver, Value value, Take take) {
    std::promise<Value> promise;
    promise.set_value(std::move(value));
    QMetaObject::invokeMethod(
        receiver, [found = promise.get_future().share(), take = std::move(take)] { take(found.get()); }, Qt::QueuedConnection);
}

}  // namespace sallyport
