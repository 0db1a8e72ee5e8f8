// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter.h"
#include "base/address.h"
#include "filter/literal.h"
#include "filter/quoted_text.h"

namespace sallyport {
namespace {

using namespace filtering;

/// "10.0.0.1 (router)", "2 seconds": what stands before the blank.
std::string first_word(std::string_view human) { return std::string(human.substr(0, human.find(' '))); }

/// "UDP (17)", "20 bytes (5)", "0x02 (SYN)", "Set": as the number, or quoted where only the name is known.
std::string number_text(const FieldInfo& field, std::string_view human) {
    std::uint64_t number = 0;
    const std::string word = first_word(human);
    if (parse_unsigned(word[0] == '-' ? word.substr(1) : word, number).empty()) return word;
    const std::size_t open = human.rfind('(');
    if (open != std::string_view::npos && human.back() == ')') {
        const std::string_view inside = human.substr(open + 1, human.size() - open - 2);
        if (parse_unsigned(inside, number).empty()) return std::string(inside);
    }
    if (const Choice* choice = choice_named(field.choices, human); choice && !choice->last) return std::to_string(choice->value);
    return quote_text(human);
}

std::string boolean_text(const FieldInfo& field, std::string_view human) {
    if (human == "True" || human == "true" || human == "1") return "1";
    if (human == "False" || human == "false" || human == "0") return "0";
    return number_text(field, human);
}

std::string byte_text(std::string_view human) {
    const auto bytes = parse_hex(human);
    if (!bytes || bytes->empty()) return quote_text(human);
    std::string out;
    append_hex(*bytes, ':', out);
    return out;
}

}  // namespace

std::string filter_for(const FieldInfo& field, std::string_view human_value) {
    std::string value;
    switch (field.type) {
        case FieldType::none: case FieldType::protocol: return field.name;
        case FieldType::uint: case FieldType::sint: value = number_text(field, human_value); break;
        case FieldType::boolean: value = boolean_text(field, human_value); break;
        case FieldType::bytes: value = byte_text(human_value); break;
        case FieldType::string: case FieldType::absolute_time: value = quote_text(human_value); break;
        case FieldType::ether: case FieldType::ipv4: case FieldType::ipv6: case FieldType::relative_time: case FieldType::floating:
            value = first_word(human_value);
            break;
    }
    return value.empty() ? field.name : field.name + " == " + value;
}

}  // namespace sallyport
