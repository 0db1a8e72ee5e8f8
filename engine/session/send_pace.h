// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>

namespace sallyport {

/// When packets are due: packet n of a rate is due n / rate seconds after the start, so that delays of one do not add up. Time that the
/// machine slept away is caught up with, but for more than a second's worth.
class SendPace {
public:
    using Clock = std::chrono::steady_clock;
    /// rate: packets a second; 0: as many as can be.
    SendPace(double rate, Clock::time_point start) : rate_(rate), start_(start) {}

    /// How many may go now, at most `most`.
    std::uint64_t due(Clock::time_point now, std::uint64_t gone, std::uint64_t most) {
        if (rate_ <= 0) return most;
        const double allowed = std::chrono::duration<double>(now - start_).count() * rate_ + 1;  // the first at once
        if (allowed - double(gone) > rate_ + 1) {  // more than a second behind: it is not made up for
            start_ += std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>((allowed - double(gone) - 1) / rate_));
            return std::min<std::uint64_t>(most, 1);
        }
        return allowed > double(gone) ? std::min<std::uint64_t>(most, std::uint64_t(allowed - double(gone))) : 0;
    }
    /// When the next one is due, `gone` having gone.
    Clock::time_point next(std::uint64_t gone) const {
        return rate_ <= 0 ? start_
                          : start_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(double(gone) / rate_));
    }

private:
    double rate_;
    Clock::time_point start_;
};

}  // namespace sallyport
