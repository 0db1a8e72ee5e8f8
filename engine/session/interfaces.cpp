// SPDX-License-Identifier: GPL-3.0-or-later
// The interfaces that the start view offers.
#include "base/address.h"
#include "session/link_list.h"
#include "session/session.h"
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <map>
#include <net/if_arp.h>
#include <netinet/in.h>
#include <unistd.h>

namespace sallyport {
namespace {

std::string address_text(const sockaddr* address) {
    std::string text;
    if (address->sa_family == AF_INET)
        append_ipv4(reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in*>(address)->sin_addr), text);
    if (address->sa_family == AF_INET6)
        append_ipv6(reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr), text);
    return text;
}

std::map<std::string, std::vector<std::string>> addresses_by_interface() {
    std::map<std::string, std::vector<std::string>> addresses;
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0) return addresses;
    for (auto* entry = list; entry; entry = entry->ifa_next)
        if (entry->ifa_addr)
            if (auto text = address_text(entry->ifa_addr); !text.empty()) addresses[entry->ifa_name].push_back(std::move(text));
    ::freeifaddrs(list);
    return addresses;
}

struct KindName {
    const char* kind;
    const char* name;
};
constexpr KindName kind_names[] = {
    {"veth", "Virtual Ethernet pair"}, {"bridge", "Bridge"}, {"tun", "Tunnel (TUN/TAP)"}, {"vlan", "VLAN"}, {"bond", "Bond"},
    {"team", "Team"}, {"wireguard", "WireGuard"}, {"macvlan", "MAC VLAN"}, {"ipvlan", "IP VLAN"}, {"vxlan", "VXLAN"},
    {"dummy", "Dummy"}, {"sit", "IPv6 in IPv4"}, {"gre", "GRE tunnel"}, {"gretap", "GRE tunnel"}, {"ipip", "IP in IP"},
    {"ip6tnl", "IPv6 tunnel"}, {"vti", "IPsec tunnel"}, {"xfrm", "IPsec"}, {"ifb", "Intermediate block"}, {"vcan", "Virtual CAN"},
    {"nlmon", "Netlink monitor"},
};

std::string description_of(const Link& link) {
    if (link.loopback) return "Loopback";
    for (auto& known : kind_names)
        if (link.kind == known.kind) return known.name;
    if (!link.kind.empty()) return link.kind;
    if (::access(("/sys/class/net/" + link.name + "/wireless").c_str(), F_OK) == 0) return "Wi-Fi";
    switch (link.hardware) {
        case ARPHRD_ETHER: return "Ethernet";
        case ARPHRD_PPP: return "Point to point";
        case ARPHRD_CAN: return "CAN";
        case ARPHRD_INFINIBAND: return "InfiniBand";
        default: return "";
    }
}

}  // namespace

std::vector<InterfaceActivity> watchable_interfaces() {
    auto addresses = addresses_by_interface();
    std::vector<InterfaceActivity> interfaces;
    InterfaceActivity any{.name = "any", .description = "All interfaces together"};
    for (auto& link : list_links()) {
        any.bytes += link.bytes;
        any.packets += link.packets;
        any.up |= link.up;
        interfaces.push_back({link.name, description_of(link), addresses[link.name], link.bytes, link.packets, link.up, link.loopback});
    }
    if (!interfaces.empty()) interfaces.push_back(std::move(any));
    return interfaces;
}

}  // namespace sallyport
