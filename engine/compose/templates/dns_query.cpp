// SPDX-License-Identifier: GPL-3.0-or-later
// A question for an A record, RFC 1035 4.1.2.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "udp"},
    {Do::layer, "dns"},
    {Do::set, "eth.dst=$gateway_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=$source_ipv4"},
    {Do::set, "ip.dst=$gateway_ipv4"},
    {Do::set, "udp.srcport=40000"},
    {Do::set, "dns.id=0x5350"},
};
}  // namespace

extern const PacketTemplate dns_query;
constexpr PacketTemplate dns_query{
    .name = "dns-query", .title = words("DNS query"), .description = words("Asks a name server for the address of a name"), .steps = steps};

}  // namespace sallyport::templates
