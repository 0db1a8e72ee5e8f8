// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbour Discovery, RFC 4861 4.3.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ipv6"},
    {Do::layer, "icmpv6", "icmpv6.type=135"},
    {Do::add, "ICMPv6 Option", "Source link-layer address"},
    {Do::set, "eth.dst=$solicited_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ipv6.hlim=255"},
    {Do::set, "ipv6.src=$source_ipv6"},
    {Do::set, "ipv6.dst=$solicited_ipv6"},
    {Do::set, "icmpv6.nd.ns.target_address=$gateway_ipv6"},
    {Do::set, "icmpv6.opt.linkaddr=$source_mac"},
};
}  // namespace

extern const PacketTemplate neighbour_solicitation;
constexpr PacketTemplate neighbour_solicitation{.name = "neighbour-solicitation",
                                                .title = words("IPv6 neighbour solicitation"),
                                                .description = words("Asks who has an IPv6 address"),
                                                .steps = steps};

}  // namespace sallyport::templates
