// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_set.h"
#include "rules/rule_set_impl.h"
#include <set>

namespace sallyport {
namespace {

constexpr std::uint8_t every_direction = 0xff;

/// Checks a rule as its file would be checked, so that one made by a click and one that was typed give the same errors.
tl::expected<CompiledRule, RuleError> compile_rule(const Rule& rule, std::size_t position) {
    auto parsed = parse_rule_line(rule_line(rule));
    if (!parsed) {
        parsed.error().rule = position + 1;
        return tl::unexpected<RuleError>(parsed.error());
    }
    CompiledRule compiled;
    compiled.position = position;
    compiled.id = rule.id;
    compiled.directions = rule.direction ? std::uint8_t(1u << unsigned(*rule.direction)) : every_direction;
    if (!parsed->filter.empty()) compiled.filter = std::move(*Filter::compile(parsed->filter));
    compiled.action = std::move(*find_action(parsed->action)->make(parsed->parameters));
    compiled.verdict = compiled.action->verdict();
    return compiled;
}

}  // namespace

RuleSet::RuleSet() : impl_(std::make_unique<Impl>()) {}
RuleSet::~RuleSet() = default;

tl::expected<std::shared_ptr<const RuleSet>, RuleError> RuleSet::compile(RuleList list) {
    std::shared_ptr<RuleSet> set(new RuleSet);
    std::set<std::uint32_t> ids;
    for (std::size_t i = 0; i < list.rules.size(); i++) {
        auto& rule = list.rules[i];
        if (rule.id == no_rule || !ids.insert(rule.id).second)
            return tl::unexpected<RuleError>(RuleError{0, 1, "another rule has the number " + std::to_string(rule.id) + " already", {}, i + 1});
        auto compiled = compile_rule(rule, i);
        if (!compiled) return tl::unexpected<RuleError>(compiled.error());
        if (rule.enabled) set->impl_->rules.push_back(std::move(*compiled));
    }
    set->list_ = std::move(list);
    return set;
}

}  // namespace sallyport
