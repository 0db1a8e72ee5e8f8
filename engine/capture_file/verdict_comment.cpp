// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/verdict_comment.h"
#include <charconv>

namespace sallyport {
namespace {

constexpr std::string_view ours = "Sallyport: ", accepted = "accepted", dropped = "dropped", by_rule = " by rule ",
                           by_default = " by the default policy", by_failure = " by the failure policy", forwarded_word = ", forwarded",
                           edited_word = ", edited", made_here_word = ", made here", before_text = ": ";

bool take(std::string_view& rest, std::string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
}

bool take_number(std::string_view& rest, std::uint32_t& number) {
    auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (fault != std::errc()) return false;
    rest.remove_prefix(std::size_t(end - rest.data()));
    return true;
}

bool take_reason(std::string_view& rest, SavedVerdict& saved) {
    if (take(rest, by_rule)) {
        saved.reason = VerdictReason::rule;
        return take_number(rest, saved.rule) && saved.rule != no_rule;
    }
    saved.reason = VerdictReason::standard;
    if (take(rest, by_default)) return true;
    saved.reason = VerdictReason::failure;
    return take(rest, by_failure);
}

}  // namespace

void write_verdict_comment(const SavedVerdict& saved, Direction direction, std::string& out) {
    out = ours;
    out += saved.verdict == Verdict::accept ? accepted : dropped;
    switch (saved.reason) {
        case VerdictReason::none: break;
        case VerdictReason::rule: (out += by_rule) += std::to_string(saved.rule); break;
        case VerdictReason::standard: out += by_default; break;
        case VerdictReason::failure: out += by_failure; break;
    }
    if (direction == Direction::forward) out += forwarded_word;
    if (saved.flags & PacketFlag::edited) out += edited_word;
    if (saved.flags & PacketFlag::made_here) out += made_here_word;
    if (!saved.rule_text.empty()) (out += before_text) += saved.rule_text;
}

std::optional<VerdictComment> read_verdict_comment(std::string_view comment) {
    VerdictComment read;
    if (!take(comment, ours)) return {};
    if (take(comment, dropped)) read.saved.verdict = Verdict::drop;
    else if (!take(comment, accepted)) return {};
    if (!take_reason(comment, read.saved)) return {};
    read.forwarded = take(comment, forwarded_word);
    if (take(comment, edited_word)) read.saved.flags |= PacketFlag::edited;
    if (take(comment, made_here_word)) read.saved.flags |= PacketFlag::made_here;
    if (comment.empty()) return read;
    if (read.saved.reason != VerdictReason::rule || !take(comment, before_text)) return {};
    read.saved.rule_text = comment;
    return read;
}

}  // namespace sallyport
