// SPDX-License-Identifier: GPL-3.0-or-later
// Flows of a store, in the background: whole, while it grows and rolls, in the order that was asked for, and gone at once.
#include "engine/filter/packet_bytes.h"
#include "flow/flow_text.h"
#include "session/flow_run.h"
#include <QScopeGuard>
#include <QtTest>
#include <atomic>
#include <thread>

using namespace sallyport;

namespace {
constexpr int patience = 60'000;  // milliseconds: the run lets others go first, and the machine may be busy
constexpr std::int64_t begin_ns = 1'700'000'000'000'000'000;

/// Packet i is of flow i % flows, one millisecond after the one before it.
void append(PacketStore& store, std::size_t from, std::size_t to, unsigned flows, std::int64_t first_ns = begin_ns) {
    for (std::size_t i = from; i < to; i++) {
        const ByteBuffer bytes = ethernet(0x0800, ipv4({}, udp(10'000 + unsigned(i) % flows, 53, ByteBuffer(i % 7))));
        PacketRecord record;
        record.captured = record.original = std::uint32_t(bytes.size());
        record.time.ns = first_ns + std::int64_t(i) * 1'000'000;
        QVERIFY(store.append(record, bytes));
    }
}

std::uint64_t packets_of(const FlowSnapshot& snapshot) {
    std::uint64_t sum = 0;
    for (auto& flow : snapshot.flows) sum += flow.packets();
    return sum;
}
}  // namespace

class FlowRunTest : public QObject {
    Q_OBJECT

private slots:
    void listsEveryFlow() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 50'000, 500);
        FlowRun run(store, 10'000);
        QVERIFY(run.snapshot() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        const auto snapshot = run.snapshot();
        QCOMPARE(snapshot->flows.size(), std::size_t(500));
        QCOMPARE(snapshot->listed, std::size_t(500));
        QCOMPARE(snapshot->scanned, std::size_t(50'000));
        QCOMPARE(packets_of(*snapshot), std::uint64_t(50'000));
        QCOMPARE(snapshot->ids.size(), std::size_t(500));
        for (std::size_t i = 0; i < 500; i++) QCOMPARE(snapshot->ids[i], snapshot->flows[i].id);
        QVERIFY(run.memory() > 0);
    }

    void goesOnWithTheStore() {
        auto store = std::make_shared<PacketStore>();
        FlowRun run(store, 10'000);
        std::thread writer([&] { append(*store, 0, 40'000, 40); });
        std::uint64_t before = 0;
        while (before < 40'000) {
            const std::uint64_t now = packets_of(*run.snapshot());
            QVERIFY(now >= before);
            before = now;
        }
        writer.join();
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        QCOMPARE(run.snapshot()->flows.size(), std::size_t(40));
    }

    void tellsWhatItMissed() {
        auto store = std::make_shared<PacketStore>(StoreBudget{.bytes = 2 << 20, .seconds = 0});
        append(*store, 0, 100'000, 10);
        QVERIFY(store->first() > 0);
        FlowRun run(store, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        const auto snapshot = run.snapshot();
        QVERIFY(snapshot->missed > 0);
        QCOMPARE(packets_of(*snapshot) + snapshot->missed, std::uint64_t(100'000));
    }

    void ordersAndSelectsAsAsked() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 1000, 20);
        FlowRun run(store, 10'000);
        const FlowQuery query{FlowOrder::client, true, FlowKind::all, ":1001"};
        run.set_query(query);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->query == query && run.snapshot()->caught_up, patience);
        const auto snapshot = run.snapshot();
        QCOMPARE(snapshot->flows.size(), std::size_t(10));
        QCOMPARE(snapshot->listed, std::size_t(20));
        QCOMPARE(int(snapshot->flows.front().client_port()), 10'019);
        QCOMPARE(int(snapshot->flows.back().client_port()), 10'010);
    }

    void boundsAndTellsWhatItLetGo() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 1000, 1000);
        FlowRun run(store, 100);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        QCOMPARE(run.snapshot()->listed, std::size_t(100));
        QCOMPARE(run.snapshot()->most, 100u);
        QCOMPARE(run.snapshot()->evicted, std::uint64_t(900));
        run.set_most(10);
        QTRY_COMPARE_WITH_TIMEOUT(run.snapshot()->listed, std::size_t(10), patience);
        QCOMPARE(run.snapshot()->most, 10u);
        QCOMPARE(run.snapshot()->evicted, std::uint64_t(990));
    }

    /// In a file, time is that of its packets: years ago, and yet nothing is idle. Live, the wall clock ends what is.
    void flowsEndByTheRightClock() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 10, 10);
        FlowRun run(store, 100);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        QTest::qWait(300);
        for (auto& flow : run.snapshot()->flows) QCOMPARE(flow.ending, FlowEnding::none);
        run.follow_clock(true);
        QTRY_COMPARE_WITH_TIMEOUT(run.snapshot()->flows.front().ending, FlowEnding::idle, patience);
    }

    /// A live capture that ran for long before anybody asked for its flows: the wall clock ends none in the middle of what is read.
    void flowsOfABacklogStayWhole() {
        auto store = std::make_shared<PacketStore>();
        constexpr std::size_t packets = 100'000;  // a millisecond apart: 100 s, where UDP's patience is 30
        append(*store, 0, packets, 10, Timestamp::now().ns - std::int64_t(packets) * 1'000'000);
        FlowRun run(store, 1000);
        run.follow_clock(true);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        QCOMPARE(run.snapshot()->flows.size(), std::size_t(10));
        for (auto& flow : run.snapshot()->flows) QCOMPARE(flow.packets(), std::uint64_t(packets / 10));
    }

    void findsTheFlowOfAPacket() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 100, 10);
        append(*store, 100, 110, 10, begin_ns + 60'000'000'000);  // a minute later: others with the same ends
        FlowRun run(store, 100);
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up, patience);
        const auto snapshot = run.snapshot();
        QCOMPARE(snapshot->flows.size(), std::size_t(20));
        for (const std::size_t packet : {3, 103}) {
            const auto key = run.key_of(packet);
            QVERIFY(key.has_value());
            const Flow* const flow = snapshot->find(*key, packet);
            QVERIFY(flow != nullptr);
            QCOMPARE(int(flow->client_port()), 10'003);
            QCOMPARE(flow->first_packet, std::uint64_t(packet));
        }
        QVERIFY(!run.key_of(4000).has_value());
        QVERIFY(snapshot->find(*run.key_of(3), 4000) == nullptr);
    }

    void isGoneAtOnce() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 200'000, 50'000);
        for (int i = 0; i < 20; i++) {
            FlowRun run(store, 100'000);
            if (i % 2) QTest::qWait(i);
        }
    }

    /// Readers that hold on to old snapshots, askers and the run itself, all at once (for the thread sanitizer).
    void manyMayAskAtOnce() {
        auto store = std::make_shared<PacketStore>();
        FlowRun run(store, 200);
        std::atomic<bool> done{false};
        std::thread writer([&] { append(*store, 0, 30'000, 400); });
        std::thread reader([&] {
            std::vector<std::shared_ptr<const FlowSnapshot>> held;
            while (!done) {
                held.push_back(run.snapshot());
                if (held.size() > 3) held.erase(held.begin());
                std::this_thread::sleep_for(std::chrono::microseconds(200));
            }
        });
        const auto join = qScopeGuard([&] {
            done = true;
            for (auto* thread : {&writer, &reader})
                if (thread->joinable()) thread->join();
        });
        for (int i = 0; i < 200; i++) {
            run.set_query({FlowOrder(i % 14), i % 2 == 0, FlowKind(i % 3), i % 5 ? "" : "10"});
            run.set_most(100 + unsigned(i));
        }
        run.set_query({});
        writer.join();
        QTRY_VERIFY_WITH_TIMEOUT(run.snapshot()->caught_up && run.snapshot()->query == FlowQuery(), patience);
        QVERIFY(run.snapshot()->flows.size() <= 299);
    }
};

QTEST_GUILESS_MAIN(FlowRunTest)
#include "flow_run_test.moc"
