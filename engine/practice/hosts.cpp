// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/hosts.h"
#include "practice/dns_server.h"
#include "practice/practice_network.h"
#include "practice/probes.h"
#include "practice/route_link.h"
#include "practice/secure.h"
#include "practice/web.h"
#include <algorithm>

namespace sallyport {
namespace {

using Options = PracticeOptions;

template <class... T>
Activities together(T... activity) {
    Activities all;
    (all.push_back(std::move(activity)), ...);
    return all;
}

Milliseconds pause(double seconds, const Options& options) {
    return Milliseconds(std::int64_t(seconds * 1000 / std::clamp(options.pace, 0.1, 100.0)));
}

Activities gateway(const Options& options, bool ipv6) {
    return together(make_web_client(pause(3, options), ipv6, {}), make_pinger(pause(1.5, options), ipv6, "www"));
}
Activities dns(const Options&, bool ipv6) { return together(std::make_unique<DnsServer>(ipv6)); }
Activities www(const Options&, bool) { return together(make_web_server()); }
Activities mail(const Options&, bool) { return together(make_secure_server()); }
Activities ads(const Options&, bool) { return together(make_web_server()); }

Activities anna(const Options& options, bool ipv6) {
    return together(make_web_client(pause(1.4, options), ipv6, {.meets_advertisements = true, .logs_in = true}));
}
Activities ben(const Options& options, bool ipv6) {
    return together(make_secure_client(pause(2, options), ipv6, "mail.example"), make_pinger(pause(1, options), ipv6, "gateway"));
}
Activities cora(const Options& options, bool ipv6) {
    return together(make_pinger(pause(0.6, options), ipv6, "www"), make_knocker(pause(2.5, options), ipv6, "www", 23));
}

constexpr HostPlan plans[] = {
    {"gateway", 1, "this program: forwards what the others say, looks at a web page, pings www", gateway},
    {"dns", 2, "answers name questions", dns},
    {"www", 3, "serves web pages", www},
    {"mail", 4, "answers in the shape of TLS 1.3", mail},
    {"ads", 5, "serves advertisements", ads},
    {"anna", 10, "looks at web pages, meets advertisements, logs in", anna},
    {"ben", 11, "fetches mail, pings the gateway", ben},
    {"cora", 12, "pings www and tries its telnet port", cora},
};

bool is_client(const HostPlan& host) { return host.number == 1 || host.number >= 10; }

}  // namespace

std::span<const HostPlan> host_plans() { return plans; }

const HostPlan* host_named(const std::string& name) {
    const auto found = std::find_if(std::begin(plans), std::end(plans), [&](const HostPlan& host) { return name == host.name; });
    return found == std::end(plans) ? nullptr : &*found;
}

std::string ipv4_of(const HostPlan& host) { return "10.77.0." + std::to_string(host.number); }
std::string ipv6_of(const HostPlan& host) { return "fd77::" + std::to_string(host.number); }

Status give_link_local(RouteLink& link, const std::string& interface, const HostPlan& host) {
    Result<RouteAddress> address = RouteAddress::parse("fe80::" + std::to_string(host.number));
    return address ? link.add_address(interface, *address, 64) : Status(tl::unexpected(address.error()));
}

Activities activities_of(const HostPlan& host, const PracticeOptions& options, bool ipv6) {
    return is_client(host) && !options.clients ? Activities() : host.activities(options, ipv6);
}

}  // namespace sallyport
