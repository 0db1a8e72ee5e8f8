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
    Words name;
};
constexpr KindName kind_names[] = {
    {"veth", words("Virtual Ethernet pair")},
    {"bridge", words("Bridge")},
    {"tun", words("Tunnel (TUN/TAP)")},
    {"vlan", words("VLAN")},
    {"bond", words("Bond")},
    {"team", words("Team")},
    {"wireguard", words("WireGuard")},
    {"macvlan", words("MAC VLAN")},
    {"ipvlan", words("IP VLAN")},
    {"vxlan", words("VXLAN")},
    {"dummy", words("Dummy")},
    {"sit", words("IPv6 in IPv4")},
    {"gre", words("GRE tunnel")},
    {"gretap", words("GRE tunnel")},
    {"ipip", words("IP in IP")},
    {"ip6tnl", words("IPv6 tunnel")},
    {"vti", words("IPsec tunnel")},
    {"xfrm", words("IPsec")},
    {"ifb", words("Intermediate block")},
    {"vcan", words("Virtual CAN")},
    {"nlmon", words("Netlink monitor")},
};

Message description_of(const Link& link) {
    if (link.loopback) return message("Loopback");
    for (auto& known : kind_names)
        if (link.kind == known.kind) return known.name;
    if (!link.kind.empty()) return Message::foreign(link.kind);
    if (::access(("/sys/class/net/" + link.name + "/wireless").c_str(), F_OK) == 0) return message("Wi-Fi");
    switch (link.hardware) {
        case ARPHRD_ETHER: return message("Ethernet");
        case ARPHRD_PPP: return message("Point to point");
        case ARPHRD_CAN: return message("CAN");
        case ARPHRD_INFINIBAND: return message("InfiniBand");
        default: return {};
    }
}

}  // namespace

std::vector<InterfaceActivity> watchable_interfaces() {
    auto addresses = addresses_by_interface();
    std::vector<InterfaceActivity> interfaces;
    InterfaceActivity any{.name = "any", .description = message("All interfaces together")};
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
