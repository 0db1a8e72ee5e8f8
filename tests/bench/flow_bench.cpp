// SPDX-License-Identifier: GPL-3.0-or-later
// What flows cost: the packets of a capture, and a flood of SYNs whose every packet has ends of its own (FLOOD of them, the table at
// its bound). Prints one JSON object each: nanoseconds a packet of one thread, bytes a flow, and how long the background run took
// until its list was whole; the best of three.
//
// Usage: flow_bench FILE [FLOOD]
#include "flow/flow_tracker.h"
#include "session/flow_run.h"
#include "session/session.h"
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <thread>

using namespace sallyport;
using Clock = std::chrono::steady_clock;

namespace {

/// Nanoseconds of processor time of this thread: what others on the machine do does not count.
double spent() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e9 + double(now.tv_nsec);
}

/// A SYN from anywhere to anywhere: Ethernet, IPv4, TCP.
struct Syn {
    std::uint8_t bytes[54] = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x08, 0x00, 0x45, 0, 0, 40, 0, 0, 0x40, 0, 64, 6};
    explicit Syn(std::mt19937_64& random) {
        store_number(bytes + 26, 8, false, random());
        store_number(bytes + 34, 4, false, random());
        bytes[46] = 0x50, bytes[47] = 0x02;
    }
};

void print(const char* what, std::uint64_t packets, double ns, const FlowTable& table, double list_ms) {
    std::printf(
        "{\"what\": \"%s\", \"packets\": %llu, \"ns_a_packet\": %.1f, \"flows\": %zu, \"evicted\": %llu, \"bytes_a_flow\": %.0f, "
        "\"list_ms\": %.1f}\n",
        what, static_cast<unsigned long long>(packets), ns / double(packets), table.size(),
        static_cast<unsigned long long>(table.evicted()), double(table.memory()) / double(std::max<std::size_t>(1, table.size())), list_ms);
}

double list_milliseconds(const std::shared_ptr<PacketStore>& store) {
    const auto start = Clock::now();
    FlowRun run(store, FlowTable::default_most);
    while (!run.snapshot()->caught_up) std::this_thread::sleep_for(std::chrono::microseconds(200));
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// What one snapshot costs: gathered and sorted, by a number, by addresses, and searched.
void of_snapshots(const char* what, const FlowTable& table) {
    static const FlowQuery queries[] = {{FlowOrder::bytes, true, FlowKind::all, ""},
                                        {FlowOrder::client, false, FlowKind::all, ""},
                                        {FlowOrder::started, false, FlowKind::all, "10.0 443"}};
    for (auto& query : queries) {
        const double start = spent();
        const auto flows = select_flows(table, query);
        std::printf("{\"what\": \"snapshot, %s\", \"order\": %d, \"search\": \"%s\", \"flows\": %zu, \"ms\": %.1f}\n", what,
                    int(query.order), query.search.c_str(), flows.size(), (spent() - start) / 1e6);
    }
}

void of_capture(const std::shared_ptr<PacketStore>& store) {
    double best_ns = 0, best_ms = 0;
    for (int attempt = 0; attempt < 3; attempt++) {
        FlowTracker tracker;
        PacketContext packet;
        const double start = spent();
        store->visit(0, store->count(), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            packet.bytes = bytes, packet.link_type = record.link_type, packet.record = &record;
            tracker.add(packet, index);
            return true;
        });
        const double ns = spent() - start, ms = list_milliseconds(store);
        best_ns = attempt ? std::min(best_ns, ns) : ns, best_ms = attempt ? std::min(best_ms, ms) : ms;
        if (attempt < 2) continue;
        of_snapshots("capture", tracker.table());
        print("capture", store->count(), best_ns, tracker.table(), best_ms);
    }
}

void of_flood(std::uint64_t packets) {
    std::mt19937_64 random(1);
    FlowTracker tracker;
    PacketRecord record;
    record.captured = record.original = sizeof(Syn::bytes);
    PacketContext packet;
    packet.record = &record;
    const double start = spent();
    for (std::uint64_t i = 0; i < packets; i++) {
        const Syn syn(random);
        packet.bytes = syn.bytes;
        record.time.ns = std::int64_t(i) * 1000;
        tracker.add(packet, i);
    }
    const double ns = spent() - start;
    of_snapshots("flood", tracker.table());
    print("flood", packets, ns, tracker.table(), 0);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: flow_bench FILE [FLOOD]\n"), 2;
    Session session;
    if (Status started = session.start(FileSource{argv[1]}); !started)
        return std::fprintf(stderr, "%s\n", started.error().text().c_str()), 1;
    while (session.state() <= SessionState::running) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    of_capture(session.store());
    of_flood(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000);
    return 0;
}
