// SPDX-License-Identifier: GPL-3.0-or-later
// Constants of a filter: from what people write to the form that is compared.
#pragma once
#include "filter/syntax.h"
#include "filter/value.h"
#include <string>

namespace sallyport::filtering {

struct Constant {
    Value value;
    ByteBuffer bytes;  // what value.data points to, if it does
};

struct LiteralError {
    Message reason;
    std::string suggestion;
};

/// Reads a word, string or character as a value of `type`. Numbers must fit the type's field, computed ones 64 bits.
std::optional<LiteralError> read_literal(const Syntax& literal, const ValueType& type, Constant& out);

/// Decimal, 0x, 0b or, with a leading 0, octal. Why it is no number, or nothing.
Message parse_unsigned(std::string_view text, std::uint64_t& out);

/// Hex digits, two a byte, in groups parted by one of : - . ("00:01", "0001.02", "8.6", "123" is 01:23). Nothing: they are not that.
std::optional<ByteBuffer> parse_byte_string(std::string_view text);

/// Seconds with at most nine decimals, as nanoseconds.
std::optional<std::int64_t> parse_seconds(std::string_view text);

/// The choice that people call `name`: its whole text, or either one's part before " (", whatever its case.
const Choice* choice_named(Choices choices, std::string_view name);

}  // namespace sallyport::filtering
