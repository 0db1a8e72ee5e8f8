// SPDX-License-Identifier: GPL-3.0-or-later
// IPv6 extension headers, RFC 8200 4: hop-by-hop and destination options, fragment. Each is a protocol of its own (ipv6_routing.cpp
// is another).
#include "protocols/ip_protocols.h"
#include "protocol/protocol.h"
#include "protocols/ipv6_options.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

// RFC 8200 4.2: length in 8-byte units, not counting the first 8 bytes.
#define OPTIONS_HEADER(header, title, number)                                                                                   \
    constexpr struct {                                                                                                          \
        u8 nxt{"ipv6." #header ".nxt", "Next Header", named(ip_protocols)};                                                     \
        u8 len{"ipv6." #header ".len", "Length"};                                                                               \
        u16 len_oct{"ipv6." #header ".len_oct", "Length", unit("bytes")};                                                       \
    } header##_fields;                                                                                                          \
    constexpr auto header##_items = sequence(ensure(left, at_least(2), "cut short"), header##_fields.nxt, header##_fields.len,  \
                                             make(header##_fields.len_oct, Extent(header##_fields.len) * 8 + 8),                \
                                             part(Extent(header##_fields.len) * 8 + 6, repeat(ipv6_options::option)).pad(8),     \
                                             payload("ip.proto", header##_fields.nxt));                                         \
    constexpr Parent header##_parents[] = {{"ip.proto", number}};
OPTIONS_HEADER(hopopts, "IPv6 Hop-by-Hop Option", 0)
OPTIONS_HEADER(dstopts, "Destination Options for IPv6", 60)
#undef OPTIONS_HEADER

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

extern const Protocol hopopts, dstopts, fragment;
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
constexpr Protocol fragment{.name = "ipv6.fraghdr",
                            .label = "Fragment Header for IPv6",
                            .items = fragment_items,
                            .parents = fragment_parents,
                            .extends = true,
                            .info = fragment_info};

}  // namespace sallyport::protocols
