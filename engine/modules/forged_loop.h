// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "modules/pooled_packet.h"
#include <deque>

namespace sallyport {

/// Forged packets on their way back to receive(), where there is no network that would return them.
class ForgedLoop {
public:
    bool empty() const { return waiting_.empty(); }
    void put(const PooledPacket& packet, bool own_answer, Timestamp now) {
        Bytes bytes = packet.bytes();
        waiting_.push_back({ByteBuffer(bytes.begin(), bytes.end()), now, packet.interface_, packet.link_type_, own_answer});
    }
    /// Fills `out` with the oldest one, as it is received.
    void take(PooledPacket& out) {
        Waiting& next = waiting_.front();
        out.copy(next.bytes);
        out.original_ = std::uint32_t(next.bytes.size());
        out.time_ = next.time;
        out.interface_ = next.interface;
        out.link_type_ = next.link_type;
        out.own_answer_ = next.own_answer;
        out.flags_ |= PacketFlag::made_here;
        waiting_.pop_front();
    }

private:
    struct Waiting {
        ByteBuffer bytes;
        Timestamp time;
        std::uint16_t interface;
        LinkType link_type;
        bool own_answer;
    };
    std::deque<Waiting> waiting_;
};

}  // namespace sallyport
