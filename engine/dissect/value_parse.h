// SPDX-License-Identifier: GPL-3.0-or-later
// From what people write to numbers and wire bytes; the way back of value_text.h.
#pragma once
#include "base/result.h"
#include "protocol/field_types.h"
#include <cstdint>
#include <string_view>

namespace sallyport {

/// The value (scaled, as people see it) of a number, boolean or time. Names of choices count too, in any case.
Result<std::uint64_t> parse_number(const Field& field, std::string_view human);
/// The refusal of a value that is none: "ip.ttl: 'abc' is no value of it; expected a number".
tl::unexpected<Error> not_a_value(const Field& field, std::string_view human, Words expected);

}  // namespace sallyport
