// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_history.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

void append_right(std::uint64_t number, std::size_t width, std::string& out) {
    const auto digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), ' ');
    out += digits;
}

void append_hits(const RuleCount& count, const std::string& rule, std::string& out) {
    append_right(count.packets, 10, out);
    append_right(count.bytes, 13, out);
    out += "  " + rule + "\n";
}

}  // namespace

void RuleHistory::put_in_force(const RuleSet& rules) {
    in_force_ = rules.list().rules;
    for (std::size_t i = 0; i < in_force_.size(); i++) known_[in_force_[i].id] = {rule_line(in_force_[i]), i + 1};
}

void RuleHistory::keep_ids(RuleList& list) const {
    std::uint32_t next = known_.empty() ? 1 : known_.rbegin()->first + 1;
    std::vector<const Rule*> old;
    for (auto& rule : in_force_) old.push_back(&rule);
    for (auto& rule : list.rules) {
        auto same = std::ranges::find_if(old, [this, line = rule_line(rule)](auto* other) { return known_.at(other->id).line == line; });
        if (same == old.end()) {
            rule.id = next++;
        } else {
            rule.id = (*same)->id;
            old.erase(same);
        }
    }
}

void RuleHistory::retire(const std::vector<RuleCount>& counts, const RuleSet& next) {
    for (auto& count : counts)
        if (count.rule != no_rule && std::ranges::find(next.list().rules, count.rule, &Rule::id) == next.list().rules.end())
            retired_[count.rule] = count;
}

std::string RuleHistory::text(std::uint32_t id) const {
    auto known = known_.find(id);
    return known == known_.end() ? std::string() : known->second.line;
}

std::size_t RuleHistory::place(std::uint32_t id) const {
    auto known = known_.find(id);
    return known == known_.end() ? 0 : known->second.place;
}

std::string RuleHistory::hits_table(const RuleSet& rules, const std::vector<RuleCount>& counts) const {
    std::string out = "      hits        bytes  rule\n";
    auto line = [&](std::uint32_t id, const std::string& text) {
        auto count = std::ranges::find(counts, id, &RuleCount::rule);
        append_hits(count == counts.end() ? RuleCount{} : *count, text, out);
    };
    for (auto& rule : rules.list().rules) line(rule.id, rule_line(rule));
    line(no_rule, rules.list().default_verdict == Verdict::drop ? "default drop" : "default accept");
    for (auto& [id, count] : retired_) append_hits(count, text(id) + "   (no longer in force)", out);
    return out;
}

}  // namespace sallyport::cli
