// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_network.h"
#include "practice/host_process.h"
#include "practice/network_setting.h"
#include "practice/route_link.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>

namespace sallyport {
namespace {

bool kernel_has_ipv6() {
    char off = '0';
    const Descriptor file(open("/proc/sys/net/ipv6/conf/all/disable_ipv6", O_RDONLY | O_CLOEXEC));
    return file && read(file.get(), &off, 1) == 1 && off == '0';
}

/// Refuses to work where the user's own network could be meant: a namespace of ours has nothing turned on yet but loopback.
Status check_private() {
    ifaddrs* all = nullptr;
    if (getifaddrs(&all) != 0) return fail(message("cannot list the interfaces: %1", std::strerror(errno)), {}, errno);
    std::string found;
    for (const ifaddrs* each = all; each; each = each->ifa_next)
        if (each->ifa_flags & IFF_UP && !(each->ifa_flags & IFF_LOOPBACK)) found = each->ifa_name;
    freeifaddrs(all);
    if (found.empty()) return {};
    return fail(message("the practice network needs a network of its own, but here is the interface %1", found),
                message("start the program anew with --practice"));
}

ByteBuffer hardware_address(const HostPlan& host) {  // locally administered (IEEE 802, bit 1 of the first byte)
    return {0x02, 0x77, 0x00, 0x00, 0x00, std::uint8_t(host.number)};
}

Status give(RouteLink& link, const std::string& interface, const std::string& gateway, const std::string& host) {
    Result<RouteAddress> own = RouteAddress::parse(gateway), other = RouteAddress::parse(host);
    if (!own) return tl::unexpected(own.error());
    if (!other) return tl::unexpected(other.error());
    if (Status added = link.add_address(interface, *own); !added) return added;
    return link.add_route(interface, &*other, nullptr, other->family);
}

/// The gateway's end of the cable to a host.
Status connect_host(RouteLink& link, const HostPlan& plan, const std::string& interface, pid_t process, bool ipv6) {
    const HostPlan& gateway = host_plans().front();
    // The gateway is the same 10.77.0.1 on every cable, so it has the same hardware address on every one.
    const ByteBuffer own = hardware_address(gateway), other = hardware_address(plan);
    if (Status made = link.make_cable(interface, own, host_interface, other, process); !made) return made;
    if (Status offloads = disable_offloads(interface); !offloads) return offloads;
    if (Status up = link.set_up(interface); !up) return up;
    if (Status given = give(link, interface, ipv4_of(gateway), ipv4_of(plan)); !given || !ipv6) return given;
    if (Status given = give_link_local(link, interface, gateway); !given) return given;
    return give(link, interface, ipv6_of(gateway), ipv6_of(plan));
}

}  // namespace

struct PracticeNetwork::Impl {
    std::vector<PracticeHost> hosts;
    std::vector<HostProcess> processes;

    Status add(RouteLink& link, const HostPlan& plan, const PracticeOptions& options, bool ipv6) {
        const bool gateway = &plan == &host_plans().front();
        Result<HostProcess> process = HostProcess::start(plan, options, ipv6);
        if (!process) return tl::unexpected(process.error());
        const std::string interface = gateway ? "" : std::string("to-") + plan.name;
        hosts.push_back({plan.name, interface, ipv4_of(plan), ipv6 ? ipv6_of(plan) : "", plan.does});
        processes.push_back(std::move(*process));
        return gateway ? Status() : connect_host(link, plan, interface, processes.back().process(), ipv6);
    }
};

PracticeNetwork::PracticeNetwork() : impl_(std::make_unique<Impl>()) {}
PracticeNetwork::~PracticeNetwork() { stop(); }

Result<std::unique_ptr<PracticeNetwork>> PracticeNetwork::create(PracticeOptions options) {
    if (Status is_private = check_private(); !is_private) return tl::unexpected(is_private.error());
    if (!set_network_setting("ipv4/ip_forward", "1"))
        return fail(message("cannot turn on forwarding in the practice network: /proc/sys/net/ipv4/ip_forward: %1", std::strerror(errno)),
                    message("in a container, start it with a writable /proc/sys (--privileged)"), errno);
    const bool ipv6 = kernel_has_ipv6() && set_network_setting("ipv6/conf/all/forwarding", "1");
    keep_interfaces_quiet();
    Result<RouteLink> link = RouteLink::open();
    if (!link) return tl::unexpected(link.error());
    if (Status up = link->set_up("lo"); !up) return tl::unexpected(up.error());

    std::unique_ptr<PracticeNetwork> network(new PracticeNetwork);
    for (const HostPlan& plan : host_plans())
        if (Status added = network->impl_->add(*link, plan, options, ipv6); !added) return tl::unexpected(added.error());
    for (HostProcess& process : network->impl_->processes)  // all cables lie: let everybody begin
        if (Status begun = process.begin(); !begun) return tl::unexpected(begun.error());
    return network;
}

const std::vector<PracticeHost>& PracticeNetwork::hosts() const { return impl_->hosts; }

std::size_t PracticeNetwork::hosts_alive() const {
    return std::size_t(
        std::count_if(impl_->processes.begin(), impl_->processes.end(), [](HostProcess& process) { return process.alive(); }));
}

void PracticeNetwork::stop() {
    if (impl_->processes.empty()) return;
    impl_->processes.clear();
    // With a host's namespace its cable goes, but some time later; who makes a new network now must not meet the old one.
    if (Result<RouteLink> link = RouteLink::open())
        for (const PracticeHost& host : impl_->hosts)
            if (!host.interface.empty()) (void)link->remove(host.interface);
}

}  // namespace sallyport
