// SPDX-License-Identifier: GPL-3.0-or-later
// Checksums of layers: RFC 1071 with and without the pseudo headers of RFC 768 / 9293 (IPv4) and RFC 8200 8.1 (IPv6), CRC32c.
#pragma once
#include "base/bytes.h"
#include "protocol/field.h"
#include "protocol/layer.h"
#include <optional>

namespace sallyport {

/// The sum (not complemented, not folded beyond 32 bits) of 16-bit words; an odd last byte counts as the high one.
std::uint32_t internet_sum(Bytes bytes, std::uint32_t start = 0);
std::uint32_t crc32c(Bytes bytes);

/// What the checksum field of `width` bytes at `at` of layers[layer] must hold; nothing where it cannot be known (a fragment, cut bytes,
/// no network layer around). A sum of 0 with a pseudo header is 0xffff (RFC 768: 0 means none).
std::optional<std::uint64_t> right_checksum(Checksum kind, Bytes packet, std::span<const Layer> layers, std::size_t layer, std::uint32_t at,
                                            unsigned width);

}  // namespace sallyport
