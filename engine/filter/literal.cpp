// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/literal.h"
#include "base/address.h"
#include "filter/time_literal.h"
#include <algorithm>
#include <bit>
#include <charconv>

namespace sallyport::filtering {
namespace {

using Failure = std::optional<LiteralError>;

Failure wrong(Message reason, std::string suggestion = {}) { return LiteralError{std::move(reason), std::move(suggestion)}; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool has_letters(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(), [](char x, char y) { return lower(x) == lower(y); }) !=
           text.end();
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }
Message subject(const ValueType& type) { return type.field ? Message::foreign(type.field->name) : message("a computed value"); }

/// `what`: with the name in %1 and the field in %2.
Failure unknown_choice(std::string_view name, const ValueType& type, Words what) {
    std::string suggestion;
    for (auto& choice : type.field->choices)
        if (name.size() > 1 && has_letters(choice.text, name)) {
            suggestion = in_quotes(choice.text);
            break;
        }
    return wrong(Message(what, {Message::foreign(in_quotes(name)), subject(type)}), std::move(suggestion));
}

Failure take_choice(const Choice& choice, const ValueType& type, Constant& out) {
    if (choice.last)
        return wrong(message("%1 names several values of %2; use a set of numbers: in {%3..%4}", in_quotes(choice.text), subject(type),
                             choice.value, choice.last));
    out.value = type.type == FieldType::sint ? Value::of_signed(std::int64_t(choice.value)) : Value::of_number(choice.value);
    return {};
}

std::uint64_t largest(const ValueType& type) {
    const unsigned bits = type.width && type.width < 8 ? 8u * type.width : 64u;
    if (type.type == FieldType::sint) return (1ull << (bits - 1)) - 1;
    return bits == 64 ? ~0ull : (1ull << bits) - 1;
}

Failure read_number(const Syntax& literal, const ValueType& type, Constant& out) {
    if (literal.kind == SyntaxKind::character) return out.value = Value::of_number(std::uint8_t(literal.text[0])), std::nullopt;
    const bool has_names = type.field && !type.field->choices.empty();
    if (literal.kind == SyntaxKind::word) {
        std::uint64_t number = 0;
        const Message why = parse_unsigned(literal.text, number);
        if (why.empty()) {
            if (type.field && number > largest(type))
                return wrong(message("%1 is too big for %2, whose largest value is %3", literal.text, subject(type), largest(type)));
            return out.value = Value::of_number(number), std::nullopt;
        }
        if (!has_names) return wrong(why);
    }
    if (!has_names) return wrong(message("%1 holds numbers: in quotes stand only names of values, and it has none", subject(type)));
    if (const Choice* choice = choice_named(type.field->choices, literal.text)) return take_choice(*choice, type, out);
    return unknown_choice(literal.text, type,
                          literal.kind == SyntaxKind::word ? words("%1 is neither a number nor a name of one of %2's values")
                                                           : words("%1 is no name of one of %2's values"));
}

Failure read_boolean(const Syntax& literal, const ValueType& type, Constant& out) {
    std::uint64_t number = 0;
    const bool quoted = literal.kind != SyntaxKind::word;
    if (!quoted && parse_unsigned(literal.text, number).empty()) return out.value = Value::of_number(number != 0), std::nullopt;
    if (!quoted && same_letters(literal.text, "true")) return out.value = Value::of_number(1), std::nullopt;
    if (!quoted && same_letters(literal.text, "false")) return out.value = Value::of_number(0), std::nullopt;
    static constexpr Choice usual[] = {{1, "Set"}, {0, "Not set"}, {1, "True"}, {0, "False"}};
    const Choices choices = type.field && !type.field->choices.empty() ? type.field->choices : Choices(usual);
    if (const Choice* choice = choice_named(choices, literal.text)) return take_choice(*choice, type, out);
    if (choices.data() == usual) return wrong(message("%1 is no boolean; it is 1, 0, true or false", in_quotes(literal.text)));
    return unknown_choice(literal.text, type, words("%1 is neither true nor false nor a name of one of %2's values"));
}

void set_bytes(Constant& out, ByteBuffer bytes) {
    out.bytes = std::move(bytes);
    out.value.data = out.bytes.data();
    out.value.size = std::uint32_t(out.bytes.size());
}

void set_text(Constant& out, std::string_view text) {
    auto* first = reinterpret_cast<const std::uint8_t*>(text.data());
    set_bytes(out, ByteBuffer(first, first + text.size()));
}

Failure needs_no_quotes(const Syntax& literal, const ValueType& type) {
    return wrong(message("%1 holds %2, which is written without quotes", subject(type), name_of(type.type)),
                 literal.kind == SyntaxKind::string ? literal.text : std::string());
}

Failure read_prefix(std::string_view text, unsigned most, Value& value) {
    const Message why = parse_unsigned(text, value.number);
    if (!why.empty()) return wrong(message("the prefix length: %1", why));
    if (value.number > most) return wrong(message("a prefix of %1 bits is longer than the address, which has %2", value.number, most));
    value.prefix = std::uint8_t(value.number);
    return {};
}

Failure read_address(const Syntax& literal, const ValueType& type, Constant& out) {
    const bool four = type.type == FieldType::ipv4;
    if (literal.kind != SyntaxKind::word) return needs_no_quotes(literal, type);
    const std::string_view text = literal.text;
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos)
        if (Failure failure = read_prefix(text.substr(slash + 1), four ? 32 : 128, out.value)) return failure;
    std::uint8_t bytes4[4], bytes6[16];
    const std::string_view address = text.substr(0, slash);
    if (four ? !parse_ipv4(address, bytes4) : !parse_ipv6(address, bytes6))
        return wrong(four ? message("%1 is not an IPv4 address", in_quotes(address))
                          : message("%1 is not an IPv6 address, as in fe80::1", in_quotes(address)));
    if (four) set_bytes(out, ByteBuffer(bytes4, bytes4 + 4)), out.value.number = load_be(bytes4, 4);
    else set_bytes(out, ByteBuffer(bytes6, bytes6 + 16)), out.value.number = 0;
    return {};
}

Failure read_bytes(const Syntax& literal, Constant& out) {
    if (literal.kind != SyntaxKind::word) return set_text(out, literal.text), std::nullopt;
    const std::string_view text = literal.text;
    if (text.substr(0, 2) == "0x" || text.substr(0, 2) == "0X") {
        auto bytes = parse_byte_string(text.substr(2));
        if (bytes && bytes->size() == 1) return set_bytes(out, std::move(*bytes)), std::nullopt;
        return wrong(message("%1 would have an order of bytes: write them one by one, as in 00:01", literal.text));
    }
    auto bytes = parse_byte_string(text);
    if (!bytes)
        return wrong(message("%1 is no byte string; bytes are hex digits, as in 00:01, and text stands in double quotes", in_quotes(text)));
    set_bytes(out, std::move(*bytes));
    return {};
}

Failure read_ether(const Syntax& literal, const ValueType& type, Constant& out) {
    if (literal.kind != SyntaxKind::word) return needs_no_quotes(literal, type);
    auto bytes = parse_byte_string(literal.text);
    if (!bytes) return wrong(message("%1 is not an Ethernet address, as in 00:0c:29:aa:bb:cc", in_quotes(literal.text)));
    if (bytes->size() != 6)
        return wrong(
            message("%1 has %2 of the 6 bytes of an Ethernet address", in_quotes(literal.text), bytes->size()),
            bytes->size() < 6 && type.field ? type.field->name + "[0:" + std::to_string(bytes->size()) + "] == " + literal.text : "");
    set_bytes(out, std::move(*bytes));
    return {};
}

Failure read_floating(const Syntax& literal, Constant& out) {
    double value = 0;
    const char* end = literal.text.data() + literal.text.size();
    const auto [next, fault] = std::from_chars(literal.text.data(), end, value);
    if (literal.kind != SyntaxKind::word || fault != std::errc() || next != end)
        return wrong(message("%1 is not a number", in_quotes(literal.text)));
    out.value = Value::of_number(std::bit_cast<std::uint64_t>(value));
    return {};
}

Failure read_time(const Syntax& literal, const ValueType& type, Constant& out) {
    if (type.type == FieldType::relative_time && literal.kind != SyntaxKind::word) return needs_no_quotes(literal, type);
    auto time = type.type == FieldType::relative_time ? parse_seconds(literal.text) : parse_date_and_time(literal.text);
    if (time) return out.value = Value::of_signed(*time), std::nullopt;
    return wrong(
        type.type == FieldType::relative_time
            ? message("%1 is no number of seconds, with at most nine decimals", in_quotes(literal.text))
            : message("%1 is no date and time, as in \"2024-07-04 12:34:56.5\", with Z behind it for UTC", in_quotes(literal.text)));
}

}  // namespace

std::optional<LiteralError> read_literal(const Syntax& written, const ValueType& type, Constant& out) {
    Syntax literal = written;
    if (literal.kind == SyntaxKind::word && literal.text[0] == ':' && literal.text.substr(0, 2) != "::")
        literal.text.erase(0, 1);  // Wireshark's mark for "this is a value, not a field"
    switch (type.type) {
        case FieldType::uint:
        case FieldType::sint: return read_number(literal, type, out);
        case FieldType::boolean: return read_boolean(literal, type, out);
        case FieldType::ipv4:
        case FieldType::ipv6: return read_address(literal, type, out);
        case FieldType::ether: return read_ether(literal, type, out);
        case FieldType::protocol:
        case FieldType::bytes: return read_bytes(literal, out);
        case FieldType::string: return set_text(out, literal.text), std::nullopt;
        case FieldType::absolute_time:
        case FieldType::relative_time: return read_time(literal, type, out);
        case FieldType::floating: return read_floating(literal, out);
        case FieldType::none: break;
    }
    return wrong(message("%1 has no value to compare with; its name alone asks whether it is there", subject(type)));
}

Message parse_unsigned(std::string_view text, std::uint64_t& out) {
    int base = 10;
    std::string_view digits = text;
    if (text.size() > 1 && text[0] == '0') {
        const char mark = lower(text[1]);
        base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
        digits.remove_prefix(base == 8 ? 1 : 2);
    }
    const auto [next, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), out, base);
    if (digits.empty() || fault == std::errc::invalid_argument || digits[0] == '-' || next != digits.data() + digits.size())
        return message("%1 is not a number", in_quotes(text));
    return fault == std::errc::result_out_of_range ? message("%1 is larger than any number here", text) : Message();
}

std::optional<ByteBuffer> parse_byte_string(std::string_view text) {
    ByteBuffer out;
    while (!text.empty()) {
        std::size_t length = std::min(text.find_first_of(":-."), text.size());
        std::string group(text.substr(0, length));
        if (group.empty()) return {};
        if (group.size() % 2) group.insert(0, 1, '0');
        for (std::size_t i = 0; i < group.size(); i += 2) {
            std::uint8_t byte = 0;
            const auto [next, fault] = std::from_chars(group.data() + i, group.data() + i + 2, byte, 16);
            if (fault != std::errc() || next != group.data() + i + 2) return {};
            out.push_back(byte);
        }
        if (length == text.size()) return out;
        text.remove_prefix(length + 1);
    }
    return {};  // nothing at all, or nothing behind the last separator
}

std::optional<std::int64_t> parse_seconds(std::string_view text) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    std::string digits(text.substr(0, dot)), decimals(text.substr(std::min(dot + 1, text.size())));
    if ((digits.empty() && decimals.empty()) || (dot < text.size() && decimals.empty()) || decimals.size() > 9) return {};
    decimals.resize(9, '0');
    std::int64_t value = 0;
    for (char c : digits + decimals)
        if (c < '0' || c > '9' || __builtin_mul_overflow(value, std::int64_t(10), &value) ||
            __builtin_add_overflow(value, std::int64_t(c - '0'), &value))
            return {};
    return value;
}

const Choice* choice_named(Choices choices, std::string_view name) {
    for (auto& choice : choices)
        if (same_letters(choice.text, name)) return &choice;
    const std::string_view short_name = name.substr(0, name.find(" ("));
    for (auto& choice : choices) {
        const std::string_view text = choice.text, short_text = text.substr(0, text.find(" ("));
        if (same_letters(short_text, name) || same_letters(text, short_name)) return &choice;
    }
    return nullptr;
}

}  // namespace sallyport::filtering
