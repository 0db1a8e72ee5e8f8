// SPDX-License-Identifier: GPL-3.0-or-later
// When packets were lost: nobody saw them, so all there is are counters that grow. One thread.
#pragma once
#include "session/time_series.h"

namespace sallyport {

class LossSeries {
public:
    /// `lost`: packets lost since the capture began, as of `time` (SessionStatistics::lost).
    void note(Timestamp time, std::uint64_t lost);
    std::uint64_t total() const { return total_; }
    /// As TimeSeries::part(): packets only, whose bytes nobody knows, at the time when their loss was noted.
    TimeSeriesPart part(Timestamp from, Timestamp to, TimeGrid grid) const;

private:
    TimeBuckets buckets_;
    std::uint64_t total_ = 0;
};

}  // namespace sallyport
