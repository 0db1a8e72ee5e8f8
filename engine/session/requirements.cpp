// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine and user allow, each tried in a way that leaves nothing behind.
#include "netfilter/kernel_table.h"
#include "session/session.h"
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sallyport {
namespace {

std::string own_path() {
    char path[4096];
    auto length = ::readlink("/proc/self/exe", path, sizeof path);
    return length > 0 ? std::string(path, std::size_t(length)) : "sallyport";
}

Requirement met(std::string name, std::string why) { return {std::move(name), true, std::move(why), ""}; }

Requirement check_capture() {
    int descriptor = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);   // protocol 0: receives nothing
    if (descriptor >= 0) {
        ::close(descriptor);
        return met("capture", "interfaces can be watched");
    }
    int error = errno;
    if (error == EPERM || error == EACCES)
        return {"capture", false, "watching interfaces needs the capability CAP_NET_RAW, which this process does not have",
                "run it as root, or once: sudo setcap cap_net_raw,cap_net_admin+ep " + own_path()};
    if (error == EAFNOSUPPORT)
        return {"capture", false, "this kernel has no packet sockets", "load the module af_packet, or use a kernel with CONFIG_PACKET"};
    return {"capture", false, std::string("a packet socket cannot be opened: ") + std::strerror(error), ""};
}

Requirement check_firewall() {
    if (auto tried = KernelTable::probe(); !tried) return {"nfqueue", false, tried.error().what, tried.error().remedy};
    return met("nfqueue", "the kernel can hand packets to rules (nf_tables with NFQUEUE)");
}

std::string setting(const char* path) {
    std::string value;
    std::getline(std::ifstream(path) >> std::ws, value);
    return value;
}

/// Which of the kernel's switches forbids user namespaces, and the command that turns it.
Requirement namespaces_forbidden(int error) {
    Requirement forbidden{"user namespaces", false, "", ""};
    if (setting("/proc/sys/kernel/unprivileged_userns_clone") == "0") {
        forbidden.why = "user namespaces are switched off for ordinary users (kernel.unprivileged_userns_clone = 0)";
        forbidden.remedy = "sudo sysctl kernel.unprivileged_userns_clone=1";
    } else if (setting("/proc/sys/user/max_user_namespaces") == "0") {
        forbidden.why = "the number of user namespaces is limited to 0 (user.max_user_namespaces)";
        forbidden.remedy = "sudo sysctl user.max_user_namespaces=15000";
    } else if (setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1") {
        forbidden.why = "AppArmor forbids user namespaces to ordinary programs (kernel.apparmor_restrict_unprivileged_userns = 1)";
        forbidden.remedy = "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0";
    } else {
        forbidden.why = std::string("a user and network namespace cannot be made here: ") + std::strerror(error);
        forbidden.remedy = "in a container, allow the system calls clone and unshare with CLONE_NEWUSER";
    }
    return forbidden;
}

Requirement check_user_namespaces() {
    // A child tries: a process with several threads cannot, and would be changed by it. It calls nothing but the kernel.
    auto child = ::fork();
    if (child == 0) ::_exit(::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 ? 0 : errno);
    int status = 0;
    if (child < 0) return namespaces_forbidden(errno);
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return namespaces_forbidden(errno);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return met("user namespaces", "the practice network can be made without rights");
    return namespaces_forbidden(WIFEXITED(status) ? WEXITSTATUS(status) : EINVAL);
}

}  // namespace

std::vector<Requirement> check_requirements() { return {check_capture(), check_firewall(), check_user_namespaces()}; }

}  // namespace sallyport
