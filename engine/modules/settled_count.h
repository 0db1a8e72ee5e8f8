// SPDX-License-Identifier: GPL-3.0-or-later
// Counts that are read from the kernel beside its work, where one packet may be in one counter and not yet in the other.
#pragma once
#include "modules/packet_module.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace sallyport {

/// A growing count that may look too large for a moment: told is what every look of at least `settle_time` found. Not thread-safe.
class SettledCount {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// What a look at `now` found. Returns what is sure.
    std::uint64_t note(std::uint64_t found, Time now) {
        if (found <= sure_) {
            settling_ = false;
        } else if (!settling_) {
            settling_ = true, least_ = found, since_ = now;
        } else {
            least_ = std::min(least_, found);
            if (now - since_ >= settle_time) sure_ = least_, settling_ = found > sure_, least_ = found, since_ = now;
        }
        return sure_;
    }
    std::uint64_t sure() const { return sure_; }
    bool settling() const { return settling_; }

private:
    std::uint64_t sure_ = 0, least_ = 0;
    bool settling_ = false;
    Time since_{};
};

/// Whether a number rests: every look of at least `settle_time` found the same. Any thread.
class RestingNumber {
public:
    bool rests(std::uint32_t found, std::chrono::steady_clock::time_point now) {
        const auto time = std::uint32_t(std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count());
        auto last = last_.load();
        while (last == never || std::uint32_t(last >> 32) != found)
            if (last_.compare_exchange_weak(last, std::uint64_t(found) << 32 | time)) return false;
        return time - std::uint32_t(last) >= settle_time.count();
    }

private:
    static constexpr std::uint64_t never = ~std::uint64_t(0);
    std::atomic<std::uint64_t> last_{never};  // the number, and the low half of the milliseconds when it was first found
};

}  // namespace sallyport
