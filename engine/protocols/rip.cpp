// SPDX-License-Identifier: GPL-3.0-or-later
// Routing Information Protocol, RFC 1058 and 2453.
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice commands[] = {
    {1, "Request"},
    {2, "Response"},
    {3, "Traceon"},
    {4, "Traceoff"},
    {5, "Vendor specific (Sun)"},
};
constexpr Choice versions[] = {
    {1, "RIPv1"},
    {2, "RIPv2"},
};
constexpr Choice families[] = {
    {0, "Unspecified"},
    {2, "IP"},
};

constexpr Choice auth_type_names[] = {
    {1, "IP Route"},
    {2, "Simple Password"},
    {3, "Keyed Message Digest"},
};

constexpr struct {
    u8 command{"rip.command", "Command", named(commands), initial(1)};
    u8 version{"rip.version", "Version", named(versions), initial(2)};
    u16 family{"rip.family", "Address Family", named(families), initial(2)};
    u16 tag{"rip.route_tag", "Route Tag"};
    ip4 address{"rip.ip", "IP Address"};
    ip4 netmask{"rip.netmask", "Netmask"};
    ip4 next_hop{"rip.next_hop", "Next Hop"};
    u16 metric{"rip.metric", "Metric", mask(0xffffffff)};
    u16 auth_type{"rip.auth.type", "Authentication type", named(auth_type_names)};
    text password{"rip.auth.passwd", "Password"};
    bytes auth{"rip.authentication_data", "Authentication data"};
} f;

constexpr auto entry =
    group("Route", f.family,
          choice(f.family, when(0xffff, f.auth_type, choice(f.auth_type, when(2, f.password(16)), otherwise(f.auth(16)))),
                 otherwise(choice(f.version, when(1, skip(2), f.address, skip(8)), otherwise(f.tag, f.address, f.netmask, f.next_hop)),
                           bits(4, f.metric))))
        .shows(f.address);
constexpr auto items = sequence(f.command, f.version, skip(2), repeat(entry));
void info(const LayerValues& v, std::string& out) { out = v.choice(f.command) ? v.choice(f.command) : "Command " + v.text(f.command); }
constexpr Parent parents[] = {{"udp.port", 520}};
}  // namespace

extern const Protocol rip;
constexpr Protocol rip{
    .name = "rip", .label = "Routing Information Protocol", .column = "RIP", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
