// SPDX-License-Identifier: GPL-3.0-or-later
// ICMP echo request, RFC 792.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "icmp"},
    {Do::text, "data", "abcdefghijklmnopqrstuvwabcdefghi"},
    {Do::set, "eth.dst=$gateway_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=$source_ipv4"},
    {Do::set, "ip.dst=$gateway_ipv4"},
};
}  // namespace

extern const PacketTemplate ping;
constexpr PacketTemplate ping{
    .name = "ping", .title = words("Ping"), .description = words("An ICMP echo request; the host answers it"), .steps = steps};

}  // namespace sallyport::templates
