// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that people paste: hex dumps with offsets as hexdump -C, Wireshark, tcpdump -x/-X and xxd print them, "aa:bb:cc", "\x45\x00",
// "0x45, 0x00" or plain digits.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include <string_view>

namespace sallyport {

/// Errors name line and column (from 1), what stands there and what was expected.
Result<ByteBuffer> parse_hex_paste(std::string_view text);

}  // namespace sallyport
