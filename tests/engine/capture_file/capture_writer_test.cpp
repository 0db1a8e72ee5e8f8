// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/capture_reader.h"
#include "capture_file/capture_writer.h"
#include "engine/capture_file/file_builder.h"
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>
#include <sys/stat.h>

using namespace sallyport;
using namespace file_builder;

namespace {

struct Written {
    std::vector<CaptureInterface> interfaces;
    std::vector<PacketToWrite> packets;
};

Status write_to(const std::string& path, CaptureFormat format, bool gzip, const Written& what) {
    auto file = OutputFile::create(path, gzip);
    if (!file) return tl::unexpected(file.error());
    auto writer = CaptureWriter::make(std::move(*file), format);
    if (auto done = writer->describe(what.interfaces); !done) return done;
    for (auto& packet : what.packets)
        if (auto done = writer->write(packet); !done) return done;
    return writer->finish();
}

PacketToWrite packet_of(const ByteBuffer& bytes, std::int64_t ns, std::uint16_t interface = 0, LinkType link_type = LinkType::ethernet) {
    PacketToWrite packet;
    packet.bytes = bytes;
    packet.time.ns = ns;
    packet.original = std::uint32_t(bytes.size());
    packet.interface = interface;
    packet.link_type = link_type;
    return packet;
}

QString tshark_says(const std::string& path, const QStringList& fields) {
    QStringList arguments{"-n", "-r", QString::fromStdString(path), "-T", "fields", "-E", "separator=|"};
    for (auto& field : fields) arguments << "-e" << field;
    QProcess process;
    process.start("tshark", arguments);
    process.waitForFinished(60000);
    return process.readAllStandardOutput() + (process.exitCode() ? process.readAllStandardError() : QByteArray());
}

bool has_tshark() { return !QStandardPaths::findExecutable("tshark").isEmpty(); }

}  // namespace

class CaptureWriterTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::string path(const char* name) { return folder_.filePath(name).toStdString(); }
    QStringList names() { return QDir(folder_.path()).entryList(QDir::Files); }

private slots:
    void cleanup() {
        for (auto& name : names()) QFile::remove(folder_.filePath(name));
    }

    void whatIsWrittenIsReadBack_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("gzip");
        QTest::addColumn<quint64>("ticks");
        for (bool gzip : {false, true})
            for (auto ticks : {quint64(1'000'000), quint64(1'000'000'000)}) {
                QTest::addRow("pcap %d %d", gzip, int(ticks)) << int(CaptureFormat::pcap) << gzip << ticks;
                QTest::addRow("pcapng %d %d", gzip, int(ticks)) << int(CaptureFormat::pcapng) << gzip << ticks;
            }
        QTest::newRow("pcapng of seconds") << int(CaptureFormat::pcapng) << false << quint64(1);
        QTest::newRow("pcapng of 2^-20 s") << int(CaptureFormat::pcapng) << false << quint64(1 << 20);
        QTest::newRow("pcapng of an odd resolution") << int(CaptureFormat::pcapng) << false << quint64(90'000);
    }
    void whatIsWrittenIsReadBack() {
        QFETCH(int, format);
        QFETCH(bool, gzip);
        QFETCH(quint64, ticks);
        Written what;
        what.interfaces.push_back({.name = "eth0", .description = "an \xc3\xa4 interface", .snap_length = 4096, .ticks_per_second = ticks});
        std::vector<ByteBuffer> bytes;
        for (unsigned i = 0; i < 300; i++) bytes.push_back(payload(i * 17 % 1600, i));
        bytes.push_back(payload(262144));
        for (std::size_t i = 0; i < bytes.size(); i++)
            what.packets.push_back(packet_of(bytes[i], 1'600'000'000'500'000'000 + std::int64_t(i) * (ticks > 1'000'000 ? 1 : 1000)));
        what.packets[1].original = 9000;
        QVERIFY(write_to(path("it"), CaptureFormat(format), gzip, what).has_value());
        QCOMPARE(names(), QStringList("it"));

        auto reader = CaptureReader::open(path("it"));
        QVERIFY2(reader.has_value(), reader ? "" : reader.error().text().c_str());
        QCOMPARE((*reader)->memory()->compressed(), gzip);
        auto exact = ticks == 90'000 ? 1'000'000'000 : ticks;  // what pcapng cannot say is written finer
        CapturedPacket packet;
        for (std::size_t i = 0; i < bytes.size(); i++) {
            QCOMPARE((*reader)->next(packet), CaptureReader::Step::packet);
            QVERIFY(std::equal(packet.bytes.begin(), packet.bytes.end(), bytes[i].begin(), bytes[i].end()));
            QCOMPARE(packet.original, what.packets[i].original);
            QVERIFY2(std::abs(what.packets[i].time - packet.time) <= std::int64_t(1'000'000'000 / exact),  // a tick
                     qPrintable(QString::number(packet.time.ns)));
        }
        QCOMPARE((*reader)->next(packet), CaptureReader::Step::end);
        auto& interface = (*reader)->interfaces().at(0);
        QCOMPARE(interface.ticks_per_second, exact);
        QCOMPARE(interface.snap_length, 4096u);
        if (format == int(CaptureFormat::pcap)) return;
        QCOMPARE(interface.name, std::string("eth0"));
        QCOMPARE(interface.description, std::string("an \xc3\xa4 interface"));
    }

    void wiresharkUnderstandsAllOfIt() {
        if (!has_tshark()) QSKIP("tshark is not installed");
        Written what;
        what.interfaces = {{.name = "eth0", .ticks_per_second = 1'000'000'000}, {.name = "queue 0", .link_type = LinkType::ipv4}};
        auto bytes = payload(60);
        what.packets.push_back(packet_of(bytes, 1'600'000'000'123'456'789));
        what.packets.push_back(packet_of(bytes, 1'600'000'000'123'456'789, 1, LinkType::ipv4));
        auto& judged = what.packets.back();
        judged.judged = true;
        judged.verdict = Verdict::drop;
        judged.direction = Direction::out;
        judged.id = 77;
        judged.queue = 3;
        judged.comment = "Sallyport: dropped by rule 3: drop when udp";
        QVERIFY(write_to(path("it"), CaptureFormat::pcapng, false, what).has_value());
        auto said = tshark_says(path("it"), {"frame.time_epoch", "frame.interface_name", "frame.encap_type", "frame.packet_flags_direction",
                                             "frame.packet_id", "frame.interface_queue", "frame.comment", "frame.verdict.ebpf_tc"});
        QCOMPARE(said, QString("1600000000.123456789|eth0|1|||||\n"
                               "1600000000.123456000|queue 0|129|0x00000002|77|3|Sallyport: dropped by rule 3: drop when udp|2\n"));
    }

    void aFileWithoutPacketsIsAFile_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("pcap") << int(CaptureFormat::pcap);
        QTest::newRow("pcapng") << int(CaptureFormat::pcapng);
    }
    void aFileWithoutPacketsIsAFile() {
        QFETCH(int, format);
        for (bool described : {true, false}) {
            Written what;
            if (described) what.interfaces = {{.link_type = LinkType::raw}};
            QVERIFY(write_to(path("it"), CaptureFormat(format), false, what).has_value());
            auto reader = CaptureReader::open(path("it"));
            QVERIFY(reader.has_value());
            CapturedPacket packet;
            QCOMPARE((*reader)->next(packet), CaptureReader::Step::end);
            if (has_tshark()) QCOMPARE(tshark_says(path("it"), {"frame.number"}), QString());
        }
    }

    void anInterfaceWithSeveralLinkTypes() {  // a queue carries IPv4 and IPv6
        Written what;
        what.interfaces = {{.name = "queue 0", .link_type = LinkType::ipv4}};
        auto bytes = payload(60);
        for (auto link_type : {LinkType::ipv4, LinkType::ipv6, LinkType::ipv4}) what.packets.push_back(packet_of(bytes, 1, 0, link_type));
        QVERIFY(write_to(path("it"), CaptureFormat::pcapng, false, what).has_value());
        auto reader = CaptureReader::open(path("it"));
        CapturedPacket packet;
        for (auto& expected : what.packets) {
            QCOMPARE((*reader)->next(packet), CaptureReader::Step::packet);
            QCOMPARE(packet.link_type, expected.link_type);
            QCOMPARE((*reader)->interfaces().at(packet.interface).name, std::string("queue 0"));
        }
        QCOMPARE((*reader)->next(packet), CaptureReader::Step::end);

        auto status = write_to(path("no"), CaptureFormat::pcap, false, what);
        QVERIFY(!status.has_value());
        QVERIFY2(status.error().text().find("save them as pcapng") != std::string::npos, status.error().text().c_str());
        QCOMPARE(names(), QStringList("it"));
    }

    void everyDirectionAndLinkOption() {
        Written what;
        what.interfaces.resize(1);
        auto bytes = payload(20);
        for (auto direction : {Direction::unknown, Direction::in, Direction::out, Direction::forward}) {
            what.packets.push_back(packet_of(bytes, 1));
            what.packets.back().direction = direction;
            what.packets.back().link_options = 0x80;
        }
        QVERIFY(write_to(path("it"), CaptureFormat::pcapng, false, what).has_value());
        auto reader = CaptureReader::open(path("it"));
        CapturedPacket packet;
        for (auto expected : {Direction::unknown, Direction::in, Direction::out, Direction::unknown}) {
            QCOMPARE((*reader)->next(packet), CaptureReader::Step::packet);
            QCOMPARE(packet.direction, expected);
            QCOMPARE(int(packet.link_options), 0x80);
        }
    }

    void aFullDiskIsTold_data() {
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << false;
        QTest::newRow("gzip") << true;
    }
    void aFullDiskIsTold() {
        QFETCH(bool, gzip);
        Written what;
        what.interfaces.resize(1);
        auto bytes = payload(60);
        what.packets.push_back(packet_of(bytes, 1));
        auto few = write_to("/dev/full", CaptureFormat::pcapng, gzip, what);  // met by the last flush
        what.packets.assign(100000, what.packets[0]);
        auto many = write_to("/dev/full", CaptureFormat::pcapng, gzip, what);
        for (auto& status : {few, many}) {
            QVERIFY(!status.has_value());
            QCOMPARE(status.error().code, ENOSPC);
            QVERIFY2(status.error().what.text().find("cannot write /dev/full: No space left") == 0, status.error().what.text().c_str());
        }
    }

    void whatIsNotFinishedDestroysNothing() {
        QVERIFY(!written(folder_, "old", payload(100)).empty());
        {
            auto file = OutputFile::create(path("old"), false);
            QVERIFY(file.has_value());
            QVERIFY((*file)->write(payload(1000000)).has_value());
        }
        QCOMPARE(names(), QStringList("old"));
        QCOMPARE(QFileInfo(folder_.filePath("old")).size(), 100);
    }
    void whatIsReplacedKeepsItsRightsAndLinks() {
        QVERIFY(!written(folder_, "real", payload(100)).empty());
        QCOMPARE(::chmod(path("real").c_str(), 0640), 0);
        QVERIFY(QFile::link("real", folder_.filePath("link")));
        QVERIFY(write_to(path("link"), CaptureFormat::pcapng, false, {}).has_value());
        QVERIFY(QFileInfo(folder_.filePath("link")).isSymLink());
        struct stat about {};
        QCOMPARE(::stat(path("real").c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777, 0640u);
        QVERIFY(CaptureReader::open(path("real")).has_value());
    }
    void placesThatCannotBeWritten() {
        auto nowhere = write_to("/nonexistent/x.pcapng", CaptureFormat::pcapng, false, {});
        QVERIFY2(!nowhere && nowhere.error().text().find("/nonexistent/x.pcapng: No such file") != std::string::npos, "name and cause");
        QVERIFY(!write_to(folder_.path().toStdString(), CaptureFormat::pcapng, false, {}));
    }

    void namesTellTheFormat_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("pcap");
        QTest::addColumn<bool>("gzip");
        QTest::newRow("pcap") << "a.pcap" << true << false;
        QTest::newRow("cap") << "a.cap" << true << false;
        QTest::newRow("pcap.gz") << "a.pcap.gz" << true << true;
        QTest::newRow("pcapng") << "a.pcapng" << false << false;
        QTest::newRow("pcapng.gz") << "a.pcapng.gz" << false << true;
        QTest::newRow("anything") << "pcap" << false << false;
    }
    void namesTellTheFormat() {
        QFETCH(QString, name);
        QFETCH(bool, pcap);
        QFETCH(bool, gzip);
        auto named = format_of_name(name.toStdString());
        QCOMPARE(named.format == CaptureFormat::pcap, pcap);
        QCOMPARE(named.gzip, gzip);
    }
};

QTEST_GUILESS_MAIN(CaptureWriterTest)
#include "capture_writer_test.moc"
