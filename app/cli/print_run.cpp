// SPDX-License-Identifier: GPL-3.0-or-later
#include "print_run.h"
#include "session/packet_walk.h"
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace sallyport::cli {

namespace {

/// Packets a thread prints at a time: enough that waiting for its turn to write is rare, few enough to stay in the cache.
constexpr std::size_t block_packets = 2048;

unsigned digits_of(std::uint64_t ticks_per_second) {
    if (ticks_per_second >= 1'000'000'000) return 9;
    if (ticks_per_second >= 1'000'000) return 6;
    if (ticks_per_second >= 1'000) return 3;
    return ticks_per_second >= 100 ? 2 : ticks_per_second >= 10 ? 1 : 0;
}

}  // namespace

struct PrintRun::Block {
    std::size_t from, to;
    std::string text;
    std::vector<std::uint32_t> matches;  // filled only where they are kept
    bool any = false;
};

struct PrintRun::Worker {
    Worker(const PacketStore& store, const Filter* filter, const PrintChoice& choice) : walk(store), printer(make_printer(choice)) {
        if (filter) runner.emplace(*filter);
    }
    PacketWalk walk;
    std::unique_ptr<PacketPrinter> printer;
    std::optional<FilterRunner> runner;
    std::vector<CaptureInterface> interfaces;
    std::string text;  // reused from block to block
};

PrintRun::PrintRun(const PacketStore& store, const Filter* filter, const PrintChoice& choice, Output& out, unsigned threads)
    : store_(store),
      filter_(filter),
      choice_(choice),
      out_(out),
      threads_(threads ? threads : std::max(1u, std::thread::hardware_concurrency())) {}

PrintRun::~PrintRun() = default;

PrintRun::Worker& PrintRun::worker(std::size_t index) {
    while (workers_.size() <= index) workers_.push_back(std::make_unique<Worker>(store_, filter_, choice_));
    return *workers_[index];
}

void PrintRun::print_block(Worker& worker, Block& block) {
    worker.interfaces = store_.interfaces();
    PrintedPacket packet;
    worker.walk.visit(block.from, block.to, [&](std::size_t index, const PacketContext& context) {
        packet.context = context;
        packet.context.first_time = first_time_;  // also when the first one was dropped
        const std::size_t interface = context.record->interface;
        if (interface < worker.interfaces.size()) packet.time_digits = digits_of(worker.interfaces[interface].ticks_per_second);
        if (worker.runner && !worker.runner->matches(packet.context)) return true;
        if (block.any) block.text += worker.printer->between();
        block.any = true;
        if (keeps_matches_) block.matches.push_back(std::uint32_t(index));
        worker.printer->print(packet, block.text);
        return true;
    });
}

void PrintRun::deliver(Block& block) {
    if (!begun_) out_.write(worker(0).printer->before());
    begun_ = true;
    if (!block.any) return;
    if (any_) out_.write(worker(0).printer->between());
    any_ = true;
    out_.write(block.text);
    matches_.insert(matches_.end(), block.matches.begin(), block.matches.end());
}

void PrintRun::print(std::size_t from, std::size_t to) {
    matches_.clear();
    if (PacketRecord first; from == 0 && to > 0 && store_.record(0, first)) first_time_ = first.time;
    if (threads_ > 1 && to - from > block_packets) return print_parallel(from, to);
    for (std::size_t at = from; at < to && !out_.closed(); at += block_packets) {
        Block block{at, std::min(to, at + block_packets), std::move(worker(0).text), {}, false};
        block.text.clear();
        print_block(worker(0), block);
        deliver(block);
        worker(0).text = std::move(block.text);
    }
}

void PrintRun::print_parallel(std::size_t from, std::size_t to) {
    const std::size_t blocks = (to - from + block_packets - 1) / block_packets;
    const std::size_t threads = std::min<std::size_t>(threads_, blocks);
    worker(threads - 1);
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::condition_variable turn_changed;
    std::size_t turn = 0;  // the block that may be written
    auto work = [&](Worker& worker) {
        for (std::size_t number; (number = next.fetch_add(1)) < blocks;) {
            const std::size_t at = from + number * block_packets;
            Block block{at, std::min(to, at + block_packets), std::move(worker.text), {}, false};
            block.text.clear();
            print_block(worker, block);
            std::unique_lock lock(mutex);
            turn_changed.wait(lock, [&] { return turn == number; });
            deliver(block);
            if (out_.closed()) next = blocks;
            turn++;
            worker.text = std::move(block.text);
            lock.unlock();
            turn_changed.notify_all();
        }
    };
    std::vector<std::thread> pool;
    for (std::size_t i = 1; i < threads; i++) pool.emplace_back(work, std::ref(*workers_[i]));
    work(*workers_[0]);
    for (auto& thread : pool) thread.join();
}

void PrintRun::finish() {
    if (!begun_) out_.write(worker(0).printer->before());
    begun_ = true;
    out_.write(worker(0).printer->after(any_));
    out_.flush();
}

}  // namespace sallyport::cli
