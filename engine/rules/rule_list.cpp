// SPDX-License-Identifier: GPL-3.0-or-later
// A rule file between its text and its rules. Comments and blank lines stay with what they stand above.
#include "rules/nearest_word.h"
#include "rules/rule_scanner.h"
#include "rules/rule_set.h"
#include <algorithm>

namespace sallyport {
namespace {

tl::unexpected<RuleError> refuse(std::size_t position, Message reason, std::string suggestion = {}) {
    return tl::unexpected<RuleError>(RuleError{0, position + 1, std::move(reason), std::move(suggestion), 0});
}

/// Collects a file's lines into a list.
class FileReader {
public:
    std::optional<RuleError> read(std::string_view line) {
        RuleScanner scanner(line);
        if (scanner.at_end()) {
            above_ += std::string(line) + "\n";
            return std::nullopt;
        }
        return scanner.peek() == "default" ? read_default(scanner) : read_rule(line);
    }
    RuleList take() {
        list_.below = std::move(above_);
        return std::move(list_);
    }

private:
    std::optional<RuleError> read_rule(std::string_view line) {
        auto rule = parse_rule_line(line);
        if (!rule) return rule.error();
        rule->id = std::uint32_t(list_.rules.size() + 1);
        rule->above = std::exchange(above_, {});
        list_.rules.push_back(std::move(*rule));
        return std::nullopt;
    }

    std::optional<RuleError> read_default(RuleScanner& scanner) {
        if (default_seen_) return refuse(scanner.position(), message("there is a default already; a rule file has one")).value();
        default_seen_ = true;
        scanner.take();
        auto at = scanner.position();
        auto word = scanner.take();
        if (word != "accept" && word != "drop") {
            const Message why = word.empty() ? message("accept or drop was expected behind \"default\"")
                                             : message("accept or drop was expected behind \"default\", not \"%1\"", word);
            return refuse(at, why, nearest_word(word, {"accept", "drop"})).value();
        }
        if (!scanner.at_end())
            return refuse(scanner.position(), message("the default takes no direction and no filter; write a rule above it instead"))
                .value();
        list_.default_verdict = word == "drop" ? Verdict::drop : Verdict::accept;
        list_.default_note = scanner.note();
        list_.default_above = std::exchange(above_, {});
        return std::nullopt;
    }

    RuleList list_;
    std::string above_;
    bool default_seen_ = false;
};

}  // namespace

tl::expected<RuleList, RuleError> RuleList::parse(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    FileReader reader;
    for (std::size_t number = 1; !text.empty(); number++) {
        auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (auto error = reader.read(line)) {
            error->line = number;
            return tl::unexpected<RuleError>(std::move(*error));
        }
    }
    return reader.take();
}

std::string RuleList::text() const {
    std::string out;
    for (auto& rule : rules) out += rule.above + rule_line(rule) + "\n";
    out += default_above + "default " + (default_verdict == Verdict::drop ? "drop" : "accept");
    if (!trimmed(default_note).empty()) out += "  # " + std::string(trimmed(default_note));
    return out + "\n" + below;
}

std::uint32_t RuleList::next_id() const {
    std::uint32_t highest = 0;
    for (auto& rule : rules) highest = std::max(highest, rule.id);
    return highest + 1;
}

}  // namespace sallyport
