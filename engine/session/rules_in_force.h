// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "rules/rule_set.h"
#include <atomic>
#include <memory>
#include <mutex>

namespace sallyport {

/// The rules that packets are judged by now. Engine threads compare a version number a packet; only a change makes them look.
class RulesInForce {
public:
    RulesInForce();
    /// Any thread. Every judgement that begins after it returns is made by `rules`; null stands for "accept all".
    void set(std::shared_ptr<const RuleSet> rules);
    std::shared_ptr<const RuleSet> get() const;                  // any thread; never null
    std::uint64_t version() const { return version_.load(std::memory_order_acquire); }

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const RuleSet> rules_;
    std::atomic<std::uint64_t> version_{1};
};

}  // namespace sallyport
