// SPDX-License-Identifier: GPL-3.0-or-later
// The span of time that a plot shows: all there is, the newest part of it, or what somebody moved it to.
#pragma once
#include "base/timestamp.h"
#include <cstdint>

namespace sallyport {

class TimeWindow {
public:
    enum class Mode : std::uint8_t { whole, follow, free };

    Timestamp from() const { return from_; }
    Timestamp to() const { return to_; }
    std::int64_t width() const { return to_.ns - from_.ns; }  // nanoseconds, more than 0
    Mode mode() const { return mode_; }

    /// Tells what there is to show; moves the window along unless somebody moved it elsewhere.
    void setExtent(Timestamp first, Timestamp last);
    void showWhole();
    /// Shows the newest part from now on, as wide as it is, or as `width`.
    void follow(std::int64_t width = 0);
    /// Shows this part. A width that is out of bounds is put right around the middle.
    void show(Timestamp from, Timestamp to);
    /// Makes the window `factor` times as wide. `fixed` stays where it is, or the end does while following.
    void zoom(double factor, Timestamp fixed);
    /// Moves it by a share of its width: > 0 later.
    void pan(double share);

private:
    void place(long double from, long double to);
    void arrange();

    Mode mode_ = Mode::whole;
    Timestamp first_{0}, last_{0}, from_{0}, to_{1'000'000'000};
};

}  // namespace sallyport
