// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address.h"
#include <arpa/inet.h>

namespace sallyport {

void append_ipv4(const std::uint8_t* p, std::string& out) {
    char text[INET_ADDRSTRLEN];
    out += inet_ntop(AF_INET, p, text, sizeof text);
}

void append_ipv6(const std::uint8_t* p, std::string& out) {
    char text[INET6_ADDRSTRLEN];
    out += inet_ntop(AF_INET6, p, text, sizeof text);
}

void append_hex(Bytes bytes, char separator, std::string& out) {
    static constexpr char digits[] = "0123456789abcdef";
    for (std::size_t i = 0; i < bytes.size(); i++) {
        if (i && separator) out += separator;
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
}

bool parse_ipv4(std::string_view text, std::uint8_t (&out)[4]) { return inet_pton(AF_INET, std::string(text).c_str(), out) == 1; }
bool parse_ipv6(std::string_view text, std::uint8_t (&out)[16]) { return inet_pton(AF_INET6, std::string(text).c_str(), out) == 1; }

std::optional<ByteBuffer> parse_hex(std::string_view text) {
    ByteBuffer out;
    auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (std::string_view(":-. \t\r\n").find(text[i]) != std::string_view::npos) { i++; continue; }
        int high = digit(text[i]), low = i + 1 < text.size() ? digit(text[i + 1]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        out.push_back(std::uint8_t(high << 4 | low));
        i += 2;
    }
    return out;
}

}  // namespace sallyport
