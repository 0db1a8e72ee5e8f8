// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/secure_messages.h"
#include <cstdint>

namespace sallyport {
namespace {

// RFC 8446 sections 4.1.2, 4.2 and B.4; RFC 6066 (server_name); RFC 7301 (ALPN).
constexpr std::uint16_t server_name = 0, supported_groups = 10, signature_algorithms = 13, alpn = 16, supported_versions = 43,
                        key_share = 51;
constexpr std::uint16_t tls_1_0 = 0x0301, tls_1_2 = 0x0303, tls_1_3 = 0x0304, x25519 = 29, secp256r1 = 23;
constexpr std::uint16_t aes_128_gcm_sha256 = 0x1301, aes_256_gcm_sha384 = 0x1302, chacha20_poly1305_sha256 = 0x1303;
constexpr char client_hello = 1, server_hello = 2;

std::string number(std::size_t value, unsigned width) {
    std::string out;
    while (width--) out += char(value >> (8 * width));
    return out;
}

std::string counted(const std::string& body, unsigned width) { return number(body.size(), width) + body; }
std::string extension(std::uint16_t type, const std::string& body) { return number(type, 2) + counted(body, 2); }

std::string random_bytes(std::size_t size, std::mt19937& random) {
    std::string out(size, 0);
    for (char& c : out) c = char(random());
    return out;
}

std::string record(TlsContent content, std::uint16_t version, const std::string& body) {
    return char(content) + number(version, 2) + counted(body, 2);
}

}  // namespace

std::string make_client_hello(const std::string& name, std::mt19937& random) {
    const std::string extensions =
        extension(server_name, counted(number(0, 1) + counted(name, 2), 2)) +
        extension(supported_groups, counted(number(x25519, 2) + number(secp256r1, 2), 2)) +
        extension(signature_algorithms, counted(number(0x0403, 2) + number(0x0804, 2) + number(0x0401, 2), 2)) +
        extension(alpn, counted(counted("h2", 1) + counted("http/1.1", 1), 2)) +
        extension(supported_versions, counted(number(tls_1_3, 2) + number(tls_1_2, 2), 1)) +
        extension(key_share, counted(number(x25519, 2) + counted(random_bytes(32, random), 2), 2));
    const std::string suites = number(aes_128_gcm_sha256, 2) + number(aes_256_gcm_sha384, 2) + number(chacha20_poly1305_sha256, 2);
    const std::string hello = number(tls_1_2, 2) + random_bytes(32, random) + counted(random_bytes(32, random), 1) + counted(suites, 2) +
                              counted(number(0, 1), 1) + counted(extensions, 2);
    return record(TlsContent::handshake, tls_1_0, client_hello + counted(hello, 3));
}

std::string make_server_hello(std::string_view client_session_id, std::mt19937& random) {
    const std::string extensions = extension(supported_versions, number(tls_1_3, 2)) +
                                   extension(key_share, number(x25519, 2) + counted(random_bytes(32, random), 2));
    const std::string hello = number(tls_1_2, 2) + random_bytes(32, random) + counted(std::string(client_session_id), 1) +
                              number(aes_128_gcm_sha256, 2) + number(0, 1) + counted(extensions, 2);
    return record(TlsContent::handshake, tls_1_2, server_hello + counted(hello, 3));
}

std::string make_change_cipher_spec() { return record(TlsContent::change_cipher_spec, tls_1_2, number(1, 1)); }

std::string make_application_data(std::size_t size, std::mt19937& random) {
    return record(TlsContent::application_data, tls_1_2, random_bytes(size, random));
}

std::optional<TlsRecord> read_tls_record(std::string_view bytes) {
    if (bytes.size() < 5) return std::nullopt;
    const std::size_t length = std::size_t(std::uint8_t(bytes[3])) << 8 | std::uint8_t(bytes[4]);
    if (bytes.size() < 5 + length) return std::nullopt;
    return TlsRecord{TlsContent(bytes[0]), std::string(bytes.substr(5, length)), 5 + length};
}

std::optional<std::string> session_id_of(std::string_view hello) {
    constexpr std::size_t id_at = 4 + 2 + 32;                        // after message header, version and random
    if (hello.size() <= id_at || hello[0] != client_hello) return std::nullopt;
    const std::size_t length = std::uint8_t(hello[id_at]);
    if (length > 32 || hello.size() < id_at + 1 + length) return std::nullopt;
    return std::string(hello.substr(id_at + 1, length));
}

}  // namespace sallyport
