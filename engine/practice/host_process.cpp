// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/host_process.h"
#include "practice/host_main.h"
#include "practice/packed_error.h"
#include "practice/socket_address.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/wait.h>

namespace sallyport {

Result<HostProcess> HostProcess::start(const HostPlan& plan, const PracticeOptions& options, bool ipv6) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(message("cannot start the practice host %1: %2", plan.name, std::strerror(errno)), message("close some programs"),
                    errno);
    Descriptor ours(ends[0]), theirs(ends[1]);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0)
        return fail(message("cannot start the practice host %1: %2", plan.name, std::strerror(errno)), message("close some programs"),
                    errno);
    if (child == 0) run_host(plan, options, ipv6, theirs.get(), parent);
    HostProcess host(plan.name, child, std::move(ours));
    if (Status ready = host.hear(); !ready) return tl::unexpected(ready.error());
    return host;
}

HostProcess::HostProcess(HostProcess&& other) noexcept
    : name_(std::move(other.name_)), process_(std::exchange(other.process_, -1)), control_(std::move(other.control_)) {}

HostProcess::~HostProcess() {
    if (process_ < 0) return;
    control_.close();         // it ends by itself at once …
    kill(process_, SIGKILL);  // … and has no choice
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {}
}

Status HostProcess::begin() {
    if (send(control_.get(), "go", 2, MSG_NOSIGNAL) < 0)
        return fail(message("the practice host %1 has ended: %2", name_, std::strerror(errno)), {}, errno);
    return hear();
}

bool HostProcess::alive() {
    if (process_ < 0) return false;
    if (waitpid(process_, nullptr, WNOHANG) == 0) return true;
    process_ = -1;
    return false;
}

Status HostProcess::hear() {
    constexpr Milliseconds limit{10'000};
    char text[4096];
    ssize_t got = -1;
    if (wait_for(control_.get(), POLLIN, limit)) got = recv(control_.get(), text, sizeof text, 0);
    if (got <= 0)
        return fail(message("the practice host %1 did not start", name_), message("try again; if it happens again, please report it"));
    const std::string answer(text, std::size_t(got));
    if (answer == "ok") return {};
    return tl::unexpected(unpacked(answer));
}

}  // namespace sallyport
