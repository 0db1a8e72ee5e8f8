// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocols/source_route.h"
#include <algorithm>

namespace sallyport::protocols {
namespace {

enum Option : std::uint8_t { end_of_list = 0, no_operation = 1, loose_route = 131, strict_route = 137 };
constexpr std::uint32_t ipv6_header = 40, fixed_header = 20, first_address = 4;  // the pointer counts from the option's first byte, as 1

}  // namespace

SourceRoute source_route_in(Bytes options, std::uint32_t& final_destination) {
    std::uint32_t at = 0;
    for (; at < options.size() && options[at] != end_of_list; at++) {
        if (options[at] == no_operation) continue;
        if (at + 3 > options.size()) return SourceRoute::unknown;
        const std::uint32_t length = options[at + 1];
        if (length < 2) return SourceRoute::none;
        if (options[at] == loose_route || options[at] == strict_route) {
            const std::uint32_t pointer = options[at + 2];
            if (length < 3 || pointer < first_address || pointer % 4 || pointer > length) return SourceRoute::none;
            final_destination = at + length - 4;
            return SourceRoute::on_way;
        }
        at += length - 1;
    }
    return at < options.size() ? SourceRoute::none : SourceRoute::unknown;
}

std::uint32_t ipv4_final_destination(Bytes header) {
    if (header.size() < fixed_header) return ipv4_destination_place;
    const std::size_t size = std::min<std::size_t>(header.size(), (header[0] & 15u) * 4u);
    std::uint32_t place = 0;
    if (size <= fixed_header) return ipv4_destination_place;
    if (source_route_in(header.subspan(fixed_header, size - fixed_header), place) != SourceRoute::on_way) return ipv4_destination_place;
    return fixed_header + place + 4 <= size ? fixed_header + place : ipv4_destination_place;
}

namespace {
enum RoutingType : std::uint8_t { source_route = 0, mobile = 2, segments = 4 };  // RFC 5095, RFC 6275 6.4, RFC 8754 2
bool is_described(std::uint8_t type) { return type == source_route || type == mobile || type == segments; }
}  // namespace

std::uint32_t final_destination_in(Bytes header) {
    constexpr std::uint32_t first = 8, width = 16;
    if (header.size() < first || header[3] == 0) return 0;
    const std::uint32_t size = (header[1] + 1u) * 8;
    if (size > header.size() || size < first + width) return 0;
    switch (header[2]) {
        case source_route: return (size - first) % width ? 0 : size - width;
        case mobile: return first;
        case segments: return first;  // the last segment stands in front
        default: return 0;
    }
}

std::uint32_t ipv6_final_destination(Bytes datagram) {
    enum Header : std::uint8_t { hop_by_hop = 0, routing = 43, destination_options = 60 };
    constexpr std::uint32_t next_header = 6;
    if (datagram.size() < ipv6_header) return ipv6_destination_place;
    std::uint32_t at = ipv6_header, place = ipv6_destination_place;
    for (std::uint8_t header = datagram[next_header]; at + 8 <= datagram.size(); header = datagram[at], at += (datagram[at + 1] + 1u) * 8) {
        if (header == routing) {
            const Bytes way = datagram.subspan(at);
            if (const std::uint32_t found = final_destination_in(way)) place = at + found;
            else if (way[3] != 0 && !is_described(way[2])) place = 0;
        } else if (header != hop_by_hop && header != destination_options) break;
    }
    return place;
}

}  // namespace sallyport::protocols
