// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/save.h"
#include "capture_file/capture_reader.h"
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <cerrno>
#include <thread>

using namespace sallyport;

namespace {

struct ReadBack {
    std::vector<CapturedPacket> packets;
    std::vector<CaptureInterface> interfaces;
    std::unique_ptr<CaptureReader> reader;
};
ReadBack read_back(const std::string& path) {
    ReadBack back;
    auto reader = CaptureReader::open(path);
    if (!reader) return back;
    CapturedPacket packet;
    while ((*reader)->next(packet) == CaptureReader::Step::packet) back.packets.push_back(packet);
    back.interfaces = (*reader)->interfaces();
    back.reader = std::move(*reader);
    return back;
}

void add(PacketStore& store, std::uint32_t number, VerdictReason reason = VerdictReason::none, Verdict verdict = Verdict::accept) {
    ByteBuffer bytes(64 + number % 7);
    store_number(bytes.data(), 4, false, number);
    PacketRecord record;
    record.id = 1000 + number;
    record.original = std::uint32_t(bytes.size());
    record.time.ns = 1'600'000'000'000'000'000 + number;
    record.reason = reason;
    record.verdict = verdict;
    record.rule = reason == VerdictReason::rule ? 5 : no_rule;
    (void)store.append(record, bytes);
}
std::uint32_t number_of(const CapturedPacket& packet) { return std::uint32_t(load_be(packet.bytes.data(), 4)); }

QByteArray content(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class SaveTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::string path(const char* name = "it.pcapng") { return folder_.filePath(name).toStdString(); }
    QStringList names() { return QDir(folder_.path()).entryList(QDir::Files); }

private slots:
    void cleanup() {
        for (auto& name : names()) QFile::remove(folder_.filePath(name));
    }

    void savesARange() {
        PacketStore store({0, 0});
        store.add_interface({.name = "eth0", .ticks_per_second = 1'000'000'000});
        for (unsigned i = 0; i < 30000; i++) add(store, i);
        auto saved = save_packets(store, path(), 100, 20000, nullptr, {});
        QVERIFY2(saved.has_value(), saved ? "" : saved.error().text().c_str());
        QCOMPARE(*saved, 19900u);
        auto back = read_back(path());
        QCOMPARE(back.packets.size(), 19900u);
        for (std::size_t i = 0; i < back.packets.size(); i++) {
            QCOMPARE(number_of(back.packets[i]), 100 + i);
            QCOMPARE(back.packets[i].time.ns, 1'600'000'000'000'000'100 + std::int64_t(i));
        }
        QCOMPARE(back.interfaces.at(0).name, std::string("eth0"));
    }
    void savesThoseListed() {
        PacketStore store({0, 0});
        store.add_interface({});
        for (unsigned i = 0; i < 20000; i++) add(store, i);
        std::vector<std::uint32_t> only{3, 4, 5, 9, 16383, 16384, 19999};
        QCOMPARE(save_packets(store, path(), 0, ~std::size_t(0), &only, {}).value_or(0), 7u);
        auto back = read_back(path());
        QCOMPARE(back.packets.size(), only.size());
        for (std::size_t i = 0; i < only.size(); i++) QCOMPARE(number_of(back.packets[i]), only[i]);
        QCOMPARE(save_packets(store, path(), 4, 16384, &only, {}).value_or(0), 4u);  // within the range
    }
    void savesCompressedPcap() {
        PacketStore store({0, 0});
        store.add_interface({});
        for (unsigned i = 0; i < 100; i++) add(store, i);
        QVERIFY(save_packets(store, path("it.pcap.gz"), 0, 100, nullptr, {.format = CaptureFormat::pcap, .gzip = true}).has_value());
        auto back = read_back(path("it.pcap.gz"));
        QCOMPARE(back.packets.size(), 100u);
        QVERIFY(back.reader->memory()->compressed());
        QCOMPARE(back.packets[99].time.ns, 1'600'000'000'000'000'000);  // microseconds, as the interface says
    }

    void comments_data() {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QByteArray>("comment");
        QTest::newRow("rule") << int(VerdictReason::rule) << int(Verdict::drop)
                              << QByteArray("Sallyport: dropped by rule 5: drop when udp");
        QTest::newRow("default") << int(VerdictReason::standard) << int(Verdict::accept)
                                 << QByteArray("Sallyport: accepted by the default policy");
        QTest::newRow("failure") << int(VerdictReason::failure) << int(Verdict::accept)
                                 << QByteArray("Sallyport: accepted by the failure policy");
        QTest::newRow("nobody") << int(VerdictReason::none) << int(Verdict::accept) << QByteArray();
    }
    void comments() {
        QFETCH(int, reason);
        QFETCH(int, verdict);
        QFETCH(QByteArray, comment);
        PacketStore store({0, 0});
        store.add_interface({});
        add(store, 1, VerdictReason(reason), Verdict(verdict));
        SaveOptions options;
        options.rule_text = [](std::uint32_t id) { return id == 5 ? std::string("drop when udp") : std::string("?"); };
        QVERIFY(save_packets(store, path(), 0, 1, nullptr, options).has_value());
        auto file = content(path());
        QCOMPARE(file.contains("Sallyport: "), !comment.isEmpty());
        QVERIFY(file.contains(comment));
    }
    /// What somebody noted in a capture is there for others: it stays when it is saved again, beside a verdict too.
    void notesStay() {
        PacketStore store;
        const ByteBuffer bytes(60);
        PacketRecord record;
        (void)store.append(record, bytes, "look here\nand there");
        (void)store.append(record, bytes);
        record.reason = VerdictReason::standard;
        (void)store.append(record, bytes, "Sallyport: no verdict");
        QVERIFY(save_packets(store, path(), 0, 3, nullptr, {}));
        const auto back = read_back(path());
        QCOMPARE(back.packets.size(), std::size_t(3));
        const char* const expected[] = {"look here\nand there", "", "Sallyport: no verdict"};
        for (int i = 0; i < 3; i++) QCOMPARE(back.packets[i].comment, std::string(expected[i]));
        QVERIFY(back.packets[2].saved.reason == VerdictReason::standard);

        std::size_t left_out = 99;
        QVERIFY(save_packets(store, path("it.pcap"), 0, 3, nullptr, {.format = CaptureFormat::pcap}, {}, nullptr, &left_out));
        QCOMPARE(left_out, 2u);
        QVERIFY(save_packets(store, path(), 0, 3, nullptr, {}, {}, nullptr, &left_out));
        QCOMPARE(left_out, 0u);
    }
    void anEditedPacketIsAsLongAsItIsNow() {
        PacketStore store({0, 0});
        store.add_interface({});
        PacketRecord record;
        record.original = 1500;
        record.flags = PacketFlag::edited;
        QVERIFY(store.append(record, ByteBuffer(100)).has_value());
        QVERIFY(save_packets(store, path(), 0, 1, nullptr, {}).has_value());
        QCOMPARE(read_back(path()).packets.at(0).original, 100u);
    }

    void aCancelLeavesWhatWasThere() {
        PacketStore store({0, 0});
        store.add_interface({});
        for (unsigned i = 0; i < 20000; i++) add(store, i);
        QVERIFY(save_packets(store, path(), 0, 5, nullptr, {}).has_value());
        auto before = content(path());
        std::atomic<bool> cancel{false};
        std::vector<double> reports;
        auto saved = save_packets(
            store, path(), 0, 20000, nullptr, {},
            [&](double done) {
                reports.push_back(done);
                cancel = reports.size() == 2;
            },
            &cancel);
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().code, ECANCELED);
        QCOMPARE(content(path()), before);
        QCOMPARE(names(), QStringList("it.pcapng"));
        QVERIFY(reports.at(0) > 0.1 && reports.at(0) < 0.3);
    }
    void aFullDiskIsTold() {
        PacketStore store({0, 0});
        store.add_interface({});
        for (unsigned i = 0; i < 20000; i++) add(store, i);
        auto saved = save_packets(store, "/dev/full", 0, 20000, nullptr, {});
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().code, ENOSPC);
    }

    void savesWhileTheCaptureGoesOnAndForgets() {
        PacketStore store({16 << 20, 0});
        store.add_interface({.name = "first"});
        std::atomic<bool> stop{false};
        std::thread writer([&] {
            for (std::uint32_t i = 0; !stop && i < 3'000'000; i++) {
                if (i == 5000) store.add_interface({.name = "second"});
                add(store, i);
            }
        });
        while (store.count() < 10000) std::this_thread::yield();
        for (int turn = 0; turn < 5; turn++) {
            auto first = store.first(), count = store.count();
            auto saved = save_packets(store, path(), 0, count, nullptr, {});
            QVERIFY2(saved.has_value(), saved ? "" : saved.error().text().c_str());
            auto back = read_back(path());
            QCOMPARE(back.packets.size(), *saved);
            QVERIFY(*saved <= count - first && *saved > 0);
            for (std::size_t i = 1; i < back.packets.size(); i++) QVERIFY(number_of(back.packets[i]) > number_of(back.packets[i - 1]));
        }
        stop = true;
        writer.join();
    }
    void nothingToSaveIsAnEmptyFile() {
        PacketStore store;
        QCOMPARE(save_packets(store, path(), 0, 10, nullptr, {}).value_or(99), 0u);
        QVERIFY(CaptureReader::open(path()).has_value());
    }
};

QTEST_GUILESS_MAIN(SaveTest)
#include "save_test.moc"
