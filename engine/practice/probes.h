// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that only ask whether somebody is there.
#pragma once
#include "practice/client.h"

namespace sallyport {

/// Pings a host (ICMP or ICMPv6 echo, RFC 792 and RFC 4443).
std::unique_ptr<Activity> make_pinger(Milliseconds pause, bool ipv6, std::string host);
/// Tries a TCP port where nobody listens.
std::unique_ptr<Activity> make_knocker(Milliseconds pause, bool ipv6, std::string host, std::uint16_t port);

}  // namespace sallyport
