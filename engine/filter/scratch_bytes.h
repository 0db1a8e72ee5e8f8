// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include <algorithm>
#include <memory>

namespace sallyport::filtering {

/// Memory for the bytes that are computed for one packet. What it gave stays where it is until clear(), which keeps the memory:
/// once warm, nothing is allocated.
class ScratchBytes {
public:
    std::uint8_t* take(std::size_t size) {
        while (block_ < blocks_.size() && blocks_[block_].size - used_ < size) block_++, used_ = 0;
        if (block_ == blocks_.size()) {
            const std::size_t room = std::max<std::size_t>(size, 4096);
            blocks_.push_back({std::make_unique<std::uint8_t[]>(room), room});
            used_ = 0;
        }
        used_ += size;
        return blocks_[block_].memory.get() + used_ - size;
    }
    void clear() { block_ = used_ = 0; }

private:
    struct Block {
        std::unique_ptr<std::uint8_t[]> memory;
        std::size_t size;
    };
    std::vector<Block> blocks_;
    std::size_t block_ = 0, used_ = 0;
};

}  // namespace sallyport::filtering
