// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/value.h"
#include <algorithm>
#include <bit>
#include <cmath>

namespace sallyport::filtering {
namespace {

__extension__ using Wide = __int128;  // holds every sum, difference and product of two 64-bit numbers

template <class T>
int order(T a, T b) {
    return a < b ? -1 : a > b;
}

int compare_signed(const Value& a, const Value& b) {
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    return order(a.number, b.number);  // of the same sign, two's complement keeps the order
}

int compare_memory(const Value& a, const Value& b, std::size_t length) { return length ? std::memcmp(a.data, b.data, length) : 0; }

int compare_bytes(const Value& a, const Value& b) { return a.size != b.size ? order(a.size, b.size) : compare_memory(a, b, a.size); }

int compare_strings(const Value& a, const Value& b) {
    const int common = compare_memory(a, b, std::min(a.size, b.size));
    return common ? common : order(a.size, b.size);
}

int compare_ipv4(const Value& a, const Value& b) {
    const unsigned bits = std::min<unsigned>({a.prefix, b.prefix, 32});
    const std::uint64_t mask = bits ? 0xffffffffull << (32 - bits) : 0;
    return order(a.number & mask, b.number & mask);
}

int compare_ipv6(const Value& a, const Value& b) {
    if (a.size < 16 || b.size < 16) return order(a.size, b.size);
    const unsigned bits = std::min<unsigned>({a.prefix, b.prefix, 128});
    if (const int whole = compare_memory(a, b, bits / 8)) return whole;
    const std::uint8_t mask = std::uint8_t(0xff00 >> bits % 8);
    return mask ? order(a.data[bits / 8] & mask, b.data[bits / 8] & mask) : 0;
}

Wide widen(const Value& v) { return v.negative ? Wide(std::int64_t(v.number)) : Wide(v.number); }

std::optional<Value> narrow(Wide n, FieldType type, std::uint8_t width) {
    const bool is_signed = type == FieldType::relative_time;
    const Wide most = is_signed ? Wide(INT64_MAX) : width && width <= 4 ? Wide(UINT32_MAX) : Wide(UINT64_MAX);
    if (n > most || n < Wide(INT64_MIN)) return {};
    return Value{.number = std::uint64_t(n), .negative = n < 0};
}

std::optional<Value> compute_double(Arithmetic operation, double a, double b) {
    double result = 0;
    switch (operation) {
        case Arithmetic::add: result = a + b; break;
        case Arithmetic::subtract: result = a - b; break;
        case Arithmetic::multiply: result = a * b; break;
        case Arithmetic::divide: result = a / b; break;
        default: return {};
    }
    return Value::of_number(std::bit_cast<std::uint64_t>(result));
}

}  // namespace

Words name_of(FieldType type) {
    switch (type) {
        case FieldType::none: return words("a label without a value");
        case FieldType::protocol: return words("a protocol");
        case FieldType::uint: return words("a number");
        case FieldType::sint: return words("a signed number");
        case FieldType::boolean: return words("a boolean");
        case FieldType::ether: return words("an Ethernet address");
        case FieldType::ipv4: return words("an IPv4 address");
        case FieldType::ipv6: return words("an IPv6 address");
        case FieldType::bytes: return words("a byte string");
        case FieldType::string: return words("a character string");
        case FieldType::absolute_time: return words("a date and time");
        case FieldType::relative_time: return words("a time in seconds");
        case FieldType::floating: return words("a floating point number");
    }
    return words("a value");
}

int compare_values(FieldType type, const Value& a, const Value& b, bool& unordered) {
    switch (class_of(type)) {
        case ValueClass::bytes: return compare_bytes(a, b);
        case ValueClass::string: return compare_strings(a, b);
        case ValueClass::ipv4: return compare_ipv4(a, b);
        case ValueClass::ipv6: return compare_ipv6(a, b);
        case ValueClass::boolean: return order(a.number != 0, b.number != 0);
        case ValueClass::floating: {
            const double x = std::bit_cast<double>(a.number), y = std::bit_cast<double>(b.number);
            unordered = std::isnan(x) || std::isnan(y);
            return order(x, y);
        }
        default: return compare_signed(a, b);
    }
}

bool can_compute(Arithmetic operation, FieldType type) {
    switch (type) {
        case FieldType::uint:
        case FieldType::sint: return true;
        case FieldType::ether:
        case FieldType::bytes:
        case FieldType::ipv4:
        case FieldType::ipv6: return operation == Arithmetic::bitwise_and;
        case FieldType::relative_time: return operation == Arithmetic::add || operation == Arithmetic::subtract;
        case FieldType::floating: return operation != Arithmetic::bitwise_and && operation != Arithmetic::modulo;
        default: return false;
    }
}

std::optional<Value> compute_number(Arithmetic operation, FieldType type, std::uint8_t width, const Value& a, const Value& b) {
    if (type == FieldType::floating) return compute_double(operation, std::bit_cast<double>(a.number), std::bit_cast<double>(b.number));
    switch (operation) {
        case Arithmetic::bitwise_and: return Value{.number = a.number & b.number, .negative = a.negative && b.negative};
        case Arithmetic::add: return narrow(widen(a) + widen(b), type, width);
        case Arithmetic::subtract: return narrow(widen(a) - widen(b), type, width);
        case Arithmetic::multiply: return narrow(widen(a) * widen(b), type, width);
        case Arithmetic::divide: return b.number ? narrow(widen(a) / widen(b), type, width) : std::nullopt;
        case Arithmetic::modulo: return b.number ? narrow(widen(a) % widen(b), type, width) : std::nullopt;
    }
    return {};
}

std::optional<Value> negate_number(FieldType type, const Value& value) {
    if (type == FieldType::floating) return Value::of_number(value.number ^ 1ull << 63);
    return narrow(-widen(value), type, 8);
}

}  // namespace sallyport::filtering
