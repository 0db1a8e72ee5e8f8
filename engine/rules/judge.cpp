// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_set.h"
#include "rules/rule_set_impl.h"

namespace sallyport {

struct Judge::Impl {
    struct Step {
        const CompiledRule* rule;
        std::optional<FilterRunner> filter;
        std::unique_ptr<ActionMemory> memory;
    };

    explicit Impl(std::shared_ptr<const RuleSet> set) : rules(std::move(set)) {
        steps.reserve(rules->impl().rules.size());
        for (auto& rule : rules->impl().rules) {
            auto& step = steps.emplace_back(Step{&rule, std::nullopt, rule.action->new_memory()});
            if (rule.filter) step.filter.emplace(*rule.filter);
        }
    }

    Judgement judge(PacketContext packet, Direction direction, ActionMeans* means) {
        const auto looked_for = std::uint8_t(1u << unsigned(direction));
        for (auto& step : steps) {
            auto& rule = *step.rule;
            if (!(rule.directions & looked_for)) continue;
            if (step.filter && !step.filter->matches(packet)) continue;
            if (rule.verdict) return {*rule.verdict, VerdictReason::rule, rule.id, rule.position};
            auto outcome = rule.action->act(packet, step.memory.get(), means);
            if (outcome != Outcome::go_on)
                return {outcome == Outcome::drop ? Verdict::drop : Verdict::accept, VerdictReason::rule, rule.id, rule.position};
            if (means) packet.bytes = means->bytes();
        }
        return {rules->list().default_verdict, VerdictReason::standard, no_rule, 0};
    }

    std::shared_ptr<const RuleSet> rules;
    std::vector<Step> steps;
};

Judge::Judge(std::shared_ptr<const RuleSet> rules) : impl_(std::make_unique<Impl>(std::move(rules))) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(Judge&&) noexcept = default;

Judgement Judge::judge(const PacketContext& packet, Direction direction, ActionMeans* means) {
    return impl_->judge(packet, direction, means);
}

const std::shared_ptr<const RuleSet>& Judge::rules() const { return impl_->rules; }

}  // namespace sallyport
