// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/pooled_packet.h"

namespace sallyport {
namespace {
constexpr std::size_t memory_worth_keeping = 64 * 1024;  // bytes a packet; a rare giant's are freed
}

void PooledPacket::reset(ModuleState* owner, std::uint64_t id) {
    if (held_.capacity() > memory_worth_keeping) ByteBuffer().swap(held_);
    if (edited_.capacity() > memory_worth_keeping) ByteBuffer().swap(edited_);
    original_bytes_ = {};
    id_ = id;
    owner_ = owner;
    time_ = {};
    mtu_ = original_ = 0;
    interface_ = link_options_ = 0;
    link_type_ = LinkType::ethernet;
    status_ = PacketStatus::normal;
    direction_ = Direction::unknown;
    flags_ = queue_ = 0;
    saved_ = {};
    comment_.clear();
    changed_ = stable_ = own_answer_ = decided_ = received_ = false;
    order_ = 0;
}

PooledPacket& PacketPool::take(ModuleState* owner, std::uint64_t id) {
    if (free_.empty()) {
        free_.reserve(all_.size() + 1);  // so that give_back() never allocates
        all_.push_back(std::make_unique<PooledPacket>());
        free_.push_back(all_.back().get());
    }
    PooledPacket& packet = *free_.back();
    free_.pop_back();
    packet.reset(owner, id);
    return packet;
}

void PacketPool::give_back(PooledPacket& packet) { free_.push_back(&packet); }

}  // namespace sallyport
