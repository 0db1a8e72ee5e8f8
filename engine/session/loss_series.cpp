// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loss_series.h"
#include <algorithm>

namespace sallyport {

void LossSeries::note(Timestamp time, std::uint64_t lost) {
    if (lost <= total_) return;
    buckets_.take({{.number = buckets_.grid().number_of(time), .packets = lost - total_}}, buckets_.grid());
    total_ = lost;
}

TimeSeriesPart LossSeries::part(Timestamp from, Timestamp to, TimeGrid grid) const { return part_of(buckets_, from, to, grid); }

}  // namespace sallyport
