// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/filter_set.h"
#include "rules/action.h"
#include "rules/rule_set.h"
#include <array>

namespace sallyport {

struct CompiledRule {
    std::size_t position = 0;                     // in the list
    std::uint32_t id = 0;
    std::unique_ptr<const RuleAction> action;
    std::optional<Verdict> verdict;               // the action's, when it needs no packet
};

/// The rules that are on, in order, and their filters as one set.
struct RuleSet::Impl {
    std::vector<CompiledRule> rules;
    std::optional<FilterSet> filters;             // of rules[i]; there once compiled
    /// [Direction]: a bit a rule that looks at packets of that direction.
    std::array<std::vector<std::uint64_t>, 4> asked;
};

}  // namespace sallyport
