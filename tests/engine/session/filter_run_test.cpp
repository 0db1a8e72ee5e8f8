// SPDX-License-Identifier: GPL-3.0-or-later
// Filters over a store: every match once and in order, while it grows, while it rolls, and gone at once when cancelled.
#include "engine/filter/packet_bytes.h"
#include "session/filter_run.h"
#include <QtTest>
#include <atomic>
#include <ctime>
#include <thread>

using namespace sallyport;

namespace {

/// Packet i goes to port i % 10000.
void append(PacketStore& store, std::size_t from, std::size_t to, std::size_t payload = 20) {
    for (std::size_t i = from; i < to; i++) {
        const ByteBuffer bytes = ethernet(0x0800, ipv4({}, udp(5000, unsigned(i % 10'000), ByteBuffer(payload, 'a'))));
        PacketRecord record;
        record.captured = record.original = std::uint32_t(bytes.size());
        record.time.ns = 1'700'000'000'000'000'000 + std::int64_t(i) * 1'000'000;
        QVERIFY(store.append(record, bytes));
    }
}

std::shared_ptr<const Filter> compile(const char* text) {
    auto filter = Filter::compile(text);
    if (!filter) qFatal("%s: %s", text, filter.error().text().c_str());
    return std::make_shared<const Filter>(std::move(*filter));
}

std::vector<std::uint32_t> all(const FilterRun& run) {
    std::vector<std::uint32_t> out;
    run.matches(0, run.progress().matched, out);
    return out;
}

std::vector<std::uint32_t> every_tenth(std::size_t from, std::size_t to) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = from; i < to; i++)
        if (i % 10 == 7) out.push_back(std::uint32_t(i));
    return out;
}

constexpr const char* port_ends_in_7 = "udp.dstport % 10 == 7";

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

}  // namespace

class FilterRunTest : public QObject {
    Q_OBJECT

private slots:
    void findsEveryMatchInOrder_data() {
        QTest::addColumn<unsigned>("threads");
        QTest::newRow("one thread") << 1u;
        QTest::newRow("two threads") << 2u;
        QTest::newRow("seven threads") << 7u;
        QTest::newRow("one a core") << 0u;
    }
    void findsEveryMatchInOrder() {
        QFETCH(unsigned, threads);
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 60'000);
        FilterRun run(store, compile(port_ends_in_7), threads);
        QTRY_VERIFY(run.progress().caught_up);
        QCOMPARE(run.progress().scanned, std::size_t(60'000));
        QVERIFY(all(run) == every_tenth(0, 60'000));
        QVERIFY(run.progress().milliseconds > 0);
        QCOMPARE(run.filter().text(), std::string(port_ends_in_7));
    }

    void partialAnswersAreAPrefix() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 60'000);
        FilterRun run(store, compile(port_ends_in_7), 4);
        const auto expected = every_tenth(0, 60'000);
        FilterProgress progress;
        do {
            progress = run.progress();
            std::vector<std::uint32_t> found;
            run.matches(0, progress.matched, found);
            QVERIFY(found.size() <= expected.size() && std::equal(found.begin(), found.end(), expected.begin()));
            // What is scanned is answered: no match below it may be missing.
            const std::size_t due = std::size_t(std::lower_bound(expected.begin(), expected.end(), progress.scanned) - expected.begin());
            QVERIFY(found.size() >= due);
        } while (!progress.caught_up);
    }

    void followsAGrowingStore() {
        auto store = std::make_shared<PacketStore>();
        FilterRun run(store, compile(port_ends_in_7), 2);
        QTRY_VERIFY(run.progress().caught_up);
        QCOMPARE(run.progress().matched, std::size_t(0));
        std::thread writer([&] { append(*store, 0, 50'000); });
        writer.join();
        QTRY_COMPARE_WITH_TIMEOUT(run.progress().scanned, std::size_t(50'000), 2000);
        append(*store, 50'000, 50'010);                        // a trickle after a pause
        QTRY_COMPARE_WITH_TIMEOUT(run.progress().scanned, std::size_t(50'010), 500);
        QVERIFY(all(run) == every_tenth(0, 50'010));
    }

    void findsPositions() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 100);
        FilterRun run(store, compile(port_ends_in_7), 2);
        QTRY_VERIFY(run.progress().caught_up);
        QCOMPARE(run.position_of(0), std::size_t(0));
        QCOMPARE(run.position_of(7), std::size_t(0));
        QCOMPARE(run.position_of(8), std::size_t(1));
        QCOMPARE(run.position_of(97), std::size_t(9));
        QCOMPARE(run.position_of(98), std::size_t(10));
        QCOMPARE(run.match(3), 37u);
        std::vector<std::uint32_t> out;
        run.matches(2, 4, out);
        QVERIFY((out == std::vector<std::uint32_t>{27, 37}));
        run.matches(9, 50, out);
        QVERIFY((out == std::vector<std::uint32_t>{97}));
    }

    void knowsNumbersAndTimes_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<std::size_t>("expected");
        QTest::newRow("numbers") << "frame.number <= 100" << std::size_t(100);
        QTest::newRow("lengths") << "frame.len == 62 && frame.cap_len == 62" << std::size_t(20'000);
        QTest::newRow("since the first") << "frame.time_relative < 0.1" << std::size_t(100);
        QTest::newRow("since the one before, across blocks") << "frame.time_delta == 0.001" << std::size_t(19'999);
        QTest::newRow("everything") << "" << std::size_t(20'000);
        QTest::newRow("nothing") << "tcp" << std::size_t(0);
    }
    void knowsNumbersAndTimes() {
        QFETCH(QString, filter);
        QFETCH(std::size_t, expected);
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 20'000);
        FilterRun run(store, compile(filter.toUtf8().constData()), 3);
        QTRY_VERIFY(run.progress().caught_up);
        QCOMPARE(run.progress().matched, expected);
    }

    void passesOverPacketsThatRolledOff() {
        auto store = std::make_shared<PacketStore>(StoreBudget{4 << 20, 0});
        append(*store, 0, 40'000, 1000);
        const std::size_t first = store->first();
        QVERIFY2(first > 10'000, "the budget must have dropped packets");
        FilterRun run(store, compile(port_ends_in_7), 2);
        QTRY_VERIFY(run.progress().caught_up);
        QVERIFY(all(run) == every_tenth(first, 40'000));
        append(*store, 40'000, 80'000, 1000);                  // while it follows
        QTRY_VERIFY(run.progress().caught_up);
        const auto found = all(run);
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        const auto held = every_tenth(store->first(), 80'000);
        QVERIFY(std::includes(found.begin(), found.end(), held.begin(), held.end()));
    }

    void cancelsAtOnce() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 20'000, 1400);
        for (int i = 0; i < 5; i++) {
            auto run = std::make_unique<FilterRun>(store, compile("frame matches \"(a+)+[b-y]\""), 2);
            QTest::qWait(5);
            QVERIFY2(!run->progress().caught_up, "the filter must be slow enough to be cancelled");
            QElapsedTimer timer;
            timer.start();
            run.reset();
            QVERIFY2(timer.elapsed() < 100, qPrintable(QString("took %1 ms").arg(timer.elapsed())));
        }
    }

    void costsNothingWhenIdle() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 100);
        FilterRun run(store, compile(port_ends_in_7), 4);
        QTRY_VERIFY(run.progress().caught_up);
        QTest::qWait(300);
        const double before = cpu_seconds();
        QThread::msleep(500);
        const double spent = cpu_seconds() - before;
        QVERIFY2(spent < 0.02, qPrintable(QString("%1 s in half a second").arg(spent)));
    }
};

QTEST_GUILESS_MAIN(FilterRunTest)
#include "filter_run_test.moc"
