// SPDX-License-Identifier: GPL-3.0-or-later
// Where an IPv4 packet goes to in the end, when its options route it by way of others (RFC 791 3.1; RFC 1122 4.2.3.8: the final
// destination is that of pseudo headers and conversations, too).
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

}  // namespace sallyport::protocols
