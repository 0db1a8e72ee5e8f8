// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/function.h"
#include <limits>

namespace sallyport::filtering {
namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

bool is_string(FieldType type) { return type == FieldType::string; }
bool is_anything(FieldType) { return true; }
bool has_value(FieldType type) { return type != FieldType::none; }
bool has_text(FieldType type) {
    return type == FieldType::uint || type == FieldType::sint || type == FieldType::ipv4 || type == FieldType::ipv6 ||
           type == FieldType::ether;
}
bool is_ordered(FieldType type) { return type != FieldType::none && type != FieldType::protocol; }
bool is_numeric(FieldType type) {
    return type == FieldType::uint || type == FieldType::sint || type == FieldType::relative_time || type == FieldType::floating;
}

constexpr Function functions[] = {
    {"upper", OperandKind::upper, 1, 1, is_string, words("character strings"), FieldType::string, false},
    {"lower", OperandKind::lower, 1, 1, is_string, words("character strings"), FieldType::string, false},
    {"len", OperandKind::length, 1, 1, has_value, words("fields with a value"), FieldType::uint, false},
    {"count", OperandKind::count, 1, 1, is_anything, words("fields"), FieldType::uint, true},
    {"string", OperandKind::text, 1, 1, has_text, words("numbers and addresses"), FieldType::string, false},
    {"max", OperandKind::maximum, 1, any_number, is_ordered, words("fields with a value"), FieldType::none, false},
    {"min", OperandKind::minimum, 1, any_number, is_ordered, words("fields with a value"), FieldType::none, false},
    {"abs", OperandKind::absolute, 1, 1, is_numeric, words("numbers"), FieldType::none, false},
};

}  // namespace

std::span<const Function> all_functions() { return functions; }

const Function* function_named(std::string_view name) {
    for (auto& function : functions)
        if (name == function.name) return &function;
    return nullptr;
}

}  // namespace sallyport::filtering
