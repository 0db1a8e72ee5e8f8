// SPDX-License-Identifier: GPL-3.0-or-later
// Every template, one line each, in the order of menus: a table of contents. Each is a file of its own in templates/.
#include "compose/packet_template.h"

namespace sallyport {

// clang-format off
#define ALL_TEMPLATES(X) \
    X(ping) \
    X(arp_request) \
    X(tcp_syn) \
    X(udp) \
    X(dns_query) \
    X(dhcp_discover) \
    X(http_get) \
    X(tls_client_hello) \
    X(neighbour_solicitation)
// clang-format on

namespace templates {
#define DECLARE(name) extern const PacketTemplate name;
ALL_TEMPLATES(DECLARE)
#undef DECLARE
}  // namespace templates

std::span<const PacketTemplate* const> all_templates() {
#define LIST(name) &templates::name,
    static constexpr const PacketTemplate* all[] = {ALL_TEMPLATES(LIST)};
#undef LIST
    return all;
}

}  // namespace sallyport
