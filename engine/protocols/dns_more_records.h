// SPDX-License-Identifier: GPL-3.0-or-later
// What further types of DNS records hold: those that are seldom met, many of them historic. Each names its RFC.
#pragma once
#include "base/address.h"
#include "protocols/dns_location.h"
#include "protocols/dns_records.h"
#include "protocols/ip_protocols.h"
#include <algorithm>

namespace sallyport::protocols {
namespace dns_more_data {
using namespace layout;

inline constexpr Choice negation_truth[] = {{1, "Yes (!)"}, {0, "No (0)"}};
inline constexpr Choice not_allowed_truth[] = {{1, "Not Allowed"}, {0, "Allowed"}};
inline constexpr Choice required_truth[] = {{1, "Experimental or optional"}, {0, "Required"}};
inline constexpr Choice valid_truth[] = {{1, "Valid"}, {0, "Invalid"}};
inline constexpr Choice certificate_types[] = {
    {1, "PKIX"},
    {2, "SPKI"},
    {3, "PGP"},
    {4, "IPKIX"},
    {5, "ISPKI"},
    {6, "IPGP"},
    {7, "ACPKIX"},
    {8, "IACPKIX"},
    {253, "Private, URI"},
    {254, "Private, OID"},
};
inline constexpr Choice zone_digest_schemes[] = {
    {0, "Reserved"},
    {1, "SIMPLE"},
    {2, "Unassigned", 239},
    {240, "Private Use", 254},
    {255, "Reserved"},
};
inline constexpr Choice zone_digest_hashes[] = {
    {0, "Reserved"},
    {1, "SHA-384"},
    {2, "SHA-512"},
    {3, "Unassigned", 239},
    {240, "Private Use", 254},
    {255, "Reserved"},
};

using dns_record_data::prefix4;
using dns_record_data::prefix6;
/// The bytes of an address to its last one (RFC 2874 3.1): how many there are, the length of the prefix says.
inline void append_suffix(const CodedPlace& place, std::string& out) {
    std::uint8_t address[16] = {};
    const std::size_t size = std::min<std::size_t>(place.length, 16);
    std::copy_n(place.bytes.begin() + place.at, size, address + 16 - size);
    append_ipv6(address, out);
}
inline constexpr Coding suffix6{.text = append_suffix};

inline constexpr Choice key_modes[] = {
    {1, "Server assigned"}, {2, "Diffie Hellman"}, {3, "GSSAPI"}, {4, "Resolver assigned"}, {5, "Delete"}};
inline constexpr Choice gateway_types[] = {{0, "No Gateway"}, {1, "IPv4 Gateway"}, {2, "IPv6 Gateway"}, {3, "DNS Gateway"}};
inline constexpr Choice gateway_algorithms[] = {{1, "DSA"}, {2, "RSA"}};
inline constexpr Choice host_algorithms[] = {{0, "Reserved"}, {1, "DSA"}, {2, "RSA"}};
using seconds48 = Sized<FieldType::absolute_time, 6>;

struct Fields {
    text md{"dns.md", "Mail Destination", coded(dns_name)};
    text mf{"dns.mf", "Mail Forwarder", coded(dns_name)};
    ip4 wks_address{"dns.wks.address", "Address"};
    u8 wks_protocol{"dns.wks.protocol", "Protocol", named(ip_protocols)};
    u8 wks_bits{"dns.wks.bits", "Bits", hex, least(1)};
    u8 x25_length{"dns.x25.length", "Length"};
    text x25{"dns.x25.psdn_address", "PSDN-Address"};
    u8 isdn_length{"dns.idsn.length", "Length"};  // Wireshark spells it so
    text isdn{"dns.idsn.address", "ISDN Address"};
    u8 isdn_sub_length{"dns.idsn.sa.length", "Length"};
    text isdn_sub{"dns.idsn.sa.address", "Sub Address"};
    u16 rt_preference{"dns.rt.subtype", "Preference"};
    text rt_host{"dns.rt.intermediate_host", "Intermediate Hostname", coded(dns_name)};
    bytes nsap{"dns.nsap.rdata", "NSAP Data"};
    text nsap_owner{"dns.nsap_ptr.owner", "Owner", coded(dns_name)};
    u16 px_preference{"dns.px.preference", "Preference"};
    text map822{"dns.px.map822", "MAP822", coded(dns_name)};
    text mapx400{"dns.px.map400", "MAPX400", coded(dns_name)};
    u8 longitude_length{"dns.gpos.longitude_length", "Longitude length"};
    text longitude{"dns.gpos.longitude", "Longitude"};
    u8 latitude_length{"dns.gpos.latitude_length", "Latitude length"};
    text latitude{"dns.gpos.latitude", "Latitude"};
    u8 altitude_length{"dns.gpos.altitude_length", "Altitude length"};
    text altitude{"dns.gpos.altitude", "Altitude"};
    text nxt{"dns.nxt.next_domain_name", "Next Domain Name", coded(dns_name)};
    u16 certificate_type{"dns.cert.type", "Type", named(certificate_types)};
    u16 certificate_key{"dns.cert.key_tag", "Key Tag", hex};
    u8 certificate_algorithm{"dns.cert.algorithm", "Algorithm", named(dns_record_data::algorithms)};
    bytes certificate{"dns.cert.certificate", "Certificate (or CRL)"};
    u8 a6_prefix{"dns.a6.prefix_len", "Prefix len"};
    Unsized<FieldType::ipv6> a6_suffix{"dns.a6.address_suffix", "Address Suffix", coded(suffix6)};
    text a6_name{"dns.a6.prefix_name", "Prefix name", coded(dns_name)};
    u16 apl_family{"dns.apl.address_family", "Address Family", named(dns_record_data::client_family_names)};
    u8 apl_prefix{"dns.apl.coded_prefix", "Prefix Length"};
    flag apl_negation{"dns.apl.negation", "Negation Flag", mask(0x80), named(negation_truth)};
    u8 apl_length{"dns.apl.afdlength", "Address Length", mask(0x7f)};
    Unsized<FieldType::ipv4> apl_ipv4{"dns.apl.afdpart.ipv4", "Address", coded(prefix4)};
    Unsized<FieldType::ipv6> apl_ipv6{"dns.apl.afdpart.ipv6", "Address", coded(prefix6)};
    bytes apl_data{"dns.apl.afdpart.data", "Address"};
    bytes dhcid{"dns.dhcid.rdata", "DHCID Data"};
    text openpgpkey{"dns.openpgpkey", "OpenPGP Key"};
    u32 csync_serial{"dns.csync.soa", "SOA"};
    u16 csync_flags{"dns.csync.flags", "Flags", hex};
    flag csync_immediate{"dns.csync.flags.immediate", "immediate", mask(0x0001), named(true_false)};
    flag csync_minimum{"dns.csync.flags.soaminimum", "soaminimum", mask(0x0002), named(true_false)};
    bytes csync_bitmap{"dns.csync.type_bitmap", "Type Bitmap"};
    u32 zonemd_serial{"dns.zonemd.serial", "Serial"};
    u8 zonemd_scheme{"dns.zonemd.scheme", "Scheme", named(zone_digest_schemes)};
    u8 zonemd_hash{"dns.zonemd.hash_algo", "Hash Algorithm", named(zone_digest_hashes)};
    bytes zonemd{"dns.zonemd.digest", "Digest"};
    u16 nid_preference{"dns.ilnp.nid.preference", "Preference"};
    bytes nid{"dns.ilnp.nid", "NodeID"};
    u16 l32_preference{"dns.ilnp.l32.preference", "Preference"};
    ip4 l32{"dns.ilnp.l32", "Locator32"};
    u16 l64_preference{"dns.ilnp.l64.preference", "Preference"};
    bytes l64{"dns.ilnp.l64", "Locator64"};
    u16 lp_preference{"dns.ilnp.lp.preference", "Preference"};
    text lp{"dns.ilnp.lp", "Locator FQDN", coded(dns_name)};
    mac eui48{"dns.eui48", "EUI48 Address"};
    bytes eui64{"dns.eui64", "EUI64 Address", colons};
};

/// Keys that hosts publish (RFC 4025, 8005), and agree on and sign with (RFC 2930, 8945).
struct Keys {
    u8 precedence{"dns.ipseckey.gateway_precedence", "Gateway Precedence"};
    u8 gateway_type{"dns.ipseckey.gateway_type", "Gateway Type", named(gateway_types)};
    u8 gateway_algorithm{"dns.ipseckey.gateway_algorithm", "Gateway Algorithm", named(gateway_algorithms)};
    ip4 gateway4{"dns.ipseckey.gateway_ipv4", "IPv4 Gateway"};
    ip6 gateway6{"dns.ipseckey.gateway_ipv6", "IPv6 Gateway"};
    text gateway{"dns.ipseckey.gateway_dns", "DNS Gateway", coded(dns_name)};
    bytes public_key{"dns.ipseckey.public_key", "Public Key"};
    u8 tag_length{"dns.hip.hit.length", "HIT length"};
    u8 host_algorithm{"dns.hip.hit.pk.algo", "HIT length", named(host_algorithms)};  // so Wireshark calls it
    u16 host_key_length{"dns.hip.pk.length", "PK length"};
    bytes host_tag{"dns.hip.hit", "Host Identity Tag"};
    bytes host_key{"dns.hip.pk", "HIP Public Key"};
    text rendezvous{"dns.hip.rendezvous_server", "Rendezvous Server", coded(dns_name)};
    text tkey_algorithm{"dns.tkey.algo_name", "Algorithm name", coded(dns_name)};
    unix_time inception{"dns.tkey.signature_inception", "Signature Inception"};
    unix_time expiration{"dns.tkey.signature_expiration", "Signature Expiration"};
    u16 mode{"dns.tkey.mode", "Mode", named(key_modes)};
    u16 tkey_error{"dns.tkey.error", "Error", named(dns_codes)};
    u16 tkey_size{"dns.tkey.key_size", "Key Size"};
    bytes tkey{"dns.tkey.key_data", "Key Data"};
    u16 tkey_other_size{"dns.tkey.other_size", "Other Size"};
    bytes tkey_other{"dns.tkey.other_data", "Other Data"};
    text tsig_algorithm{"dns.tsig.algorithm_name", "Algorithm Name", coded(dns_name)};
    seconds48 signed_at{"dns.tsig.time_signed", "Time Signed"};
    u16 fudge{"dns.tsig.fudge", "Fudge"};
    u16 mac_size{"dns.tsig.mac_size", "MAC Size"};
    bytes mac_{"dns.tsig.mac", "MAC"};
    u16 original{"dns.tsig.original_id", "Original Id"};
    u16 tsig_error{"dns.tsig.error", "Error", named(dns_codes)};
    u16 tsig_other_size{"dns.tsig.other_len", "Other Len"};
    bytes tsig_other{"dns.tsig.other_data", "Other Data"};
};

/// RFC 2535 3: as DNSKEY was before it.
struct Key {
    u16 flags{"dns.key.flags", "Flags", hex};
    flag authentication{"dns.key.flags.authentication", "Key allowed for authentication", mask(0x8000), named(not_allowed_truth)};
    flag confidentiality{"dns.key.flags.confidentiality", "Key allowed for confidentiality", mask(0x4000), named(not_allowed_truth)};
    flag required{"dns.key.flags.required", "Key required", mask(0x2000), named(required_truth)};
    flag user{"dns.key.flags.associated_user", "Key is associated with a user", mask(0x0400), named(yes_no)};
    flag entity{"dns.key.flags.associated_named_entity", "Key is associated with the named entity", mask(0x0200), named(yes_no)};
    flag ipsec{"dns.key.flags.ipsec", "Key use with IPSEC", mask(0x0080), named(valid_truth)};
    flag mime{"dns.key.flags.mime", "Key use with MIME security multiparts", mask(0x0040), named(valid_truth)};
    u16 signatory{"dns.key.flags.signatory", "Signatory", mask(0x000f)};
    u8 protocol{"dns.key.protocol", "Protocol"};
    u8 algorithm{"dns.key.algorithm", "Algorithm", named(dns_record_data::algorithms)};
    u16 id{"dns.key.key_id", "Key ID"};
    bytes key{"dns.key.public_key", "Public Key"};
};

/// Of Microsoft's servers, in their zones' root: MS-DNSP 2.2.2.2.4.8 and 9.
struct Wins {
    flag local{"dns.wins.local_flag", "Local Flag", mask(0x00000001), named(true_false)};
    u32 lookup{"dns.wins.lookup_timeout", "Lookup timeout"};
    u32 cache{"dns.wins.cache_timeout", "Cache timeout"};
    u32 servers{"dns.wins.nb_wins_servers", "Number of WINS servers"};
    ip4 server{"dns.wins.wins_server", "WINS Server Address"};
    flag reverse_local{"dns.winsr.local_flag", "Local Flag", mask(0x00000001), named(true_false)};
    u32 reverse_lookup{"dns.winsr.lookup_timeout", "Lookup timeout"};
    u32 reverse_cache{"dns.winsr.cache_timeout", "Cache timeout"};
    text domain{"dns.winsr.name_result_domain", "Name Result Domain", coded(dns_name)};
};

inline constexpr Fields m;
inline constexpr Key k;
inline constexpr Keys g;
inline constexpr Wins w;

/// RFC 2535 5.2: a bit for each type below 128 that is there.
inline void low_type_bitmap(Reader& r) {
    const std::uint32_t size = std::min<std::uint32_t>(r.left(), 16);
    for (unsigned byte = 0; byte < size; byte++)
        for (unsigned bit = 0; bit < 8; bit++)
            if (r.peek(1, byte) >> (7 - bit) & 1) r.make(dns_record_data::s.mapped_type, byte << 3 | bit);
    r.read_rest(dns_record_data::s.bitmap);
}

inline constexpr auto address_prefix = sequence(
    m.apl_family, m.apl_prefix, bits(1, m.apl_negation, m.apl_length),
    choice(m.apl_family, when(1, m.apl_ipv4(m.apl_length)), when(2, m.apl_ipv6(m.apl_length)), otherwise(m.apl_data(m.apl_length))));
inline constexpr auto key = sequence(
    k.flags(k.authentication, k.confidentiality, k.required, k.user, k.entity, k.ipsec, k.mime, k.signatory), k.protocol, k.algorithm,
    make(k.id, dns_record_data::key_tag, k.algorithm), k.key(rest));
inline constexpr auto a6 = sequence(
    m.a6_prefix, choice(m.a6_prefix, between(0, 127, m.a6_suffix((Extent(m.a6_prefix) >> 3) * -1 + 16))),
    if_set(m.a6_prefix, m.a6_name));
inline constexpr auto ipsec_key = sequence(
    g.precedence, g.gateway_type, g.gateway_algorithm,
    choice(g.gateway_type, when(1, g.gateway4), when(2, g.gateway6), when(3, g.gateway)), if_set(left, g.public_key(rest)));
inline constexpr auto host_identity = sequence(
    g.tag_length, g.host_algorithm, g.host_key_length, g.host_tag(g.tag_length), g.host_key(g.host_key_length), repeat(g.rendezvous));
inline constexpr auto transaction_key = sequence(
    g.tkey_algorithm, g.inception, g.expiration, g.mode, g.tkey_error, g.tkey_size, if_set(g.tkey_size, g.tkey(g.tkey_size)),
    g.tkey_other_size, if_set(g.tkey_other_size, g.tkey_other(g.tkey_other_size)));
inline constexpr auto transaction_signature = sequence(
    g.tsig_algorithm, g.signed_at, g.fudge, g.mac_size, if_set(g.mac_size, g.mac_(g.mac_size)), g.original, g.tsig_error,
    g.tsig_other_size, if_set(g.tsig_other_size, g.tsig_other(g.tsig_other_size)));
}  // namespace dns_more_data

/// The cases of a choice over a record's type: all that are described, in a part as long as the record's data.
inline constexpr auto dns_all_record_cases = [] {
    using namespace layout;
    using namespace dns_more_data;
    using dns_record_data::s;
    return sequence(
        when(3, m.md), when(4, m.mf), when(11, m.wks_address, m.wks_protocol, repeat(m.wks_bits)),      // RFC 1035
        when(19, m.x25_length, m.x25(m.x25_length)),                                                     // RFC 1183
        when(20, m.isdn_length, m.isdn(m.isdn_length), if_set(left, m.isdn_sub_length, m.isdn_sub(m.isdn_sub_length))),
        when(21, m.rt_preference, m.rt_host),
        when(22, m.nsap(rest)), when(23, m.nsap_owner),                                                  // RFC 1706, 1348
        when(24, dns_record_data::signature), when(25, key),                                             // RFC 2535
        when(26, m.px_preference, m.map822, m.mapx400),                                                  // RFC 2163
        when(27, m.longitude_length, m.longitude(m.longitude_length), m.latitude_length, m.latitude(m.latitude_length),
             m.altitude_length, m.altitude(m.altitude_length)),                                          // RFC 1712
        when(30, m.nxt, read(low_type_bitmap, s.mapped_type, s.bitmap)),                                  // RFC 2535
        when(37, m.certificate_type, m.certificate_key, m.certificate_algorithm, m.certificate(rest)),   // RFC 4398
        when(38, a6), when(42, repeat(address_prefix)), when(49, m.dhcid(rest)),                         // RFC 2874, 3123, 4701
        when(59, dns_record_data::delegation), when(60, dns_record_data::zone_key), when(32769, dns_record_data::delegation),
        when(61, m.openpgpkey(rest)),                                                                    // RFC 7929
        when(62, m.csync_serial, m.csync_flags(m.csync_immediate, m.csync_minimum), ahead(m.csync_bitmap(rest)),
             read(dns_record_data::type_bitmap, s.mapped_type, s.bitmap)),                               // RFC 7477
        when(63, m.zonemd_serial, m.zonemd_scheme, m.zonemd_hash, m.zonemd(rest)),                       // RFC 8976
        when(104, m.nid_preference, m.nid(8)), when(105, m.l32_preference, m.l32), when(106, m.l64_preference, m.l64(8)),
        when(107, m.lp_preference, m.lp),                                                                // RFC 6742
        when(29, dns_location::location), when(45, ipsec_key), when(55, host_identity),
        when(108, m.eui48), when(109, m.eui64(8)),                                                       // RFC 7043
        when(249, transaction_key), when(250, transaction_signature),
        when(65281, bits(4, w.local), w.lookup, w.cache, w.servers, repeat(w.server).times(w.servers)),
        when(65282, bits(4, w.reverse_local), w.reverse_lookup, w.reverse_cache, w.domain),
        dns_record_cases);
}();

}  // namespace sallyport::protocols
