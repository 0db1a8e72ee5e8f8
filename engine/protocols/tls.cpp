// SPDX-License-Identifier: GPL-3.0-or-later
// Transport Layer Security: records, alerts and handshake messages in the clear. RFC 8446, 5246; extensions RFC 6066, 7301, 8422.
#include "protocol/conversation.h"
#include "protocols/durations.h"
#include "protocols/tls_exchange.h"
#include "protocols/tls_extensions.h"
#include "protocols/tls_fragments.h"
#include "protocols/tls_ssl2.h"
#include <cstdio>
#include <optional>

namespace sallyport::protocols {
namespace {
using namespace layout;
using tls_hello::e;
using tls_fragments::handshake_record;
using tls_fragments::in_the_clear;

constexpr Choice handshake_comp_method_names[] = {
    {0, "null"},
    {1, "DEFLATE"},
    {64, "LZS"},
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

void tell_lifetime(const LayerValues&, std::string&);
void tell_random(const LayerValues&, std::string&);
constexpr struct {
    u8 type{"tls.handshake.type", "Handshake Type", named(tls_handshake_types), initial(1)};
    u24 length{"tls.handshake.length", "Length"};
    u16 version{"tls.handshake.version", "Version", hex, named(tls_versions), initial(0x0303)};
    bytes random{"tls.handshake.random", "Random", tells(tell_random)};
    unix_time random_time{"tls.handshake.random_time", "GMT Unix Time"};
    bytes random_bytes{"tls.handshake.random_bytes", "Random Bytes"};
    u8 session_id_length{"tls.handshake.session_id_length", "Session ID Length"};
    bytes session_id{"tls.handshake.session_id", "Session ID"};
    u16 suites_length{"tls.handshake.cipher_suites_length", "Cipher Suites Length"};
    u16 suite{"tls.handshake.ciphersuite", "Cipher Suite", hex, named(tls_cipher_suites)};
    u8 methods_length{"tls.handshake.comp_methods_length", "Compression Methods Length"};
    u8 method{"tls.handshake.comp_method", "Compression Method", named(handshake_comp_method_names)};
    u16 extensions_length{"tls.handshake.extensions_length", "Extensions Length"};
    u24 certificates_length{"tls.handshake.certificates_length", "Certificates Length"};
    u24 certificate_length{"tls.handshake.certificate_length", "Certificate Length"};
    bytes certificate{"tls.handshake.certificate", "Certificate"};
    u8 request_context_length{"tls.handshake.certificate_request_context_length", "Certificate Request Context Length"};
    u32 ticket_lifetime{"tls.handshake.session_ticket_lifetime_hint", "Session Ticket Lifetime Hint", tells(tell_lifetime)};
    u16 ticket_length{"tls.handshake.session_ticket_length", "Session Ticket Length"};
    bytes ticket{"tls.handshake.session_ticket", "Session Ticket"};
    u8 kinds_count{"tls.handshake.cert_types_count", "Certificate types count"};
    u8 kind{"tls.handshake.cert_type", "Certificate type", named(tls_certificate_kinds)};
    u24 responses_length{"tls.handshake.ocsp_response_list_len", "OCSP Response List Length"};
    u24 response_length{"tls.handshake.ocsp_response_len", "OCSP Response Length"};
    bytes data{"tls.handshake.data", "Data"};
} h;

constexpr struct {
    u8 type{"tls.heartbeat_message.type", "Type", named(tls_heartbeat_types)};
    u16 length{"tls.heartbeat_message.payload_length", "Payload Length"};
    bytes payload{"tls.heartbeat_message.payload", "Payload"};
    bytes padding{"tls.heartbeat_message.padding", "Padding and HMAC"};
    u8 clear{"@clear", ""}, cut{"@cut", ""};
} beat;

constexpr auto extensions = if_set(left, h.extensions_length, part(h.extensions_length, repeat(tls_hello::extension_of(h.type))));

void tell_message(const LayerValues&, std::string&);
void tell_kinds(const LayerValues&, std::string&);
void tell_suites(const LayerValues&, std::string&);
void tell_methods(const LayerValues&, std::string&);
void tell_record(const LayerValues&, std::string&);
void tell_certificates(const LayerValues& v, std::string& line) { line += " (" + std::to_string(v.length()) + " bytes)"; }

constexpr struct {
    subtree record{"tls.record", "TLS Record Layer", tells(tell_record)};
    subtree handshake{"tls.handshake", "Handshake Protocol", tells(tell_message)};
    subtree suites{"tls.handshake.ciphersuites", "Cipher Suites", tells(tell_suites)};
    subtree methods{"tls.handshake.comp_methods", "Compression Methods", tells(tell_methods)};
    subtree certificates{"tls.handshake.certificates", "Certificates", tells(tell_certificates)};
    subtree kinds{"tls.handshake.cert_types", "Certificate types", tells(tell_kinds)};
    subtree alert{"tls.alert_message", "Alert Message"};
    subtree heartbeat{"tls.heartbeat_message", "Heartbeat Message"};
} parts;

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
    h.suites_length, part(h.suites_length, parts.suites(repeat(h.suite))),
    h.methods_length, part(h.methods_length, parts.methods(repeat(h.method))), extensions);
constexpr auto server_hello = sequence(hello_start, h.suite, h.method, extensions);
constexpr auto certificates =
    sequence(h.certificates_length, part(h.certificates_length,
        parts.certificates(repeat(h.certificate_length, h.certificate(h.certificate_length)))));
constexpr auto certificate_request = sequence(
    h.kinds_count, part(h.kinds_count, parts.kinds(repeat(h.kind))), tls_signed::accepted);
constexpr auto certificate_status = sequence(e.status_type, choice(e.status_type,                     // RFC 6066 8, 6961 2.2
    when(1, h.response_length, if_set(h.response_length, group("OCSP Response", h.data(h.response_length)))),
    when(2, h.responses_length, part(h.responses_length,
        repeat(h.response_length, if_set(h.response_length, group("OCSP Response", h.data(h.response_length)))))),
    otherwise(if_set(left, h.data(rest)))));
constexpr auto session_ticket = choice(left, between(6, 0xffffff,
    group("TLS Session Ticket", h.ticket_lifetime, h.ticket_length, h.ticket(h.ticket_length))));     // RFC 5077 3.3

constexpr auto message = parts.handshake(
    h.type, h.length, part(h.length, choice(h.type,
        when(1, client_hello), when(2, server_hello),
        when(4, session_ticket), when(8, extensions), when(11, certificates), when(12, tls_exchange::server_key_exchange),
        when(13, certificate_request), when(15, tls_signed::verification), when(16, tls_exchange::client_key_exchange),
        when(22, certificate_status),
        otherwise(if_set(left, h.data(rest)))))).shows(h.type).tells(tell_message);
constexpr auto handshake = if_set(left,
    make(tls_fragments::g.behind, tls_fragments::count_behind, tls_fragments::g.behind, f.length),
    if_set(tls_fragments::g.size, tls_fragments::goes_on(use(message))),
    if_set(left,
        repeat(
            make(state.encrypted, tls_fragments::form_of_message, tls_fragments::g.behind),
            choice(state.encrypted, when(0), when(1, f.encrypted_handshake(rest), stop()), otherwise(stop())),
            use(message)),
        choice(state.encrypted, when(0), when(1), otherwise(tls_fragments::begins(state.encrypted)))));

// A record that is cut at the end of the segment goes on in the next one.
bool whole_record(const ComputeInput& in, std::uint64_t& out) {
    return out = tls_fragments::is_whole_record(in.bytes, in.at, in.end), true;
}

constexpr std::uint8_t application_data = 23, client_hello_message = 1, server_hello_message = 2, hello_retry_request = 6;

/// The cipher suite of a ServerHello, from its version on; nothing where it is cut.
std::optional<std::uint32_t> suite_of(Bytes hello) {
    constexpr std::size_t before_session = 34;
    if (hello.size() <= before_session) return std::nullopt;
    const std::size_t at = before_session + 1 + hello[before_session];
    if (hello.size() < at + 2) return std::nullopt;
    return std::uint32_t(load_be(hello.data() + at, 2));
}
/// What a ServerHello agreed on, from its version on; 0: it is cut before that.
std::uint32_t agreement_of(Bytes hello, const ComputeInput& in) {
    ComputeInput at_version = in;
    at_version.bytes = hello, at_version.at = 0, at_version.end = std::uint32_t(hello.size()), at_version.args[0] = server_hello_message;
    std::uint64_t chosen = 0;
    if (is_tls13_answer(at_version, chosen) && chosen) return tls_exchange::agreed_tls13;
    const auto suite = suite_of(hello);
    return suite ? tls_exchange::agreed_suite + *suite : 0;
}
/// RFC 8446 4.1.3, 5246 7.4.1.3: from the ServerHello on the conversation is known to speak TLS 1.3, or with which cipher suite.
void learn_agreement(const ComputeInput& in, ConversationMemory& memory) {
    constexpr std::uint32_t record_header = tls_fragments::record_header, to_version = tls_fragments::message_header;
    tls_fragments::BytesBehind behind;
    const Bytes all = in.bytes.subspan(in.at, in.end - in.at);
    const std::uint32_t first = in.at + (tls_ssl2::is_hello(all) ? tls_ssl2::size_of(all) : 0);
    for (std::uint32_t at = first, record_end = 0; at + record_header < in.end; at = record_end) {
        const std::uint8_t* const record = in.bytes.data() + at;
        const std::uint32_t begin = at + record_header;
        record_end = std::uint32_t(std::min<std::uint64_t>(in.end, begin + load_be(record + 3, 2)));
        if (record[0] != handshake_record) continue;
        const std::uint32_t more = behind(in.bytes, record_end - begin, record_end, in.end);
        if (begin == record_end || record[record_header] != server_hello_message) continue;
        Bytes hello = in.bytes.subspan(begin, record_end - begin);
        ByteBuffer joined;
        const tls_fragments::Beginning begins{begin, record_end, in.end};
        if (const std::uint32_t size = in_the_clear(hello) ? 0 : tls_fragments::begun_size(in.bytes, begins, more)) {
            joined.resize(std::min(size, in.end - begin));
            hello = Bytes(joined).first(tls_fragments::gather(in.bytes, begins, joined));
        }
        if (hello.size() <= to_version) continue;
        if (const std::uint32_t agreed = agreement_of(hello.subspan(to_version), in)) return teach_fact(in, memory, agreed);
    }
}
/// RFC 8446 5.2: what the record says to be application data may be anything, its type is encrypted with it.
bool hides_type(const ComputeInput& in, std::uint64_t& out) {
    return out = in.at < in.end && in.bytes[in.at] == application_data && known_fact(in) == tls_exchange::agreed_tls13, true;
}

/// RFC 6520 4: a message in the clear says what it is, and holds as much as it says; Heartbleed's did not.
bool is_heartbeat(Bytes record) { return record.size() >= 3 && (record[0] == 1 || record[0] == 2); }
bool heartbeat_in_the_clear(const ComputeInput& in, std::uint64_t& out) {
    return out = is_heartbeat(in.bytes.subspan(in.at, in.end - in.at)), true;
}
bool payload_left_out(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] > in.end - in.at, true; }
constexpr auto heartbeat = sequence(make(beat.clear, heartbeat_in_the_clear), choice(beat.clear,
    when(1, parts.heartbeat(beat.type, beat.length, make(beat.cut, payload_left_out, beat.length),
        choice(beat.cut,
            when(1, fault("the payload is shorter than its length says"), if_set(left, beat.payload(rest))),
            otherwise(if_set(beat.length, beat.payload(beat.length)), if_set(left, beat.padding(rest)))))),
    otherwise(if_set(left, f.app_data(rest)))));

constexpr struct { u8 whole_{"@whole", ""}, opaque{"@opaque", ""}; } cut;
constexpr auto opaque_record = parts.record(f.opaque_type, f.version, f.length, part(f.length, if_set(left, f.app_data(rest))))
                                   .shows(f.opaque_type)
                                   .tells(tell_record);
constexpr auto ssl2_hello = sequence(tls_ssl2::hello);
constexpr auto items = sequence(make(tls_ssl2::f.there, tls_ssl2::begins_with_hello), if_set(tls_ssl2::f.there, use(ssl2_hello)), repeat(
    make(cut.whole_, whole_record),
    choice(cut.whole_, when(0, f.segment(rest), stop())),
    make(cut.opaque, hides_type),
    choice(cut.opaque, when(1, opaque_record), otherwise(parts.record(
        f.content_type, f.version, f.length,
        part(f.length, choice(f.content_type,
            when(20, f.change_cipher_spec(rest)),
            when(21, choice(left, when(2, parts.alert(f.alert_level, f.alert_desc)),
                            otherwise(if_set(left, f.encrypted_alert(rest))))),
            when(22, handshake),
            when(24, heartbeat),
            otherwise(if_set(left, f.app_data(rest)))))).shows(f.content_type).tells(tell_record)))));

/// RFC 8446 4.1.3: a ServerHello with this random asks to try again.
constexpr std::uint64_t retry_random[] = {0xcf21ad74e59a6111, 0xbe1d8c021e65b891, 0xc2a211167abb8c5e, 0x079e09e2c8a8339c};
bool asks_again(Bytes random) {
    for (std::size_t i = 0; i < std::size(retry_random); i++)
        if (load_be(random.data() + 8 * i, 8) != retry_random[i]) return false;
    return true;
}
bool asks_again(const LayerValues& v) {
    char text[65];
    std::snprintf(text, sizeof text, "%016llx%016llx%016llx%016llx", retry_random[0] + 0ull, retry_random[1] + 0ull, retry_random[2] + 0ull,
                  retry_random[3] + 0ull);
    return v.text(h.random) == text;
}
/// The name of a message, its header included; nullptr: of no known type.
const char* message_name(Bytes message) {
    constexpr std::size_t to_random = 6;
    const bool again = message[0] == server_hello_message && message.size() >= to_random + sizeof retry_random &&
                       asks_again(message.subspan(to_random, sizeof retry_random));
    return choice_text(tls_handshake_types, again ? hello_retry_request : message[0]);
}
void append_word(std::string_view word, std::string& out) {
    if (!out.empty()) out += ", ";
    out += word;
}
/// A message that goes on in the next record.
struct Pending {
    const char* name = nullptr;
    std::uint32_t size = 0, have = 0;
    bool is_client_hello = false;
    tls_fragments::BytesBehind behind{};
};
/// The messages of one handshake record, as far as they are in the clear; what it holds of one that began before, first.
void append_messages(Bytes all, Stretch record, Pending& pending, const std::string& server_name, std::string& out) {
    const auto end = std::uint32_t(all.size());
    std::uint32_t at = record.at, record_end = record.at + record.length;
    const std::uint32_t behind = pending.behind(all, record.length, record_end, end);
    const auto append = [&](const char* name, bool is_client_hello) {
        append_word(name ? name : "Handshake", out);
        if (is_client_hello && !server_name.empty()) out += " (SNI=" + server_name + ")";
    };
    if (pending.size) {
        const std::uint32_t piece = std::min(record.length, pending.size - pending.have);
        at += piece, pending.have += piece;
        if (pending.have < pending.size) return;
        append(pending.name, pending.is_client_hello);
        pending.size = 0;
    }
    while (at < record_end) {
        const Bytes message = all.subspan(at, record_end - at);
        if (in_the_clear(message)) {
            append(message_name(message), message[0] == client_hello_message);
            at += tls_fragments::message_header + std::uint32_t(load_be(message.data() + 1, 3));
            continue;
        }
        const tls_fragments::Beginning begins{at, record_end, end};
        const std::uint32_t size = tls_fragments::begun_size(all, begins, behind);
        if (!size) return append_word("Encrypted Handshake Message", out);
        std::uint8_t first[6 + sizeof retry_random];
        pending.name = message_name({first, tls_fragments::gather(all, begins, first)});
        pending.size = size, pending.have = record_end - at, pending.is_client_hello = message[0] == client_hello_message;
        if (out.empty() && pending.name) out = std::string("[") + pending.name + " Fragment]";
        return;
    }
}
void append_alert(Bytes record, std::string& out) {
    if (record.size() != 2) return append_word("Encrypted Alert", out);
    const char *level = choice_text(tls_alert_levels, record[0]), *description = choice_text(tls_alerts, record[1]);
    const auto known = [](const char* name) { return std::string(name ? name : "Unknown"); };
    append_word("Alert (Level: " + known(level) + ", Description: " + known(description) + ")", out);
}
const char* heartbeat_name(Bytes record) {
    if (!is_heartbeat(record)) return "Encrypted Heartbeat";
    return record[0] == 1 ? "Heartbeat Request" : "Heartbeat Response";
}
void info(const LayerValues& v, std::string& out) {
    constexpr std::uint32_t record_header = tls_fragments::record_header;
    const std::string server_name = v.has(e.name) ? v.text(e.name) : std::string();
    out.clear();
    Pending pending;
    const Bytes all = v.bytes();
    const bool is_ssl2 = tls_ssl2::is_hello(all);
    if (is_ssl2) out = "Client Hello";
    const auto end = std::uint32_t(all.size());
    for (std::uint32_t at = is_ssl2 ? tls_ssl2::size_of(all) : 0; at < end && tls_fragments::is_whole_record(all, at, end);) {
        const Stretch content{at + record_header, std::uint32_t(load_be(all.data() + at + 3, 2))};
        const Bytes record = all.subspan(content.at, content.length);
        if (all[at] == handshake_record) append_messages(all, content, pending, server_name, out);
        else if (all[at] == 21) append_alert(record, out);
        else if (all[at] == 24) append_word(heartbeat_name(record), out);
        else append_word(all[at] == 20 ? "Change Cipher Spec" : "Application Data", out);
        at = content.at + content.length;
    }
    if (out.empty()) out = "Continuation Data";
}
constexpr Choice version_names[] = {
    {tls_ssl2::ssl2, "SSLv2"}, {0x0300, "SSLv3"}, {0x0301, "TLSv1"}, {0x0302, "TLSv1.1"}, {0x0303, "TLSv1.2"}, {0x0304, "TLSv1.3"}};

using tls_hello::tell_count;
void tell_random(const LayerValues& v, std::string& line) {
    if (asks_again(v)) line += " (HelloRetryRequest magic)";
}
/// The type's name, as far as it has one.
std::string type_name(const LayerValues& v) {
    const bool again = v.number(h.type) == server_hello_message && asks_again(v);
    const char* name = choice_text(tls_handshake_types, again ? hello_retry_request : v.number(h.type));
    return name ? name : "Unknown";
}
void tell_message(const LayerValues& v, std::string& line) { line = std::string("Handshake Protocol: ") + type_name(v); }
void tell_kinds(const LayerValues& v, std::string& line) { tell_count(v, h.kind, "type", "types", line); }
void tell_lifetime(const LayerValues& v, std::string& line) {
    const std::uint64_t seconds = v.number(h.ticket_lifetime);
    line += (seconds == 1 ? " second (" : " seconds (") + duration(seconds) + ")";
}
void tell_suites(const LayerValues& v, std::string& line) { tell_count(v, h.suite, "suite", "suites", line); }
void tell_methods(const LayerValues& v, std::string& line) { tell_count(v, h.method, "method", "methods", line); }
std::string fragment_name(const LayerValues& v) {
    const char* name = choice_text(tls_handshake_types, v.number(tls_fragments::g.of_type));
    return name ? name : "Unknown";
}
/// "TLSv1.2 Record Layer: Handshake Protocol: Client Hello"
void tell_record(const LayerValues& v, std::string& line) {
    const bool hidden_type = v.has(f.opaque_type);
    const char* version = hidden_type ? "TLSv1.3" : choice_text(version_names, v.number(f.version));
    line = std::string(version ? version : "TLS") + " Record Layer: ";
    const std::size_t messages = v.count(h.type), pieces = v.count(tls_fragments::g.last);
    const bool goes_on = pieces && !v.number_at(tls_fragments::g.last, pieces - 1);
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
            if (messages + goes_on > 1) line += "Multiple Handshake Messages";
            else if (goes_on) line += fragment_name(v) + " (fragment)";
            else line += messages ? type_name(v) : "Encrypted Handshake Message";
            break;
        case application_data: line += "Application Data Protocol"; break;
        default:
            line += v.has(beat.type) ? std::string("Heartbeat ") + v.choice(beat.type) : "Encrypted Heartbeat";
            break;
    }
}

/// The version that was agreed on, as far as this packet knows it; else that of its first record.
void speaks(const LayerValues& v, std::string& out) {
    const bool answers = v.number(h.type) == server_hello_message && v.has(e.version);
    const std::uint64_t of_record = v.number(v.has(f.version) ? f.version : tls_ssl2::f.record_version);
    const std::uint64_t version = v.has(f.opaque_type) ? 0x0304 : answers ? v.number(e.version) : of_record;
    if (const char* name = choice_text(version_names, version)) out = name;
}
bool looks_right(Bytes b) {
    return (b.size() >= 5 && b[0] >= 20 && b[0] <= 23 && b[1] == 3 && b[2] <= 4 && (b[3] | b[4]) &&
            load_be(b.data() + 3, 2) <= 0x4800) ||  // RFC 8446 5.2
           tls_ssl2::is_hello(b);
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
                       .teaches = learn_agreement,
                       .sticks = true};

}  // namespace sallyport::protocols
