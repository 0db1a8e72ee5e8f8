// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/host_main.h"
#include "practice/host_process.h"
#include "practice/network_setting.h"
#include "practice/packed_error.h"
#include "practice/route_link.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <thread>

namespace sallyport {
namespace {

bool is_gateway(const HostPlan& plan) { return plan.number == 1; }

void die_with(pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);  // it died before we asked
}

/// Nothing of the program's is left to this process but its end of the control socket and stderr.
void let_go_of_everything(int control) {
    setpgid(0, 0);  // Ctrl+C in the terminal is the program's business
    if (control != 3 && dup2(control, 3) < 0) _exit(1);
    if (syscall(SYS_close_range, 4u, ~0u, 0u) != 0)  // Linux 5.9
        for (int fd = 4; fd < 4096; fd++) close(fd);
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null >= 0) {
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        close(null);
    }
}

/// What even a host gone mad could not exceed: files written, core dumps, sockets.
void set_limits() {
    const rlimit none{0, 0}, few{128, 128};
    setrlimit(RLIMIT_FSIZE, &none);
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_NOFILE, &few);
}

Status drop_capabilities() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct nothing[2]{};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_capset, &header, nothing) == 0) return {};
    return fail(message("cannot take the rights from a practice host: %1", std::strerror(errno)), {}, errno);
}

Status plug_in(RouteLink& link, const std::string& own, const std::string& gateway) {
    Result<RouteAddress> mine = RouteAddress::parse(own), router = RouteAddress::parse(gateway);
    if (!mine) return tl::unexpected(mine.error());
    if (!router) return tl::unexpected(router.error());
    if (Status added = link.add_address(host_interface, *mine); !added) return added;
    if (Status added = link.add_route(host_interface, &*router, nullptr, router->family); !added) return added;
    return link.add_route(host_interface, nullptr, &*router, router->family);
}

Status set_up_interface(const HostPlan& plan, bool ipv6) {
    Result<RouteLink> link = RouteLink::open();
    if (!link) return tl::unexpected(link.error());
    if (Status offloads = disable_offloads(host_interface); !offloads) return offloads;
    for (const char* interface : {"lo", host_interface})
        if (Status up = link->set_up(interface); !up) return up;
    const HostPlan& gateway = host_plans().front();
    if (Status plugged = plug_in(*link, ipv4_of(plan), ipv4_of(gateway)); !plugged || !ipv6) return plugged;
    if (Status given = give_link_local(*link, host_interface, plan); !given) return given;
    return plug_in(*link, ipv6_of(plan), ipv6_of(gateway));
}

Status prepare(const HostPlan& plan, bool ipv6, const Activities& activities) {
    if (!is_gateway(plan))
        if (Status set = set_up_interface(plan, ipv6); !set) return set;
    for (const auto& activity : activities)
        if (Status opened = activity->open(); !opened) return opened;
    return drop_capabilities();
}

void say(int control, const Status& status) {
    const std::string text = status ? "ok" : packed(status.error());
    send(control, text.data(), text.size(), MSG_NOSIGNAL);
}

/// Waits for a message; false at the end of the connection: the program has stopped us, or died.
bool heard(int control) {
    char word[8];
    ssize_t got;
    do got = recv(control, word, sizeof word, 0);
    while (got < 0 && errno == EINTR);
    return got > 0;
}

}  // namespace

void run_host(const HostPlan& plan, const PracticeOptions& options, bool ipv6, int control, pid_t parent) {
    die_with(parent);
    let_go_of_everything(control);
    control = 3;
    set_limits();
    prctl(PR_SET_NAME, (std::string("host-") + plan.name).c_str());
    if (!is_gateway(plan) && unshare(CLONE_NEWNET) != 0) {
        say(control, fail(message("cannot make a network namespace for a practice host: %1", std::strerror(errno)),
                          message("sudo sysctl user.max_net_namespaces=15000"), errno));
        _exit(1);
    }
    if (!is_gateway(plan)) keep_interfaces_quiet();  // now: the cable comes when the program hears from us
    say(control, {});
    if (!heard(control)) _exit(0);

    const Activities activities = activities_of(plan, options, ipv6);
    const Status prepared = prepare(plan, ipv6, activities);
    die_with(parent);  // a change of capabilities may have cleared it (prctl(2))
    say(control, prepared);
    if (!prepared) _exit(1);
    for (const auto& activity : activities) std::thread([&activity] { activity->run(); }).detach();
    while (heard(control)) {}
    _exit(0);  // ends the threads with the process
}

}  // namespace sallyport
