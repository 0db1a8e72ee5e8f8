// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/surroundings.h"
#include "base/address.h"
#include "modules/interface_sender.h"
#include "modules/pcap_live_module.h"
#include "session/kernel_routes.h"
#include "session/packet_outlet.h"
#include <algorithm>
#include <cerrno>
#include <ifaddrs.h>
#include <net/if_arp.h>
#include <netinet/in.h>
#include <netpacket/packet.h>

namespace sallyport {
namespace {

struct Addresses {
    std::string mac, ipv4, ipv6, linklocal;
    unsigned ipv4_bits = 0;
    LinkType link_type = LinkType::ethernet;
    bool loopback = false;
};

Addresses addresses_of(const std::string& interface) {
    Addresses out;
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0) return out;
    for (auto* each = list; each; each = each->ifa_next) {
        if (!each->ifa_addr || interface != each->ifa_name) continue;
        std::string text;
        if (each->ifa_addr->sa_family == AF_PACKET) {
            auto* link = reinterpret_cast<const sockaddr_ll*>(each->ifa_addr);
            if (link->sll_halen == 6) append_hex({link->sll_addr, 6}, ':', out.mac);
            out.loopback = link->sll_hatype == ARPHRD_LOOPBACK;
            if (link->sll_hatype != ARPHRD_ETHER && !out.loopback) out.link_type = LinkType::raw;
        } else if (each->ifa_addr->sa_family == AF_INET && out.ipv4.empty()) {
            append_ipv4(reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in*>(each->ifa_addr)->sin_addr), out.ipv4);
            auto* mask = reinterpret_cast<const sockaddr_in*>(each->ifa_netmask);
            out.ipv4_bits = mask ? unsigned(__builtin_popcount(mask->sin_addr.s_addr)) : 32;
        } else if (each->ifa_addr->sa_family == AF_INET6) {
            auto* bytes = reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in6*>(each->ifa_addr)->sin6_addr);
            append_ipv6(bytes, text);
            auto& place = text.starts_with("fe80:") ? out.linklocal : out.ipv6;
            if (place.empty()) place = text;
        }
    }
    ::freeifaddrs(list);
    return out;
}

const GatewayRoute* default_route(const std::vector<GatewayRoute>& routes, const std::string& interface, bool v6) {
    const GatewayRoute* best = nullptr;
    for (auto& route : routes)
        if (route.bits == 0 && route.v6 == v6 && (interface.empty() || route.interface == interface) &&
            (!best || route.metric < best->metric))
            best = &route;
    return best;
}

/// Somebody on the link to talk to: a neighbour that the kernel knows, else the first other address of the network.
std::string somebody(const std::string& interface, const Addresses& own) {
    for (auto& n : known_neighbours())
        if (n.interface == interface && n.address.find(':') == n.address.npos) return n.address;
    std::uint8_t bytes[4];
    if (!parse_ipv4(own.ipv4, bytes)) return {};
    if (own.loopback) return own.ipv4;
    const auto mine = std::uint32_t(load_be(bytes, 4));
    const std::uint32_t mask = own.ipv4_bits ? ~0u << (32 - own.ipv4_bits) : 0;
    const std::uint32_t first = (mine & mask) + (own.ipv4_bits < 31 ? 1 : 0);
    store_number(bytes, 4, false, own.ipv4_bits == 32 ? mine : first == mine ? first + 1 : first);
    std::string text;
    append_ipv4(bytes, text);
    return text;
}

std::string mac_of(const std::string& interface, const std::string& address) {
    for (auto& n : known_neighbours())
        if (n.interface == interface && n.address == address) return n.mac;
    return {};
}

/// Where the kernel has no default route that would tell (namespaces, the practice network).
std::string first_own_interface() {
    for (auto& interface : watchable_interfaces())
        if (interface.up && !interface.loopback && interface.name != "any" && !interface.addresses.empty()) return interface.name;
    return {};
}

}  // namespace

Surroundings surroundings_of(const std::string& named) {
    Surroundings out;
    const auto routes = gateway_routes();
    std::string interface = named;
    if (interface.empty())
        if (auto* route = default_route(routes, "", false)) interface = route->interface;
    if (interface.empty()) interface = first_own_interface();
    if (interface.empty()) return out;
    const auto own = addresses_of(interface);
    out.link_type = own.link_type;
    out.source_mac = own.mac, out.source_ipv4 = own.ipv4, out.source_ipv6 = own.linklocal.empty() ? own.ipv6 : own.linklocal;
    if (auto* route = default_route(routes, interface, false)) out.gateway_ipv4 = route->gateway;
    if (auto* route = default_route(routes, interface, true)) out.gateway_ipv6 = route->gateway;
    if (out.gateway_ipv4.empty()) out.gateway_ipv4 = somebody(interface, own);
    out.gateway_mac = own.loopback ? own.mac : mac_of(interface, out.gateway_ipv4);
    if (out.gateway_mac.empty() && !own.mac.empty()) out.gateway_mac = "ff:ff:ff:ff:ff:ff";  // all on the link hear it
    return out;
}

Surroundings surroundings_of(const Session& session) {
    std::string interface;
    if (auto* live = std::get_if<LiveSource>(&session.source()); live && !live->interfaces.empty() && live->interfaces.front() != "any")
        interface = live->interfaces.front();
    auto out = surroundings_of(interface);
    if (auto link_type = link_type_of_sending(session, interface)) out.link_type = *link_type;
    return out;
}

namespace {

/// The address on the link that packets to `destination` are handed to: itself, or a gateway.
std::string next_hop(const std::string& interface, const std::string& destination) {
    std::uint8_t to[16] = {}, network[16];
    std::uint8_t four[4];
    const bool v6 = destination.find(':') != destination.npos;
    if (v6 ? !parse_ipv6(destination, to) : !parse_ipv4(destination, four)) return destination;
    if (!v6) std::copy_n(four, 4, to);
    auto inside = [&](const std::uint8_t* net, unsigned bits) {
        for (unsigned i = 0; i < bits; i++)
            if ((to[i / 8] ^ net[i / 8]) >> (7 - i % 8) & 1) return false;
        return true;
    };
    const auto own = addresses_of(interface);
    if (!v6 && parse_ipv4(own.ipv4, four) && inside(four, own.ipv4_bits)) return destination;
    if (v6 && to[0] == 0xfe && (to[1] & 0xc0) == 0x80) return destination;
    const GatewayRoute* best = nullptr;
    const auto routes = gateway_routes();
    for (auto& route : routes) {
        if (route.v6 != v6 || route.interface != interface) continue;
        if (v6 ? !parse_ipv6(route.network, network) : !parse_ipv4(route.network, four)) continue;
        if (!v6) std::copy_n(four, 4, network);
        if (inside(network, route.bits) && (!best || route.bits > best->bits)) best = &route;
    }
    return best ? best->gateway : destination;
}

/// Multicast and broadcast have hardware addresses of their own (RFC 1112 6.4, 2464 7).
std::string group_address(const std::string& address) {
    std::uint8_t four[4], sixteen[16];
    std::string out;
    if (address == "255.255.255.255") return "ff:ff:ff:ff:ff:ff";
    if (parse_ipv4(address, four) && four[0] >> 4 == 14) {
        const std::uint8_t mac[6] = {1, 0, 0x5e, std::uint8_t(four[1] & 0x7f), four[2], four[3]};
        append_hex(mac, ':', out);
    } else if (parse_ipv6(address, sixteen) && sixteen[0] == 0xff) {
        const std::uint8_t mac[6] = {0x33, 0x33, sixteen[12], sixteen[13], sixteen[14], sixteen[15]};
        append_hex(mac, ':', out);
    }
    return out;
}

/// The question, as a template makes it, with the neighbour's address in it.
Result<Composition> question(const std::string& interface, const std::string& neighbour) {
    auto surroundings = surroundings_of(interface);
    const bool v6 = neighbour.find(':') != neighbour.npos;
    (v6 ? surroundings.gateway_ipv6 : surroundings.gateway_ipv4) = neighbour;
    return compose(*find_template(v6 ? "neighbour-solicitation" : "arp-request"), surroundings);
}

/// The sender's hardware address in an answer.
std::string answered_address(Bytes frame) {
    Composition answer(frame, LinkType::ethernet);
    for (auto* name : {"arp.src.hw_mac", "icmpv6.opt.linkaddr", "eth.src"})
        if (auto key = answer.find(name)) return answer.field(*key)->value;
    return {};
}

Result<std::string> ask(const std::string& interface, const std::string& neighbour, int most_ms) {
    auto asked = question(interface, neighbour);
    if (!asked) return tl::unexpected(asked.error());
    auto module = make_pcap_live_module({.interfaces = {interface}, .capture_filter = "arp or icmp6", .promiscuous = false});
    auto state = module->initState(0);
    if (!state) return tl::unexpected(state.error());
    auto sender = InterfaceSender::open(interface);
    if (!sender) return tl::unexpected(sender.error());
    ReplyMatcher matcher;
    const auto until = Timestamp::now().ns + std::int64_t(most_ms) * 1'000'000;
    std::int64_t next = 0;
    while (Timestamp::now().ns < until) {
        if (Timestamp::now().ns >= next) {
            std::optional<Error> failed;
            const Bytes one = asked->bytes();
            sender->send({&one, 1}, [&](std::size_t, const Error& why) { failed = why; });
            if (failed) return tl::unexpected(*failed);
            matcher.sent(asked->bytes(), LinkType::ethernet, 1, Timestamp::now());
            next = Timestamp::now().ns + 300'000'000;
        }
        auto received = (*state)->receive();  // it waits half a second at most
        if (auto* error = std::get_if<Error>(&received)) {
            if (error->code != ENODEV) return tl::unexpected(*error);
            return fail(message("cannot send on %1: %2", interface, message("the interface is gone")),
                        message("`ip link` lists those that exist"), ENODEV);
        }
        auto* packet = std::get_if<PacketPtr>(&received);
        if (!packet) continue;
        PacketContext context;
        context.bytes = (*packet)->bytes();
        context.link_type = (*packet)->linkType();
        if (matcher.seen(context)) return answered_address(context.bytes);
    }
    return fail(message("nobody on %1 has %2", interface, neighbour), message("check the address, or set eth.dst by hand"));
}

}  // namespace

Result<std::string> hardware_address(const std::string& interface, const std::string& destination, int most_ms) {
    if (auto group = group_address(destination); !group.empty()) return group;
    const auto own = addresses_of(interface);
    if (own.loopback) return own.mac;
    const auto neighbour = next_hop(interface, destination);
    if (auto known = mac_of(interface, neighbour); !known.empty()) return known;
    return ask(interface, neighbour, most_ms);
}

}  // namespace sallyport
