// SPDX-License-Identifier: GPL-3.0-or-later
// Values while a filter runs, and what is known of them before it does.
#pragma once
#include "base/bytes.h"
#include "base/message.h"
#include "dissect/registry.h"
#include <optional>
#include <string_view>

namespace sallyport::filtering {

/// One value: a number, or bytes that somebody else keeps. Addresses have both forms.
struct Value {
    std::uint64_t number = 0;  // negative ones in two's complement; a double's bits
    const std::uint8_t* data = nullptr;
    std::uint32_t size = 0;
    bool negative = false;
    std::uint8_t prefix = 255;  // addresses: how many bits count; 255: all

    Bytes bytes() const { return {data, size}; }
    static Value of_number(std::uint64_t n) { return {.number = n}; }
    static Value of_signed(std::int64_t n) { return {.number = std::uint64_t(n), .negative = n < 0}; }
    static Value of_bytes(Bytes b) { return {.data = b.data(), .size = std::uint32_t(b.size())}; }
};

/// The type of an expression.
struct ValueType {
    FieldType type = FieldType::none;
    std::uint8_t width = 0;            // numbers: bytes
    const FieldInfo* field = nullptr;  // whose names of choices apply; nullptr: a computed value
};

/// Types whose values can be held against each other.
enum class ValueClass : std::uint8_t { none, number, boolean, bytes, string, ipv4, ipv6, absolute_time, relative_time, floating };

constexpr ValueClass class_of(FieldType type) {
    switch (type) {
        case FieldType::none: return ValueClass::none;
        case FieldType::uint:
        case FieldType::sint: return ValueClass::number;
        case FieldType::boolean: return ValueClass::boolean;
        case FieldType::protocol:
        case FieldType::ether:
        case FieldType::bytes: return ValueClass::bytes;
        case FieldType::ipv4: return ValueClass::ipv4;
        case FieldType::ipv6: return ValueClass::ipv6;
        case FieldType::string: return ValueClass::string;
        case FieldType::absolute_time: return ValueClass::absolute_time;
        case FieldType::relative_time: return ValueClass::relative_time;
        case FieldType::floating: return ValueClass::floating;
    }
    return ValueClass::none;
}

/// "a number", "an IPv4 address": for errors.
Words name_of(FieldType type);

/// Less than 0, 0, more than 0. Bytes are ordered by length first, as Wireshark does; IPv4 and IPv6 compare only the bits that both
/// prefixes have. NaN is unordered: `unordered` is set.
int compare_values(FieldType type, const Value& a, const Value& b, bool& unordered);

enum class Arithmetic : std::uint8_t { bitwise_and, add, subtract, multiply, divide, modulo };

/// Which types an operator takes, as Wireshark has it.
bool can_compute(Arithmetic operation, FieldType type);

/// A number's arithmetic; nothing when it does not fit (32 bits for operands of at most 4 bytes, as in Wireshark) or divides by 0.
std::optional<Value> compute_number(Arithmetic operation, FieldType type, std::uint8_t width, const Value& a, const Value& b);
/// -value; nothing when it does not fit.
std::optional<Value> negate_number(FieldType type, const Value& value);

}  // namespace sallyport::filtering
