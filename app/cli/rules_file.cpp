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
    out += ": " + error.reason.text();
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

Result<std::shared_ptr<const RuleSet>> load_rules(const std::string& path, std::optional<Verdict> default_verdict,
                                                  const RuleHistory* history) {
    auto text = read_text(path);
    if (!text) return tl::unexpected(text.error());
    return compile_rules(path, *text, default_verdict, history);
}

Result<std::shared_ptr<const RuleSet>> compile_rules(const std::string& path, const std::string& text,
                                                     std::optional<Verdict> default_verdict, const RuleHistory* history) {
    auto list = RuleList::parse(text);
    if (!list) return fail(rule_error_text(path, list.error()));
    if (default_verdict) list->default_verdict = *default_verdict;
    if (history) history->keep_ids(*list);
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

Status set_verdict(std::string_view text, std::optional<Verdict>& into) {
    if (text != "accept" && text != "drop") return fail("accept or drop was expected, not \"" + std::string(text) + "\"");
    into = text == "drop" ? Verdict::drop : Verdict::accept;
    return {};
}

}  // namespace sallyport::cli
