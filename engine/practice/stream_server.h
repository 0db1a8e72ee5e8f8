// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "practice/activity.h"
#include "practice/socket_address.h"
#include <functional>

namespace sallyport {

/// A TCP server for small conversations: `answer` looks at what a peer has sent so far, takes what it understands off its front,
/// and says what goes back and whether the connection then ends. Bounded: peers, bytes waiting, and idle time.
class StreamServer : public Activity {
public:
    struct Answer {
        std::string text;
        bool close = false;
    };
    using Handler = std::function<Answer(std::string& received)>;
    StreamServer(std::uint16_t port, Handler answer) : port_(port), answer_(std::move(answer)) {}
    Status open() override;
    void run() override;

private:
    struct Peer {
        Descriptor socket;
        std::string received;
        std::chrono::steady_clock::time_point last;
    };
    void welcome(std::vector<Peer>& peers);
    bool serve(Peer& peer);               // false: done with it
    std::uint16_t port_;
    Handler answer_;
    Descriptor listener_;
};

/// A socket bound to a port on every address: IPv6 and IPv4 together, or IPv4 alone where the kernel has no IPv6.
Result<Descriptor> bind_everywhere(int type, std::uint16_t port);

}  // namespace sallyport
