// SPDX-License-Identifier: GPL-3.0-or-later
// Packets that a state lends to the engine and takes back, with their memory, to lend them again.
#pragma once
#include "modules/packet_module.h"
#include <memory>
#include <vector>

namespace sallyport {

/// A packet as its module sees it.
class PooledPacket final : public Packet {
public:
    using Packet::changed_;
    using Packet::decided_;
    using Packet::direction_;
    using Packet::edited_;
    using Packet::flags_;
    using Packet::id_;
    using Packet::interface_;
    using Packet::link_options_;
    using Packet::link_type_;
    using Packet::mtu_;
    using Packet::original_;
    using Packet::original_bytes_;
    using Packet::own_answer_;
    using Packet::owner_;
    using Packet::queue_;
    using Packet::comment_;
    using Packet::saved_;
    using Packet::stable_;
    using Packet::status_;
    using Packet::time_;

    /// Makes its bytes a copy of `bytes`, in memory of its own that the next use keeps.
    void copy(Bytes bytes) {
        held_.assign(bytes.begin(), bytes.end());
        original_bytes_ = held_;
    }
    std::size_t order_ = 0;  // for the module's own use: its place among those that are out
    bool received_ = false;  // came out of receive(): it is owed a verdict

private:
    friend class PacketPool;
    void reset(ModuleState* owner, std::uint64_t id);
    ByteBuffer held_;
};

/// One thread. Allocates only while more packets are out than ever before.
class PacketPool {
public:
    PooledPacket& take(ModuleState* owner, std::uint64_t id);
    void give_back(PooledPacket& packet);
    /// How many are out.
    std::size_t lent() const { return all_.size() - free_.size(); }

private:
    std::vector<std::unique_ptr<PooledPacket>> all_;
    std::vector<PooledPacket*> free_;
};

}  // namespace sallyport
