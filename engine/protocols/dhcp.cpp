// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic Host Configuration Protocol, RFC 2131, options RFC 2132 and later (dhcp_simple_options.h, dhcp_options.h); BOOTP, RFC 951.
#include "protocol/protocol.h"
#include "protocols/dhcp_agent.h"
#include "protocols/dhcp_option_names.h"
#include "protocols/dhcp_options.h"
#include "protocols/dhcp_simple_options.h"
#include "protocols/hardware_types.h"
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;
constexpr auto& simple = dhcp_simple::o;

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

constexpr Choice device_suboptions[] = {
    {1, "DeviceManufacturerOUI"},  {2, "DeviceSerialNumber"},  {3, "DeviceProductClass"},
    {4, "GatewayManufacturerOUI"}, {5, "GatewaySerialNumber"}, {6, "GatewayProductClass"},
};

void tell_flags(const LayerValues&, std::string&);
void tell_offset(const LayerValues&, std::string&);
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
    u8 type{"dhcp.option.type", "Option", named(dhcp_options)};
    u8 end{"dhcp.option.end", "Option End", least(255)};
    u8 end_type{"dhcp.option.type", "Option", named(dhcp_options)};
    u8 length{"dhcp.option.length", "Length"};
    u8 overload{"dhcp.option.option_overload", "Option Overload", named(overloads)};
    bytes value{"dhcp.option.value", "Value"};
    bytes padding{"dhcp.option.padding", "Padding"};
    i32 time_offset{"dhcp.option.time_offset", "Time Offset", tells(tell_offset)};
    u8 node_type{"dhcp.option.netbios_over_tcpip_node_type", "NetBIOS over TCP/IP Node Type", named(node_types)};
    u8 message{"dhcp.option.dhcp", "DHCP", named(messages)};
    u8 request{"dhcp.option.request_list_item", "Parameter Request List Item", named(dhcp_options)};
    u8 suboption_length{"dhcp.option.suboption_length", "Length"};
    bytes enterprise_value{"dhcp.option.vi.value", "Value"};
    u8 tr111{"dhcp.option.vi.tr111.suboption", "Option 125 Suboption", named(device_suboptions)};  // Broadband Forum TR-111
    u24 oui_number{"dhcp.option.vi.tr111.device_manufacturer_oui", "DeviceManufacturerOUI", hex};
    text serial{"dhcp.option.vi.tr111.device_serial_number", "DeviceSerialNumber"};
    text product{"dhcp.option.vi.tr111.device_product_class", "DeviceProductClass"};
    text gateway_oui{"dhcp.option.vi.tr111.gateway_manufacturer_oui", "GatewayManufacturerOUI"};
    text gateway_serial{"dhcp.option.vi.tr111.gateway_serial_number", "GatewaySerialNumber"};
    text gateway_product{"dhcp.option.vi.tr111.gateway_product_class", "GatewayProductClass"};
    u32 enterprise{"dhcp.option.vi.enterprise", "Enterprise"};
    u8 enterprise_length{"dhcp.option.vi.length", "Length"};
    u8 enterprise_suboption{"@enterprise", "Suboption"};
    u8 client_id_type{"dhcp.client_id.type", "Type"};
    text client_id{"dhcp.client_id.undef", "Client Identifier"};
} o;

void tell_flags(const LayerValues& v, std::string& line) { line += std::string(" (") + v.choice(f.broadcast) + ")"; }
/// "Time Offset: (-3600s) -1 hour"
void tell_offset(const LayerValues& v, std::string& line) {
    const auto seconds = std::int64_t(v.number(o.time_offset));
    const std::uint64_t size = std::uint64_t(seconds < 0 ? -seconds : seconds);
    line = std::string(o.time_offset.label) + ": (" + std::to_string(seconds) + "s) " + (seconds < 0 ? "-" : "") + duration(size);
}
/// "Option: (53) DHCP Message Type (Discover)"
void tell_option(const LayerValues& v, std::string& line) {
    constexpr std::uint64_t end = 255;
    const std::uint64_t type = v.has(o.end) ? end : v.number(o.type);
    const char* name = choice_text(dhcp_options, type);
    line += ": (" + std::to_string(type) + ") " + (name ? name : "Unknown");
    for (const Field* each : {&simple.subnet_mask, &simple.requested_ip_address, &simple.dhcp_server_id, &simple.broadcast_address,
                              &simple.swap_server, &simple.router_solicitation_address})
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
    when(1, choice(left, when(7, f.hw_type, f.hw_mac))), when(255, choice(left, between(7, 255, skip(1), dhcp_formed::identity))));
// RFC 3925 4.
constexpr auto device = repeat(group("Option 125 Suboption", o.tr111, o.suboption_length, part(o.suboption_length, if_set(left,
    choice(o.tr111, when(1, choice(left, when(3, o.oui_number), otherwise(o.enterprise_value(rest)))), when(2, o.serial(rest)),
           when(3, o.product(rest)), when(4, o.gateway_oui(rest)), when(5, o.gateway_serial(rest)), when(6, o.gateway_product(rest)),
           otherwise(o.enterprise_value(rest)))))).shows(o.tr111));
constexpr auto vendor_information = repeat(
    o.enterprise, o.enterprise_length,
    part(o.enterprise_length, choice(o.enterprise, when(3561, device),
        otherwise(repeat(group("Option 125 Suboption", o.enterprise_suboption, o.suboption_length,
                               if_set(o.suboption_length, o.enterprise_value(o.suboption_length))))))));
constexpr auto option_value = choice(
    o.type, dhcp_simple::cases, dhcp_formed::cases, when(2, o.time_offset), when(46, o.node_type),
    when(52, o.overload), when(53, o.message), when(55, repeat(o.request)), when(61, client_identifier),
    when(82, dhcp_agent::information), when(125, vendor_information));
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
