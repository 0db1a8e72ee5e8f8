// SPDX-License-Identifier: GPL-3.0-or-later
// A flow: what two ends said to each other, counted. A plain record, copied into snapshots.
#pragma once
#include "packet/flow_key.h"
#include "packet/packet_record.h"
#include "protocol/layer.h"
#include <memory>
#include <string>

namespace sallyport {

/// Where a TCP connection stands, as its flags tell (RFC 9293 3.3.2, seen from the middle).
enum class TcpState : std::uint8_t {
    none,     // not TCP
    opening,  // a SYN, not answered yet
    open,     // the SYN was answered, or the connection was already there when the capture began
    closing,  // one side has sent its FIN
    closed,   // both have
    reset,    // a RST ended it, or refused it
};

enum class FlowEnding : std::uint8_t {
    none,    // it may go on
    closed,  // TCP: both sides have finished
    reset,   // TCP: a RST
    idle,    // nothing came for as long as its protocol's timeout
};

struct FlowCount {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;  // on the wire, as PacketRecord::original
};

struct Flow {
    FlowKey key;
    std::uint64_t id = 0;  // unique in its table, in the order of beginning; from 1
    FlowCount from_client, from_server;
    Timestamp first, last;                            // times of its earliest and latest packet
    std::uint64_t first_packet = 0, last_packet = 0;  // indexes in the store
    std::uint64_t accepted = 0, dropped = 0;          // packets; those that are neither were only watched
    std::uint32_t rule = no_rule;                     // that decided its last packet
    VerdictReason reason = VerdictReason::none;       // … or what else did
    Verdict verdict = Verdict::accept;                // of its last packet
    TcpState tcp = TcpState::none;
    FlowEnding ending = FlowEnding::none;
    bool client_is_high = false;  // which end of the key began it
    std::uint8_t fins = 0;        // 1: the client's, 2: the server's
    std::uint8_t title_tries = 0;
    std::uint8_t depth = 0;                    // layers of the packet that gave `protocol`
    ProtocolId protocol = 0;                   // the highest layer that any of its packets had
    std::shared_ptr<const std::string> title;  // a server name, DNS question or HTTP host; may be null

    std::uint64_t packets() const { return from_client.packets + from_server.packets; }
    std::uint64_t bytes() const { return from_client.bytes + from_server.bytes; }
    std::uint64_t watched() const { return packets() - accepted - dropped; }
    std::int64_t duration() const { return last - first; }  // nanoseconds
    const std::uint8_t* client_address() const { return client_is_high ? key.high : key.low; }
    const std::uint8_t* server_address() const { return client_is_high ? key.low : key.high; }
    std::uint16_t client_port() const { return client_is_high ? key.high_port : key.low_port; }
    std::uint16_t server_port() const { return client_is_high ? key.low_port : key.high_port; }
};

}  // namespace sallyport
