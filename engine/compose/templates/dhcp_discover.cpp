// SPDX-License-Identifier: GPL-3.0-or-later
// DHCPDISCOVER, RFC 2131 4.4.1.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "udp"},
    {Do::layer, "dhcp"},
    {Do::set, "eth.dst=ff:ff:ff:ff:ff:ff"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=0.0.0.0"},
    {Do::set, "ip.dst=255.255.255.255"},
    {Do::set, "udp.srcport=68"},
    {Do::set, "udp.dstport=67"},
    {Do::set, "dhcp.hw.mac_addr=$source_mac"},
};
}  // namespace

extern const PacketTemplate dhcp_discover;
constexpr PacketTemplate dhcp_discover{
    .name = "dhcp-discover", .title = words("DHCP discover"), .description = words("Looks for DHCP servers on the link"), .steps = steps};

}  // namespace sallyport::templates
