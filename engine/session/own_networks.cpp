// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address.h"
#include "dissect/walk.h"
#include "session/surroundings.h"
#include <algorithm>
#include <ifaddrs.h>
#include <netinet/in.h>

namespace sallyport {
namespace {

struct Range {
    const char* network;
    unsigned bits;
};
constexpr Range always[] = {
    {"0.0.0.0", 8},   {"127.0.0.0", 8},        {"169.254.0.0", 16}, {"224.0.0.0", 24},
    {"239.0.0.0", 8}, {"255.255.255.255", 32},  // RFC 6890, 5771, 2365
    {"::", 127},      {"fe80::", 10},          {"ff01::", 16},      {"ff02::", 16},
    {"ff03::", 16},   {"ff04::", 16},          {"ff05::", 16},  // RFC 4291, 7346
};
constexpr Range private_ranges[] = {{"10.0.0.0", 8}, {"172.16.0.0", 12}, {"192.168.0.0", 16}, {"100.64.0.0", 10}, {"fc00::", 7}};

bool same_bits(const std::uint8_t* a, const std::uint8_t* b, unsigned bits) {
    if (!std::equal(a, a + bits / 8, b)) return false;
    const unsigned rest = bits % 8;
    return rest == 0 || (a[bits / 8] ^ b[bits / 8]) >> (8 - rest) == 0;
}

const std::uint8_t* bytes_of(const sockaddr* address) {
    if (!address) return nullptr;
    if (address->sa_family == AF_INET)
        return reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in*>(address)->sin_addr);
    if (address->sa_family == AF_INET6)
        return reinterpret_cast<const std::uint8_t*>(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr);
    return nullptr;
}

}  // namespace

void OwnNetworks::add(bool v6, const std::uint8_t* address, unsigned bits) {
    Network network{v6, {}, bits};
    std::copy_n(address, v6 ? 16 : 4, network.address);
    networks_.push_back(network);
}

void OwnNetworks::add(const char* text, unsigned bits) {
    std::uint8_t four[4], sixteen[16];
    if (parse_ipv4(text, four)) add(false, four, bits);
    else if (parse_ipv6(text, sixteen)) add(true, sixteen, bits);
}

OwnNetworks::OwnNetworks() {
    for (auto& range : always) add(range.network, range.bits);
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0) return;
    for (auto* each = list; each; each = each->ifa_next) {
        const auto *address = bytes_of(each->ifa_addr), *mask = bytes_of(each->ifa_netmask);
        if (!address || !mask) continue;
        const bool v6 = each->ifa_addr->sa_family == AF_INET6;
        unsigned bits = 0;
        for (unsigned i = 0; i < (v6 ? 16u : 4u); i++) bits += unsigned(__builtin_popcount(mask[i]));
        if (bits < 8) continue;  // all of the Internet is nobody's network
        add(v6, address, bits);
        for (auto& range : private_ranges) {
            std::uint8_t four[4], sixteen[16];
            const bool in = v6 ? parse_ipv6(range.network, sixteen) && same_bits(sixteen, address, range.bits)
                               : parse_ipv4(range.network, four) && same_bits(four, address, range.bits);
            if (in) add(range.network, range.bits);
        }
    }
    ::freeifaddrs(list);
}

bool OwnNetworks::contain(bool v6, const std::uint8_t* address) const {
    return std::any_of(networks_.begin(), networks_.end(),
                       [&](const Network& it) { return it.v6 == v6 && same_bits(it.address, address, it.bits); });
}

std::string OwnNetworks::outside_destination(Bytes packet, LinkType link_type) const {
    thread_local Walker walker;
    PacketContext context;
    context.bytes = packet;
    context.link_type = link_type;
    walker.walk(context);
    for (auto& layer : walker.layers()) {
        const std::string_view name = programs()[layer.protocol].protocol->name;
        const bool v6 = name == "ipv6";
        if (!v6 && name != "ip") continue;
        if (packet.size() - layer.start < (v6 ? 40u : 20u)) return {};
        const auto* address = packet.data() + layer.start + (v6 ? 24 : 16);
        std::string text;
        if (!contain(v6, address)) v6 ? append_ipv6(address, text) : append_ipv4(address, text);
        return text;
    }
    return {};
}

}  // namespace sallyport
