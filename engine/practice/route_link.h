// SPDX-License-Identifier: GPL-3.0-or-later
// The few requests of rtnetlink(7) that the practice network needs: cables, addresses, routes.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "practice/descriptor.h"
#include <string>
#include <sys/types.h>

namespace sallyport {

/// An IPv4 or IPv6 address in network order.
struct RouteAddress {
    int family = 0;    // AF_INET or AF_INET6
    ByteBuffer bytes;  // 4 or 16
    static Result<RouteAddress> parse(const std::string& text);
};

/// A netlink socket of the calling thread's network namespace; every call waits for the kernel's answer.
class RouteLink {
public:
    static Result<RouteLink> open();
    /// A cable: `name` here, `peer` in the network namespace of process `peer_process`, with these hardware addresses.
    Status make_cable(const std::string& name, Bytes hardware, const std::string& peer, Bytes peer_hardware, pid_t peer_process);
    Status remove(const std::string& name);
    Status set_up(const std::string& name);
    /// Without the wait of duplicate address detection. `prefix` bits of it are on the link; 0: the address alone (/32, /128).
    Status add_address(const std::string& name, const RouteAddress& address, unsigned prefix = 0);
    /// A route to one address, or to everything when `destination` is null, over `name`, through `gateway` if not null.
    Status add_route(const std::string& name, const RouteAddress* destination, const RouteAddress* gateway, int family);

private:
    explicit RouteLink(Descriptor socket) : socket_(std::move(socket)) {}
    /// `pattern`: what to say when it fails, with `interface` in %1 and the reason in %2.
    Status ask(class RouteRequest& request, Words pattern, const std::string& interface);
    Descriptor socket_;
    std::uint32_t sequence_ = 0;
};

/// Lets this end of a cable compute checksums and cut segments itself, as a wire would carry them: without it, packets between
/// namespaces keep partial checksums, which look wrong to whoever watches.
Status disable_offloads(const std::string& interface);

}  // namespace sallyport
