// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/dns_server.h"
#include "practice/dns_message.h"
#include "practice/hosts.h"
#include "practice/route_link.h"
#include "practice/stream_server.h"
#include <poll.h>

namespace sallyport {
namespace {

ByteBuffer address_of(const HostPlan& host, std::uint16_t type, bool ipv6) {
    std::string text;
    if (type == std::uint16_t(DnsType::a)) text = ipv4_of(host);
    if (type == std::uint16_t(DnsType::aaaa) && ipv6) text = ipv6_of(host);
    const Result<RouteAddress> address = RouteAddress::parse(text);
    return address ? address->bytes : ByteBuffer();
}

}  // namespace

Status DnsServer::open() {
    Result<Descriptor> socket = bind_everywhere(SOCK_DGRAM, 53);
    if (!socket) return tl::unexpected(socket.error());
    socket_ = std::move(*socket);
    return {};
}

void DnsServer::run() {
    constexpr std::string_view zone = ".example";
    std::uint8_t buffer[1500];
    for (;;) {
        if (!wait_for(socket_.get(), POLLIN, Milliseconds(60'000))) continue;
        sockaddr_storage peer{};
        socklen_t length = sizeof peer;
        const ssize_t got = recvfrom(socket_.get(), buffer, sizeof buffer, 0, reinterpret_cast<sockaddr*>(&peer), &length);
        if (got <= 0) continue;
        const Bytes query(buffer, std::size_t(got));
        const std::optional<DnsQuestion> question = read_dns_question(query);
        if (!question || question->flags & 0x8000) continue;         // not a question
        const HostPlan* host =
            question->name.ends_with(zone) ? host_named(question->name.substr(0, question->name.size() - zone.size())) : nullptr;
        const ByteBuffer answer =
            make_dns_answer(query, *question, host ? address_of(*host, question->type, ipv6_) : ByteBuffer(), host != nullptr);
        sendto(socket_.get(), answer.data(), answer.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr*>(&peer), length);
    }
}

}  // namespace sallyport
