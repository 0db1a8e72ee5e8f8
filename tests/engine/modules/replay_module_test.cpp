// SPDX-License-Identifier: GPL-3.0-or-later
// What replay does beyond the contract of all modules: its pace, and its output.
#include "modules/replay_module.h"
#include "capture_file/capture_reader.h"
#include "engine/capture_file/file_builder.h"
#include <QElapsedTimer>
#include <QtTest>
#include <cerrno>

using namespace sallyport;
using namespace file_builder;

namespace {

ByteBuffer capture(const std::vector<std::uint64_t>& milliseconds, bool one_link_type = true) {
    auto file = section(true) + interface(true) + interface(true, one_link_type ? 1 : 101);
    for (std::size_t i = 0; i < milliseconds.size(); i++)
        file = file + enhanced(true, {payload(60, unsigned(i)), 1'600'000'000'000'000 + milliseconds[i] * 1000, std::uint32_t(i % 2)});
    return file;
}

struct Outcome {
    unsigned packets = 0, errors = 0;
    std::string error;
    int code = 0;
    qint64 milliseconds = 0;
};
/// Accepts all until the end.
Outcome run(const ReplayOptions& options) {
    Outcome outcome;
    auto module = make_replay_module(options);
    auto state = module->initState(0);
    if (!state) return outcome.error = state.error().text(), outcome;
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        auto received = (*state)->receive();
        if (auto* packet = std::get_if<PacketPtr>(&received)) {
            outcome.packets++;
            (void)(*state)->verdict(**packet, Verdict::accept);
            continue;
        }
        if (auto* error = std::get_if<Error>(&received)) outcome.errors++, outcome.error = error->text(), outcome.code = error->code;
        if (auto flushed = (*state)->flush(); !flushed) outcome.error = flushed.error().text(), outcome.code = flushed.error().code;
        if (std::holds_alternative<EndOfPackets>(received)) break;
    }
    outcome.milliseconds = clock.elapsed();
    return outcome;
}

std::vector<ByteBuffer> read(const std::string& path) {
    std::vector<ByteBuffer> packets;
    auto reader = CaptureReader::open(path);
    CapturedPacket packet;
    while (reader && (*reader)->next(packet) == CaptureReader::Step::packet) packets.emplace_back(packet.bytes.begin(), packet.bytes.end());
    return packets;
}

}  // namespace

class ReplayModuleTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::string path(const char* name) { return folder_.filePath(name).toStdString(); }

private slots:
    void cleanup() {
        for (auto& name : QDir(folder_.path()).entryList(QDir::Files)) QFile::remove(folder_.filePath(name));
    }

    void pace_data() {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("full") << 0.0 << 0 << 590;
        QTest::newRow("original") << 1.0 << 590 << 3000;
        QTest::newRow("four times") << 4.0 << 148 << 590;
        QTest::newRow("half") << 0.5 << 1190 << 5000;
    }
    void pace() {
        QFETCH(double, speed);
        QFETCH(int, least);
        QFETCH(int, most);
        auto in = written(folder_, "in", capture({0, 200, 100, 600}));  // one jumps back: it is due at once
        auto outcome = run({.path = in, .speed = speed});
        QCOMPARE(outcome.error, std::string());
        QCOMPARE(outcome.packets, 4u);
        QVERIFY2(outcome.milliseconds >= least && outcome.milliseconds <= most, qPrintable(QString::number(outcome.milliseconds)));
    }
    void impossibleSpeeds() {
        auto in = written(folder_, "in", capture({0}));
        for (double speed : {-1.0, std::nan(""), HUGE_VAL}) QVERIFY(run({.path = in, .speed = speed}).error.find("the speed") == 0);
    }

    void formats_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("one_link_type");
        QTest::newRow("pcapng") << QByteArray("out.pcapng") << false;
        QTest::newRow("pcap") << QByteArray("out.pcap") << true;
        QTest::newRow("compressed") << QByteArray("out.pcap.gz") << true;
    }
    void formats() {
        QFETCH(QByteArray, name);
        QFETCH(bool, one_link_type);
        auto in = written(folder_, "in", capture({0, 1, 2, 3, 4}, one_link_type));
        auto outcome = run({.path = in, .output = path(name)});
        QCOMPARE(outcome.error, std::string());
        QCOMPARE(read(path(name)), read(in));
    }
    void theOutputMayBeTheInput() {
        auto in = written(folder_, "in.pcapng", capture({0, 1, 2, 3, 4}));
        auto before = read(in);
        QCOMPARE(run({.path = in, .output = in}).error, std::string());
        QCOMPARE(read(in), before);
    }
    void theOutputIsThereWhenFlushIsDone() {
        auto in = written(folder_, "in", capture({0, 1}));
        auto module = make_replay_module({.path = in, .output = path("out")});
        auto state = std::move(*module->initState(0));
        for (int i = 0; i < 2; i++) {
            auto received = state->receive();
            QVERIFY(state->verdict(*std::get<PacketPtr>(received), Verdict::accept).has_value());
            QVERIFY(state->flush().has_value());
            QVERIFY(!QFile::exists(folder_.filePath("out")));
        }
        QVERIFY(std::holds_alternative<EndOfPackets>(state->receive()));
        QVERIFY(state->flush().has_value());
        QCOMPARE(read(path("out")).size(), 2u);
        state.reset();
        QCOMPARE(read(path("out")).size(), 2u);
    }
    void aHeldPacketIsWaitedFor() {
        auto in = written(folder_, "in", capture({0, 1, 2}));
        auto module = make_replay_module({.path = in, .output = path("out")});
        auto state = std::move(*module->initState(0));
        std::vector<PacketPtr> packets;
        for (int i = 0; i < 3; i++) packets.push_back(std::move(std::get<PacketPtr>(*std::make_unique<Received>(state->receive()))));
        packets[2]->edit().push_back(99);
        for (int i : {1, 2}) QVERIFY(state->verdict(*packets[std::size_t(i)], Verdict::accept).has_value());
        packets.resize(1);
        QVERIFY(std::holds_alternative<EndOfPackets>(state->receive()));
        QVERIFY(state->flush().has_value());
        QVERIFY(!QFile::exists(folder_.filePath("out")));
        packets[0]->edit()[0] = 77;
        QVERIFY(state->verdict(*packets[0], Verdict::accept).has_value());
        QVERIFY(state->flush().has_value());
        auto out = read(path("out"));
        QCOMPARE(out.size(), 3u);
        QCOMPARE(int(out[0][0]), 77);
        QCOMPARE(out[1], payload(60, 1));
        QCOMPARE(out[2].size(), 61u);
        packets.clear();
    }
    void aReplayThatIsStoppedKeepsWhatItHas() {
        auto in = written(folder_, "in", capture({0, 1, 2}));
        {
            auto module = make_replay_module({.path = in, .output = path("out")});
            auto state = std::move(*module->initState(0));
            auto received = state->receive();
            QVERIFY(state->verdict(*std::get<PacketPtr>(received), Verdict::accept).has_value());
            received = Interrupted{};
        }
        QCOMPARE(read(path("out")).size(), 1u);
    }

    void aFullDiskEndsTheReplay_data() {
        QTest::addColumn<int>("packets");
        QTest::newRow("met by the last flush") << 3;
        QTest::newRow("met on the way") << 20000;
    }
    void aFullDiskEndsTheReplay() {
        QFETCH(int, packets);
        std::vector<std::uint64_t> times(std::size_t(std::min(packets, 100)));
        auto file = capture(times);
        for (int i = 100; i < packets; i++) {
            auto more = enhanced(true, {payload(60)});
            file.insert(file.end(), more.begin(), more.end());
        }
        auto outcome = run({.path = written(folder_, "in", file), .output = "/dev/full"});
        QVERIFY2(outcome.error.find("cannot write /dev/full: No space left on device") == 0, outcome.error.c_str());
        QCOMPARE(outcome.code, ENOSPC);
        QVERIFY(outcome.errors <= 1);
        QVERIFY(packets < 100 || outcome.packets < unsigned(packets));
    }
    void anOutputOfSeveralLinkTypesCannotBePcap() {
        auto outcome = run({.path = written(folder_, "in", capture({0, 1, 2}, false)), .output = path("out.pcap")});
        QVERIFY2(outcome.error.find("one link type") != std::string::npos, outcome.error.c_str());
        QVERIFY(!QFile::exists(folder_.filePath("out.pcap")));
    }
    void anOutputThatCannotBeMadeFailsBeforeAnyPacket() {
        auto outcome = run({.path = written(folder_, "in", capture({0})), .output = "/nonexistent/out"});
        QVERIFY2(outcome.error.find("cannot write /nonexistent/out") == 0, outcome.error.c_str());
        QCOMPARE(outcome.packets, 0u);
    }
    void aDamagedFileIsReplayedAsFarAsItGoes() {
        auto file = capture({0, 1, 2, 3});
        file.resize(file.size() - 3);
        auto outcome = run({.path = written(folder_, "in", file), .output = path("out")});
        QCOMPARE(outcome.packets, 3u);
        QVERIFY2(outcome.error.find("after packet 3") != std::string::npos, outcome.error.c_str());
        QCOMPARE(read(path("out")).size(), 3u);
    }
    void tellsHowFarItIs() {
        auto in = written(folder_, "in", capture({0, 1, 2, 3}));
        auto module = make_replay_module({.path = in});
        auto state = std::move(*module->initState(0));
        auto size = std::uint64_t(QFileInfo(folder_.filePath("in")).size()), before = state->statistics().bytes_done;
        QCOMPARE(state->statistics().bytes_total, size);
        while (!std::holds_alternative<EndOfPackets>(state->receive())) {
            QVERIFY(state->statistics().bytes_done > before);
            before = state->statistics().bytes_done;
        }
        QCOMPARE(state->statistics().bytes_done, size);
        QCOMPARE(state->statistics().received, 4u);
    }
};

QTEST_GUILESS_MAIN(ReplayModuleTest)
#include "replay_module_test.moc"
