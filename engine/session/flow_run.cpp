// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/flow_run.h"
#include "flow/flow_tracker.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace sallyport {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t block_size = 8192;           // packets between two looks at the clock: a millisecond's work
constexpr auto shortest_pause = milliseconds(10);  // between looks at a store that may have grown
constexpr auto longest_pause = milliseconds(50);   // … when it has been quiet
constexpr auto between_snapshots = milliseconds(200);
constexpr int niceness = 5;                         // where cores are short, verdicts come first
constexpr int snapshot_share = 8;                   // making snapshots takes at most one part in so many of the time
constexpr std::int64_t clock_step = 1'000'000'000;  // nanoseconds between looks for flows that went idle

}  // namespace

const Flow* FlowSnapshot::find(const FlowKey& key, std::uint64_t index) const {
    const Flow* found = nullptr;
    for (const Flow& flow : flows) {
        if (flow.first_packet > index || flow.last_packet < index || !(flow.key == key)) continue;
        if (!found || flow.first_packet > found->first_packet) found = &flow;
    }
    return found;
}

struct FlowRun::Impl {
    Impl(std::shared_ptr<PacketStore> a_store, std::uint32_t most)
        : store(std::move(a_store)), newest(std::make_shared<FlowSnapshot>()), wanted_most(most), thread([this, most] { work(most); }) {}

    ~Impl() {
        {
            std::lock_guard lock(mutex);
            stop.store(true, std::memory_order_relaxed);
        }
        wake.notify_all();
        thread.join();
    }

    void work(std::uint32_t most) {
        setpriority(PRIO_PROCESS, id_t(gettid()), niceness);
        FlowTracker tracker(most);
        while (!stop.load(std::memory_order_relaxed)) {
            const bool more = read_block(tracker);
            take_wishes(tracker.table());
            // While packets of long ago are still to come, theirs is the time.
            if (!more && live.load(std::memory_order_relaxed)) pass_time(tracker.table());
            if (due(tracker.table(), !more)) publish(tracker.table());
            if (!more) pause();
        }
    }

    /// Looks at the next packets; false: there were none.
    bool read_block(FlowTracker& tracker) {
        const std::size_t count = store->count(), held = store->first();
        if (scanned < held) missed += std::min(held, count) - scanned, scanned = std::min(held, count);
        if (scanned >= count) return false;
        const std::size_t to = std::min(scanned + block_size, count);
        std::size_t seen = 0;
        PacketContext packet;
        store->visit(scanned, to, [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            packet.bytes = bytes;
            packet.link_type = record.link_type;
            packet.original_length = record.original;
            packet.number = index + 1;
            packet.time = record.time;
            packet.record = &record;
            tracker.add(packet, index);
            seen++;
            return !stop.load(std::memory_order_relaxed);
        });
        missed += to - scanned - seen;  // the store rolled on meanwhile
        scanned = to;
        quiet = shortest_pause;
        return true;
    }

    void pass_time(FlowTable& table) {
        const Timestamp now = Timestamp::now();
        if (now - passed < clock_step && passed <= now) return;
        passed = now;
        table.advance(now);
    }

    void take_wishes(FlowTable& table) {
        std::lock_guard lock(mutex);
        if (query != wanted_query) query = wanted_query, asked = true;
        if (table.most() != wanted_most) table.set_most(wanted_most), asked = true;
    }

    /// A wish is answered at once; what has changed is told when its time has come.
    bool due(const FlowTable& table, bool caught_up) const {
        if (asked) return true;
        const bool changed = table.changes() != told_changes || caught_up != told_caught_up || scanned != told_scanned;
        return changed && Clock::now() >= next_snapshot;
    }

    void publish(const FlowTable& table) {
        const auto began = Clock::now();
        auto made = std::make_shared<FlowSnapshot>();
        made->flows = select_flows(table, query);
        made->ids.reserve(made->flows.size());
        for (const Flow& flow : made->flows) made->ids.push_back(flow.id);
        made->query = query;
        made->listed = table.size();
        made->most = table.most();
        made->evicted = table.evicted();
        made->missed = missed;
        made->judged = table.judged();
        made->scanned = scanned;
        made->caught_up = scanned >= store->count();
        told_changes = table.changes(), told_caught_up = made->caught_up, told_scanned = scanned;
        asked = false;
        table_memory.store(table.memory(), std::memory_order_relaxed);
        std::erase_if(retired, [](auto& snapshot) { return snapshot.use_count() == 1; });
        {
            std::lock_guard lock(mutex);
            retired.push_back(std::exchange(newest, std::move(made)));
        }
        const auto took = Clock::now() - began;
        next_snapshot = began + std::max<Clock::duration>(between_snapshots, took * snapshot_share);
    }

    void pause() {
        std::unique_lock lock(mutex);
        if (stop.load(std::memory_order_relaxed) || query != wanted_query) return;
        wake.wait_for(lock, quiet);
        quiet = std::min<Clock::duration>(quiet * 2, longest_pause);
    }

    const std::shared_ptr<PacketStore> store;
    std::atomic<bool> stop{false}, live{false};
    std::atomic<std::uint64_t> table_memory{0};

    mutable std::mutex mutex;  // of the next four; held for a few instructions
    std::condition_variable wake;
    std::shared_ptr<const FlowSnapshot> newest;
    FlowQuery wanted_query;
    std::uint32_t wanted_most;

    // ── of the thread ──
    FlowQuery query;
    std::vector<std::shared_ptr<const FlowSnapshot>> retired;  // taken apart here when their readers have let go, not by them
    std::size_t scanned = 0, told_scanned = 0;
    std::uint64_t missed = 0, told_changes = 0;
    bool asked = false, told_caught_up = false;
    Timestamp passed;
    Clock::time_point next_snapshot{};
    Clock::duration quiet = shortest_pause;
    std::thread thread;  // the last: it begins when all else is there
};

FlowRun::FlowRun(std::shared_ptr<PacketStore> store, std::uint32_t most)
    : impl_(std::make_unique<Impl>(std::move(store), std::clamp(most, 1u, FlowTable::largest_most))) {}

FlowRun::~FlowRun() = default;

std::shared_ptr<const FlowSnapshot> FlowRun::snapshot() const {
    std::lock_guard lock(impl_->mutex);
    return impl_->newest;
}

void FlowRun::set_query(FlowQuery query) {
    {
        std::lock_guard lock(impl_->mutex);
        impl_->wanted_query = std::move(query);
    }
    impl_->wake.notify_one();
}

void FlowRun::set_most(std::uint32_t most) {
    {
        std::lock_guard lock(impl_->mutex);
        impl_->wanted_most = std::clamp(most, 1u, FlowTable::largest_most);
    }
    impl_->wake.notify_one();
}

void FlowRun::follow_clock(bool live) { impl_->live.store(live, std::memory_order_relaxed); }

std::optional<FlowKey> FlowRun::key_of(std::size_t index) const {
    StoredPacket stored;
    if (!impl_->store->get(index, stored)) return std::nullopt;
    PacketContext packet;
    packet.bytes = stored.bytes;
    packet.link_type = stored.record.link_type;
    packet.record = &stored.record;
    return FlowReader().read(packet).key;
}

std::uint64_t FlowRun::memory() const { return impl_->table_memory.load(std::memory_order_relaxed); }

}  // namespace sallyport
