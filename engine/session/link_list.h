// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sallyport {

/// A network interface as the kernel lists it (rtnetlink(7)): of this network namespace, which /sys need not show.
struct Link {
    std::string name, kind;                       // kind: "veth", "bridge", "tun" …; "" for hardware
    unsigned short hardware = 0;                  // ARPHRD_
    bool up = false, loopback = false;
    std::uint64_t bytes = 0, packets = 0;         // received and sent
};
/// Any thread. Empty where netlink is refused.
std::vector<Link> list_links();

}  // namespace sallyport
