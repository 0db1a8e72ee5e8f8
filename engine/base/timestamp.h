// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <cstdint>

namespace sallyport {

/// Nanoseconds since 1970-01-01 00:00 UTC.
struct Timestamp {
    std::int64_t ns = 0;

    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    constexpr std::int64_t operator-(Timestamp other) const { return ns - other.ns; }
    static Timestamp now() {
        return {std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
    }
};

}  // namespace sallyport
