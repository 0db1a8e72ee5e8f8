// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace sallyport {

enum class TlsContent : unsigned char { change_cipher_spec = 20, handshake = 22, application_data = 23 };

std::string make_client_hello(const std::string& server_name, std::mt19937& random);
std::string make_server_hello(std::string_view client_session_id, std::mt19937& random);
std::string make_change_cipher_spec();
/// A record of `size` random bytes.
std::string make_application_data(std::size_t size, std::mt19937& random);

struct TlsRecord {
    TlsContent content{};
    std::string body;
    std::size_t size = 0;                 // with its header
};
/// The record at the front of `bytes`, once it is complete.
std::optional<TlsRecord> read_tls_record(std::string_view bytes);
/// The legacy session id of a ClientHello's body, which a server must echo; nothing when it is no ClientHello.
std::optional<std::string> session_id_of(std::string_view client_hello);

}  // namespace sallyport
