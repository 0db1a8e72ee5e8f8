// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/hex.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";
constexpr std::size_t row_bytes = 16;

void append_offset(std::size_t offset, unsigned digits, std::string& out) {
    for (unsigned i = digits; i--;) out += hex_digits[offset >> (4 * i) & 15];
}

void append_row(Bytes row, std::string& out) {
    for (std::size_t i = 0; i < row_bytes; i++) {
        if (i < row.size()) out += {hex_digits[row[i] >> 4], hex_digits[row[i] & 15], ' '};
        else out += "   ";
    }
    out += "  ";
    for (auto byte : row) out += byte >= 0x20 && byte < 0x7f ? char(byte) : '.';
}

}  // namespace

void append_hex_dump(Bytes bytes, std::string& out) {
    unsigned digits = 4;
    while (digits < 8 && bytes.size() > std::size_t(1) << (4 * digits)) digits++;
    for (std::size_t at = 0; at < bytes.size(); at += row_bytes) {
        append_offset(at, digits, out);
        out += "  ";
        append_row(bytes.subspan(at, std::min(row_bytes, bytes.size() - at)), out);
        out += '\n';
    }
}

void append_hex_dump(const Dissection& dissection, std::string& out) {
    if (dissection.buffers.empty()) return append_hex_dump(dissection.context.bytes, out);
    auto part = [&](const char* name, Bytes bytes) {
        out += std::string(name) + " (" + std::to_string(bytes.size()) + " bytes):\n";
        append_hex_dump(bytes, out);
    };
    part("Frame", dissection.context.bytes);
    for (auto& buffer : dissection.buffers) part("Reassembled", buffer);
}

}  // namespace sallyport::cli
