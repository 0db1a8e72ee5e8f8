// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "rules/action.h"
#include "rules/rule_set.h"

namespace sallyport {

struct CompiledRule {
    std::size_t position = 0;                     // in the list
    std::uint32_t id = 0;
    std::uint8_t directions = 0;                  // bit 1 << Direction is set where the rule looks
    std::optional<Filter> filter;                 // none: every packet
    std::unique_ptr<const RuleAction> action;
    std::optional<Verdict> verdict;               // the action's, when it needs no packet
};

struct RuleSet::Impl {
    std::vector<CompiledRule> rules;              // those that are on, in order
};

}  // namespace sallyport
