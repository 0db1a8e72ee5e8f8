// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/capture_reader.h"
#include "engine/capture_file/file_builder.h"
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <zlib.h>

using namespace sallyport;
using namespace file_builder;
using Step = CaptureReader::Step;

namespace {

struct ReadBack {
    std::vector<CapturedPacket> packets;
    std::vector<ByteBuffer> bytes;
    std::vector<CaptureInterface> interfaces;
    Step last = Step::fault;
    std::string fault;
    bool opened = false;
};

ReadBack read_all(const std::string& path) {
    ReadBack back;
    auto reader = CaptureReader::open(path);
    if (!reader) {
        back.fault = reader.error().text();
        return back;
    }
    back.opened = true;
    CapturedPacket packet;
    while ((back.last = (*reader)->next(packet)) == Step::packet) {
        back.packets.push_back(packet);
        back.bytes.emplace_back(packet.bytes.begin(), packet.bytes.end());
    }
    if (back.last == Step::fault) back.fault = (*reader)->fault().text();
    if ((*reader)->next(packet) != back.last) back.fault += " [and then something else]";
    back.interfaces = (*reader)->interfaces();
    return back;
}

ByteBuffer gzipped(const ByteBuffer& plain) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    ByteBuffer out(deflateBound(&stream, plain.size()) + 64);
    stream.next_in = const_cast<Bytef*>(plain.data());
    stream.avail_in = uInt(plain.size());
    stream.next_out = out.data();
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

ByteBuffer sound_pcapng(bool little, unsigned packets) {
    auto file = section(little) + interface(little, 1, option(little, 2, {'e', 't', 'h', '7'})) + interface(little, 113);
    for (unsigned i = 0; i < packets; i++)
        file = file + enhanced(little, {payload(40 + i, i), std::uint64_t(1'600'000'000'000'000) + i, i % 2});
    return file;
}

/// How many packets tshark lists, or -1 where it is not installed.
int tshark_count(const std::string& path) {
    QString tshark = QStandardPaths::findExecutable("tshark");
    if (tshark.isEmpty()) return -1;
    QProcess process;
    process.start(tshark, {"-n", "-r", QString::fromStdString(path), "-T", "fields", "-e", "frame.number"});
    process.waitForFinished(60000);
    return int(process.readAllStandardOutput().count('\n'));
}

}  // namespace

class CaptureReaderTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    ReadBack read(const ByteBuffer& file) { return read_all(written(folder_, "it", file)); }

private slots:
    void pcap_data() {
        QTest::addColumn<bool>("little");
        QTest::addColumn<quint32>("magic");
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<quint64>("ticks");
        for (bool little : {true, false}) {
            const char* order = little ? "little" : "big";
            QTest::addRow("microseconds, %s endian", order) << little << 0xa1b2c3d4u << qint64(123456000) << quint64(1000000);
            QTest::addRow("nanoseconds, %s endian", order) << little << 0xa1b23c4du << qint64(123456) << quint64(1000000000);
        }
    }
    void pcap() {
        QFETCH(bool, little);
        QFETCH(quint32, magic);
        QFETCH(qint64, ns);
        QFETCH(quint64, ticks);
        auto back = read(pcap_header(little, magic, 113) + pcap_packet(little, payload(60), 1'600'000'000, 123456, 1500) +
                         pcap_packet(little, {}, 4'000'000'000, 0));
        QCOMPARE(back.last, Step::end);
        QCOMPARE(back.packets.size(), 2u);
        QCOMPARE(back.bytes[0], payload(60));
        QCOMPARE(back.packets[0].time.ns, 1'600'000'000'000'000'000 + ns);
        QCOMPARE(back.packets[0].original, 1500u);
        QCOMPARE(back.packets[0].link_type, LinkType::linux_sll);
        QCOMPARE(back.packets[1].bytes.size(), 0u);
        QCOMPARE(back.packets[1].time.ns, 4'000'000'000'000'000'000);  // seconds are unsigned
        QCOMPARE(back.interfaces.at(0).ticks_per_second, ticks);
        QCOMPARE(back.interfaces.at(0).snap_length, 65535u);
    }

    void oldPcap() {  // before version 2.3 the two lengths stand the other way round
        Builder packet(true);
        packet.u32(1).u32(2).u32(1500).u32(60).bytes(payload(60));
        auto back = read(pcap_header(true, 0xa1b2c3d4, 1, 2) + packet.done());
        QCOMPARE(back.packets.size(), 1u);
        QCOMPARE(back.packets[0].original, 1500u);
        QCOMPARE(back.bytes[0], payload(60));
    }
    void modifiedPcap() {
        Builder packet(true);
        packet.u32(1).u32(2).u32(60).u32(60).u32(3).u16(8).u8(0).u8(0).bytes(payload(60));
        auto back = read(pcap_header(true, 0xa1b2cd34) + packet.done() + packet.done());
        QCOMPARE(back.packets.size(), 2u);
        QCOMPARE(back.bytes[1], payload(60));
    }
    void frameCheckLengthIsNoLinkType() {
        auto back = read(pcap_header(true, 0xa1b2c3d4, 0x44000001) + pcap_packet(true, payload(60), 1, 0));
        QCOMPARE(back.packets.at(0).link_type, LinkType::ethernet);
    }

    void pcapng_data() {
        QTest::addColumn<bool>("little");
        QTest::newRow("little endian") << true;
        QTest::newRow("big endian") << false;
    }
    void pcapng() {
        QFETCH(bool, little);
        auto nano = option(little, 2, {'w', 'l', 'a', 'n', '0'}) + option(little, 3, {'r', 'a', 'd', 'i', 'o', 0}) + option(little, 9, {9});
        auto flags = option(little, 1, {'h', 'i'}) + option(little, 2, Builder(little).u32(0x00000082).done()) +
                     option(little, 6, Builder(little).u32(3).done()) + option(little, 0, {});
        auto file = section(little) + interface(little, 1) + interface(little, 276, nano) +
                    enhanced(little, {payload(61), 1'600'000'000'000'001}) + block(little, 5, ByteBuffer(16)) +
                    enhanced(little, {payload(62), 1'600'000'000'000'000'001, 1, flags, 0, 10}) + section(!little) +
                    interface(!little, 101) + enhanced(!little, {payload(63)});
        auto back = read(file);
        QCOMPARE(back.fault, std::string());
        QCOMPARE(back.packets.size(), 3u);
        QCOMPARE(back.interfaces.size(), 3u);
        QCOMPARE(back.interfaces[1].name, std::string("wlan0"));
        QCOMPARE(back.interfaces[1].description, std::string("radio"));
        QCOMPARE(back.packets[0].time.ns, 1'600'000'000'000'001'000);
        QCOMPARE(back.packets[1].time.ns, 1'600'000'000'000'000'001);
        QCOMPARE(back.packets[1].original, 72u);
        QCOMPARE(back.packets[1].direction, Direction::out);
        QCOMPARE(int(back.packets[1].link_options), 0x80);
        QCOMPARE(int(back.packets[1].queue), 3);
        QCOMPARE(back.packets[1].link_type, LinkType::linux_sll2);
        QCOMPARE(int(back.packets[2].interface), 2);  // numbers of a new section begin anew, ours go on
        QCOMPARE(back.interfaces[1].section, 1u);
        QCOMPARE(back.interfaces[1].in_section, 1u);
        QCOMPARE(back.interfaces[2].section, 2u);
        QCOMPARE(back.interfaces[2].in_section, 0u);
        QCOMPARE(back.packets[2].link_type, LinkType::raw);
        QCOMPARE(back.bytes[2], payload(63));
    }

    void resolutions_data() {
        QTest::addColumn<int>("resolution");
        QTest::addColumn<quint64>("ticks");
        QTest::addColumn<qint64>("seconds_offset");
        QTest::addColumn<qint64>("ns");
        QTest::newRow("seconds") << 0 << quint64(1600000000) << qint64(0) << qint64(1'600'000'000'000'000'000);
        QTest::newRow("milliseconds and offset") << 3 << quint64(123) << qint64(1000) << qint64(1'000'123'000'000);
        QTest::newRow("before 1970") << 6 << quint64(0) << qint64(-1) << qint64(-1'000'000'000);
        QTest::newRow("picoseconds") << 12 << quint64(1'600'000'123'456) << qint64(0) << qint64(1'600'000'123);
        QTest::newRow("2^-20 s") << 0x94 << (quint64(1600000000) << 20 | 1 << 19) << qint64(0) << qint64(1'600'000'000'500'000'000);
        QTest::newRow("2^-63 s") << 0xbf << (quint64(1) << 62) << qint64(0) << qint64(500'000'000);
        QTest::newRow("finer than 64 bits can count") << 0x7f << quint64(12345) << qint64(7) << qint64(7'000'000'000);
        QTest::newRow("a time that nothing can mean") << 0 << ~quint64(0) << qint64(0) << (qint64(1) << 62);
    }
    void resolutions() {
        QFETCH(int, resolution);
        QFETCH(quint64, ticks);
        QFETCH(qint64, seconds_offset);
        QFETCH(qint64, ns);
        auto options =
            option(true, 9, {std::uint8_t(resolution)}) + option(true, 14, Builder(true).u64(std::uint64_t(seconds_offset)).done());
        auto back = read(section(true) + interface(true, 1, options) + enhanced(true, {payload(20), ticks}));
        QCOMPARE(back.packets.at(0).time.ns, ns);
    }

    void simpleAndObsoletePackets() {
        auto simple = block(true, 3, Builder(true).u32(100).bytes(payload(64)).done());
        auto obsolete = block(true, 2, Builder(true).u16(1).u16(0).u32(0).u32(5'000'000).u32(30).u32(31).bytes(payload(30)).done());
        auto back = read(section(true) + interface(true, 1, {}, 64) + interface(true, 1) + simple + obsolete);
        QCOMPARE(back.fault, std::string());
        QCOMPARE(back.packets.size(), 2u);
        QCOMPARE(back.bytes[0], payload(64));  // the snap length of the first interface
        QCOMPARE(back.packets[0].original, 100u);
        QCOMPARE(back.packets[0].time.ns, 0);
        QCOMPARE(back.bytes[1], payload(30));
        QCOMPARE(back.packets[1].time.ns, 5'000'000'000);
        QCOMPARE(int(back.packets[1].interface), 1);
    }

    void faults_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("packets");
        QTest::addColumn<QString>("says");
        auto row = [](const char* name, const ByteBuffer& file, int packets, const char* says) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(file.data()), qsizetype(file.size())) << packets
                                << QString(says);
        };
        auto good = enhanced(true, {payload(60)});
        auto start = section(true) + interface(true) + good;
        row("pcap: record beyond any packet",
            pcap_header(true) + pcap_packet(true, payload(60), 1, 0) + Builder(true).u32(1).u32(1).u32(300000).u32(300000).done() +
                ByteBuffer(300000),
            1, "after packet 1, at byte 100: the packet's header says 300000 bytes, a packet has at most 262144");
        row("pcap: record of 4 GiB", pcap_header(true) + Builder(true).u32(1).u32(1).u32(~0u).u32(~0u).done(), 0, "says 4294967295 bytes");
        row("pcapng: no such interface", start + enhanced(true, {payload(60), 0, 4}) + good, 1,
            "of interface 4, but the section has described 1");
        row("pcapng: no interface at all", section(true) + good, 0, "of interface 0, but the section has described 0");
        row("pcapng: packet larger than its block", start + enhanced(true, {payload(60), 0, 0, {}, 1}) + good, 1,
            "does not fit in its block");
        row("pcapng: packet larger than any", start + enhanced(true, {ByteBuffer(300000)}) + good, 1, "at most 262144");
        row("pcapng: lengths differ", start + block(true, 6, ByteBuffer(40), 0, 4) + good, 1, "56 at its end");
        row("pcapng: block of 8 bytes", start + Builder(true).u32(99).u32(8).u32(0).done() + good, 1,
            "says it has 8 bytes, the least is 12");
        row("pcapng: block of 4 GiB", start + Builder(true).u32(99).u32(~0u).u32(0).done() + good, 1, "cut short in the middle of a block");
        row("pcapng: option larger than its block",
            start + enhanced(true, {payload(60), 0, 0, Builder(true).u16(1).u16(100).u32(0).done()}) + good, 1,
            "an option of 100 bytes does not fit");
        row("pcapng: short packet block", start + block(true, 6, ByteBuffer(8)) + good, 1, "shorter than the 32 bytes");
        row("pcapng: short interface", start + block(true, 1, ByteBuffer(4)) + good, 1, "shorter than the 20 bytes");
        row("pcapng: version 2", start + section(true, 2) + interface(true) + good, 1, "version 2.0 is not known");
        row("pcapng: simple packet before interfaces", section(true) + block(true, 3, ByteBuffer(8)) + interface(true) + good, 0,
            "of interface 0");
    }
    /// They tell nothing, and the packets are as good: Wireshark's tools write a verdict as a queue of 9 bytes.
    void optionsOfWrongLengths() {
        ByteBuffer verdict(9);
        verdict[0] = 1, verdict[1] = 2;  // Linux TC: dropped
        const std::string note = "Sallyport: dropped by the default policy";
        for (int code = 1; code < 9; code++) {
            auto file = section(true) + interface(true) + enhanced(true, {payload(60), 0, 0, option(true, code, {1, 2})});
            file = file + enhanced(true, {payload(61), 0, 0, option(true, 1, {note.begin(), note.end()}) + option(true, 6, verdict)});
            auto back = read_all(written(folder_, "options", file));
            QCOMPARE(back.last, Step::end);
            QCOMPARE(back.packets.size(), std::size_t(2));
            QVERIFY(back.packets[0].saved.reason == VerdictReason::none);
            QVERIFY(back.packets[1].saved.reason == VerdictReason::standard && back.packets[1].saved.verdict == Verdict::drop);
        }
    }
    void faults() {
        QFETCH(QByteArray, file);
        QFETCH(int, packets);
        QFETCH(QString, says);
        auto path = written(folder_, "faulty", ByteBuffer(file.begin(), file.end()));
        auto back = read_all(path);
        QCOMPARE(back.last, Step::fault);
        QCOMPARE(int(back.packets.size()), packets);
        QVERIFY2(QString::fromStdString(back.fault).contains(says), back.fault.c_str());
        QVERIFY2(back.fault.find(path) == 0, back.fault.c_str());
        if (QByteArray(QTest::currentDataTag()).startsWith("pcap:")) return;  // there tshark guesses at formats of old vendors
        if (int theirs = tshark_count(path); theirs >= 0) QCOMPARE(packets, theirs);
    }

    void noCaptureFiles_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "it is empty";
        QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n") << "it is not a capture file: it begins with 47 45 54 20";
        QTest::newRow("two bytes") << QByteArray("ab") << "begins with 61 62";
        QTest::newRow("half a pcap header") << QByteArray("\xd4\xc3\xb2\xa1\x02\x00\x04\x00\x00\x00", 10) << "10 of 24 bytes are there";
        QTest::newRow("half a section") << QByteArray("\x0a\x0d\x0d\x0a\x1c\x00\x00\x00\x4d\x3c\x2b\x1a\x01\x00\x00\x00", 16)
                                        << "cut short";
        QTest::newRow("pcap of version 1") << QByteArray("\xd4\xc3\xb2\xa1\x01\x00\x04\x00", 8).append(16, '\0')
                                           << "version 1.4 is not known";
        QTest::newRow("broken gzip") << QByteArray("\x1f\x8b\xff\xff\xff\xff\xff\xff\xff\xff\xff") << "gzip compression is damaged";
    }
    void noCaptureFiles() {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        auto back = read(ByteBuffer(file.begin(), file.end()));
        QVERIFY(!back.opened);
        QVERIFY2(QString::fromStdString(back.fault).contains(says), back.fault.c_str());
    }
    void unreadable() {
        QVERIFY2(read_all("/nonexistent/x.pcap").fault.find("/nonexistent/x.pcap: cannot open it: No such file") == 0, "name and cause");
        QVERIFY(read_all("/tmp").fault.find("it is a directory") != std::string::npos);
    }

    void everyTruncationGivesWhatIsWhole_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("name");
        auto row = [](const char* name, const ByteBuffer& file) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(file.data()), qsizetype(file.size())) << QByteArray(name);
        };
        ByteBuffer pcap = pcap_header(false);
        for (unsigned i = 0; i < 4; i++) pcap = pcap + pcap_packet(false, payload(30 + i, i), i, i);
        row("pcap", pcap);
        row("pcapng", sound_pcapng(true, 4));
        row("gzip", gzipped(pcap));
    }
    void everyTruncationGivesWhatIsWhole() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, name);
        std::size_t before = 0, faults = 0;
        ReadBack whole = read(ByteBuffer(file.begin(), file.end()));
        QCOMPARE(whole.packets.size(), 4u);
        for (qsizetype size = 0; size < file.size(); size++) {
            auto path = written(folder_, "cut", ByteBuffer(file.begin(), file.begin() + size));
            auto back = read_all(path);
            QVERIFY(back.packets.size() >= before && back.packets.size() <= 4);
            for (std::size_t i = 0; i < back.packets.size(); i++) QCOMPARE(back.bytes[i], whole.bytes[i]);
            before = back.packets.size();
            faults += back.last == Step::fault;
            if (size % 251 == 90 && back.opened && name != "gzip")
                if (int theirs = tshark_count(path); theirs >= 0) QCOMPARE(int(back.packets.size()), theirs);
        }
        QVERIFY(faults > std::size_t(file.size()) / 2);
    }

    void everyDamagedByteIsSurvived() {
        for (bool little : {true, false})
            for (auto file :
                 {sound_pcapng(little, 3), pcap_header(little) + pcap_packet(little, payload(30), 1, 2), gzipped(sound_pcapng(little, 3))})
                for (std::size_t at = 0; at < file.size(); at++)
                    for (std::uint8_t flip : {0x01, 0xff}) {
                        auto damaged = file;
                        damaged[at] ^= flip;
                        auto back = read(damaged);
                        QVERIFY(back.packets.size() <= 3);
                        QVERIFY(back.last != Step::fault || !back.fault.empty());
                    }
    }

    void gzip() {
        auto one = sound_pcapng(true, 3);
        auto back = read(gzipped(one));
        QCOMPARE(back.fault, std::string());
        QCOMPARE(back.packets.size(), 3u);
        QCOMPARE(back.bytes[2], payload(42, 2));
        auto two = read(gzipped(one) + gzipped(sound_pcapng(false, 2)));  // members one after the other
        QCOMPARE(two.packets.size(), 5u);
        auto padded = read(gzipped(one) + ByteBuffer(512));  // tapes pad with zeros
        QCOMPARE(padded.packets.size(), 3u);
        QCOMPARE(padded.last, Step::end);
        auto cut = gzipped(sound_pcapng(true, 2000));
        cut.resize(cut.size() / 2);
        auto half = read(cut);
        QVERIFY(half.packets.size() > 100 && half.packets.size() < 2000);
        QVERIFY2(half.fault.find("gzip compression is cut short") != std::string::npos, half.fault.c_str());
    }

    void readsFromAPipeWhileItIsWritten() {
        auto path = folder_.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        auto file = sound_pcapng(true, 10);
        std::thread writer([&] {
            int fd = ::open(path.c_str(), O_WRONLY);
            for (std::size_t at = 0; at < file.size(); at += 100) {
                (void)!::write(fd, file.data() + at, std::min<std::size_t>(100, file.size() - at));
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            ::close(fd);
        });
        auto back = read_all(path);
        writer.join();
        QCOMPARE(back.packets.size(), 10u);
        QCOMPARE(back.last, Step::end);
        QCOMPARE(back.bytes[9], payload(49, 9));
    }

    void interruptEndsTheWaitForAPipe() {
        auto path = folder_.filePath("slow").toStdString();
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        int keep_open = ::open(path.c_str(), O_RDWR);
        auto file = sound_pcapng(true, 1), more = enhanced(true, {payload(20)});
        (void)!::write(keep_open, file.data(), file.size());
        auto reader = CaptureReader::open(path);
        QVERIFY(reader.has_value());
        CapturedPacket packet;
        QCOMPARE((*reader)->next(packet), Step::packet);
        std::thread waker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            (*reader)->memory()->interrupt();
        });
        QCOMPARE((*reader)->next(packet), Step::interrupted);
        waker.join();
        (void)!::write(keep_open, more.data(), more.size());  // it goes on where it was
        QCOMPARE((*reader)->next(packet), Step::packet);
        QCOMPARE(packet.bytes.size(), 20u);
        ::close(keep_open);
    }

    void aFileThatShrinksWhileItIsReadIsAFault() {
        ByteBuffer file = pcap_header(true);
        for (unsigned i = 0; i < 1000; i++) file = file + pcap_packet(true, payload(100), i, 0);
        auto path = written(folder_, "shrinking", file);
        auto reader = CaptureReader::open(path);
        QVERIFY(reader.has_value());
        CapturedPacket packet;
        QCOMPARE((*reader)->next(packet), Step::packet);
        QCOMPARE(::truncate(path.c_str(), 8192), 0);
        Step step;
        int packets = 1;
        while ((step = (*reader)->next(packet)) == Step::packet) packets++;
        QCOMPARE(step, Step::fault);
        QVERIFY2((*reader)->fault().what.text().find("shortened") != std::string::npos, (*reader)->fault().what.text().c_str());
        QVERIFY(packets < 110);
    }

    void manyInterfaces() {
        ByteBuffer file = section(true);
        auto one = interface(true);
        for (int i = 0; i < 70000; i++) file.insert(file.end(), one.begin(), one.end());
        auto back = read(file + enhanced(true, {payload(20), 1, 69999}));
        QCOMPARE(back.packets.size(), 1u);
        QCOMPARE(back.interfaces.size(), 0xffffu);
        QVERIFY(back.packets[0].interface < back.interfaces.size());
    }
};

QTEST_GUILESS_MAIN(CaptureReaderTest)
#include "capture_reader_test.moc"
