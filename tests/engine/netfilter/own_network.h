// SPDX-License-Identifier: GPL-3.0-or-later
// A network of a test's own: a user and network namespace, so that real kernel rules and real packets harm nobody.
#pragma once
#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <csignal>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace own_network {

/// What a shell command prints on both streams; its exit status in `status`.
inline std::string run(const std::string& command, int* status = nullptr) {
    std::string output;
    FILE* pipe = ::popen(("(" + command + ") 2>&1").c_str(), "r");
    std::array<char, 4096> buffer;
    while (pipe && std::fgets(buffer.data(), buffer.size(), pipe)) output += buffer.data();
    const int ended = pipe ? ::pclose(pipe) : -1;
    if (status) *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    return output;
}

inline bool write_file(const char* path, const std::string& text) {
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool written = file >= 0 && ::write(file, text.data(), text.size()) == ssize_t(text.size());
    if (file >= 0) ::close(file);
    return written;
}

/// IPv6 addresses can be used at once: nobody else is there to have the same.
inline void trust_addresses() { write_file("/proc/sys/net/ipv6/conf/default/accept_dad", "0"); }

inline bool become_root_of_own_users() {
    const std::string user = std::to_string(::getuid()), group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) < 0) return false;
    write_file("/proc/self/setgroups", "deny");
    return write_file("/proc/self/uid_map", "0 " + user + " 1") && write_file("/proc/self/gid_map", "0 " + group + " 1");
}

/// Moves this process, which must have one thread yet, to an empty network with loopback up, as its root. False: not allowed here.
/// `stay_root`: if it is root already, as that root, who may have larger socket buffers than the root of other users. So it is
/// too where a sanitizer has started a thread of its own, with which no process can change users.
inline bool enter(bool stay_root = false) {
    const auto as_root = [] { return ::getuid() == 0 && ::unshare(CLONE_NEWNET) == 0; };
    if (!(stay_root && as_root()) && !become_root_of_own_users() && !as_root()) return false;
    trust_addresses();
    int status = 0;
    run("ip link set lo up", &status);
    return status == 0;
}

/// A child process in a network of its own, joined to ours by a pair of virtual cables: `hostNUMBER` here, `eth0` there. It dies with us.
class Host {
public:
    /// Addresses 10.NUMBER.0.1 (here) and 10.NUMBER.0.2 (there), fdNUMBER::1 and ::2.
    explicit Host(int number) {
        int ready[2];
        if (::pipe2(ready, O_CLOEXEC) < 0) return;
        pid_ = ::fork();
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            char done = ::unshare(CLONE_NEWNET) == 0;
            trust_addresses();
            done = ::write(ready[1], &done, 1) == 1;
            for (;;) ::pause();
        }
        char made = 0;
        if (::read(ready[0], &made, 1) != 1 || !made) return;
        ::close(ready[0]);
        ::close(ready[1]);
        const std::string n = std::to_string(number), net4 = "10." + n + ".0.", net6 = "fd" + n + "::";
        name_ = "host" + n;
        const std::string there = inside();
        const std::string steps[] = {
            "ip link add name " + name_ + " type veth peer name eth0 netns " + std::to_string(pid_),
            "ip addr add " + net4 + "1/24 dev " + name_, "ip addr add " + net6 + "1/64 dev " + name_ + " nodad",
            "ip link set " + name_ + " up", there + "ip link set lo up", there + "ip addr add " + net4 + "2/24 dev eth0",
            there + "ip addr add " + net6 + "2/64 dev eth0 nodad", there + "ip link set eth0 up",
            there + "ip route add default via " + net4 + "1", there + "ip -6 route add default via " + net6 + "1"};
        int status = 0;
        for (const auto& step : steps)
            if (status == 0) said_ = run(step, &status);
        works_ = status == 0;
    }
    ~Host() {
        if (pid_ <= 0) return;
        run("ip link del " + name_);
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    Host(const Host&) = delete;

    bool works() const { return works_; }
    const std::string& said() const { return said_; }
    /// To be put before a command that runs there.
    std::string inside() const { return "nsenter -n -t " + std::to_string(pid_) + " "; }

private:
    pid_t pid_ = -1;
    bool works_ = false;
    std::string name_, said_;
};

}  // namespace own_network

/// main() of a test that needs a network of its own: skipped, with the reason said, where namespaces are forbidden.
#define OWN_NETWORK_MAIN(Test, ...)                                                                             \
    int main(int argc, char** argv) {                                                                           \
        if (!own_network::enter(__VA_ARGS__)) {                                                                 \
            std::puts("SKIPPED: user namespaces are forbidden here (sysctl kernel.unprivileged_userns_clone=1)");\
            return 77;                                                                                          \
        }                                                                                                       \
        QCoreApplication app(argc, argv);                                                                       \
        Test test;                                                                                              \
        return QTest::qExec(&test, argc, argv);                                                                 \
    }
