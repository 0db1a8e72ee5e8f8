// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses between their bytes and the form people write.
#pragma once
#include "base/bytes.h"
#include <optional>
#include <string>
#include <string_view>

namespace sallyport {

void append_ipv4(const std::uint8_t* four_bytes, std::string& out);     // "192.0.2.1"
void append_ipv6(const std::uint8_t* sixteen_bytes, std::string& out);  // RFC 5952: "2001:db8::1"
void append_hex(Bytes bytes, char separator, std::string& out);         // "00:0c:29" or, separator 0, "000c29"

bool parse_ipv4(std::string_view text, std::uint8_t (&out)[4]);
bool parse_ipv6(std::string_view text, std::uint8_t (&out)[16]);
/// Hex bytes with or without one of ": - ." or blanks between them ("00:0c:29", "000c29", "000c.29aa"); "" is no bytes.
std::optional<ByteBuffer> parse_hex(std::string_view text);

}  // namespace sallyport
