// SPDX-License-Identifier: GPL-3.0-or-later
// Every protocol, one line each: a table of contents. Each is a file of its own in this folder.
#include "protocol/protocol.h"

namespace sallyport {

// clang-format off
#define ALL_PROTOCOLS(X) \
    X(frame) \
    X(data) \
    X(eth) \
    X(vlan) \
    X(ieee8021ad) \
    X(lldp) \
    X(llc) \
    X(stp) \
    X(sll) \
    X(sll2) \
    X(netlink) \
    X(null) \
    X(raw) \
    X(ppp) \
    X(lcp) \
    X(ipcp) \
    X(ipv6cp) \
    X(ccp) \
    X(pppoes) \
    X(pppoed) \
    X(chdlc) \
    X(mpls) \
    X(pwethcw) \
    X(arp) \
    X(ip) \
    X(ipv6) \
    X(hopopts) \
    X(dstopts) \
    X(routing) \
    X(fragment) \
    X(icmp) \
    X(icmpv6) \
    X(igmp) \
    X(gre) \
    X(ah) \
    X(esp) \
    X(vrrp) \
    X(udp) \
    X(tcp) \
    X(dns) \
    X(mdns) \
    X(llmnr) \
    X(dns_tcp) \
    X(ntp) \
    X(dhcp) \
    X(http) \
    X(ssdp) \
    X(tls) \
    X(vxlan) \
    X(gtp) \
    X(gtpv2) \
    X(sctp) \
    X(nflog) \
    X(rip)
// clang-format on

namespace protocols {
#define DECLARE(name) extern const Protocol name;
ALL_PROTOCOLS(DECLARE)
#undef DECLARE
}  // namespace protocols

std::span<const Protocol* const> all_protocols() {
#define LIST(name) &protocols::name,
    static constexpr const Protocol* all[] = {ALL_PROTOCOLS(LIST)};
#undef LIST
    return all;
}

}  // namespace sallyport
