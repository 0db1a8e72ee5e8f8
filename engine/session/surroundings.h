// SPDX-License-Identifier: GPL-3.0-or-later
// Where packets of ours go out, as templates need to know it, and who lives there.
#pragma once
#include "session/compose.h"
#include "session/session.h"

namespace sallyport {

/// What templates fill in for packets that are sent straight onto this interface; "": the one that the default route leaves by, without
/// one the first that is up and has an address. What is not known stays "". Any thread.
Surroundings surroundings_of(const std::string& interface);
/// … or through this session: link type and interface are those of its source.
Surroundings surroundings_of(const Session& session);

/// The hardware address of a neighbour on an Ethernet interface: as the kernel knows it, else asked for by ARP or neighbour solicitation,
/// for which it waits at most `most_ms`. Needs CAP_NET_RAW to ask. For a destination beyond the interface's networks, that of the gateway.
Result<std::string> hardware_address(const std::string& interface, const std::string& destination, int most_ms = 1500);

/// The networks that are the user's own: loopback, link-local, multicast that stays near, those that this machine's interfaces are
/// connected to, and the private ranges (RFC 1918, 4193, 6598) that one of its addresses lies in. Read once, when made.
class OwnNetworks {
public:
    OwnNetworks();
    /// The destination of a packet that lies outside of them, as text; "" when it is inside, or when the packet has none.
    std::string outside_destination(Bytes packet, LinkType link_type) const;

private:
    struct Network {
        bool v6 = false;
        std::uint8_t address[16] = {};
        unsigned bits = 0;
    };
    void add(const char* network, unsigned bits);
    void add(bool v6, const std::uint8_t* address, unsigned bits);
    bool contain(bool v6, const std::uint8_t* address) const;
    std::vector<Network> networks_;
};

}  // namespace sallyport
