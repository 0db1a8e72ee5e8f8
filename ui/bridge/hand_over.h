// SPDX-License-Identifier: GPL-3.0-or-later
// What a thread found out, handed to the thread of an object that asked for it.
#pragma once
#include <QMetaObject>
#include <QObject>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace sallyport {

/// Where one thread leaves a value for another; a newer one replaces what was not taken. Any thread.
template <class Value>
class HandedOver {
public:
    void leave(Value value) {
        std::lock_guard lock(mutex_);
        value_ = std::move(value);
    }
    std::optional<Value> take() {
        std::lock_guard lock(mutex_);
        return std::exchange(value_, std::nullopt);
    }

private:
    std::mutex mutex_;
    std::optional<Value> value_;
};

/// Calls `take(const Value&)` in the thread of `receiver`, to whom `place` belongs, unless it is gone by then. Any thread. The value
/// does not travel with the event: the thread sanitizer cannot see into Qt's queue, and a lock shows it who waits for whom.
template <class Value, class Take>
void hand_over(QObject* receiver, HandedOver<Value>& place, Value value, Take take) {
    static_assert(std::is_trivially_copyable_v<Take>);
    place.leave(std::move(value));
    QMetaObject::invokeMethod(
        receiver,
        [&place, take] {
            if (const auto found = place.take()) take(*found);
        },
        Qt::QueuedConnection);
}

}  // namespace sallyport
