// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "packet/packet_record.h"
#include <cstddef>
#include <new>

namespace sallyport {

/// Room for a fixed number of records that never move. Uninitialised: memory is touched as records are added.
class RecordChunk {
public:
    static constexpr unsigned shift = 14;
    static constexpr std::size_t capacity = std::size_t(1) << shift;
    static constexpr std::size_t mask = capacity - 1;

    RecordChunk() : records_(static_cast<PacketRecord*>(::operator new(capacity * sizeof(PacketRecord)))) {}
    ~RecordChunk() { ::operator delete(records_); }
    RecordChunk(const RecordChunk&) = delete;
    RecordChunk& operator=(const RecordChunk&) = delete;

    void put(std::size_t index, const PacketRecord& record) { new (records_ + (index & mask)) PacketRecord(record); }
    const PacketRecord& at(std::size_t index) const { return records_[index & mask]; }

private:
    PacketRecord* records_;
};
static_assert(std::is_trivially_destructible_v<PacketRecord>);

}  // namespace sallyport
