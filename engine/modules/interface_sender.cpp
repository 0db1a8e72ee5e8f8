// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/interface_sender.h"
#include "modules/pcap_live_module.h"
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace sallyport {
namespace {

constexpr std::size_t most_at_once = 256;  // packets a system call
constexpr int room_wait_ms = 1;
constexpr int most_waits = 2000;  // a device that takes nothing for so long is stuck

struct Batch {
    mmsghdr headers[most_at_once];
    iovec parts[most_at_once];
    sockaddr_ll to[most_at_once];
};

ifreq request_for(const std::string& name) {
    ifreq request{};
    name.copy(request.ifr_name, IFNAMSIZ - 1);
    return request;
}

/// What the kernel's ARPHRD_ types look like in captures; nothing where packets have a form that we do not send.
bool link_type_of(unsigned short hardware, LinkType& out) {
    switch (hardware) {
        case ARPHRD_ETHER:
        case ARPHRD_LOOPBACK: out = LinkType::ethernet; return true;
        case ARPHRD_NONE:
        case ARPHRD_PPP:
        case ARPHRD_TUNNEL:
        case ARPHRD_TUNNEL6:
        case ARPHRD_SIT:
        case ARPHRD_IPGRE:
        case ARPHRD_RAWIP: out = LinkType::raw; return true;
        default: return false;
    }
}

std::uint16_t ether_type_of(Bytes packet, LinkType link_type) {
    if (link_type == LinkType::ethernet) return packet.size() >= 14 ? std::uint16_t(load_be(packet.data() + 12, 2)) : std::uint16_t(0);
    return !packet.empty() && packet[0] >> 4 == 6 ? ETH_P_IPV6 : ETH_P_IP;
}

}  // namespace

Message raw_socket_remedy() {
    auto available = pcap_live_available();
    return available.usable ? Message() : available.remedy;
}

Result<InterfaceSender> InterfaceSender::open(const std::string& name) {
    auto cannot = [&](Message why, Message remedy, int code) {
        return fail(message("cannot send on %1: %2", name, why), std::move(remedy), code);
    };
    InterfaceSender sender;
    sender.name_ = name;
    if (name.empty() || name.size() >= IFNAMSIZ)
        return cannot(message("that is no interface's name"), message("`ip link` lists those that exist"), EINVAL);
    sender.socket_.reset(::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0));  // protocol 0: it receives nothing
    if (!sender.socket_) {
        const int code = errno;
        if (code == EPERM || code == EACCES)
            return cannot(message("this process lacks the capability CAP_NET_RAW"), raw_socket_remedy(), code);
        return cannot(message("no packet socket can be opened: %1", errno_text(code)), {}, code);
    }
    auto request = request_for(name);
    if (::ioctl(sender.socket_.get(), SIOCGIFINDEX, &request))
        return cannot(message("there is no such interface"), message("`ip link` lists those that exist"), ENODEV);
    sender.index_ = request.ifr_ifindex;
    if (::ioctl(sender.socket_.get(), SIOCGIFMTU, &request) == 0) sender.mtu_ = std::uint32_t(request.ifr_mtu);
    if (::ioctl(sender.socket_.get(), SIOCGIFFLAGS, &request) == 0 && !(request.ifr_flags & IFF_UP))
        return cannot(message("the interface is down"), message("turn it on: sudo ip link set %1 up", name), ENETDOWN);
    if (::ioctl(sender.socket_.get(), SIOCGIFHWADDR, &request) || !link_type_of(request.ifr_hwaddr.sa_family, sender.link_type_))
        return cannot(message("its link layer is not known"), message("Ethernet, loopback, and tunnels that carry IP can be sent on"),
                      EOPNOTSUPP);
    // No PACKET_QDISC_BYPASS: captures of this machine would not see what is sent.
    const int buffer = 16 << 20;
    if (::setsockopt(sender.socket_.get(), SOL_SOCKET, SO_SNDBUFFORCE, &buffer, sizeof buffer) < 0)
        ::setsockopt(sender.socket_.get(), SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    sender.vectors_.resize(sizeof(Batch));
    return sender;
}

Error InterfaceSender::why(int code, std::size_t size) {
    auto cannot = [&](Message reason, Message remedy) {
        return Error{message("cannot send on %1: %2", name_, reason), std::move(remedy), code};
    };
    auto request = request_for(name_);
    switch (code) {
        case EMSGSIZE: {
            const bool known = ::ioctl(socket_.get(), SIOCGIFMTU, &request) == 0;
            return cannot(
                message("a packet of %1 bytes is more than the MTU of %2 allows", size, known ? std::uint32_t(request.ifr_mtu) : mtu_),
                message("make it shorter, send fragments, or raise the MTU"));
        }
        case ENXIO:
        case ENODEV: return cannot(message("the interface is gone"), message("`ip link` lists those that exist"));
        case ENETDOWN: return cannot(message("the interface is down"), message("turn it on: sudo ip link set %1 up", name_));
        case EINVAL: return cannot(message("%1 bytes are no whole link layer header", size), message("begin the packet with one"));
        case ENOBUFS:
        case EAGAIN: return cannot(message("the device takes no more packets"), message("send slower"));
        case EPERM:
        case EACCES: return cannot(message("this process lacks the capability CAP_NET_RAW"), raw_socket_remedy());
        default: return cannot(Message::foreign(errno_text(code)), {});
    }
}

std::size_t InterfaceSender::send(std::span<const Bytes> packets, const std::function<void(std::size_t, const Error&)>& failed,
                                  const std::function<bool()>& give_up) {
    auto& batch = *reinterpret_cast<Batch*>(vectors_.data());
    std::size_t sent = 0;
    int waits = 0;
    for (std::size_t next = 0; next < packets.size();) {
        const auto count = std::min(packets.size() - next, most_at_once);
        for (std::size_t i = 0; i < count; i++) {
            Bytes packet = packets[next + i];
            batch.parts[i] = {const_cast<std::uint8_t*>(packet.data()), packet.size()};
            auto& to = batch.to[i] = {};
            to.sll_family = AF_PACKET;
            to.sll_ifindex = index_;
            to.sll_protocol = htons(ether_type_of(packet, link_type_));
            to.sll_halen = 6;
            if (link_type_ == LinkType::ethernet && packet.size() >= 6) std::copy_n(packet.data(), 6, to.sll_addr);
            batch.headers[i] = {};
            batch.headers[i].msg_hdr.msg_name = &to;
            batch.headers[i].msg_hdr.msg_namelen = sizeof to;
            batch.headers[i].msg_hdr.msg_iov = &batch.parts[i];
            batch.headers[i].msg_hdr.msg_iovlen = 1;
        }
        const int done = ::sendmmsg(socket_.get(), batch.headers, unsigned(count), MSG_DONTWAIT);
        if (done > 0) {
            sent += std::size_t(done);
            next += std::size_t(done);
            waits = 0;
            continue;
        }
        const int code = errno;
        if (code == EINTR) continue;
        const bool stop = give_up && give_up();
        if ((code == EAGAIN || code == ENOBUFS) && ++waits < most_waits && !stop) {
            pollfd room{socket_.get(), POLLOUT, 0};
            if (::poll(&room, 1, room_wait_ms) > 0 && code == ENOBUFS)
                ::poll(nullptr, 0, room_wait_ms);  // the device's ring, not our buffer
            continue;
        }
        const bool all = stop || (code != EMSGSIZE && code != EINVAL);  // the others would fail like this one
        const Error error = why(code, packets[next].size());
        const auto end = all ? packets.size() : next + 1;
        for (; next < end; next++) failed(next, error);
    }
    return sent;
}

}  // namespace sallyport
