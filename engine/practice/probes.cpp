// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/probes.h"
#include "base/bytes.h"
#include "practice/hosts.h"
#include <cerrno>
#include <cstring>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <poll.h>

namespace sallyport {
namespace {

std::uint16_t internet_checksum(const ByteBuffer& bytes) {  // RFC 1071; an even number of bytes
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) sum += std::uint32_t(load_be(&bytes[i], 2));
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return std::uint16_t(~sum);
}

class Pinger : public Client {
public:
    Pinger(Milliseconds pause, bool ipv6, std::string host) : Client(pause, ipv6), host_(std::move(host)), id_(std::uint16_t(random())) {}

    Status open() override {  // raw sockets need CAP_NET_RAW
        v4_ = Descriptor(socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP));
        if (!v4_) return fail(message("cannot send pings in the practice network: %1", std::strerror(errno)), {}, errno);
        v6_ = Descriptor(socket(AF_INET6, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMPV6));
        return {};
    }

private:
    void errand(bool ipv6) override {
        const int socket = ipv6 ? v6_.get() : v4_.get();
        const HostPlan& host = *host_named(host_);
        const SocketAddress to(ipv6 ? ipv6_of(host) : ipv4_of(host), 0);
        const ByteBuffer request = echo(ipv6);
        drain(socket);
        if (sendto(socket, request.data(), request.size(), MSG_NOSIGNAL, to.get(), to.length) < 0) return;
        // Whatever comes first will do: a client that is not told apart from others only ends its wait early.
        wait_for(socket, POLLIN, answer_limit);
    }

    ByteBuffer echo(bool ipv6) {
        constexpr std::size_t header = 8, data = 56;  // as ping(8) sends
        ByteBuffer out(header + data);
        out[0] = ipv6 ? ICMP6_ECHO_REQUEST : ICMP_ECHO;
        store_number(&out[4], 2, false, id_);
        store_number(&out[6], 2, false, std::uint16_t(errands() + 1));
        for (std::size_t i = 0; i < data; i++) out[header + i] = std::uint8_t(i);
        if (!ipv6) store_number(&out[2], 2, false, internet_checksum(out));  // the kernel does it for ICMPv6
        return out;
    }

    static void drain(int socket) {
        char buffer[2048];
        while (recv(socket, buffer, sizeof buffer, MSG_DONTWAIT) > 0) {}
    }

    std::string host_;
    std::uint16_t id_;
    Descriptor v4_, v6_;
};

class Knocker : public Client {
public:
    Knocker(Milliseconds pause, bool ipv6, std::string host, std::uint16_t port)
        : Client(pause, ipv6), host_(std::move(host)), port_(port) {}

private:
    void errand(bool ipv6) override {
        const HostPlan& host = *host_named(host_);
        connect_tcp(SocketAddress(ipv6 ? ipv6_of(host) : ipv4_of(host), port_), answer_limit);
    }

    std::string host_;
    std::uint16_t port_;
};

}  // namespace

std::unique_ptr<Activity> make_pinger(Milliseconds pause, bool ipv6, std::string host) {
    return std::make_unique<Pinger>(pause, ipv6, std::move(host));
}

std::unique_ptr<Activity> make_knocker(Milliseconds pause, bool ipv6, std::string host, std::uint16_t port) {
    return std::make_unique<Knocker>(pause, ipv6, std::move(host), port);
}

}  // namespace sallyport
