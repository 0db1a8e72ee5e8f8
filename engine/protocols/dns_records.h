// SPDX-License-Identifier: GPL-3.0-or-later
// What resource records of DNS hold, by type: the cases of a choice over the type (RFC 1035 3.3, 3.4; later types name theirs).
#pragma once
#include "protocol/reader.h"
#include "protocols/dns_name.h"
#include "protocols/dns_options.h"
#include "protocols/truths.h"

namespace sallyport::protocols {

inline constexpr Choice dns_types[] = {
    {0, "Unused"},
    {1, "A (Host Address)"},
    {2, "NS (authoritative Name Server)"},
    {3, "MD (Mail Destination)"},
    {4, "MF (Mail Forwarder)"},
    {5, "CNAME (Canonical NAME for an alias)"},
    {6, "SOA (Start Of a zone of Authority)"},
    {7, "MB (MailBox domain name)"},
    {8, "MG (Mail Group member)"},
    {9, "MR (Mail Rename domain)"},
    {10, "NULL RR"},
    {11, "WKS (Well Known Service)"},
    {12, "PTR (domain name PoinTeR)"},
    {13, "HINFO (host information)"},
    {14, "MINFO (Mailbox or mail list information)"},
    {15, "MX (Mail eXchange)"},
    {16, "TXT (Text strings)"},
    {17, "RP (Responsible Person)"},
    {18, "AFSDB (AFS Data Base location)"},
    {19, "X25 (XX.25 PSDN address)"},
    {20, "ISDN (ISDN address)"},
    {21, "RT (Route Through)"},
    {22, "NSAP (NSAP address)"},
    {23, "NSAP-PTR (NSAP domain name pointer)"},
    {24, "SIG (security signature)"},
    {25, "KEY (security key)"},
    {26, "PX (X.400 mail mapping information)"},
    {27, "GPOS (Geographical Position)"},
    {28, "AAAA (IPv6 Address)"},
    {29, "LOC (Location Information)"},
    {30, "NXT (Next Domain)"},
    {31, "EID (Endpoint Identifier)"},
    {32, "NIMLOC (Nimrod Locator)"},
    {33, "SRV (Server Selection)"},
    {34, "ATMA (ATM Address)"},
    {35, "NAPTR (Naming Authority Pointer)"},
    {36, "KX (Key Exchanger)"},
    {37, "CERT"},
    {38, "A6 (OBSOLETE - use AAAA)"},
    {39, "DNAME"},
    {40, "SINK"},
    {41, "OPT"},
    {42, "APL"},
    {43, "DS (Delegation Signer)"},
    {44, "SSHFP (SSH Key Fingerprint)"},
    {45, "IPSECKEY"},
    {46, "RRSIG (Resource Record Signature)"},
    {47, "NSEC (Next Secure)"},
    {48, "DNSKEY (DNS Public Key)"},
    {49, "DHCID"},
    {50, "NSEC3"},
    {51, "NSEC3PARAM"},
    {52, "TLSA"},
    {55, "HIP (Host Identity Protocol)"},
    {57, "RKEY"},
    {58, "TALINK (Trust Anchor LINK)"},
    {59, "CDS (Child DS)"},
    {60, "CDNSKEY (DNSKEY(s) the Child wants reflected in DS)"},
    {61, "OPENPGPKEY (OpenPGP Key)"},
    {62, "CSYNC (Child-to-Parent Synchronization)"},
    {63, "ZONEMD"},
    {64, "SVCB (General Purpose Service Endpoints)"},
    {65, "HTTPS (HTTPS Specific Service Endpoints)"},
    {99, "SPF"},
    {100, "UINFO"},
    {101, "UID"},
    {102, "GID"},
    {103, "UNSPEC"},
    {104, "NID (NodeID)"},
    {105, "L32 (Locator32)"},
    {106, "L64 (Locator64)"},
    {107, "LP (Locator FQDN)"},
    {108, "EUI48"},
    {109, "EUI64"},
    {249, "TKEY (Transaction Key)"},
    {250, "TSIG (Transaction Signature)"},
    {251, "IXFR (incremental transfer)"},
    {252, "AXFR (transfer of an entire zone)"},
    {253, "MAILB (mailbox-related RRs)"},
    {254, "MAILA (mail agent RRs)"},
    {255, "ANY"},
    {256, "URI"},
    {257, "CAA (Certification Authority Restriction)"},
    {32768, "TA (DNSSEC Trust Authorities)"},
    {32769, "DLV (DNSSEC Lookaside Validation)"},
    {65281, "WINS"},
    {65282, "WINS-R"},
    {65422, "XPF"},
};

/// Of answers, and of those who sign them.
inline constexpr Choice dns_codes[] = {
    {0, "No error"},
    {1, "Format error"},
    {2, "Server failure"},
    {3, "No such name"},
    {4, "Not implemented"},
    {5, "Refused"},
    {6, "Name exists"},
    {7, "RRset exists"},
    {8, "RRset does not exist"},
    {9, "Not authoritative"},
    {10, "Name out of zone"},
    {11, "DSO-Type not implemented"},
    {16, "Bad OPT Version or TSIG Signature Failure"},
    {17, "Key not recognized"},
    {18, "Signature out of time window"},
    {19, "Bad TKEY Mode"},
    {20, "Duplicate key name"},
    {21, "Algorithm not supported"},
    {22, "Bad Truncation"},
    {23, "Bad/missing Server Cookie"},
};

namespace dns_record_data {
using namespace layout;
using namespace dns_edns;

inline constexpr Choice service_keys[] = {
    {0, "mandatory"},
    {1, "alpn"},
    {2, "no-default-alpn"},
    {3, "port"},
    {4, "ipv4hint"},
    {5, "ech"},
    {6, "ipv6hint"},
    {7, "dohpath"},
    {32769, "odohconfig"},
    {65535, "key65535"},
};
/// RFC 4648 7, as RFC 5155 3.3 writes hashed names: without padding.
inline void append_base32(const CodedPlace& place, std::string& out) {
    static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    unsigned held = 0, bits = 0;
    for (auto byte : place.bytes.subspan(place.at, place.length))
        for (held = held << 8 | byte, bits += 8; bits >= 5; bits -= 5) out += digits[held >> (bits - 5) & 31];
    if (bits) out += digits[held << (5 - bits) & 31];
}
inline constexpr Coding base32{.text = append_base32};


inline constexpr Choice caa_critical_truth[] = {{1, "Critical"}, {0, "Not critical"}};
inline constexpr Choice zone_key_truth[] = {{1, "This is the zone key for specified zone"}, {0, "This is not a zone key"}};
inline constexpr Choice opt_out_truth[] = {{1, "Additional insecure delegations allowed"},
                                           {0, "Additional insecure delegations forbidden"}};

inline constexpr Choice sshfp_algorithm_names[] = {
    {0, "Reserved"},
    {1, "RSA"},
    {2, "DSA"},
    {3, "ECDSA"},
    {4, "Ed25519"},
    {5, "XMSS"},
};
inline constexpr Choice fingerprint_type_names[] = {
    {0, "Reserved"},
    {1, "SHA1"},
    {2, "SHA256"},
};
inline constexpr Choice tlsa_certificate_usage_names[] = {
    {0, "CA constraint (PKIX-TA)"},
    {1, "Service certificate constraint (PKIX-EE)"},
    {2, "Trust anchor assertion (DANE-TA)"},
    {3, "Domain-issued certificate (DANE-EE)"},
};
inline constexpr Choice tlsa_selector_names[] = {
    {0, "Full certificate (Cert)"},
    {1, "SubjectPublicKeyInfo (SPKI)"},
};
inline constexpr Choice tlsa_matching_type_names[] = {
    {0, "No Hash Used (Full)"},
    {1, "256 bit hash by SHA2 (SHA2-256)"},
    {2, "512 bit hash by SHA2 (SHA2-512)"},
};
struct Fields {
    ip4 a{"dns.a", "Address"};
    ip6 aaaa{"dns.aaaa", "AAAA Address"};
    text ns{"dns.ns", "Name Server", coded(dns_name)};
    text cname{"dns.cname", "CNAME", coded(dns_name)};
    text ptr{"dns.ptr.domain_name", "Domain Name", coded(dns_name)};
    text dname{"dns.dname", "DNAME", coded(dns_name)};
    text mb{"dns.mb", "MailBox Domain", coded(dns_name)};
    text mg{"dns.mg", "Mail Group member", coded(dns_name)};
    text mr{"dns.mr", "Mail Rename domain", coded(dns_name)};
    bytes null{"dns.null", "Null (data)"};
    u16 preference{"dns.mx.preference", "Preference"};
    text exchange{"dns.mx.mail_exchange", "Mail Exchange", coded(dns_name)};
    u8 txt_length{"dns.txt.length", "TXT Length"};
    text txt{"dns.txt", "TXT"};
    u8 spf_length{"dns.spf.length", "SPF Length"};
    text spf{"dns.spf", "SPF"};
    text mname{"dns.soa.mname", "Primary name server", coded(dns_name)};
    text rname{"dns.soa.rname", "Responsible authority's mailbox", coded(dns_name)};
    u32 serial{"dns.soa.serial_number", "Serial Number"};
    u32 refresh{"dns.soa.refresh_interval", "Refresh Interval"};
    u32 retry{"dns.soa.retry_interval", "Retry Interval"};
    u32 expire{"dns.soa.expire_limit", "Expire limit"};
    u32 minimum{"dns.soa.minimum_ttl", "Minimum TTL"};
    u8 cpu_length{"dns.hinfo.cpu_length", "CPU Length"};
    text cpu{"dns.hinfo.cpu", "CPU"};
    u8 os_length{"dns.hinfo.os_length", "OS Length"};
    text os{"dns.hinfo.os", "OS"};
    text minfo_r{"dns.minfo.r", "Responsible Mailbox", coded(dns_name)};
    text minfo_e{"dns.minfo.e", "Error Mailbox", coded(dns_name)};
    text rp_mailbox{"dns.rp.mailbox", "Mailbox", coded(dns_name)};
    text rp_txt{"dns.rp.txt_rr", "TXT RR", coded(dns_name)};
    u16 afsdb_subtype{"dns.afsdb.subtype", "Subtype"};
    text afsdb_host{"dns.afsdb.hostname", "Hostname", coded(dns_name)};
    u16 priority{"dns.srv.priority", "Priority"};
    u16 weight{"dns.srv.weight", "Weight"};
    u16 port{"dns.srv.port", "Port"};
    text target{"dns.srv.target", "Target", coded(dns_name)};
    u16 naptr_order{"dns.naptr.order", "Order"};
    u16 naptr_preference{"dns.naptr.preference", "Preference"};
    u8 naptr_flags_length{"dns.naptr.flags_length", "Flags Length"};
    text naptr_flags{"dns.naptr.flags", "Flags"};
    u8 naptr_service_length{"dns.naptr.service_length", "Service Length"};
    text naptr_service{"dns.naptr.service", "Service"};
    u8 naptr_regex_length{"dns.naptr.regex_length", "Regex Length"};
    text naptr_regex{"dns.naptr.regex", "Regex"};
    text naptr_replacement{"dns.naptr.replacement", "Replacement", coded(dns_name)};
    u16 kx_preference{"dns.kx.preference", "Preference"};
    text kx{"dns.kx.key_exchange", "Key Exchange", coded(dns_name)};
    u8 caa_flags{"dns.caa.flags", "CAA Flags", hex};
    flag caa_critical{"dns.caa.flags.issuer_critical", "Issuer Critical", mask(0x80), named(caa_critical_truth)};
    u8 caa_tag_length{"dns.caa.tag_length", "Tag length"};
    text caa_tag{"dns.caa.tag", "Tag"};
    text caa_value{"dns.caa.value", "Value"};
    u8 sshfp_algorithm{"dns.sshfp.algorithm", "Algorithm", named(sshfp_algorithm_names)};
    u8 sshfp_type{"dns.sshfp.fingerprint.type", "Fingerprint type", named(fingerprint_type_names)};
    bytes sshfp{"dns.sshfp.fingerprint", "Fingerprint"};
    u8 tlsa_usage{"dns.tlsa.certificate_usage", "Certificate Usage", named(tlsa_certificate_usage_names)};
    u8 tlsa_selector{"dns.tlsa.selector", "Selector", named(tlsa_selector_names)};
    u8 tlsa_matching{"dns.tlsa.matching_type", "Matching Type", named(tlsa_matching_type_names)};
    bytes tlsa_data{"dns.tlsa.certificate_association_data", "Certificate Association Data"};
    bytes data{"dns.data", "Data"};
};

/// RFC 4034, 5155: what signs and denies.
struct Security {
    u16 ds_key{"dns.ds.key_id", "Key id", hex};
    u8 ds_algorithm{"dns.ds.algorithm", "Algorithm", named(algorithms)};
    u8 ds_digest_type{"dns.ds.digest_type", "Digest Type", named(ds_digest_type_names)};
    bytes ds_digest{"dns.ds.digest", "Digest"};
    u16 covered{"dns.rrsig.type_covered", "Type Covered", named(dns_types)};
    u8 rrsig_algorithm{"dns.rrsig.algorithm", "Algorithm", named(algorithms)};
    u8 labels{"dns.rrsig.labels", "Labels"};
    u32 original_ttl{"dns.rrsig.original_ttl", "Original TTL"};
    unix_time expiration{"dns.rrsig.signature_expiration", "Signature Expiration"};
    unix_time inception{"dns.rrsig.signature_inception", "Signature Inception"};
    u16 key_tag{"dns.rrsig.key_tag", "Key Tag"};
    text signer{"dns.rrsig.signers_name", "Signer's name", coded(dns_name)};
    bytes signature{"dns.rrsig.signature", "Signature"};
    text next_name{"dns.nsec.next_domain_name", "Next Domain Name", coded(dns_name)};
    u16 mapped_type{"dns.resp.type", "RR type in bit map", named(dns_types)};
    bytes bitmap{"@bitmap", ""};
    u16 key_flags{"dns.dnskey.flags", "Flags", hex};
    flag zone_key{"dns.dnskey.flags.zone_key", "Zone Key", mask(0x0100), named(zone_key_truth)};
    flag revoked{"dns.dnskey.flags.key_revoked", "Key Revoked", mask(0x0080), named(yes_no)};
    flag secure_entry{"dns.dnskey.flags.secure_entry_point", "Key Signing Key", mask(0x0001), named(yes_no)};
    u16 key_reserved{"dns.dnskey.flags.reserved", "Key Signing Key", hex, mask(0xfe7e)};
    u8 key_protocol{"dns.dnskey.protocol", "Protocol"};
    u8 key_algorithm{"dns.dnskey.algorithm", "Algorithm", named(algorithms)};
    u16 key_id{"dns.dnskey.key_id", "Key ID"};
    bytes key{"dns.dnskey.public_key", "Public Key"};
    u8 nsec3_algorithm{"dns.nsec3.algo", "Hash algorithm", named(nsec3_algo_names)};
    u8 nsec3_flags{"dns.nsec3.flags", "NSEC3 flags"};
    flag opt_out{"dns.nsec3.flags.opt_out", "NSEC3 Opt-out flag", mask(0x01), named(opt_out_truth)};
    u16 iterations{"dns.nsec3.iterations", "NSEC3 iterations"};
    u8 salt_length{"dns.nsec3.salt_length", "Salt length"};
    bytes salt{"dns.nsec3.salt_value", "Salt value"};
    u8 hash_length{"dns.nsec3.hash_length", "Hash length"};
    text hash{"dns.nsec3.hash_value", "Next hashed owner", coded(base32)};
};

/// RFC 9460.
struct Service {
    u16 priority{"dns.svcb.svcpriority", "SvcPriority"};
    text target{"dns.svcb.targetname", "TargetName", coded(dns_name)};
    subtree param{"dns.svcb.svcparam", "SvcParam"};
    u16 key{"dns.svcb.svcparam.key", "SvcParamKey", named(service_keys)};
    u16 length{"dns.svcb.svcparam.value.length", "SvcParamValue length"};
    bytes value{"dns.svcb.svcparam.value", "SvcParamValue"};
    u16 mandatory{"dns.svcb.svcparam.mandatory.key", "Mandatory key", named(service_keys)};
    u8 alpn_length{"dns.svcb.svcparam.alpn.length", "ALPN length"};
    text alpn{"dns.svcb.svcparam.alpn", "ALPN"};
    u16 port{"dns.svcb.svcparam.port", "Port"};
    ip4 ipv4{"dns.svcb.svcparam.ipv4hint.ip", "IP"};
    bytes ech{"dns.svcb.svcparam.echconfig", "ECHConfig"};
    ip6 ipv6{"dns.svcb.svcparam.ipv6hint.ip", "IP"};
    bytes odoh{"dns.svcb.svcparam.odohconfig", "ODoHConfig"};
};

inline constexpr Fields d;
inline constexpr Security s;
inline constexpr Service v;

/// RFC 4034 4.1.2: blocks of a window number, a length, and a bit for each type that is there.
inline void type_bitmap(Reader& r) {
    while (r.left() >= 2) {
        auto window = r.peek(1), length = r.peek(1, 1);
        if (length == 0 || length > 32 || length + 2 > r.left()) return r.error("malformed type bit map");
        for (unsigned byte = 0; byte < length; byte++)
            for (unsigned bit = 0; bit < 8; bit++)
                if (r.peek(1, 2 + byte) >> (7 - bit) & 1) r.make(s.mapped_type, window << 8 | byte << 3 | bit);
        r.read(s.bitmap, int(length + 2));
    }
}

inline constexpr auto texts = repeat(d.txt_length, d.txt(d.txt_length));
inline constexpr auto policies = repeat(d.spf_length, d.spf(d.spf_length));
inline constexpr auto naptr = sequence(
    d.naptr_order, d.naptr_preference, d.naptr_flags_length, d.naptr_flags(d.naptr_flags_length), d.naptr_service_length,
    d.naptr_service(d.naptr_service_length), d.naptr_regex_length, d.naptr_regex(d.naptr_regex_length), d.naptr_replacement);
inline constexpr auto signature = sequence(
    s.covered, s.rrsig_algorithm, s.labels, s.original_ttl, s.expiration, s.inception, s.key_tag, s.signer, s.signature(rest));
/// RFC 4034 appendix B: by which other records name a key. At: the key, behind the four bytes of its record that are no key.
/// args: the algorithm.
inline bool key_tag(const ComputeInput& in, std::uint64_t& out) {
    constexpr unsigned rsa_md5 = 1;  // is named by the end of its modulus
    if (in.args[0] == rsa_md5) return in.end - in.at >= 3 && (out = load_be(in.bytes.data() + in.end - 3, 2), true);
    std::uint64_t sum = 0;
    for (std::uint32_t i = in.at - 4; i < in.end; i++) sum += (i - in.at) & 1 ? in.bytes[i] : std::uint64_t(in.bytes[i]) << 8;
    return out = (sum + (sum >> 16 & 0xffff)) & 0xffff, true;
}
inline constexpr auto delegation = sequence(s.ds_key, s.ds_algorithm, s.ds_digest_type, s.ds_digest(rest));
inline constexpr auto zone_key = sequence(
    s.key_flags(s.zone_key, s.revoked, s.secure_entry, s.key_reserved), s.key_protocol, s.key_algorithm,
    make(s.key_id, key_tag, s.key_algorithm), s.key(rest));
inline constexpr auto hashed_denial = sequence(
    s.nsec3_algorithm, s.nsec3_flags(s.opt_out), s.iterations, s.salt_length, s.salt(s.salt_length));
inline constexpr auto service = sequence(
    v.priority, v.target,
    repeat(v.param(v.key, v.length, part(v.length, choice(v.key,
        when(0, repeat(v.mandatory)), when(1, repeat(v.alpn_length, v.alpn(v.alpn_length))), when(3, v.port), when(4, repeat(v.ipv4)),
        when(5, v.ech(rest)), when(6, repeat(v.ipv6)), when(32769, v.odoh(rest)), otherwise(if_set(left, v.value(rest)))))).shows(v.key)));
}  // namespace dns_record_data

inline constexpr dns_record_data::Fields dns_data;

/// The cases of a choice over a record's type; to be run in a part as long as the record's data. dns_more_records.h has further ones.
inline constexpr auto dns_record_cases = [] {
    using namespace layout;
    using namespace dns_record_data;
    return sequence(
        when(1, dns_data.a), when(28, dns_data.aaaa), when(2, dns_data.ns), when(5, dns_data.cname), when(12, dns_data.ptr),
        when(39, d.dname), when(7, d.mb), when(8, d.mg), when(9, d.mr), when(10, if_set(left, d.null(rest))),
        when(6, d.mname, d.rname, d.serial, d.refresh, d.retry, d.expire, d.minimum),
        when(13, d.cpu_length, d.cpu(d.cpu_length), d.os_length, d.os(d.os_length)),
        when(14, d.minfo_r, d.minfo_e), when(15, d.preference, d.exchange), when(16, texts), when(17, d.rp_mailbox, d.rp_txt),
        when(18, d.afsdb_subtype, d.afsdb_host), when(33, d.priority, d.weight, d.port, d.target), when(35, naptr),
        when(36, d.kx_preference, d.kx), when(41, repeat(dns_edns::option)),
        when(43, delegation),
        when(44, d.sshfp_algorithm, d.sshfp_type, d.sshfp(rest)), when(46, signature),
        // NSEC: multicast DNS compresses the name (RFC 6762 18.14).
        when(47, s.next_name, read(type_bitmap, s.mapped_type, s.bitmap)),
        when(48, zone_key),
        when(50, hashed_denial, s.hash_length, s.hash(s.hash_length), read(type_bitmap, s.mapped_type, s.bitmap)),
        when(51, hashed_denial), when(52, d.tlsa_usage, d.tlsa_selector, d.tlsa_matching, d.tlsa_data(rest)),
        when(64, service), when(65, service), when(99, policies),
        when(257, d.caa_flags(d.caa_critical), d.caa_tag_length, d.caa_tag(d.caa_tag_length), d.caa_value(rest)),
        otherwise(if_set(left, d.data(rest))));
}();

}  // namespace sallyport::protocols
