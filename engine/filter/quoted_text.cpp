// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/quoted_text.h"
#include <cstdint>

namespace sallyport::filtering {
namespace {

int digit_of(char c, int base) {
    int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
    return value < base ? value : -1;
}

/// Up to `most` digits from `at`, which moves behind them; how many there were.
unsigned read_digits(std::string_view text, std::size_t& at, unsigned most, int base, std::uint32_t& value) {
    unsigned count = 0;
    value = 0;
    for (; count < most && at < text.size() && digit_of(text[at], base) >= 0; count++) value = value * base + digit_of(text[at++], base);
    return count;
}

bool append_utf8(std::uint32_t code, std::string& out) {
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
    if (code < 0x80) return out += char(code), true;
    if (code < 0x800) out += char(0xc0 | code >> 6);
    else {
        if (code < 0x10000) out += char(0xe0 | code >> 12);
        else out += char(0xf0 | code >> 18), out += char(0x80 | (code >> 12 & 0x3f));
        out += char(0x80 | (code >> 6 & 0x3f));
    }
    out += char(0x80 | (code & 0x3f));
    return true;
}

bool append_number(char kind, std::string_view text, std::size_t& at, std::string& out) {
    std::uint32_t value = 0;
    switch (kind) {
        case 'x': return ++at, read_digits(text, at, 2, 16, value) && (out += char(value), true);
        case 'u': return ++at, read_digits(text, at, 4, 16, value) == 4 && append_utf8(value, out);
        case 'U': return ++at, read_digits(text, at, 8, 16, value) == 8 && append_utf8(value, out);
        default: return read_digits(text, at, 3, 8, value) && value < 256 && (out += char(value), true);
    }
}

/// The escape whose letter stands at `at`, which moves behind it; false: there is no such escape.
bool append_escape(std::string_view text, std::size_t& at, std::string& out) {
    static constexpr std::string_view letters = "'\"\\abfnrtv", bytes = "'\"\\\a\b\f\n\r\t\v";
    const std::size_t simple = letters.find(text[at]);
    if (simple != std::string_view::npos) return out += bytes[simple], at++, true;
    return append_number(text[at], text, at, out);
}

}  // namespace

QuotedText read_quoted(std::string_view text, std::size_t at, char quote, bool raw) {
    QuotedText out;
    const std::size_t open = at;
    while (at < text.size() && text[at] != quote) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out.bytes += text[at++];
        } else if (raw) {
            out.bytes.append(text, at, 2);
            at += 2;
        } else {
            const std::size_t from = at++;
            out.escaped = true;
            if (append_escape(text, at, out.bytes)) continue;
            out.fault = message("%1 is no escape; a backslash itself is written \\\\", text.substr(from, 2));
            out.fault_at = from, out.fault_length = 2;
            return out;
        }
    }
    if (at == text.size()) out.fault = message("the closing quote is missing"), out.fault_at = open - 1, out.fault_length = at - open + 1;
    out.next = at + 1;
    return out;
}

std::string quote_text(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (char c : bytes) {
        const std::uint8_t byte = std::uint8_t(c);
        if (c == '"' || c == '\\') out += '\\', out += c;
        else if (byte < 0x20 || byte == 0x7f) out += "\\x", out += digits[byte >> 4], out += digits[byte & 15];
        else out += c;
    }
    return out += '"';
}

}  // namespace sallyport::filtering
