// SPDX-License-Identifier: GPL-3.0-or-later
// ClientHello of TLS 1.3, RFC 8446 4.1.2.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "tcp"},
    {Do::layer, "tls"},
    {Do::set, "eth.dst=$gateway_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=$source_ipv4"},
    {Do::set, "ip.dst=$gateway_ipv4"},
    {Do::set, "tcp.flags=0x018"},
    {Do::set, "tcp.seq_raw=1001"},
    {Do::set, "tcp.ack_raw=1"},
};
}  // namespace

extern const PacketTemplate tls_client_hello;
constexpr PacketTemplate tls_client_hello{.name = "tls-client-hello",
                                          .title = words("TLS ClientHello"),
                                          .description = words("The first message of a TLS connection, with a server name"),
                                          .steps = steps};

}  // namespace sallyport::templates
