// SPDX-License-Identifier: GPL-3.0-or-later
// Packets for tests of flows: what a FlowTracker gets, with a clock that the test sets.
#pragma once
#include "engine/filter/packet_bytes.h"
#include "flow/flow_text.h"
#include "flow/flow_tracker.h"
#include <algorithm>
#include <vector>

namespace sallyport {

constexpr std::int64_t flow_second = 1'000'000'000;
constexpr std::uint8_t fin_flag = 0x01, syn_flag = 0x02, rst_flag = 0x04, ack_flag = 0x10;

/// Feeds a tracker packet by packet, one millisecond after another.
class FlowFeed {
public:
    explicit FlowFeed(std::uint32_t most = FlowTable::default_most) : tracker(most) {}

    void frame(const ByteBuffer& bytes) {
        PacketRecord now = record;
        now.captured = now.original = std::uint32_t(bytes.size());
        PacketContext packet;
        packet.bytes = bytes;
        packet.link_type = now.link_type;
        packet.record = &now;
        tracker.add(packet, index++);
        record.time.ns = std::int64_t(std::uint64_t(record.time.ns) + 1'000'000);  // a mad clock may stand at its end
    }
    void tcp_segment(std::uint32_t from, unsigned from_port, std::uint32_t to, unsigned to_port, std::uint8_t flags,
                     const ByteBuffer& data = {}) {
        frame(ethernet(0x0800, ipv4({from, to, 64, 6}, tcp(from_port, to_port, flags, data))));
    }
    void datagram(std::uint32_t from, unsigned from_port, std::uint32_t to, unsigned to_port, const ByteBuffer& data = {}) {
        frame(ethernet(0x0800, ipv4({from, to, 64, 17}, udp(from_port, to_port, data))));
    }
    void wait(std::int64_t seconds) { record.time.ns += seconds * flow_second; }

    /// In the order of their beginning.
    std::vector<Flow> flows() const {
        std::vector<Flow> all;
        tracker.table().visit([&](const Flow& flow) { all.push_back(flow); });
        std::sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.id < b.id; });
        return all;
    }

    FlowTracker tracker;
    PacketRecord record{.time = {1'700'000'000 * flow_second}};
    std::uint64_t index = 0;
};

inline std::string client_of(const Flow& flow) {
    std::string text;
    append_client(flow, text);
    return text;
}
inline std::string server_of(const Flow& flow) {
    std::string text;
    append_server(flow, text);
    return text;
}

}  // namespace sallyport
