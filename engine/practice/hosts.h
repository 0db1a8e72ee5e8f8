// SPDX-License-Identifier: GPL-3.0-or-later
// Who is in the practice network.
#pragma once
#include "practice/activity.h"
#include <span>
#include <string>

namespace sallyport {

struct PracticeOptions;

/// One host as it is planned: the same number ends its IPv4 and its IPv6 address.
struct HostPlan {
    const char* name;
    unsigned number;                      // 10.77.0.N and fd77::N
    const char* does;
    Activities (*activities)(const PracticeOptions& options, bool ipv6);
};

/// The gateway (this program's own namespace) first.
std::span<const HostPlan> host_plans();
const HostPlan* host_named(const std::string& name);   // null: nobody

/// What a host does under these options: a client nothing, when clients are off.
Activities activities_of(const HostPlan& host, const PracticeOptions& options, bool ipv6);

std::string ipv4_of(const HostPlan& host);
std::string ipv6_of(const HostPlan& host);
/// fe80::N, which neighbour discovery for forwarded packets needs (RFC 4861 section 7.2.2).
Status give_link_local(class RouteLink& link, const std::string& interface, const HostPlan& host);

}  // namespace sallyport
