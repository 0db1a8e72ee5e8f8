// SPDX-License-Identifier: GPL-3.0-or-later
// What happened when: packets counted by spans of time, in bounded memory for any length of capture. Not thread-safe.
#pragma once
#include "base/timestamp.h"
#include "packet/packet_record.h"
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sallyport {

/// Spans of equal length, 2^-level seconds each, on the same grid for everybody: two of a level are exactly one of the level below.
struct TimeGrid {
    static constexpr int finest = 20, coarsest = -32;  // about a microsecond; about 136 years
    int level = finest;

    double seconds() const;                         // how long a span is
    std::int64_t number_of(Timestamp time) const;   // of the span that `time` lies in
    Timestamp begin_of(std::int64_t number) const;  // the nearest there is, where that is out of the range of Timestamp
    friend bool operator==(TimeGrid, TimeGrid) = default;
};

/// The sums of one span. Bytes are those on the wire.
struct TimeBucket {
    std::int64_t number = 0;  // of the span, in its grid
    std::uint64_t packets = 0, bytes = 0;
    std::uint64_t accepted = 0, accepted_bytes = 0;  // by a verdict: a module that only observes gives none
    std::uint64_t dropped = 0, dropped_bytes = 0;
    std::size_t first_packet = 0;  // lowest index in the store

    void add(const PacketRecord& record);
    void add(const TimeBucket& other);  // keeps the number
};

/// Buckets of what was counted; spans without a packet take no room. When there would be too many, the grid becomes coarser.
class TimeBuckets {
public:
    explicit TimeBuckets(std::size_t capacity = 16384);

    TimeGrid grid() const { return grid_; }
    const std::vector<TimeBucket>& all() const { return buckets_; }  // ascending, none without a packet
    /// Adds counts of `grid`, which is this one's or finer, in any order.
    void take(std::vector<TimeBucket> counted, TimeGrid grid);

private:
    void insert(const std::vector<TimeBucket>& sorted);

    std::size_t capacity_;
    TimeGrid grid_;
    std::vector<TimeBucket> buckets_;
};

/// A part of a series, copied.
struct TimeSeriesPart {
    TimeGrid grid;                    // of the buckets: what was asked for, or the finest there is
    std::vector<TimeBucket> buckets;  // ascending; spans without packets are left out
};
/// The buckets that overlap [from, to], added up on `grid`.
TimeSeriesPart part_of(const TimeBuckets& buckets, Timestamp from, Timestamp to, TimeGrid grid);

}  // namespace sallyport
