// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/link_layer.h"
#include "dissect/program.h"

namespace sallyport {
namespace {

bool is_bare(LinkType type) {
    return type == LinkType::raw || type == LinkType::raw_bsd || type == LinkType::raw_openbsd || type == LinkType::ipv4 ||
           type == LinkType::ipv6;
}

/// Where the outermost IP packet begins, and its version; 0: there is none.
unsigned ip_version(const Composition& packet, std::uint32_t& at) {
    for (auto& layer : packet.layers()) {
        at = layer.at;
        if (layer.name == "ip") return 4;
        if (layer.name == "ipv6") return 6;
    }
    return 0;
}

/// An Ethernet frame tells in its 13th and 14th byte what it carries, or how much of it (IEEE 802.3 3.2.6): for addresses of IP that
/// stand there such values are rare.
bool looks_like_frame(Bytes packet) {
    constexpr std::size_t header = 14, shortest = 60;  // shorter ones are padded
    constexpr std::uint64_t ipv4 = 0x0800, ipv6 = 0x86dd, longest = 1500;
    if (packet.size() <= header) return false;
    const std::uint64_t type = load_be(packet.data() + 12, 2);
    if (type == ipv4 || type == ipv6) return packet[header] >> 4 == (type == ipv4 ? 4 : 6);
    if (type <= longest) return type && (packet.size() == header + type || (packet.size() == shortest && header + type < shortest));
    static const int types = programs().table_index("ethertype");
    return types >= 0 && programs().table(types).find(type);
}

}  // namespace

LinkType likely_link_type(Bytes packet) {
    const bool v4 = packet.size() >= 20 && packet[0] >> 4 == 4 && (packet[0] & 15) >= 5, v6 = packet.size() >= 40 && packet[0] >> 4 == 6;
    if (!v4 && !v6) return LinkType::ethernet;
    const std::uint64_t length = v4 ? load_be(packet.data() + 2, 2) : load_be(packet.data() + 4, 2) + 40;
    return length == packet.size() || !looks_like_frame(packet) ? LinkType::raw : LinkType::ethernet;
}

Result<Composition> with_link_layer(const Composition& packet, const Surroundings& surroundings) {
    const LinkType there = surroundings.link_type;
    if (packet.link_type() == there || (is_bare(packet.link_type()) && is_bare(there))) return packet;
    std::uint32_t at = 0;
    const unsigned version = ip_version(packet, at);
    if (!version)
        return fail(message("the packet holds no IP packet, and its link layer is another one than is needed there"),
                    message("send it on the kind of interface that it was captured on"));
    Bytes inside = packet.bytes().subspan(at);
    if (is_bare(there)) return Composition(inside, there);
    if (there != LinkType::ethernet)
        return fail(message("packets cannot be sent with this kind of link layer"), message("choose an Ethernet interface"));
    ByteBuffer frame(14);
    store_number(frame.data() + 12, 2, false, version == 4 ? 0x0800 : 0x86dd);
    frame.insert(frame.end(), inside.begin(), inside.end());
    Composition out(frame, there);
    for (auto& [field, address] : {std::pair{"eth.dst=", surroundings.gateway_mac}, {"eth.src=", surroundings.source_mac}})
        if (!address.empty())
            if (auto set = out.set(field + address); !set) return tl::unexpected(set.error());
    return out;
}

}  // namespace sallyport
