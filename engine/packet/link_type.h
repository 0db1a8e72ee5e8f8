// SPDX-License-Identifier: GPL-3.0-or-later
// Link types of capture files and interfaces: the numbers of https://www.tcpdump.org/linktypes.html
#pragma once
#include <cstdint>
#include <string_view>

namespace sallyport {

enum class LinkType : std::uint16_t {
    null = 0, ethernet = 1, ppp = 9, raw_bsd = 12, raw_openbsd = 14, ppp_hdlc = 50, raw = 101, chdlc = 104, ieee802_11 = 105,
    loop = 108, linux_sll = 113, radiotap = 127, ipv4 = 228, ipv6 = 229, nflog = 239, linux_sll2 = 276,
};

/// The name of the first protocol of packets of this link type: "eth", "raw", "ip", "sll" …; "data" where none is known.
std::string_view first_protocol(LinkType link_type);

}  // namespace sallyport
