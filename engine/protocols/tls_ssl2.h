// SPDX-License-Identifier: GPL-3.0-or-later
// The ClientHello of SSL 2.0, which clients that know later versions sent as well (RFC 5246 E.2; MUST NOT since RFC 6176).
#pragma once
#include "protocol/protocol.h"
#include "protocols/tls_cipher_suites.h"
#include "protocols/tls_names.h"
#include <algorithm>
#include <array>

namespace sallyport::protocols::tls_ssl2 {
using namespace layout;

inline constexpr Choice own_ciphers[] = {
    {0x010080, "SSL2_RC4_128_WITH_MD5"},
    {0x020080, "SSL2_RC4_128_EXPORT40_WITH_MD5"},
    {0x030080, "SSL2_RC2_128_CBC_WITH_MD5"},
    {0x040080, "SSL2_RC2_128_CBC_EXPORT40_WITH_MD5"},
    {0x050080, "SSL2_IDEA_128_CBC_WITH_MD5"},
    {0x060040, "SSL2_DES_64_CBC_WITH_MD5"},
    {0x0700c0, "SSL2_DES_192_EDE3_CBC_WITH_MD5"},
    {0x080080, "SSL2_RC4_64_WITH_MD5"},
};
/// Those of later versions stand behind a byte 0.
inline constexpr auto ciphers = [] {
    std::array<Choice, std::size(own_ciphers) + std::size(tls_cipher_suites)> all{};
    const auto later = std::copy(std::begin(own_ciphers), std::end(own_ciphers), all.begin());
    std::copy(std::begin(tls_cipher_suites), std::end(tls_cipher_suites), later);
    return all;
}();

inline void tell_record(const LayerValues&, std::string&);
inline void tell_ciphers(const LayerValues&, std::string&);
inline void tell_session(const LayerValues&, std::string&);

inline constexpr std::uint16_t ssl2 = 0x0002;
struct Fields {
    u8 there{"@ssl2", ""};
    subtree record{"tls.record", "SSLv2 Record Layer", tells(tell_record)};
    u16 record_version{"tls.record.version", "Version", hex, named(tls_versions)};
    u16 length{"tls.record.length", "Length", mask(0x7fff), plain};
    u8 type{"tls.handshake.type", "Handshake Message Type", named(tls_handshake_types), initial(1)};
    u16 version{"tls.handshake.version", "Version", hex, named(tls_versions), initial(0x0301)};
    u16 ciphers_length{"tls.handshake.cipher_spec_len", "Cipher Spec Length"};
    u16 session_length{"tls.handshake.session_id_length", "Session ID Length"};
    u16 challenge_length{"tls.handshake.challenge_length", "Challenge Length"};
    subtree specs{"tls.handshake.ciphersuites", "Cipher Specs", tells(tell_ciphers)};
    u24 cipher{"tls.handshake.cipherspec", "Cipher Spec", hex, named(ciphers)};
    bytes session{"tls.handshake.session_id", "Session ID", tells(tell_session)};
    subtree challenge{"tls.handshake.challenge", "Challenge"};
};
inline constexpr Fields f;

inline void tell_record(const LayerValues&, std::string& line) { line += ": Client Hello"; }
inline void tell_ciphers(const LayerValues& v, std::string& line) {
    line += " (" + std::to_string(v.count(f.cipher)) + " specs)";
}
inline void tell_session(const LayerValues& v, std::string& line) { line = "Session ID (" + std::to_string(v.length()) + " bytes)"; }

/// A whole one: all its lengths fit together.
inline bool is_hello(Bytes b) {
    constexpr std::size_t header = 2, fixed = 9;
    if (b.size() < header + fixed || !(b[0] & 0x80) || b[2] != 1) return false;
    const std::uint64_t length = load_be(b.data(), 2) & 0x7fff, version = load_be(b.data() + 3, 2), specs = load_be(b.data() + 5, 2);
    if (version != ssl2 && (version < 0x0300 || version > 0x0304)) return false;
    return specs && specs % 3 == 0 && fixed + specs + load_be(b.data() + 7, 2) + load_be(b.data() + 9, 2) == length &&
           header + length <= b.size();
}
/// … in bytes.
inline std::uint32_t size_of(Bytes hello) { return 2 + (std::uint32_t(load_be(hello.data(), 2)) & 0x7fff); }
inline bool begins_with_hello(const ComputeInput& in, std::uint64_t& out) {
    return out = is_hello(in.bytes.subspan(in.at, in.end - in.at)), true;
}

inline constexpr auto hello = f.record(
    make(f.record_version, Extent(ssl2)), bits(2, f.length), part(f.length,
        f.type, f.version, f.ciphers_length, f.session_length, f.challenge_length,
        part(f.ciphers_length, f.specs(repeat(f.cipher))),
        if_set(f.session_length, f.session(f.session_length)), f.challenge(skip(left)).size(f.challenge_length)));

}  // namespace sallyport::protocols::tls_ssl2
