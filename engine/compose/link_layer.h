// SPDX-License-Identifier: GPL-3.0-or-later
// Packets that were captured or pasted with another link layer than the one they shall be sent with, or with none.
#pragma once
#include "compose/packet_template.h"

namespace sallyport {

/// Of bytes that somebody pasted: raw where they begin as an IP packet does (as tcpdump -x prints it) and are no frame by their type,
/// whatever its lengths say: they may be what is wrong with it, and it may be cut. Else ethernet.
LinkType likely_link_type(Bytes packet);

/// The packet with the link layer of its surroundings: from its IP header on where they have none; else, where its own is another one,
/// with an Ethernet header to the gateway. Fails where it holds no IP packet.
Result<Composition> with_link_layer(const Composition& packet, const Surroundings& surroundings);

}  // namespace sallyport
