// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/socket_address.h"
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>

namespace sallyport {

SocketAddress::SocketAddress(const std::string& ip, std::uint16_t port) {
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (inet_pton(AF_INET, ip.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&storage, &v4, length = sizeof v4);
    } else if (inet_pton(AF_INET6, ip.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        std::memcpy(&storage, &v6, length = sizeof v6);
    }
}

bool wait_for(int fd, short events, Milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const auto left = std::chrono::duration_cast<Milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waiting{fd, events, 0};
        const int ready = poll(&waiting, 1, left.count() > 0 ? int(left.count()) : 0);
        if (ready > 0) return true;
        if (ready == 0 || errno != EINTR) return false;
    }
}

Descriptor connect_tcp(const SocketAddress& to, Milliseconds limit) {
    Descriptor socket(::socket(to.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket) return socket;
    if (connect(socket.get(), to.get(), to.length) == 0) return socket;
    if (errno != EINPROGRESS || !wait_for(socket.get(), POLLOUT, limit)) return Descriptor();
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    return error == 0 ? std::move(socket) : Descriptor();
}

bool send_all(int fd, std::string_view bytes, Milliseconds limit) {
    while (!bytes.empty()) {
        const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) bytes.remove_prefix(std::size_t(sent));
        else if (errno == EAGAIN && !wait_for(fd, POLLOUT, limit)) return false;
        else if (errno != EAGAIN && errno != EINTR) return false;
    }
    return true;
}

bool receive_some(int fd, std::string& into, Milliseconds limit) {
    char buffer[4096];
    for (;;) {
        if (!wait_for(fd, POLLIN, limit)) return false;
        const ssize_t got = recv(fd, buffer, sizeof buffer, MSG_DONTWAIT);
        if (got > 0) into.append(buffer, std::size_t(got));
        if (got >= 0 || (errno != EAGAIN && errno != EINTR)) return got > 0;
    }
}

}  // namespace sallyport
