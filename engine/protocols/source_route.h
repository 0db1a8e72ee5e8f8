// SPDX-License-Identifier: GPL-3.0-or-later
// Where a packet goes to in the end, when its options (RFC 791 3.1) or a routing header (RFC 8200 4.4) route it by way of others: that
// is the destination of pseudo headers and conversations, too (RFC 1122 4.2.3.8, RFC 8200 8.1).
#pragma once
#include "base/bytes.h"
#include <cstdint>

namespace sallyport::protocols {

inline constexpr std::uint32_t ipv4_destination_place = 16;  // in a header without source route

/// Where in the header the final destination's address stands: `ipv4_destination_place`, or at the end of the source route that
/// is not used up. Hostile bytes: the header may be cut, as may be the route.
std::uint32_t ipv4_final_destination(Bytes header);

enum class SourceRoute : std::uint8_t {
    none,     // the header's own destination is the final one
    on_way,   // … is only the next one of a route
    unknown,  // the options end before one knows
};
/// `final_destination`: where it stands in the options, on_way only.
SourceRoute source_route_in(Bytes options, std::uint32_t& final_destination);

inline constexpr std::uint32_t ipv6_destination_place = 24;

/// Where in the datagram (its header and what follows, cut or hostile) the final destination's address stands: `ipv6_destination_place`,
/// or in the first routing header that is not used up and says it. 0: that is of a kind which is not described.
std::uint32_t ipv6_final_destination(Bytes datagram);

/// Where in a routing header (as much of it as there is) the final destination stands; 0: nowhere, or this is the last part of the way.
std::uint32_t final_destination_in(Bytes routing_header);

}  // namespace sallyport::protocols
