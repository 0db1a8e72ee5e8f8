// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers written as decimal digits (HTTP, SIP, FTP).
#pragma once
#include "protocol/coding.h"

namespace sallyport::protocols {

inline std::int64_t measure_decimal(const CodedPlace& place, std::uint64_t& value) {
    constexpr std::uint32_t most_digits = 19;
    std::uint32_t at = place.at;
    value = 0;
    while (at < place.end && at - place.at < most_digits && place.bytes[at] >= '0' && place.bytes[at] <= '9')
        value = value * 10 + (place.bytes[at++] - '0');
    return at > place.at ? std::int64_t(at - place.at) : -1;
}
inline bool parse_decimal(std::string_view human, ByteBuffer& wire) {
    if (human.empty() || human.find_first_not_of("0123456789") != human.npos || human.size() > 19) return false;
    wire.insert(wire.end(), human.begin(), human.end());
    return true;
}
inline constexpr Coding decimal{.measure = measure_decimal, .parse = parse_decimal};

}  // namespace sallyport::protocols
