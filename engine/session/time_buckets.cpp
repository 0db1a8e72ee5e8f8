// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/time_buckets.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace sallyport {

namespace {

constexpr std::int64_t second = 1'000'000'000;  // nanoseconds

/// Sorts, and makes one bucket of those that have the same number.
void put_together(std::vector<TimeBucket>& buckets) {
    const auto earlier = [](const TimeBucket& one, const TimeBucket& other) { return one.number < other.number; };
    if (!std::is_sorted(buckets.begin(), buckets.end(), earlier)) std::sort(buckets.begin(), buckets.end(), earlier);
    std::size_t used = 0;
    for (const TimeBucket& bucket : buckets) {
        if (used && buckets[used - 1].number == bucket.number) buckets[used - 1].add(bucket);
        else buckets[used++] = bucket;
    }
    buckets.resize(used);
}

void shift(std::vector<TimeBucket>& buckets, int levels) {
    if (levels)
        for (TimeBucket& bucket : buckets) bucket.number >>= levels;
}

}  // namespace

double TimeGrid::seconds() const { return std::ldexp(1.0, -level); }

std::int64_t TimeGrid::number_of(Timestamp time) const {
    std::int64_t whole = time.ns / second, rest = time.ns % second;
    if (rest < 0) whole--, rest += second;
    return level >= 0 ? whole * (std::int64_t(1) << level) + (rest << level) / second : whole >> -level;
}

Timestamp TimeGrid::begin_of(std::int64_t number) const {
    using Limits = std::numeric_limits<std::int64_t>;
    const __int128 spans = std::int64_t(1) << std::abs(level);
    const __int128 ns = level < 0 ? number * spans * second : (number * __int128(second) + (number > 0 ? spans - 1 : 0)) / spans;
    return {std::int64_t(std::clamp(ns, __int128(Limits::min()), __int128(Limits::max())))};
}

void TimeBucket::add(const PacketRecord& record) {
    packets++;
    bytes += record.original;
    if (record.reason == VerdictReason::none) return;
    const bool accept = record.verdict == Verdict::accept;
    (accept ? accepted : dropped)++;
    (accept ? accepted_bytes : dropped_bytes) += record.original;
}

void TimeBucket::add(const TimeBucket& other) {
    packets += other.packets;
    bytes += other.bytes;
    accepted += other.accepted;
    accepted_bytes += other.accepted_bytes;
    dropped += other.dropped;
    dropped_bytes += other.dropped_bytes;
    first_packet = std::min(first_packet, other.first_packet);
}

TimeBuckets::TimeBuckets(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 16)) {}

void TimeBuckets::take(std::vector<TimeBucket> counted, TimeGrid grid) {
    shift(counted, grid.level - grid_.level);
    put_together(counted);
    insert(counted);
    while (buckets_.size() > capacity_ && grid_.level > TimeGrid::coarsest) {
        grid_.level--;
        shift(buckets_, 1);
        put_together(buckets_);
    }
}

/// Merges from where the first of them belongs: usually at the very end.
void TimeBuckets::insert(const std::vector<TimeBucket>& sorted) {
    if (sorted.empty()) return;
    const auto from = std::lower_bound(buckets_.begin(), buckets_.end(), sorted.front().number,
                                       [](const TimeBucket& bucket, std::int64_t number) { return bucket.number < number; });
    const auto tail = std::vector<TimeBucket>(from, buckets_.end());
    buckets_.erase(from, buckets_.end());
    auto old = tail.begin();
    for (const TimeBucket& fresh : sorted) {
        while (old != tail.end() && old->number < fresh.number) buckets_.push_back(*old++);
        buckets_.push_back(fresh);
        if (old != tail.end() && old->number == fresh.number) buckets_.back().add(*old++);
    }
    buckets_.insert(buckets_.end(), old, tail.end());
}

TimeSeriesPart part_of(const TimeBuckets& buckets, Timestamp from, Timestamp to, TimeGrid grid) {
    TimeSeriesPart part{.grid = {std::min(grid.level, buckets.grid().level)}};
    // Whole spans of the grid asked for: cut inside one, its sums would be half.
    const int levels = buckets.grid().level - part.grid.level;
    const std::int64_t first = part.grid.number_of(from), last = part.grid.number_of(to);
    const auto& all = buckets.all();
    auto at = std::lower_bound(all.begin(), all.end(), first,
                               [levels](const TimeBucket& bucket, std::int64_t number) { return (bucket.number >> levels) < number; });
    for (; at != all.end() && (at->number >> levels) <= last; ++at) {
        TimeBucket bucket = *at;
        bucket.number >>= levels;
        if (!part.buckets.empty() && part.buckets.back().number == bucket.number) part.buckets.back().add(bucket);
        else part.buckets.push_back(bucket);
    }
    return part;
}

}  // namespace sallyport
