// SPDX-License-Identifier: GPL-3.0-or-later
// IPv6 extension headers, RFC 8200 4: hop-by-hop and destination options, routing, fragment. Each is a protocol of its own.
#include "base/address.h"
#include "protocols/ip_protocols.h"
#include "protocol/protocol.h"
#include "protocols/source_route.h"
#include "protocols/truths.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice option_types[] = {
    {0x00, "Pad1"},
    {0x01, "PadN"},
    {0x04, "Tunnel Encapsulation Limit"},
    {0x05, "Router Alert"},
    {0x07, "CALIPSO"},
    {0x08, "SMF_DPD"},
    {0x0f, "Performance and Diagnostic Metrics"},
    {0x1e, "Experimental (0x1E)"},
    {0x26, "Quick-Start"},
    {0x30, "Path MTU Option"},
    {0x31, "IOAM Option"},
    {0x3e, "Experimental (0x3E)"},
    {0x41, "Tunnel Payload Forwarding (TPF) Information"},
    {0x5e, "Experimental (0x5E)"},
    {0x63, "RPL Option"},
    {0x6d, "MPL Option"},
    {0x7e, "Experimental (0x7E)"},
    {0x8a, "Endpoint Identification"},
    {0x8b, "ILNP Nonce"},
    {0x8c, "Line-Identification Option"},
    {0x9e, "Experimental (0x9E)"},
    {0xbe, "Experimental (0xBE)"},
    {0xc2, "Jumbo Payload"},
    {0xc9, "Home Address"},
    {0xde, "Experimental (0xDE)"},
    {0xee, "IP_DFF"},
    {0xfe, "Experimental (0xFE)"},
};
constexpr Choice option_actions[] = {
    {0, "Skip and continue"},
    {1, "Discard"},
    {2, "Discard and send ICMP Parameter Problem"},
    {3, "Discard and send ICMP if not multicast"},
};
constexpr Choice router_alerts[] = {
    {0, "MLD"},
    {1, "RSVP"},
    {2, "Active Network"},
};
constexpr Choice routing_types[] = {
    {0, "Source Route"},
    {1, "Nimrod"},
    {2, "Type 2 Routing"},
    {3, "RPL Source Route"},
    {4, "Segment Routing"},
    {5, "Compact Routing Header 16"},
    {6, "Compact Routing Header 32"},
    {253, "Experiment 1"},
    {254, "Experiment 2"},
};

constexpr struct {
    subtree option{"ipv6.opt", "IPv6 Option"};
    u8 type{"ipv6.opt.type", "Type", hex, named(option_types)};
    u8 action{"ipv6.opt.type.action", "Action", mask(0xc0), named(option_actions)};
    flag change{"ipv6.opt.type.change", "May Change", mask(0x20), named(yes_no)};
    u8 rest_bits{"ipv6.opt.type.rest", "Low-Order Bits", hex, mask(0x1f)};
    u8 length{"ipv6.opt.length", "Length"};
    bytes pad1{"ipv6.opt.pad1", "Pad1"};
    bytes padn{"ipv6.opt.padn", "PadN"};
    u8 tunnel_limit{"ipv6.opt.tel", "Tunnel Encapsulation Limit"};
    u16 router_alert{"ipv6.opt.router_alert", "Router Alert", named(router_alerts)};
    u32 jumbo{"ipv6.opt.jumbo", "Payload Length"};
    ip6 home{"ipv6.opt.mipv6.home_address", "MIPv6 Home Address"};
    bytes experimental{"ipv6.opt.experimental", "Experimental Option"};  // RFC 4727: 0x1e, whatever its upper bits
    bytes unknown{"ipv6.opt.unknown", "Unknown Option Payload"};
} o;

constexpr auto option = o.option(
    choice(peek(1), when(0, o.type), otherwise(  // a Pad1 is its type alone (RFC 8200 4.2)
        ensure(left, at_least(2), "cut short"), o.type(o.action, o.change, o.rest_bits),
        o.length, part(o.length, choice(o.type,
            when(1, ensure(left, at_least(o.length), nullptr), o.padn(rest)), when(4, o.tunnel_limit), when(5, o.router_alert),
            when(0xc2, o.jumbo), when(0xc9, o.home),
            otherwise(if_set(left, choice(Extent(o.type) & 0x1f,
                when(0x1e, o.experimental(rest)), otherwise(o.unknown(rest)))))))))).shows(o.type);

// RFC 8200 4.2: length in 8-byte units, not counting the first 8 bytes.
#define OPTIONS_HEADER(header, title, number)                                                                                   \
    constexpr struct {                                                                                                          \
        u8 nxt{"ipv6." #header ".nxt", "Next Header", named(ip_protocols)};                                                     \
        u8 len{"ipv6." #header ".len", "Length"};                                                                               \
        u16 len_oct{"ipv6." #header ".len_oct", "Length"};                                                                      \
    } header##_fields;                                                                                                          \
    constexpr auto header##_items = sequence(ensure(left, at_least(2), "cut short"), header##_fields.nxt, header##_fields.len,  \
                                             make(header##_fields.len_oct, Extent(header##_fields.len) * 8 + 8),                \
                                             group("Options", repeat(option)).size(Extent(header##_fields.len) * 8 + 6).pad(8), \
                                             payload("ip.proto", header##_fields.nxt));                                         \
    constexpr Parent header##_parents[] = {{"ip.proto", number}};
OPTIONS_HEADER(hopopts, "IPv6 Hop-by-Hop Option", 0)
OPTIONS_HEADER(dstopts, "Destination Options for IPv6", 60)
#undef OPTIONS_HEADER

constexpr struct {
    u8 nxt{"ipv6.routing.nxt", "Next Header", named(ip_protocols)};
    u8 len{"ipv6.routing.len", "Length"};
    u16 len_oct{"ipv6.routing.len_oct", "Length"};
    u8 type{"ipv6.routing.type", "Type", named(routing_types)};
    u8 segleft{"ipv6.routing.segleft", "Segments Left"};
    bytes reserved{"ipv6.routing.src.reserved", "Reserved"};
    ip6 address{"ipv6.routing.src.addr", "Address"};
    bytes mipv6_reserved{"ipv6.routing.mipv6.reserved", "Reserved"};
    ip6 home{"ipv6.routing.mipv6.home_address", "Home Address"};
    u8 last{"ipv6.routing.srh.last_entry", "Last Entry"};
    u8 flags{"ipv6.routing.srh.flags", "Flags", hex};
    bytes tag{"ipv6.routing.srh.tag", "Tag"};
    ip6 segment{"ipv6.routing.srh.addr", "Address"};
    bytes data{"ipv6.routing.unknown_data", "Type-Specific Data"};
} r;
constexpr auto routing_items = sequence(
    r.nxt, r.len, make(r.len_oct, Extent(r.len) * 8 + 8), r.type, r.segleft,
    part(Extent(r.len) * 8 + 4, choice(r.type,
        when(0, r.reserved(4), repeat(r.address)),
        when(2, r.mipv6_reserved(4), r.home),
        when(4, r.last, r.flags, r.tag(2), repeat(r.segment)),
        otherwise(if_set(left, r.data(rest))))),
    payload("ip.proto", r.nxt));
constexpr Parent routing_parents[] = {{"ip.proto", 43}};
void routing_title(const LayerValues& v, std::string& out) {
    if (const char* type = v.choice(r.type)) out += std::string(" (") + type + ")";
}
void final_destination(const LayerValues& v, std::string& out) {
    const Bytes header = v.bytes();
    if (const std::uint32_t place = final_destination_in(header)) append_ipv6(header.data() + place, out);
}

constexpr struct {
    u8 nxt{"ipv6.fraghdr.nxt", "Next header", named(ip_protocols)};
    u8 reserved_octet{"ipv6.fraghdr.reserved_octet", "Reserved octet", hex};
    u16 offset{"ipv6.fraghdr.offset", "Offset", mask(0xfff8)};
    u16 reserved_bits{"ipv6.fraghdr.reserved_bits", "Reserved bits", mask(0x0006)};
    flag more{"ipv6.fraghdr.more", "More Fragments", mask(0x0001), named(yes_no)};
    u32 ident{"ipv6.fraghdr.ident", "Identification", hex};
} g;
constexpr auto fragment_items = sequence(
    ensure(left, at_least(8), "cut short"), g.nxt, g.reserved_octet, bits(2, g.offset, g.reserved_bits, g.more), g.ident,
    payload("ip.proto", g.nxt, g.offset));
constexpr Parent fragment_parents[] = {{"ip.proto", 44}};
void fragment_info(const LayerValues& v, std::string& out) {
    out = "IPv6 fragment (off=" + std::to_string(v.number(g.offset) * 8) + " more=" + (v.number(g.more) ? "y" : "n") +
          " ident=" + v.text(g.ident) + " nxt=" + v.text(g.nxt) + ")";
}
}  // namespace

extern const Protocol hopopts, dstopts, routing, fragment;
constexpr Protocol hopopts{.name = "ipv6.hopopts",
                           .label = "IPv6 Hop-by-Hop Option",
                           .items = hopopts_items,
                           .parents = hopopts_parents,
                           .extends = true};
constexpr Protocol dstopts{.name = "ipv6.dstopts",
                           .label = "Destination Options for IPv6",
                           .items = dstopts_items,
                           .parents = dstopts_parents,
                           .extends = true};
constexpr Protocol routing{.name = "ipv6.routing",
                           .label = "Routing Header for IPv6",
                           .items = routing_items,
                           .parents = routing_parents,
                           .extends = true,
                           .goes_to = final_destination,
                           .title = routing_title};
constexpr Protocol fragment{.name = "ipv6.fraghdr",
                            .label = "Fragment Header for IPv6",
                            .items = fragment_items,
                            .parents = fragment_parents,
                            .extends = true,
                            .info = fragment_info};

}  // namespace sallyport::protocols
