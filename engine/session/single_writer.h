// SPDX-License-Identifier: GPL-3.0-or-later
// Counters that one thread writes and any reads: cheaper than an atomic addition, which would lock the bus.
#pragma once
#include <atomic>
#include <cstdint>

namespace sallyport {

inline void add(std::atomic<std::uint64_t>& counter, std::uint64_t more) {
    counter.store(counter.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
}

}  // namespace sallyport
