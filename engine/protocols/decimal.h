// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers written as digits, decimal (HTTP, SIP, FTP) or hexadecimal (HTTP chunks).
#pragma once
#include "protocol/coding.h"
#include <cstdio>
#include <string>

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
inline constexpr Coding decimal{.measure = measure_decimal, .parse = parse_decimal, .expected = words("a number")};

inline std::int64_t measure_hexadecimal(const CodedPlace& place, std::uint64_t& value) {
    constexpr std::uint32_t most_digits = 16;
    std::uint32_t at = place.at;
    value = 0;
    for (; at < place.end && at - place.at < most_digits; at++) {
        unsigned char c = place.bytes[at], low = c | 0x20;
        if (c >= '0' && c <= '9') value = value * 16 + (c - '0');
        else if (low >= 'a' && low <= 'f') value = value * 16 + (low - 'a' + 10u);
        else break;
    }
    return at > place.at ? std::int64_t(at - place.at) : -1;
}
inline bool parse_hexadecimal(std::string_view human, ByteBuffer& wire) {
    ByteBuffer decimal_digits;
    if (!parse_decimal(human, decimal_digits)) return false;
    char digits[17];
    int n = std::snprintf(digits, sizeof digits, "%llx", std::stoull(std::string(human)));
    wire.insert(wire.end(), digits, digits + n);
    return true;
}
inline constexpr Coding hexadecimal{.measure = measure_hexadecimal, .parse = parse_hexadecimal, .expected = words("a number")};

}  // namespace sallyport::protocols
