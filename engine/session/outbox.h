// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sallyport {

/// What became of packets: sent, or not, and why not. Any thread.
class SendTally {
public:
    void count_sent(std::uint64_t packets = 1) { sent_.fetch_add(packets, std::memory_order_relaxed); }
    void count_failed(const Error& why, std::uint64_t packets = 1);
    std::uint64_t sent() const { return sent_.load(std::memory_order_relaxed); }
    std::uint64_t failed() const { return failed_.load(std::memory_order_relaxed); }
    std::vector<std::pair<Error, std::uint64_t>> reasons() const;

private:
    static constexpr std::size_t most_reasons = 20;  // further kinds are counted with the last one
    std::atomic<std::uint64_t> sent_{0}, failed_{0};
    mutable std::mutex mutex_;
    std::vector<std::pair<Error, std::uint64_t>> reasons_;
};

/// Packets that shall go out together, in one memory.
struct OutgoingBatch {
    ByteBuffer bytes;
    std::vector<std::uint32_t> ends;   // of each packet in `bytes`
    std::string interface;             // "": the module's first
    std::shared_ptr<SendTally> tally;  // counts every one of them

    std::size_t size() const { return ends.size(); }
    Bytes operator[](std::size_t i) const { return Bytes(bytes).subspan(i ? ends[i - 1] : 0, ends[i] - (i ? ends[i - 1] : 0)); }
    void clear() { bytes.clear(), ends.clear(); }
};

/// From those who make packets to the engine's first thread, which sends them. Any thread.
class Outbox {
public:
    /// `wake` makes the engine's thread look here; called without locks held.
    explicit Outbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// Waits while the engine has enough to do, but no longer than `give_up` is false. False: it was not taken, since the engine has
    /// ended or `give_up` was true.
    bool put(OutgoingBatch batch, const std::atomic<bool>& give_up);
    /// … when everything that was put has been sent or counted as failed; or `give_up`.
    void drain(const std::atomic<bool>& give_up);

    // ── the engine's thread ──
    bool empty() const { return waiting_.load(std::memory_order_acquire) == 0; }
    bool take(OutgoingBatch& batch);
    void done();  // with what take() gave
    /// Nothing goes out any more: what waits has failed.
    void close();

private:
    static constexpr std::size_t most_waiting = 8;  // batches
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<OutgoingBatch> batches_;
    std::atomic<std::size_t> waiting_{0};
    bool under_way_ = false, closed_ = false;
};

}  // namespace sallyport
