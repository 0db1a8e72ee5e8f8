// SPDX-License-Identifier: GPL-3.0-or-later
// When packets come fast but one by one, a receiver that keeps up with them pays two system calls and a wake-up for each. A pause of
// some microseconds before it receives lets several come together. Only in a flood: what comes slowly is received at once.
//
// Measured with `./dev bench firewall` on a quiet 2-core machine at 200 k packets/s: 4.0 us a packet without, 2.4 us with it
// (a plain loop: 3.4).
#pragma once
#include "base/timestamp.h"

namespace sallyport {

class ReceivePace {
public:
    static constexpr std::int64_t pause_ns = 50'000;  // longer by the kernel's timers, as a rule to about twice

    /// Counts a batch that came at `now`.
    void received(unsigned packets, Timestamp now) {
        const std::int64_t passed = now - window_began_;
        count_ += packets;
        if (passed < window_ns && passed >= 0) return;
        flood_ = passed >= 0 && passed < 2 * window_ns && count_ * second_ns / passed > flood_a_second;
        window_began_ = now;
        count_ = 0;
    }
    /// After a batch of so many: more will have come together a little later.
    bool worth_a_pause(unsigned last_batch) const { return flood_ && last_batch < enough; }

private:
    static constexpr std::int64_t second_ns = 1'000'000'000, window_ns = 5'000'000;
    static constexpr std::int64_t flood_a_second = 40'000;
    static constexpr unsigned enough = 16;  // packets in a batch: a system call costs each of them little

    Timestamp window_began_;
    std::int64_t count_ = 0;
    bool flood_ = false;
};

}  // namespace sallyport
