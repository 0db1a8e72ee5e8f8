// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a capture as the window does, to a list that can be scrolled: every packet has its row, and those in sight are summed up.
// Prints one JSON object.
//
// Usage: open_bench FILE
#include "dissect/dissection.h"
#include "session/packet_view.h"
#include "session/session.h"
#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

using namespace sallyport;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t rows_in_sight = 60;

double milliseconds_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

/// Memory of our own, in kilobytes: a mapped file is the page cache's.
long own_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:")) return std::stol(line.substr(8));
    return 0;
}

std::size_t sum_up(const PacketStore& store, std::size_t from) {
    std::size_t letters = 0;
    StoredPacket pin;
    PacketContext context;
    PacketSummary row;
    for (std::size_t i = from; i < from + rows_in_sight && packet_context(store, i, pin, context); i++) {
        summarize(context, row);
        letters += row.source.size() + row.destination.size() + row.protocol.size() + row.info.size();
    }
    return letters;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fprintf(stderr, "usage: open_bench FILE\n"), 2;
    const long memory_before = own_memory();
    const auto start = Clock::now();
    Session session;
    if (Status started = session.start(FileSource{argv[1]}); !started)
        return std::fprintf(stderr, "%s\n", started.error().text().c_str()), 1;
    const auto store = session.store();
    while (store->count() < rows_in_sight && session.state() <= SessionState::running) std::this_thread::yield();
    std::size_t letters = sum_up(*store, 0);
    const double first_rows = milliseconds_since(start);
    while (session.state() <= SessionState::running) std::this_thread::sleep_for(std::chrono::microseconds(200));
    letters += sum_up(*store, store->count() > rows_in_sight ? store->count() - rows_in_sight : 0);
    const double all_rows = milliseconds_since(start);
    for (const Error& trouble : session.troubles()) std::fprintf(stderr, "%s\n", trouble.text().c_str());
    const double memory = double(own_memory() - memory_before) * 1024 / double(store->count() ? store->count() : 1);
    std::printf("{\"packets\": %zu, \"first_rows_ms\": %.2f, \"all_rows_ms\": %.2f, \"bytes_a_packet\": %.1f, \"letters\": %zu}\n",
                store->count(), first_rows, all_rows, memory, letters);
    return session.state() == SessionState::ended && letters ? 0 : 1;
}
