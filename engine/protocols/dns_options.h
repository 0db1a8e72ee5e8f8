// SPDX-License-Identifier: GPL-3.0-or-later
// Options of EDNS (RFC 6891 6.1.2), and the names and codings that they share with records.
#pragma once
#include "base/address.h"
#include "protocol/protocol.h"
#include "protocols/dns_name.h"
#include <algorithm>

namespace sallyport::protocols::dns_edns {
using namespace layout;

inline constexpr Choice option_codes[] = {
    {0, "Reserved"},
    {1, "LLQ - Long-lived query"},
    {2, "UL - Update lease"},
    {3, "NSID - Name Server Identifier"},
    {4, "Owner (reserved)"},
    {5, "DAU - DNSSEC Algorithm Understood (RFC6975)"},
    {6, "DHU - DS Hash Understood (RFC6975)"},
    {7, "N3U - NSEC3 Hash Understood (RFC6975)"},
    {8, "CSUBNET - Client subnet"},
    {9, "EDNS EXPIRE (RFC7314)"},
    {10, "COOKIE"},
    {11, "EDNS TCP Keepalive"},
    {12, "PADDING"},
    {13, "CHAIN"},
    {14, "EDNS-Key-Tag"},
    {15, "Extended DNS Error"},
    {20730, "Experimental - CSUBNET - Client subnet"},
};
inline constexpr Choice algorithms[] = {
    {1, "RSA/MD5"},
    {2, "Diffie-Hellman"},
    {3, "DSA"},
    {4, "Elliptic curve crypto"},
    {5, "RSA/SHA1"},
    {6, "DSA + NSEC3/SHA1"},
    {7, "RSA/SHA1 + NSEC3/SHA1"},
    {8, "RSA/SHA-256"},
    {10, "RSA/SHA-512"},
    {12, "GOST R 34.10-2001"},
    {13, "ECDSA Curve P-256 with SHA-256"},
    {14, "ECDSA Curve P-384 with SHA-384"},
    {15, "Ed25519"},
    {16, "Ed448"},
    {157, "HMAC/MD5"},
    {252, "Indirect key"},
    {253, "Private, domain name"},
    {254, "Private, OID"},
};

inline constexpr Choice ds_digest_type_names[] = {
    {0, "Reserved digest"},
    {1, "SHA-1"},
    {2, "SHA-256"},
    {3, "GOST R 34.11-94"},
    {4, "SHA-384"},
};
inline constexpr Choice nsec3_algo_names[] = {
    {0, "Reserved"},
    {1, "SHA-1"},
};

inline constexpr Choice client_family_names[] = {
    {1, "IPv4"},
    {2, "IPv6"},
};

/// The bytes of an address from its first one on; those that are missing are zeros (RFC 3123 4).
template <std::size_t whole, auto append>
void append_prefix(const CodedPlace& place, std::string& out) {
    std::uint8_t address[whole] = {};
    std::copy_n(place.bytes.begin() + place.at, std::min<std::size_t>(place.length, whole), address);
    append(address, out);
}
/// … and zeros at its end are not sent.
template <std::size_t whole, auto parse>
bool parse_prefix(std::string_view human, ByteBuffer& wire) {
    std::uint8_t address[whole];
    if (!parse(human, address)) return false;
    wire.assign(address, address + whole);
    while (!wire.empty() && wire.back() == 0) wire.pop_back();
    return true;
}
inline constexpr Coding prefix4{.text = append_prefix<4, append_ipv4>, .parse = parse_prefix<4, parse_ipv4>,
                                .expected = words("an IPv4 address")};
inline constexpr Coding prefix6{.text = append_prefix<16, append_ipv6>, .parse = parse_prefix<16, parse_ipv6>,
                                .expected = words("an IPv6 address")};

inline constexpr Choice extended_errors[] = {  // RFC 8914 4
    {0, "Other Error"},
    {1, "Unsupported DNSKEY Algorithm"},
    {2, "Unsupported DS Digest Type"},
    {3, "Stale Answer"},
    {4, "Forged Answer"},
    {5, "DNSSEC Indeterminate"},
    {6, "DNSSEC Bogus"},
    {7, "Signature Expired"},
    {8, "Signature Not Yet Valid"},
    {9, "DNSKEY Missing"},
    {10, "RRSIGs Missing"},
    {11, "No Zone Key Bit Set"},
    {12, "NSEC Missing"},
    {13, "Cached Error"},
    {14, "Not Ready"},
    {15, "Blocked"},
    {16, "Censored"},
    {17, "Filtered"},
    {18, "Prohibited"},
    {19, "Stale NXDomain Answer"},
    {20, "Not Authoritative"},
    {21, "Not Supported"},
    {22, "No Reachable Authority"},
    {23, "Network Error"},
    {24, "Invalid Data"},
    {25, "Signature Expired before Valid"},
    {26, "Too Early"},
    {27, "Unsupported NSEC3 Iterations Value"},
    {28, "Unable to conform to policy"},
    {29, "Synthesized"},
};

/// EDNS options, RFC 6891 and later.
struct Options {
    subtree option{"dns.opt", "Option"};
    u16 code{"dns.opt.code", "Option Code", named(option_codes)};
    u16 len{"dns.opt.len", "Option Length"};
    bytes data{"dns.opt.data", "Option Data"};
    u16 family{"dns.opt.client.family", "Family", named(client_family_names)};
    u8 netmask{"dns.opt.client.netmask", "Source Netmask"};
    u8 scope{"dns.opt.client.scope", "Scope Netmask"};
    bytes address{"dns.opt.client.addr", "Client Subnet"};
    Unsized<FieldType::ipv4> address4{"dns.opt.client.addr4", "Client Subnet", coded(prefix4)};
    Unsized<FieldType::ipv6> address6{"dns.opt.client.addr6", "Client Subnet", coded(prefix6)};
    bytes client_cookie{"dns.opt.cookie.client", "Client Cookie"};
    bytes server_cookie{"dns.opt.cookie.server", "Server Cookie"};
    u16 keepalive{"dns.opt.edns_tcp_keepalive.timeout", "Timeout"};
    bytes padding{"dns.opt.padding", "Padding"};
    u8 dau{"dns.opt.dau", "DAU", named(algorithms)};
    u8 dhu{"dns.opt.dhu", "DHU", named(ds_digest_type_names)};
    u8 n3u{"dns.opt.n3u", "N3U", named(nsec3_algo_names)};
    text chain{"dns.opt.chain.fqdn", "Closest Trust Point", coded(dns_name)};
    u16 error{"dns.opt.ext_error.info_code", "Info Code", named(extended_errors)};
    text error_text{"dns.opt.ext_error.extra_text", "Extra Text", utf8};
};
inline constexpr Options o;

// RFC 7871 6: of the address there is as much as the netmask covers.
inline constexpr auto client_subnet = sequence(
    o.family, o.netmask, o.scope,
    if_set(left, choice(o.family, when(1, o.address4(rest)), when(2, o.address6(rest)), otherwise(o.address(rest)))));
inline constexpr auto option = o.option(
    o.code, o.len, part(o.len, choice(o.code,
        when(5, repeat(o.dau)), when(6, repeat(o.dhu)), when(7, repeat(o.n3u)), when(13, if_set(left, o.chain)),
        when(8, client_subnet), when(20730, client_subnet), when(10, o.client_cookie(8), if_set(left, o.server_cookie(rest))),
        when(11, if_set(left, o.keepalive)),
        when(12, if_set(left, o.padding(rest))), when(15, o.error, if_set(left, o.error_text(rest))),
        otherwise(if_set(left, o.data(rest)))))).shows(o.code);

}  // namespace sallyport::protocols::dns_edns
