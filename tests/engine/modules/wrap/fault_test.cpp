// SPDX-License-Identifier: GPL-3.0-or-later
// The fault wrapper around a real module, under the engine: what it does can be had again, and nothing else goes wrong with it.
#include "capture_file/capture_reader.h"
#include "contract/file_subjects.h"
#include "session/session.h"
#include <QtTest>
#include <thread>

using namespace sallyport;
using contract::text_of;

namespace {

constexpr unsigned packet_count = 2000;

std::vector<std::string> texts_of(const std::string& path) {
    std::vector<std::string> found;
    auto reader = CaptureReader::open(path);
    if (!reader) return {reader.error().text()};
    CapturedPacket packet;
    while ((*reader)->next(packet) == CaptureReader::Step::packet) found.push_back(text_of(packet.bytes));
    return found;
}

/// A capture of numbered packets, and sessions that replay it.
class Replay {
public:
    Replay() { write(input()); }
    std::string input() const { return folder_.filePath(QStringLiteral("in.pcapng")).toStdString(); }
    std::string output() const { return folder_.filePath(QStringLiteral("out.pcapng")).toStdString(); }
    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }

    /// Runs to the end; what went on stands in output().
    bool run(Session& session, std::vector<std::string> wrappers) {
        QFile::remove(QString::fromStdString(output()));
        if (!session.set_wrappers(std::move(wrappers))) return false;
        if (!session.start(ReplaySource{.path = input(), .output = output()})) return false;
        for (int i = 0; i < 3000 && session.state() == SessionState::running; i++)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const bool ended = session.state() != SessionState::running;
        session.stop();
        return ended;
    }

private:
    static void write(const std::string& path) {
        auto writer = CaptureWriter::make(std::move(*OutputFile::create(path, false)), CaptureFormat::pcapng);
        (void)writer->describe({{.name = "eth0", .ticks_per_second = 1'000'000'000}});
        for (unsigned i = 0; i < packet_count; i++) {
            auto frame = contract::udp_frame(9, contract::text(i));
            (void)writer->write({.bytes = frame, .time = {1'600'000'000'000'000'000 + i * 1000}, .original = std::uint32_t(frame.size())});
        }
        (void)writer->finish();
    }
    QTemporaryDir folder_;
};

}  // namespace

class FaultTest : public QObject {
    Q_OBJECT
private slots:
    void lossesAreTheSameForTheSameSeed() {
        Replay replay;
        Session session;
        QVERIFY(replay.run(session, {"fault=seed:3,loss:0.1"}));
        const auto first = texts_of(replay.output());
        const auto statistics = session.statistics();
        QCOMPARE(statistics.lost + statistics.seen, std::uint64_t(packet_count));
        QVERIFY(statistics.lost > 100 && statistics.lost < 300);
        QCOMPARE(first.size(), std::size_t(statistics.accepted));
        QVERIFY(session.troubles().empty());
        QVERIFY(replay.run(session, {"fault=seed:3,loss:0.1"}));
        QCOMPARE(texts_of(replay.output()), first);
        QVERIFY(replay.run(session, {"fault=seed:4,loss:0.1"}));
        QVERIFY(texts_of(replay.output()) != first);
    }

    void errorsNowAndThenLoseNothing() {
        Replay replay;
        Session session;
        QVERIFY(replay.run(session, {"fault=error:0.2"}));
        QCOMPARE(session.state(), SessionState::ended);
        QCOMPARE(session.statistics().seen, std::uint64_t(packet_count));
        QCOMPARE(texts_of(replay.output()).size(), std::size_t(packet_count));
        QVERIFY(!session.troubles().empty());
        QVERIFY(session.troubles()[0].what.text().find("on purpose") != std::string::npos);
    }

    void aSourceThatIsGoneEndsTheSession() {
        Replay replay;
        Session session;
        QVERIFY(replay.run(session, {"fault=gone:500"}));
        QCOMPARE(session.state(), SessionState::failed);
        QCOMPARE(session.statistics().seen, std::uint64_t(500));
        QCOMPARE(texts_of(replay.output()).size(), std::size_t(500));
        QCOMPARE(session.store()->count(), std::size_t(500));
    }

    void refusedVerdictsAreLeftToTheFailurePolicy() {
        Replay replay;
        Session session;
        QVERIFY(replay.run(session, {"fault=verdict:0.05"}));
        const auto statistics = session.statistics();
        QVERIFY(statistics.failed > 50 && statistics.failed < 150);
        QCOMPARE(statistics.seen, std::uint64_t(packet_count));
        QCOMPARE(texts_of(replay.output()).size(), std::size_t(packet_count));  // accepted, as the default policy says
    }

    void aSecondVerdictIsRefusedByEveryModule() {
        Replay replay;
        Session session;
        QVERIFY(replay.run(session, {"fault=duplicate:0.1"}));
        QCOMPARE(texts_of(replay.output()).size(), std::size_t(packet_count));
        QVERIFY(!session.troubles().empty());
        for (auto& trouble : session.troubles())
            QVERIFY2(trouble.what.text().find("has its verdict already") != std::string::npos, trouble.what.text().c_str());
    }

    void truncatedPacketsAreShownSoAndGoOnWhole() {
        Replay replay;
        Session session;
        QVERIFY(replay.run(session, {"fault=truncate:0.5"}));
        std::size_t short_ones = 0;
        session.store()->visit(0, packet_count, [&](std::size_t, const PacketRecord& record, Bytes bytes) {
            short_ones += bytes.size() < record.original;
            return true;
        });
        QVERIFY(short_ones > 800 && short_ones < 1200);
        const auto gone_on = texts_of(replay.output());
        QCOMPARE(gone_on.size(), std::size_t(packet_count));
        QCOMPARE(gone_on.back(), contract::text(packet_count - 1));
    }

    void aStallTakesItsTimeAndStopEndsIt() {
        Replay replay;
        Session session;
        QVERIFY(session.set_wrappers({"fault=stall:600s@1"}).has_value());
        QVERIFY(session.start(ReplaySource{.path = replay.input()}).has_value());
        QTest::qWait(100);
        QCOMPARE(session.statistics().seen, std::uint64_t(0));
        session.stop();  // would take ten minutes
        QCOMPARE(session.state(), SessionState::stopped);
    }

    void aRecordingHoldsWhatPassedWithVerdicts() {
        Replay replay;
        Session session;
        auto rules = RuleSet::compile(*RuleList::parse("drop when frame.number <= 100"));
        session.set_rules(*rules);
        const std::string all = replay.path("all.pcapng").toStdString();
        QVERIFY(replay.run(session, {"record=" + all}));
        QCOMPARE(texts_of(all).size(), std::size_t(packet_count));
        QCOMPARE(texts_of(replay.output()).size(), std::size_t(packet_count - 100));
        QFile file(QString::fromStdString(all));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.count("Sallyport: dropped"), 100);
        QCOMPARE(bytes.count("Sallyport: accepted"), int(packet_count - 100));
        QVERIFY2(session.source_title().text().ends_with("+ record"), session.source_title().text().c_str());
    }

    void aTraceTellsEachCallAndStaysWithinItsLimit() {
        Replay replay;
        Session session;
        const QString calls = replay.path("calls");
        QVERIFY(replay.run(session, {"trace=" + calls.toStdString()}));
        QFile file(calls);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QStringLiteral("init replay: done")));
        QCOMPARE(text.count(QStringLiteral("receive: packet")), int(packet_count));
        QCOMPARE(text.count(QStringLiteral(" accept: done")), int(packet_count));
        QVERIFY(text.contains(QStringLiteral("receive: end of packets")) && text.contains(QStringLiteral("cleanup: done")));

        const QString small = replay.path("small");
        QVERIFY(replay.run(session, {"trace=" + small.toStdString() + ",limit:80KB"}));
        QVERIFY(QFile::exists(small + QStringLiteral(".1")));
        QVERIFY(QFileInfo(small).size() + QFileInfo(small + QStringLiteral(".1")).size() <= 2 * 80 * 1024);
        QFile last(small);
        QVERIFY(last.open(QIODevice::ReadOnly) && last.readAll().endsWith("cleanup: done\n"));
    }

    void whatCannotBeOpenedIsRefusedAtTheStart() {
        Replay replay;
        Session session;
        for (const char* wrapper : {"record=/nowhere/file.pcapng", "trace=/nowhere/file"}) {
            QVERIFY(session.set_wrappers({wrapper}).has_value());
            auto started = session.start(ReplaySource{.path = replay.input()});
            QVERIFY(!started.has_value());
            QVERIFY2(started.error().what.text().find("/nowhere/file") != std::string::npos, started.error().what.text().c_str());
            QVERIFY(!started.error().remedy.empty());
        }
        QVERIFY(!session.set_wrappers({"record=x", "nothing=y"}).has_value());
    }
};

QTEST_GUILESS_MAIN(FaultTest)
#include "fault_test.moc"
