// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rules_in_force.h"

namespace sallyport {

RulesInForce::RulesInForce() { set(nullptr); }

void RulesInForce::set(std::shared_ptr<const RuleSet> rules) {
    if (!rules) rules = RuleSet::compile({}).value();
    {
        std::lock_guard lock(mutex_);
        rules_.swap(rules);
        version_.fetch_add(1, std::memory_order_release);
    }
    // The rules that were in force die here, outside of the lock, or with the last judge that still holds them.
}

std::shared_ptr<const RuleSet> RulesInForce::get() const {
    std::lock_guard lock(mutex_);
    return rules_;
}

}  // namespace sallyport
