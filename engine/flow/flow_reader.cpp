// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_reader.h"
#include "protocol/conversation.h"
#include <algorithm>
#include <limits>

namespace sallyport {
namespace {

constexpr std::uint8_t syn = 0x02, ack = 0x10;                       // RFC 9293 3.1
constexpr std::uint16_t first_user_port = 1024;                      // RFC 6335 6: below are the system ports
constexpr std::uint16_t most_length = 1500, least_ethertype = 1536;  // IEEE 802.3 3.2.6
enum IpProtocol : std::uint8_t { icmp = 1, tcp = 6, udp = 17, dccp = 33, icmpv6 = 58, sctp = 132, udp_lite = 136 };

/// Those whose header begins with two ports.
bool has_ports(std::uint8_t protocol) {
    return protocol == tcp || protocol == udp || protocol == dccp || protocol == sctp || protocol == udp_lite;
}

enum class Role : std::uint8_t { other, ipv4, ipv6, extension, fragment, ethernet, vlan, sll };

std::uint16_t number16(const std::uint8_t* at) { return std::uint16_t(load_be(at, 2)); }

}  // namespace

/// What each protocol is to a flow, by its number; found once.
struct FlowReader::Known {
    std::vector<Role> role;
    std::vector<std::uint8_t> quotes, shown;  // shown: people know it by a name

    Known() : role(programs().size(), Role::other), quotes(role.size()), shown(role.size()) {
        static constexpr std::pair<std::string_view, Role> roles[] = {
            {"ip", Role::ipv4},
            {"ipv6", Role::ipv6},
            {"ipv6.hopopts", Role::extension},
            {"ipv6.dstopts", Role::extension},
            {"ipv6.routing", Role::extension},
            {"ah", Role::extension},
            {"ipv6.fraghdr", Role::fragment},
            {"eth", Role::ethernet},
            {"vlan", Role::vlan},
            {"sll", Role::sll},
        };
        for (std::size_t id = 0; id < role.size(); id++) {
            const Protocol& protocol = *programs()[ProtocolId(id)].protocol;
            quotes[id] = protocol.quotes;
            shown[id] = protocol.column != nullptr;
            const auto* const found =
                std::find_if(std::begin(roles), std::end(roles), [&](auto& one) { return one.first == protocol.name; });
            if (found != std::end(roles)) role[id] = found->second;
        }
    }
};

/// The network layer whose addresses are the flow's.
struct FlowReader::Network {
    FlowFamily family = FlowFamily::ipv4;
    const std::uint8_t *source = nullptr, *destination = nullptr;
    unsigned width = 4;                  // of an address, bytes
    std::uint8_t named = 0;              // the protocol that its own header names
    std::uint8_t protocol = 0;           // … and the one behind all extension headers
    std::uint32_t payload = 0, end = 0;  // where that begins and ends
    std::uint32_t datagram = 0;          // the identification that fragments share
    bool first_fragment = false, later_fragment = false;
    std::uint16_t source_port = 0, destination_port = 0;
};

FlowReader::FlowReader() {
    static const Known known;
    known_ = &known;
}

const FlowPacket& FlowReader::read(const PacketContext& packet) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    walker_.walk(packet);
    bytes_ = packet.bytes;
    out_ = {};
    auto& layers = walker_.layers();
    std::size_t network = none, count = 0;
    for (; count < layers.size(); count++) {
        const Layer& layer = layers[count];
        if (layer.parent >= 0 && known_->quotes[layers[std::size_t(layer.parent)].protocol]) break;
        const Role role = known_->role[layer.protocol];
        const bool is_header = layer.plain || layer.header_end > layer.start;
        if (is_header && (role == Role::ipv4 || role == Role::ipv6)) network = count;
        if (!known_->shown[layer.protocol]) continue;
        out_.protocol = layer.protocol;
        out_.depth = std::uint8_t(std::min<std::size_t>(count, 255));
    }
    layer_count_ = count;
    if (network == none || !read_network(network)) read_link(packet.link_type);
    return out_;
}

/// False when its header is cut: then only the link is known. RFC 791 3.1, RFC 8200 3 and 4.5.
bool FlowReader::read_network(std::size_t at) {
    const Layer& layer = walker_.layers()[at];
    const std::uint8_t* const header = bytes_.data() + layer.start;
    Network network;
    network.payload = layer.header_end, network.end = layer.end;
    if (known_->role[layer.protocol] == Role::ipv4) {
        if (layer.end - layer.start < 20) return false;
        const std::uint16_t length = number16(header + 2);
        if (length && length < (header[0] & 15) * 4) network.end = network.payload;  // it has no place for what it says to carry
        const std::uint16_t fragment = number16(header + 6);
        network.source = header + 12;
        network.destination = header + destination_place(all_protocols()[layer.protocol]->ends, {header, layer.end - layer.start});
        network.named = network.protocol = header[9];
        network.datagram = number16(header + 4);
        network.later_fragment = fragment & 0x1fff;
        network.first_fragment = !network.later_fragment && fragment & 0x2000;
    } else {
        if (layer.end - layer.start < 40) return false;
        network.family = FlowFamily::ipv6, network.width = 16;
        network.source = header + 8, network.destination = header + 24;  // ipv6.dst, also on the way: so a filter can name the flow
        network.named = network.protocol = header[6];
    }
    pass_extensions(at, network);
    read_ports(network);
    out_.key.family = network.family;
    const bool read = has_ports(network.protocol) || network.protocol == icmp || network.protocol == icmpv6;
    out_.key.type = read ? network.protocol : network.named;  // what a filter can name
    put_ends(network);
    return true;
}

/// Goes on to what stands behind the extension headers of IPv6 and the authentication header (RFC 8200 4, RFC 4302 2).
void FlowReader::pass_extensions(std::size_t network_layer, Network& network) {
    for (std::size_t at = network_layer + 1; at < layer_count_; at++) {
        const Layer& layer = walker_.layers()[at];
        const Role role = known_->role[layer.protocol];
        if (role != Role::extension && role != Role::fragment) return;
        const std::uint8_t* const header = bytes_.data() + layer.start;
        if (layer.end - layer.start < 8) return;
        network.protocol = header[0];
        network.payload = layer.header_end;
        if (role == Role::extension) continue;
        network.later_fragment = number16(header + 2) >> 3;
        network.first_fragment = !network.later_fragment && header[3] & 1;
        network.datagram = std::uint32_t(load_be(header + 4, 4));
    }
}

void FlowReader::read_ports(Network& network) {
    const bool fragmented = network.first_fragment || network.later_fragment;
    if (network.later_fragment) return share_ports(network);
    const std::uint8_t* const header = bytes_.data() + network.payload;
    const std::uint32_t size = network.end > network.payload ? network.end - network.payload : 0;
    if (has_ports(network.protocol) && size >= 4) {
        network.source_port = number16(header), network.destination_port = number16(header + 2);
        const bool is_tcp = network.protocol == tcp && size >= 14;
        if (is_tcp) out_.tcp_flags = header[13];
        out_.opens = is_tcp && (header[13] & (syn | ack)) == syn;
        out_.answers = out_.opens ? false : is_tcp && header[13] & syn ? true : comes_from_service(network);
    } else if (const bool v4 = network.protocol == icmp; (v4 || network.protocol == icmpv6) && size >= 8) {
        const std::uint8_t request = v4 ? 8 : 128, reply = v4 ? 0 : 129;  // RFC 792, RFC 4443 4.1
        if (header[0] != request && header[0] != reply) return;
        network.source_port = network.destination_port = number16(header + 4);
        out_.answers = header[0] == reply;
    }
    if (fragmented) share_ports(network);
}

/// Who sends from a system port to a user port offers the service; of TCP, that was there before, the lower port does.
bool FlowReader::comes_from_service(const Network& network) {
    if (network.protocol == tcp) return network.source_port < network.destination_port;
    return network.source_port < first_user_port && network.destination_port >= first_user_port;
}

/// A first fragment leaves its ports for the later ones, which have none.
void FlowReader::share_ports(Network& network) {
    FlowKey datagram;
    std::memcpy(datagram.low, network.source, network.width);
    std::memcpy(datagram.high, network.destination, network.width);
    datagram.type = network.protocol;
    datagram.family = network.family;
    datagram.low_port = std::uint16_t(network.datagram >> 16), datagram.high_port = std::uint16_t(network.datagram);
    const std::uint64_t tag = hash_(datagram);
    Fragmented& place = fragmented_[tag % fragmented_.size()];
    if (network.first_fragment) place = {tag, network.source_port, network.destination_port};
    else if (place.tag == tag) network.source_port = place.source, network.destination_port = place.destination;
}

void FlowReader::put_ends(const Network& network) {
    const int order = std::memcmp(network.source, network.destination, network.width);
    out_.from_high = order > 0 || (order == 0 && network.source_port > network.destination_port);
    FlowKey& key = out_.key;
    std::memcpy(out_.from_high ? key.high : key.low, network.source, network.width);
    std::memcpy(out_.from_high ? key.low : key.high, network.destination, network.width);
    (out_.from_high ? key.high_port : key.low_port) = network.source_port;
    (out_.from_high ? key.low_port : key.high_port) = network.destination_port;
}

/// What is not IP: the innermost link layer's addresses and its type. Cooked captures name only the sender.
void FlowReader::read_link(LinkType link_type) {
    static constexpr std::uint8_t no_address[6] = {};
    Network link;
    link.source = link.destination = no_address;
    link.width = 6;
    for (std::size_t at = 0; at < layer_count_; at++) {
        const Layer& layer = walker_.layers()[at];
        const std::uint8_t* const header = bytes_.data() + layer.start;
        const std::uint32_t size = layer.end - layer.start;
        const Role role = known_->role[layer.protocol];
        if (role == Role::ethernet && size >= 14) {
            link.destination = header, link.source = header + 6;
            out_.key.type = number16(header + 12);
        } else if (role == Role::vlan && size >= 4) {
            out_.key.type = number16(header + 2);
        } else if (const bool second = link_type == LinkType::linux_sll2; role == Role::sll && size >= (second ? 20 : 16)) {
            const bool mac = second ? header[11] == 6 : number16(header + 4) == 6;
            if (mac) link.source = header + (second ? 12 : 6);
            out_.key.type = number16(header + (second ? 0 : 14));
        }
    }
    const bool no_ends = std::memcmp(link.source, no_address, 6) == 0 && std::memcmp(link.destination, no_address, 6) == 0;
    if (no_ends && out_.key.type < least_ethertype) out_.key.type = out_.protocol;
    else if (out_.key.type && out_.key.type <= most_length) out_.key.type = flow_of_lengths;
    put_ends(link);
}

}  // namespace sallyport
