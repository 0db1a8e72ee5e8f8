// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "practice/descriptor.h"
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace sallyport {

/// An address and port, as the socket calls want it. length 0: the text was no address.
struct SocketAddress {
    SocketAddress(const std::string& ip, std::uint16_t port);
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
    int family() const { return storage.ss_family; }
    sockaddr_storage storage{};
    socklen_t length = 0;
};

using Milliseconds = std::chrono::milliseconds;

/// Waits until `fd` is ready for `events` (poll(2)); false when the time is over.
bool wait_for(int fd, short events, Milliseconds limit);
/// A TCP connection, or nothing when it was refused or the time is over.
Descriptor connect_tcp(const SocketAddress& to, Milliseconds limit);
/// Sends all of it, or false.
bool send_all(int fd, std::string_view bytes, Milliseconds limit);
/// Appends what arrives next; false at the end of the connection, on errors and when the time is over.
bool receive_some(int fd, std::string& into, Milliseconds limit);

}  // namespace sallyport
