// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_rules.h"

namespace sallyport {
namespace {

/// As one line that a window can show: no control characters, and not longer than one is.
std::string shown(std::string_view text) {
    std::string line(text.substr(0, SavedRules::longest_text));
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return line;
}

}  // namespace

std::uint32_t SavedRules::in_store(std::uint32_t number, std::string_view text) {
    text = text.substr(0, longest_text);
    if (number == last_.first && text == last_.second && last_number_ != no_rule) return last_number_;
    last_ = {number, std::string(text)};
    auto found = known_.find(last_);
    return last_number_ = found == known_.end() ? learn(last_) : found->second;
}

std::uint32_t SavedRules::learn(Rule rule) {
    if (known_.size() >= most_rules) return others_ == no_rule ? others_ = free_number() : others_;
    const std::uint32_t number = used_.insert(rule.first).second ? rule.first : free_number();
    store_.name_rule(number, shown(rule.second));
    known_.emplace(std::move(rule), number);
    return number;
}

std::uint32_t SavedRules::free_number() {
    while (!used_.insert(next_free_).second) next_free_++;
    return next_free_;
}

}  // namespace sallyport
