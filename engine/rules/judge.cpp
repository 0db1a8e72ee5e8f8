// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_set.h"
#include "rules/rule_set_impl.h"

namespace sallyport {

struct Judge::Impl {
    explicit Impl(std::shared_ptr<const RuleSet> set) : rules(std::move(set)), filters(*rules->impl().filters) {
        for (auto& rule : rules->impl().rules) memories.push_back(rule.action->new_memory());
    }

    Judgement judge(PacketContext packet, Direction direction, ActionMeans* means) {
        auto& compiled = rules->impl().rules;
        auto& asked = rules->impl().asked[std::size_t(direction)];
        const auto* received = packet.bytes.data();
        filters.start(packet);
        for (auto i = filters.next(0, asked); i < compiled.size(); i = filters.next(i + 1, asked)) {
            auto& rule = compiled[i];
            if (rule.verdict) return {*rule.verdict, VerdictReason::rule, rule.id, rule.position};
            auto outcome = rule.action->act(packet, memories[i].get(), means);
            if (outcome != Outcome::go_on)
                return {outcome == Outcome::drop ? Verdict::drop : Verdict::accept, VerdictReason::rule, rule.id, rule.position};
            if (means && means->bytes().data() != received) {     // changed: the rules below see it so
                packet.bytes = means->bytes();
                filters.start(packet);
            }
        }
        return {rules->list().default_verdict, VerdictReason::standard, no_rule, 0};
    }

    std::shared_ptr<const RuleSet> rules;
    FilterSetRunner filters;
    std::vector<std::unique_ptr<ActionMemory>> memories;          // of each rule that is on
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
