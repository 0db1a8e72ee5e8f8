// SPDX-License-Identifier: GPL-3.0-or-later
// UDP datagrams on loopback for tests of the firewall: numbered, sent by one socket, awaited on another.
#pragma once
#include <arpa/inet.h>
#include <cstdint>
#include <cstring>
#include <netinet/udp.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

class Datagrams {
public:
    explicit Datagrams(int family = AF_INET) : family_(family) {
        if (family == AF_INET) {
            auto* to = reinterpret_cast<sockaddr_in*>(&address_);
            to->sin_family = AF_INET;
            to->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            length_ = sizeof *to;
        } else {
            auto* to = reinterpret_cast<sockaddr_in6*>(&address_);
            to->sin6_family = AF_INET6;
            to->sin6_addr = in6addr_loopback;
            length_ = sizeof *to;
        }
        const int room = 4 << 20;
        ::setsockopt(receiver_, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
        ::setsockopt(sender_, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
        ready_ = ::bind(receiver_, reinterpret_cast<sockaddr*>(&address_), length_) == 0 &&
                 ::getsockname(receiver_, reinterpret_cast<sockaddr*>(&address_), &length_) == 0 &&
                 ::connect(sender_, reinterpret_cast<sockaddr*>(&address_), length_) == 0;
    }
    ~Datagrams() {
        ::close(receiver_);
        ::close(sender_);
    }
    Datagrams(const Datagrams&) = delete;

    bool ready() const { return ready_; }
    std::uint16_t port() const {
        return ntohs(family_ == AF_INET ? reinterpret_cast<const sockaddr_in*>(&address_)->sin_port
                                        : reinterpret_cast<const sockaddr_in6*>(&address_)->sin6_port);
    }
    bool send(const std::string& text) { return ::send(sender_, text.data(), text.size(), MSG_DONTWAIT) == ssize_t(text.size()); }
    /// One call, several datagrams of `piece` bytes: the kernel carries them as one large packet as far as it can (UDP_SEGMENT).
    bool send_in_pieces(const std::string& text, int piece) {
        const int none = 0;
        ::setsockopt(sender_, IPPROTO_UDP, UDP_SEGMENT, &piece, sizeof piece);
        const bool sent = send(text);
        ::setsockopt(sender_, IPPROTO_UDP, UDP_SEGMENT, &none, sizeof none);
        return sent;
    }
    /// What arrives next within the time; "(nothing)" if nothing does.
    std::string next(int milliseconds = 500) {
        pollfd wait{receiver_, POLLIN, 0};
        if (::poll(&wait, 1, milliseconds) <= 0) return "(nothing)";
        char buffer[65536];
        const ssize_t got = ::recv(receiver_, buffer, sizeof buffer, 0);
        return got < 0 ? "(error)" : std::string(buffer, std::size_t(got));
    }
    /// All that has arrived, until nothing comes for this time.
    std::vector<std::string> all(int milliseconds = 200) {
        std::vector<std::string> texts;
        for (std::string text; (text = next(milliseconds)) != "(nothing)";) texts.push_back(text);
        return texts;
    }

private:
    int family_;
    int receiver_ = ::socket(family_, SOCK_DGRAM | SOCK_CLOEXEC, 0), sender_ = ::socket(family_, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_storage address_{};
    socklen_t length_ = 0;
    bool ready_ = false;
};
