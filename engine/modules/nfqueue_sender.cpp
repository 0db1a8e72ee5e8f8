// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_sender.h"
#include "base/address.h"
#include "netfilter/kernel_table.h"
#include <cerrno>
#include <cstring>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport {
namespace {

/// The interface that has this IPv6 address; 0 if none: link-local destinations need one.
std::uint32_t interface_with(const std::uint8_t* address) {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) < 0) return 0;
    std::uint32_t found = 0;
    for (auto* each = all; each && !found; each = each->ifa_next)
        if (each->ifa_addr && each->ifa_addr->sa_family == AF_INET6 &&
            std::memcmp(&reinterpret_cast<sockaddr_in6*>(each->ifa_addr)->sin6_addr, address, 16) == 0)
            found = ::if_nametoindex(each->ifa_name);
    ::freeifaddrs(all);
    return found;
}

bool needs_interface(const std::uint8_t* destination) {  // RFC 4291 2.5.6 link-local unicast, 2.7 multicast
    return (destination[0] == 0xfe && (destination[1] & 0xc0) == 0x80) || destination[0] == 0xff;
}

Status send_ipv4(int socket, Bytes packet) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    std::memcpy(&to.sin_addr, &packet[16], 4);
    if (::sendto(socket, packet.data(), packet.size(), 0, reinterpret_cast<sockaddr*>(&to), sizeof to) >= 0) return {};
    return fail({}, {}, errno);
}

Status send_ipv6(int socket, Bytes packet) {
    sockaddr_in6 to{};
    to.sin6_family = AF_INET6;
    std::memcpy(&to.sin6_addr, &packet[24], 16);
    if (needs_interface(&packet[24])) to.sin6_scope_id = interface_with(&packet[8]);
    if (::sendto(socket, packet.data(), packet.size(), 0, reinterpret_cast<sockaddr*>(&to), sizeof to) >= 0) return {};
    return fail({}, {}, errno);
}

Message remedy_of(int code) {
    switch (code) {
        case EMSGSIZE: return message("it is larger than the MTU of its way: make it shorter, or send it in fragments");
        case ENETUNREACH:
        case EHOSTUNREACH: return message("there is no route to its destination");
        case EPERM: return message("a firewall of this machine refused it");
        case EACCES: return message("its destination is a broadcast address");
        case EINVAL: return message("its IP header is damaged, or the kernel does not know the interface for its destination");
        default: return {};
    }
}

}  // namespace

NfqueueSender::~NfqueueSender() {
    for (int socket : sockets_)
        if (socket >= 0) ::close(socket);
}

Result<int> NfqueueSender::socket_for(bool ipv6, bool own_answer) {
    int& kept = sockets_[ipv6 * 2 + own_answer];
    if (kept >= 0) return kept;
    // IPPROTO_RAW: the packet brings its own IP header, in both families.
    const int socket = ::socket(ipv6 ? AF_INET6 : AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_RAW);
    const std::uint32_t mark = own_answer ? own_answer_mark : forged_mark;
    const int on = 1, buffer = 4 << 20;
    if (socket < 0 || ::setsockopt(socket, SOL_SOCKET, SO_MARK, &mark, sizeof mark) < 0) {
        const int code = errno;
        if (socket >= 0) ::close(socket);
        return fail(message("cannot open a raw socket to send packets: %1", std::strerror(code)),
                    code == EPERM ? privilege_remedy() : Message(), code);
    }
    ::setsockopt(socket, SOL_SOCKET, SO_BROADCAST, &on, sizeof on);
    if (::setsockopt(socket, SOL_SOCKET, SO_SNDBUFFORCE, &buffer, sizeof buffer) < 0)
        ::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    return kept = socket;
}

Status NfqueueSender::send(Bytes packet, bool own_answer) {
    const unsigned version = packet.empty() ? 0 : packet[0] >> 4;
    if (!(version == 4 && packet.size() >= 20) && !(version == 6 && packet.size() >= 40))
        return fail(message("cannot send a packet of %1 bytes: it does not begin with an IPv4 or IPv6 header", packet.size()),
                    message("the firewall sends at layer 3: leave out the link layer"), EINVAL);
    auto socket = socket_for(version == 6, own_answer);
    if (!socket) return tl::unexpected(socket.error());
    const Status sent = version == 4 ? send_ipv4(*socket, packet) : send_ipv6(*socket, packet);
    if (sent) return {};
    std::string destination;
    version == 4 ? append_ipv4(&packet[16], destination) : append_ipv6(&packet[24], destination);
    return fail(message("cannot send a packet to %1: %2", destination, std::strerror(sent.error().code)), remedy_of(sent.error().code),
                sent.error().code);
}

}  // namespace sallyport
