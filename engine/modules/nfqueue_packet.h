// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of one queue and the memory they were received into, used again and again.
#pragma once
#include "modules/packet_module.h"
#include <memory>
#include <vector>

namespace sallyport {

/// A packet with its receive buffer. On the way through the engine it stands in the list of those without a verdict, oldest
/// first; else in the pool.
struct NfqueuePacket : Packet {
    std::uint8_t* buffer = nullptr;          // NfqueuePool::buffer_size bytes; nullptr: a forged packet
    std::uint32_t kernel_id = 0;             // in its queue
    bool truncated = false;                  // the kernel gave us fewer bytes than the packet has
    NfqueuePacket *previous = nullptr, *next = nullptr;

    void received(std::uint64_t id, ModuleState* owner, Bytes payload, std::uint32_t length, std::uint8_t queue);
    void forged(std::uint64_t id, ModuleState* owner, std::size_t size, std::uint8_t queue, std::uint32_t mtu);
    void at(Timestamp time, Direction direction, std::uint16_t interface, std::uint32_t mtu);
    void add_flags(std::uint8_t flags) { flags_ |= flags; }
    ByteBuffer& edited() { return edited_; }
    bool is_decided() const { return decided_; }
    void decide() { decided_ = true, status_ = PacketStatus::sent; }
};

/// Packets in chunks; a buffer's pages cost memory only once a packet filled them. Grows with the packets under way.
class NfqueuePool {
public:
    static constexpr std::size_t buffer_size = 68 * 1024 + 192;  // the largest message, and no two buffers on the same cache lines
    NfqueuePool() = default;
    ~NfqueuePool();
    NfqueuePool(const NfqueuePool&) = delete;

    /// nullptr when there is no memory.
    NfqueuePacket* take();
    void give_back(NfqueuePacket* packet);

private:
    bool grow();
    struct Chunk {
        std::unique_ptr<NfqueuePacket[]> packets;
        void* memory;
    };
    std::vector<Chunk> chunks_;
    NfqueuePacket* free_ = nullptr;          // linked by `next`
};

/// Packets without a verdict, oldest first.
class UndecidedList {
public:
    void append(NfqueuePacket* packet);
    void remove(NfqueuePacket* packet);
    NfqueuePacket* oldest() const { return first_; }

private:
    NfqueuePacket *first_ = nullptr, *last_ = nullptr;
};

}  // namespace sallyport
