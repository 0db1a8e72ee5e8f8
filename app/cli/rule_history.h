// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that were in force at any time of a session: packets record a rule's id, and the rule may be gone since.
#pragma once
#include "rules/rule_set.h"
#include <map>
#include <string>
#include <vector>

namespace sallyport::cli {

class RuleHistory {
public:
    /// Remembers the rules and their ids.
    void put_in_force(const RuleSet& rules);
    /// Gives rules that are in force, word by word, the ids they have, and new ids to the others.
    void keep_ids(RuleList& list) const;
    /// Remembers the counts of rules that `next` has no more.
    void retire(const std::vector<RuleCount>& counts, const RuleSet& next);

    /// A rule as it stands in its file; "" for an id that nobody had.
    std::string text(std::uint32_t id) const;
    /// Its place among the rules, from 1, when it was last in force; 0 for an id that nobody had.
    std::size_t place(std::uint32_t id) const;
    /// A line a rule: hits, bytes, and the rule; the default behind, those no longer in force last.
    std::string hits_table(const RuleSet& rules, const std::vector<RuleCount>& counts) const;

private:
    struct Known {
        std::string line;
        std::size_t place = 0;
    };
    std::map<std::uint32_t, Known> known_;  // by id
    std::vector<Rule> in_force_;
    std::map<std::uint32_t, RuleCount> retired_;
};

}  // namespace sallyport::cli
