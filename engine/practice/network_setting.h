// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "practice/descriptor.h"
#include <fcntl.h>
#include <string>
#include <string_view>

namespace sallyport {

/// Sets "ipv4/ip_forward" and the like, below /proc/sys/net, in this process's network namespace. False: errno tells why.
inline bool set_network_setting(const std::string& name, std::string_view value) {
    const Descriptor file(open(("/proc/sys/net/" + name).c_str(), O_WRONLY | O_CLOEXEC));
    return file && write(file.get(), value.data(), value.size()) == ssize_t(value.size());
}

/// Interfaces made from now on choose no link-local address (they are given one) and look for no routers: a quarter of the traffic
/// would be such ceremonies. Where it cannot be set, they are seen.
inline void keep_interfaces_quiet() {
    set_network_setting("ipv6/conf/default/addr_gen_mode", "1" /* IN6_ADDR_GEN_MODE_NONE */);
    set_network_setting("ipv6/conf/default/router_solicitations", "0");
}

}  // namespace sallyport
