// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/link_type.h"

namespace sallyport {

std::string_view first_protocol(LinkType link_type) {
    switch (link_type) {
        case LinkType::null: case LinkType::loop: return "null";
        case LinkType::ethernet: return "eth";
        case LinkType::ppp: case LinkType::ppp_hdlc: return "ppp";
        case LinkType::raw_bsd: case LinkType::raw_openbsd: case LinkType::raw: return "raw";
        case LinkType::chdlc: return "chdlc";
        case LinkType::ieee802_11: return "wlan";
        case LinkType::radiotap: return "radiotap";
        case LinkType::linux_sll: case LinkType::linux_sll2: return "sll";
        case LinkType::ipv4: return "ip";
        case LinkType::ipv6: return "ipv6";
        case LinkType::nflog: return "nflog";
    }
    return "data";
}

}  // namespace sallyport
