// SPDX-License-Identifier: GPL-3.0-or-later
// Series over stores: exact while they grow, while they roll, for every kind of clock, and as tshark counts.
#include "session/time_series.h"
#include "capture_file/capture_reader.h"
#include "capture_file/capture_writer.h"
#include "engine/filter/packet_bytes.h"
#include "session/session.h"
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <random>

using namespace sallyport;

namespace {

constexpr std::int64_t second = 1'000'000'000, start = 1'700'000'000 * second;
constexpr Timestamp beginning{std::numeric_limits<std::int64_t>::min()}, end{std::numeric_limits<std::int64_t>::max()};

PacketRecord record_for(std::int64_t ns, const ByteBuffer& bytes) {
    PacketRecord record;
    record.captured = record.original = std::uint32_t(bytes.size());
    record.time.ns = ns;
    return record;
}

/// Packet i goes to port i % 10, at `time_of(i)`; those to port 3 were dropped, those to port 4 accepted.
template <class TimeOf>
void append(PacketStore& store, std::size_t from, std::size_t to, TimeOf time_of, std::size_t payload = 20) {
    for (std::size_t i = from; i < to; i++) {
        const ByteBuffer bytes = ethernet(0x0800, ipv4({}, udp(5000, unsigned(i % 10), ByteBuffer(payload, 'a'))));
        PacketRecord record = record_for(time_of(i), bytes);
        record.reason = i % 10 == 3 || i % 10 == 4 ? VerdictReason::rule : VerdictReason::none;
        record.verdict = i % 10 == 3 ? Verdict::drop : Verdict::accept;
        QVERIFY(store.append(record, bytes));
    }
}

std::int64_t steady(std::size_t i) { return start + std::int64_t(i) * 1'000'000; }

std::shared_ptr<const Filter> compile(const std::string& text) {
    auto filter = Filter::compile(text);
    if (!filter) qFatal("%s: %s", text.c_str(), filter.error().text().c_str());
    return std::make_shared<const Filter>(std::move(*filter));
}

#define WAIT_FOR(series) QTRY_VERIFY_WITH_TIMEOUT((series).progress().caught_up, 120'000)

}  // namespace

class TimeSeriesTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    /// A capture's packets, all times moved so that the first is at a whole second: tshark counts from the first packet.
    QString moved(const QString& name) {
        auto reader = CaptureReader::open((QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/captures/") + name).toStdString());
        if (!reader) qFatal("%s", reader.error().text().c_str());
        const QString path = directory_.filePath(name + QStringLiteral(".pcapng"));
        auto writer = CaptureWriter::make(std::move(*OutputFile::create(path.toStdString(), false)), CaptureFormat::pcapng);
        CapturedPacket packet;
        std::optional<std::int64_t> by;
        while ((*reader)->next(packet) == CaptureReader::Step::packet) {
            if (!by) {
                by = start - packet.time.ns;
                if (!writer->describe((*reader)->interfaces())) qFatal("describe");
            }
            PacketToWrite written{.bytes = packet.bytes, .time = {packet.time.ns + *by}, .original = packet.original};
            if (!writer->write(written)) qFatal("write");
        }
        if (!writer->finish()) qFatal("finish");
        return path;
    }

    /// What tshark -z io,stat counts in spans of half a second: packets and bytes.
    static std::map<std::int64_t, std::pair<qulonglong, qulonglong>> tshark(const QString& path, const QString& filter) {
        QProcess process;
        process.start(QStringLiteral("tshark"), {QStringLiteral("-r"), path, QStringLiteral("-q"), QStringLiteral("-z"),
                                                 QStringLiteral("io,stat,0.5") + (filter.isEmpty() ? QString() : "," + filter)});
        process.waitForFinished(60'000);
        std::map<std::int64_t, std::pair<qulonglong, qulonglong>> counts;
        static const QRegularExpression row(QStringLiteral(R"(^\|\s*([\d.]+)\s*<>\s*\S+\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|)"));
        for (const QString& line : QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n')))
            if (const auto match = row.match(line); match.hasMatch() && match.captured(2) != QLatin1String("0"))
                counts[qRound64(match.captured(1).toDouble() * 2)] = {match.captured(2).toULongLong(), match.captured(3).toULongLong()};
        return counts;
    }

private slots:
    void countsAsTsharkDoes_data() {
        QTest::addColumn<QString>("capture");
        QTest::addColumn<QString>("filter");
        for (const char* capture : {"practice.pcapng", "layers.pcap"})  // without a duration it counts nothing
            for (const char* filter : {"", "tcp", "udp.dstport == 53", "ip.ttl < 64 || arp", "ipv6"})
                QTest::addRow("%s: %s", capture, *filter ? filter : "all") << QString(capture) << QString(filter);
    }
    void countsAsTsharkDoes() {
        QFETCH(QString, capture);
        QFETCH(QString, filter);
        if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty()) QSKIP("tshark is not installed");
        const QString path = moved(capture);
        Session session;
        QVERIFY(session.start(FileSource{path.toStdString()}));
        QTRY_COMPARE(session.state(), SessionState::ended);
        TimeSeries series(session.store(), filter.isEmpty() ? nullptr : compile(filter.toStdString()));
        WAIT_FOR(series);
        const TimeGrid half_seconds{1};
        std::map<std::int64_t, std::pair<qulonglong, qulonglong>> ours;
        for (const TimeBucket& bucket : series.part(beginning, end, half_seconds).buckets)
            ours[bucket.number - half_seconds.number_of({start})] = {bucket.packets, bucket.bytes};
        const auto theirs = tshark(path, filter);
        QVERIFY(filter.isEmpty() <= !theirs.empty());
        QVERIFY(ours == theirs);
    }

    void countsExactly_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("clock");
        for (const char* filter : {"", "udp.dstport == 3", "udp.dstport in {2, 4, 5}"})
            for (int clock = 0; clock < 3; clock++) QTest::addRow("%s, clock %d", filter, clock) << QString(filter) << clock;
    }
    void countsExactly() {
        QFETCH(QString, filter);
        QFETCH(int, clock);
        std::mt19937_64 random(11);
        std::vector<std::int64_t> times;
        for (std::size_t i = 0; i < 30'000; i++)
            times.push_back(clock == 0   ? steady(i)
                            : clock == 1 ? start + std::int64_t(random() % std::uint64_t(3600 * second))
                                         : steady(i % 5000) + (i % 7 == 0 ? -1'600'000'000 * second : 0));
        auto store = std::make_shared<PacketStore>();
        TimeSeries series(store, filter.isEmpty() ? nullptr : compile(filter.toStdString()), 1000);
        for (std::size_t i = 0; i < times.size(); i += 3000)  // it follows while the store grows
            append(*store, i, i + 3000, [&](std::size_t n) { return times[n]; });
        WAIT_FOR(series);

        const TimeSeriesPart part = series.part(beginning, end, {TimeGrid::finest});
        std::map<std::int64_t, TimeBucket> expected;
        std::optional<FilterRunner> runner;
        auto compiled = compile(filter.toStdString());
        runner.emplace(*compiled);
        store->visit(0, store->count(), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            PacketContext packet{.bytes = bytes, .record = &record};
            if (!runner->matches(packet)) return true;
            const std::int64_t number = part.grid.number_of(record.time);
            auto [at, fresh] = expected.try_emplace(number, TimeBucket{.number = number, .first_packet = index});
            at->second.add(record);
            return true;
        });
        QVERIFY(part.buckets.size() <= 1000);
        QCOMPARE(part.buckets.size(), expected.size());
        std::uint64_t packets = 0;
        for (const TimeBucket& bucket : part.buckets) {
            const TimeBucket& wanted = expected.at(bucket.number);
            QCOMPARE(bucket.packets, wanted.packets);
            QCOMPARE(bucket.bytes, wanted.bytes);
            QCOMPARE(bucket.accepted, wanted.accepted);
            QCOMPARE(bucket.dropped, wanted.dropped);
            QCOMPARE(bucket.dropped_bytes, wanted.dropped_bytes);
            QCOMPARE(bucket.first_packet, wanted.first_packet);
            packets += bucket.packets;
        }
        QCOMPARE(series.progress().total.packets, packets);
        QCOMPARE(series.progress().missed, std::size_t(0));
    }

    void aPartHasWholeBuckets() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 10'000, steady);  // ten seconds
        TimeSeries series(store);
        WAIT_FOR(series);
        const TimeSeriesPart part = series.part({start + 2'300'000'000}, {start + 4'100'000'000}, {0});
        QCOMPARE(part.buckets.size(), std::size_t(3));
        for (const TimeBucket& bucket : part.buckets) QCOMPARE(bucket.packets, std::uint64_t(1000));
        QCOMPARE(part.buckets.front().first_packet, std::size_t(2000));
        QVERIFY(series.part({0}, {start - 1}, {0}).buckets.empty());
        QVERIFY(series.part(end, beginning, {0}).buckets.empty());
    }

    void nothingAndOnePacket() {
        auto store = std::make_shared<PacketStore>();
        TimeSeries series(store), filtered(store, compile("tcp"));
        WAIT_FOR(series);
        QCOMPARE(series.progress().total.packets, std::uint64_t(0));
        QVERIFY(!series.packet_at({start}));
        append(*store, 0, 1, steady);
        WAIT_FOR(series);
        QTRY_COMPARE(series.progress().total.packets, std::uint64_t(1));
        QCOMPARE(series.progress().first.ns, start);
        QCOMPARE(series.progress().last.ns, start);
        QCOMPARE(series.packet_at({0}), std::optional<std::size_t>(0));
        QCOMPARE(series.packet_at(end), std::optional<std::size_t>(0));
        WAIT_FOR(filtered);
        QVERIFY(!filtered.packet_at({start}));
    }

    void findsThePacketAtATime_data() {
        QTest::addColumn<std::size_t>("capacity");
        QTest::newRow("fine") << std::size_t(16384);
        QTest::newRow("coarse") << std::size_t(16);
    }
    void findsThePacketAtATime() {
        QFETCH(std::size_t, capacity);
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 20'000, steady);
        TimeSeries series(store, nullptr, capacity), sevens(store, compile("udp.dstport == 7"), capacity);
        WAIT_FOR(series);
        WAIT_FOR(sevens);
        QCOMPARE(series.packet_at({steady(12'345)}), std::optional<std::size_t>(12'345));
        QCOMPARE(series.packet_at({steady(12'345) + 400'000}), std::optional<std::size_t>(12'345));
        const auto between = series.packet_at({steady(12'345) + 600'000});  // either: they may be of two buckets
        QVERIFY(between == std::optional<std::size_t>(12'345) || between == std::optional<std::size_t>(12'346));
        QCOMPARE(sevens.packet_at({steady(12'348)}), std::optional<std::size_t>(12'347));
        QCOMPARE(series.packet_at({0}), std::optional<std::size_t>(0));
        QCOMPARE(series.packet_at({steady(12'345)}, Outcome::dropped), std::optional<std::size_t>(12'343));
        QCOMPARE(series.packet_at({steady(12'345)}, Outcome::accepted), std::optional<std::size_t>(12'344));
        QVERIFY(!sevens.packet_at({steady(12'345)}, Outcome::dropped));
    }

    void keepsWhatLeftTheStore() {
        auto store = std::make_shared<PacketStore>(StoreBudget{4 << 20, 0});
        TimeSeries series(store);
        for (std::size_t i = 0; i < 40'000; i += 500) {
            append(*store, i, i + 500, steady, 1000);
            QTRY_VERIFY(series.progress().caught_up);
        }
        QVERIFY(store->first() > 10'000);
        QCOMPARE(series.progress().total.packets, std::uint64_t(40'000));
        QCOMPARE(series.progress().missed, std::size_t(0));
        QCOMPARE(series.packet_at({steady(100)}), std::optional<std::size_t>(store->first()));
        TimeSeries late(store);  // begins when much is gone already
        WAIT_FOR(late);
        QCOMPARE(late.progress().missed, store->first());
        QCOMPARE(late.progress().total.packets, std::uint64_t(40'000 - store->first()));
    }

    void boundedForAnyLength() {
        auto store = std::make_shared<PacketStore>(StoreBudget{1 << 20, 0});
        TimeSeries series(store, nullptr, 2000);
        const auto over_a_day = [](std::size_t i) { return start + std::int64_t(i) * (86'400 * second / 200'000); };
        append(*store, 0, 200'000, over_a_day, 1);
        WAIT_FOR(series);
        const TimeSeriesPart part = series.part(beginning, end, {TimeGrid::finest});
        QVERIFY(part.buckets.size() <= 2000);
        std::uint64_t sum = 0;
        for (const TimeBucket& bucket : part.buckets) sum += bucket.packets;
        QCOMPARE(sum + series.progress().missed, std::uint64_t(200'000));
    }

    void cancelsAtOnce() {
        auto store = std::make_shared<PacketStore>();
        append(*store, 0, 20'000, steady, 1400);
        auto series = std::make_unique<TimeSeries>(store, compile("frame matches \"(a+)+[b-y]\""));
        QTest::qWait(5);
        QVERIFY2(!series->progress().caught_up, "the filter must be slow enough to be cancelled");
        QElapsedTimer timer;
        timer.start();
        series.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString("took %1 ms").arg(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TimeSeriesTest)
#include "time_series_test.moc"
