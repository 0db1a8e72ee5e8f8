// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_socket.h"
#include "netfilter/netlink.h"
#include "netfilter/queue_status.h"
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <libmnl/libmnl.h>
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <linux/netlink.h>
#include <sys/socket.h>

namespace sallyport {
namespace {

constexpr std::uint16_t first_choice = 28000;  // other programs like small numbers; any is as good for us
constexpr int receive_buffer = 64 << 20;       // bytes of messages that may wait for us
constexpr int send_buffer = 4 << 20;           // an edited packet and many verdicts in one message
constexpr std::uint32_t queue_length = 65536;  // packets that may wait for a verdict

/// Memory of the messages in a socket is bounded by its buffers; NO_ENOBUFS: losses are counted by the queue, not reported.
void enlarge(int socket) {
    const int on = 1;
    if (::setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, &receive_buffer, sizeof receive_buffer) < 0)
        ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    if (::setsockopt(socket, SOL_SOCKET, SO_SNDBUFFORCE, &send_buffer, sizeof send_buffer) < 0)
        ::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &send_buffer, sizeof send_buffer);
    ::setsockopt(socket, SOL_NETLINK, NETLINK_NO_ENOBUFS, &on, sizeof on);
    ::setsockopt(socket, SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on);  // answers to us without the packet we sent
}

/// Sends one configuration message and waits for the kernel's answer: 0 or an errno.
int configure(mnl_socket* socket, nlmsghdr* message) {
    message->nlmsg_flags |= NLM_F_ACK;
    if (mnl_socket_sendto(socket, message, message->nlmsg_len) < 0) return errno;
    alignas(nlmsghdr) char buffer[1024];
    const ssize_t got = ::recv(mnl_socket_get_fd(socket), buffer, sizeof buffer, MSG_DONTWAIT);
    if (got < ssize_t(NLMSG_LENGTH(sizeof(nlmsgerr)))) return EIO;
    auto* answer = reinterpret_cast<nlmsghdr*>(buffer);
    return answer->nlmsg_type == NLMSG_ERROR ? -static_cast<nlmsgerr*>(mnl_nlmsg_get_payload(answer))->error : EIO;
}

int bind_queue(mnl_socket* socket, std::uint16_t number) {
    alignas(nlmsghdr) char buffer[512];
    nlmsghdr* message = nfq_nlmsg_put(buffer, NFQNL_MSG_CONFIG, number);
    nfq_nlmsg_cfg_put_cmd(message, AF_UNSPEC, NFQNL_CFG_CMD_BIND);
    return configure(socket, message);
}

int set_parameters(mnl_socket* socket, std::uint16_t number, std::uint32_t flags) {
    alignas(nlmsghdr) char buffer[512];
    nlmsghdr* message = nfq_nlmsg_put(buffer, NFQNL_MSG_CONFIG, number);
    nfq_nlmsg_cfg_put_params(message, NFQNL_COPY_PACKET, nfqueue_copy_range);
    nfq_nlmsg_cfg_put_qmaxlen(message, queue_length);
    mnl_attr_put_u32(message, NFQA_CFG_FLAGS, htonl(flags));
    mnl_attr_put_u32(message, NFQA_CFG_MASK, htonl(flags));
    return configure(socket, message);
}

Message listener_of(std::uint16_t number) {
    auto status = queue_status(number);
    return status ? port_owner(status->owner) : Message();
}

tl::unexpected<Error> bind_failed(std::uint16_t number, int code) {
    auto cannot = [&](Message why, Message remedy, int with) {
        return fail(message("cannot listen on packet queue %1: %2", number, why), std::move(remedy), with);
    };
    if (code == EPERM || code == EBUSY) {
        if (const Message listener = listener_of(number); !listener.empty())
            return cannot(message("%1 listens there", listener), message("choose another number, or let Sallyport choose"), EBUSY);
        return cannot(message("no permission"), privilege_remedy(), EPERM);
    }
    if (code == EINVAL || code == EOPNOTSUPP)
        return cannot(message("this kernel has no NFQUEUE"), message("try: modprobe nfnetlink_queue"), code);
    return cannot(Message::foreign(std::strerror(code)), {}, code);
}

}  // namespace

void NfqueueSocket::Close::operator()(mnl_socket* socket) const { mnl_socket_close(socket); }
int NfqueueSocket::descriptor() const { return mnl_socket_get_fd(socket_.get()); }

Result<NfqueueSocket> NfqueueSocket::bind(std::uint16_t number, FailPolicy fail_policy) {
    mnl_socket* socket = mnl_socket_open2(NETLINK_NETFILTER, SOCK_CLOEXEC);
    if (!socket || mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) < 0) {
        const int code = errno;
        if (socket) mnl_socket_close(socket);
        return fail(message("cannot open a netlink socket: %1", std::strerror(code)), {}, code);
    }
    NfqueueSocket queue(socket, number);
    enlarge(queue.descriptor());
    if (const int code = bind_queue(socket, number)) return bind_failed(number, code);
    const std::uint32_t policy = fail_policy == FailPolicy::open ? NFQA_CFG_F_FAIL_OPEN : 0;
    int code = set_parameters(socket, number, policy | NFQA_CFG_F_GSO | NFQA_CFG_F_UID_GID);
    if (code == EOPNOTSUPP) code = set_parameters(socket, number, policy | NFQA_CFG_F_GSO);  // before Linux 3.13: no owners
    if (code) return fail(message("cannot configure packet queue %1: %2", number, std::strerror(code)), {}, code);
    return queue;
}

Result<std::vector<NfqueueSocket>> NfqueueSocket::bind_range(unsigned count, FailPolicy fail_policy, int first) {
    int start = first < 0 ? first_choice : first;
    for (int attempt = 0;; attempt++) {
        if (first < 0) {  // the file is missing until the kernel's module is loaded, which binding does
            const auto taken = queue_status().value_or(std::vector<QueueStatus>());
            const auto free = free_queues(taken, std::uint16_t(start), count);
            if (!free) return fail(message("there are no %1 free packet queues in a row", count), message("ask for fewer queues"), EBUSY);
            start = *free;
        }
        std::vector<NfqueueSocket> queues;
        Error trouble;
        while (queues.size() < count) {
            auto queue = bind(std::uint16_t(start + int(queues.size())), fail_policy);
            if (!queue) {
                trouble = queue.error();
                break;
            }
            queues.push_back(std::move(*queue));
        }
        if (queues.size() == count) return queues;
        // Taken between our look and our call: look again, a few times.
        if (first >= 0 || trouble.code != EBUSY || attempt == 8) return tl::unexpected(trouble);
    }
}

void NfqueueSocket::nudge() const {
    alignas(nlmsghdr) char buffer[512];
    nlmsghdr* message = nfq_nlmsg_put(buffer, NFQNL_MSG_CONFIG, number_);
    nfq_nlmsg_cfg_put_params(message, NFQNL_COPY_PACKET, nfqueue_copy_range);
    message->nlmsg_flags |= NLM_F_ACK;
    ::send(descriptor(), message, message->nlmsg_len, MSG_DONTWAIT);
}

}  // namespace sallyport
