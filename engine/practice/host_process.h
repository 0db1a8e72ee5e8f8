// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "practice/descriptor.h"
#include "practice/hosts.h"
#include <sys/types.h>

namespace sallyport {

/// The process of one practice host, in a network namespace of its own (the gateway's: in ours). It ends when this object is
/// destroyed, and when our process dies, however it dies: it watches the socket between us, and asks the kernel for SIGKILL.
class HostProcess {
public:
    /// Starts the process; its namespace exists afterwards, and is empty.
    static Result<HostProcess> start(const HostPlan& plan, const PracticeOptions& options, bool ipv6);
    HostProcess(HostProcess&& other) noexcept;
    HostProcess& operator=(HostProcess&&) = delete;
    ~HostProcess();

    pid_t process() const { return process_; }
    /// Lets it set up its end of the cable, open its sockets and begin; returns when it has, or why it could not.
    Status begin();
    bool alive();

private:
    HostProcess(std::string name, pid_t process, Descriptor control)
        : name_(std::move(name)), process_(process), control_(std::move(control)) {}
    Status hear();
    std::string name_;
    pid_t process_ = -1;
    Descriptor control_;
};

/// The host's end of its cable.
inline constexpr const char* host_interface = "eth0";

}  // namespace sallyport
