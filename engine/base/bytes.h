// SPDX-License-Identifier: GPL-3.0-or-later
// Views of bytes, and numbers loaded from and stored into them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace sallyport {

using Bytes = std::span<const std::uint8_t>;
using MutableBytes = std::span<std::uint8_t>;
using ByteBuffer = std::vector<std::uint8_t>;

/// The big-endian number of `width` bytes (0..8) at `at`. The caller has checked that they are there.
inline std::uint64_t load_be(const std::uint8_t* at, unsigned width) {
    switch (width) {
        case 1: return *at;
        case 2: { std::uint16_t v; std::memcpy(&v, at, 2); return __builtin_bswap16(v); }
        case 4: { std::uint32_t v; std::memcpy(&v, at, 4); return __builtin_bswap32(v); }
        case 8: { std::uint64_t v; std::memcpy(&v, at, 8); return __builtin_bswap64(v); }
        default: break;
    }
    std::uint64_t v = 0;
    for (unsigned i = 0; i < width; i++) v = v << 8 | at[i];
    return v;
}

/// The little-endian number of `width` bytes (0..8) at `at`. The caller has checked that they are there.
inline std::uint64_t load_le(const std::uint8_t* at, unsigned width) {
    std::uint64_t v = 0;
    for (unsigned i = width; i--;) v = v << 8 | at[i];
    return v;
}

inline std::uint64_t load_number(const std::uint8_t* at, unsigned width, bool little) {
    return little ? load_le(at, width) : load_be(at, width);
}

/// Stores the low `width` bytes (0..8) of `value` at `at`.
inline void store_number(std::uint8_t* at, unsigned width, bool little, std::uint64_t value) {
    for (unsigned i = 0; i < width; i++) at[little ? i : width - 1 - i] = std::uint8_t(value >> (8 * i));
}

}  // namespace sallyport
