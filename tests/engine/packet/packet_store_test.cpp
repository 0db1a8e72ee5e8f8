// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/packet_store.h"
#include "contract/sanitized.h"
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <thread>
#include <unistd.h>

using namespace sallyport;

namespace {

constexpr std::size_t MiB = 1 << 20;

/// Bytes that tell their number, so that a reader sees when they are not those of the record.
ByteBuffer numbered(std::uint64_t number, std::size_t size) {
    ByteBuffer bytes(size, std::uint8_t(number * 31));
    if (size >= 8) std::memcpy(bytes.data(), &number, 8);
    return bytes;
}
bool is_numbered(std::uint64_t number, Bytes bytes) {
    std::uint64_t found = 0;
    if (bytes.size() < 8) return bytes.empty() || bytes[0] == std::uint8_t(number * 31);
    std::memcpy(&found, bytes.data(), 8);
    return found == number && (bytes.size() == 8 || bytes.back() == std::uint8_t(number * 31));
}
PacketRecord record_of(std::uint64_t number, std::size_t size, std::int64_t ns = 0) {
    PacketRecord record;
    record.id = number;
    record.original = std::uint32_t(size);
    record.time.ns = ns;
    return record;
}
Status add(PacketStore& store, std::uint64_t number, std::size_t size, std::int64_t ns = 0) {
    return store.append(record_of(number, size, ns), numbered(number, size));
}

void write_file(const char* path, const std::string& text) { std::ofstream(path) << text; }

/// A file system of `size` bytes, seen by this process only; false where that is not allowed.
bool mount_small_disk(const char* where, const char* size) {
    auto user = std::to_string(::getuid()), group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS)) return false;
    write_file("/proc/self/setgroups", "deny");
    write_file("/proc/self/uid_map", "0 " + user + " 1");
    write_file("/proc/self/gid_map", "0 " + group + " 1");
    return ::mount("small", where, "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
}

QTemporaryDir* small_disk = nullptr;  // mounted by main(), while there is one thread; nullptr where that is not allowed

}  // namespace

class PacketStoreTest : public QObject {
    Q_OBJECT

private slots:
    void startsEmpty() {
        PacketStore store;
        StoredPacket packet;
        PacketRecord record;
        QCOMPARE(store.count(), 0u);
        QCOMPARE(store.first(), 0u);
        QVERIFY(!store.get(0, packet));
        QVERIFY(!store.record(0, record));
        store.visit(0, 100, [](std::size_t, const PacketRecord&, Bytes) { return qFatal("nothing is there"), false; });
    }

    void givesBackWhatWasAppended_data() {
        QTest::addColumn<int>("packets");
        QTest::newRow("a few") << 3;
        QTest::newRow("several chunks and segments") << 50000;
    }
    void givesBackWhatWasAppended() {
        QFETCH(int, packets);
        PacketStore store({0, 0});
        std::size_t total = 0;
        for (int i = 0; i < packets; i++) {
            auto size = std::size_t(i * 37 % 1500);
            total += size;
            QVERIFY(add(store, std::uint64_t(i), size, i).has_value());
        }
        QCOMPARE(store.count(), std::size_t(packets));
        QCOMPARE(store.bytes_held(), total + std::size_t(packets) * record_size);
        for (int i = 0; i < packets; i += 1 + packets / 500) {
            StoredPacket packet;
            PacketRecord record;
            QVERIFY(store.get(std::size_t(i), packet));
            QVERIFY(store.record(std::size_t(i), record));
            QCOMPARE(packet.index, std::size_t(i));
            QCOMPARE(packet.record.id, std::uint64_t(i));
            QCOMPARE(record.time.ns, i);
            QCOMPARE(packet.bytes.size(), std::size_t(i * 37 % 1500));
            QVERIFY(is_numbered(std::uint64_t(i), packet.bytes));
        }
        std::size_t next = 0;
        store.visit(0, ~std::size_t(0), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            bool right = index == next && record.id == index && is_numbered(index, bytes);
            next++;
            return right;
        });
        QCOMPARE(next, std::size_t(packets));
    }

    void visitsAPartAndStopsWhenTold() {
        PacketStore store({0, 0});
        for (unsigned i = 0; i < 40000; i++) QVERIFY(add(store, i, 20).has_value());
        std::vector<std::size_t> seen;
        store.visit(16380, 16390, [&](std::size_t index, const PacketRecord&, Bytes) { return seen.push_back(index), true; });
        QCOMPARE(seen.size(), 10u);
        QCOMPARE(seen.front(), 16380u);
        QCOMPARE(seen.back(), 16389u);
        unsigned calls = 0;
        store.visit(0, 40000, [&](std::size_t, const PacketRecord&, Bytes) { return ++calls < 5; });
        QCOMPARE(calls, 5u);
        store.visit(50000, 60000, [&](std::size_t, const PacketRecord&, Bytes) { return calls++, true; });
        store.visit(10, 5, [&](std::size_t, const PacketRecord&, Bytes) { return calls++, true; });
        QCOMPARE(calls, 5u);
    }

    void keptMemoryIsNotCopied() {
        auto memory = std::make_shared<ByteBuffer>(1000);
        std::weak_ptr<ByteBuffer> alive = memory;
        StoredPacket packet;
        {
            PacketStore store;
            store.keep(memory, *memory);
            store.append_external(record_of(7, 100), Bytes(*memory).subspan(50, 100));
            store.append_external(record_of(8, 0), Bytes(*memory).subspan(1000, 0));
            memory.reset();
            QVERIFY(store.get(0, packet));
            QVERIFY(packet.bytes.data() == alive.lock()->data() + 50);
            QCOMPARE(packet.bytes.size(), 100u);
            QCOMPARE(store.bytes_held(), 2 * record_size);
        }
        QVERIFY(!alive.expired());  // the pin keeps it, though the store is gone
        packet = {};
        QVERIFY(alive.expired());
    }
    void memoryThatNobodyKeepsIsCopied() {
        PacketStore store;
        {
            auto bytes = numbered(3, 100);
            store.append_external(record_of(3, 100), bytes);
            std::fill(bytes.begin(), bytes.end(), 0xee);
        }
        StoredPacket packet;
        QVERIFY(store.get(0, packet));
        QVERIFY(is_numbered(3, packet.bytes));
    }
    void interfacesKeepTheirPlaces() {
        PacketStore store;
        QCOMPARE(int(store.add_interface({.name = "eth0"})), 0);
        QCOMPARE(int(store.add_interface({.name = "eth1", .link_type = LinkType::raw})), 1);
        QCOMPARE(store.interfaces().at(1).name, std::string("eth1"));
        QCOMPARE(store.interfaces().at(1).link_type, LinkType::raw);
    }

    void dropsTheOldestWhenTheBudgetIsSpent_data() {
        QTest::addColumn<quint64>("budget");
        QTest::addColumn<int>("size");
        QTest::newRow("large packets") << quint64(16 * MiB) << 1400;
        QTest::newRow("tiny packets: records count too") << quint64(16 * MiB) << 1;
        QTest::newRow("no packets smaller than a segment's half") << quint64(8 * MiB) << 600000;
    }
    void countsTimesFromTheFirstPacketThoughItWasDropped() {
        PacketStore store({8 * MiB, 0});
        QCOMPARE(store.first_time().ns, 0);
        for (std::size_t i = 0; i < 16'000; i++) QVERIFY(add(store, i, 1400, 5'000 + std::int64_t(i)).has_value());
        QVERIFY(store.first() > 0);
        QCOMPARE(store.first_time().ns, 5'000);
    }
    void dropsTheOldestWhenTheBudgetIsSpent() {
        QFETCH(quint64, budget);
        QFETCH(int, size);
        PacketStore store({budget, 0});
        std::size_t packets = 5 * budget / (std::size_t(size) + record_size), worst = 0;
        for (std::size_t i = 0; i < packets; i++) {
            QVERIFY(add(store, i, std::size_t(size)).has_value());
            worst = std::max<std::size_t>(worst, store.bytes_held());
        }
        QVERIFY2(worst <= budget + MiB, qPrintable(QString::number(worst)));
        QVERIFY2(worst > budget / 2, "it drops far more than it must");
        QCOMPARE(store.count(), packets);
        QVERIFY(store.first() > 0);
        StoredPacket packet;
        QVERIFY(!store.get(0, packet));
        QVERIFY(!store.get(store.first() - 1, packet));
        QVERIFY(store.get(store.first(), packet));
        QVERIFY(is_numbered(store.first(), packet.bytes));
        std::size_t seen = 0, expected = packets - store.first();
        store.visit(0, packets, [&](std::size_t index, const PacketRecord&, Bytes bytes) { return seen++, is_numbered(index, bytes); });
        QCOMPARE(seen, expected);
    }
    void recordsOfKeptMemoryCountToo() {
        auto memory = std::make_shared<ByteBuffer>(100);
        PacketStore store({4 * MiB, 0});
        store.keep(memory, *memory);
        for (unsigned i = 0; i < 300000; i++) store.append_external(record_of(i, 100), *memory);
        QVERIFY(store.first() > 100000);
        QVERIFY(store.bytes_held() <= 4 * MiB + MiB);
    }

    void pinnedBytesOutliveTheirDropping() {
        PacketStore store({8 * MiB, 0});
        std::vector<StoredPacket> pinned(3);
        for (unsigned i = 0; i < 100; i++) QVERIFY(add(store, i, 1000).has_value());
        for (unsigned i = 0; i < 3; i++) QVERIFY(store.get(i * 40, pinned[i]));
        for (unsigned i = 100; i < 40000; i++) QVERIFY(add(store, i, 1000).has_value());
        QVERIFY(store.first() > 100);
        for (auto& packet : pinned) QVERIFY(is_numbered(packet.index, packet.bytes));
    }

    void dropsWhatIsTooOld() {
        PacketStore store({0, 10});
        constexpr std::int64_t second = 1'000'000'000, start = 1'600'000'000 * second;
        for (int i = 0; i < 60000; i++) QVERIFY(add(store, std::uint64_t(i), 100, start + i * second / 1000).has_value());
        QCOMPARE(store.count(), 60000u);
        QVERIFY2(store.first() >= 49900 && store.first() <= 50000, qPrintable(QString::number(store.first())));
        PacketRecord record;
        QVERIFY(store.record(store.first(), record));
        QVERIFY(record.time.ns >= start + 49 * second);
    }
    void dropsALongBurstSoon() {
        PacketStore store({0, 10});
        constexpr std::int64_t second = 1'000'000'000, start = 1'600'000'000 * second;
        for (int i = 0; i < 100000; i++) QVERIFY(add(store, std::uint64_t(i), 100, start + i).has_value());
        for (int i = 1; i <= 2100; i++) QVERIFY(add(store, 1, 100, start + i * second / 10).has_value());  // three minutes, few packets
        PacketRecord record;
        QVERIFY(store.record(store.first(), record));
        QVERIFY2(record.time.ns >= start + 199 * second, qPrintable(QString::number(store.first())));
    }

    void aFullDiskIsAnErrorAndTheRestIsKept() {
        if (!small_disk) QSKIP("a small file system cannot be mounted here: user namespaces are forbidden");
        PacketStore store({0, 0}, small_disk->path().toStdString());
        std::size_t kept = 0;
        Status status;
        while (kept < 100000 && (status = add(store, kept, 1400))) kept++;
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().code, ENOSPC);
        QVERIFY2(status.error().what.text().find(small_disk->path().toStdString()) != std::string::npos, status.error().text().c_str());
        QVERIFY(!status.error().remedy.empty());
        QVERIFY(kept >= 10000);  // 16 of 20 MiB
        QCOMPARE(store.count(), kept);
        for (int i = 0; i < 1000; i++) QVERIFY(!add(store, 1, 1400).has_value());
        QCOMPARE(store.count(), kept);  // what was refused is not there
        StoredPacket packet;
        QVERIFY(store.get(kept - 1, packet));
        QVERIFY(is_numbered(kept - 1, packet.bytes));
    }
    void aRollingCaptureOnASmallDiskGoesOn() {
        if (!small_disk) QSKIP("a small file system cannot be mounted here: user namespaces are forbidden");
        PacketStore store({12 * MiB, 0}, small_disk->path().toStdString());
        for (unsigned i = 0; i < 50000; i++) {
            auto status = add(store, i, 1400);
            QVERIFY2(status.has_value(), status ? "" : status.error().text().c_str());
        }
        QVERIFY(store.first() > 30000);
    }
    void onAFullDiskTheOldestGiveWay() {
        if (!small_disk) QSKIP("a small file system cannot be mounted here: user namespaces are forbidden");
        PacketStore store({64 * MiB, 0}, small_disk->path().toStdString());  // of which the disk has 20
        for (unsigned i = 0; i < 50000; i++) {
            auto status = add(store, i, 1400);
            QVERIFY2(status.has_value(), status ? "" : status.error().text().c_str());
            QVERIFY(store.is_short() == (store.first() > 0));
        }
        QCOMPARE(store.count(), 50000u);
        QVERIFY2(store.count() - store.first() > 5000, "more is dropped than must be");
        for (auto index : {store.first(), store.count() - 1}) {
            StoredPacket packet;
            QVERIFY(store.get(index, packet));
            QVERIFY(is_numbered(index, packet.bytes));
        }
        QCOMPARE(store.shortage().code, ENOSPC);
        QVERIFY2(store.shortage().what.text().find(small_disk->path().toStdString()) != std::string::npos, store.shortage().text().c_str());
    }
    void whatIsReadMeanwhileStays() {  // its segment cannot be used again: for a moment nothing is kept, and then it is
        if (!small_disk) QSKIP("a small file system cannot be mounted here: user namespaces are forbidden");
        PacketStore store({64 * MiB, 0}, small_disk->path().toStdString());
        std::vector<StoredPacket> pinned(2);
        for (unsigned i = 0; i < 11000; i++) QVERIFY(add(store, i, 1400).has_value());
        QVERIFY(store.get(0, pinned[0]) && store.get(10999, pinned[1]));
        std::size_t refused = 0;
        for (unsigned i = 11000; i < 30000; i++) refused += !add(store, i, 1400).has_value();
        QVERIFY(refused > 0);
        for (auto& packet : pinned) QVERIFY(is_numbered(packet.index, packet.bytes));
        pinned.clear();
        QTest::qWait(150);
        QVERIFY(add(store, 1, 1400).has_value());
    }
    void aFolderThatIsNotThereIsAnError() {
        PacketStore store({}, "/nonexistent");
        auto status = add(store, 1, 100);
        QVERIFY(!status.has_value());
        QVERIFY2(status.error().what.text().find("/nonexistent") != std::string::npos, status.error().text().c_str());
        QCOMPARE(store.count(), 0u);
    }
    void aPacketLargerThanASegmentIsRefused() {
        PacketStore store;
        auto status = store.append(record_of(1, 1), ByteBuffer(17 * MiB));
        QVERIFY(!status.has_value());
        QVERIFY(add(store, 0, 262144).has_value());  // what a capture can hold fits
    }

    void writersAndReadersAtTheSameTime() {
        PacketStore store({16 * MiB, 0});
        constexpr unsigned writers = 3, each = 40000;
        std::atomic<unsigned> running{writers};
        std::atomic<std::size_t> wrong{0}, read{0};
        std::vector<std::thread> threads;
        for (unsigned w = 0; w < writers; w++)
            threads.emplace_back([&, w] {
                for (unsigned i = 0; i < each; i++)
                    if (!add(store, w * each + i, 8 + (i * 13 + w) % 1400)) wrong++;
                running--;
            });
        threads.emplace_back([&] {
            std::size_t last = 0;
            do {
                store.visit(store.first(), store.count(), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
                    if (index < last) wrong++;
                    last = index;
                    read++;
                    if (bytes.size() != record.captured || !is_numbered(record.id, bytes)) wrong++;
                    return true;
                });
                last = 0;
            } while (running);
        });
        threads.emplace_back([&] {
            std::vector<StoredPacket> held(64);
            std::size_t turn = 0;
            do {
                auto count = store.count();
                if (!count) continue;
                auto& packet = held[turn++ % held.size()];
                if (packet.pin && !is_numbered(packet.record.id, packet.bytes)) wrong++;
                if (store.get(count - 1 - turn % std::min<std::size_t>(count, 5000), packet) &&
                    !is_numbered(packet.record.id, packet.bytes))
                    wrong++;
                PacketRecord record;
                store.record(count - 1, record);
            } while (running);
        });
        for (auto& thread : threads) thread.join();
        QCOMPARE(wrong.load(), 0u);
        QVERIFY(read > 0);
        QCOMPARE(store.count(), std::size_t(writers * each));
    }

    void memoryStaysFlat() {
        if (test::sanitized) QSKIP("sanitizers keep freed memory for a while, to find its use");
        auto resident = [] {
            std::size_t pages = 0, own = 0;
            std::ifstream("/proc/self/statm") >> pages >> own;
            return own * std::size_t(::sysconf(_SC_PAGESIZE));
        };
        PacketStore store({8 * MiB, 0});
        auto bytes = numbered(1, 200);
        auto run = [&] {
            for (unsigned i = 0; i < 200000; i++) QVERIFY(store.append(record_of(1, 200), bytes).has_value());
        };
        run();
        auto before = resident();
        for (int i = 0; i < 5; i++) run();
        QVERIFY2(resident() < before + 8 * MiB, qPrintable(QString::number(resident() - before)));
    }
};

int main(int argc, char** argv) {
    QTemporaryDir folder;
    if (mount_small_disk(qPrintable(folder.path()), "20m")) small_disk = &folder;
    QCoreApplication app(argc, argv);
    PacketStoreTest test;
    int result = QTest::qExec(&test, argc, argv);
    if (small_disk) ::umount(qPrintable(folder.path()));
    return result;
}
#include "packet_store_test.moc"
