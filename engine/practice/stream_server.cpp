// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_server.h"
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>

namespace sallyport {
namespace {

constexpr std::size_t most_peers = 48;
constexpr std::size_t most_bytes = 64 * 1024;  // waiting from one peer
constexpr std::chrono::seconds idle_limit{20};

}  // namespace

Result<Descriptor> bind_everywhere(int type, std::uint16_t port) {
    for (const char* any : {"::", "0.0.0.0"}) {
        const SocketAddress address(any, port);
        Descriptor socket(::socket(address.family(), type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!socket) continue;
        const int on = 1, off = 0;
        setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (address.family() == AF_INET6) setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
        if (bind(socket.get(), address.get(), address.length) == 0) return socket;
    }
    return fail(message("cannot serve port %1 in the practice network: %2", port, std::strerror(errno)), {}, errno);
}

Status StreamServer::open() {
    Result<Descriptor> socket = bind_everywhere(SOCK_STREAM, port_);
    if (!socket) return tl::unexpected(socket.error());
    listener_ = std::move(*socket);
    if (listen(listener_.get(), 16) == 0) return {};
    return fail(message("cannot listen on port %1: %2", port_, std::strerror(errno)), {}, errno);
}

void StreamServer::welcome(std::vector<Peer>& peers) {
    Descriptor socket(accept4(listener_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket && peers.size() < most_peers) peers.push_back({std::move(socket), {}, std::chrono::steady_clock::now()});
}

bool StreamServer::serve(Peer& peer) {
    if (!receive_some(peer.socket.get(), peer.received, Milliseconds(0)) || peer.received.size() > most_bytes) return false;
    peer.last = std::chrono::steady_clock::now();
    for (;;) {
        const std::size_t before = peer.received.size();
        const Answer answer = answer_(peer.received);
        if (!send_all(peer.socket.get(), answer.text, Milliseconds(200)) || answer.close) return false;
        if (peer.received.empty() || peer.received.size() == before) return true;
    }
}

void StreamServer::run() {
    std::vector<Peer> peers;
    std::vector<pollfd> waiting;
    for (;;) {
        waiting.assign(1, {listener_.get(), POLLIN, 0});
        for (const Peer& peer : peers) waiting.push_back({peer.socket.get(), POLLIN, 0});
        if (poll(waiting.data(), waiting.size(), 1000) < 0 && errno != EINTR) return;
        const auto now = std::chrono::steady_clock::now();
        for (std::size_t i = peers.size(); i--;) {
            const bool done = waiting[i + 1].revents ? !serve(peers[i]) : now - peers[i].last > idle_limit;
            if (done) peers.erase(peers.begin() + std::ptrdiff_t(i));
        }
        if (waiting[0].revents) welcome(peers);
    }
}

}  // namespace sallyport
