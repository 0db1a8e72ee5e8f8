// SPDX-License-Identifier: GPL-3.0-or-later
// How TLS signs, and whose signatures count: RFC 5246 7.4.1.4.1 and 7.4.4, RFC 8446 4.2.3 and 4.2.4.
#pragma once
#include "protocol/protocol.h"

namespace sallyport::protocols::tls_signed {
using namespace layout;

inline constexpr Choice signature_schemes[] = {
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
inline constexpr Choice hashes[] = {
    {0, "None"},
    {1, "MD5"},
    {2, "SHA1"},
    {3, "SHA224"},
    {4, "SHA256"},
    {5, "SHA384"},
    {6, "SHA512"},
    {7, "SM3"},
};
inline constexpr Choice kinds[] = {
    {0, "Anonymous"},
    {1, "RSA"},
    {2, "DSA"},
    {3, "ECDSA"},
    {4, "SM2"},
};

struct Fields {
    subtree algorithm_list{"tls.handshake.sig_hash_algs", "Signature Hash Algorithms"};
    subtree name_list{"tls.handshake.dnames", "Distinguished Names"};
    u16 algorithms_length{"tls.handshake.sig_hash_alg_len", "Signature Hash Algorithms Length"};
    u16 algorithm{"tls.handshake.sig_hash_alg", "Signature Algorithm", hex, named(signature_schemes)};
    u8 hash{"tls.handshake.sig_hash_hash", "Signature Hash Algorithm Hash", mask(0xff00), named(hashes)};
    u8 kind{"tls.handshake.sig_hash_sig", "Signature Hash Algorithm Signature", mask(0x00ff), named(kinds)};
    u16 names_length{"tls.handshake.dnames_len", "Distinguished Names Length"};
    u16 name_length{"tls.handshake.dname_len", "Distinguished Name Length"};
    bytes name{"tls.handshake.dname", "Distinguished Name"};
    u8 unsaid{"@unsaid", ""};
    u16 length{"tls.handshake.sig_len", "Signature Length"};
    bytes signature{"tls.handshake.sig", "Signature"};
    u16 verify_length{"tls.handshake.client_cert_vrfy.sig_len", "Signature length"};
    bytes verify{"tls.handshake.client_cert_vrfy.sig", "Signature"};
};
inline constexpr Fields s;

inline void tell_algorithms(const LayerValues& v, std::string& line) {
    const std::size_t count = v.count(s.algorithm);
    line += " (" + std::to_string(count) + (count == 1 ? " algorithm)" : " algorithms)");
}
inline void tell_names(const LayerValues& v, std::string& line) {
    line += " (" + std::to_string(v.number_in_layer(s.names_length)) + " bytes)";
}

/// Before TLS 1.2 a signature did not say its algorithm, nor a request which ones it takes: a length that fits to the end tells them.
inline bool fits_to_the_end(const ComputeInput& in, std::uint64_t& out) {
    return out = in.end - in.at >= 2 && load_be(in.bytes.data() + in.at, 2) + 2 == in.end - in.at, true;
}
inline constexpr auto said = choice(s.unsaid, when(0, s.algorithm(s.hash, s.kind)));

inline constexpr auto algorithms = sequence(
    s.algorithms_length,
    part(s.algorithms_length, s.algorithm_list(repeat(s.algorithm(s.hash, s.kind))).tells(tell_algorithms)));
inline constexpr auto authorities = sequence(
    s.names_length,
    if_set(s.names_length,
           part(s.names_length, s.name_list(repeat(s.name_length, s.name(s.name_length))).tells(tell_names))));
inline constexpr auto signature = sequence(make(s.unsaid, fits_to_the_end), said, s.length, s.signature(s.length));
inline constexpr auto verification = sequence(make(s.unsaid, fits_to_the_end), said, s.verify_length, s.verify(s.verify_length));
inline constexpr auto accepted = sequence(make(s.unsaid, fits_to_the_end), choice(s.unsaid, when(0, algorithms)), authorities);

}  // namespace sallyport::protocols::tls_signed
