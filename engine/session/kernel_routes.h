// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace sallyport {

/// A route by a gateway, and the neighbours that the kernel knows: of this network namespace, through rtnetlink(7). Empty where it refuses.
struct GatewayRoute {
    std::string interface;
    std::string gateway;  // "192.0.2.1", "fe80::1"
    std::string network;  // "0.0.0.0", "::": with bits 0, the default route
    unsigned bits = 0, metric = 0;
    bool v6 = false;
};
std::vector<GatewayRoute> gateway_routes();

struct Neighbour {
    std::string interface, address, mac;
};
/// Those with a hardware address that the kernel would use.
std::vector<Neighbour> known_neighbours();

}  // namespace sallyport
