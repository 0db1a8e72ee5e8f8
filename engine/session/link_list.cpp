// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/link_list.h"
#include <algorithm>
#include <cstring>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport {
namespace {

class RouteSocket {
public:
    RouteSocket() : descriptor_(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE)) {}
    ~RouteSocket() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    RouteSocket(const RouteSocket&) = delete;
    RouteSocket& operator=(const RouteSocket&) = delete;

    bool ask_for_links() {
        struct {
            nlmsghdr header;
            ifinfomsg body;
        } request{};
        request.header.nlmsg_len = sizeof request;
        request.header.nlmsg_type = RTM_GETLINK;
        request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
        return ::send(descriptor_, &request, sizeof request, 0) == ssize_t(sizeof request);
    }
    ssize_t receive(char* buffer, std::size_t size) { return ::recv(descriptor_, buffer, size, 0); }

private:
    int descriptor_;
};

void read_counters(const rtattr* attribute, Link& link) {
    rtnl_link_stats64 counters{};
    std::memcpy(&counters, RTA_DATA(attribute), std::min<std::size_t>(sizeof counters, RTA_PAYLOAD(attribute)));
    link.bytes = counters.rx_bytes + counters.tx_bytes;
    link.packets = counters.rx_packets + counters.tx_packets;
}

std::string text_of(const rtattr* attribute) {
    auto* text = static_cast<const char*>(RTA_DATA(attribute));
    return {text, ::strnlen(text, RTA_PAYLOAD(attribute))};
}

void read_kind(const rtattr* information, Link& link) {
    auto left = int(RTA_PAYLOAD(information));
    for (auto* a = static_cast<const rtattr*>(RTA_DATA(information)); RTA_OK(a, left); a = RTA_NEXT(a, left))
        if (a->rta_type == IFLA_INFO_KIND) link.kind = text_of(a);
}

Link read_link(const nlmsghdr* message) {
    auto* body = static_cast<const ifinfomsg*>(NLMSG_DATA(message));
    Link link;
    link.hardware = body->ifi_type;
    link.up = body->ifi_flags & IFF_UP;
    link.loopback = body->ifi_flags & IFF_LOOPBACK;
    auto left = int(IFLA_PAYLOAD(message));
    for (auto* a = reinterpret_cast<const rtattr*>(IFLA_RTA(body)); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
        if (a->rta_type == IFLA_IFNAME) link.name = text_of(a);
        if (a->rta_type == IFLA_STATS64) read_counters(a, link);
        if (a->rta_type == IFLA_LINKINFO) read_kind(a, link);
    }
    return link;
}

}  // namespace

std::vector<Link> list_links() {
    std::vector<Link> links;
    RouteSocket socket;
    if (!socket.ask_for_links()) return links;
    alignas(nlmsghdr) char buffer[65536];
    for (;;) {
        auto size = socket.receive(buffer, sizeof buffer);
        if (size <= 0) return links;
        auto left = std::size_t(size);
        for (auto* message = reinterpret_cast<const nlmsghdr*>(buffer); NLMSG_OK(message, left); message = NLMSG_NEXT(message, left)) {
            if (message->nlmsg_type == NLMSG_DONE || message->nlmsg_type == NLMSG_ERROR) return links;
            if (message->nlmsg_type == RTM_NEWLINK) links.push_back(read_link(message));
        }
    }
}

}  // namespace sallyport
