// SPDX-License-Identifier: GPL-3.0-or-later
// Saving while packets come, piece by piece.
#include "session/save.h"
#include "capture_file/capture_reader.h"
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {

void add(PacketStore& store, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t number = from; number < to; number++) {
        ByteBuffer bytes(64);
        store_number(bytes.data(), 4, false, number);
        PacketRecord record;
        record.original = std::uint32_t(bytes.size());
        record.time.ns = 1'600'000'000'000'000'000 + number;
        QVERIFY(store.append(record, bytes));
    }
}

std::vector<std::uint32_t> numbers_in(const std::string& path) {
    std::vector<std::uint32_t> numbers;
    auto reader = CaptureReader::open(path);
    if (!reader) return numbers;
    CapturedPacket packet;
    while ((*reader)->next(packet) == CaptureReader::Step::packet) numbers.push_back(std::uint32_t(load_be(packet.bytes.data(), 4)));
    return numbers;
}

}  // namespace

class PacketSaverTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private slots:
    void comments_that_a_format_cannot_keep_are_counted() {
        PacketStore store;
        store.add_interface({.name = "eth0"});
        const ByteBuffer bytes(60);
        (void)store.append({}, bytes, "look here");
        (void)store.append({}, bytes);
        (void)store.append({}, bytes, "and there");
        for (auto& [format, left_out] : {std::pair{CaptureFormat::pcap, std::size_t(2)}, {CaptureFormat::pcapng, std::size_t(0)}}) {
            auto saver = PacketSaver::open(store, folder_.filePath("comments").toStdString(), {.format = format});
            QVERIFY(saver);
            QVERIFY(saver->save(0, 3));
            QVERIFY(saver->finish());
            QCOMPARE(saver->comments_left_out(), left_out);
        }
    }

    void pieces_make_one_file() {
        PacketStore store;
        store.add_interface({.name = "eth0"});
        const auto path = folder_.filePath("pieces.pcapng").toStdString();
        auto saver = PacketSaver::open(store, path, {});
        QVERIFY(saver);
        add(store, 0, 10);
        QVERIFY(saver->save(0, 10));
        add(store, 10, 20);
        const std::vector<std::uint32_t> only{11, 12, 17, 25};
        QVERIFY(saver->save(10, 20, &only));
        QVERIFY(saver->flush());
        QVERIFY2(numbers_in(path).size() == 13, "it does not grow under its name");
        QVERIFY(saver->finish());
        QCOMPARE(saver->packets(), std::size_t(13));
        QCOMPARE(saver->bytes(), std::uint64_t(13 * 64));
        QVERIFY((numbers_in(path) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 17}));
    }

    void an_older_file_stays_until_the_new_one_is_whole() {
        PacketStore store;
        store.add_interface({.name = "eth0"});
        add(store, 0, 10);
        const auto path = folder_.filePath("older.pcapng").toStdString();
        QVERIFY(save_packets(store, path, 0, 3, nullptr, {}));
        auto saver = PacketSaver::open(store, path, {});
        QVERIFY(saver);
        QVERIFY(saver->save(0, 10));
        QVERIFY(saver->flush());
        QCOMPARE(numbers_in(path).size(), std::size_t(3));
        QVERIFY(saver->finish());
        QCOMPARE(numbers_in(path).size(), std::size_t(10));
    }

    void nothing_remains_of_an_unfinished_file() {
        PacketStore store;
        store.add_interface({.name = "eth0"});
        const auto before = QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden);
        {
            auto saver = PacketSaver::open(store, folder_.filePath("never.pcapng").toStdString(), {});
            QVERIFY(saver);
            add(store, 0, 10);
            QVERIFY(saver->save(0, 10));
            QVERIFY(saver->flush());
        }
        QCOMPARE(QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden), before);
    }

    void a_full_disk_is_told_and_stays_told() {
        PacketStore store;
        store.add_interface({.name = "eth0"});
        add(store, 0, 10);
        auto saver = PacketSaver::open(store, "/dev/full", {});
        QVERIFY(saver);
        QVERIFY(saver->save(0, 10));  // still in memory
        QVERIFY(!saver->flush());
        QVERIFY(!saver->finish());
    }
};

QTEST_GUILESS_MAIN(PacketSaverTest)
#include "packet_saver_test.moc"
