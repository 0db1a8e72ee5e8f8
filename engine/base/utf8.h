// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"

namespace sallyport {

/// The length of the well-formed UTF-8 sequence at the front of `b`, which is not empty; 0: none (RFC 3629).
inline unsigned utf8_length(Bytes b) {
    std::uint8_t c = b[0];
    unsigned n = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    if (!n || b.size() < n) return 0;
    for (unsigned i = 1; i < n; i++)
        if ((b[i] & 0xc0) != 0x80) return 0;
    if ((c == 0xe0 && b[1] < 0xa0) || (c == 0xed && b[1] > 0x9f) || (c == 0xf0 && b[1] < 0x90) || (c == 0xf4 && b[1] > 0x8f)) return 0;
    return n;
}

}  // namespace sallyport
