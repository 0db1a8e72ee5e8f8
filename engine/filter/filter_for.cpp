// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter.h"
#include "base/address.h"
#include "dissect/value_text.h"
#include "filter/literal.h"
#include "filter/quoted_text.h"
#include <algorithm>

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
    if (human == no_bytes) return "\"\"";
    const auto bytes = parse_hex(human);
    if (!bytes || bytes->empty()) return quote_text(human);
    std::string out;
    append_hex(*bytes, ':', out);
    return out;
}

/// How many characters of printed text show one control character (\r, \x1b), which is put into `control`; 0: it is as it stands.
std::size_t printed_control(std::string_view text, char& control) {
    static constexpr std::string_view letters = "abtnvfr", controls = "\a\b\t\n\v\f\r";
    if (text.size() < 2 || text[0] != '\\') return 0;
    const std::size_t letter = letters.find(text[1]);
    if (letter != std::string_view::npos) return control = controls[letter], 2;
    const auto byte = text[1] == 'x' && text.size() >= 4 ? parse_byte_string(text.substr(2, 2)) : std::nullopt;
    if (!byte || byte->size() != 1 || ((*byte)[0] >= 0x20 && (*byte)[0] != 0x7f)) return 0;
    return control = char((*byte)[0]), 4;
}

/// Printed text shows bytes that are no text as U+FFFD, and control characters like a backslash and a letter that really stood
/// there. Only line ends are trusted to be that; of other such text, the longest part that is certain is searched for.
std::string string_condition(const FieldInfo& field, std::string_view human) {
    static constexpr std::string_view replacement = "\xef\xbf\xbd";
    std::string line_end;
    for (char c = 0; human.size() >= 2 && printed_control(human.substr(human.size() - 2), c) && (c == '\r' || c == '\n');
         human.remove_suffix(2))
        line_end.insert(0, 1, c);
    std::string_view longest;
    for (std::size_t from = 0, at = 0; at <= human.size();) {
        char unused = 0;
        const std::string_view rest = human.substr(at);
        const std::size_t doubtful = rest.substr(0, 3) == replacement ? 3 : printed_control(rest, unused);
        if ((doubtful || rest.empty()) && at - from > longest.size()) longest = human.substr(from, at - from);
        at += std::max<std::size_t>(doubtful, 1);
        if (doubtful) from = at;
    }
    if (longest.size() == human.size()) return field.name + " == " + quote_text(std::string(human) + line_end);
    return longest.empty() ? field.name : field.name + " contains " + quote_text(longest);
}

}  // namespace

std::string filter_for(const FieldInfo& field, std::string_view human_value) {
    std::string value;
    switch (field.type) {
        case FieldType::none: case FieldType::protocol: return field.name;
        case FieldType::uint: case FieldType::sint: value = number_text(field, human_value); break;
        case FieldType::boolean: value = boolean_text(field, human_value); break;
        case FieldType::bytes: value = byte_text(human_value); break;
        case FieldType::string: return string_condition(field, human_value);
        case FieldType::absolute_time: value = quote_text(human_value); break;
        case FieldType::ether: case FieldType::ipv4: case FieldType::ipv6: case FieldType::relative_time: case FieldType::floating:
            value = first_word(human_value);
            break;
    }
    return value.empty() ? field.name : field.name + " == " + value;
}

}  // namespace sallyport
