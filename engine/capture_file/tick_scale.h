// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/timestamp.h"
#include <cstdint>

namespace sallyport {

/// How an interface of a pcapng file counts time (if_tsresol, if_tsoffset), and the way to nanoseconds and back.
class TickScale {
public:
    explicit TickScale(std::uint64_t ticks_per_second = 1'000'000, std::int64_t offset_seconds = 0)
        : ticks_per_second_(ticks_per_second),
          offset_seconds_(offset_seconds),
          factor_(ticks_per_second && std::uint64_t(billion) % ticks_per_second == 0 ? std::uint64_t(billion) / ticks_per_second : 0) {}

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

    /// Times that a file cannot mean (more than 146 years from 1970) become that limit, so that two times can be subtracted.
    Timestamp time(std::uint64_t ticks) const {
        Wide ns = Wide(offset_seconds_) * billion;
        if (factor_) ns += Wide(ticks) * factor_;
        else if (ticks_per_second_)
            ns += Wide(ticks / ticks_per_second_) * billion + Wide(ticks % ticks_per_second_) * billion / ticks_per_second_;
        constexpr Wide most = std::int64_t(1) << 62;
        return {std::int64_t(ns > most ? most : ns < -most ? -most : ns)};
    }

    /// The ticks of a time; times before 1970 become 0. Rounded down where a tick is whole nanoseconds, else up, so that time() gives the
    /// same again.
    std::uint64_t ticks(Timestamp time) const {
        Wide shifted = Wide(time.ns) - Wide(offset_seconds_) * billion;
        if (shifted < 0) return 0;
        auto ns = std::uint64_t(shifted);
        if (factor_) return ns / factor_;
        Wide fraction = Wide(ns % billion) * ticks_per_second_;
        return ns / std::uint64_t(billion) * ticks_per_second_ + std::uint64_t((fraction + billion - 1) / billion);
    }

private:
    __extension__ using Wide = __int128;
    static constexpr std::int64_t billion = 1'000'000'000;
    std::uint64_t ticks_per_second_;
    std::int64_t offset_seconds_;
    std::uint64_t factor_;  // nanoseconds of a tick where that is whole, else 0
};

}  // namespace sallyport
