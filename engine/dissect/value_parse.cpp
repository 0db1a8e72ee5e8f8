// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/value_parse.h"
#include "base/address.h"
#include "base/time_text.h"
#include "dissect/edit.h"
#include "dissect/value_text.h"
#include <algorithm>
#include <charconv>

namespace sallyport {

namespace {

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool parse_integer(std::string_view text, bool is_signed, std::uint64_t& out) {
    bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) base = 16, text.remove_prefix(2);
    else if (text.size() > 1 && text[0] == '0') base = 8;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
    if (error != std::errc() || end != text.data() + text.size() || text.empty() || (negative && !is_signed)) return false;
    if (negative) out = ~out + 1;
    return true;
}

/// Text with the escapes that append_text writes.
ByteBuffer unescape(std::string_view human) {
    ByteBuffer out;
    static constexpr std::string_view letters = "abtnvfr", codes = "\a\b\t\n\v\f\r";
    for (std::size_t i = 0; i < human.size(); i++) {
        if (human[i] == '\\' && i + 1 < human.size()) {
            char c = human[i + 1];
            if (auto k = letters.find(c); k != letters.npos) {
                out.push_back(std::uint8_t(codes[k])), i++;
                continue;
            }
            if (c == 'x' && i + 3 < human.size()) {
                if (auto hex = parse_hex(human.substr(i + 2, 2)); hex && hex->size() == 1) {
                    out.push_back((*hex)[0]), i += 3;
                    continue;
                }
            }
        }
        out.push_back(std::uint8_t(human[i]));
    }
    return out;
}

}  // namespace

tl::unexpected<Error> not_a_value(const Field& field, std::string_view human, Words expected) {
    return fail(message("%1: '%2' is no value of it; expected %3", field.name, human, expected));
}

/// … by a coding, which knows why.
static tl::unexpected<Error> refused_by(const Coding& coding, const Field& field, std::string_view human) {
    if (!coding.fault) return not_a_value(field, human, coding.expected);
    return fail(message("%1: '%2' is no value of it: %3", field.name, human, coding.fault(human)));
}

Result<std::uint64_t> parse_number(const Field& f, std::string_view human) {
    for (auto& c : f.choices)
        if (same_word(c.text, human)) return c.value;
    for (auto& c : f.choices)  // "MX" of "MX (Mail eXchange)"
        if (const std::string_view text = c.text; same_word(text.substr(0, text.find(" (")), human)) return c.value;
    if (f.coding && f.coding->parse && !f.coding->measure) {  // a number of fixed size that people also write otherwise
        ByteBuffer wire;
        if (!f.coding->parse(human, wire)) return refused_by(*f.coding, f, human);
        return load_number(wire.data(), unsigned(std::min<std::size_t>(wire.size(), 8)), f.little);
    }
    std::uint64_t v = 0;
    std::int64_t ns = 0;
    switch (f.type) {
        case FieldType::boolean:
            if (same_word(human, "true") || same_word(human, "set")) return 1;
            if (same_word(human, "false") || same_word(human, "not set")) return 0;
            if (parse_integer(human, false, v) && v <= 1) return v;
            return not_a_value(f, human, words("0 or 1"));
        case FieldType::absolute_time:
            if (!parse_absolute_time(human, ns)) return not_a_value(f, human, words("a time as 2026-11-23 12:00:00.5"));
            return std::uint64_t(ns);
        case FieldType::relative_time:
            if (!parse_relative_time(human, ns)) return not_a_value(f, human, words("seconds as 1.5"));
            return std::uint64_t(ns);
        default:
            if (parse_integer(human, f.type == FieldType::sint, v)) return v;
            return not_a_value(f, human, f.choices.empty() ? words("a number") : words("a number or one of its names"));
    }
}

Result<ByteBuffer> parse_value(const Field& f, std::string_view human, std::size_t wire_length) {
    ByteBuffer wire;
    if (f.coding && (f.coding->parse || f.coding->text)) {
        if (!f.coding->parse) return fail(message("%1 is made of other fields: set those instead", f.name));
        if (!f.coding->parse(human, wire)) return refused_by(*f.coding, f, human);
        return wire;
    }
    std::uint8_t four[4], sixteen[16];
    switch (f.type) {
        case FieldType::ipv4:
            if (!parse_ipv4(human, four)) return not_a_value(f, human, words("an IPv4 address"));
            return ByteBuffer(four, four + 4);
        case FieldType::ipv6:
            if (!parse_ipv6(human, sixteen)) return not_a_value(f, human, words("an IPv6 address"));
            return ByteBuffer(sixteen, sixteen + 16);
        case FieldType::ether:
        case FieldType::bytes:
        case FieldType::protocol: {
            if (human == no_bytes) return ByteBuffer();
            auto hex = parse_hex(human);
            if (!hex) return not_a_value(f, human, words("hex bytes as 00:0c:29"));
            return *hex;
        }
        case FieldType::string: wire = unescape(human); return wire;
        default: {
            auto v = parse_number(f, human);
            if (!v) return tl::unexpected(v.error());
            wire.resize(wire_length);
            store_number(wire.data(), unsigned(std::min<std::size_t>(wire_length, 8)), f.little,
                         f.unit_ns ? *v / std::uint64_t(f.unit_ns) : *v / f.scale);
            return wire;
        }
    }
}

}  // namespace sallyport
