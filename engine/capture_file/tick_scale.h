// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/timestamp.h"
#include <cstdint>

namespace sallyport {

/// How an interface of a pcapng file counts time (if_tsresol, if_tsoffset), and the way to nanoseconds and back.
class TickScale {
public:
    explicit TickScale(std::uint64_t ticks_per_second = 1'000'000, std::int64_t offset_seconds = 0)
        : ticks_per_second_(ticks_per_second), offset_ns_(std::uint64_t(offset_seconds) * billion),
          factor_(ticks_per_second && billion % ticks_per_second == 0 ? billion / ticks_per_second : 0) {}

    /// Ticks of an if_tsresol byte: powers of ten, or of two with the top bit set. 0 where they do not fit in 64 bits.
    static std::uint64_t ticks_of(std::uint8_t resolution) {
        unsigned power = resolution & 0x7f;
        if (resolution & 0x80) return power < 64 ? 1ull << power : 0;
        if (power > 19) return 0;
        std::uint64_t ticks = 1;
        while (power--) ticks *= 10;
        return ticks;
    }

    std::uint64_t ticks_per_second() const { return ticks_per_second_; }

    Timestamp time(std::uint64_t ticks) const {
        if (factor_) return {std::int64_t(ticks * factor_ + offset_ns_)};
        if (!ticks_per_second_) return {std::int64_t(offset_ns_)};
        // Seconds and the rest apart: 128-bit arithmetic only for the rest, and no overflow before the result's.
        std::uint64_t seconds = ticks / ticks_per_second_, rest = ticks % ticks_per_second_;
        auto fraction = std::uint64_t(Wide(rest) * billion / ticks_per_second_);
        return {std::int64_t(seconds * billion + fraction + offset_ns_)};
    }

    /// The ticks of a time, rounded down; times before 1970 become 0.
    std::uint64_t ticks(Timestamp time) const {
        std::uint64_t ns = time.ns < 0 ? 0 : std::uint64_t(time.ns) - offset_ns_;
        if (factor_) return ns / factor_;
        return ns / billion * ticks_per_second_ + std::uint64_t(Wide(ns % billion) * ticks_per_second_ / billion);
    }

private:
    __extension__ using Wide = unsigned __int128;
    static constexpr std::uint64_t billion = 1'000'000'000;
    std::uint64_t ticks_per_second_, offset_ns_, factor_;   // factor_: nanoseconds of a tick where that is whole, else 0
};

}  // namespace sallyport
