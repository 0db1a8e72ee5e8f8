// SPDX-License-Identifier: GPL-3.0-or-later
// From the keyed hashes of flows to small numbers, in 12 bytes a slot: an std::unordered_map takes 56 an entry, and 3 looks into memory.
#pragma once
#include <cstdint>
#include <vector>

namespace sallyport {

/// Not thread-safe. Hashes are taken for what they are made of.
class HashPlaces {
public:
    static constexpr std::uint32_t none = ~std::uint32_t(0);

    /// The place kept under a hash, or none.
    std::uint32_t find(std::uint64_t hash) const {
        if (slots_.empty()) return none;
        for (std::size_t at = hash & mask();; at = (at + 1) & mask())
            if (slots_[at].place == none || slots_[at].is(hash)) return slots_[at].place;
    }
    /// Keeps a place (not `none`) under a hash that has none yet.
    void insert(std::uint64_t hash, std::uint32_t place) {
        if ((size_ + 1) * 4 > slots_.size() * 3) grow();
        put({std::uint32_t(hash), std::uint32_t(hash >> 32), place});
        size_++;
    }
    std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint32_t low = 0, high = 0, place = none;
        bool is(std::uint64_t hash) const { return low == std::uint32_t(hash) && high == std::uint32_t(hash >> 32); }
    };
    static constexpr std::size_t fewest = 16;
    std::size_t mask() const { return slots_.size() - 1; }
    void put(const Slot& slot) {
        std::size_t at = slot.low & mask();
        while (slots_[at].place != none) at = (at + 1) & mask();
        slots_[at] = slot;
    }
    void grow() {
        std::vector<Slot> before(slots_.empty() ? fewest : slots_.size() * 2);
        before.swap(slots_);
        for (const Slot& slot : before)
            if (slot.place != none) put(slot);
    }

    std::vector<Slot> slots_;  // a power of two of them, at most three quarters taken
    std::size_t size_ = 0;
};

}  // namespace sallyport
