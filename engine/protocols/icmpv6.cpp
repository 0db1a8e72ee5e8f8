// SPDX-License-Identifier: GPL-3.0-or-later
// ICMP for IPv6, RFC 4443; neighbour discovery RFC 4861 with its options (RFC 4191, 8106, 3971; icmpv6_options.h), inverse
// RFC 3122; listener discovery RFC 2710, 3810; extended echo RFC 8335.
#include "protocol/protocol.h"
#include "protocols/icmp_extensions.h"
#include "protocols/icmpv6_options.h"
#include "protocols/icmpv6_send.h"
#include "protocols/ip_protocols.h"
#include "protocols/truths.h"
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice types[] = {
    {1, "Destination Unreachable"},
    {2, "Packet Too Big"},
    {3, "Time Exceeded"},
    {4, "Parameter Problem"},
    {100, "Private experimentation"},
    {101, "Private experimentation"},
    {127, "Reserved for expansion of ICMPv6 error messages"},
    {128, "Echo (ping) request"},
    {129, "Echo (ping) reply"},
    {130, "Multicast Listener Query"},
    {131, "Multicast Listener Report"},
    {132, "Multicast Listener Done"},
    {133, "Router Solicitation"},
    {134, "Router Advertisement"},
    {135, "Neighbor Solicitation"},
    {136, "Neighbor Advertisement"},
    {137, "Redirect"},
    {138, "Router Renumbering"},
    {139, "Node Information Query"},
    {140, "Node Information Reply"},
    {141, "Inverse Neighbor Discovery Solicitation"},
    {142, "Inverse Neighbor Discovery Advertisement"},
    {143, "Multicast Listener Report Message v2"},
    {144, "Home Agent Address Discovery Request"},
    {145, "Home Agent Address Discovery Reply"},
    {146, "Mobile Prefix Solicitation"},
    {147, "Mobile Prefix Advertisement"},
    {148, "Certification Path Solicitation"},
    {149, "Certification Path Advertisement"},
    {150, "Experimental Mobility"},
    {151, "Multicast Router Advertisement"},
    {152, "Multicast Router Solicitation"},
    {153, "Multicast Router Termination"},
    {154, "FMIPv6"},
    {155, "RPL Control"},
    {156, "Locator Update"},
    {157, "Duplicate Address Request"},
    {158, "Duplicate Address Confirmation"},
    {159, "MPL Control Message"},
    {160, "Extended Echo request"},
    {161, "Extended Echo reply"},
    {200, "Private experimentation"},
    {201, "Private experimentation"},
    {255, "Reserved for expansion of ICMPv6 informational messages"},
};
constexpr Choice option_types[] = {
    {1, "Source link-layer address"},
    {2, "Target link-layer address"},
    {3, "Prefix information"},
    {4, "Redirected header"},
    {5, "MTU"},
    {6, "NBMA Shortcut Limit Option"},
    {7, "Advertisement Interval"},
    {8, "Home Agent Information"},
    {9, "Source Address List"},
    {10, "Target Address List"},
    {11, "CGA"},
    {12, "RSA Signature"},
    {13, "Timestamp"},
    {14, "Nonce"},
    {15, "Trust Anchor"},
    {16, "Certificate"},
    {17, "IP Address/Prefix Option"},
    {18, "New Router Prefix Information"},
    {19, "Link-layer Address"},
    {20, "Neighbor Advertisement Acknowledgment"},
    {23, "MAP"},
    {24, "Route Information"},
    {25, "Recursive DNS Server"},
    {26, "RA Flags Extension"},
    {27, "Handover Key Request"},
    {28, "Handover Key Reply"},
    {29, "Handover Assist Information"},
    {30, "Mobile Node Identifier Option"},
    {31, "DNS Search List Option"},
    {32, "Proxy Signature (PS)"},
    {33, "Address Registration Option"},
    {34, "6LoWPAN Context Option"},
    {35, "Authoritative Border Router"},
    {36, "6LoWPAN Capability Indication Option"},
    {37, "DHCP Captive-Portal"},
    {38, "PREF64 Option"},
    {138, "CARD Request"},
    {139, "CARD Reply"},
    {253, "RFC3692-style Experiment 1"},
    {254, "RFC3692-style Experiment 2"},
};
constexpr Choice record_types[] = {
    {1, "Include"},
    {2, "Exclude"},
    {3, "Changed to include"},
    {4, "Changed to exclude"},
    {5, "Allow new sources"},
    {6, "Block old sources"},
};
constexpr Choice preferences[] = {
    {0, "Medium"},
    {1, "High"},
    {2, "Reserved"},
    {3, "Low"},
};

constexpr Choice prefix_valid_lifetime_names[] = {
    {4294967295, "Infinity"},
};
constexpr Choice rdnss_lifetime_names[] = {
    {0, "RDNSS address MUST no longer be used"},
    {4294967295, "Infinity"},
};

constexpr Choice unreachable_codes[] = {
    {0, "no route to destination"},
    {1, "Administratively prohibited"},
    {2, "Beyond scope of source address"},
    {3, "Address unreachable"},
    {4, "Port unreachable"},
    {5, "Source address failed ingress/egress policy"},
    {6, "Reject route to destination"},
    {7, "Error in Source Routing Header"},
};
constexpr Choice exceeded_codes[] = {{0, "hop limit exceeded in transit"}, {1, "fragment reassembly time exceeded"}};
constexpr Choice problem_codes[] = {{0, "erroneous header field encountered"},
                                    {1, "unrecognized Next Header type encountered"},
                                    {2, "unrecognized IPv6 option encountered"},
                                    {3, "IPv6 First Fragment has incomplete IPv6 Header Chain"}};
constexpr Choice renumbering_codes[] = {{0, "Command"}, {1, "Result"}, {255, "Sequence number reset"}};
constexpr Choice query_codes[] = {
    {0, "Query subject = IPv6 addresses"}, {1, "Query subject = DNS name or empty"}, {2, "Query subject = IPv4 addresses"}};
constexpr Choice answer_codes[] = {{0, "Successful"}, {1, "Refused"}, {2, "Unknown query type"}};

/// The codes of a type, where they have names (RFC 4443, 2894, 4620, 8335).
Choices codes_of(std::uint64_t type) {
    switch (type) {
        case 1: return unreachable_codes;
        case 3: return exceeded_codes;
        case 4: return problem_codes;
        case 138: return renumbering_codes;
        case 139: return query_codes;
        case 140: return answer_codes;
        case 160: return icmp_extensions::request_codes;
        case 161: return icmp_extensions::reply_codes;
        default: return {};
    }
}
/// " (Port unreachable)", " (Unknown (99))"; nothing where the type has no codes.
std::string code_text(std::uint64_t type, std::uint64_t code) {
    const Choices codes = codes_of(type);
    if (codes.empty()) return {};
    const char* known = choice_text(codes, code);
    return " (" + (known ? std::string(known) : type == 1 ? "Unknown" : "Unknown (" + std::to_string(code) + ")") + ")";
}

void tell_code(const LayerValues&, std::string&);
constexpr struct {
    u8 type{"icmpv6.type", "Type", named(types), initial(128)};
    u8 code{"icmpv6.code", "Code", tells(tell_code)};
    u16 checksum{"icmpv6.checksum", "Checksum", hex, checksum_of(Checksum::internet_pseudo6)};
    u8 checksum_status{"icmpv6.checksum.status", "Checksum Status", named(checksum_states)};
    bytes reserved{"icmpv6.reserved", "Reserved"};
    u32 mtu{"icmpv6.mtu", "MTU"};
    u32 pointer{"icmpv6.pointer", "Pointer"};
    u16 identifier{"icmpv6.echo.identifier", "Identifier", hex, initial(1)};
    u16 sequence_number{"icmpv6.echo.sequence_number", "Sequence", initial(1)};
    bytes data{"icmpv6.data", "Data", colons};
    u16 mobile_id{"icmpv6.mip6.identifier", "Identifier", dec_hex};  // RFC 6275 6.5 to 6.8
    ip6 home_agent{"icmpv6.mip6.home_agent_address", "Home Agent Address"};
    u16 mobile_flag{"icmpv6.mip6.flag", "Flags", hex};
    flag mobile_managed{"icmpv6.mip6.flag.m", "Managed address configuration", mask(0x8000)};
    flag mobile_other{"icmpv6.mip6.flag.o", "Other configuration", mask(0x4000)};
    u16 mobile_reserved{"icmpv6.mip6.flag.rsv", "Reserved", mask(0x3fff)};
    u8 echo_seq{"icmpv6.ext.echo.seq", "Sequence number", dec_hex};
    u8 echo_reserved{"icmpv6.ext.echo.req.res", "Reserved", hex, mask(0xfe)};
    flag echo_local{"icmpv6.ext.echo.req.local", "Local bit", mask(0x01)};
    u8 echo_state{"icmpv6.ext.echo.rsp.state", "State", mask(0xe0), named(icmp_extensions::states)};
    u8 echo_response_reserved{"icmpv6.ext.echo.rsp.res", "Reserved", hex, mask(0x18)};
    flag echo_active{"icmpv6.ext.echo.rsp.active", "Active bit", mask(0x04)};
    flag echo_ipv4{"icmpv6.ext.echo.rsp.ipv4", "IPv4 bit", mask(0x02)};
    flag echo_ipv6{"icmpv6.ext.echo.rsp.ipv6", "IPv6 bit", mask(0x01)};
} f;

void tell_na_flags(const LayerValues&, std::string&);
void tell_ra_flags(const LayerValues&, std::string&);
void tell_prefix_flag(const LayerValues&, std::string&);
void tell_route_flag(const LayerValues&, std::string&);
void tell_option_reserved(const LayerValues&, std::string&);
void tell_option_length(const LayerValues&, std::string&);
constexpr struct {
    u8 hop_limit{"icmpv6.nd.ra.cur_hop_limit", "Cur hop limit"};
    u8 ra_flag{"icmpv6.nd.ra.flag", "Flags", hex, tells(tell_ra_flags)};
    flag managed{"icmpv6.nd.ra.flag.m", "Managed address configuration", mask(0x80)};
    flag other{"icmpv6.nd.ra.flag.o", "Other configuration", mask(0x40)};
    flag home_agent{"icmpv6.nd.ra.flag.h", "Home Agent", mask(0x20)};
    u8 preference{"icmpv6.nd.ra.flag.prf", "Prf (Default Router Preference)", mask(0x18), named(preferences)};
    flag proxy{"icmpv6.nd.ra.flag.p", "Proxy", mask(0x04)};
    u8 ra_reserved{"icmpv6.nd.ra.flag.rsv", "Reserved", mask(0x03)};
    u16 router_lifetime{"icmpv6.nd.ra.router_lifetime", "Router lifetime (s)"};
    u32 reachable_time{"icmpv6.nd.ra.reachable_time", "Reachable time (ms)"};
    u32 retrans_timer{"icmpv6.nd.ra.retrans_timer", "Retrans timer (ms)"};
    ip6 ns_target{"icmpv6.nd.ns.target_address", "Target Address"};
    u32 na_flag{"icmpv6.nd.na.flag", "Flags", hex, tells(tell_na_flags)};
    flag router{"icmpv6.nd.na.flag.r", "Router", mask(0x80000000)};
    flag solicited{"icmpv6.nd.na.flag.s", "Solicited", mask(0x40000000)};
    flag override_{"icmpv6.nd.na.flag.o", "Override", mask(0x20000000)};
    u32 na_reserved{"icmpv6.nd.na.flag.rsv", "Reserved", mask(0x1fffffff)};
    ip6 na_target{"icmpv6.nd.na.target_address", "Target Address"};
    ip6 rd_target{"icmpv6.nd.rd.target_address", "Target Address"};
    ip6 rd_destination{"icmpv6.rd.na.destination_address", "Destination Address"};
} n;

constexpr struct {
    subtree option{"icmpv6.opt", "ICMPv6 Option"};
    u8 type{"icmpv6.opt.type", "Type", named(option_types)};
    u8 length{"icmpv6.opt.length", "Length", tells(tell_option_length)};
    bytes linkaddr{"icmpv6.opt.linkaddr", "Link-layer address", colons};
    bytes source{"icmpv6.opt.src_linkaddr", "Source Link-layer address", colons, hidden};
    bytes target{"icmpv6.opt.target_linkaddr", "Target Link-layer address", colons, hidden};
    u8 prefix_length{"icmpv6.opt.prefix.length", "Prefix Length"};
    u8 prefix_flag{"icmpv6.opt.prefix.flag", "Flag", hex, tells(tell_prefix_flag)};
    flag on_link{"icmpv6.opt.prefix.flag.l", "On-link flag(L)", mask(0x80)};
    flag autonomous{"icmpv6.opt.prefix.flag.a", "Autonomous address-configuration flag(A)", mask(0x40)};
    flag router_address{"icmpv6.opt.prefix.flag.r", "Router address flag(R)", mask(0x20)};
    u8 prefix_reserved{"icmpv6.opt.prefix.flag.reserved", "Reserved", mask(0x1f)};
    u32 valid{"icmpv6.opt.prefix.valid_lifetime", "Valid Lifetime", named(prefix_valid_lifetime_names)};
    u32 preferred{"icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime", named(prefix_valid_lifetime_names)};
    bytes reserved{"icmpv6.opt.reserved", "Reserved", tells(tell_option_reserved)};
    ip6 prefix{"icmpv6.opt.prefix", "Prefix"};
    u32 mtu{"icmpv6.opt.mtu", "MTU"};
    bytes nonce{"icmpv6.opt.nonce", "Nonce"};
    u8 route_flag{"icmpv6.opt.route_info.flag", "Flag", hex, tells(tell_route_flag)};
    u8 route_preference{"icmpv6.opt.route_info.flag.route_preference", "Route Preference", mask(0x18), named(preferences)};
    u8 route_reserved{"icmpv6.opt.route_info.flag.reserved", "Reserved", mask(0xe7)};
    u32 route_lifetime{"icmpv6.opt.route_lifetime", "Route Lifetime", named(prefix_valid_lifetime_names)};
    bytes route_prefix{"icmpv6.opt.route_prefix", "Prefix"};
    u32 rdnss_lifetime{"icmpv6.opt.rdnss.lifetime", "Lifetime", named(rdnss_lifetime_names)};
    ip6 address{"icmpv6.opt.ipv6_address", "IPv6 Address"};
    ip6 rdnss{"icmpv6.opt.rdnss", "Recursive DNS Servers"};
    bytes data{"icmpv6.opt.data", "Data"};
} o;

constexpr struct {
    u16 max_delay{"icmpv6.mld.maximum_response_delay", "Maximum Response Delay [ms]"};
    ip6 address{"icmpv6.mld.multicast_address", "Multicast Address"};
    u8 flags{"icmpv6.mld.flag", "Flags", hex};
    flag suppress{"icmpv6.mld.flag.s", "Suppress Router-side Processing", mask(0x08)};
    u8 qrv{"icmpv6.mld.flag.qrv", "QRV (Querier's Robustness Variable)", mask(0x07)};
    u8 flags_reserved{"icmpv6.mld.flag.reserved", "Reserved", mask(0xf0)};
    u8 qqi{"icmpv6.mld.qqi", "QQIC (Querier's Query Interval Code)"};
    u16 sources{"icmpv6.mld.nb_sources", "Number of Sources"};
    ip6 source{"icmpv6.mld.source_address", "Source Address"};
    u16 records{"icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records"};
    subtree record{"icmpv6.mldr.mar", "Multicast Address Record"};
    u8 record_type{"icmpv6.mldr.mar.record_type", "Record Type", named(record_types)};
    u8 aux_len{"icmpv6.mldr.mar.aux_data_len", "Aux Data Len"};
    u16 record_sources{"icmpv6.mldr.mar.nb_sources", "Number of Sources"};
    ip6 record_address{"icmpv6.mldr.mar.multicast_address", "Multicast Address"};
    ip6 record_source{"icmpv6.mldr.mar.source_address", "Source Address"};
    bytes aux{"icmpv6.mldr.mar.auxiliary_data", "Auxiliary Data"};
} m;

void tell_code(const LayerValues& v, std::string& line) {
    line += code_text(v.number_in_layer(f.type), v.number(f.code));
}
void tell_na_flags(const LayerValues& v, std::string& line) { tell_set(v, {&n.router, &n.solicited, &n.override_}, line); }
void tell_ra_flags(const LayerValues& v, std::string& line) {
    tell_set(v, {&n.managed, &n.other, &n.home_agent}, line);
    line += std::string(", ") + n.preference.label + ": " + v.choice(n.preference);
    tell_set(v, {&n.proxy}, line);
}
void tell_prefix_flag(const LayerValues& v, std::string& line) { tell_set(v, {&o.on_link, &o.autonomous, &o.router_address}, line); }
void tell_route_flag(const LayerValues& v, std::string& line) {
    line += std::string(", Route Preference: ") + v.choice(o.route_preference);
}
void tell_option_reserved(const LayerValues&, std::string& line) { line = "Reserved"; }
void tell_option_length(const LayerValues& v, std::string& line) { line += " (" + std::to_string(v.number(o.length) * 8) + " bytes)"; }
void tell_option(const LayerValues& v, std::string& line) {
    const char* name = v.choice(o.type);
    line += std::string(" (") + (name ? name : "Unknown " + v.text(o.type));
    const std::string prefix = v.has(o.prefix) ? v.text(o.prefix) + "/" + v.text(o.prefix_length) : "";
    if (v.has(o.source)) line += " : " + v.text(o.source);
    else if (v.has(o.target)) line += " : " + v.text(o.target);
    else if (v.has(o.route_preference)) line += std::string(" : ") + v.choice(o.route_preference) + " " + prefix;
    else if (v.has(o.prefix)) line += " : " + prefix;
    else if (v.has(o.mtu)) line += " : " + v.text(o.mtu);
    for (const Field* list : {static_cast<const Field*>(&o.rdnss), static_cast<const Field*>(&o.address)})
        for (std::size_t i = 0; i < v.count(*list); i++) line += " " + v.text(*list, i);
    icmpv6_options::tell_title(v, line);
    line += ")";
}
void tell_record(const LayerValues& v, std::string& line) {
    const char* what = v.choice(m.record_type);
    line += std::string(" ") + (what ? what : "Unknown") + ": " + v.text(m.record_address);
}

// RFC 4861 4.6: lengths count units of 8 bytes, type and length included; a length of 0 ends the list as malformed.
constexpr auto all_of_it = ensure(left, at_least(Extent(o.length) * 8 - 2), nullptr);
constexpr auto padded_option = part(Extent(o.length) * 8 - 2, choice(o.type, icmpv6_options::padded_cases)).pad(8);
constexpr auto option =
    o.option(ensure(left, at_least(2), "cut short"), o.type, o.length,
          choice(o.length, when(0, fault("an option of length 0"), stop())),
          choice(o.type, when(31, padded_option), when(37, padded_option), otherwise(part(Extent(o.length) * 8 - 2,
               choice(o.type, when(1, all_of_it, o.linkaddr(rest, ahead(o.source(rest)))),
                      when(2, all_of_it, o.linkaddr(rest, ahead(o.target(rest)))),
                      when(3, o.prefix_length, o.prefix_flag(o.on_link, o.autonomous, o.router_address, o.prefix_reserved), o.valid,
                           o.preferred, o.reserved(4), o.prefix),
                      when(4, o.reserved(6),
                           payload(ChildBy{.key = peek(1) >> 4, .other = {}, .table = "quoted.ip", .unless = nullptr, .size = rest})),
                      when(5, o.reserved(2), o.mtu), when(14, o.nonce(rest)),
                      between(9, 10, o.reserved(6), repeat(o.address)),
                      when(24, o.prefix_length, o.route_flag(o.route_preference, o.route_reserved), o.route_lifetime,
                           choice(left, when(16, o.prefix), otherwise(if_set(left, o.route_prefix(rest))))),
                      when(25, o.reserved(2), o.rdnss_lifetime, repeat(o.rdnss)), icmpv6_options::cases, icmpv6_send::cases,
                      otherwise(if_set(left, o.data(rest))))))))
        .shows(o.type)
        .tells(tell_option);
constexpr auto options = repeat(option);
constexpr auto record = m.record(
    m.record_type, m.aux_len, m.record_sources, m.record_address, repeat(m.record_source).times(m.record_sources),
    if_set(m.aux_len, m.aux(Extent(m.aux_len) * 4))).shows(m.record_type, m.record_address).tells(tell_record);
constexpr auto quoted = payload("quoted.ip", peek(1) >> 4);

constexpr auto items =
    sequence(f.type, f.code, f.checksum, status(f.checksum_status, f.checksum),
             choice(f.type, when(1, f.reserved(4), quoted), when(2, f.mtu, quoted), when(3, f.reserved(4), quoted),
                    when(4, f.pointer, quoted), when(128, f.identifier, f.sequence_number, payload("icmpv6.echo", f.type)),
                    when(129, f.identifier, f.sequence_number, payload("icmpv6.echo", f.type)),
                    when(130, m.max_delay, f.reserved(2), m.address,
                         if_set(left, m.flags(m.flags_reserved, m.suppress, m.qrv), m.qqi, m.sources, repeat(m.source).times(m.sources))),
                    between(131, 132, m.max_delay, f.reserved(2), m.address), when(133, f.reserved(4), options),
                    when(134, n.hop_limit, n.ra_flag(n.managed, n.other, n.home_agent, n.preference, n.proxy, n.ra_reserved),
                         n.router_lifetime, n.reachable_time, n.retrans_timer, options),
                    when(135, f.reserved(4), n.ns_target, options),
                    when(136, n.na_flag(n.router, n.solicited, n.override_, n.na_reserved), n.na_target, options),
                    when(141, f.reserved(4), options), when(142, f.reserved(4), options),
                    when(160, f.identifier, f.echo_seq, bits(1, f.echo_reserved, f.echo_local),
                         choice(peek(1), between(0x20, 0x2f, icmp_extensions::extensions), otherwise(if_set(left, f.data(rest))))),
                    when(161, f.identifier, f.echo_seq,
                         bits(1, f.echo_state, f.echo_response_reserved, f.echo_active, f.echo_ipv4, f.echo_ipv6)),
                    when(137, f.reserved(4), n.rd_target, n.rd_destination, options),
                    when(144, f.mobile_id, f.reserved(2)), when(145, f.mobile_id, f.reserved(2), repeat(f.home_agent)),
                    when(146, f.mobile_id, f.reserved(2)),
                    when(147, f.mobile_id, f.mobile_flag(f.mobile_managed, f.mobile_other, f.mobile_reserved), options),
                    when(139, icmpv6_options::node_query(f.code)), when(140, icmpv6_options::node_reply),
                    when(151, icmpv6_options::d.interval, icmpv6_options::d.robustness),
                    when(148, icmpv6_send::solicitation, options), when(149, icmpv6_send::advertisement, f.reserved(2), options),
                    between(157, 158, icmpv6_options::duplicate_address),
                    when(143, f.reserved(2), m.records, repeat(record).times(m.records)), otherwise(if_set(left, f.data(rest)))));

/// " (rtr, sol, ovr)"
std::string flag_letters(const LayerValues& v) {
    std::string out;
    auto add = [&](const Field& flag, const char* name) {
        if (v.number(flag)) out += (out.empty() ? " (" : ", ") + std::string(name);
    };
    add(n.router, "rtr"), add(n.solicited, "sol"), add(n.override_, "ovr");
    return out.empty() ? " (none)" : out + ")";
}
void info(const LayerValues& v, std::string& out) {
    const char* type = v.choice(f.type);
    out = type ? type : "Unknown (" + v.text(f.type) + ")";
    if (v.has(f.code)) out += code_text(v.number(f.type), v.number(f.code));
    switch (v.number(f.type)) {
        case 128: case 129: {
            char text[64];
            std::snprintf(text, sizeof text, " id=0x%04x, seq=%u", unsigned(v.number(f.identifier)), unsigned(v.number(f.sequence_number)));
            out += text;
            if (const std::string limit = v.around("ipv6.hlim"); !limit.empty()) out += ", hop limit=" + limit;
            break;
        }
        case 135: out += " for " + v.text(n.ns_target); break;
        case 136: out += " " + v.text(n.na_target) + flag_letters(v); break;
        default: break;
    }
    if (v.has(o.source)) out += " from " + v.text(o.source);
    if (v.has(o.target)) out += " is at " + v.text(o.target);
}
constexpr Parent parents[] = {{"ip.proto", 58}};
}  // namespace

extern const Protocol icmpv6;
constexpr Protocol icmpv6{.name = "icmpv6",
                          .label = "Internet Control Message Protocol v6",
                          .column = "ICMPv6",
                          .items = items,
                          .parents = parents,
                          .quotes = true,
                          .info = info};

}  // namespace sallyport::protocols
