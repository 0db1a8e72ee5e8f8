// SPDX-License-Identifier: GPL-3.0-or-later
// The Quick-Start option of IPv4 and IPv6, RFC 4782 3: the same bytes, with names of their own in either.
#pragma once
#include "protocol/protocol.h"

namespace sallyport::protocols::quick_start {
using namespace layout;

inline constexpr Choice functions[] = {{0, "Rate request"}, {8, "Rate report"}};
inline constexpr Choice rates[] = {
    {0, "0 bit/s"}, {1, "80 Kbit/s"}, {2, "160 Kbit/s"}, {3, "320 Kbit/s"}, {4, "640 Kbit/s"}, {5, "1.28 Mbit/s"}, {6, "2.56 Mbit/s"},
    {7, "5.12 Mbit/s"}, {8, "10.24 Mbit/s"}, {9, "20.48 Mbit/s"}, {10, "40.96 Mbit/s"}, {11, "81.92 Mbit/s"}, {12, "163.84 Mbit/s"},
    {13, "327.68 Mbit/s"}, {14, "655.36 Mbit/s"}, {15, "1.31072 Gbit/s"},
};
enum Function : std::uint64_t { request = 0, report = 8 };

struct Fields {
    u8 function, rate, ttl, difference, unused;
    u32 nonce, reserved;
};
/// A function that has no name: "0010 .... = Function: Unknown (2)".
inline void tell_function(const LayerValues& v, std::string& line, const Field& function) {
    if (v.choice(function)) return;
    line.resize(line.size() - v.text(function).size());
    line += "Unknown (" + v.text(function) + ")";
}

/// What follows the function's byte; `difference` computes how far the packet's time to live is from that in the option.
template <const Fields& q>
constexpr auto value(Compute difference) {
    constexpr auto known = [](auto... middle) { return sequence(bits(1, q.function, q.rate), middle..., bits(4, q.nonce, q.reserved)); };
    return choice(peek(1) >> 4, when(request, known(as_part(q.ttl), make(q.difference, difference, q.ttl))),
                  when(report, known(as_part(q.unused))), otherwise(bits(1, q.function)));
}
/// ", 1.28 Mbit/s, QS TTL 64, QS TTL diff 0": what a title goes on with.
template <const Fields& q>
void append(const LayerValues& v, std::string& line) {
    if (!v.has(q.rate)) return;
    line += std::string(", ") + v.choice(q.rate);
    if (v.has(q.difference)) line += ", QS TTL " + v.text(q.ttl) + ", QS TTL diff " + v.text(q.difference);
}

}  // namespace sallyport::protocols::quick_start
