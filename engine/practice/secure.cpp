// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/secure.h"
#include "practice/secure_messages.h"

namespace sallyport {
namespace {

constexpr std::uint16_t secure_port = 443;

class Conversation {
public:
    StreamServer::Answer operator()(std::string& received) {
        const std::optional<TlsRecord> record = read_tls_record(received);
        if (!record) return {"", received.size() > 5 + 65'535};
        received.erase(0, record->size);
        if (record->content == TlsContent::change_cipher_spec) return {};
        if (record->content == TlsContent::application_data) return {make_application_data(300 + random_() % 900, random_), false};
        const std::optional<std::string> id = session_id_of(record->body);
        if (!id) return {"", true};
        return {make_server_hello(*id, random_) + make_change_cipher_spec() + make_application_data(800 + random_() % 400, random_), false};
    }

private:
    std::mt19937 random_{std::random_device{}()};
};

class SecureClient : public Client {
public:
    SecureClient(Milliseconds pause, bool ipv6, std::string host) : Client(pause, ipv6), host_(std::move(host)), bytes_(random()) {}

private:
    void errand(bool ipv6) override {
        const std::optional<std::string> address = resolve(host_, ipv6);
        if (!address) return;
        const Descriptor socket = connect_tcp(SocketAddress(*address, secure_port), answer_limit);
        std::string received;
        // Hello; then the server's hello, change and first data (3 records); then our change and data, and its answer.
        if (!socket || !send_all(socket.get(), make_client_hello(host_, bytes_), answer_limit) || !await(socket.get(), received, 3)) return;
        if (!send_all(socket.get(), make_change_cipher_spec() + make_application_data(64, bytes_), answer_limit)) return;
        await(socket.get(), received, 1);
    }

    static bool await(int socket, std::string& received, int records) {
        while (records > 0) {
            if (const std::optional<TlsRecord> record = read_tls_record(received)) {
                received.erase(0, record->size);
                records--;
            } else if (!receive_some(socket, received, answer_limit)) {
                return false;
            }
        }
        return true;
    }

    std::string host_;
    std::mt19937 bytes_;
};

}  // namespace

std::unique_ptr<Activity> make_secure_server() { return std::make_unique<StreamServer>(secure_port, Conversation()); }

std::unique_ptr<Activity> make_secure_client(Milliseconds pause, bool ipv6, std::string host) {
    return std::make_unique<SecureClient>(pause, ipv6, std::move(host));
}

}  // namespace sallyport
