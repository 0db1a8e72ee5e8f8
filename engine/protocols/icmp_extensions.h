// SPDX-License-Identifier: GPL-3.0-or-later
// What may stand behind an ICMP message of version 4 or 6: objects of RFC 4884, with those of RFC 4950 (MPLS) and 8335 (which interface
// an extended echo is about).
#pragma once
#include "protocol/protocol.h"
#include "protocols/ip_protocols.h"

namespace sallyport::protocols::icmp_extensions {
using namespace layout;

inline constexpr Choice class_names[] = {
    {1, "MPLS Label Stack Class"},
    {2, "Interface Information Object"},
    {3, "Interface Identification Object"},
};
inline constexpr Choice states[] = {
    {0, "Reserved"},
    {1, "Incomplete"},
    {2, "Reachable"},
    {3, "Stale"},
    {4, "Delay"},
    {5, "Probe"},
    {6, "Failed"},
};
/// RFC 8335 3: what the reply to an extended echo says.
inline constexpr Choice reply_codes[] = {
    {0, "No error"},
    {1, "Malformed Query"},
    {2, "No Such Interface"},
    {3, "No Such Table Entry"},
    {4, "Multiple Interfaces Satisfy Query"},
};
inline constexpr Choice request_codes[] = {{0, "No error"}};
inline constexpr Choice identifications[] = {
    {1, "Identifies Interface By Name"},
    {2, "Identifies Interface By Index"},
    {3, "Identifies Interface By Address"},
};
inline constexpr Choice families[] = {
    {0, "Reserved"}, {1, "IPv4"}, {2, "IPv6"}, {0x4005, "48-bit MAC Address"}, {0x4006, "64-bit MAC Address"}};

inline void tell_ctype(const LayerValues&, std::string&);
struct Fields {  // named: both protocols mean the same objects
    subtree extensions{"icmp.ext", "ICMP Multi-Part Extensions"};
    u8 version{"icmp.ext.version", "Version", mask(0xf000), initial(2), plain};
    u16 reserved{"icmp.ext.res", "Reserved", hex, mask(0x0fff)};
    u16 checksum{"icmp.ext.checksum", "Checksum", hex, checksum_of(Checksum::internet_extension)};
    u8 checksum_status{"icmp.ext.checksum.status", "Checksum Status", named(checksum_states)};
    u16 length{"icmp.ext.length", "Length"};
    u8 klass{"icmp.ext.class", "Class", named(class_names)};
    u8 ctype{"icmp.ext.ctype", "C-Type"};
    u8 identified_by{"icmp.ext.ctype", "C-Type", tells(tell_ctype), initial(1)};
    bytes data{"icmp.ext.data", "Data"};
    u24 label{"icmp.mpls.label", "Label", mask(0xfffff0)};
    u24 exp{"icmp.mpls.exp", "Experimental", mask(0x00000e)};
    flag bottom{"icmp.mpls.s", "Stack bit", mask(0x000001)};
    u8 ttl{"icmp.mpls.ttl", "Time to live"};
    text name{"icmp.int_ident.name", "Name"};
    u32 index{"icmp.int_ident.index", "Interface Index"};
    u16 family{"icmp.int_ident.afi", "Address Family Identifier", named(families), initial(1)};
    u8 address_length{"icmp.int_ident.addr_length", "Address Length"};
    bytes address_reserved{"icmp.int_ident.reserved", "Reserved"};
    ip4 ipv4{"icmp.int_ident.ipv4", "Address"};
    ip6 ipv6{"icmp.int_ident.ipv6", "Address"};
    bytes address{"icmp.int_ident.address", "Address"};
};
inline constexpr Fields x;

inline void tell_ctype(const LayerValues& v, std::string& line) {
    const char* known = choice_text(identifications, v.number(x.identified_by));
    line += std::string(" (") + (known ? known : "Unknown C-Type " + v.text(x.identified_by)) + ")";
}

inline constexpr auto address = sequence(x.family, x.address_length, x.address_reserved(1), choice(x.family,
    when(1, choice(left, between(4, 255, x.ipv4))), when(2, choice(left, between(16, 255, x.ipv6))), otherwise(x.address(rest))));
inline constexpr auto identification = group("Interface Identification Object", x.length, x.klass, x.identified_by,
    part(Extent(x.length) - 4, choice(x.identified_by, when(1, x.name(rest)), when(2, choice(left, when(4, x.index))),
        when(3, choice(left, between(4, 255, address))), otherwise(if_set(left, x.data(rest))))));
inline constexpr auto other_object = group("ICMP Extension Object", x.length, x.klass, x.ctype,
    part(Extent(x.length) - 4, choice(x.klass,
        when(1, repeat(group("MPLS Stack Entry", bits(3, x.label, x.exp, x.bottom), x.ttl))),
        otherwise(if_set(left, x.data(rest))))));
inline constexpr auto object = choice(peek(1, 2), when(3, identification), otherwise(other_object));
inline constexpr auto extensions = x.extensions(bits(2, x.version, x.reserved), x.checksum,
    status(x.checksum_status, x.checksum), repeat(object));
inline constexpr std::uint64_t least_extended = 128 + 4;  // RFC 4884 5.5: without a length, extensions may stand behind 128 quoted bytes

}  // namespace sallyport::protocols::icmp_extensions
