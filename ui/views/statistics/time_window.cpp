// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/time_window.h"
#include <algorithm>

namespace sallyport {

namespace {
constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t narrowest = 20'000;                 // nanoseconds: some buckets of the finest grid
constexpr std::int64_t widest = 4'000'000'000 * second;    // 127 years
constexpr std::int64_t for_one_moment = second;            // shown around packets that all have the same time
constexpr long double margin = 0.02L;                      // of the width, at both ends of all there is
constexpr std::int64_t farthest = 9'000'000'000 * second;  // well inside what a Timestamp can say
}  // namespace

void TimeWindow::setExtent(Timestamp first, Timestamp last) {
    const auto clamped = [](Timestamp time) { return Timestamp{std::clamp(time.ns, -farthest, farthest)}; };
    first_ = clamped(first);
    last_ = std::max(clamped(last), first_);
    arrange();
}

void TimeWindow::arrange() {
    if (mode_ == Mode::free) return;
    const long double first = first_.ns, last = last_.ns, wide = width();
    if (mode_ == Mode::follow) return place(last - wide, last);
    const long double room = std::max((last - first) * margin, first_ == last_ ? for_one_moment / 2.0L : 0.0L);
    place(first - room, last + room);
}

/// Within the bounds of width and of what a Timestamp can say.
void TimeWindow::place(long double from, long double to) {
    const long double middle = (from + to) / 2;
    const long double wide = std::clamp<long double>(to - from, narrowest, widest);
    if (wide != to - from) from = mode_ == Mode::follow ? to - wide : middle - wide / 2;
    from = std::clamp<long double>(from, -farthest - widest / 64, farthest);
    from_ = {std::int64_t(from)};
    to_ = {std::int64_t(std::min<long double>(from + wide, farthest + widest / 64))};
    if (to_.ns - from_.ns < narrowest) to_.ns = from_.ns + narrowest;
}

void TimeWindow::showWhole() {
    mode_ = Mode::whole;
    arrange();
}

void TimeWindow::follow(std::int64_t width) {
    mode_ = Mode::follow;
    place(static_cast<long double>(last_.ns) - static_cast<long double>(width ? width : this->width()), last_.ns);
}

void TimeWindow::show(Timestamp from, Timestamp to) {
    mode_ = Mode::free;
    place(from.ns, to.ns);
}

void TimeWindow::zoom(double factor, Timestamp fixed) {
    const long double from = from_.ns, to = to_.ns;
    if (mode_ == Mode::follow) return place(to - (to - from) * static_cast<long double>(factor), to);
    mode_ = Mode::free;
    const long double at = std::clamp<long double>(fixed.ns, from, to);
    place(at - (at - from) * static_cast<long double>(factor), at + (to - at) * static_cast<long double>(factor));
}

void TimeWindow::pan(double share) {
    mode_ = Mode::free;
    const long double by = static_cast<long double>(width()) * static_cast<long double>(share);
    place(static_cast<long double>(from_.ns) + by, static_cast<long double>(to_.ns) + by);
}

}  // namespace sallyport
