// SPDX-License-Identifier: GPL-3.0-or-later
#include "netfilter/netlink.h"
#include <cerrno>
#include <fstream>
#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <sys/socket.h>

namespace sallyport {

void Netlink::Close::operator()(mnl_socket* socket) const { mnl_socket_close(socket); }

Result<Netlink> Netlink::open() {
    mnl_socket* socket = mnl_socket_open2(NETLINK_NETFILTER, SOCK_CLOEXEC);
    if (!socket) {
        const int code = errno;
        return fail(std::string("cannot open a netlink socket to netfilter: ") + std::strerror(code),
                    code == EPROTONOSUPPORT ? "the kernel needs CONFIG_NETFILTER_NETLINK; try: modprobe nfnetlink" : "", code);
    }
    Netlink netlink(socket);
    if (mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) < 0) {
        const int code = errno;
        return fail(std::string("cannot bind a netlink socket: ") + std::strerror(code), "", code);
    }
    return netlink;
}

Result<std::vector<NetlinkAnswer>> Netlink::exchange(Bytes messages, const std::function<void(const nlmsghdr*)>& reply) {
    if (mnl_socket_sendto(socket_.get(), messages.data(), messages.size()) < 0) {
        const int code = errno;
        return fail(std::string("cannot send to the kernel's netfilter: ") + std::strerror(code), code == EPERM ? privilege_remedy() : "", code);
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

std::string privilege_remedy() {
    return "run it as root, or give the program the capabilities: sudo setcap cap_net_admin,cap_net_raw=ep PROGRAM; "
           "the practice network (--practice) needs none of them";
}

std::string port_owner(std::uint32_t port) {
    std::ifstream comm("/proc/" + std::to_string(port) + "/comm");
    std::string name;
    if (port == 0 || !std::getline(comm, name)) return "another process";
    return "process " + std::to_string(port) + " (" + name + ")";
}

}  // namespace sallyport
