// SPDX-License-Identifier: GPL-3.0-or-later
// Real datagrams over the loopback of the test's own network namespace.
#pragma once
#include <arpa/inet.h>
#include <cstdint>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport::test {

inline bool raise_loopback() {
    int descriptor = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    bool raised = ::ioctl(descriptor, SIOCSIFFLAGS, &request) == 0;
    ::close(descriptor);
    return raised;
}

/// A UDP service on loopback that is asked and answers on its own socket: one datagram either arrives or does not.
class Wire {
public:
    explicit Wire(int family) : family_(family) {
        receiver_ = ::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sender_ = ::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        length_ = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        if (family == AF_INET) {
            auto* to = reinterpret_cast<sockaddr_in*>(&address_);
            to->sin_family = AF_INET;
            to->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        } else {
            auto* to = reinterpret_cast<sockaddr_in6*>(&address_);
            to->sin6_family = AF_INET6;
            to->sin6_addr = in6addr_loopback;
        }
        ready_ = ::bind(receiver_, reinterpret_cast<sockaddr*>(&address_), length_) == 0
              && ::getsockname(receiver_, reinterpret_cast<sockaddr*>(&address_), &length_) == 0;
    }
    ~Wire() {
        ::close(receiver_);
        ::close(sender_);
    }
    bool ready() const { return ready_; }
    unsigned port() const {
        if (family_ == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in*>(&address_)->sin_port);
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&address_)->sin6_port);
    }
    void send(std::uint32_t number = 0) { ::sendto(sender_, &number, sizeof number, 0, reinterpret_cast<sockaddr*>(&address_), length_); }
    bool arrives(int milliseconds) {
        pollfd wait{receiver_, POLLIN, 0};
        if (::poll(&wait, 1, milliseconds) <= 0) return false;
        std::uint32_t number;
        return ::recv(receiver_, &number, sizeof number, 0) > 0;
    }
    /// Sends one and waits for it.
    bool passes(int milliseconds = 300) {
        send();
        return arrives(milliseconds);
    }

private:
    int family_, receiver_, sender_;
    sockaddr_storage address_{};
    socklen_t length_;
    bool ready_ = false;
};

}  // namespace sallyport::test
