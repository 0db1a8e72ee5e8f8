// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/route_link.h"
#include "base/address.h"
#include <cerrno>
#include <cstring>
#include <linux/ethtool.h>
#include <linux/rtnetlink.h>
#include <linux/sockios.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace sallyport {

/// A netlink message under construction.
class RouteRequest {
public:
    RouteRequest(std::uint16_t type, std::uint16_t flags) : message_(NLMSG_HDRLEN) {
        header().nlmsg_type = type;
        header().nlmsg_flags = std::uint16_t(NLM_F_REQUEST | NLM_F_ACK | flags);
    }
    template <class T>
    RouteRequest& put(const T& part) {
        append(&part, sizeof part);
        return *this;
    }
    RouteRequest& attribute(std::uint16_t type, const void* value, std::size_t size) {
        const rtattr head{std::uint16_t(RTA_LENGTH(size)), type};
        append(&head, sizeof head);
        append(value, size);
        return *this;
    }
    RouteRequest& text(std::uint16_t type, const std::string& value) { return attribute(type, value.c_str(), value.size() + 1); }
    RouteRequest& number(std::uint16_t type, std::uint32_t value) { return attribute(type, &value, sizeof value); }
    std::size_t open(std::uint16_t type) {
        const std::size_t at = message_.size();
        attribute(type, nullptr, 0);
        return at;
    }
    void close(std::size_t at) {
        const auto length = std::uint16_t(message_.size() - at);
        std::memcpy(message_.data() + at, &length, sizeof length);  // rta_len stands first
    }
    Bytes finish(std::uint32_t sequence) {
        header().nlmsg_len = std::uint32_t(message_.size());
        header().nlmsg_seq = sequence;
        return message_;
    }

private:
    nlmsghdr& header() { return *reinterpret_cast<nlmsghdr*>(message_.data()); }
    void append(const void* data, std::size_t size) {
        const std::size_t at = message_.size();
        message_.resize(at + NLMSG_ALIGN(size));  // padding is zero
        if (size) std::memcpy(message_.data() + at, data, size);
    }
    ByteBuffer message_;
};

namespace {

constexpr Words iproute_remedy = words("load the kernel's veth module: sudo modprobe veth");

Result<int> index_of(const std::string& name) {
    const unsigned index = if_nametoindex(name.c_str());
    if (index == 0) return fail(message("there is no interface %1 in the practice network", name), {}, errno);
    return int(index);
}

}  // namespace

Result<RouteAddress> RouteAddress::parse(const std::string& text) {
    std::uint8_t four[4], sixteen[16];
    if (parse_ipv4(text, four)) return RouteAddress{AF_INET, ByteBuffer(four, four + 4)};
    if (parse_ipv6(text, sixteen)) return RouteAddress{AF_INET6, ByteBuffer(sixteen, sixteen + 16)};
    return fail(message("not an address: %1", text));
}

Result<RouteLink> RouteLink::open() {
    Descriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
    if (!socket) return fail(message("cannot reach the kernel's network settings: %1", std::strerror(errno)), {}, errno);
    // Bounded: the kernel answers at once, or something is badly wrong.
    const timeval limit{5, 0};
    setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    return RouteLink(std::move(socket));
}

Status RouteLink::ask(RouteRequest& request, Words pattern, const std::string& interface) {
    auto failed = [&](int code) {
        return fail(Message(pattern, {Message::foreign(interface), Message::foreign(std::strerror(code))}),
                    code == EOPNOTSUPP ? iproute_remedy : Words(), code);
    };
    const Bytes told = request.finish(++sequence_);
    if (send(socket_.get(), told.data(), told.size(), 0) < 0) return failed(errno);
    alignas(nlmsghdr) char answer[4096];
    for (;;) {
        const ssize_t got = recv(socket_.get(), answer, sizeof answer, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(errno);
        const auto* head = reinterpret_cast<const nlmsghdr*>(answer);
        if (std::size_t(got) < NLMSG_LENGTH(sizeof(nlmsgerr)) || head->nlmsg_seq != sequence_ || head->nlmsg_type != NLMSG_ERROR) continue;
        const int error = -reinterpret_cast<const nlmsgerr*>(NLMSG_DATA(head))->error;
        if (error == 0) return {};
        return failed(error);
    }
}

Status RouteLink::make_cable(const std::string& name, Bytes hardware, const std::string& peer, Bytes peer_hardware, pid_t peer_process) {
    RouteRequest request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
    request.put(ifinfomsg{}).text(IFLA_IFNAME, name).attribute(IFLA_ADDRESS, hardware.data(), hardware.size());
    const std::size_t info = request.open(IFLA_LINKINFO);
    request.text(IFLA_INFO_KIND, "veth");
    const std::size_t data = request.open(IFLA_INFO_DATA);
    const std::size_t other = request.open(VETH_INFO_PEER);
    request.put(ifinfomsg{}).text(IFLA_IFNAME, peer).attribute(IFLA_ADDRESS, peer_hardware.data(), peer_hardware.size());
    request.number(IFLA_NET_NS_PID, std::uint32_t(peer_process));
    request.close(other);
    request.close(data);
    request.close(info);
    return ask(request, words("cannot make the cable %1: %2"), name);
}

Status RouteLink::remove(const std::string& name) {
    Result<int> index = index_of(name);
    if (!index) return tl::unexpected(index.error());
    ifinfomsg link{};
    link.ifi_index = *index;
    RouteRequest request(RTM_DELLINK, 0);
    request.put(link);
    return ask(request, words("cannot remove the cable %1: %2"), name);
}

Status RouteLink::set_up(const std::string& name) {
    Result<int> index = index_of(name);
    if (!index) return tl::unexpected(index.error());
    ifinfomsg link{};
    link.ifi_index = *index;
    link.ifi_flags = link.ifi_change = IFF_UP;
    RouteRequest request(RTM_NEWLINK, 0);
    request.put(link);
    return ask(request, words("cannot turn on the interface %1: %2"), name);
}

Status RouteLink::add_address(const std::string& name, const RouteAddress& address, unsigned prefix) {
    Result<int> index = index_of(name);
    if (!index) return tl::unexpected(index.error());
    ifaddrmsg entry{};
    entry.ifa_family = std::uint8_t(address.family);
    entry.ifa_prefixlen = std::uint8_t(prefix ? prefix : address.bytes.size() * 8);
    entry.ifa_flags = IFA_F_NODAD;
    entry.ifa_index = std::uint32_t(*index);
    RouteRequest request(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL);
    request.put(entry).attribute(IFA_LOCAL, address.bytes.data(), address.bytes.size());
    request.attribute(IFA_ADDRESS, address.bytes.data(), address.bytes.size());
    return ask(request, words("cannot give an address to the interface %1: %2"), name);
}

Status RouteLink::add_route(const std::string& name, const RouteAddress* destination, const RouteAddress* gateway, int family) {
    Result<int> index = index_of(name);
    if (!index) return tl::unexpected(index.error());
    rtmsg route{};
    route.rtm_family = std::uint8_t(family);
    route.rtm_dst_len = std::uint8_t(destination ? destination->bytes.size() * 8 : 0);
    route.rtm_table = RT_TABLE_MAIN;
    route.rtm_protocol = RTPROT_STATIC;
    route.rtm_scope = gateway || family == AF_INET6 ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK;
    route.rtm_type = RTN_UNICAST;
    RouteRequest request(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL);
    request.put(route).number(RTA_OIF, std::uint32_t(*index));
    if (destination) request.attribute(RTA_DST, destination->bytes.data(), destination->bytes.size());
    if (gateway) request.attribute(RTA_GATEWAY, gateway->bytes.data(), gateway->bytes.size());
    return ask(request, words("cannot add a route over the interface %1: %2"), name);
}

Status disable_offloads(const std::string& interface) {
    const Descriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    for (const std::uint32_t command : {ETHTOOL_SGSO, ETHTOOL_STSO, ETHTOOL_STXCSUM}) {
        ethtool_value value{command, 0};
        ifreq request{};
        std::strncpy(request.ifr_name, interface.c_str(), IFNAMSIZ - 1);
        request.ifr_data = reinterpret_cast<char*>(&value);
        if (ioctl(socket.get(), SIOCETHTOOL, &request) != 0 && errno != EOPNOTSUPP)
            return fail(message("cannot set up the interface %1: %2", interface, std::strerror(errno)), {}, errno);
    }
    return {};
}

}  // namespace sallyport
