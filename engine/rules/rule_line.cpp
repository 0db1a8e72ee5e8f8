// SPDX-License-Identifier: GPL-3.0-or-later
// One rule between its text and its parts.
#include "filter/filter_fault.h"
#include "rules/action.h"
#include "rules/nearest_word.h"
#include "rules/rule_scanner.h"
#include "rules/rule_set.h"
#include <algorithm>

namespace sallyport {
namespace {

struct NamedDirection {
    std::string_view name;
    Direction direction;
};
constexpr NamedDirection directions[] = {{"in", Direction::in}, {"out", Direction::out}, {"forward", Direction::forward}};

std::optional<Direction> find_direction(std::string_view word) {
    for (auto& known : directions)
        if (known.name == word) return known.direction;
    return std::nullopt;
}

std::string_view direction_name(Direction direction) {
    for (auto& known : directions)
        if (known.direction == direction) return known.name;
    return "";
}

std::vector<std::string_view> action_names() {
    std::vector<std::string_view> names;
    for (auto* kind : all_actions()) names.push_back(kind->name);
    return names;
}

std::string quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

tl::unexpected<RuleError> refuse(std::size_t position, Message reason, std::string suggestion = {}) {
    return tl::unexpected<RuleError>(RuleError{0, position + 1, std::move(reason), std::move(suggestion), 0});
}

tl::unexpected<RuleError> unknown_action(std::size_t position, std::string_view word) {
    std::string known;
    for (auto name : action_names()) known += (known.empty() ? "" : ", ") + std::string(name);
    auto near = action_names();
    near.insert(near.end(), {"off", "default"});
    return refuse(position, message("there is no action %1 (known: %2)", quoted(word), known), nearest_word(word, near));
}

/// Words that neither an action nor the frame of a rule understands: a misspelt word, or a filter whose "when" is missing.
std::string suggestion_for(std::string_view words) {
    RuleScanner scanner(words);
    if (auto near = nearest_word(scanner.peek(), {"in", "out", "forward", "when"}); !near.empty()) return near;
    return filter_fault(words) ? "" : "when " + std::string(words);
}

/// The words up to a direction or "when" are the action's.
std::string_view take_parameters(RuleScanner& scanner) {
    const char* from = nullptr;
    const char* to = nullptr;
    while (!scanner.at_end() && scanner.peek() != "when" && !find_direction(scanner.peek())) {
        auto word = scanner.take();
        if (!from) from = word.data();
        to = word.data() + word.size();
    }
    return from ? std::string_view(from, std::size_t(to - from)) : std::string_view();
}

std::optional<RuleError> read_filter(RuleScanner& scanner, Rule& rule) {
    auto when = scanner.position();
    scanner.take();
    auto from = scanner.position();
    rule.filter = scanner.rest();
    if (rule.filter.empty()) return refuse(when, message("no filter follows \"when\"; leave it out to match every packet")).value();
    if (auto fault = filter_fault(rule.filter)) return refuse(from + fault->column, fault->reason, fault->suggestion).value();
    return std::nullopt;
}

}  // namespace

tl::expected<Rule, RuleError> parse_rule_line(std::string_view line) {
    RuleScanner scanner(line);
    Rule rule;
    rule.note = scanner.note();
    if (scanner.peek() == "off") rule.enabled = false, scanner.take();
    auto action_at = scanner.position();
    if (scanner.at_end()) return refuse(action_at, message("an action is missing here"), std::string(all_actions().front()->name));
    auto name = scanner.take();
    auto* kind = find_action(name);
    if (!kind) return unknown_action(action_at, name);
    rule.action = name;

    auto words_at = scanner.position();
    auto words = scanner.rest();
    rule.parameters = take_parameters(scanner);
    if (auto made = kind->make(rule.parameters); !made) {
        auto& fault = made.error();
        auto suggestion = fault.suggestion;
        if (suggestion.empty()) suggestion = suggestion_for(words);
        return refuse(words_at + fault.column, fault.reason, suggestion);
    }
    if (auto direction = find_direction(scanner.peek())) rule.direction = direction, scanner.take();
    if (scanner.at_end()) return rule;
    if (scanner.peek() != "when") {
        auto suggestion = suggestion_for(scanner.rest());
        if (suggestion == scanner.peek()) suggestion.clear();  // right, but not here
        return refuse(scanner.position(), message("\"when\" or the end of the rule was expected, not %1", quoted(scanner.peek())),
                      suggestion);
    }
    if (auto error = read_filter(scanner, rule)) return tl::unexpected<RuleError>(std::move(*error));
    return rule;
}

std::string rule_line(const Rule& rule) {
    std::string line = rule.enabled ? "" : "off ";
    line += rule.action;
    if (!rule.parameters.empty()) line += " " + rule.parameters;
    if (rule.direction) line += " " + std::string(direction_name(*rule.direction));
    if (!trimmed(rule.filter).empty()) line += " when " + std::string(trimmed(rule.filter));
    if (!trimmed(rule.note).empty()) line += "  # " + std::string(trimmed(rule.note));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

Message RuleError::whole() const {
    const Message fault = suggestion.empty() ? reason : message("%1; did you mean %2?", reason, suggestion);
    if (line) return message("line %1, column %2: %3", line, column, fault);
    if (rule) return message("rule %1, column %2: %3", rule, column, fault);
    return message("column %1: %2", column, fault);
}

}  // namespace sallyport
