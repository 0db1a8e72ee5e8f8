// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what crosses this namespace's interfaces, by kind, with a packet socket: independent of the code under test.
#pragma once
#include "base/bytes.h"
#include <chrono>
#include <map>
#include <net/ethernet.h>
#include <netinet/in.h>
#include <netpacket/packet.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport::test {

class TrafficWatch {
public:
    TrafficWatch() : socket_(::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, htons(ETH_P_ALL))) {}
    ~TrafficWatch() { close(socket_); }

    void watch(std::chrono::milliseconds time) {
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
            pollfd waiting{socket_, POLLIN, 0};
            if (poll(&waiting, 1, 50) <= 0) continue;
            std::uint8_t buffer[65536];
            sockaddr_ll from{};
            socklen_t length = sizeof from;
            const ssize_t got = recvfrom(socket_, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr*>(&from), &length);
            if (got > 0 && from.sll_pkttype != PACKET_OUTGOING) count({buffer, std::size_t(got)});
        }
    }

    const std::map<std::string, int>& kinds() const { return kinds_; }

private:
    void count(Bytes packet) {
        kinds_["all"]++;
        if (packet.size() < 40) return;
        const bool v6 = packet[0] >> 4 == 6;
        const std::uint8_t protocol = v6 ? packet[6] : packet[9];
        const std::size_t header = v6 ? 40 : std::size_t(packet[0] & 15) * 4;
        if (packet.size() < header + 8) return;
        const Bytes rest = packet.subspan(header);
        const std::string suffix = v6 ? "6" : "4";
        if (protocol == IPPROTO_ICMP && rest[0] == 0) kinds_["pong4"]++;
        if (protocol == IPPROTO_ICMPV6 && rest[0] == 129) kinds_["pong6"]++;
        if (protocol == IPPROTO_UDP && load_be(&rest[0], 2) == 53) kinds_["dns" + suffix]++;
        if (protocol == IPPROTO_TCP && rest.size() >= 20) count_tcp(rest, suffix);
    }

    void count_tcp(Bytes segment, const std::string& suffix) {
        const bool reset = segment[13] & 4;
        if (reset && load_be(&segment[0], 2) == 23) kinds_["refused" + suffix]++;
        const std::size_t header = std::size_t(segment[12] >> 4) * 4;
        if (header >= segment.size()) return;
        const std::string_view text(reinterpret_cast<const char*>(&segment[header]), segment.size() - header);
        if (text.starts_with("GET ")) kinds_["get" + suffix]++;
        if (text.starts_with("HTTP/1.1 200")) kinds_["page" + suffix]++;
        if (text.starts_with("POST /login ")) kinds_["login"]++;
        if (text[0] == 22 && text.find("mail.example") != text.npos) kinds_["hello" + suffix]++;
    }

    int socket_;
    std::map<std::string, int> kinds_;
};

}  // namespace sallyport::test
