// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/hit_counters.h"
#include "session/single_writer.h"

namespace sallyport {

HitCounters::Slot* HitCounters::slot_of(std::uint32_t rule) {
    auto [entry, is_new] = by_rule_.try_emplace(rule, nullptr);
    if (is_new) {
        std::lock_guard lock(mutex_);
        entry->second = &slots_.emplace_back(rule);
    }
    return entry->second;
}

void HitCounters::use(const RuleSet& rules) {
    by_position_.clear();
    for (auto& rule : rules.list().rules) by_position_.push_back(slot_of(rule.id));
    by_position_.push_back(slot_of(no_rule));
}

void HitCounters::count(const Judgement& judgement, std::uint64_t bytes, Timestamp time) {
    auto& slot = judgement.reason == VerdictReason::rule ? *by_position_[judgement.position] : *by_position_.back();
    add(slot.packets, 1);
    add(slot.bytes, bytes);
    slot.last_hit.store(time.ns, std::memory_order_relaxed);
}

void HitCounters::add_to(std::map<std::uint32_t, RuleCount>& sums) const {
    std::lock_guard lock(mutex_);
    for (auto& slot : slots_) {
        auto& sum = sums[slot.rule];
        sum.rule = slot.rule;
        sum.packets += slot.packets.load(std::memory_order_relaxed);
        sum.bytes += slot.bytes.load(std::memory_order_relaxed);
        sum.last_hit = std::max(sum.last_hit, Timestamp{slot.last_hit.load(std::memory_order_relaxed)});
    }
}

}  // namespace sallyport
