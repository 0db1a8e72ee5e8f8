// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_text.h"
#include "base/address.h"
#include "protocol/protocol.h"
#include <cstdio>

namespace sallyport {
namespace {

enum IpProtocol : std::uint16_t { icmp = 1, tcp = 6, udp = 17, dccp = 33, icmpv6 = 58, sctp = 132, udp_lite = 136 };

/// The ports are identifiers.
bool may_be_echo(const Flow& flow) { return (flow.key.type == icmp || flow.key.type == icmpv6) && flow.key.family != FlowFamily::link; }

void append_address(const Flow& flow, const std::uint8_t* address, std::string& out) {
    static constexpr std::uint8_t no_address[6] = {};
    switch (flow.key.family) {
        case FlowFamily::ipv4: append_ipv4(address, out); break;
        case FlowFamily::ipv6: append_ipv6(address, out); break;
        case FlowFamily::link:
            if (std::memcmp(address, no_address, sizeof no_address) != 0) append_hex(Bytes(address, 6), ':', out);
            break;
    }
}

void append_end(const Flow& flow, const std::uint8_t* address, std::uint16_t port, std::string& out) {
    const bool with_port = flow.key.family != FlowFamily::link && !may_be_echo(flow) && (flow.key.low_port || flow.key.high_port);
    const bool brackets = with_port && flow.key.family == FlowFamily::ipv6;  // RFC 5952 6
    if (brackets) out += '[';
    append_address(flow, address, out);
    if (brackets) out += ']';
    if (with_port) (out += ':') += std::to_string(port);
}

std::string address_of(const Flow& flow, const std::uint8_t* address) {
    std::string out;
    append_address(flow, address, out);
    return out;
}

/// "(ip.src == A && ip.dst == B && MORE) || (ip.src == B && ip.dst == A && MORE)"
std::string both_ways(const Flow& flow, const std::string& layer, const std::string& there, const std::string& back) {
    const std::string client = address_of(flow, flow.client_address()), server = address_of(flow, flow.server_address());
    const auto way = [&](const std::string& from, const std::string& to, const std::string& more) {
        std::string out = "(";
        if (!from.empty()) out += layer + ".src == " + from;
        if (!to.empty()) out += (from.empty() ? "" : " && ") + layer + ".dst == " + to;
        return out + (more.empty() ? "" : " && " + more) + ")";
    };
    return "(" + way(client, server, there) + " || " + way(server, client, back) + ")";
}

const char* port_protocol(std::uint16_t type) {
    switch (type) {
        case tcp: return "tcp";
        case udp: return "udp";
        default: return nullptr;  // their ports have no names in our descriptions (yet)
    }
}

std::string ports_filter(const Flow& flow, const std::string& layer, const std::string& transport) {
    const std::string client = std::to_string(flow.client_port()), server = std::to_string(flow.server_port());
    if (client == server)  // .port would also match where only one of them is
        return transport + ".srcport == " + client + " && " + transport + ".dstport == " + client + " && " + both_ways(flow, layer, "", "");
    return transport + ".port == " + client + " && " +
           both_ways(flow, layer, transport + ".dstport == " + server, transport + ".srcport == " + server);
}

/// Errors that quote an echo have its type and identifier too: `in` asks whether any of the values is another one.
std::string echo_filter(const Flow& flow) {
    const bool v4 = flow.key.type == icmp;
    const std::string identifier = v4 ? "icmp.ident" : "icmpv6.echo.identifier";
    if (flow.key.low_port) return identifier + " == " + std::to_string(flow.key.low_port);
    return "(" + std::string(v4 ? "icmp.type in {1..7, 9..255}" : "icmpv6.type in {0..127, 130..255}") + " || " + identifier + " == 0)";
}

std::string ip_filter(const Flow& flow) {
    const bool v4 = flow.key.family == FlowFamily::ipv4;
    const std::string layer = v4 ? "ip" : "ipv6";
    const std::string number = (v4 ? "ip.proto == " : "ipv6.nxt == ") + std::to_string(flow.key.type);
    const std::string ends = both_ways(flow, layer, "", "");
    if (const char* transport = port_protocol(flow.key.type)) {
        if (flow.key.low_port || flow.key.high_port) return ports_filter(flow, layer, transport);
        return number + " && " + ends + " && !" + transport + ".port";  // fragments that came alone
    }
    if (may_be_echo(flow)) return echo_filter(flow) + " && " + ends;
    return number + " && " + ends;
}

/// What stands behind the addresses: a type, a length, or what can be neither.
std::string ethertype_filter(const Flow& flow) {
    constexpr std::uint16_t least_type = 1536;
    if (flow.key.type == flow_of_lengths) return all_protocols()[flow.protocol]->name;
    if (flow.key.type && flow.key.type < least_type) return "eth.invalid_lentype == " + std::to_string(flow.key.type);
    char type[8];
    std::snprintf(type, sizeof type, "0x%04x", unsigned(flow.key.type));
    return std::string("(eth.type == ") + type + " || vlan.etype == " + type + ")";
}

std::string link_filter(const Flow& flow) {
    const std::string client = address_of(flow, flow.client_address()), server = address_of(flow, flow.server_address());
    const std::string protocol = all_protocols()[flow.protocol]->name;
    // Much of what a link carries, carries IP in turn: those are flows of their own. (.dst: not there where the header is cut.)
    const std::string no_network = protocol == "arp" ? "" : " && !ip.dst && !ipv6.dst";
    if (client.empty() && server.empty()) return protocol + no_network;
    if (client.empty() || server.empty()) return "sll.src.eth == " + (client.empty() ? server : client) + " && " + protocol + no_network;
    return ethertype_filter(flow) + " && " + both_ways(flow, "eth", "", "") + no_network;
}

}  // namespace

void append_client(const Flow& flow, std::string& out) { append_end(flow, flow.client_address(), flow.client_port(), out); }
void append_server(const Flow& flow, std::string& out) { append_end(flow, flow.server_address(), flow.server_port(), out); }

const char* flow_protocol(const Flow& flow) {
    const Protocol& protocol = *all_protocols()[flow.protocol];
    return protocol.column ? protocol.column : protocol.name;
}

std::string flow_filter(const Flow& flow) { return flow.key.family == FlowFamily::link ? link_filter(flow) : ip_filter(flow); }

}  // namespace sallyport
