// SPDX-License-Identifier: GPL-3.0-or-later
// Transport Layer Security: records, alerts and handshake messages in the clear. RFC 8446, 5246; extensions RFC 6066, 7301, 8422.
#include "protocol/conversation.h"
#include "protocols/tls_cipher_suites.h"
#include "protocols/tls_names.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice handshake_comp_method_names[] = {
    {0, "null"},
    {1, "DEFLATE"},
    {64, "LZS"},
};
constexpr Choice handshake_server_curve_type_names[] = {
    {0x01, "explicit_prime"},
    {0x02, "explicit_char2"},
    {0x03, "named_curve"},
};
constexpr Choice handshake_sig_hash_alg_names[] = {
    {0x0201, "rsa_pkcs1_sha1"},
    {0x0203, "ecdsa_sha1"},
    {0x0401, "rsa_pkcs1_sha256"},
    {0x0403, "ecdsa_secp256r1_sha256"},
    {0x0501, "rsa_pkcs1_sha384"},
    {0x0503, "ecdsa_secp384r1_sha384"},
    {0x0601, "rsa_pkcs1_sha512"},
    {0x0603, "ecdsa_secp521r1_sha512"},
    {0x0708, "sm2sig_sm3"},
    {0x0804, "rsa_pss_rsae_sha256"},
    {0x0805, "rsa_pss_rsae_sha384"},
    {0x0806, "rsa_pss_rsae_sha512"},
    {0x0807, "ed25519"},
    {0x0808, "ed448"},
    {0x0809, "rsa_pss_pss_sha256"},
    {0x080a, "rsa_pss_pss_sha384"},
    {0x080b, "rsa_pss_pss_sha512"},
    {0xfe0b, "falcon512"},
    {0xfe0c, "p256_falcon512"},
    {0xfe0d, "rsa3072_falcon512"},
    {0xfe0e, "falcon1024"},
    {0xfe0f, "p521_falcon1024"},
    {0xfe1b, "picnic3l1"},
    {0xfe1c, "p256_picnic3l1"},
    {0xfe1d, "rsa3072_picnic3l1"},
    {0xfe27, "rainbowIclassic"},
    {0xfe28, "p256_rainbowIclassic"},
    {0xfe29, "rsa3072_rainbowIclassic"},
    {0xfe3c, "rainbowVclassic"},
    {0xfe3d, "p521_rainbowVclassic"},
    {0xfe42, "sphincsharaka128frobust"},
    {0xfe43, "p256_sphincsharaka128frobust"},
    {0xfe44, "rsa3072_sphincsharaka128frobust"},
    {0xfe5e, "sphincssha256128frobust"},
    {0xfe5f, "p256_sphincssha256128frobust"},
    {0xfe60, "rsa3072_sphincssha256128frobust"},
    {0xfe7a, "sphincsshake256128frobust"},
    {0xfe7b, "p256_sphincsshake256128frobust"},
    {0xfe7c, "rsa3072_sphincsshake256128frobust"},
    {0xfe96, "picnicl1full"},
    {0xfe97, "p256_picnicl1full"},
    {0xfe98, "rsa3072_picnicl1full"},
    {0xfea0, "dilithium2"},
    {0xfea1, "p256_dilithium2"},
    {0xfea2, "rsa3072_dilithium2"},
    {0xfea3, "dilithium3"},
    {0xfea4, "p384_dilithium3"},
    {0xfea5, "dilithium5"},
    {0xfea6, "p521_dilithium5"},
    {0xfea7, "dilithium2_aes"},
    {0xfea8, "p256_dilithium2_aes"},
    {0xfea9, "rsa3072_dilithium2_aes"},
    {0xfeaa, "dilithium3_aes"},
    {0xfeab, "p384_dilithium3_aes"},
    {0xfeac, "dilithium5_aes"},
    {0xfead, "p521_dilithium5_aes"},
};
constexpr Choice handshake_extensions_server_name_type_names[] = {
    {0, "host_name"},
};
constexpr Choice handshake_extensions_ec_point_format_names[] = {
    {0, "uncompressed"},
    {1, "ansiX962_compressed_prime"},
    {2, "ansiX962_compressed_char2"},
};
constexpr Choice handshake_sig_hash_hash_names[] = {
    {0, "None"},
    {1, "MD5"},
    {2, "SHA1"},
    {3, "SHA224"},
    {4, "SHA256"},
    {5, "SHA384"},
    {6, "SHA512"},
    {7, "SM3"},
};
constexpr Choice handshake_sig_hash_sig_names[] = {
    {0, "Anonymous"},
    {1, "RSA"},
    {2, "DSA"},
    {3, "ECDSA"},
    {4, "SM2"},
};

constexpr struct {
    u8 content_type{"tls.record.content_type", "Content Type", named(tls_content_types), initial(22)};
    u8 opaque_type{"tls.record.opaque_type", "Opaque Type", named(tls_content_types), initial(23)};
    u16 version{"tls.record.version", "Version", hex, named(tls_versions), initial(0x0303)};
    u16 length{"tls.record.length", "Length"};
    u8 alert_level{"tls.alert_message.level", "Level", named(tls_alert_levels)};
    u8 alert_desc{"tls.alert_message.desc", "Description", named(tls_alerts)};
    bytes encrypted_alert{"tls.alert_message.encrypted", "Encrypted Alert"};
    bytes app_data{"tls.app_data", "Encrypted Application Data"};
    bytes change_cipher_spec{"tls.change_cipher_spec", "Change Cipher Spec Message"};
    bytes encrypted_handshake{"tls.handshake.encrypted", "Encrypted Handshake Message"};
    bytes segment{"tls.segment.data", "TLS segment data"};
} f;

constexpr struct {
    u8 type{"tls.handshake.type", "Handshake Type", named(tls_handshake_types), initial(1)};
    u24 length{"tls.handshake.length", "Length"};
    u16 version{"tls.handshake.version", "Version", hex, named(tls_versions), initial(0x0303)};
    bytes random{"tls.handshake.random", "Random"};
    unix_time random_time{"tls.handshake.random_time", "GMT Unix Time"};
    bytes random_bytes{"tls.handshake.random_bytes", "Random Bytes"};
    u8 session_id_length{"tls.handshake.session_id_length", "Session ID Length"};
    bytes session_id{"tls.handshake.session_id", "Session ID", colons};
    u16 suites_length{"tls.handshake.cipher_suites_length", "Cipher Suites Length"};
    u16 suite{"tls.handshake.ciphersuite", "Cipher Suite", hex, named(tls_cipher_suites)};
    u8 methods_length{"tls.handshake.comp_methods_length", "Compression Methods Length"};
    u8 method{"tls.handshake.comp_method", "Compression Method", named(handshake_comp_method_names)};
    u16 extensions_length{"tls.handshake.extensions_length", "Extensions Length"};
    u24 certificates_length{"tls.handshake.certificates_length", "Certificates Length"};
    u24 certificate_length{"tls.handshake.certificate_length", "Certificate Length"};
    bytes certificate{"tls.handshake.certificate", "Certificate", colons};
    u8 request_context_length{"tls.handshake.certificate_request_context_length", "Certificate Request Context Length"};
    u32 ticket_lifetime{"tls.handshake.session_ticket_lifetime_hint", "Session Ticket Lifetime Hint"};
    u16 ticket_length{"tls.handshake.session_ticket_length", "Session Ticket Length"};
    bytes ticket{"tls.handshake.session_ticket", "Session Ticket", colons};
    u8 curve_type{"tls.handshake.server_curve_type", "Curve Type", hex, named(handshake_server_curve_type_names)};
    u16 named_curve{"tls.handshake.server_named_curve", "Named Curve", hex, named(tls_groups)};
    u8 point_length{"tls.handshake.server_point_len", "Pubkey Length"};
    bytes point{"tls.handshake.server_point", "Pubkey", colons};
    u16 signature_algorithm{"tls.handshake.sig_hash_alg", "Signature Algorithm", hex, named(handshake_sig_hash_alg_names)};
    u16 signature_length{"tls.handshake.sig_len", "Signature Length"};
    bytes signature{"tls.handshake.sig", "Signature", colons};
    bytes data{"tls.handshake.data", "Data"};
} h;

constexpr struct {
    u16 type{"tls.handshake.extension.type", "Type", named(tls_extensions)};
    u16 len{"tls.handshake.extension.len", "Length"};
    bytes data{"tls.handshake.extension.data", "Data", colons};
    u16 names_length{"tls.handshake.extensions_server_name_list_len", "Server Name list length"};
    u8 name_type{"tls.handshake.extensions_server_name_type", "Server Name Type", named(handshake_extensions_server_name_type_names)};
    u16 name_length{"tls.handshake.extensions_server_name_len", "Server Name length"};
    text name{"tls.handshake.extensions_server_name", "Server Name"};
    u16 groups_length{"tls.handshake.extensions_supported_groups_length", "Supported Groups List Length"};
    u16 group_{"tls.handshake.extensions_supported_group", "Supported Group", hex, named(tls_groups)};
    u8 formats_length{"tls.handshake.extensions_ec_point_formats_length", "EC point formats Length"};
    u8 format{"tls.handshake.extensions_ec_point_format", "EC point format", named(handshake_extensions_ec_point_format_names)};
    u16 algorithms_length{"tls.handshake.sig_hash_alg_len", "Signature Hash Algorithms Length"};
    u16 algorithm{"tls.handshake.sig_hash_alg", "Signature Algorithm", hex, named(handshake_sig_hash_alg_names)};
    u8 hash{"tls.handshake.sig_hash_hash", "Signature Hash Algorithm Hash", mask(0xff00), named(handshake_sig_hash_hash_names)};
    u8 signature{"tls.handshake.sig_hash_sig", "Signature Hash Algorithm Signature", mask(0x00ff), named(handshake_sig_hash_sig_names)};
    u16 alpn_length{"tls.handshake.extensions_alpn_len", "ALPN Extension Length"};
    u8 alpn_string_length{"tls.handshake.extensions_alpn_str_len", "ALPN string length"};
    text alpn{"tls.handshake.extensions_alpn_str", "ALPN Next Protocol"};
    u8 versions_length{"tls.handshake.extensions.supported_versions_len", "Supported Versions length"};
    u16 version{"tls.handshake.extensions.supported_version", "Supported Version", hex, named(tls_versions)};
    u16 shares_length{"tls.handshake.extensions_key_share_client_length", "Client Key Share Length"};
    u16 share_group{"tls.handshake.extensions_key_share_group", "Group", named(tls_groups)};
    u16 share_length{"tls.handshake.extensions_key_share_key_exchange_length", "Key Exchange Length"};
    bytes share{"tls.handshake.extensions_key_share_key_exchange", "Key Exchange", colons};
    u16 selected_group{"tls.handshake.extensions_key_share_selected_group", "Selected Group", named(tls_groups)};
    u8 reneg_length{"tls.handshake.extensions_reneg_info_len", "Renegotiation info extension length"};
    bytes reneg{"tls.handshake.extensions_reneg_info", "Renegotiation info", colons};
    bytes padding{"tls.handshake.extensions_padding_data", "Padding Data"};
    bytes ticket{"tls.handshake.extensions_session_ticket", "Session Ticket", colons};
} e;

void tell_share(const LayerValues&, std::string&);
void tell_extension(const LayerValues&, std::string&);
void tell_groups(const LayerValues&, std::string&);
void tell_formats(const LayerValues&, std::string&);
void tell_algorithms(const LayerValues&, std::string&);
void tell_suites(const LayerValues&, std::string&);
void tell_methods(const LayerValues&, std::string&);
void tell_record(const LayerValues&, std::string&);

constexpr auto key_share =
    group("Key Share Entry", e.share_group, e.share_length, e.share(e.share_length)).shows(e.share_group).tells(tell_share);
constexpr auto server_names = group("Server Name Indication extension", e.names_length,
                                    part(e.names_length, repeat(e.name_type, e.name_length, e.name(e.name_length))));
constexpr auto signature_algorithms = sequence(
    e.algorithms_length,
    part(e.algorithms_length, group("Signature Hash Algorithms", repeat(e.algorithm(e.hash, e.signature))).tells(tell_algorithms)));
constexpr auto alpn =
    sequence(e.alpn_length, part(e.alpn_length, group("ALPN Protocol", repeat(e.alpn_string_length, e.alpn(e.alpn_string_length)))));
// In a ClientHello these are lists; a ServerHello (or a HelloRetryRequest) answers with one (RFC 8446 4.2.1, 4.2.8).
constexpr auto supported_versions = choice(h.type,
    when(1, e.versions_length, part(e.versions_length, repeat(e.version))), otherwise(e.version));
constexpr auto key_shares = choice(h.type, when(1, e.shares_length, part(e.shares_length, repeat(key_share))),
                                   otherwise(choice(left, when(2, e.selected_group), otherwise(key_share))));

constexpr auto extension = group("Extension",
    e.type, e.len, part(e.len, if_set(left, choice(e.type,
        when(0, server_names),
        when(10, e.groups_length, part(e.groups_length, group("Supported Groups", repeat(e.group_)).tells(tell_groups))),
        when(11, e.formats_length, part(e.formats_length, group("Elliptic curves point formats", repeat(e.format)).tells(tell_formats))),
        when(13, signature_algorithms), when(50, signature_algorithms),
        when(16, alpn),
        when(21, e.padding(rest)),
        when(35, e.ticket(rest)),
        when(43, supported_versions),
        when(51, group("Key Share extension", key_shares)),
        when(65281, group("Renegotiation Info extension", e.reneg_length, if_set(e.reneg_length, e.reneg(e.reneg_length)))),
        otherwise(e.data(rest)))))).shows(e.type).tells(tell_extension);
constexpr auto extensions = if_set(left, h.extensions_length, part(h.extensions_length, repeat(extension)));

constexpr struct {
    u8 encrypted{"@encrypted", ""};
    u8 tls13{"@tls13", ""};
} state;

/// RFC 8446 4.1.3: a ServerHello whose supported_versions extension selects TLS 1.3; its random is all random. Runs at the version.
bool is_tls13_answer(const ComputeInput& in, std::uint64_t& out) {
    constexpr std::uint32_t before_session = 34, behind_session = 3 + 2;      // suite, method, length of the extensions
    const std::uint8_t* p = in.bytes.data() + in.at;
    std::uint32_t left = in.end - in.at;
    out = 0;
    if (in.args[0] != 2 || left <= before_session) return true;
    std::uint32_t at = before_session + 1 + p[before_session] + behind_session;
    for (; at + 4 <= left; at += 4 + std::uint32_t(load_be(p + at + 2, 2)))
        if (load_be(p + at, 2) == 43) out = at + 6 <= left && (load_be(p + at + 4, 2) == 0x0304 || p[at + 4] == 0x7f);   // 0x7f: a draft
    return true;
}

constexpr auto hello_start = sequence(make(state.tls13, is_tls13_answer, h.type), h.version,
                                      h.random(32, if_zero(state.tls13, h.random_time, h.random_bytes(28))), h.session_id_length,
                                      if_set(h.session_id_length, h.session_id(h.session_id_length)));
constexpr auto client_hello = sequence(hello_start,
    h.suites_length, part(h.suites_length, group("Cipher Suites", repeat(h.suite)).tells(tell_suites)),
    h.methods_length, part(h.methods_length, group("Compression Methods", repeat(h.method)).tells(tell_methods)), extensions);
constexpr auto server_hello = sequence(hello_start, h.suite, h.method, extensions);
constexpr auto certificates =
    sequence(h.certificates_length, part(h.certificates_length, repeat(h.certificate_length, h.certificate(h.certificate_length))));
constexpr auto server_key_exchange =
    choice(peek(1),
           when(3, h.curve_type, h.named_curve, h.point_length, h.point(h.point_length),
                if_set(left, h.signature_algorithm(e.hash, e.signature), h.signature_length, h.signature(h.signature_length))),
           otherwise(h.data(rest)));

/// A handshake message in the clear: a known type whose length is credible. Others are encrypted (or go on in the next record).
bool in_the_clear(Bytes message) {
    const std::uint8_t* p = message.data();
    const std::size_t left = message.size();
    if (left < 4) return false;
    bool known = p[0] <= 2 || p[0] == 4 || p[0] == 5 || p[0] == 6 || p[0] == 8 || (p[0] >= 11 && p[0] <= 16) ||
                 (p[0] >= 20 && p[0] <= 25) || p[0] == 67;
    std::uint64_t length = load_be(p + 1, 3);
    if (p[0] == 0 && left > 4) return false;          // a HelloRequest stands alone; zeros in front are the nonce of what is encrypted
    return known && length + 4 <= left;
}
bool encrypted(const ComputeInput& in, std::uint64_t& out) { return out = !in_the_clear(in.bytes.subspan(in.at, in.end - in.at)), true; }

constexpr auto handshake = repeat(
    make(state.encrypted, encrypted),
    choice(state.encrypted, when(1, f.encrypted_handshake(rest), stop())),
    group("Handshake Protocol",
        h.type, h.length, part(h.length, choice(h.type,
            when(1, client_hello), when(2, server_hello),
            when(4, choice(left, between(6, 0xffffff, h.ticket_lifetime, h.ticket_length, h.ticket(h.ticket_length)))),
            when(11, certificates), when(12, server_key_exchange),
            otherwise(if_set(left, h.data(rest)))))).shows(h.type));

// A record that is cut at the end of the segment goes on in the next one.
bool whole_record(const ComputeInput& in, std::uint64_t& out) {
    const std::uint8_t* p = in.bytes.data() + in.at;
    std::uint32_t left = in.end - in.at;
    return out = left >= 5 && p[0] >= 20 && p[0] <= 24 && p[1] == 3 && p[2] <= 4 && load_be(p + 3, 2) + 5 <= left, true;
}

constexpr std::uint8_t application_data = 23, handshake_record = 22, client_hello_message = 1, server_hello_message = 2;

/// RFC 8446 4.1.3: from the ServerHello on the conversation is known to speak TLS 1.3.
void learn_version(const ComputeInput& in, ConversationMemory& memory) {
    constexpr std::uint32_t record_header = 5, to_version = record_header + 4;
    for (std::uint32_t at = in.at; at + to_version < in.end; at += record_header + std::uint32_t(load_be(in.bytes.data() + at + 3, 2))) {
        const std::uint8_t* const record = in.bytes.data() + at;
        if (record[0] != handshake_record || record[record_header] != server_hello_message) continue;
        std::uint64_t chosen = 0;
        ComputeInput hello = in;
        hello.at = at + to_version, hello.args[0] = server_hello_message;
        if (is_tls13_answer(hello, chosen) && chosen) return teach_fact(in, memory, 1);
    }
}
/// RFC 8446 5.2: what the record says to be application data may be anything, its type is encrypted with it.
bool hides_type(const ComputeInput& in, std::uint64_t& out) {
    return out = in.at < in.end && in.bytes[in.at] == application_data && known_fact(in), true;
}

constexpr struct { u8 whole_{"@whole", ""}, opaque{"@opaque", ""}; } cut;
constexpr auto opaque_record = group("TLS Record Layer", f.opaque_type, f.version, f.length, part(f.length, if_set(left, f.app_data(rest))))
                                   .shows(f.opaque_type)
                                   .tells(tell_record);
constexpr auto items = repeat(
    make(cut.whole_, whole_record),
    choice(cut.whole_, when(0, f.segment(rest), stop())),
    make(cut.opaque, hides_type),
    choice(cut.opaque, when(1, opaque_record), otherwise(group("TLS Record Layer",
        f.content_type, f.version, f.length,
        part(f.length, choice(f.content_type,
            when(20, f.change_cipher_spec(rest)),
            when(21, choice(left, when(2, f.alert_level, f.alert_desc), otherwise(if_set(left, f.encrypted_alert(rest))))),
            when(22, handshake),
            otherwise(if_set(left, f.app_data(rest)))))).shows(f.content_type).tells(tell_record))));

void append_word(std::string_view word, std::string& out) {
    if (!out.empty()) out += ", ";
    out += word;
}
/// The messages of one handshake record, as far as they are in the clear.
void append_messages(Bytes record, const std::string& server_name, std::string& out) {
    constexpr std::size_t message_header = 4;
    while (!record.empty()) {
        if (!in_the_clear(record)) return append_word("Encrypted Handshake Message", out);
        const char* name = choice_text(tls_handshake_types, record[0]);
        append_word(name ? name : "Handshake", out);
        if (record[0] == client_hello_message && !server_name.empty()) out += " (SNI=" + server_name + ")";
        record = record.subspan(std::min(record.size(), message_header + std::size_t(load_be(record.data() + 1, 3))));
    }
}
void append_alert(Bytes record, std::string& out) {
    if (record.size() != 2) return append_word("Encrypted Alert", out);
    const char *level = choice_text(tls_alert_levels, record[0]), *description = choice_text(tls_alerts, record[1]);
    const auto known = [](const char* name) { return std::string(name ? name : "Unknown"); };
    append_word("Alert (Level: " + known(level) + ", Description: " + known(description) + ")", out);
}
void info(const LayerValues& v, std::string& out) {
    constexpr std::size_t record_header = 5;
    const std::string server_name = v.has(e.name) ? v.text(e.name) : std::string();
    out.clear();
    for (Bytes left = v.bytes(); left.size() >= record_header;) {
        const std::size_t size = record_header + std::size_t(load_be(left.data() + 3, 2));
        if (left[0] < 20 || left[0] > 24 || left[1] != 3 || size > left.size()) break;
        const Bytes record = left.subspan(record_header, size - record_header);
        if (left[0] == handshake_record) append_messages(record, server_name, out);
        else if (left[0] == 21) append_alert(record, out);
        else append_word(left[0] == 20 ? "Change Cipher Spec" : left[0] == application_data ? "Application Data" : "Heartbeat", out);
        left = left.subspan(size);
    }
    if (out.empty()) out = "Continuation Data";
}
constexpr Choice version_names[] = {
    {0x0300, "SSLv3"}, {0x0301, "TLSv1"}, {0x0302, "TLSv1.1"}, {0x0303, "TLSv1.2"}, {0x0304, "TLSv1.3"}};

/// "Cipher Suites (11 suites)"
void tell_count(const LayerValues& v, const Field& each, const char* one, const char* many, std::string& line) {
    const std::size_t count = v.count(each);
    line += " (" + std::to_string(count) + (*one ? " " : "") + (count == 1 ? one : many) + ")";
}
void tell_suites(const LayerValues& v, std::string& line) { tell_count(v, h.suite, "suite", "suites", line); }
void tell_methods(const LayerValues& v, std::string& line) { tell_count(v, h.method, "method", "methods", line); }
void tell_groups(const LayerValues& v, std::string& line) { tell_count(v, e.group_, "group", "groups", line); }
void tell_formats(const LayerValues& v, std::string& line) { tell_count(v, e.format, "", "", line); }
void tell_algorithms(const LayerValues& v, std::string& line) { tell_count(v, e.algorithm, "algorithm", "algorithms", line); }
void tell_share(const LayerValues& v, std::string& line) {
    const char* name = v.choice(e.share_group);
    line += std::string(": Group: ") + (name ? name : "Unknown") + ", Key Exchange length: " + v.text(e.share_length);
}
void tell_extension(const LayerValues& v, std::string& line) {
    const char* name = v.choice(e.type);
    line += std::string(": ") + (name ? name : "Unknown type " + v.text(e.type)) + " (len=" + v.text(e.len) + ")";
}
/// "TLSv1.2 Record Layer: Handshake Protocol: Client Hello"
void tell_record(const LayerValues& v, std::string& line) {
    const bool hidden_type = v.has(f.opaque_type);
    const char* version = hidden_type ? "TLSv1.3" : choice_text(version_names, v.number(f.version));
    line = std::string(version ? version : "TLS") + " Record Layer: ";
    const std::size_t messages = v.count(h.type);
    switch (hidden_type ? application_data : v.number(f.content_type)) {
        case 20: line += "Change Cipher Spec Protocol: Change Cipher Spec"; break;
        case 21:
            if (!v.has(f.alert_desc)) line += "Encrypted Alert";
            else {
                const auto name = [](const char* known) { return std::string(known ? known : "Unknown"); };
                line += "Alert (Level: " + name(v.choice(f.alert_level)) + ", Description: " + name(v.choice(f.alert_desc)) + ")";
            }
            break;
        case handshake_record:
            line += "Handshake Protocol: ";
            if (messages > 1) line += "Multiple Handshake Messages";
            else line += messages && v.choice(h.type) ? v.choice(h.type) : "Encrypted Handshake Message";
            break;
        case application_data: line += "Application Data Protocol"; break;
        default: line += "Heartbeat"; break;
    }
}

/// The version that was agreed on, as far as this packet knows it; else that of its first record.
void speaks(const LayerValues& v, std::string& out) {
    const bool answers = v.number(h.type) == server_hello_message && v.has(e.version);
    const std::uint64_t version = v.has(f.opaque_type) ? 0x0304 : answers ? v.number(e.version) : v.number(f.version);
    if (const char* name = choice_text(version_names, version)) out = name;
}
bool looks_right(Bytes b) {
    return b.size() >= 5 && b[0] >= 20 && b[0] <= 23 && b[1] == 3 && b[2] <= 4 && (b[3] | b[4]) &&
           load_be(b.data() + 3, 2) <= 0x4800;  // RFC 8446 5.2
}
constexpr Parent parents[] = {{"tcp.port", 443}, {"tcp.port", 465}, {"tcp.port", 636}, {"tcp.port", 853},
                              {"tcp.port", 989}, {"tcp.port", 990}, {"tcp.port", 993}, {"tcp.port", 995}};
constexpr const char* guessed_in[] = {"tcp.port"};
}  // namespace

extern const Protocol tls;
constexpr Protocol tls{.name = "tls",
                       .label = "Transport Layer Security",
                       .column = "TLS",
                       .items = items,
                       .parents = parents,
                       .guessed_in = guessed_in,
                       .looks_right = looks_right,
                       .info = info,
                       .speaks = speaks,
                       .teaches = learn_version,
                       .sticks = true};

}  // namespace sallyport::protocols
