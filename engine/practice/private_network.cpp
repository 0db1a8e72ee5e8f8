// SPDX-License-Identifier: GPL-3.0-or-later
// Entering a user and network namespace (user_namespaces(7), network_namespaces(7)).
#include "practice/descriptor.h"
#include "practice/packed_error.h"
#include "practice/practice_network.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sallyport {
namespace {

std::string system_setting(const char* path) {
    std::ifstream file(path);
    std::string value;
    file >> value;
    return value;
}

constexpr Words apparmor_remedy = words("sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0; or start the program with sudo");

bool apparmor_restricts() { return system_setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1"; }

/// Why unshare() failed, from the settings that the distributions use to forbid it.
tl::unexpected<Error> explain_refusal(int error) {
    auto refused = [error](const Message& why, Message remedy) {
        return fail(message("cannot make a user namespace for the practice network: %1", why), std::move(remedy), error);
    };
    if (error == EINVAL)
        return refused(message("the program has several threads already"), message("this is a defect of the program: please report it"));
    if (system_setting("/proc/sys/kernel/unprivileged_userns_clone") == "0")
        return refused(message("this system forbids them to ordinary users"),
                       message("sudo sysctl kernel.unprivileged_userns_clone=1; or start the program with sudo"));
    if (system_setting("/proc/sys/user/max_user_namespaces") == "0")
        return refused(message("this system allows none of them"),
                       message("sudo sysctl user.max_user_namespaces=15000; or start the program with sudo"));
    if (system_setting("/proc/sys/user/max_net_namespaces") == "0")
        return refused(message("this system allows no network namespaces"), message("sudo sysctl user.max_net_namespaces=15000"));
    if (apparmor_restricts()) return refused(message("AppArmor forbids them to this program"), apparmor_remedy);
    if (error == ENOSPC) return refused(message("too many of them are in use"), message("sudo sysctl user.max_user_namespaces=15000"));
    if (error == ENOSYS || error == EPERM)
        return refused(
            Message::foreign(std::strerror(error)),
            message("in a container, start it with the right to make namespaces (--privileged); else start the program with sudo"));
    return refused(Message::foreign(std::strerror(error)), message("start the program with sudo"));
}

Status write_map(const char* path, const std::string& line) {
    const Descriptor file(open(path, O_WRONLY | O_CLOEXEC));
    if (file.get() >= 0 && write(file.get(), line.data(), line.size()) == ssize_t(line.size())) return {};
    const int error = errno;
    return fail(message("cannot set up the user namespace of the practice network: %1: %2", path, std::strerror(error)),
                apparmor_restricts() ? apparmor_remedy : words("start the program with sudo"), error);
}

}  // namespace

Status enter_private_network() {
    // With the capability for it (root), a network namespace alone is enough, and files keep their owners.
    if (unshare(CLONE_NEWNET) == 0) return {};
    const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return explain_refusal(errno);
    // The same ids inside as outside: session bus, display and configuration see the user they know. The capabilities come
    // with the namespace, not with uid 0. A group map needs setgroups denied first (user_namespaces(7)).
    if (Status denied = write_map("/proc/self/setgroups", "deny"); !denied && denied.error().code != ENOENT) return denied;
    if (Status mapped = write_map("/proc/self/uid_map", user + " " + user + " 1\n"); !mapped) return mapped;
    return write_map("/proc/self/gid_map", group + " " + group + " 1\n");
}

Status try_private_network() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return fail(message("cannot make a pipe: %1", std::strerror(errno)), message("close some programs"), errno);
    Descriptor reader(ends[0]), writer(ends[1]);
    const pid_t child = fork();
    if (child < 0) return fail(message("cannot start a process: %1", std::strerror(errno)), message("close some programs"), errno);
    if (child == 0) {
        const Status entered = enter_private_network();
        const std::string text = entered ? "" : packed(entered.error());
        _exit(write(writer.get(), text.data(), text.size()) == ssize_t(text.size()) && entered ? 0 : 1);
    }
    writer.close();
    std::string text;
    char buffer[512];
    for (ssize_t n; (n = read(reader.get(), buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR);)
        if (n > 0) text.append(buffer, std::size_t(n));
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (text.empty()) return {};
    return tl::unexpected(unpacked(text));
}

}  // namespace sallyport
