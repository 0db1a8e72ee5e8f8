// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "packet/packet_record.h"
#include <cstddef>
#include <cstring>
#include <new>

namespace sallyport {

/// Room for a fixed number of records that never move, side by side without padding. Uninitialised: memory is touched as records are
/// added.
class RecordChunk {
public:
    static constexpr unsigned shift = 14;
    static constexpr std::size_t capacity = std::size_t(1) << shift;
    static constexpr std::size_t mask = capacity - 1;

    RecordChunk() : records_(static_cast<std::byte*>(::operator new(capacity * record_size))) {}
    ~RecordChunk() { ::operator delete(records_); }
    RecordChunk(const RecordChunk&) = delete;
    RecordChunk& operator=(const RecordChunk&) = delete;

    void put(std::size_t index, const PacketRecord& record) { std::memcpy(place_of(index), &record, record_size); }
    PacketRecord at(std::size_t index) const {
        PacketRecord record;
        std::memcpy(static_cast<void*>(&record), place_of(index), record_size);
        return record;
    }

private:
    std::byte* place_of(std::size_t index) const { return records_ + (index & mask) * record_size; }

    std::byte* records_;
};
static_assert(std::is_trivially_copyable_v<PacketRecord>);

}  // namespace sallyport
