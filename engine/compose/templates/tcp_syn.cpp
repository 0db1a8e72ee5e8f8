// SPDX-License-Identifier: GPL-3.0-or-later
// The first segment of a connection, RFC 9293 3.5.
#include "compose/packet_template.h"

namespace sallyport::templates {
namespace {
using Do = PacketTemplate::Do;
constexpr PacketTemplate::Step steps[] = {
    {Do::link},
    {Do::layer, "ip"},
    {Do::layer, "tcp"},
    {Do::add, "TCP Option", "Maximum Segment Size"},
    {Do::add, "TCP Option", "SACK Permitted"},
    {Do::set, "tcp.options.mss_val=1460"},
    {Do::set, "eth.dst=$gateway_mac"},
    {Do::set, "eth.src=$source_mac"},
    {Do::set, "ip.src=$source_ipv4"},
    {Do::set, "ip.dst=$gateway_ipv4"},
    {Do::set, "ip.flags.df=1"},
    {Do::set, "tcp.seq_raw=1000"},
};
}  // namespace

extern const PacketTemplate tcp_syn;
constexpr PacketTemplate tcp_syn{
    .name = "tcp-syn", .title = words("TCP SYN"), .description = words("Asks to open a connection"), .steps = steps};

}  // namespace sallyport::templates
