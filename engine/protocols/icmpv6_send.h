// SPDX-License-Identifier: GPL-3.0-or-later
// Secure neighbour discovery, RFC 3971: its options and its two messages. Certificates and names in ASN.1 are passed over.
#pragma once
#include "base/time_text.h"
#include "protocol/reader.h"

namespace sallyport::protocols::icmpv6_send {
using namespace layout;

inline constexpr Choice name_types[] = {
    {1, "DER Encoded X.501 Name"}, {2, "FQDN"}, {3, "SHA-1 Subject Key Identifier (SKI)"}, {4, "SHA-224 Subject Key Identifier (SKI)"},
    {5, "SHA-256 Subject Key Identifier (SKI)"}, {6, "SHA-384 Subject Key Identifier (SKI)"}, {7, "SHA-512 Subject Key Identifier (SKI)"},
    {253, "Reserved for Experimental Use"}, {254, "Reserved for Experimental Use"}, {255, "Reserved"},
};
inline constexpr Choice certificate_types[] = {{1, "X.509v3 Certificate"}};

/// RFC 3971 5.3.1: seconds since 1970 in 48 bits, and 64K-ths of one in 16.
inline std::int64_t measure_time(const CodedPlace& place, std::uint64_t& value) {
    constexpr std::uint64_t second = 1'000'000'000, latest = ~0ull / 2 / second - 1;
    if (place.end - place.at < 8) return -1;
    const std::uint64_t seconds = load_be(place.bytes.data() + place.at, 6), fraction = load_be(place.bytes.data() + place.at + 6, 2);
    if (seconds > latest) return -1;
    return value = seconds * second + (fraction * second >> 16), 8;
}
inline bool parse_time(std::string_view human, ByteBuffer& wire) {
    constexpr std::int64_t second = 1'000'000'000;
    std::int64_t ns = 0;
    if (!parse_absolute_time(human, ns) || ns < 0) return false;
    const auto fraction = std::uint64_t(((ns % second << 16) + second - 1) / second);  // upwards: it reads as the same nanosecond again
    const std::size_t at = wire.size();
    wire.resize(at + 8);
    store_number(wire.data() + at, 8, false, (std::uint64_t(ns / second) << 16) + fraction);
    return true;
}
inline constexpr Coding time_coding{.measure = measure_time, .parse = parse_time, .expected = words("a time as 2026-11-23 12:00:00.5")};

inline void tell_certificate(const LayerValues&, std::string&);
struct Fields {
    u8 pad_length{"icmpv6.opt.cga.pad_length", "Pad Length"};
    bytes reserved{"icmpv6.opt.reserved", "Reserved", tells([](const LayerValues&, std::string& line) { line = "Reserved"; })};
    bytes address{"icmpv6.opt.cga", "CGA"};
    bytes modifier{"icmpv6.opt.cga.modifier", "Modifier"};
    bytes prefix{"icmpv6.opt.cga.subnet_prefix", "Subnet Prefix"};
    bytes count{"icmpv6.opt.cga.count", "Count"};
    subtree public_key{"icmpv6.opt.cga.subject_public_key_info", "Subject Public Key Info"};
    u16 extension_type{"icmpv6.opt.cga.ext_type", "Ext Type"};
    u16 extension_length{"icmpv6.opt.cga.ext_length", "Ext Length"};
    bytes extension{"icmpv6.opt.cga.ext_data", "Ext Data"};
    subtree padding{"icmpv6.opt.padding", "Padding"};
    bytes key_hash{"icmpv6.opt.rsa.key_hash", "Key Hash"};
    subtree signature{"icmpv6.opt.digital_signature_padding", "Digital Signature and Padding"};
    Sized<FieldType::absolute_time, 0> time{"icmpv6.opt.timestamp", "Timestamp", coded(time_coding)};
    u8 name_type{"icmpv6.opt.name_type", "Name Type", named(name_types)};
    bytes x501{"icmpv6.opt.name_x501", "DER Encoded X.501 Name"};
    text name{"icmpv6.opt.name_type.fqdn", "FQDN"};
    u8 certificate_type{"icmpv6.opt.name_type", "Cert Type", named(certificate_types), tells(tell_certificate)};
    subtree certificate{"icmpv6.x509_Certificate", "Certificate"};
    subtree unknown_certificate{"icmpv6.opt.certificate_padding", "Certificate and Padding"};
    u16 identifier{"icmpv6.send.identifier", "Identifier"};
    u16 all_components{"icmpv6.send.all_components", "All Components"};
    u16 component{"icmpv6.send.component", "Component"};
};
inline constexpr Fields s;

inline void tell_certificate(const LayerValues& v, std::string& line) {
    if (!v.choice(s.certificate_type)) line = "Cert Type: Unknown (" + v.text(s.certificate_type) + ")";
}

/// Bytes of the value of ASN.1 that stands here, tag and length included (X.690 8.1.3); 0: it is none that fits.
inline std::uint32_t asn1_size(const Reader& r) {
    constexpr std::uint64_t long_form = 0x80, most_octets = 4;
    if (r.left() < 2) return 0;
    const std::uint64_t first = r.peek(1, 1), octets = first & long_form ? first & 0x7f : 0;
    if (octets > most_octets || (first == long_form)) return 0;
    const std::uint64_t size = 2 + octets + (octets ? r.peek(unsigned(octets), 2) : first);
    return size <= r.left() ? std::uint32_t(size) : 0;
}
/// A part that has a name and bytes that are not told.
inline void pass(Reader& r, const Field& f, std::uint32_t size) {
    if (auto g = r.group(f)) r.skip(size);
}
/// RFC 3972 3: the parameters that an address was made of. An option is padded, and says by how much in front.
inline void read_cga(Reader& r) {
    const Number padding = r.read(s.pad_length);
    r.read(s.reserved, Number(1));
    if (r.left() < padding.value()) return r.error("cut short");
    if (auto g = r.field(s.address, Number(int(r.left() - padding.value())))) {
        r.read(s.modifier, Number(16)), r.read(s.prefix, Number(8)), r.read(s.count, Number(1));
        const std::uint32_t key = asn1_size(r);
        if (!key) return r.error("cut short");
        pass(r, s.public_key, key);
        while (r.more()) {
            r.read(s.extension_type);
            r.read(s.extension, r.read(s.extension_length));
        }
    }
    if (r.more()) pass(r, s.padding, r.left());
}
/// RFC 3971 6.4.3: an authority that is trusted.
inline void read_anchor(Reader& r) {
    enum NameType : std::int64_t { x501 = 1, domain = 2 };
    const std::int64_t type = r.read(s.name_type).value(), padding = r.read(s.pad_length).value();
    if (r.left() < padding) return r.error("cut short");
    const Number size(int(r.left() - padding));
    if (type == x501) r.read(s.x501, size);
    else if (type == domain) r.read(s.name, size);
    if (r.more()) pass(r, s.padding, r.left());
}
inline void read_certificate(Reader& r) {
    const bool is_known = r.read(s.certificate_type).value() == 1;
    r.read(s.reserved, Number(1));
    const std::uint32_t size = asn1_size(r);
    if (!is_known) return pass(r, s.unknown_certificate, r.left());
    if (!size) return r.error("cut short");
    pass(r, s.certificate, size);
    if (r.more()) pass(r, s.padding, r.left());
}

/// The cases of a choice over the option's type, likewise for icmpv6_options::cases.
inline constexpr auto cases = sequence(
    when(11, read(read_cga, s.pad_length, s.reserved, s.address, s.modifier, s.prefix, s.count, s.public_key, s.extension_type,
                  s.extension_length, s.extension, s.padding)),
    when(12, s.reserved(2), s.key_hash(16), s.signature(skip(rest))), when(13, s.reserved(6), s.time),
    when(15, read(read_anchor, s.name_type, s.pad_length, s.x501, s.name, s.padding)),
    when(16, read(read_certificate, s.certificate_type, s.reserved, s.certificate, s.unknown_certificate, s.padding)));
inline constexpr auto solicitation = sequence(s.identifier, s.component);
inline constexpr auto advertisement = sequence(s.identifier, s.all_components, s.component);

}  // namespace sallyport::protocols::icmpv6_send
