// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::filtering {

/// "2024-07-04", "2024-07-04 12:34[:56[.5]]", with T for the blank, with Z, UTC or ±hh:mm behind it, and "Jul 4, 2024 12:34:56.5".
/// Nanoseconds since 1970; without a zone it is local time. Nothing: it is no such text.
std::optional<std::int64_t> parse_date_and_time(std::string_view text);

}  // namespace sallyport::filtering
