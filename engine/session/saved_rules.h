// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "packet/packet_store.h"
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport {

/// The rules that a capture file's packets name, made known to their store. A rule keeps the number that it was saved under; where
/// a file was merged out of several that number differently, the later one gets another. One thread.
class SavedRules {
public:
    static constexpr std::size_t most_rules = 4096;    // further ones share a number that has no text
    static constexpr std::size_t longest_text = 1000;  // bytes that are kept of one

    explicit SavedRules(PacketStore& store) : store_(store) {}
    /// The number for PacketRecord::rule.
    std::uint32_t in_store(std::uint32_t number, std::string_view text);

private:
    using Rule = std::pair<std::uint32_t, std::string>;  // as saved: number and text
    std::uint32_t learn(Rule rule);
    std::uint32_t free_number();

    PacketStore& store_;
    std::map<Rule, std::uint32_t> known_;
    std::set<std::uint32_t> used_;
    std::uint32_t next_free_ = 1, others_ = no_rule;
    Rule last_{no_rule, {}};  // packets of one rule come in rows
    std::uint32_t last_number_ = no_rule;
};

}  // namespace sallyport
