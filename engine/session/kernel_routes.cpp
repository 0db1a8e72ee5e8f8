// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kernel_routes.h"
#include "base/address.h"
#include "packet/spool_file.h"
#include <functional>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

namespace sallyport {
namespace {

/// Attributes of a message by type; those missing are null.
struct Attributes {
    static constexpr unsigned most = 32;
    const rtattr* of[most] = {};
    Attributes(const rtattr* first, std::size_t length) {
        auto left = int(length);
        for (auto* a = first; RTA_OK(a, left); a = RTA_NEXT(a, left))
            if (a->rta_type < most) of[a->rta_type] = a;
    }
    std::uint32_t number(unsigned type) const {
        std::uint32_t v = 0;
        if (of[type] && RTA_PAYLOAD(of[type]) >= sizeof v) std::memcpy(&v, RTA_DATA(of[type]), sizeof v);
        return v;
    }
    std::string address(unsigned type) const {
        std::string text;
        if (!of[type]) return text;
        auto* bytes = static_cast<const std::uint8_t*>(RTA_DATA(of[type]));
        if (RTA_PAYLOAD(of[type]) == 4) append_ipv4(bytes, text);
        if (RTA_PAYLOAD(of[type]) == 16) append_ipv6(bytes, text);
        return text;
    }
};

std::string interface_name(unsigned index) {
    char name[IF_NAMESIZE];
    return ::if_indextoname(index, name) ? name : "";
}

/// Asks for all there is of a kind and hands out each message.
void dump(std::uint16_t type, const std::function<void(const nlmsghdr&)>& take) {
    OwnedFd socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
    if (!socket) return;
    struct {
        nlmsghdr header{.nlmsg_len = sizeof(nlmsghdr) + sizeof(rtmsg), .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP};
        rtmsg body{};
    } request;
    request.header.nlmsg_type = type;
    if (::send(socket.get(), &request, sizeof request, 0) < 0) return;
    alignas(nlmsghdr) char buffer[32768];
    for (;;) {
        auto got = ::recv(socket.get(), buffer, sizeof buffer, 0);
        if (got <= 0) return;
        auto left = unsigned(got);
        for (auto* m = reinterpret_cast<const nlmsghdr*>(buffer); NLMSG_OK(m, left); m = NLMSG_NEXT(m, left)) {
            if (m->nlmsg_type == NLMSG_DONE || m->nlmsg_type == NLMSG_ERROR) return;
            take(*m);
        }
    }
}

}  // namespace

std::vector<GatewayRoute> gateway_routes() {
    std::vector<GatewayRoute> routes;
    dump(RTM_GETROUTE, [&](const nlmsghdr& m) {
        auto* body = static_cast<const rtmsg*>(NLMSG_DATA(&m));
        if (m.nlmsg_type != RTM_NEWROUTE || body->rtm_table != RT_TABLE_MAIN || body->rtm_type != RTN_UNICAST) return;
        Attributes a(RTM_RTA(body), RTM_PAYLOAD(&m));
        GatewayRoute route;
        route.gateway = a.address(RTA_GATEWAY);
        route.interface = interface_name(a.number(RTA_OIF));
        route.bits = body->rtm_dst_len;
        route.v6 = body->rtm_family == AF_INET6;
        route.network = a.address(RTA_DST);
        if (route.network.empty()) route.network = route.v6 ? "::" : "0.0.0.0";
        route.metric = a.number(RTA_PRIORITY);
        if (!route.gateway.empty() && !route.interface.empty()) routes.push_back(std::move(route));
    });
    return routes;
}

std::vector<Neighbour> known_neighbours() {
    std::vector<Neighbour> neighbours;
    dump(RTM_GETNEIGH, [&](const nlmsghdr& m) {
        auto* body = static_cast<const ndmsg*>(NLMSG_DATA(&m));
        constexpr int usable = NUD_PERMANENT | NUD_REACHABLE | NUD_STALE | NUD_DELAY | NUD_PROBE;
        if (m.nlmsg_type != RTM_NEWNEIGH || !(body->ndm_state & usable)) return;
        Attributes a(reinterpret_cast<const rtattr*>(reinterpret_cast<const char*>(body) + NLMSG_ALIGN(sizeof(ndmsg))),
                     m.nlmsg_len - NLMSG_LENGTH(sizeof(ndmsg)));
        Neighbour n{interface_name(unsigned(body->ndm_ifindex)), a.address(NDA_DST), {}};
        if (auto* mac = a.of[NDA_LLADDR]; mac && RTA_PAYLOAD(mac) == 6)
            append_hex({static_cast<const std::uint8_t*>(RTA_DATA(mac)), 6}, ':', n.mac);
        if (!n.address.empty() && !n.mac.empty()) neighbours.push_back(std::move(n));
    });
    return neighbours;
}

}  // namespace sallyport
