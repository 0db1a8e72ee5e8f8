// SPDX-License-Identifier: GPL-3.0-or-later
#include "netfilter/netlink.h"
#include "base/program_path.h"
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <sstream>
#include <sys/socket.h>

namespace sallyport {
namespace {

/// Columns of /proc/net/netlink: sk, protocol, port, groups, rmem, wmem, dump, locks, drops, inode.
std::string inode_of_port(std::uint32_t port) {
    std::ifstream sockets("/proc/thread-self/net/netlink");
    for (std::string line; std::getline(sockets, line);) {
        std::istringstream words(line);
        std::string column[10];
        for (auto& word : column) words >> word;
        if (column[1] == std::to_string(NETLINK_NETFILTER) && column[2] == std::to_string(port)) return column[9];
    }
    return {};
}

/// The number of a process that has a file of this name ("socket:[123]") open; empty when none can be seen.
std::string process_with(const std::string& file) {
    std::error_code error;
    for (auto& process : std::filesystem::directory_iterator("/proc", error)) {
        const std::string number = process.path().filename();
        if (number.find_first_not_of("0123456789") != std::string::npos) continue;
        std::error_code refused;
        for (auto& open : std::filesystem::directory_iterator(process.path() / "fd", refused))
            if (std::filesystem::read_symlink(open.path(), refused) == file) return number;
    }
    return {};
}

}  // namespace

void Netlink::Close::operator()(mnl_socket* socket) const { mnl_socket_close(socket); }

Result<Netlink> Netlink::open() {
    mnl_socket* socket = mnl_socket_open2(NETLINK_NETFILTER, SOCK_CLOEXEC);
    if (!socket) {
        const int code = errno;
        return fail(message("cannot open a netlink socket to netfilter: %1", std::strerror(code)),
                    code == EPROTONOSUPPORT ? message("the kernel needs CONFIG_NETFILTER_NETLINK; try: modprobe nfnetlink") : Message(),
                    code);
    }
    Netlink netlink(socket);
    if (mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) < 0) {
        const int code = errno;
        return fail(message("cannot bind a netlink socket: %1", std::strerror(code)), {}, code);
    }
    return netlink;
}

Result<std::vector<NetlinkAnswer>> Netlink::exchange(Bytes messages, const std::function<void(const nlmsghdr*)>& reply) {
    if (mnl_socket_sendto(socket_.get(), messages.data(), messages.size()) < 0) {
        const int code = errno;
        return fail(message("cannot send to the kernel's netfilter: %1", std::strerror(code)),
                    code == EPERM ? privilege_remedy() : Message(), code);
    }
    std::vector<NetlinkAnswer> answers;
    alignas(nlmsghdr) char buffer[32768];
    for (;;) {  // the kernel works inside our send: what it has to say is there already, a long dump comes as we read it
        const ssize_t got = ::recv(descriptor(), buffer, sizeof buffer, MSG_DONTWAIT);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        int rest = int(got);
        for (auto* message = reinterpret_cast<nlmsghdr*>(buffer); mnl_nlmsg_ok(message, rest); message = mnl_nlmsg_next(message, &rest)) {
            if (message->nlmsg_type == NLMSG_ERROR && mnl_nlmsg_get_payload_len(message) >= sizeof(nlmsgerr)) {
                auto* error = static_cast<const nlmsgerr*>(mnl_nlmsg_get_payload(message));
                answers.push_back({message->nlmsg_seq, -error->error});
            } else if (message->nlmsg_type >= NLMSG_MIN_TYPE && reply) {
                reply(message);
            }
        }
    }
    return answers;
}

int Netlink::descriptor() const { return mnl_socket_get_fd(socket_.get()); }
std::uint32_t Netlink::port() const { return mnl_socket_get_portid(socket_.get()); }

Message privilege_remedy() {
    return message("run it as root, or once: sudo setcap cap_net_raw,cap_net_admin+ep %1; the practice network needs neither",
                   program_path());
}

Message port_owner(std::uint32_t port) {
    const std::string inode = inode_of_port(port);
    const std::string process = inode.empty() ? "" : process_with("socket:[" + inode + "]");
    if (process.empty()) return message("another process");
    std::ifstream comm("/proc/" + process + "/comm");
    std::string name;
    std::getline(comm, name);
    return name.empty() ? message("process %1", process) : message("process %1 (%2)", process, name);
}

}  // namespace sallyport
