// SPDX-License-Identifier: GPL-3.0-or-later
// Options of DHCP with a form of their own. Each names its RFC.
#pragma once
#include "base/address.h"
#include "protocols/dhcp_option_values.h"
#include "protocols/dns_name.h"
#include "protocols/hardware_types.h"
#include "protocols/truths.h"
#include <algorithm>

namespace sallyport::protocols::dhcp_formed {
using namespace layout;
using namespace dhcp_values;

inline Bytes value_of(const CodedPlace& place) { return place.bytes.subspan(place.at, place.length); }
inline void append_digits(const CodedPlace& place, std::string& out) { append_hex(value_of(place), 0, out); }
inline void append_link_address(const CodedPlace& place, std::string& out) { append_hex(value_of(place), ':', out); }
/// 33221100-5544-7766-8899-aabbccddeeff: its first three numbers are little-endian.
inline void append_uuid(const CodedPlace& place, std::string& out) {
    static constexpr std::uint8_t order[] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    if (place.length != sizeof order) return append_digits(place, out);
    for (std::size_t n = 0; n < sizeof order; n++) {
        if (n == 4 || n == 6 || n == 8 || n == 10) out += '-';
        append_hex(value_of(place).subspan(order[n], 1), 0, out);
    }
}
inline constexpr Coding hex_digits{.text = append_digits};
inline constexpr Coding link_address{.text = append_link_address};
inline constexpr Coding uuid{.text = append_uuid};

inline void tell_flags(const LayerValues&, std::string&);
inline void tell_route(const LayerValues&, std::string&);
struct Fields {
    ip4 filter{"dhcp.option.policy_filter.ip", "IP Address"};
    ip4 filter_mask{"dhcp.option.policy_filter.subnet_mask", "Subnet Mask"};
    u16 plateau{"dhcp.option.path_mtu_plateau_table_item", "Path MTU Plateau Table Item"};
    ip4 route_to{"dhcp.option.static_route.ip", "Destination IP Address"};
    ip4 route_by{"dhcp.option.static_route.router", "Destination Router"};
    u8 class_length{"dhcp.option.user_class.length", "User Class Length"};
    bytes class_data{"dhcp.option.user_class.data", "User Class Data"};
    text class_text{"dhcp.option.user_class.text", "User Class Data (Text)"};
    u8 fqdn_flags{"dhcp.fqdn.flags", "Flags", hex, tells(tell_flags)};
    u8 fqdn_reserved{"dhcp.fqdn.mbz", "Reserved flags", hex, mask(0xf0)};
    flag fqdn_updates{"dhcp.fqdn.n", "Server DDNS", mask(0x08), named(fqdn_updates_truth)};
    flag fqdn_encoding{"dhcp.fqdn.e", "Encoding", mask(0x04), named(fqdn_encoding_truth)};
    flag fqdn_override{"dhcp.fqdn.o", "Server overrides", mask(0x02), named(fqdn_override_truth)};
    flag fqdn_server{"dhcp.fqdn.s", "Server", mask(0x01), named(fqdn_server_truth)};
    u8 fqdn_forward{"dhcp.fqdn.rcode1", "A-RR result"};
    u8 fqdn_reverse{"dhcp.fqdn.rcode2", "PTR-RR result"};
    text fqdn_text{"dhcp.fqdn.name", "Client name"};
    text fqdn{"dhcp.fqdn.name", "Client name", coded(dns_name)};
    u8 protocol{"dhcp.option.dhcp_authentication.protocol", "Protocol", named(authentications)};
    u8 algorithm{"dhcp.option.dhcp_authentication.algorithm", "Algorithm"};
    u8 delay{"dhcp.option.dhcp_authentication.alg_delay", "Delay Algorithm", named(delay_algorithms)};
    u8 detection{"dhcp.option.dhcp_authentication.rdm", "Replay Detection Method", named(replay_detections)};
    u64 counter{"dhcp.option.dhcp_authentication.rdm_replay_detection", "RDM Replay Detection Value", hex};
    u32 secret{"dhcp.option.dhcp_authentication.secret_id", "Secret ID", hex};
    bytes hash{"dhcp.option.dhcp_authentication.hmac_md5_hash", "HMAC MD5 Hash"};
    text information{"dhcp.option.dhcp_authentication.information", "Authentication Information"};
    u16 architecture{"dhcp.option.client_system_architecture", "Client System Architecture", named(architectures)};
    u8 network_major{"dhcp.client_network_id_major", "Major Version"};
    u8 network_minor{"dhcp.client_network_id_minor", "Minor Version"};
    bytes machine{"dhcp.client_id.uuid", "Client Identifier (UUID)", coded(uuid)};
    u8 place{"dhcp.option.civic_location.what", "What", named(civic_places)};
    text country{"dhcp.option.civic_location.country", "Country"};
    u8 civic_type{"dhcp.option.civic_location.ca_type", "CA Type", named(civic_types)};
    u8 civic_length{"dhcp.option.civic_location.ca_length", "CA Length"};
    text civic{"dhcp.option.civic_location.ca_value", "CA Value"};
    u8 auto_configuration{"dhcp.option.dhcp_auto_configuration", "DHCP Auto-Configuration", named(auto_configurations)};
    text search{"dhcp.option.dhcp_dns_domain_search_list_fqdn", "FQDN", coded(dns_name)};
    u8 sip_encoding{"dhcp.option.sip_server.encoding", "SIP Server Encoding", named(sip_encodings)};
    text sip_name{"dhcp.option.sip_server.name", "SIP Server Name", coded(dns_name)};
    ip4 sip_address{"dhcp.option.sip_server.address", "SIP Server Address"};
    bytes route{"dhcp.option.classless_static_route", "Subnet/MaskWidth-Router", tells(tell_route)};
    u32 class_of{"dhcp.option.vi_class.enterprise", "Enterprise"};
    u8 class_of_length{"dhcp.option.vi_class.length", "Length"};
    text class_of_data{"dhcp.option.vi_class.data", "Data"};
    u8 nonce{"dhcp.option.forcerenew_nonce.algorithm", "Algorithm", named(nonce_algorithms)};
    u8 dns_reserved{"dhcp.option.rdnss.reserved", "Reserved", hex, mask(0xfc)};
    u8 dns_preference{"dhcp.option.rdnss.preference", "Preference", mask(0x03), named(server_preferences)};
    ip4 dns_primary{"dhcp.option.rdnss.primary_dns", "Primary DNS"};
    ip4 dns_secondary{"dhcp.option.rdnss.secondary_dns", "Secondary DNS"};
    text dns_domain{"dhcp.option.rdnss.domain", "Domains and networks", coded(dns_name)};
    u8 status{"dhcp.option.bulk_lease.status_code", "Status Code", named(lease_statuses)};
    text status_message{"dhcp.option.bulk_lease.status_code_message", "Status Code Message"};
    u8 lease_state{"dhcp.option.bulk_lease.dhcp_state", "Dhcp State", named(lease_states)};
    flag data_source{"dhcp.option.bulk_lease.data_source", "Data Source", named(remote_truth)};
    u8 pcp_length{"dhcp.option.pcp.list_length", "List-Length"};
    ip4 pcp{"dhcp.option.pcp.server", "PCP Server"};
    u8 port_offset{"dhcp.option.portparams.offset", "Offset"};
    u8 port_length{"dhcp.option.portparams.psid_length", "PSID-Length"};
    bytes port_set{"dhcp.option.portparams.psid", "PSID"};
    u8 mask_length{"dhcp.option.6RD.ipv4_mask_len", "6RD IPv4 Mask Length"};
    u8 prefix_length{"dhcp.option.6RD.prefix_len", "6RD Prefix Length"};
    ip6 prefix{"dhcp.option.6RD.prefix", "6RD Prefix"};
    ip4 border{"dhcp.option.6RD.border_relay_ip", "Border Relay IP"};
};

/// DUIDs as DHCPv6 has them, RFC 4361 6.1 and RFC 8415 11.
struct Identity {
    text iaid{"dhcp.client_id.iaid", "IAID", coded(hex_digits)};
    u16 type{"dhcp.client_id.duid_type", "DUID Type", named(duid_types)};
    u16 timed_hardware{"dhcp.client_id.duid_llt_hw_type", "Hardware type", named(hardware_types)};
    u16 hardware{"dhcp.client_id.duid_ll_hw_type", "Hardware type", named(hardware_types)};
    u32 time{"dhcp.client_id.time", "Time"};
    text address{"dhcp.client_id.link_layer_address", "Link layer address", coded(link_address)};
    u32 enterprise{"dhcp.client_id.enterprise_num", "Enterprise-number"};
    bytes identifier{"dhcp.client_id", "Identifier"};
};

inline constexpr Fields o;
inline constexpr Identity i;

/// "Flags: 0x05, Encoding, Server"
inline void tell_flags(const LayerValues& v, std::string& line) {
    tell_set(v, {&o.fqdn_updates, &o.fqdn_encoding, &o.fqdn_override, &o.fqdn_server}, line);
}
/// "10.1.2.0/24-10.0.0.1": the bytes are the width of the mask, as much of the network as that covers, and the router.
inline void tell_route(const LayerValues& v, std::string& line) {
    const std::string digits = v.text(o.route);
    std::uint8_t bytes[9] = {}, network[4] = {};
    const std::size_t size = std::min<std::size_t>(digits.size() / 2, sizeof bytes);
    for (std::size_t n = 0; n < size; n++) bytes[n] = std::uint8_t(std::stoul(digits.substr(2 * n, 2), nullptr, 16));
    if (size < 5) return;
    std::copy_n(bytes + 1, size - 5, network);
    line.clear();
    if (bytes[0]) append_ipv4(network, line), line += "/" + std::to_string(bytes[0]);
    else line = "default";
    line += "-";
    append_ipv4(bytes + size - 4, line);
}

/// RFC 3004 4: user classes each stand behind their length; many clients send one as a text.
inline bool has_lengths(const ComputeInput& in, std::uint64_t& out) {
    std::uint32_t at = in.at;
    while (at < in.end && in.bytes[at]) at += 1u + in.bytes[at];
    return out = at == in.end, true;
}
struct Found { u8 lengths{"@lengths", ""}; };
inline constexpr Found found;

inline constexpr auto user_classes = sequence(make(found.lengths, has_lengths), choice(found.lengths,
    when(1, repeat(group("Instance of User Class", o.class_length, o.class_data(o.class_length)))), otherwise(o.class_text(rest))));
inline constexpr auto client_fqdn = sequence(  // RFC 4702
    o.fqdn_flags(o.fqdn_reserved, o.fqdn_updates, o.fqdn_encoding, o.fqdn_override, o.fqdn_server), o.fqdn_forward, o.fqdn_reverse,
    if_set(left, choice(o.fqdn_encoding, when(1, origin(), o.fqdn), otherwise(o.fqdn_text(rest)))));
inline constexpr auto authentication = sequence(  // RFC 3118
    o.protocol, choice(o.protocol, when(1, o.delay), otherwise(o.algorithm)), o.detection, o.counter,
    choice(o.protocol, when(1, choice(left, between(20, 255, o.secret, o.hash(16)))), otherwise(if_set(left, o.information(rest)))));
inline constexpr auto civic_location = sequence(  // RFC 4776
    o.place, o.country(2), repeat(o.civic_type, o.civic_length, if_set(o.civic_length, o.civic(o.civic_length))));
// RFC 3442: of the network there are as many bytes as its mask is wide.
inline constexpr auto routes = repeat(choice(peek(1),
    when(0, o.route(5)), between(1, 8, o.route(6)), between(9, 16, o.route(7)), between(17, 24, o.route(8)), between(25, 32, o.route(9)),
    otherwise(fault("a mask of more than 32 bits"), stop())));
inline constexpr auto sip_servers = sequence(  // RFC 3361
    origin(), o.sip_encoding, choice(o.sip_encoding, when(0, repeat(o.sip_name)), when(1, repeat(o.sip_address))));
inline constexpr auto identity = sequence(
    i.iaid(4), i.type, choice(i.type,
        when(1, i.timed_hardware, i.time, if_set(left, i.address(rest))), when(2, i.enterprise, if_set(left, i.identifier(rest))),
        when(3, i.hardware, if_set(left, i.address(rest))), otherwise(if_set(left, i.identifier(rest)))));

/// The cases of a choice over the option's number; to be run in a part as long as the option says.
inline constexpr auto cases = sequence(
    when(21, repeat(o.filter, o.filter_mask)), when(25, repeat(o.plateau)), when(33, repeat(o.route_to, o.route_by)),  // RFC 2132
    when(77, user_classes), when(81, client_fqdn), when(90, authentication),
    when(93, repeat(o.architecture)), when(94, skip(1), o.network_major, o.network_minor), when(97, skip(1), o.machine(rest)),  // RFC 4578
    when(99, civic_location), when(116, o.auto_configuration), when(119, origin(), repeat(o.search)),  // RFC 2563, 3397
    when(120, sip_servers), when(121, routes), when(249, routes),
    when(124, repeat(o.class_of, o.class_of_length, if_set(o.class_of_length, o.class_of_data(o.class_of_length)))),  // RFC 3925 3
    when(145, repeat(o.nonce)), when(146, origin(), bits(1, o.dns_reserved, o.dns_preference), o.dns_primary, o.dns_secondary,
         o.dns_domain),
    when(151, o.status, if_set(left, o.status_message(rest))), when(156, o.lease_state), when(157, o.data_source),  // RFC 6926
    when(158, repeat(o.pcp_length, part(o.pcp_length, repeat(o.pcp)))),                                // RFC 7291
    when(159, o.port_offset, o.port_length, o.port_set(2)),                                            // RFC 7618
    when(212, o.mask_length, o.prefix_length, o.prefix, repeat(o.border)));                            // RFC 5969

}  // namespace sallyport::protocols::dhcp_formed
