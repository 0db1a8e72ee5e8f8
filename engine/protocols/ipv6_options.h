// SPDX-License-Identifier: GPL-3.0-or-later
// Options of IPv6's hop-by-hop and destination headers, RFC 8200 4.2; each names its RFC.
#pragma once
#include "protocols/ipv6_ioam.h"
#include "protocols/quick_start.h"
#include <algorithm>

namespace sallyport::protocols::ipv6_options {
using namespace layout;

inline constexpr Choice types[] = {
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
inline constexpr Choice actions[] = {
    {0, "Skip and continue"},
    {1, "Discard"},
    {2, "Discard and send ICMP Parameter Problem"},
    {3, "Discard and send ICMP if not multicast"},
};
inline constexpr Choice router_alerts[] = {{0, "MLD"}, {1, "RSVP"}, {2, "Active Network"}};
inline constexpr Choice tagger_types[] = {{0, "NULL"}, {1, "DEFAULT"}, {2, "IPv4"}, {3, "IPv6"}};
inline constexpr Choice seed_lengths[] = {
    {0, "0"}, {1, "16-bit unsigned integer"}, {2, "64-bit unsigned integer"}, {3, "128-bit unsigned integer"}};

inline void tell_option(const LayerValues&, std::string&);
inline void tell_rpl(const LayerValues&, std::string&);
inline void tell_multicast(const LayerValues&, std::string&);
inline void tell_forwarding(const LayerValues&, std::string&);
inline void tell_quick(const LayerValues&, std::string&);
struct Fields {
    subtree option{"ipv6.opt", "IPv6 Option", tells(tell_option)};
    u8 type{"ipv6.opt.type", "Type", hex, named(types)};
    u8 action{"ipv6.opt.type.action", "Action", mask(0xc0), named(actions)};
    flag change{"ipv6.opt.type.change", "May Change", mask(0x20), named(yes_no)};
    u8 rest_bits{"ipv6.opt.type.rest", "Low-Order Bits", hex, mask(0x1f)};
    u8 length{"ipv6.opt.length", "Length"};
    subtree pad1{"ipv6.opt.pad1", "Pad1"};
    bytes padn{"ipv6.opt.padn", "PadN"};
    u8 tunnel_limit{"ipv6.opt.tel", "Tunnel Encapsulation Limit"};
    u16 router_alert{"ipv6.opt.router_alert", "Router Alert", named(router_alerts)};
    u32 jumbo{"ipv6.opt.jumbo", "Payload Length"};
    ip6 home{"ipv6.opt.mipv6.home_address", "MIPv6 Home Address"};
    u32 domain{"ipv6.opt.calipso.doi", "CALIPSO Domain of Interpretation"};
    u8 compartment_length{"ipv6.opt.calipso.cmpt.length", "Compartment Length"};
    u8 sensitivity{"ipv6.opt.calipso.sens_level", "Sensitivity Level"};
    u16 calipso_checksum{"ipv6.opt.calipso.checksum", "Checksum", hex};
    bytes compartments{"ipv6.opt.calipso.cmpt_bitmap", "Compartment Bitmap"};
    flag is_hash{"ipv6.opt.smf_dpd.hash_bit", "H-bit", mask(0x80), named(true_false)};
    u8 tagger_type{"ipv6.opt.smf_dpd.tid_type", "TaggerID Type", mask(0x70), named(tagger_types)};
    u8 tagger_length{"ipv6.opt.smf_dpd.tid_len", "TaggerID Length", mask(0x0f)};
    bytes tagger{"ipv6.opt.smf_dpd.tagger_id", "TaggerID"};
    bytes identifier{"ipv6.opt.smf_dpd.ident", "Identifier"};
    bytes hash{"ipv6.opt.smf_dpd.hav", "Hash Assist Value"};
    u8 received_scale{"ipv6.opt.pdm.scale_dtlr", "Scale DTLR"};
    u8 sent_scale{"ipv6.opt.pdm.scale_dtls", "Scale DTLS"};
    u16 this_number{"ipv6.opt.pdm.psn_this_pkt", "PSN This Packet"};
    u16 received_number{"ipv6.opt.pdm.psn_last_recv", "PSN Last Received"};
    u16 received_delta{"ipv6.opt.pdm.delta_last_recv", "Delta Time Last Received"};
    u16 sent_delta{"ipv6.opt.pdm.delta_last_sent", "Delta Time Last Sent"};
    u16 least_mtu{"ipv6.opt.pmtu.min", "Minimum Reported PMTU"};
    u16 return_mtu{"ipv6.opt.pmtu.rtn", "Return Minimum PMTU", mask(0xfffe), scaled(2), plain};
    flag return_flag{"ipv6.opt.pmtu.r_flag", "Return Flag", mask(0x0001), named(true_false), plain};
    u32 tunnel_information{"ipv6.opt.tpf_information", "TPF Information", hex};
    u8 rpl_flags{"ipv6.opt.rpl.flag", "Flag", hex, tells(tell_rpl)};
    flag is_down{"ipv6.opt.rpl.flag.o", "Down", mask(0x80), named(true_false)};
    flag rank_error{"ipv6.opt.rpl.flag.r", "Rank Error", mask(0x40), named(true_false)};
    flag forwarding_error{"ipv6.opt.rpl.flag.f", "Forwarding Error", mask(0x20), named(true_false)};
    u8 rpl_reserved{"ipv6.opt.rpl.flag.rsv", "Reserved", hex, mask(0x1f)};
    u8 instance{"ipv6.opt.rpl.instance_id", "RPLInstanceID", hex};
    u16 rank{"ipv6.opt.rpl.sender_rank", "Sender Rank", hex};
    u8 multicast_flags{"ipv6.opt.mpl.flag", "Flag", hex, tells(tell_multicast)};
    u8 seed_length{"ipv6.opt.mpl.flag.s", "Seed ID Length", mask(0xc0), named(seed_lengths)};
    flag is_largest{"ipv6.opt.mpl.flag.m", "Largest Sequence", mask(0x20), named(true_false)};
    flag version_bit{"ipv6.opt.mpl.flag.v", "Version", mask(0x10), named(true_false)};
    u8 multicast_reserved{"ipv6.opt.mpl.flag.rsv", "Reserved", hex, mask(0x0f)};
    u8 multicast_sequence{"ipv6.opt.mpl.sequence", "Sequence", hex};
    bytes seed{"ipv6.opt.mpl.seed_id", "Seed ID"};
    bytes nonce{"ipv6.opt.ilnp_nonce", "ILNP Nonce"};
    u8 line_length{"ipv6.opt.lio.length", "LineIDLen"};
    text line{"ipv6.opt.lio.line_id", "Line ID"};
    u8 forwarding_flags{"ipv6.opt.dff.flags", "Flags", hex, tells(tell_forwarding)};
    u8 forwarding_version{"ipv6.opt.dff.flag.ver", "Version (VER)", mask(0xc0)};
    flag is_duplicate{"ipv6.opt.dff.flag.dup", "Duplicate (DUP)", mask(0x20), named(true_false)};
    flag is_return{"ipv6.opt.dff.flag.ret", "Return (RET)", mask(0x10), named(true_false)};
    u8 forwarding_reserved{"ipv6.opt.dff.flag.rsv", "Reserved", hex, mask(0x0f)};
    u16 forwarding_sequence{"ipv6.opt.dff.sequence_number", "Sequence Number", dec_hex};
    bytes experimental{"ipv6.opt.experimental", "Experimental Option"};  // RFC 4727: 0x1e, whatever its upper bits
    bytes unknown{"ipv6.opt.unknown", "Unknown Option Payload"};
    bytes further{"ipv6.opt_unknown_data", "Unknown Data"};
};
inline constexpr Fields o;
inline constexpr quick_start::Fields quick{
    {"ipv6.opt.qs_func", "Function", mask(0xf0), named(quick_start::functions), tells(tell_quick)},
    {"ipv6.opt.qs_rate", "Rate", mask(0x0f), named(quick_start::rates)},
    {"ipv6.opt.qs_ttl", "QS TTL"},
    {"ipv6.opt.qs_ttl_diff", "TTL Diff"},
    {"ipv6.opt.qs_unused", "Not Used"},
    {"ipv6.opt.qs_nonce", "QS Nonce", hex, mask(0xfffffffc)},
    {"ipv6.opt.qs_reserved", "Reserved", hex, mask(0x00000003)}};

inline void tell_option(const LayerValues& v, std::string& line) {
    const char* const name = v.choice(o.type);
    line = name ? std::string(name) : "Unknown IPv6 Option (" + std::to_string(v.number(o.type)) + ")";
    quick_start::append<quick>(v, line);
}
inline void tell_rpl(const LayerValues& v, std::string& line) { tell_set(v, {&o.is_down, &o.rank_error, &o.forwarding_error}, line); }
inline void tell_multicast(const LayerValues& v, std::string& line) {
    if (const char* const size = v.choice(o.seed_length)) line += std::string(", Seed ID Length: ") + size;
    tell_set(v, {&o.is_largest, &o.version_bit}, line);
}
inline void tell_forwarding(const LayerValues& v, std::string& line) { tell_set(v, {&o.is_duplicate, &o.is_return}, line); }
inline void tell_quick(const LayerValues& v, std::string& line) { quick_start::tell_function(v, line, quick.function); }

/// RFC 4782 3.2: how far the hop limit is from that in the option, modulo 256. args: the latter.
inline bool hops_apart(const ComputeInput& in, std::uint64_t& out) {
    constexpr std::uint32_t header = 40, hop_limit = 7;
    for (int i = in.layers[in.layer].parent; i >= 0; i = in.layers[std::size_t(i)].parent) {
        const Layer& around = in.layers[std::size_t(i)];
        if (std::string_view(all_protocols()[around.protocol]->name) != "ipv6" || around.start + header > in.bytes.size()) continue;
        return out = (in.bytes[around.start + hop_limit] - in.args[0]) & 0xff, true;
    }
    return false;
}

// RFC 5570 5.1: the length counts 32-bit words.
inline constexpr auto calipso = sequence(o.domain, o.compartment_length, o.sensitivity, o.calipso_checksum,
                                         o.compartments(Extent(o.compartment_length) * 4));
// RFC 6621 6.1.1.
inline constexpr auto duplicates = choice(peek(1) >> 7,
    when(1, ahead(bits(1, o.is_hash)), o.hash(rest)),
    otherwise(bits(1, o.is_hash, o.tagger_type, o.tagger_length),
              if_set(o.tagger_type, o.tagger(Extent(o.tagger_length) + 1)), if_set(left, o.identifier(rest))));
// RFC 7731 6.1.
inline constexpr auto multicast = sequence(
    o.multicast_flags(o.seed_length, o.is_largest, o.version_bit, o.multicast_reserved), o.multicast_sequence, choice(o.seed_length,
        when(1, o.seed(2)), when(2, o.seed(8)), when(3, o.seed(16))));
inline constexpr auto described = choice(o.type,
    when(0x04, o.tunnel_limit), when(0x05, o.router_alert), when(0x07, calipso), when(0x08, duplicates),
    when(0x0f, o.received_scale, o.sent_scale, o.this_number, o.received_number, o.received_delta, o.sent_delta),  // RFC 8250 3.2
    when(0x26, quick_start::value<quick>(hops_apart)),
    when(0x30, o.least_mtu, bits(2, o.return_mtu, o.return_flag)),                                                // RFC 9268 5
    when(0x31, ipv6_ioam::value), when(0x41, o.tunnel_information),
    when(0x63, o.rpl_flags(o.is_down, o.rank_error, o.forwarding_error, o.rpl_reserved), o.instance, o.rank),     // RFC 9008 10
    when(0x6d, multicast), when(0x8b, o.nonce(rest)),                                                             // RFC 6744 2
    when(0x8c, o.line_length, o.line(o.line_length)),                                                             // RFC 6788 5.2
    when(0xc2, o.jumbo), when(0xc9, o.home),                                                                      // RFC 2675 2, 6275 6.3
    when(0xee, o.forwarding_flags(o.forwarding_version, o.is_duplicate, o.is_return, o.forwarding_reserved),      // RFC 6971 13.1
         o.forwarding_sequence));

/// Those whose value is more than bytes.
inline bool is_described(const ComputeInput& in, std::uint64_t& out) {
    static constexpr std::uint8_t known[] = {0x04, 0x05, 0x07, 0x08, 0x0f, 0x26, 0x30, 0x31,
                                             0x41, 0x63, 0x6d, 0x8b, 0x8c, 0xc2, 0xc9, 0xee};
    return out = std::ranges::find(known, in.args[0]) != std::end(known), true;
}
inline constexpr u8 has_description{"@described", ""};
inline constexpr auto option = o.option(
    choice(peek(1), when(0, ahead(o.type), o.pad1(skip(1))), otherwise(  // a Pad1 is its type alone (RFC 8200 4.2)
        ensure(left, at_least(2), "cut short"), o.type(o.action, o.change, o.rest_bits),
        o.length, part(o.length, make(has_description, is_described, o.type), choice(has_description,
            when(1, described, if_set(left, o.further(rest))),
            otherwise(choice(o.type, when(1, ensure(left, at_least(o.length), nullptr), o.padn(rest)),
                otherwise(choice(Extent(o.type) & 0x1f,
                    when(0x1e, if_set(left, o.experimental(rest))), otherwise(if_set(left, o.unknown(rest))))))))))));

}  // namespace sallyport::protocols::ipv6_options
