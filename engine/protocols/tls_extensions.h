// SPDX-License-Identifier: GPL-3.0-or-later
// Extensions of TLS hellos: RFC 6066, 8446 4.2; others name their RFC. The same extension may read otherwise in an answer.
#pragma once
#include "protocol/protocol.h"
#include "protocols/tls_groups.h"
#include "protocols/tls_names.h"
#include "protocols/tls_signatures.h"

namespace sallyport::protocols {
namespace tls_hello {
using namespace layout;
using tls_signed::s;

inline constexpr Choice name_types[] = {{0, "host_name"}};
inline constexpr Choice point_formats[] = {{0, "uncompressed"}, {1, "ansiX962_compressed_prime"}, {2, "ansiX962_compressed_char2"}};
inline constexpr Choice fragment_lengths[] = {{1, "512"}, {2, "1024"}, {3, "2048"}, {4, "4096"}};
inline constexpr Choice certificate_formats[] = {{0, "X.509"}, {1, "OpenPGP"}, {2, "Raw Public Key"}};
inline constexpr Choice heartbeat_modes[] = {{1, "Peer allowed to send requests"}, {2, "Peer not allowed to send requests"}};
inline constexpr Choice compressions[] = {{1, "zlib"}, {2, "brotli"}, {3, "zstd"}};
inline constexpr Choice psk_modes[] = {{0, "PSK-only key establishment (psk_ke)"}, {1, "PSK with (EC)DHE key establishment (psk_dhe_ke)"}};

using milliseconds = Sized<FieldType::absolute_time, 8>;

struct Fields {
    u16 type{"tls.handshake.extension.type", "Type", named(tls_extensions)};
    u16 len{"tls.handshake.extension.len", "Length"};
    bytes data{"tls.handshake.extension.data", "Data"};
    u16 names_length{"tls.handshake.extensions_server_name_list_len", "Server Name list length"};
    u8 name_type{"tls.handshake.extensions_server_name_type", "Server Name Type", named(name_types)};
    u16 name_length{"tls.handshake.extensions_server_name_len", "Server Name length"};
    text name{"tls.handshake.extensions_server_name", "Server Name"};
    u8 fragment_length{"tls.handshake.max_fragment_length", "Maximum Fragment Length", named(fragment_lengths)};
    u8 status_type{"tls.handshake.extensions_status_request_type", "Certificate Status Type", named(tls_status_types)};
    u16 status_list{"tls.handshake.extensions_status_request_list_len", "Certificate Status List Length"};
    u16 status_length{"tls.handshake.extensions_status_request_len", "Certificate Status Length"};
    u16 responders{"tls.handshake.extensions_status_request_responder_ids_len", "Responder ID list Length"};
    u16 request_extensions{"tls.handshake.extensions_status_request_exts_len", "Request Extensions Length"};
    bytes undecoded{"@undecoded", "Data"};
    u16 groups_length{"tls.handshake.extensions_supported_groups_length", "Supported Groups List Length"};
    u16 group_{"tls.handshake.extensions_supported_group", "Supported Group", hex, named(tls_groups)};
    u8 formats_length{"tls.handshake.extensions_ec_point_formats_length", "EC point formats Length"};
    u8 format{"tls.handshake.extensions_ec_point_format", "EC point format", named(point_formats)};
    u8 user_length{"tls.handshake.extensions_srp_len", "SRP username length"};
    text user{"tls.handshake.extensions_srp_username", "SRP username"};
    u8 heartbeat{"tls.handshake.extension.heartbeat.mode", "Mode", named(heartbeat_modes)};
    u16 alpn_length{"tls.handshake.extensions_alpn_len", "ALPN Extension Length"};
    u8 alpn_string_length{"tls.handshake.extensions_alpn_str_len", "ALPN string length"};
    text alpn{"tls.handshake.extensions_alpn_str", "ALPN Next Protocol"};
    u8 npn_length{"tls.handshake.extensions_npn_str_len", "Protocol string length"};
    text npn{"tls.handshake.extensions_npn", "Next Protocol"};
    u16 alps_length{"tls.handshake.extensions_alps_len", "ALPS Extension Length"};
    u8 alps_string_length{"tls.handshake.extensions_alps_alpn_str_len", "Supported ALPN Length"};
    text alps{"tls.handshake.extensions_alps_alpn_str", "Supported ALPN"};
    bytes alps_settings{"tls.handshake.extensions_alps.settings", "ALPN Opaque Settings"};
    u8 certificate_types_length{"tls.handshake.cert_type.types_len", "Certificate Type List Length"};
    u8 certificate_type{"tls.handshake.cert_type.type", "Certificate Type", hex, named(certificate_formats)};
    u8 compressions_length{"tls.compress_certificate.algorithms_length", "Algorithms Length"};
    u16 compression{"tls.compress_certificate.algorithm", "Algorithm", named(compressions)};
    u16 record_limit{"tls.record_size_limit", "Record Size Limit"};
    u8 versions_length{"tls.handshake.extensions.supported_versions_len", "Supported Versions length"};
    u16 version{"tls.handshake.extensions.supported_version", "Supported Version", hex, named(tls_versions)};
    u16 cookie_length{"tls.handshake.extensions.cookie_len", "Cookie length"};
    bytes cookie{"tls.handshake.extensions.cookie", "Cookie"};
    u16 shares_length{"tls.handshake.extensions_key_share_client_length", "Client Key Share Length"};
    u16 share_group{"tls.handshake.extensions_key_share_group", "Group", named(tls_groups)};
    u16 share_length{"tls.handshake.extensions_key_share_key_exchange_length", "Key Exchange Length"};
    bytes share{"tls.handshake.extensions_key_share_key_exchange", "Key Exchange"};
    u16 selected_group{"tls.handshake.extensions_key_share_selected_group", "Selected Group", named(tls_groups)};
    u32 early_data{"tls.early_data.max_early_data_size", "Maximum Early Data Size"};
    u8 connection_length{"tls.connection_id_length", "Connection ID length"};
    bytes connection{"tls.connection_id", "Connection ID"};
    u8 reneg_length{"tls.handshake.extensions_reneg_info_len", "Renegotiation info extension length"};
    bytes reneg{"tls.handshake.extensions_reneg_info", "Renegotiation info"};
    bytes padding{"tls.handshake.extensions_padding_data", "Padding Data"};
    bytes ticket{"tls.handshake.extensions_session_ticket", "Session Ticket"};
};

/// Keys that both sides know beforehand, RFC 8446 4.2.9 and 4.2.11.
struct PreShared {
    u8 modes_length{"tls.extension.psk_ke_modes_length", "PSK Key Exchange Modes Length"};
    u8 mode{"tls.extension.psk_ke_mode", "PSK Key Exchange Mode", named(psk_modes)};
    u16 identities{"tls.handshake.extensions.psk.identities.length", "Identities Length"};
    u16 length{"tls.handshake.extensions.psk.identity.identity_length", "Identity Length"};
    bytes identity{"tls.handshake.extensions.psk.identity.identity", "Identity"};
    u32 age{"tls.handshake.extensions.psk.identity.obfuscated_ticket_age", "Obfuscated Ticket Age"};
    u16 binders_length{"tls.handshake.extensions.psk.binders_len", "PSK Binders length"};
    bytes binders{"tls.handshake.extensions.psk.binders", "PSK Binders"};
    u16 selected{"tls.handshake.extensions.psk.identity.selected", "Selected Identity"};
};

/// Signed certificate timestamps, RFC 6962 3.2 and 3.3.
struct Timestamps {
    u16 list{"tls.sct.scts_length", "Serialized SCT List Length"};
    u16 length{"tls.sct.sct_length", "Serialized SCT Length"};
    u8 version{"tls.sct.sct_version", "SCT Version"};
    bytes log{"tls.sct.sct_logid", "Log ID"};
    milliseconds time{"tls.sct.sct_timestamp", "Timestamp", ticks(1'000'000)};
    u16 extensions_length{"tls.sct.sct_extensions_length", "Extensions length"};
    bytes extensions{"tls.sct.sct_extensions", "Extensions"};
    u16 signature_length{"tls.sct.sct_signature_length", "Signature Length"};
    bytes signature{"tls.sct.sct_signature", "Signature"};
};

inline constexpr Fields e;
inline constexpr PreShared p;
inline constexpr Timestamps t;

/// "Cipher Suites (11 suites)"
inline void tell_count(const LayerValues& v, const Field& each, const char* one, const char* many, std::string& line) {
    const std::size_t count = v.count(each);
    line += " (" + std::to_string(count) + (*one ? " " : "") + (count == 1 ? one : many) + ")";
}
inline void tell_groups(const LayerValues& v, std::string& line) { tell_count(v, e.group_, "group", "groups", line); }
inline void tell_formats(const LayerValues& v, std::string& line) { tell_count(v, e.format, "", "", line); }
inline void tell_types(const LayerValues& v, std::string& line) { tell_count(v, e.certificate_type, "", "", line); }
inline void tell_share(const LayerValues& v, std::string& line) {
    const char* name = v.choice(e.share_group);
    line += std::string(": Group: ") + (name ? name : "Unknown") + ", Key Exchange length: " + v.text(e.share_length);
}
inline void tell_identity(const LayerValues& v, std::string& line) { line += " (length: " + v.text(p.length) + ")"; }
inline void tell_extension(const LayerValues& v, std::string& line) {
    const char* name = v.choice(e.type);
    line += std::string(": ") + (name ? name : "Unknown type " + v.text(e.type)) + " (len=" + v.text(e.len) + ")";
}

struct Lists {
    subtree alpn{"tls.handshake.extensions_alpn_list", "ALPN Protocol"};
    subtree alps{"tls.handshake.extensions_alps_alpn_list", "Supported ALPN List"};
    subtree types{"tls.handshake.cert_type.types", "Certificate Type List"};
    subtree groups{"tls.handshake.extensions_supported_groups", "Supported Groups"};
    subtree formats{"tls.handshake.extensions_ec_point_formats", "Elliptic curves point formats"};
};
inline constexpr Lists lists;

inline constexpr auto server_names = group("Server Name Indication extension", e.names_length,
                                           part(e.names_length, repeat(e.name_type, e.name_length, e.name(e.name_length))));
inline constexpr auto status_request = sequence(
    e.responders, if_set(e.responders, e.undecoded(e.responders)), e.request_extensions,
    if_set(e.request_extensions, e.undecoded(e.request_extensions)));
inline constexpr auto status_requests = sequence(  // RFC 6961
    e.status_list, part(e.status_list, repeat(e.status_type, e.status_length, part(e.status_length,
        choice(e.status_type, between(1, 2, status_request), otherwise(if_set(left, e.undecoded(rest))))))));
inline constexpr auto alpn = sequence(  // RFC 7301
    e.alpn_length, part(e.alpn_length, lists.alpn(repeat(e.alpn_string_length, e.alpn(e.alpn_string_length)))));
inline constexpr auto application_settings = sequence(
    e.alps_length,
    part(e.alps_length, lists.alps(repeat(e.alps_string_length, e.alps(e.alps_string_length)))));
inline constexpr auto key_share =
    group("Key Share Entry", e.share_group, e.share_length, e.share(e.share_length)).shows(e.share_group).tells(tell_share);
inline constexpr auto timestamps = sequence(
    t.list, part(t.list, repeat(group("Signed Certificate Timestamp", t.length, part(t.length,
        t.version, t.log(32), t.time, t.extensions_length, if_set(t.extensions_length, t.extensions(t.extensions_length)),
        s.algorithm(s.hash, s.kind), t.signature_length, t.signature(t.signature_length))))));
inline constexpr auto identities = sequence(
    p.identities, part(p.identities, repeat(group("PSK Identity", p.length, p.identity(p.length), p.age).tells(tell_identity))),
    p.binders_length, p.binders(p.binders_length));

/// One extension of the message whose kind `message` tells: most are lists in a ClientHello, and an answer has one of them.
constexpr auto extension_of(const Field& message) {
    constexpr std::uint64_t client_hello = 1;
    const auto certificate_types = choice(message,
        when(client_hello, e.certificate_types_length,
             part(e.certificate_types_length, lists.types(repeat(e.certificate_type)).tells(tell_types))),
        otherwise(e.certificate_type));
    return group("Extension", e.type, e.len, part(e.len, if_set(left, choice(e.type,
        when(0, server_names), when(1, e.fragment_length),
        when(5, e.status_type, choice(e.status_type, when(1, status_request), otherwise(if_set(left, e.undecoded(rest))))),
        when(9, certificate_types), between(19, 20, certificate_types),                                     // RFC 6091, 7250
        when(10, e.groups_length, part(e.groups_length, lists.groups(repeat(e.group_)).tells(tell_groups))),
        when(11, e.formats_length, part(e.formats_length, lists.formats(repeat(e.format)).tells(tell_formats))),
        when(12, e.user_length, e.user(e.user_length)),                                                     // RFC 5054
        when(13, tls_signed::algorithms), when(34, tls_signed::algorithms), when(50, tls_signed::algorithms),
        when(15, e.heartbeat),                                                                              // RFC 6520
        when(16, alpn), when(17, status_requests), when(18, timestamps), when(21, e.padding(rest)),
        when(27, e.compressions_length, part(e.compressions_length, repeat(e.compression))),                // RFC 8879
        when(28, e.record_limit),                                                                           // RFC 8449
        when(35, e.ticket(rest)),
        when(41, group("Pre-Shared Key extension", choice(message, when(client_hello, identities), otherwise(p.selected)))),
        when(42, e.early_data),
        when(43, choice(message, when(client_hello, e.versions_length, part(e.versions_length, repeat(e.version))), otherwise(e.version))),
        when(44, e.cookie_length, e.cookie(e.cookie_length)),
        when(45, p.modes_length, part(p.modes_length, repeat(p.mode))),
        when(47, tls_signed::authorities),
        when(51, group("Key Share extension", choice(message,
            when(client_hello, e.shares_length, part(e.shares_length, repeat(key_share))),
            otherwise(choice(left, when(2, e.selected_group), otherwise(key_share)))))),
        between(53, 54, e.connection_length, if_set(e.connection_length, e.connection(e.connection_length))),  // RFC 9146
        when(13172, group("Next Protocol Negotiation", repeat(e.npn_length, e.npn(e.npn_length)))),
        when(17513, choice(message, when(client_hello, application_settings), otherwise(e.alps_settings(rest)))),
        when(65281, group("Renegotiation Info extension", e.reneg_length, if_set(e.reneg_length, e.reneg(e.reneg_length)))),  // RFC 5746
        otherwise(e.data(rest)))))).shows(e.type).tells(tell_extension);
}

}  // namespace tls_hello
}  // namespace sallyport::protocols
