// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"

namespace sallyport {

/// Completes the TCP or UDP checksum of an edited IPv4 or IPv6 packet that came with a partial one (the network card would
/// have completed it, but the kernel takes edited bytes as they are). A checksum that the edit itself set stays.
/// Fragments and packets that end before the checksum are left alone.
void complete_transport_checksum(Bytes received, MutableBytes edited);

}  // namespace sallyport
