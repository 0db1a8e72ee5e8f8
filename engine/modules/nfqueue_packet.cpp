// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_packet.h"
#include <sys/mman.h>

namespace sallyport {
namespace {

constexpr std::size_t chunk_packets = 64;
constexpr std::size_t chunk_bytes = chunk_packets * NfqueuePool::buffer_size;
constexpr std::size_t kept_edit_capacity = 64 * 1024;

}  // namespace

void NfqueuePacket::received(std::uint64_t id, ModuleState* owner, Bytes payload, std::uint32_t length, std::uint8_t queue) {
    id_ = id;
    owner_ = owner;
    original_bytes_ = payload;
    original_ = length;
    truncated = length > payload.size();
    link_type_ = LinkType::raw;
    status_ = PacketStatus::normal;
    flags_ = 0;
    queue_ = queue;
    changed_ = stable_ = own_answer_ = decided_ = false;
    if (edited_.capacity() > kept_edit_capacity) ByteBuffer().swap(edited_);
}

void NfqueuePacket::forged(std::uint64_t id, ModuleState* owner, std::size_t size, std::uint8_t queue, std::uint32_t mtu) {
    received(id, owner, {}, std::uint32_t(size), queue);
    truncated = false;
    status_ = PacketStatus::forged;
    edited_.assign(size, 0);
    changed_ = true;
    at(Timestamp::now(), Direction::out, 0, mtu);
}

void NfqueuePacket::at(Timestamp time, Direction direction, std::uint16_t interface, std::uint32_t mtu) {
    time_ = time;
    direction_ = direction;
    interface_ = interface;
    mtu_ = mtu;
}

NfqueuePool::~NfqueuePool() {
    for (auto& chunk : chunks_) ::munmap(chunk.memory, chunk_bytes);
}

bool NfqueuePool::grow() {
    void* memory = ::mmap(nullptr, chunk_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return false;
    ::madvise(memory, chunk_bytes, MADV_NOHUGEPAGE);  // small packets would fill 2 MB pages with nothing
    chunks_.push_back({std::make_unique<NfqueuePacket[]>(chunk_packets), memory});
    for (std::size_t i = chunk_packets; i--;) {
        NfqueuePacket* packet = &chunks_.back().packets[i];
        packet->buffer = static_cast<std::uint8_t*>(memory) + i * buffer_size;
        give_back(packet);
    }
    return true;
}

NfqueuePacket* NfqueuePool::take() {
    if (!free_ && !grow()) return nullptr;
    NfqueuePacket* packet = free_;
    free_ = packet->next;
    packet->next = nullptr;
    return packet;
}

void NfqueuePool::give_back(NfqueuePacket* packet) {
    packet->next = free_;
    packet->previous = nullptr;
    free_ = packet;
}

void UndecidedList::append(NfqueuePacket* packet) {
    packet->previous = last_;
    packet->next = nullptr;
    (last_ ? last_->next : first_) = packet;
    last_ = packet;
}

void UndecidedList::remove(NfqueuePacket* packet) {
    (packet->previous ? packet->previous->next : first_) = packet->next;
    (packet->next ? packet->next->previous : last_) = packet->previous;
    packet->previous = packet->next = nullptr;
}

}  // namespace sallyport
