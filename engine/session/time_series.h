// SPDX-License-Identifier: GPL-3.0-or-later
// How many packets of a store came when: all of them, or those of a filter. Counted in the background from the store, so that
// engine threads know nothing of it; follows the store as it grows. What was counted stays when packets leave a rolling store.
#pragma once
#include "filter/filter.h"
#include "packet/packet_store.h"
#include "session/time_buckets.h"
#include <memory>
#include <optional>
#include <vector>

namespace sallyport {

struct TimeSeriesProgress {
    std::size_t scanned = 0;  // packets looked at or passed over, contiguous from the first
    std::size_t missed = 0;   // of them: left the store before they were looked at
    bool caught_up = false;   // every packet of the store so far was looked at
    TimeBucket total;         // of all packets counted
    Timestamp first, last;    // earliest and latest time of a packet counted; both 0 without one
    TimeGrid grid;            // the finest that can be asked for
};

/// Packets by their verdict; one that nobody judged is only among any.
enum class Outcome : std::uint8_t { any, accepted, dropped };

class TimeSeries {
public:
    /// Starts at once, on a thread of its own, and follows the store until destroyed (which cancels, quickly). Without a
    /// filter every packet is counted, and nothing is dissected. At most `capacity` buckets are kept.
    explicit TimeSeries(std::shared_ptr<PacketStore> store, std::shared_ptr<const Filter> filter = nullptr, std::size_t capacity = 16384);
    ~TimeSeries();

    // ── any thread; waits for an addition of buckets at most (well under a millisecond) ──
    TimeSeriesProgress progress() const;
    /// The buckets that overlap [from, to], on `grid` or, where that is finer than what is kept, on the series' own.
    TimeSeriesPart part(Timestamp from, Timestamp to, TimeGrid grid) const;
    /// The packet of that outcome whose time is nearest to `time`, or at least one of the nearest bucket; when that bucket's
    /// packets have left the store, the oldest packet held. Nothing when there is none. Looks at a bounded number of packets.
    std::optional<std::size_t> packet_at(Timestamp time, Outcome outcome = Outcome::any) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
