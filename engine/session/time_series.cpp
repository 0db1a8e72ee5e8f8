// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/time_series.h"
#include "session/packet_walk.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace sallyport {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int niceness = 10;                                    // where cores are short, verdicts come first
constexpr std::size_t block_size = 8192;                        // packets between two additions
constexpr std::size_t most_passed_over = 2'000'000;             // packets whose time is compared to find the one at a moment …
constexpr std::size_t most_asked = 20'000;                      // … and that a filter is asked about
constexpr auto shortest_pause = std::chrono::milliseconds(20);  // between looks at a store that may have grown: plots are for eyes
constexpr auto longest_pause = std::chrono::milliseconds(200);  // … when it has been quiet

/// What was counted of one block of packets.
struct Counted {
    std::vector<TimeBucket> buckets;
    TimeBucket total;
    Timestamp first, last;
    std::size_t looked_at = 0;
};

bool has_some(const TimeBucket& bucket, Outcome outcome) {
    return outcome == Outcome::any ? bucket.packets : outcome == Outcome::accepted ? bucket.accepted : bucket.dropped;
}

bool is_such(const PacketRecord& record, Outcome outcome) {
    if (outcome == Outcome::any) return true;
    return record.reason != VerdictReason::none && record.verdict == (outcome == Outcome::accepted ? Verdict::accept : Verdict::drop);
}

bool is_before(const TimeBucket& bucket, std::int64_t number) { return bucket.number < number; }

}  // namespace

struct TimeSeries::Impl {
    Impl(std::shared_ptr<PacketStore> a_store, std::shared_ptr<const Filter> a_filter, std::size_t capacity)
        : store(std::move(a_store)), filter(std::move(a_filter)), buckets(capacity) {
        state.grid = buckets.grid();
        thread = std::thread([this] { work(); });
    }

    ~Impl() {
        {
            std::lock_guard lock(mutex);
            stop.store(true, std::memory_order_relaxed);
        }
        wake.notify_all();
        thread.join();
    }

    void work() {
        setpriority(PRIO_PROCESS, id_t(gettid()), niceness);
        PacketWalk walk(*store);
        std::optional<FilterRunner> runner;
        if (filter) runner.emplace(*filter);
        Clock::duration pause = shortest_pause;
        std::unique_lock lock(mutex);
        while (!stop) {
            const std::size_t from = state.scanned, count = store->count();
            if (from >= count) {
                wake.wait_for(lock, pause);
                pause = std::min<Clock::duration>(pause * 2, longest_pause);
                continue;
            }
            pause = shortest_pause;
            const std::size_t to = std::min(std::max(from, store->first()) + block_size, count);
            const TimeGrid grid = buckets.grid();
            lock.unlock();
            Counted counted = count_block(walk, runner, grid, from, to);
            lock.lock();
            if (!stop) add(std::move(counted), grid, from, to);
        }
    }

    Counted count_block(PacketWalk& walk, std::optional<FilterRunner>& runner, TimeGrid grid, std::size_t from, std::size_t to) const {
        Counted counted;
        walk.visit(from, to, [&](std::size_t index, const PacketContext& packet) {
            if (stop.load(std::memory_order_relaxed)) return false;
            counted.looked_at++;
            if (runner && !runner->matches(packet)) return true;
            const std::int64_t number = grid.number_of(packet.time);
            if (counted.buckets.empty() || counted.buckets.back().number != number)
                counted.buckets.push_back({.number = number, .first_packet = index});
            counted.buckets.back().add(*packet.record);
            const bool only = !counted.total.packets;
            counted.first = only ? packet.time : std::min(counted.first, packet.time);
            counted.last = only ? packet.time : std::max(counted.last, packet.time);
            counted.total.add(*packet.record);
            return true;
        });
        return counted;
    }

    void add(Counted counted, TimeGrid grid, std::size_t from, std::size_t to) {
        state.scanned = to;
        state.missed += to - from - counted.looked_at;
        if (!counted.total.packets) return;
        const bool first = !state.total.packets;
        state.first = first ? counted.first : std::min(state.first, counted.first);
        state.last = first ? counted.last : std::max(state.last, counted.last);
        if (first) state.total.first_packet = counted.buckets.front().first_packet;
        state.total.add(counted.total);
        buckets.take(std::move(counted.buckets), grid);
        state.grid = buckets.grid();
    }

    /// The bucket with such packets that `time` lies in or is nearest to.
    std::optional<TimeBucket> nearest(Timestamp time, Outcome outcome, TimeGrid& grid) const {
        std::lock_guard lock(mutex);
        const auto& all = buckets.all();
        grid = buckets.grid();
        const std::int64_t number = grid.number_of(time);
        const auto at = std::lower_bound(all.begin(), all.end(), number, is_before);
        const auto has = [outcome](const TimeBucket& bucket) { return has_some(bucket, outcome); };
        const auto next = std::find_if(at, all.end(), has);
        const auto before = std::find_if(std::make_reverse_iterator(at), all.rend(), has);
        if (next == all.end()) return before == all.rend() ? std::nullopt : std::optional(*before);
        const bool earlier = before != all.rend() && next->number - number > number - before->number;
        return earlier ? *before : *next;
    }

    const std::shared_ptr<PacketStore> store;
    const std::shared_ptr<const Filter> filter;
    std::atomic<bool> stop{false};

    mutable std::mutex mutex;  // of everything below
    std::condition_variable wake;
    TimeBuckets buckets;
    TimeSeriesProgress state;
    std::thread thread;
};

TimeSeries::TimeSeries(std::shared_ptr<PacketStore> store, std::shared_ptr<const Filter> filter, std::size_t capacity)
    : impl_(std::make_unique<Impl>(std::move(store), std::move(filter), capacity)) {}

TimeSeries::~TimeSeries() = default;

TimeSeriesProgress TimeSeries::progress() const {
    std::lock_guard lock(impl_->mutex);
    TimeSeriesProgress progress = impl_->state;
    progress.caught_up = progress.scanned >= impl_->store->count();
    return progress;
}

TimeSeriesPart TimeSeries::part(Timestamp from, Timestamp to, TimeGrid grid) const {
    std::lock_guard lock(impl_->mutex);
    return part_of(impl_->buckets, from, to, grid);
}

std::optional<std::size_t> TimeSeries::packet_at(Timestamp time, Outcome outcome) const {
    TimeGrid grid;
    const auto bucket = impl_->nearest(time, outcome, grid);
    const std::size_t oldest = impl_->store->first(), count = impl_->store->count();
    if (!bucket || oldest >= count) return std::nullopt;
    const std::size_t from = std::max(bucket->first_packet, oldest);
    PacketWalk walk(*impl_->store);
    std::optional<FilterRunner> runner;
    if (impl_->filter) runner.emplace(*impl_->filter);
    std::optional<std::size_t> best;
    std::uint64_t distance = 0;
    std::size_t asked = 0;
    walk.visit(from, std::min(from + most_passed_over, count), [&](std::size_t index, const PacketContext& packet) {
        if (grid.number_of(packet.time) != bucket->number || !is_such(*packet.record, outcome)) return true;
        if (runner && ++asked > most_asked) return false;
        if (runner && !runner->matches(packet)) return true;
        const bool early = packet.time < time;
        const std::uint64_t off = std::uint64_t((early ? time : packet.time).ns) - std::uint64_t((early ? packet.time : time).ns);
        if (!best || off < distance) best = index, distance = off;
        return early;  // the next are further away, as long as time goes forward
    });
    return best ? best : from;
}

}  // namespace sallyport
