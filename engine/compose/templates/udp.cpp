// SPDX-License-Identifier: GPL-3.0-or-later
// User Datagram Protocol, RFC 768. Port 9 is discard, RFC 863.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "udp"},
    {Do::text, "data", "Sallyport"},
    {Do::set, "eth.dst=$gateway_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=$source_ipv4"},
    {Do::set, "ip.dst=$gateway_ipv4"},
    {Do::set, "udp.srcport=40000"},
    {Do::set, "udp.dstport=9"},
};
}  // namespace

extern const PacketTemplate udp;
constexpr PacketTemplate udp{
    .name = "udp", .title = words("UDP"), .description = words("A datagram with a few bytes of text"), .steps = steps};

}  // namespace sallyport::templates
