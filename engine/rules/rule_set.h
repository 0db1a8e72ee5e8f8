// SPDX-License-Identifier: GPL-3.0-or-later
// Rules: one a line, the first that matches wins, the default last.
//
//   [off] ACTION [in|out|forward] [when FILTER]   # note
//   default accept
#pragma once
#include "base/result.h"
#include "filter/filter.h"
#include "packet/verdict.h"
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

class RuleAction;  // action.h: one file each in actions/
class ActionMeans;

struct Rule {
    std::uint32_t id = 0;  // stable while the rule lives, through edits of other rules; what packets record
    bool enabled = true;
    std::string action = "accept";       // a name of all_actions()
    std::optional<Direction> direction;  // none: any
    std::string filter;                  // "": every packet
    std::string note;
    std::string parameters;  // the words behind the action's name; "" for accept and drop
    std::string above;       // lines of comment above it in its file, each with its line end
};

struct RuleError {
    std::size_t line = 0;    // 1-based; 0: a rule that did not come from a file
    std::size_t column = 0;  // 1-based, in bytes, in that line or in rule_line()
    Message reason;
    std::string suggestion;
    std::size_t rule = 0;   // 1-based position in the list that was compiled; 0: one rule alone
    Message whole() const;  // "line 3, column 12: there is no field …; did you mean …?"
    std::string text() const { return whole().text(); }
};

/// The rules as people write them: editable, not yet compiled.
struct RuleList {
    std::vector<Rule> rules;
    Verdict default_verdict = Verdict::accept;
    std::string default_above, default_note;  // comments above and behind the default, as Rule has them
    std::string below;                        // lines of comment behind everything

    /// Rules get ids 1, 2, … ; the first bad line is refused.
    static tl::expected<RuleList, RuleError> parse(std::string_view text);
    std::string text() const;  // parse(text()) gives the same rules
    std::uint32_t next_id() const;
};
/// One line for a rule, as it stands in a file, without the line end.
std::string rule_line(const Rule& rule);
tl::expected<Rule, RuleError> parse_rule_line(std::string_view line);

/// Compiled rules: immutable, shared by threads, replaced as a whole (no packet is judged by half a set).
class RuleSet {
public:
    static tl::expected<std::shared_ptr<const RuleSet>, RuleError> compile(RuleList list);
    const RuleList& list() const { return list_; }
    ~RuleSet();

    struct Impl;
    const Impl& impl() const { return *impl_; }
private:
    RuleSet();
    RuleList list_;
    std::unique_ptr<Impl> impl_;
};

struct Judgement {
    Verdict verdict = Verdict::accept;
    VerdictReason reason = VerdictReason::standard;
    std::uint32_t rule = no_rule;  // Rule::id
    std::size_t position = 0;      // index among the list's rules, when reason is rule
};

/// Judges packets by one rule set; one a thread.
class Judge {
public:
    explicit Judge(std::shared_ptr<const RuleSet> rules);
    ~Judge();
    Judge(Judge&&) noexcept;
    Judge& operator=(Judge&&) noexcept;
    /// Without `means` the rules are only tried: nothing is changed or sent.
    Judgement judge(const PacketContext& packet, Direction direction, ActionMeans* means = nullptr);
    const std::shared_ptr<const RuleSet>& rules() const;
private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Hits of one rule (or of the default, rule == no_rule).
struct RuleCount {
    std::uint32_t rule = no_rule;
    std::uint64_t packets = 0, bytes = 0;
    Timestamp last_hit;  // 0: never
};

}  // namespace sallyport
