// SPDX-License-Identifier: GPL-3.0-or-later
// Mapped files must not kill the program: when a mapped file is shortened by somebody else, or its disk refuses a block, the
// kernel raises SIGBUS at the access. A guarded range gets a page of zeros there instead.
#pragma once
#include <cstddef>

namespace sallyport {

/// Guards [begin, begin + size) as long as it lives; page aligned. Any thread. The first guard installs the signal handler,
/// which passes faults outside of every guarded range on to whoever handled SIGBUS before.
class BusGuard {
public:
    BusGuard(const void* begin, std::size_t size, bool writable);
    ~BusGuard();
    BusGuard(const BusGuard&) = delete;
    BusGuard& operator=(const BusGuard&) = delete;

    /// True when a page had to be replaced: the range no longer shows what the file holds.
    bool tripped() const;

private:
    int slot_;  // -1: all slots are in use, the range is not guarded
};

}  // namespace sallyport
