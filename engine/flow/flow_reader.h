// SPDX-License-Identifier: GPL-3.0-or-later
// Which flow a packet belongs to, and what the table wants to know of it. Any bytes are fine.
#pragma once
#include "dissect/walk.h"
#include "packet/flow_key.h"
#include <array>

namespace sallyport {

/// A packet, as the flow table sees it.
struct FlowPacket {
    FlowKey key;
    bool from_high = false;      // the sender is the key's high end
    bool answers = false;        // it looks like an answer: were it the first, its receiver began the flow
    bool opens = false;          // TCP: a SYN without ACK
    std::uint8_t tcp_flags = 0;  // RFC 9293 3.1; 0 where there are none
    std::uint8_t depth = 0;      // layers
    ProtocolId protocol = 0;     // the highest layer
};

/// Reads packets of one capture; one a thread. The innermost network layer counts (the one in the tunnel), not what an ICMP error
/// quotes. Later fragments go with their first one, while that is remembered.
class FlowReader {
public:
    FlowReader();
    const FlowPacket& read(const PacketContext& packet);

private:
    struct Network;
    struct Known;
    /// Where later fragments find the ports of their first one; a newer datagram takes the place of an older one.
    struct Fragmented {
        std::uint64_t tag = 0;
        std::uint16_t source = 0, destination = 0;
    };

    bool read_network(std::size_t layer);
    void pass_extensions(std::size_t network_layer, Network& network);
    void read_ports(Network& network);
    static bool comes_from_service(const Network& network);
    void share_ports(Network& network);
    void read_link(LinkType link_type);
    void put_ends(const Network& network);

    const Known* known_;
    Walker walker_;
    Bytes bytes_;
    std::size_t layer_count_ = 0;  // those that are not quoted
    FlowPacket out_;
    FlowHash hash_;
    std::array<Fragmented, 1024> fragmented_{};
};

}  // namespace sallyport
