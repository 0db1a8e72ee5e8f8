// SPDX-License-Identifier: GPL-3.0-or-later
// Times between nanoseconds and the form people read and write.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport {

/// "Nov 23, 2026 12:00:00.000000000 UTC", in the local time zone. `ns` since 1970.
void append_absolute_time(std::int64_t ns, std::string& out);
/// "-1.500000000": seconds.
void append_relative_time(std::int64_t ns, std::string& out);

/// "Nov 23, 2026 12:00:00.5 UTC" (as shown) or "2026-11-23 12:00:00.5"; in the local time zone.
bool parse_absolute_time(std::string_view human, std::int64_t& ns);
bool parse_relative_time(std::string_view text, std::int64_t& ns);

}  // namespace sallyport
