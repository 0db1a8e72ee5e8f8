// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filter_run.h"
#include "session/match_list.h"
#include "session/packet_walk.h"
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace sallyport {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t block_size = 8192;                       // packets a thread takes at a time: about a millisecond's work
constexpr auto shortest_pause = std::chrono::milliseconds(4);  // between looks at a store that may have grown
constexpr auto longest_pause = std::chrono::milliseconds(50);  // … when it has been quiet

struct Block {
    std::size_t from = 0, to = 0;
    std::vector<std::uint32_t> matches;
};

/// One thread's tools: the runner and what packets of the store are told about beside their bytes.
class BlockScanner {
public:
    BlockScanner(const PacketStore& store, const Filter& filter, const std::atomic<bool>& stop)
        : walk_(store), runner_(filter), stop_(stop) {}

    void scan(Block& block) {
        walk_.visit(block.from, block.to, [&](std::size_t index, const PacketContext& packet) {
            if (stop_.load(std::memory_order_relaxed)) return false;
            if (runner_.matches(packet)) block.matches.push_back(std::uint32_t(index));
            return true;
        });
    }

private:
    PacketWalk walk_;
    FilterRunner runner_;
    const std::atomic<bool>& stop_;
};

}  // namespace

struct FilterRun::Impl {
    Impl(std::shared_ptr<PacketStore> a_store, std::shared_ptr<const Filter> a_filter, unsigned thread_count)
        : store(std::move(a_store)), filter(std::move(a_filter)) {
        if (!thread_count) thread_count = std::max(1u, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < thread_count; i++) threads.emplace_back([this] { work(); });
    }

    ~Impl() {
        {
            std::lock_guard lock(mutex);
            stop.store(true, std::memory_order_relaxed);
        }
        wake.notify_all();
        for (auto& thread : threads) thread.join();
    }

    void work() {
        BlockScanner scanner(*store, *filter, stop);
        std::unique_lock lock(mutex);
        while (!stop) {
            Block block;
            if (!claim(block)) {
                pause(lock);
                continue;
            }
            lock.unlock();
            scanner.scan(block);
            lock.lock();
            if (!stop) publish(std::move(block));
        }
    }

    /// The next packets that nobody has looked at. What the store has dropped costs nothing.
    bool claim(Block& block) {
        const std::size_t count = store->count();
        if (claimed >= count) return false;
        if (count - claimed > block_size) wake.notify_one();
        block.from = claimed;
        block.to = std::min(std::max(claimed, store->first()) + block_size, count);
        claimed = block.to;
        quiet = shortest_pause;
        return true;
    }

    void publish(Block block) {
        done.emplace(block.from, std::move(block));
        std::size_t to = scanned.load(std::memory_order_relaxed);
        for (auto next = done.begin(); next != done.end() && next->first == to; next = done.erase(next)) {
            matches.append(next->second.matches.data(), next->second.matches.size());
            to = next->second.to;
        }
        scanned.store(to, std::memory_order_release);
        if (to >= store->count()) note_caught_up();
    }

    void note_caught_up() {
        if (!caught_up_after.load(std::memory_order_relaxed))
            caught_up_after.store(std::max<std::int64_t>(1, (Clock::now() - began).count()), std::memory_order_relaxed);
    }

    /// One thread watches the store, the others sleep until it has found more than one block.
    void pause(std::unique_lock<std::mutex>& lock) {
        if (scanned.load(std::memory_order_relaxed) >= store->count()) note_caught_up();
        if (watched) {
            wake.wait(lock);
            return;
        }
        watched = true;
        wake.wait_for(lock, quiet);
        watched = false;
        quiet = std::min<Clock::duration>(quiet * 2, longest_pause);
    }

    const std::shared_ptr<PacketStore> store;
    const std::shared_ptr<const Filter> filter;
    const Clock::time_point began = Clock::now();
    MatchList matches;
    std::atomic<std::size_t> scanned{0};
    std::atomic<std::int64_t> caught_up_after{0};  // nanoseconds; 0: not yet
    std::atomic<bool> stop{false};

    std::mutex mutex;  // of everything below, and of writing to `matches`
    std::condition_variable wake;
    std::size_t claimed = 0;            // packets that some thread looks at or has looked at
    std::map<std::size_t, Block> done;  // blocks behind one that is not done yet
    bool watched = false;
    Clock::duration quiet = shortest_pause;
    std::vector<std::thread> threads;
};

FilterRun::FilterRun(std::shared_ptr<PacketStore> store, std::shared_ptr<const Filter> filter, unsigned threads)
    : impl_(std::make_unique<Impl>(std::move(store), std::move(filter), threads)) {}

FilterRun::~FilterRun() = default;

FilterProgress FilterRun::progress() const {
    FilterProgress progress;
    progress.scanned = impl_->scanned.load(std::memory_order_acquire);
    progress.matched = impl_->matches.size();
    const std::int64_t caught_up_after = impl_->caught_up_after.load(std::memory_order_relaxed);
    const auto elapsed = caught_up_after ? std::chrono::nanoseconds(caught_up_after) : Clock::now() - impl_->began;
    progress.milliseconds = std::chrono::duration<double, std::milli>(elapsed).count();
    progress.caught_up = progress.scanned >= impl_->store->count();
    return progress;
}

void FilterRun::matches(std::size_t from, std::size_t to, std::vector<std::uint32_t>& out) const {
    out.clear();
    to = std::min(to, impl_->matches.size());
    for (std::size_t i = from; i < to; i++) out.push_back(impl_->matches[i]);
}

std::uint32_t FilterRun::match(std::size_t position) const { return impl_->matches[position]; }

std::size_t FilterRun::position_of(std::size_t index) const {
    std::size_t low = 0, high = impl_->matches.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (impl_->matches[middle] < index) low = middle + 1;
        else high = middle;
    }
    return low;
}

const Filter& FilterRun::filter() const { return *impl_->filter; }

}  // namespace sallyport
