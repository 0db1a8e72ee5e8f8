// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_file.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace sallyport::cli {

namespace {

constexpr std::size_t most_errors = 100;

/// The text with the given line (1-based) emptied.
std::string without_line(std::string text, std::size_t line) {
    std::size_t from = 0;
    for (std::size_t at = 1; at < line && from != text.npos; at++) {
        from = text.find('\n', from);
        if (from != text.npos) from++;
    }
    if (from == text.npos) return {};
    const auto end = std::min(text.find('\n', from), text.size());
    return text.erase(from, end - from);
}

/// Rules that stood in the old list, word by word, keep their ids; the others get ids that nobody had.
void keep_ids(RuleList& list, const RuleList& before) {
    std::uint32_t next = before.next_id();
    std::vector<const Rule*> old;
    for (auto& rule : before.rules) old.push_back(&rule);
    for (auto& rule : list.rules) {
        auto same = std::ranges::find_if(old, [line = rule_line(rule)](auto* other) { return rule_line(*other) == line; });
        if (same == old.end()) {
            rule.id = next++;
        } else {
            rule.id = (*same)->id;
            old.erase(same);
        }
    }
}

}  // namespace

Result<std::string> read_text(const std::string& path) {
    auto trouble = [&](int code) { return fail("cannot read " + path + ": " + std::strerror(code), {}, code); };
    const int file = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return trouble(errno);
    std::string text, buffer(1 << 16, '\0');
    ssize_t got;
    while ((got = ::read(file, buffer.data(), buffer.size())) > 0 || (got < 0 && errno == EINTR))
        if (got > 0) text.append(buffer, 0, std::size_t(got));
    const int code = errno;
    ::close(file);
    if (got < 0) return trouble(code);
    return text;
}

std::string rule_error_text(const std::string& path, const RuleError& error) {
    std::string out = path;
    if (error.line) out += ":" + std::to_string(error.line);
    if (error.line && error.column) out += ":" + std::to_string(error.column);
    out += ": " + error.reason;
    if (!error.suggestion.empty()) out += "; did you mean " + error.suggestion + "?";
    return out;
}

std::vector<RuleError> all_rule_errors(const std::string& text) {
    std::vector<RuleError> errors;
    for (std::string rest = text; errors.size() < most_errors;) {
        auto list = RuleList::parse(rest);
        if (list) break;
        errors.push_back(list.error());
        if (!list.error().line) break;
        rest = without_line(std::move(rest), list.error().line);
    }
    return errors;
}

Result<std::shared_ptr<const RuleSet>> load_rules(const std::string& path, std::optional<Verdict> default_verdict, const RuleSet* before) {
    auto text = read_text(path);
    if (!text) return tl::unexpected(text.error());
    return compile_rules(path, *text, default_verdict, before);
}

Result<std::shared_ptr<const RuleSet>> compile_rules(const std::string& path, const std::string& text,
                                                     std::optional<Verdict> default_verdict, const RuleSet* before) {
    auto list = RuleList::parse(text);
    if (!list) return fail(rule_error_text(path, list.error()));
    if (default_verdict) list->default_verdict = *default_verdict;
    if (before) keep_ids(*list, before->list());
    auto rules = RuleSet::compile(std::move(*list));
    if (!rules) return fail(rule_error_text(path, rules.error()));
    return *rules;
}

std::string rules_title(const RuleSet& rules) {
    const auto& list = rules.list();
    const auto on = std::size_t(std::ranges::count(list.rules, true, &Rule::enabled)), off = list.rules.size() - on;
    return std::to_string(on) + (on == 1 ? " rule" : " rules") + (off ? " (and " + std::to_string(off) + " off)" : "") + ", default " +
           (list.default_verdict == Verdict::drop ? "drop" : "accept");
}

std::string hits_table(const RuleSet& rules, const std::vector<RuleCount>& counts) {
    const auto& list = rules.list();
    std::string out = "      hits        bytes  rule\n";
    auto line = [&](std::uint32_t id, const std::string& text) {
        auto count = std::ranges::find(counts, id, &RuleCount::rule);
        const RuleCount none, &hits = count == counts.end() ? none : *count;
        for (auto [number, width] : {std::pair{hits.packets, 10}, {hits.bytes, 13}}) {
            const auto digits = std::to_string(number);
            out.append(std::size_t(std::max(0, width - int(digits.size()))), ' ');
            out += digits;
        }
        out += "  " + text + "\n";
    };
    for (auto& rule : list.rules) line(rule.id, rule_line(rule));
    line(no_rule, list.default_verdict == Verdict::drop ? "default drop" : "default accept");
    return out;
}

Status set_verdict(std::string_view text, std::optional<Verdict>& into) {
    if (text != "accept" && text != "drop") return fail("accept or drop was expected, not \"" + std::string(text) + "\"");
    into = text == "drop" ? Verdict::drop : Verdict::accept;
    return {};
}

}  // namespace sallyport::cli
