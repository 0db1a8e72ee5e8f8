// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/pooled_state.h"
#include <cerrno>

namespace sallyport {

PooledPacket& PooledState::take() {
    PooledPacket& packet = pool_.take(this, next_id());
    packet.received_ = true;
    return packet;
}

Status PooledState::verdict(Packet& any, Verdict verdict) {
    auto& packet = static_cast<PooledPacket&>(any);
    if (!packet.received_)
        return fail(message("packet %1 was made here and has no verdict yet", packet.id()), message("send it: it is received again"),
                    EINVAL);
    if (packet.decided_) return fail(message("packet %1 has its verdict already", packet.id()), {}, EALREADY);
    if (observes_ && packet.changed_)
        return fail(message("packet %1 cannot be edited: %2 only observes", packet.id(), module_),
                    message("replay the file, or guard the network with the firewall"), EPERM);
    if (auto done = carry_out(packet, verdict); !done) return done;
    packet.decided_ = true;
    packet.status_ = PacketStatus::sent;
    return {};
}

Result<PacketPtr> PooledState::newPacket(std::size_t size) {
    if (size > largest_forged_packet)
        return fail(message("cannot make a packet of %1 bytes: a packet has at most %2", size, largest_forged_packet), {}, EMSGSIZE);
    PooledPacket& packet = pool_.take(this, next_id());
    packet.status_ = PacketStatus::forged;
    packet.edited_.assign(size, 0);
    packet.changed_ = true;
    packet.original_ = std::uint32_t(size);
    packet.time_ = clock();
    if (auto known = interfaces(); !known.empty()) packet.link_type_ = known.front().link_type;
    return PacketPtr(&packet);
}

Status PooledState::send(Packet& any, bool own_answer) {
    auto& packet = static_cast<PooledPacket&>(any);
    if (packet.status_ != PacketStatus::forged)
        return fail(message("packet %1 cannot be sent: it was not made here, or is sent already", packet.id()),
                    message("make a new packet with its bytes"), EINVAL);
    auto known = interfaces();
    if (packet.interface_ >= known.size())
        return fail(message("packet %1 cannot be sent: there is no interface %2", packet.id(), packet.interface_), {}, EINVAL);
    packet.link_type_ = known[packet.interface_].link_type;
    if (auto sent = send_out(packet, own_answer); !sent) return sent;
    packet.status_ = PacketStatus::sent;
    return {};
}

void PooledState::release(Packet* any) {
    auto& packet = static_cast<PooledPacket&>(*any);
    if (packet.received_ && !packet.decided_) {
        packet.changed_ = false;  // nobody let the edited bytes go
        (void)carry_out(packet, default_verdict());
    }
    pool_.give_back(packet);
}

}  // namespace sallyport
