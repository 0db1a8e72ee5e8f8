// SPDX-License-Identifier: GPL-3.0-or-later
// Further options of neighbour discovery, and node information queries (RFC 4620). Each option names its RFC.
#pragma once
#include "base/address.h"
#include "protocols/dns_name.h"
#include "protocols/truths.h"
#include <algorithm>

namespace sallyport::protocols::icmpv6_options {
using namespace layout;

inline constexpr Choice dnssl_lifetimes[] = {{0, "DNSSL domain name MUST no longer be used"}, {4294967295, "Infinity"}};
inline constexpr Choice preferences[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
inline constexpr Choice registrations[] = {{0, "Success"}, {1, "Duplicate Exists"}, {2, "Neighbor Cache Full"}};
inline constexpr Choice prefix_lengths[] = {{0, "96 bits prefix length"}, {1, "64 bits prefix length"}, {2, "56 bits prefix length"},
                                            {3, "48 bits prefix length"}, {4, "40 bits prefix length"}, {5, "32 bits prefix length"}};
inline constexpr Choice query_types[] = {{0, "NOOP"}, {1, "Supported query types (Obsolete)"}, {2, "Node Name"},
                                         {3, "Node addresses"}, {4, "IPv4 node addresses"}};
inline constexpr Choice unicast_truth[] = {{1, "All unicast address"}, {0, "Unicast addresses on the queried interface"}};

/// The first bytes of an address; the others are zeros.
inline void append_start(const CodedPlace& place, std::string& out) {
    std::uint8_t address[16] = {};
    std::copy_n(place.bytes.begin() + place.at, std::min<std::size_t>(place.length, sizeof address), address);
    append_ipv6(address, out);
}
inline constexpr Coding address_start{.text = append_start};

inline void tell_flags(const LayerValues&, std::string&);
inline void tell_expansion(const LayerValues&, std::string&);
inline void tell_query_flags(const LayerValues&, std::string&);
struct Fields {
    u8 shortcut{"icmpv6.opt.nbma.shortcut_limit", "Shortcut Limit"};
    bytes reserved{"icmpv6.opt.reserved", "Reserved", tells([](const LayerValues&, std::string& line) { line = "Reserved"; })};
    u32 interval{"icmpv6.opt.advertisement_interval", "Advertisement Interval"};
    u16 agent_preference{"icmpv6.opt.home_agent_preference", "Home Agent Preference"};
    u16 agent_lifetime{"icmpv6.opt.home_agent_lifetime", "Home Agent Preference"};  // so Wireshark calls it
    u8 distance{"icmpv6.opt.map.distance", "Distance", mask(0xf0)};
    u8 map_preference{"icmpv6.opt.map.preference", "Preference", mask(0x0f)};
    u8 map_flag{"icmpv6.opt.map.flag", "Flag", hex, tells(tell_flags)};
    flag map_r{"icmpv6.opt.map.flag.r", "RCoA Flag", mask(0x80), named(true_false)};
    u8 map_reserved{"icmpv6.opt.map.flag.reserved", "Reserved", mask(0x7f)};
    u32 map_lifetime{"icmpv6.opt.map.valid_lifetime", "Valid Lifetime"};
    ip6 map_address{"icmpv6.opt.map.global_address", "Global Address"};
    u16 expansion{"icmpv6.opt.efo", "Flags Expansion Option", hex, tells(tell_expansion)};
    flag managed{"icmpv6.opt.efo.m", "Managed address configuration", mask(0x8000)};
    flag other{"icmpv6.opt.efo.o", "Other configuration", mask(0x4000)};
    flag home_agent{"icmpv6.opt.efo.h", "Home Agent", mask(0x2000)};
    u16 preference{"icmpv6.opt.efo.prf", "Prf (Default Router Preference)", mask(0x1800), named(preferences)};
    flag proxy{"icmpv6.opt.efo.p", "Proxy", mask(0x0400)};
    u16 expansion_reserved{"icmpv6.opt.efo.rsv", "Reserved", mask(0x02ff)};
    u32 dnssl_lifetime{"icmpv6.opt.dnssl.lifetime", "Lifetime", named(dnssl_lifetimes)};
    text dnssl{"icmpv6.opt.dnssl", "Domain Names", coded(dns_name)};
    u8 registration{"icmpv6.opt.aro.status", "Status", named(registrations)};
    u16 registered_for{"icmpv6.opt.aro.registration_lifetime", "Registration  Lifetime"};
    bytes registered{"icmpv6.opt.aro.eui64", "EUI-64", colons};
    u8 context_length{"icmpv6.opt.6co.context_length", "Context Length"};
    u8 context_flag{"icmpv6.opt.6co.flag", "Flag", hex, tells(tell_flags)};
    flag compression{"icmpv6.opt.6co.flag.c", "Compression Flag", mask(0x10)};
    u8 context{"icmpv6.opt.6co.flag.cid", "CID", mask(0x0f)};
    u8 context_reserved{"icmpv6.opt.6co.flag.reserved", "Reserved", mask(0xe0)};
    u16 context_lifetime{"icmpv6.opt.6co.valid_lifetime", "Lifetime"};
    Unsized<FieldType::ipv6> context_prefix{"icmpv6.opt.6co.context_prefix", "Context Prefix", coded(address_start)};
    u16 version_low{"icmpv6.opt.abro.version_low", "Version Low"};
    u16 version_high{"icmpv6.opt.abro.version_high", "Version"};
    u16 border_lifetime{"icmpv6.opt.abro.valid_lifetime", "Valid Lifetime"};
    ip6 border{"icmpv6.opt.abro.6lbr_address", "6LBR Address"};
    u16 capability_unassigned{"icmpv6.opt.6cio.unassigned1", "Unassigned", hex, mask(0xfffe)};
    u16 capability_g{"icmpv6.opt.6cio.flag_g", "G", hex, mask(0x0001)};
    u32 capability_unused{"icmpv6.opt.6cio.unassigned2", "Unassigned", hex};
    text portal{"icmpv6.opt.captive_portal", "Captive Portal"};
    u16 scaled{"icmpv6.opt.pref64.scaled_lifetime", "Scaled Lifetime", mask(0xfff8)};
    u16 prefix_code{"icmpv6.opt.pref64.plc", "PLC (Prefix Length Code)", hex, mask(0x0007), named(prefix_lengths)};
    Unsized<FieldType::ipv6> nat_prefix{"icmpv6.opt.pref64.prefix", "Prefix", coded(address_start)};
};

struct Node {
    u16 type{"icmpv6.ni.qtype", "Qtype", named(query_types)};
    u16 flag_{"icmpv6.ni.flag", "Flags", hex, tells(tell_query_flags)};
    flag global{"icmpv6.ni.flag.g", "Global-scope addresses", mask(0x0020)};
    flag site{"icmpv6.ni.flag.s", "Site-local addresses", mask(0x0010)};
    flag link{"icmpv6.ni.flag.l", "Link-local addresses", mask(0x0008)};
    flag compression{"icmpv6.ni.flag.c", "Compression", mask(0x0004)};
    flag all{"icmpv6.ni.flag.a", "Unicast Addresses", mask(0x0002), named(unicast_truth)};
    flag truncated{"icmpv6.ni.flag.t", "Truncated", mask(0x0001)};
    u16 reserved{"icmpv6.ni.flag.rsv", "Reserved", hex, mask(0xffc0)};
    u64 nonce{"icmpv6.ni.nonce", "Nonce", hex};
    ip6 subject6{"icmpv6.ni.query.subject_ipv6", "IPv6 subject address"};
    text subject{"icmpv6.ni.query.subject_fqdn", "FQDN subject", coded(dns_name)};
    ip4 subject4{"icmpv6.ni.query.subject_ipv4", "IPv4 subject address"};
    u32 ttl{"icmpv6.ni.reply.node_ttl", "TTL"};
    text name{"icmpv6.ni.reply.node_name", "Name Node", coded(dns_name)};
    ip6 address6{"icmpv6.ni.reply.node_address", "IPv6 Node address"};
    ip4 address4{"icmpv6.ni.reply.ipv4_address", "IPv4 Node address"};
};

/// Multicast router discovery (RFC 4286 3.2), duplicate addresses across several hops (RFC 6775 4.4).
struct Discovery {
    u16 interval{"icmpv6.mcast_ra.query_interval", "Query Interval"};
    u16 robustness{"icmpv6.mcast_ra.robustness_variable", "Robustness Variable"};
    u8 status{"icmpv6.6lowpannd.da.status", "Status", named(registrations)};
    u8 reserved{"icmpv6.6lowpannd.da.rsv", "Reserved"};
    u16 lifetime{"icmpv6.6lowpannd.da.lifetime", "Lifetime"};
    bytes eui{"icmpv6.6lowpannd.da.eui64", "EUI-64", colons};
    ip6 address{"icmpv6.6lowpannd.da.reg_addr", "Registered Address"};
};

inline constexpr Fields r;
inline constexpr Node q;
inline constexpr Discovery d;

inline void tell_flags(const LayerValues& v, std::string& line) { tell_set(v, {&r.map_r, &r.compression}, line); }
inline void tell_expansion(const LayerValues& v, std::string& line) {
    tell_set(v, {&r.managed, &r.other, &r.home_agent}, line);
    line += std::string(", ") + r.preference.label + ": " + v.choice(r.preference);
    tell_set(v, {&r.proxy}, line);
}
inline void tell_query_flags(const LayerValues& v, std::string& line) {
    tell_set(v, {&q.global, &q.site, &q.link, &q.compression, &q.all, &q.truncated}, line);
}
/// What an option's title says behind its name.
inline void tell_title(const LayerValues& v, std::string& line) {
    if (v.has(r.shortcut)) line += " : " + v.text(r.shortcut);
    if (v.has(r.interval)) line += " : " + v.text(r.interval);
    for (std::size_t i = 0; i < v.count(r.dnssl); i++) line += " " + v.text(r.dnssl, i);
    if (v.has(r.registered))
        line += std::string(v.number(r.registered_for) ? " : Register " : " : Deregister ") + v.text(r.registered) +
                (v.choice(r.registration) ? std::string(" ") + v.choice(r.registration) : "");
    if (v.has(r.context_prefix)) line += " " + v.text(r.context_prefix) + "/" + v.text(r.context_length);
    if (v.has(r.border))
        line += " : Version " + v.text(r.version_high) + "." + v.text(r.version_low) + ", Valid Lifetime : " + v.text(r.border_lifetime) +
                ", 6LBR : " + v.text(r.border);
}

/// The cases of a choice over the option's type; to be run in a part as long as the option says, without type and length.
inline constexpr auto cases = sequence(
    when(6, r.shortcut, r.reserved(5)),                                                            // RFC 2491
    when(7, r.reserved(2), r.interval), when(8, r.reserved(2), r.agent_preference, r.agent_lifetime),  // RFC 6275 7.3, 7.4
    when(23, bits(1, r.distance, r.map_preference), r.map_flag(r.map_r, r.map_reserved), r.map_lifetime, r.map_address),  // RFC 5380
    when(26, r.expansion(r.managed, r.other, r.home_agent, r.preference, r.proxy, r.expansion_reserved), r.reserved(4)),  // RFC 5175
    when(33, r.registration, r.reserved(3), r.registered_for, r.registered(8)),                    // RFC 6775
    when(34, r.context_length, r.context_flag(r.compression, r.context, r.context_reserved), r.reserved(2), r.context_lifetime,
         r.context_prefix(rest)),
    when(35, r.version_low, r.version_high, r.border_lifetime, r.border),
    when(36, bits(2, r.capability_unassigned, r.capability_g), r.capability_unused),               // RFC 7400
    when(38, bits(2, r.scaled, r.prefix_code), r.nat_prefix(12)));                                 // RFC 8781

/// Of those that zeros fill up: to be run likewise, in a part that is padded.
inline constexpr auto padded_cases = sequence(
    when(31, origin(), r.reserved(2), r.dnssl_lifetime,
         repeat(choice(peek(1), when(0, skip(1)), otherwise(r.dnssl)))),           // RFC 8106 5.2
    when(37, r.portal(rest)));                                                                     // RFC 8910

inline constexpr auto node_header = sequence(
    q.type, q.flag_(q.global, q.site, q.link, q.compression, q.all, q.truncated, q.reserved), q.nonce);
/// A query is about what its code says; a reply answers what its type asks for.
constexpr auto node_query(const Field& code) {
    return sequence(origin(), node_header, choice(code,
        when(0, if_set(left, q.subject6)), when(1, if_set(left, q.subject)), when(2, if_set(left, q.subject4))));
}
inline constexpr auto node_reply = sequence(origin(), node_header, choice(q.type,
    when(2, if_set(left, q.ttl, repeat(q.name))), when(3, repeat(q.ttl, q.address6)), when(4, repeat(q.ttl, q.address4))));
inline constexpr auto duplicate_address = sequence(d.status, d.reserved, d.lifetime, d.eui(8), d.address);

}  // namespace sallyport::protocols::icmpv6_options
