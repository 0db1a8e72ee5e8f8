// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/1.1 request, RFC 9112.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "tcp"},
    {Do::layer, "http"},
    {Do::set, "eth.dst=$gateway_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=$source_ipv4"},
    {Do::set, "ip.dst=$gateway_ipv4"},
    {Do::set, "tcp.flags=0x018"},
    {Do::set, "tcp.seq_raw=1001"},
    {Do::set, "tcp.ack_raw=1"},
};
}  // namespace

extern const PacketTemplate http_get;
constexpr PacketTemplate http_get{.name = "http-get",
                                  .title = words("HTTP GET"),
                                  .description = words("A request for a page, in one segment without a handshake before it"),
                                  .steps = steps};

}  // namespace sallyport::templates
