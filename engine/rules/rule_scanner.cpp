// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_scanner.h"

namespace sallyport {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

/// Walks text outside and inside quotes as the filter language reads them: "…" and '…', a backslash takes the next byte along.
class QuoteWalk {
public:
    /// Whether `c` stands outside of quotes (quotes themselves do not).
    bool outside(char c) {
        if (escaped_) return escaped_ = false;
        if (!quote_) {
            if (c == '"' || c == '\'') quote_ = c;
            return !quote_;
        }
        if (c == '\\') escaped_ = true;
        else if (c == quote_) quote_ = 0;
        return false;
    }

private:
    char quote_ = 0;
    bool escaped_ = false;
};

/// Where the note begins: a '#' outside of quotes and behind a blank (ip.src#1 is a filter's layer), or the line's end.
std::size_t find_note(std::string_view line) {
    QuoteWalk quotes;
    for (std::size_t i = 0; i < line.size(); i++)
        if (quotes.outside(line[i]) && line[i] == '#' && (i == 0 || is_blank(line[i - 1]))) return i;
    return line.size();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    auto from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

RuleScanner::RuleScanner(std::string_view line) {
    auto note = find_note(line);
    body_ = line.substr(0, note);
    if (note < line.size()) note_ = trimmed(line.substr(note + 1));
}

std::size_t RuleScanner::position() {
    while (position_ < body_.size() && is_blank(body_[position_])) position_++;
    return position_;
}

std::string_view RuleScanner::peek() {
    auto from = position(), to = from;
    QuoteWalk quotes;
    while (to < body_.size() && !(quotes.outside(body_[to]) && is_blank(body_[to]))) to++;
    return body_.substr(from, to - from);
}

std::string_view RuleScanner::take() {
    auto word = peek();
    position_ += word.size();
    return word;
}

std::string_view RuleScanner::rest() { return trimmed(body_.substr(position())); }

}  // namespace sallyport
