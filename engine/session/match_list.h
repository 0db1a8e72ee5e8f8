// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace sallyport {

/// A growing list of packet indexes: one writer at a time appends, any number of readers read what is published without waiting.
/// Chunks double in size and never move, so that a position is found by counting bits.
class MatchList {
public:
    std::size_t size() const { return published_.load(std::memory_order_acquire); }

    std::uint32_t operator[](std::size_t position) const {
        const std::size_t chunk = chunk_of(position);
        return chunks_[chunk].load(std::memory_order_acquire)[position - begin_of(chunk)];
    }

    void append(const std::uint32_t* indexes, std::size_t count) {
        std::size_t at = published_.load(std::memory_order_relaxed);
        for (std::size_t i = 0; i < count; i++, at++) {
            const std::size_t chunk = chunk_of(at);
            if (!owned_[chunk]) {
                owned_[chunk] = std::make_unique_for_overwrite<std::uint32_t[]>(first_chunk << chunk);
                chunks_[chunk].store(owned_[chunk].get(), std::memory_order_release);
            }
            owned_[chunk][at - begin_of(chunk)] = indexes[i];
        }
        published_.store(at, std::memory_order_release);
    }

private:
    static constexpr std::size_t first_chunk = 1024, chunks = 23;      // 1024 × (2²³ − 1) positions: more than 32-bit indexes
    static std::size_t chunk_of(std::size_t position) { return std::size_t(std::bit_width(position / first_chunk + 1)) - 1; }
    static std::size_t begin_of(std::size_t chunk) { return ((std::size_t(1) << chunk) - 1) * first_chunk; }

    std::array<std::unique_ptr<std::uint32_t[]>, chunks> owned_;
    std::array<std::atomic<std::uint32_t*>, chunks> chunks_{};
    std::atomic<std::size_t> published_{0};
};

}  // namespace sallyport
