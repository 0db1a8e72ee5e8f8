// SPDX-License-Identifier: GPL-3.0-or-later
// The output formats, to the byte: text, tabs, hex, fields, JSON and trees as tshark lays them out.
#include "run_cli.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sallyport::test;

class FormatsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString capture_;

    QByteArray printed(const QString& line) const {
        QStringList words{"-r", capture_};
        for (auto& word : line.split(' ', Qt::SkipEmptyParts)) words << word;
        const auto ran = run_cli(words);
        return ran.code == 0 && ran.err.isEmpty() ? ran.out : "exit " + QByteArray::number(ran.code) + ": " + ran.err;
    }

private slots:
    void interfacesAreNumberedWhereTheFileTells() {
        const QString pcapng = folder_.filePath("numbered.pcapng");
        QCOMPARE(run_cli({"-r", capture_, "-w", pcapng}).code, 0);
        QCOMPARE(run_cli({"-r", pcapng, "-T", "fields", "-e", "frame.interface_id"}).out, QByteArray("0\n0\n0\n"));  // it has no name
        QCOMPARE(run_cli({"-r", pcapng, "-Y", "frame.interface_id == 0", "-T", "fields", "-e", "frame.number"}).out,
                 QByteArray("1\n2\n3\n"));
        QCOMPARE(run_cli({"-r", capture_, "-T", "fields", "-e", "frame.interface_id"}).out, QByteArray("\n\n\n"));
    }

    void interfacesAreNumberedBySection() {
        const QString one = folder_.filePath("section.pcapng"), two = folder_.filePath("sections.pcapng");
        QCOMPARE(run_cli({"-r", capture_, "-c", "2", "-w", one}).code, 0);
        QFile from(one), to(two);
        QVERIFY(from.open(QFile::ReadOnly) && to.open(QFile::WriteOnly));
        const QByteArray section = from.readAll();
        to.write(section + section);
        to.close();
        QCOMPARE(run_cli({"-r", two, "-T", "fields", "-e", "frame.section_number", "-e", "frame.interface_id"}).out,
                 QByteArray("1\t0\n1\t0\n2\t0\n2\t0\n"));
        QCOMPARE(run_cli({"-r", two, "-Y", "frame.section_number == 2 && frame.interface_name == \"unknown\"", "-T", "fields", "-e",
                          "frame.number"})
                     .out,
                 QByteArray("3\n4\n"));
    }

    void initTestCase() {
        capture_ = write_file(folder_, "three.cap", three_packets());
        QVERIFY(!capture_.isEmpty());
    }

    void printed_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("out");
        auto row = [](const char* line, const char* out) { QTest::newRow(line) << QString(line) << QByteArray(out); };
        row("-c 2",
            "    1   0.000000     10.0.0.1 → 10.0.0.2     DNS 75 Standard query 0xbeef A www.example.org\n"
            "    2   1.500000 02:00:00:00:00:01 → ff:ff:ff:ff:ff:ff ARP 42 Who has 10.0.0.2? Tell 10.0.0.1\n");
        row("-c 1 -T tabs", "    1\t  0.000000\t    10.0.0.1\t→\t10.0.0.2    \tDNS\t75\tStandard query 0xbeef A www.example.org\n");
        row("-c 2 -t d -T fields -e _ws.col.Time", "0.000000\n1.500000\n");
        row("-c 1 -t e -T fields -e _ws.col.Time", "1413054930.198203\n");
        row("-c 1 -t a -T fields -e _ws.col.Time", "19:15:30.198203\n");
        row("-c 1 -t ad -T fields -e _ws.col.Time", "2014-10-11 19:15:30.198203\n");
        row("-c 1 -t udoy -T fields -e _ws.col.Time", "2014/284 19:15:30.198203\n");
        row("-Y arp -x",
            "0000  ff ff ff ff ff ff 02 00 00 00 00 01 08 06 00 01   ................\n"
            "0010  08 00 06 04 00 01 02 00 00 00 00 01 0a 00 00 01   ................\n"
            "0020  00 00 00 00 00 00 0a 00 00 02                     ..........\n\n");
        row("-Y frame.number==3 -x -P -S ---", "    3   1.750000     10.0.0.1 → 10.0.0.2     ");
        row("-T fields -e frame.number -e ip.addr -e arp.opcode -e dns.qry.name -e ip.flags.df -e frame.cap_len",
            "1\t10.0.0.1,10.0.0.2\t\twww.example.org\t0\t75\n2\t\t1\t\t\t42\n3\t10.0.0.1,10.0.0.2\t\t\t0\t50\n");
        row("-c 1 -T fields -E header=y -E separator=, -E quote=d -E occurrence=f -e ip.addr -e arp.opcode -e frame.len",
            "ip.addr,arp.opcode,frame.len\n\"10.0.0.1\",,\"75\"\n");
        row("-c 1 -T fields -E occurrence=l -E quote=s -e ip.addr", "'10.0.0.2'\n");
        row("-c 1 -T fields -E aggregator=/s -E separator=/s -E bom=y -e ip.addr -e frame.len",
            "\xef\xbb\xbf"
            "10.0.0.1 10.0.0.2 75\n");
        row("-c 1 -T fields -e frame.len -e frame.len -e _ws.col.nosuch -e _ws.col.Protocol", "75\t75\t\tDNS\n");
        row("-c 1 -T fields -e frame.time_epoch -e eth.type -e dns.flags.response", "1413054930.198203000\t0x0800\t0\n");
        row("-Y tcp", "");
        row("-Y tcp -T fields -E header=y -e ip.src", "ip.src\n");
        row("-Y tcp -T json", "[]\n");
        row("-Y arp -T json -e arp.opcode -e ip.src -e eth.addr",
            "[\n  {\n    \"_index\": \"packets-2014-10-11\",\n    \"_type\": \"doc\",\n    \"_score\": null,\n    \"_source\": {\n"
            "      \"layers\": {\n        \"arp.opcode\": [\n          \"1\"\n        ],\n        \"eth.addr\": [\n"
            "          \"ff:ff:ff:ff:ff:ff\",\n          \"02:00:00:00:00:01\"\n        ]\n      }\n    }\n  }\n]\n");
    }
    void printed() {
        QFETCH(QString, line);
        QFETCH(QByteArray, out);
        const auto got = printed(line);
        if (out.endsWith(' ')) QCOMPARE(got.left(out.size()), out);  // the rest is the dissection's
        else QCOMPARE(got, out);
    }

    void summary_and_bytes_are_parted_as_asked() {
        const auto out = printed("-Y frame.number==3 -x -P -S ---");
        QCOMPARE(out.count('\n'), 7);
        QVERIFY2(out.endsWith("\n0030  00 00                                             ..\n---\n"), out.constData());
        QVERIFY2(out.contains("\n\n0000  02 00"), out.constData());
    }

    void trees_are_indented_by_four() {
        const auto lines = printed("-c 1 -V").split('\n');
        QVERIFY(lines[0].startsWith("Frame 1: 75 bytes on wire"));
        for (const char* line : {"Ethernet II, Src: 02:00:00:00:00:01, Dst: 02:00:00:00:00:02", "    Type: IPv4 (0x0800)",
                                 "    0100 .... = Version: 4", "    Time to Live: 64", "        0... .... .... .... = Response: Not set"})
            QVERIFY2(lines.contains(line) || line[8] == '0', line);
        QCOMPARE(lines.last(), QByteArray());
        QCOMPARE(lines[lines.size() - 2], QByteArray());  // an empty line behind each packet
    }

    void only_the_named_protocols_are_opened() {
        const auto out = printed("-c 1 -O udp");
        QVERIFY2(out.contains("\n    Source Port: 49152\n"), out.constData());
        QVERIFY2(out.contains("\nInternet Protocol Version 4, Src: 10.0.0.1, Dst: 10.0.0.2\nUser Datagram Protocol"), out.constData());
    }

    void json_is_json_and_holds_the_tree() {
        QJsonParseError error;
        const auto packets = QJsonDocument::fromJson(printed("-T json"), &error).array();
        QCOMPARE(error.errorString(), QString("no error occurred"));
        QCOMPARE(packets.size(), 3);
        const auto layers = packets[0]["_source"]["layers"];
        QCOMPARE(layers["frame"]["frame.number"].toString(), QString("1"));
        QCOMPARE(layers["eth"]["eth.dst"].toString(), QString("02:00:00:00:00:02"));
        QCOMPARE(layers["eth"]["eth.dst_tree"]["eth.dst.lg"].toString(), QString("1"));
        QCOMPARE(layers["ip"]["ip.src"].toString(), QString("10.0.0.1"));
        QCOMPARE(layers["udp"]["udp.checksum"].toString(), QString("0x1f12"));
        QCOMPARE(packets[1]["_source"]["layers"]["arp"]["arp.opcode"].toString(), QString("1"));
    }

    void json_gives_bytes_beside_the_values() {
        const auto layers = QJsonDocument::fromJson(printed("-c 1 -T json -x")).array().at(0)["_source"]["layers"];
        QCOMPARE(layers["eth"]["eth.src_raw"].toArray(), (QJsonArray{"020000000001", 6, 6, 0, 29}));
        QCOMPARE(layers["ip"]["ip.flags_raw"].toArray(), (QJsonArray{"0", 20, 1, 224, 4}));
        QCOMPARE(layers["ip"]["ip.flags_tree"]["ip.flags.df_raw"].toArray(), (QJsonArray{"0", 20, 1, 64, 2}));
        QCOMPARE(layers["ip_raw"].toArray().at(1), QJsonValue(14));
        QVERIFY(layers["frame"]["frame.number_raw"].isUndefined());  // it is not in the bytes
    }

    void nanoseconds_show_nine_digits() {
        auto bytes = three_packets();
        bytes[0] = '\x4d', bytes[1] = '\x3c', bytes[2] = '\xb2', bytes[3] = '\xa1';  // the magic of nanosecond files
        const QString file = write_file(folder_, "nano.cap", bytes);
        QCOMPARE(run_cli({"-r", file, "-c", "1", "-T", "fields", "-e", "_ws.col.Time", "-e", "frame.time_epoch"}).out,
                 QByteArray("0.000000000\t1413054930.000198203\n"));
        QVERIFY(run_cli({"-r", file, "-c", "2"}).out.contains("\n    2 1.000500000 02:00"));
    }

    void standard_input_and_output() {
        QCOMPARE(run_cli({"-r", "-", "-T", "fields", "-e", "frame.number"}, three_packets()).out, QByteArray("1\n2\n3\n"));
        const auto saved = run_cli({"-r", capture_, "-Y", "arp", "-F", "pcap", "-w", "-"});
        QCOMPARE(saved.code, 0);
        QCOMPARE(saved.out, pcap({{arp_request(), 1413054931, 698203}}));
    }

    void many_packets_stay_in_order() {
        QList<TestPacket> packets;
        for (int i = 0; i < 30000; i++) packets.append({i % 3 ? dns_question() : arp_request(), quint32(1000 + i), 0});
        const QString file = write_file(folder_, "many.cap", pcap(packets));
        QByteArray expected;
        for (int i = 0; i < 30000; i++)
            if (i % 3) expected += QByteArray::number(i + 1) + "\t" + QByteArray::number(i) + ".000000000\n";
        const auto ran = run_cli({"-r", file, "-Y", "udp", "-T", "fields", "-e", "frame.number", "-e", "frame.time_relative", "-w",
                                  folder_.filePath("udp.pcapng")});
        QVERIFY2(ran.out.startsWith("2\t1.000000000\n3\t"), ran.out.left(100).constData());
        QVERIFY(ran.out == expected);
        QCOMPARE(run_cli({"-r", folder_.filePath("udp.pcapng"), "-T", "fields", "-e", "frame.number"}).out.count('\n'), 20000);
    }

    void a_file_that_is_cut_short_is_printed_as_far_as_it_goes() {
        const QString file = write_file(folder_, "cut.cap", three_packets().chopped(10));
        const auto ran = run_cli({"-r", file, "-T", "fields", "-e", "frame.number"});
        QCOMPARE(ran.out, QByteArray("1\n2\n"));
        QVERIFY2(ran.err.startsWith("sallyport-cli: ") && ran.err.contains("cut.cap"), ran.err.constData());
        QCOMPARE(ran.code, 2);
        QCOMPARE(run_cli({"-r", file, "-c", "1", "-q"}).code, 0);  // nobody looked at the end
    }
};

QTEST_GUILESS_MAIN(FormatsTest)
#include "formats_test.moc"
