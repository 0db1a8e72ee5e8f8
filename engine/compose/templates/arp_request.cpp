// SPDX-License-Identifier: GPL-3.0-or-later
// Address Resolution Protocol, RFC 826.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "arp"},
    {Do::set, "eth.dst=ff:ff:ff:ff:ff:ff"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "arp.src.hw_mac=$source_mac"},
    {Do::set, "arp.src.proto_ipv4=$source_ipv4"},
    {Do::set, "arp.dst.proto_ipv4=$gateway_ipv4"},
};
}  // namespace

extern const PacketTemplate arp_request;
constexpr PacketTemplate arp_request{.name = "arp-request",
                                     .title = words("ARP request"),
                                     .description = words("Asks who has an IPv4 address"),
                                     .steps = steps,
                                     .needs_link_layer = true};

}  // namespace sallyport::templates
