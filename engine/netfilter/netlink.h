// SPDX-License-Identifier: GPL-3.0-or-later
// A NETLINK_NETFILTER socket of our own: messages out, the kernel's answers in. One thread at a time.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include <functional>
#include <memory>

struct mnl_socket;
struct nlmsghdr;

namespace sallyport {

/// What the kernel said to one message: 0 or an errno.
struct NetlinkAnswer {
    std::uint32_t sequence = 0;
    int error = 0;
};

class Netlink {
public:
    /// Opens and binds a socket, closed on exec: what belongs to it in the kernel dies with this process.
    static Result<Netlink> open();

    /// Sends `messages` and collects the answers that the kernel gave before the call returned (it carries them out at once).
    /// `reply`, if any, sees each message that is not an answer.
    Result<std::vector<NetlinkAnswer>> exchange(Bytes messages, const std::function<void(const nlmsghdr*)>& reply = {});
    int descriptor() const;
    std::uint32_t port() const;

private:
    struct Close {
        void operator()(mnl_socket* socket) const;
    };
    explicit Netlink(mnl_socket* socket) : socket_(socket) {}
    std::unique_ptr<mnl_socket, Close> socket_;
};

/// "run as root, …": what to do when the kernel refuses a step of the firewall for want of privilege.
Message privilege_remedy();
/// "process 123 (name)" that has a netlink socket with this port open, as far as this process may see; else "another process".
Message port_owner(std::uint32_t port);

}  // namespace sallyport
