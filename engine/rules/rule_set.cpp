// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_set.h"
#include "rules/rule_set_impl.h"
#include <set>

namespace sallyport {
namespace {

tl::unexpected<RuleError> refuse(RuleError error, std::size_t position) {
    error.rule = position + 1;
    return tl::unexpected<RuleError>(std::move(error));
}

/// Compiles rules one by one, then their filters together.
class RuleSetCompiler {
public:
    explicit RuleSetCompiler(RuleSet::Impl& set) : set_(set) {}

    /// Checks a rule as its file would be checked: one made by a click and one that was typed give the same errors.
    std::optional<RuleError> add(const Rule& rule, std::size_t position) {
        if (rule.id == no_rule || !ids_.insert(rule.id).second)
            return refuse({0, 1, message("another rule has the number %1 already", rule.id), {}}, position).value();
        auto parsed = parse_rule_line(rule_line(rule));
        if (!parsed) return refuse(std::move(parsed.error()), position).value();
        if (!rule.enabled) return std::nullopt;
        auto action = std::move(*find_action(parsed->action)->make(parsed->parameters));
        auto verdict = action->verdict();
        set_.rules.push_back({position, rule.id, std::move(action), verdict});
        filters_.push_back(parsed->filter);
        directions_.push_back(rule.direction);
        return std::nullopt;
    }

    std::optional<RuleError> finish() {
        auto filters = FilterSet::compile(filters_);
        if (!filters) return RuleError{0, filters.error().column + 1, filters.error().reason, filters.error().suggestion};
        set_.filters = std::move(*filters);
        for (std::size_t direction = 0; direction < set_.asked.size(); direction++) {
            auto& asked = set_.asked[direction];
            asked.resize((directions_.size() + 63) / 64);
            for (std::size_t i = 0; i < directions_.size(); i++)
                if (!directions_[i] || *directions_[i] == Direction(direction)) asked[i / 64] |= 1ull << i % 64;
        }
        return std::nullopt;
    }

private:
    RuleSet::Impl& set_;
    std::set<std::uint32_t> ids_;
    std::vector<std::string> filters_;
    std::vector<std::optional<Direction>> directions_;
};

}  // namespace

RuleSet::RuleSet() : impl_(std::make_unique<Impl>()) {}
RuleSet::~RuleSet() = default;

tl::expected<std::shared_ptr<const RuleSet>, RuleError> RuleSet::compile(RuleList list) {
    std::shared_ptr<RuleSet> set(new RuleSet);
    RuleSetCompiler compiler(*set->impl_);
    for (std::size_t i = 0; i < list.rules.size(); i++)
        if (auto error = compiler.add(list.rules[i], i)) return tl::unexpected<RuleError>(std::move(*error));
    if (auto error = compiler.finish()) return tl::unexpected<RuleError>(std::move(*error));
    set->list_ = std::move(list);
    return set;
}

}  // namespace sallyport
