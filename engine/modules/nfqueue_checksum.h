// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"

namespace sallyport {

/// Completes the TCP or UDP checksum of an edited IPv4 or IPv6 packet that came with a partial one (the network card would
/// have completed it, but the kernel takes edited bytes as they are). A checksum that the edit itself set stays.
/// Fragments and packets that end before the checksum are left alone.
void complete_transport_checksum(Bytes received, MutableBytes edited);

/// The same for a packet that the kernel will still cut into segments (PacketFlag::gso). Those of UDP need the sum of the pseudo
/// header there, from which each gets its own (net/ipv4/udp_offload.c); for TCP the kernel begins anew.
void complete_checksum_of_segments(Bytes received, MutableBytes edited);

}  // namespace sallyport
