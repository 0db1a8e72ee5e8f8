// SPDX-License-Identifier: GPL-3.0-or-later
// How TLS up to 1.2 exchanges keys: RFC 5246 7.4.3 and 7.4.7, RFC 8422 5.4 and 5.7, RFC 4279. The messages do not say which way
// was agreed on; the ServerHello's cipher suite did.
#pragma once
#include "protocol/conversation.h"
#include "protocols/tls_cipher_suites.h"
#include "protocols/tls_groups.h"
#include "protocols/tls_signatures.h"

namespace sallyport::protocols::tls_exchange {
using namespace layout;

enum class Way : std::uint8_t { unknown, rsa, finite, elliptic, shared, rsa_shared };

/// What a conversation of TLS is known to have agreed on (conversation.h): TLS 1.3, or the cipher suite of an earlier version.
inline constexpr std::uint32_t agreed_tls13 = 1, agreed_suite = 0x10000;

/// By the suite's name.
inline Way way_of(std::uint32_t suite) {
    const char* known = choice_text(tls_cipher_suites, suite);
    const std::string_view name = known ? known : "";
    if (name.starts_with("TLS_ECDHE_PSK") || name.starts_with("TLS_DHE_PSK")) return Way::unknown;
    if (name.starts_with("TLS_ECDH")) return Way::elliptic;
    if (name.starts_with("TLS_DH")) return Way::finite;
    if (name.starts_with("TLS_RSA_PSK")) return Way::rsa_shared;
    if (name.starts_with("TLS_RSA")) return Way::rsa;
    return name.starts_with("TLS_PSK") ? Way::shared : Way::unknown;
}

/// A key on a curve that has a name, and what stands in front of it.
inline bool is_point_on_curve(Bytes message) {
    constexpr std::uint8_t named_curve = 3;
    return message.size() >= 4 && message[0] == named_curve && message[3] + 4u <= message.size();
}
/// Three numbers, each behind its length, and then nothing or a signature that ends where the message does.
inline bool is_three_numbers(Bytes message) {
    for (int i = 0; i < 3; i++) {
        const std::size_t size = message.size() < 2 ? message.size() : 2 + std::size_t(load_be(message.data(), 2));
        if (size < 3 || size > message.size()) return false;
        message = message.subspan(size);
    }
    const std::size_t left = message.size();
    return left == 0 || (left >= 2 && load_be(message.data(), 2) + 2 == left) || (left >= 4 && load_be(message.data() + 2, 2) + 4 == left);
}

inline Way agreed_way(const ComputeInput& in) {
    ComputeInput of_packet = in;  // which names the conversation, also where the message was put together
    of_packet.bytes = in.context->bytes;
    const std::uint32_t fact = known_fact(of_packet);
    return fact >= agreed_suite ? way_of(fact - agreed_suite) : Way::unknown;
}
/// As agreed on; where that is not known, as the bytes look.
inline bool way_of_server(const ComputeInput& in, std::uint64_t& out) {
    const Bytes message = in.bytes.subspan(in.at, in.end - in.at);
    Way way = agreed_way(in);
    if (way == Way::unknown) way = is_point_on_curve(message) ? Way::elliptic : is_three_numbers(message) ? Way::finite : way;
    if (way == Way::elliptic && !is_point_on_curve(message)) way = Way::unknown;
    return out = std::uint64_t(way), true;
}
/// As agreed on: an encrypted secret and a Diffie-Hellman key look the same.
inline bool way_of_client(const ComputeInput& in, std::uint64_t& out) { return out = std::uint64_t(agreed_way(in)), true; }

inline constexpr Choice curve_types[] = {{1, "explicit_prime"}, {2, "explicit_char2"}, {3, "named_curve"}};

struct Fields {
    u8 way{"@way", ""};
    u8 curve_type{"tls.handshake.server_curve_type", "Curve Type", hex, named(curve_types)};
    u16 named_curve{"tls.handshake.server_named_curve", "Named Curve", hex, named(tls_groups)};
    u8 point_length{"tls.handshake.server_point_len", "Pubkey Length"};
    bytes point{"tls.handshake.server_point", "Pubkey"};
    u16 p_length{"tls.handshake.p_len", "p Length"};
    bytes p{"tls.handshake.p", "p"};
    u16 g_length{"tls.handshake.g_len", "g Length"};
    bytes g{"tls.handshake.g", "g"};
    u16 server_length{"tls.handshake.ys_len", "Pubkey Length"};
    bytes server{"tls.handshake.ys", "Pubkey"};
    u16 hint_length{"tls.handshake.hint_len", "Hint Length"};
    bytes hint{"tls.handshake.hint", "Hint"};
    u16 secret_length{"tls.handshake.epms_len", "Encrypted PreMaster length"};
    bytes secret{"tls.handshake.epms", "Encrypted PreMaster"};
    u16 client_length{"tls.handshake.yc_len", "Pubkey Length"};
    bytes client{"tls.handshake.yc", "Pubkey"};
    u8 client_point_length{"tls.handshake.client_point_len", "Pubkey Length"};
    bytes client_point{"tls.handshake.client_point", "Pubkey"};
    u16 identity_length{"tls.handshake.identity_len", "Identity Length"};
    bytes identity{"tls.handshake.identity", "Identity"};
    bytes data{"tls.handshake.data", "Data"};
};
inline constexpr Fields x;

template <class... T>
constexpr auto in_way(Way way, const T&... inside) {
    return when(std::uint64_t(way), inside...);
}
inline constexpr auto signed_if_there = if_set(left, tls_signed::signature);
inline constexpr auto hint = group("PSK Server Params", x.hint_length, if_set(x.hint_length, x.hint(x.hint_length)));
inline constexpr auto secret = sequence(x.secret_length, x.secret(x.secret_length));
inline constexpr auto identity = sequence(x.identity_length, x.identity(x.identity_length));

inline constexpr auto server_key_exchange = sequence(make(x.way, way_of_server), choice(x.way,
    in_way(Way::elliptic, group("EC Diffie-Hellman Server Params",
        x.curve_type, x.named_curve, x.point_length, x.point(x.point_length), signed_if_there)),
    in_way(Way::finite, group("Diffie-Hellman Server Params",
        x.p_length, x.p(x.p_length), x.g_length, x.g(x.g_length), x.server_length, x.server(x.server_length), signed_if_there)),
    in_way(Way::shared, hint), in_way(Way::rsa_shared, hint), otherwise(if_set(left, x.data(rest)))));
inline constexpr auto client_key_exchange = sequence(make(x.way, way_of_client), choice(x.way,
    in_way(Way::rsa, group("RSA Encrypted PreMaster Secret", secret)),
    in_way(Way::finite, group("Diffie-Hellman Client Params", x.client_length, x.client(x.client_length))),
    in_way(Way::elliptic, group("EC Diffie-Hellman Client Params", x.client_point_length, x.client_point(x.client_point_length))),
    in_way(Way::shared, group("PSK Client Params", identity)), in_way(Way::rsa_shared, group("RSA PSK Client Params", identity, secret)),
    otherwise(if_set(left, x.data(rest)))));

}  // namespace sallyport::protocols::tls_exchange
