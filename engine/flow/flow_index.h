// SPDX-License-Identifier: GPL-3.0-or-later
// From a key to the place of its flow: a flat hash table with linear probing, at most half full, in 8 bytes a slot. Removing
// closes the gap, so that it never fills with graves, whatever comes and goes.
#pragma once
#include <cstdint>
#include <vector>

namespace sallyport {

class FlowIndex {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// The place whose hash is `hash` and that `is_it` accepts; none.
    template <class Accepts>
    std::uint32_t find(std::uint32_t hash, Accepts&& is_it) const {
        for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
            const Slot slot = slots_[at];
            if (slot.place == none) return none;
            if (slot.hash == hash && is_it(slot.place)) return slot.place;
        }
    }
    void insert(std::uint32_t hash, std::uint32_t place);
    /// The entry must be there.
    void remove(std::uint32_t hash, std::uint32_t place);
    std::size_t size() const { return size_; }
    std::size_t memory() const { return slots_.capacity() * sizeof(Slot); }  // bytes

private:
    struct Slot {
        std::uint32_t hash = 0, place = none;
    };
    void put(Slot slot);
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(1024);  // a power of two
    std::size_t mask_ = 1023, size_ = 0;
};

}  // namespace sallyport
