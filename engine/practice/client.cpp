// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/client.h"
#include "practice/dns_message.h"
#include "practice/hosts.h"
#include <arpa/inet.h>
#include <poll.h>
#include <thread>

namespace sallyport {

Client::Client(Milliseconds pause, bool ipv6) : pause_(pause), ipv6_(ipv6), random_(std::random_device{}()) {}

void Client::run() {
    for (;; errands_++) {
        // Between half and one and a half pauses, the first one shorter: people are not clocks.
        std::this_thread::sleep_for((errands_ ? pause_ / 2 : Milliseconds(0)) + Milliseconds(random() % std::uint32_t(pause_.count() + 1)));
        errand(ipv6_ && errands_ % 2 == 1);
    }
}

std::optional<std::string> Client::resolve(const std::string& name, bool ipv6) {
    const HostPlan& dns = *host_named("dns");
    const SocketAddress server(ipv6 ? ipv6_of(dns) : ipv4_of(dns), 53);
    const Descriptor socket(::socket(server.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (!socket || connect(socket.get(), server.get(), server.length) != 0) return std::nullopt;
    const DnsType type = ipv6 ? DnsType::aaaa : DnsType::a;
    const auto id = std::uint16_t(random());
    const ByteBuffer query = make_dns_query(id, name, type);
    for (int attempt = 0; attempt < 2; attempt++) {
        std::string answer;
        if (send(socket.get(), query.data(), query.size(), MSG_NOSIGNAL) < 0) return std::nullopt;
        if (!receive_some(socket.get(), answer, answer_limit)) continue;
        const auto address = read_dns_answer({reinterpret_cast<const std::uint8_t*>(answer.data()), answer.size()}, id, type);
        if (!address) return std::nullopt;
        char text[INET6_ADDRSTRLEN];
        return inet_ntop(server.family(), address->data(), text, sizeof text);
    }
    return std::nullopt;
}

}  // namespace sallyport
