// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_index.h"
#include <utility>

namespace sallyport {

void FlowIndex::put(Slot slot) {
    std::size_t at = slot.hash & mask_;
    while (slots_[at].place != none) at = (at + 1) & mask_;
    slots_[at] = slot;
}

void FlowIndex::grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old)
        if (slot.place != none) put(slot);
}

void FlowIndex::insert(std::uint32_t hash, std::uint32_t place) {
    if (++size_ * 2 > slots_.size()) grow();
    put({hash, place});
}

void FlowIndex::remove(std::uint32_t hash, std::uint32_t place) {
    std::size_t gap = hash & mask_;
    while (slots_[gap].place != place) gap = (gap + 1) & mask_;
    size_--;
    // What stands behind the gap moves into it, unless it would stand before its home.
    for (std::size_t at = (gap + 1) & mask_; slots_[at].place != none; at = (at + 1) & mask_) {
        const std::size_t home = slots_[at].hash & mask_;
        if (((at - home) & mask_) < ((at - gap) & mask_)) continue;
        slots_[gap] = slots_[at];
        gap = at;
    }
    slots_[gap] = {};
}

}  // namespace sallyport
