// SPDX-License-Identifier: GPL-3.0-or-later
// Counting by spans of time: the grid halves exactly, sums stay exact while it becomes coarser, and memory is bounded.
#include "session/time_buckets.h"
#include <QtTest>
#include <limits>
#include <map>
#include <random>

using namespace sallyport;

namespace {

constexpr std::int64_t second = 1'000'000'000;

PacketRecord record_at(std::int64_t ns, std::uint32_t bytes = 100) {
    PacketRecord record;
    record.time.ns = ns;
    record.original = bytes;
    return record;
}

TimeBucket bucket_of(TimeGrid grid, const PacketRecord& record, std::size_t index) {
    TimeBucket bucket{.number = grid.number_of(record.time), .first_packet = index};
    bucket.add(record);
    return bucket;
}

/// The straightforward way: every packet looked at again.
std::map<std::int64_t, std::pair<std::uint64_t, std::size_t>> recount(const std::vector<PacketRecord>& records, TimeGrid grid) {
    std::map<std::int64_t, std::pair<std::uint64_t, std::size_t>> counts;
    for (std::size_t i = 0; i < records.size(); i++) {
        auto [at, fresh] = counts.try_emplace(grid.number_of(records[i].time), 0, i);
        at->second.first++;
    }
    return counts;
}

void compare(const std::vector<TimeBucket>& buckets, const std::vector<PacketRecord>& records, TimeGrid grid) {
    const auto expected = recount(records, grid);
    QCOMPARE(buckets.size(), expected.size());
    auto at = expected.begin();
    for (const TimeBucket& bucket : buckets) {
        QCOMPARE(bucket.number, at->first);
        QCOMPARE(bucket.packets, at->second.first);
        QCOMPARE(bucket.first_packet, at->second.second);
        ++at;
    }
}

}  // namespace

class TimeBucketsTest : public QObject {
    Q_OBJECT
private slots:
    void spansBeginWhereTheyContainTheirBegin_data() {
        QTest::addColumn<qint64>("ns");
        QTest::newRow("now") << qint64(1'700'000'000'123'456'789);
        QTest::newRow("zero") << qint64(0);
        QTest::newRow("before 1970") << qint64(-1);
        QTest::newRow("a second before 1970") << qint64(-1'000'000'000);
        QTest::newRow("earliest") << std::numeric_limits<qint64>::min();
        QTest::newRow("latest") << std::numeric_limits<qint64>::max();
    }
    void spansBeginWhereTheyContainTheirBegin() {
        QFETCH(qint64, ns);
        for (int level = TimeGrid::coarsest; level <= TimeGrid::finest; level++) {
            const TimeGrid grid{level};
            const std::int64_t number = grid.number_of({ns});
            const Timestamp begin = grid.begin_of(number), end = grid.begin_of(number + 1);
            QVERIFY(begin.ns <= ns);
            QVERIFY(end.ns > ns || end.ns == std::numeric_limits<std::int64_t>::max());
            if (begin.ns != std::numeric_limits<std::int64_t>::min()) QCOMPARE(grid.number_of(begin), number);
            if (level > TimeGrid::coarsest) QCOMPARE(TimeGrid{level - 1}.number_of({ns}), number >> 1);
        }
        QCOMPARE(TimeGrid{0}.seconds(), 1.0);
        QCOMPARE(TimeGrid{3}.seconds(), 0.125);
        QCOMPARE(TimeGrid{-4}.seconds(), 16.0);
    }

    void countsByVerdict() {
        TimeBucket bucket;
        bucket.add(record_at(0, 60));
        QCOMPARE(bucket.accepted + bucket.dropped, std::uint64_t(0));  // nobody judged it
        PacketRecord judged = record_at(0, 1000);
        judged.reason = VerdictReason::standard;
        bucket.add(judged);
        judged.verdict = Verdict::drop;
        judged.reason = VerdictReason::rule;
        judged.original = 500;
        bucket.add(judged);
        bucket.add(judged);
        QCOMPARE(bucket.packets, std::uint64_t(4));
        QCOMPARE(bucket.bytes, std::uint64_t(2060));
        QCOMPARE(bucket.accepted, std::uint64_t(1));
        QCOMPARE(bucket.accepted_bytes, std::uint64_t(1000));
        QCOMPARE(bucket.dropped, std::uint64_t(2));
        QCOMPARE(bucket.dropped_bytes, std::uint64_t(1000));
    }

    void countsExactly_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("steady") << 0;
        QTest::newRow("in any order") << 1;
        QTest::newRow("two clocks, interleaved") << 2;
        QTest::newRow("jumps back to 1970") << 3;
        QTest::newRow("bursts in a long silence") << 4;
        QTest::newRow("all at one moment") << 5;
    }
    void countsExactly() {
        QFETCH(int, kind);
        std::mt19937_64 random(7);
        std::vector<PacketRecord> records;
        for (std::int64_t i = 0; i < 30'000; i++) {
            std::int64_t ns = 1'700'000'000 * second;
            if (kind == 0) ns += i * 1'234'567;
            if (kind == 1) ns += std::int64_t(random() % std::uint64_t(86'400 * second));
            if (kind == 2) ns += i * 100'000 - (i & 1) * 3600 * second;
            if (kind == 3) ns = i % 1000 == 500 ? i : ns + i * 50'000;
            if (kind == 4) ns += (i / 100) * 3600 * second + (i % 100) * 1000;
            records.push_back(record_at(ns));
        }
        TimeBuckets buckets(500);
        for (std::size_t from = 0; from < records.size(); from += 700) {
            std::vector<TimeBucket> counted;
            for (std::size_t i = from; i < std::min(records.size(), from + 700); i++)
                counted.push_back(bucket_of(buckets.grid(), records[i], i));
            buckets.take(std::move(counted), buckets.grid());
            QVERIFY(buckets.all().size() <= 500);
        }
        compare(buckets.all(), records, buckets.grid());
        const TimeGrid coarse{buckets.grid().level - 3};
        const TimeSeriesPart part =
            part_of(buckets, {std::numeric_limits<std::int64_t>::min()}, {std::numeric_limits<std::int64_t>::max()}, coarse);
        QCOMPARE(part.grid.level, coarse.level);
        compare(part.buckets, records, coarse);
        if (kind == 5) QCOMPARE(buckets.grid().level, TimeGrid::finest);
        else QVERIFY(buckets.all().size() >= 250 || kind == 4);  // no coarser than need be
    }

    void oneOldPacketDoesNotSpoilTheGrid() {
        TimeBuckets buckets(1000);
        std::vector<TimeBucket> counted;
        for (int i = 0; i < 900; i++) counted.push_back(bucket_of(buckets.grid(), record_at(1'700'000'000 * second + i * 1000), 1));
        counted.push_back(bucket_of(buckets.grid(), record_at(0), 2));
        buckets.take(counted, buckets.grid());
        QCOMPARE(buckets.grid().level, TimeGrid::finest);
        QCOMPARE(buckets.all().front().number, std::int64_t(0));
    }

    void endsAtTheCoarsestGrid() {
        TimeBuckets buckets(0);
        for (int level = 0; level < 64; level++) {
            const std::int64_t ns = level == 63 ? std::numeric_limits<std::int64_t>::min() : std::int64_t(1) << level;
            buckets.take({bucket_of(buckets.grid(), record_at(ns), 0), bucket_of(buckets.grid(), record_at(-(ns / 2)), 0)}, buckets.grid());
        }
        std::uint64_t sum = 0;
        for (const TimeBucket& bucket : buckets.all()) sum += bucket.packets;
        QCOMPARE(sum, std::uint64_t(128));
        QVERIFY(buckets.all().size() <= 16);
    }
};

QTEST_GUILESS_MAIN(TimeBucketsTest)
#include "time_buckets_test.moc"
