// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "practice/hosts.h"
#include <sys/types.h>

namespace sallyport {

/// The life of a practice host, in a process just forked from `parent`: namespace, interface, sockets; then, without capabilities,
/// its activities, until the other end of `control` closes or the parent dies.
[[noreturn]] void run_host(const HostPlan& plan, const PracticeOptions& options, bool ipv6, int control, pid_t parent);

}  // namespace sallyport
