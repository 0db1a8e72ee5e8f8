// SPDX-License-Identifier: GPL-3.0-or-later
// Where a host is: the DNS record LOC, RFC 1876 2. Lines of the tree say degrees and meters behind the numbers.
#pragma once
#include "protocol/protocol.h"
#include <cstdio>

namespace sallyport::protocols::dns_location {
using namespace layout;

inline void tell_size(const LayerValues&, std::string&);
inline void tell_horizontal(const LayerValues&, std::string&);
inline void tell_vertical(const LayerValues&, std::string&);
inline void tell_latitude(const LayerValues&, std::string&);
inline void tell_longitude(const LayerValues&, std::string&);
inline void tell_altitude(const LayerValues&, std::string&);
struct Fields {
    u8 version{"dns.loc.version", "Version"};
    u8 size{"dns.loc.size", "Size", tells(tell_size)};
    u8 horizontal{"dns.loc.horizontal_precision", "Horizontal Precision", tells(tell_horizontal)};
    u8 vertical{"dns.loc.vertical_precision", "Vertical Precision", tells(tell_vertical)};
    u32 latitude{"dns.loc.latitude", "Latitude", tells(tell_latitude)};
    u32 longitude{"dns.loc.longitude", "Longitude", tells(tell_longitude)};
    u32 altitude{"dns.loc.altitude", "Altitude", tells(tell_altitude)};
    bytes unknown{"dns.loc.unknown_data", "Unknown data"};
};
inline constexpr Fields l;

inline void append_meters(double centimeters, std::string& line) {
    char text[40];
    std::snprintf(text, sizeof text, " (%g m)", centimeters / 100);
    line += text;
}
/// A mantissa in the upper four bits, a power of ten in the lower ones; centimeters.
inline void append_size(std::uint64_t coded, std::string& line) {
    double size = double(coded >> 4);
    for (std::uint64_t power = coded & 15; power; power--) size *= 10;
    append_meters(size, line);
}
/// Thousandths of a second of arc, from 2^31 on north and east.
inline void append_angle(std::uint64_t coded, char positive, char negative, int most_degrees, std::string& line) {
    constexpr std::int64_t zero = 1ll << 31, minute = 60'000, degree = 60 * minute;
    const std::int64_t angle = std::int64_t(coded) - zero, size = angle < 0 ? -angle : angle;
    if (size > most_degrees * degree) return void(line += " (Value out of range)");
    char text[64];
    std::snprintf(text, sizeof text, " (%u deg %u min %.3f sec %c)", unsigned(size / degree), unsigned(size % degree / minute),
                  double(size % minute) / 1000, angle < 0 ? negative : positive);
    line += text;
}
inline void tell_size(const LayerValues& v, std::string& line) { append_size(v.number(l.size), line); }
inline void tell_horizontal(const LayerValues& v, std::string& line) { append_size(v.number(l.horizontal), line); }
inline void tell_vertical(const LayerValues& v, std::string& line) { append_size(v.number(l.vertical), line); }
inline void tell_latitude(const LayerValues& v, std::string& line) { append_angle(v.number(l.latitude), 'N', 'S', 90, line); }
inline void tell_longitude(const LayerValues& v, std::string& line) { append_angle(v.number(l.longitude), 'E', 'W', 180, line); }
/// Centimeters above 100 km below sea level.
inline void tell_altitude(const LayerValues& v, std::string& line) {
    append_meters(double(std::int32_t(v.number(l.altitude))) - 10'000'000, line);
}

inline constexpr auto location = choice(peek(1),
    when(0, l.version, l.size, l.horizontal, l.vertical, l.latitude, l.longitude, l.altitude),
    otherwise(ahead(l.version), l.unknown(rest)));

}  // namespace sallyport::protocols::dns_location
