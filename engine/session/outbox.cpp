// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/outbox.h"
#include <algorithm>
#include <chrono>

namespace sallyport {
namespace {
constexpr auto look_again = std::chrono::milliseconds(20);  // at what may have been set without a notice: give_up
}

void SendTally::count_failed(const Error& why, std::uint64_t packets) {
    failed_.fetch_add(packets, std::memory_order_relaxed);
    std::lock_guard lock(mutex_);
    auto same = std::find_if(reasons_.begin(), reasons_.end(), [&](auto& it) { return it.first.what == why.what; });
    if (same == reasons_.end() && reasons_.size() >= most_reasons) same = std::prev(reasons_.end());
    if (same == reasons_.end()) reasons_.emplace_back(why, packets);
    else same->second += packets;
}

std::vector<std::pair<Error, std::uint64_t>> SendTally::reasons() const {
    std::lock_guard lock(mutex_);
    return reasons_;
}

bool Outbox::put(OutgoingBatch batch, const std::atomic<bool>& give_up) {
    std::unique_lock lock(mutex_);
    while (batches_.size() >= most_waiting && !closed_ && !give_up) changed_.wait_for(lock, look_again);
    if (closed_ || give_up) return false;
    batches_.push_back(std::move(batch));
    waiting_.store(batches_.size(), std::memory_order_release);
    wake_();
    return true;
}

void Outbox::drain(const std::atomic<bool>& give_up) {
    std::unique_lock lock(mutex_);
    while ((!batches_.empty() || under_way_) && !closed_ && !give_up) changed_.wait_for(lock, look_again);
}

bool Outbox::take(OutgoingBatch& batch) {
    std::lock_guard lock(mutex_);
    if (batches_.empty()) return false;
    batch = std::move(batches_.front());
    batches_.pop_front();
    under_way_ = true;
    waiting_.store(batches_.size(), std::memory_order_release);
    return true;
}

void Outbox::done() {
    {
        std::lock_guard lock(mutex_);
        under_way_ = false;
    }
    changed_.notify_all();
}

void Outbox::close() {
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
        for (auto& batch : batches_)
            if (batch.tally)
                batch.tally->count_failed({message("the session has ended before they were sent"), message("start it again"), 0},
                                          batch.size());
        batches_.clear();
        waiting_.store(0, std::memory_order_release);
    }
    changed_.notify_all();
}

}  // namespace sallyport
