// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that need no network: rules check, edit, replay, modules.
#include "run_cli.h"
#include <QTest>
#include <csignal>

using namespace sallyport::test;

class VerbsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString capture_;

    QString rules(const QByteArray& text) const { return write_file(folder_, "rules", text); }
    QByteArray fields_of(const QString& file, const QStringList& fields) const {
        QStringList words{"-r", file, "-T", "fields"};
        for (auto& field : fields) words << "-e" << field;
        return run_cli(words).out;
    }

private slots:
    void initTestCase() {
        capture_ = write_file(folder_, "three.cap", three_packets());
        QVERIFY(!capture_.isEmpty());
    }

    void rules_check_names_every_bad_line() {
        const QString file =
            rules("# first\naccept when udp\ndrop when ip.scr == 10.0.0.1\nforbid\noff drop in when tcp\ndefault drop\ndefault accept\n");
        const auto ran = run_cli({"rules", "check", file});
        QCOMPARE(ran.code, 1);
        const auto lines = ran.err.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const QByteArray begin = "sallyport-cli: " + file.toUtf8();
        QVERIFY2(lines[0].startsWith(begin + ":3:11: ") && lines[0].contains("ip.src"), ran.err.constData());
        QVERIFY2(lines[1].startsWith(begin + ":4:1: ") && lines[1].contains("forbid"), ran.err.constData());
        QVERIFY2(lines[2].startsWith(begin + ":7:1: "), ran.err.constData());
    }

    void rules_check_counts_good_ones() {
        const QString file = rules("accept when udp\noff drop\ndefault drop\n");
        const auto ran = run_cli({"rules", "check", file});
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, file.toUtf8() + ": 1 rule (and 1 off), default drop\n");
    }

    void an_unedited_packet_is_identical() {
        const QString out = folder_.filePath("same.pcap");
        const auto ran = run_cli({"edit", "-r", capture_, "-n", "3", "-w", out});
        QVERIFY2(ran.code == 0 && ran.err.isEmpty() && ran.out.isEmpty(), ran.err.constData());
        QCOMPARE(read_file(out), pcap({{dns_question().left(50), 1413054931, 948203, 75}}));
    }

    void an_edit_changes_fields_and_repairs_the_rest() {
        const QString out = folder_.filePath("edited.pcapng");
        const auto ran =
            run_cli({"edit", "-r", capture_, "-n", "1", "--set", "ip.ttl=7", "--set", "dns.qry.name=a.longer.name.example.org", "-w", out});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(fields_of(out, {"frame.number", "frame.len", "ip.ttl", "ip.len", "udp.length", "dns.qry.name", "ip.checksum.status",
                                 "udp.checksum.status"}),
                 QByteArray("1\t85\t7\t71\t51\ta.longer.name.example.org\t1\t1\n"));
        QCOMPARE(fields_of(out, {"frame.time_epoch"}), QByteArray("1413054930.198203000\n"));
    }

    void a_refused_name_is_told_why() {
        const auto refusal = [&](const QByteArray& name) {
            return run_cli({"edit", "-r", capture_, "-n", "1", "--set", "dns.qry.name=" + name, "-w", folder_.filePath("no.pcap")}).err;
        };
        QVERIFY2(refusal("a..b").contains("no label before one of its dots"), refusal("a..b").constData());
        QVERIFY(refusal(QByteArray(64, 'a') + ".org").contains("more than 63 bytes"));
        QVERIFY(refusal((QByteArray(50, 'a') + '.').repeated(6)).contains("more than 255 bytes"));
    }

    void elements_are_inserted_and_removed() {
        const QString more = folder_.filePath("more.pcap"), again = folder_.filePath("again.pcap"), same = folder_.filePath("first.pcap");
        auto ran = run_cli({"edit", "-r", capture_, "-n", "1", "--insert", "dns.qry.name=0178046e616d6500000f0001", "-w", more});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(fields_of(more, {"dns.count.queries", "dns.qry.name", "dns.qry.type", "udp.length", "udp.checksum.status"}),
                 QByteArray("2\twww.example.org,x.name\t1,15\t53\t1\n"));
        ran = run_cli({"edit", "-r", more, "-n", "1", "--remove", "dns.qry.name#2", "-w", again});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(run_cli({"edit", "-r", capture_, "-n", "1", "-w", same}).code, 0);
        QVERIFY(read_file(again) == read_file(same));
        QVERIFY(run_cli({"edit", "-r", more, "-n", "1", "--remove", "dns.qry.name#3", "-w", again}).err.contains("only 2 dns.qry.name"));
        QVERIFY(run_cli({"edit", "-r", more, "-n", "1", "--remove", "ip.ttl", "-w", again}).err.contains("--remove ip.ttl"));
        QVERIFY(run_cli({"edit", "-r", more, "-n", "1", "--insert", "dns.qry.name=xyz", "-w", again}).err.contains("is not hex bytes"));
    }

    void replay_passes_what_the_rules_accept() {
        const QString out = folder_.filePath("passed.pcap");
        const auto ran = run_cli({"replay", "--rules", rules("drop when arp   # no questions\n"), "-r", capture_, "-w", out});
        QVERIFY2(ran.code == 0 && ran.err.isEmpty(), ran.err.constData());
        QCOMPARE(fields_of(out, {"frame.len", "frame.time_epoch"}), QByteArray("75\t1413054930.198203000\n75\t1413054931.948203000\n"));
        QVERIFY2(ran.out.startsWith("3 packets, 192 bytes: 2 accepted, 1 dropped\n"), ran.out.constData());
        QVERIFY2(ran.out.contains("\n         1           42  drop when arp"), ran.out.constData());
        QVERIFY2(ran.out.contains("\n         2          150  default accept\n"), ran.out.constData());
    }

    void replay_takes_another_default_and_prints_verdicts() {
        const auto ran = run_cli({"replay", "--rules", rules("accept when arp\n"), "--default", "drop", "-r", capture_, "-P"});
        QCOMPARE(ran.code, 0);
        const auto lines = ran.out.split('\n');
        QVERIFY2(lines[0].startsWith("DROP   default      1   0.000000 "), ran.out.constData());
        QVERIFY2(lines[1].startsWith("accept rule 1       2   1.500000 "), ran.out.constData());
        QCOMPARE(lines[3], QByteArray("3 packets, 192 bytes: 1 accepted, 2 dropped"));
    }

    void replay_refuses_bad_rules_before_anything_moves() {
        const QString out = folder_.filePath("never.pcap");
        const auto ran = run_cli({"replay", "--rules", rules("drop when nonsense\n"), "-r", capture_, "-w", out});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(":1:11: "), ran.err.constData());
        QVERIFY(!QFile::exists(out));
    }

    void rules_are_read_again_and_bad_ones_are_refused() {
        const QString file = rules("drop when arp\n");
        QList<TestPacket> packets;
        for (quint32 i = 0; i < 100; i++) packets.append({dns_question(), i, 0});
        const QString slow = write_file(folder_, "slow.cap", pcap(packets));
        QProcess process;
        process.start(SALLYPORT_BINARY_DIR "/sallyport-cli", {"replay", "--rules", file, "-r", slow, "--speed", "original", "-P"});
        QVERIFY(process.waitForReadyRead(30000));  // the first packet
        QVERIFY(!rules("drop when udp\ndrop when arp\n").isEmpty());
        ::kill(pid_t(process.processId()), SIGHUP);
        QByteArray out, err;
        QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).contains("rules read again: 2 rules, default accept\n"), 30000);
        QVERIFY(!rules("drop when ip.scr == 1.2.3.4\n").isEmpty());
        ::kill(pid_t(process.processId()), SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT((err += process.readAllStandardError()).contains("(the rules in force stay)"), 30000);
        QVERIFY2(err.contains(":1:11: "), err.constData());
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 0);
        out += process.readAllStandardOutput();
        QVERIFY2(out.contains("  drop when udp\n") && out.contains("  default accept\n"), out.constData());
    }

    void modules_are_listed_with_what_they_can_do() {
        const auto ran = run_cli({"modules"});
        QCOMPARE(ran.code, 0);
        for (const char* name : {"pcap-file", "pcap-live", "nfqueue", "replay"})
            QVERIFY2(("\n" + ran.out).contains(QByteArray("\n") + name + " "), ran.out.constData());
    }

    void check_says_what_is_missing() {
        const auto ran = run_cli({"check"});
        QCOMPARE(ran.code, ran.out.contains("missing  ") ? 1 : 0);
        QVERIFY2(ran.out.contains("capture"), ran.out.constData());
    }
};

QTEST_GUILESS_MAIN(VerbsTest)
#include "verbs_test.moc"
