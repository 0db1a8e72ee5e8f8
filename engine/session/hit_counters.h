// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "rules/rule_set.h"
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

namespace sallyport {

/// The hits of one engine thread. That thread alone counts, without a lock; any thread reads. Counts follow a rule's id
/// through changes of the rules, also when a rule is taken out and put back.
class HitCounters {
public:
    /// Engine thread: from now on positions are those of `rules`.
    void use(const RuleSet& rules);
    void count(const Judgement& judgement, std::uint64_t bytes, Timestamp time);
    /// Any thread: adds this thread's counts, by rule id.
    void add_to(std::map<std::uint32_t, RuleCount>& sums) const;

private:
    struct Slot {
        explicit Slot(std::uint32_t id) : rule(id) {}
        const std::uint32_t rule;
        std::atomic<std::uint64_t> packets{0}, bytes{0};
        std::atomic<std::int64_t> last_hit{0};
    };
    Slot* slot_of(std::uint32_t rule);

    mutable std::mutex mutex_;                                   // of slots_ growing; counting does not take it
    std::deque<Slot> slots_;                                     // addresses stay
    std::unordered_map<std::uint32_t, Slot*> by_rule_;           // engine thread only
    std::vector<Slot*> by_position_;                             // engine thread only; the default's is the last
};

}  // namespace sallyport
