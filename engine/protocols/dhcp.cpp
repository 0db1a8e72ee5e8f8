// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic Host Configuration Protocol, RFC 2131, options RFC 2132 and later; BOOTP, RFC 951.
#include "protocol/protocol.h"
#include "protocols/durations.h"
#include "protocols/hardware_types.h"
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice operations[] = {
    {1, "Boot Request"},
    {2, "Boot Reply"},
};
constexpr Choice messages[] = {
    {1, "Discover"},
    {2, "Offer"},
    {3, "Request"},
    {4, "Decline"},
    {5, "ACK"},
    {6, "NAK"},
    {7, "Release"},
    {8, "Inform"},
    {9, "Force Renew"},
    {10, "Lease query"},
    {11, "Lease Unassigned"},
    {12, "Lease Unknown"},
    {13, "Lease Active"},
    {14, "Bulk Lease Query"},
    {15, "Lease Query Done"},
    {16, "Active LeaseQuery"},
    {17, "Lease Query Status"},
    {18, "TLS"},
};
constexpr Choice option_types[] = {
    {0, "Padding"},
    {1, "Subnet Mask"},
    {2, "Time Offset"},
    {3, "Router"},
    {4, "Time Server"},
    {6, "Domain Name Server"},
    {12, "Host Name"},
    {15, "Domain Name"},
    {17, "Root Path"},
    {26, "Interface MTU"},
    {28, "Broadcast Address"},
    {31, "Perform Router Discover"},
    {33, "Static Route"},
    {42, "Network Time Protocol Servers"},
    {43, "Vendor-Specific Information"},
    {44, "NetBIOS over TCP/IP Name Server"},
    {46, "NetBIOS over TCP/IP Node Type"},
    {47, "NetBIOS over TCP/IP Scope"},
    {50, "Requested IP Address"},
    {51, "IP Address Lease Time"},
    {52, "Option Overload"},
    {53, "DHCP Message Type"},
    {54, "DHCP Server Identifier"},
    {55, "Parameter Request List"},
    {56, "Message"},
    {57, "Maximum DHCP Message Size"},
    {58, "Renewal Time Value"},
    {59, "Rebinding Time Value"},
    {60, "Vendor class identifier"},
    {61, "Client identifier"},
    {66, "TFTP Server Name"},
    {67, "Bootfile name"},
    {81, "Client Fully Qualified Domain Name"},
    {82, "Agent Information Option"},
    {95, "LDAP"},
    {116, "DHCP Auto-Configuration"},
    {119, "Domain Search"},
    {121, "Classless Static Route"},
    {150, "TFTP Server Address"},
    {249, "Private/Classless Static Route (Microsoft)"},
    {252, "Private/Proxy autodiscovery"},
    {255, "End"},
};

constexpr Choice broadcast_truth[] = {{1, "Broadcast"}, {0, "Unicast"}};

constexpr Choice overloads[] = {
    {1, "Boot file name holds options"},
    {2, "Server host name holds options"},
    {3, "Boot file and server host names hold options"},
};
constexpr Choice node_types[] = {
    {0x01, "B-node"},
    {0x02, "P-node"},
    {0x04, "M-node"},
    {0x08, "H-node"},
};
constexpr Choice agent_suboptions[] = {
    {0, "Padding"},
    {1, "Agent Circuit ID"},
    {2, "Agent Remote ID"},
    {3, "Reserved"},
    {4, "DOCSIS Device Class"},
    {5, "Link selection"},
    {6, "Subscriber ID"},
    {7, "RADIUS Attributes"},
    {8, "Authentication"},
    {9, "Vendor-Specific Information"},
    {10, "Flags"},
    {11, "Server ID Override"},
    {12, "Relay Agent Identifier"},
    {13, "Access Technology Type"},
    {14, "Access Network Name"},
    {15, "Access Point Name"},
    {16, "Access Point BSSID"},
    {17, "Access Network Operator ID"},
    {18, "Access Network Operator Realm"},
    {19, "Source Port"},
    {150, "Link selection (Cisco proprietary)"},
    {151, "VRF name/VPN ID"},
    {152, "Server ID Override (Cisco proprietary)"},
};

void tell_flags(const LayerValues&, std::string&);
void tell_lease(const LayerValues&, std::string&);
constexpr struct {
    u8 type{"dhcp.type", "Message type", named(operations), initial(1)};
    u8 hw_type{"dhcp.hw.type", "Hardware type", hex, named(hardware_types), initial(1)};
    u8 hw_len{"dhcp.hw.len", "Hardware address length", initial(6)};
    u8 hops{"dhcp.hops", "Hops"};
    u32 id{"dhcp.id", "Transaction ID", hex};
    u16 secs{"dhcp.secs", "Seconds elapsed"};
    u16 secs_little{"dhcp.secs", "Seconds elapsed", little};
    u16 flags{"dhcp.flags", "Bootp flags", hex, tells(tell_flags)};
    flag broadcast{"dhcp.flags.bc", "Broadcast flag", mask(0x8000), named(broadcast_truth)};
    u16 reserved{"dhcp.flags.reserved", "Reserved flags", hex, mask(0x7fff)};
    ip4 client{"dhcp.ip.client", "Client IP address"};
    ip4 your{"dhcp.ip.your", "Your (client) IP address"};
    ip4 server_ip{"dhcp.ip.server", "Next server IP address"};
    ip4 relay{"dhcp.ip.relay", "Relay agent IP address"};
    mac hw_mac{"dhcp.hw.mac_addr", "Client MAC address"};
    bytes hw_addr{"dhcp.hw.addr", "Client hardware address"};
    bytes hw_padding{"dhcp.hw.addr_padding", "Client hardware address padding"};
    text server{"dhcp.server", "Server host name"};
    text file{"dhcp.file", "Boot file name"};
    ip4 cookie{"dhcp.cookie", "Magic cookie"};
    u8 overload{"@overload", ""};
} f;

constexpr struct {
    u8 type{"dhcp.option.type", "Option", named(option_types)};
    u8 end{"dhcp.option.end", "Option End", least(255)};
    u8 end_type{"dhcp.option.type", "Option", named(option_types)};
    u8 length{"dhcp.option.length", "Length"};
    u8 overload{"dhcp.option.option_overload", "Option Overload", named(overloads)};
    bytes value{"dhcp.option.value", "Value"};
    bytes padding{"dhcp.option.padding", "Padding"};
    ip4 mask_{"dhcp.option.subnet_mask", "Subnet Mask"};
    i32 time_offset{"dhcp.option.time_offset", "Time Offset"};
    ip4 router{"dhcp.option.router", "Router"};
    ip4 name_server{"dhcp.option.domain_name_server", "Domain Name Server"};
    text hostname{"dhcp.option.hostname", "Host Name"};
    text domain{"dhcp.option.domain_name", "Domain Name"};
    text root_path{"dhcp.option.root_path", "Root Path"};
    u16 mtu{"dhcp.option.interface_mtu", "Interface MTU"};
    ip4 broadcast{"dhcp.option.broadcast_address", "Broadcast Address"};
    ip4 time_server{"dhcp.option.ntp_server", "Network Time Protocol Server"};
    ip4 netbios{"dhcp.option.netbios_over_tcpip_name_server", "NetBIOS over TCP/IP Name Server"};
    u8 node_type{"dhcp.option.netbios_over_tcpip_node_type", "NetBIOS over TCP/IP Node Type", hex, named(node_types)};
    ip4 requested{"dhcp.option.requested_ip_address", "Requested IP Address"};
    u32 lease{"dhcp.option.ip_address_lease_time", "IP Address Lease Time", tells(tell_lease)};
    u8 message{"dhcp.option.dhcp", "DHCP", named(messages)};
    ip4 server_id{"dhcp.option.dhcp_server_id", "DHCP Server Identifier"};
    u8 request{"dhcp.option.request_list_item", "Parameter Request List Item", named(option_types)};
    text note{"dhcp.option.message", "Message"};
    u16 max_size{"dhcp.option.dhcp_max_message_size", "Maximum DHCP Message Size"};
    u32 renewal{"dhcp.option.renewal_time_value", "Renewal Time Value", tells(tell_lease)};
    u32 rebinding{"dhcp.option.rebinding_time_value", "Rebinding Time Value", tells(tell_lease)};
    u8 suboption{"dhcp.option.agent_information_option.suboption", "Option 82 Suboption", named(agent_suboptions)};
    u8 suboption_length{"dhcp.option.suboption_length", "Length"};
    bytes circuit_id{"dhcp.option.agent_information_option.agent_circuit_id", "Agent Circuit ID"};
    bytes remote_id{"dhcp.option.agent_information_option.agent_remote_id", "Agent Remote ID"};
    bytes suboption_data{"@suboption", ""};
    u32 enterprise{"dhcp.option.vi.enterprise", "Enterprise"};
    u8 enterprise_length{"dhcp.option.vi.length", "Length"};
    u8 enterprise_suboption{"@enterprise", ""};
    text vendor_class{"dhcp.option.vendor_class_id", "Vendor class identifier"};
    text tftp{"dhcp.option.tftp_server_name", "TFTP Server Name"};
    text bootfile{"dhcp.option.bootfile_name", "Bootfile name"};
    u8 client_id_type{"dhcp.client_id.type", "Type"};
    text client_id{"dhcp.client_id.undef", "Client Identifier"};
} o;

void tell_flags(const LayerValues& v, std::string& line) { line += std::string(" (") + v.choice(f.broadcast) + ")"; }
/// "IP Address Lease Time: (43200s) 12 hours"
void tell_lease(const LayerValues& v, std::string& line) {
    const Field& time = v.has(o.lease) ? o.lease : v.has(o.renewal) ? o.renewal : o.rebinding;
    const std::uint64_t seconds = v.number(time);
    line = std::string(time.label) + ": (" + std::to_string(seconds) + "s) " + (seconds == 0xffffffff ? "infinity" : duration(seconds));
}
/// "Option: (53) DHCP Message Type (Discover)"
void tell_option(const LayerValues& v, std::string& line) {
    constexpr std::uint64_t end = 255;
    const std::uint64_t type = v.has(o.end) ? end : v.number(o.type);
    const char* name = choice_text(option_types, type);
    line += ": (" + std::to_string(type) + ") " + (name ? name : "Unknown");
    for (const Field* each : {&o.mask_, &o.requested, &o.server_id, &o.broadcast})
        if (v.has(*each)) line += " (" + v.text(*each) + ")";
    if (v.has(o.message) && v.choice(o.message)) line += std::string(" (") + v.choice(o.message) + ")";
}

/// RFC 2132 9.3: the option that says that the name fields hold options (1: file, 2: sname). The options begin 196 bytes on.
bool overload(const ComputeInput& in, std::uint64_t& out) {
    out = 0;
    for (std::uint32_t at = in.at + 64 + 128 + 4; at + 2 < in.end;) {
        std::uint8_t type = in.bytes[at];
        if (type == 255) break;
        if (type == 52) out = in.bytes[at + 2];
        at += type == 0 ? 1 : 2u + in.bytes[at + 1];
    }
    return true;
}

// RFC 2132 9.14: a hardware type and an address, or (type 0 and others) anything.
constexpr auto client_identifier = choice(peek(1),
    when(0, choice(left, when(0), when(1, o.client_id_type), otherwise(o.client_id_type, o.client_id(rest)))),
    when(1, choice(left, when(7, f.hw_type, f.hw_mac))));
// RFC 3046 2.0.
constexpr auto agent_information = repeat(group("Option 82 Suboption",
    o.suboption, o.suboption_length, part(o.suboption_length, choice(o.suboption,
        when(1, o.circuit_id(rest)), when(2, o.remote_id(rest)), otherwise(if_set(left, o.suboption_data(rest)))))).shows(o.suboption));
// RFC 3925 4.
constexpr auto vendor_information = repeat(
    o.enterprise, o.enterprise_length,
    part(o.enterprise_length, repeat(group("Suboption", o.enterprise_suboption, o.suboption_length,
                                           if_set(o.suboption_length, o.suboption_data(o.suboption_length))))));
constexpr auto option_value = choice(
    o.type, when(1, o.mask_), when(2, o.time_offset), when(3, repeat(o.router)), when(6, repeat(o.name_server)), when(12, o.hostname(rest)),
    when(15, o.domain(rest)), when(17, o.root_path(rest)), when(26, o.mtu), when(28, o.broadcast), when(42, repeat(o.time_server)),
    when(44, repeat(o.netbios)), when(46, o.node_type), when(50, o.requested), when(51, o.lease), when(52, o.overload), when(53, o.message),
    when(54, o.server_id), when(55, repeat(o.request)), when(56, o.note(rest)), when(57, o.max_size), when(58, o.renewal),
    when(59, o.rebinding), when(60, o.vendor_class(rest)), when(61, client_identifier), when(66, o.tftp(rest)), when(67, o.bootfile(rest)),
    when(82, agent_information), when(125, vendor_information));
// Wireshark gives the end mark a type of 0.
constexpr auto option = group("Option", choice(peek(1),
    when(0, o.type(o.padding(1)), repeat(choice(peek(1), when(0, skip(1)), otherwise(stop())))),
    when(255, make(o.end_type, Extent(0)), o.end, stop()),
    otherwise(o.type, o.length, o.value(o.length, option_value)))).shows(o.type).tells(tell_option);
constexpr auto options = repeat(option);

// Some clients count the seconds in little-endian order: a low byte of zero with a high one that is not tells them.
constexpr auto seconds = choice(peek(1, 1), when(0, choice(peek(1), when(0, f.secs), otherwise(f.secs_little))), otherwise(f.secs));
constexpr auto items =
    sequence(f.type, f.hw_type, f.hw_len, f.hops, f.id, seconds, f.flags(f.broadcast, f.reserved), f.client, f.your, f.server_ip, f.relay,
             part(16, choice(f.hw_len, when(6, f.hw_mac), when(0), between(17, 255), otherwise(f.hw_addr(f.hw_len))),
                  if_set(left, f.hw_padding(rest))),
             make(f.overload, overload), choice(f.overload & 2, when(2, part(64, use(options))), otherwise(f.server(64))),
             choice(f.overload & 1, when(1, part(128, use(options))), otherwise(f.file(128))),
             if_set(left, f.cookie, use(options), if_set(left, o.padding(rest))));

void info(const LayerValues& v, std::string& out) {
    const char* what = v.has(o.message) ? v.choice(o.message) : v.choice(f.type);
    char text[80];
    std::snprintf(text, sizeof text, "DHCP %-8s - Transaction ID 0x%x", what ? what : "message", unsigned(v.number(f.id)));
    out = text;
}
void title(const LayerValues& v, std::string& out) {
    if (const char* what = v.choice(o.message)) out += std::string(" (") + what + ")";
}
constexpr Parent parents[] = {{"udp.port", 67}, {"udp.port", 68}};
}  // namespace

extern const Protocol dhcp;
constexpr Protocol dhcp{.name = "dhcp",
                        .label = "Dynamic Host Configuration Protocol",
                        .column = "DHCP",
                        .items = items,
                        .parents = parents,
                        .info = info,
                        .title = title,
                        .also_in = "bootp"};

}  // namespace sallyport::protocols
