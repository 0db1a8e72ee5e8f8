// SPDX-License-Identifier: GPL-3.0-or-later
// How the Time column prints a packet's time.
#pragma once
#include "base/timestamp.h"
#include <QString>
#include <cstdint>

namespace sallyport {

enum class TimeFormat : std::uint8_t { since_first, since_previous, time_of_day, date_and_time, utc_date_and_time, epoch };

/// `first` is the capture's first packet, or the time reference in force. Microseconds are shown.
QString time_text(TimeFormat format, Timestamp time, Timestamp first, Timestamp previous);

}  // namespace sallyport
