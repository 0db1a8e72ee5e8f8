// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line accepts, what it refuses, and the exit codes.
#include "run_cli.h"
#include <QTest>

using namespace sallyport::test;

class ArgumentsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString capture_;

    /// "FILE" stands for the capture, "DIR" for the folder.
    QStringList words(const QString& line) const {
        QStringList out;
        for (auto word : line.split(' ', Qt::SkipEmptyParts)) out << word.replace("FILE", capture_).replace("DIR", folder_.path());
        return out;
    }

private slots:
    void initTestCase() {
        capture_ = write_file(folder_, "three.cap", three_packets());
        QVERIFY(!capture_.isEmpty());
    }

    void refused_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        auto row = [](const char* line, int code, const char* says) { QTest::newRow(line) << QString(line) << code << QByteArray(says); };
        row("-Z", 2, "unknown option -Z");
        row("--nonsense", 2, "unknown option --nonsense");
        row("-nZr FILE", 2, "unknown option -Z");
        row("-r", 2, "option -r needs an argument: FILE");
        row("-r FILE -c abc", 2, "option -c: the packet count \"abc\" isn't a decimal number");
        row("-r FILE -c 0", 2, "option -c: the packet count is zero");
        row("-r FILE -c 99999999999999999999", 2, "isn't a decimal number");
        row("-r FILE -T xx", 2, "option -T: unknown output format \"xx\"");
        row("-r FILE -T fields", 2, "option -T fields: no fields were given");
        row("-r FILE -e ip.src", 2, "option -e: fields are printed by -T fields or -T json");
        row("-r FILE -T fields -e ip.scr", 2, "there is no such field: ip.scr (did you mean ip.src?)");
        row("-r FILE -T fields -e ip.src -x", 2, "option -x");
        row("-r FILE -T fields -e ip.src -E foo=x", 2, "option -E: \"foo=x\" is not a valid field output option");
        row("-r FILE -T fields -e ip.src -E header=x", 2, "option -E: \"header=x\"");
        row("-r FILE -T fields -e ip.src -E quote=q", 2, "option -E: \"quote=q\"");
        row("-r FILE -a foo:1", 2, "option -a: unknown condition \"foo:1\"");
        row("-r FILE -a duration:x", 2, "isn't a decimal number");
        row("-r FILE -a duration:1", 2, "option -a duration: a file is read");
        row("-r FILE -o nonsense", 2, "option -o: \"nonsense\" is not NAME:VALUE");
        row("-r FILE -t foo", 2, "option -t: unknown time style \"foo\"");
        row("-r FILE -F foo -w DIR/o", 2, "option -F: unknown capture file type \"foo\"");
        row("-r FILE -f tcp", 2, "option -f: capture filters are for -i");
        row("-r FILE -i lo", 2, "options -r and -i exclude each other");
        row("-r FILE -Y udp arp", 2, "filters were given both with -Y");
        row("-r FILE -Y ip.scr==10.0.0.1", 2, "ip.src");
        row("-r FILE -Y udp&&", 2, "column 6");
        row("-r FILE --explain", 2, "option --explain needs a filter");
        row("-r DIR/nofile", 2, "nofile");
        row("-r DIR", 2, "directory");
        row("-r FILE -w DIR/no/such/folder/o", 1, "no/such/folder");
        row("-i no-such-interface", 1, "no-such-interface");
        row("-i 999", 1, "there is no interface number 999");
        row("rules", 2, "rules check FILE");
        row("rules check", 2, "name a rules file");
        row("rules check DIR/nofile", 1, "nofile");
        row("edit", 2, "option -r FILE is missing");
        row("edit -r FILE", 2, "option -n NUMBER is missing");
        row("edit -r FILE -n 1", 2, "option -w FILE is missing");
        row("edit -r FILE -n 4 -w DIR/o", 1, "there is no packet 4");
        row("edit -r FILE -n 1 --set ip.scr=1 -w DIR/o", 1, "ip.scr");
        row("edit -r FILE -n 1 --set ip.ttl=300 -w DIR/o", 1, "ip.ttl");
        row("firewall", 2, "option --rules FILE is missing");
        row("firewall --rules DIR/nofile", 1, "nofile");
        row("firewall --rules FILE --hook input,sideways", 2, "unknown hook \"sideways\"");
        row("firewall --rules FILE --default maybe", 2, "accept or drop was expected");
        row("firewall --rules FILE --fail soft", 2, "open or closed was expected");
        row("replay -r FILE", 2, "option --rules FILE is missing");
        row("replay --rules DIR/nofile", 2, "option -r FILE is missing");
        row("replay --rules DIR/nofile -r FILE --speed warp", 2, "unknown speed \"warp\"");
        row("modules now", 2, "takes no arguments");
        row("check now", 2, "takes no arguments");
    }
    void refused() {
        QFETCH(QString, line);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto ran = run_cli(words(line));
        QCOMPARE(ran.code, code);
        QVERIFY2(ran.err.contains(says), ran.err.constData());
        QVERIFY2(ran.err.startsWith("sallyport-cli: "), ran.err.constData());
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
    }

    void accepted_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("out");
        auto row = [](const char* line, const char* out) { QTest::newRow(line) << QString(line) << QByteArray(out); };
        row("-nr FILE -T fields -e frame.number", "1\n2\n3\n");
        row("-n -r FILE -c2 -Tfields -eframe.number", "1\n2\n");
        row("-r FILE -T fields -e frame.number -a packets:1", "1\n");
        row("-r FILE -T fields -e frame.number --display-filter=udp", "1\n3\n");
        row("-r FILE -T fields -e frame.number arp or frame.number==1", "1\n2\n");
        row("-r FILE -T fields -e frame.number -c 2 -Y frame.number>=2", "2\n");  // -c counts what is read
        row("-r FILE -q", "");
        row("-r FILE -Q", "");
        row("-r FILE -r FILE -q", "");
        row("-2 -N mn -l -r FILE -q --reassemble", "");
    }
    void accepted() {
        QFETCH(QString, line);
        QFETCH(QByteArray, out);
        const auto ran = run_cli(words(line));
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, out);
    }

    void preferences_that_we_have_not_are_named_once() {
        const auto ran = run_cli({"-r", capture_, "-q", "-o", "ip.defragment:FALSE", "-o", "made.up:1", "-o", "made.up:2"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, QByteArray("sallyport-cli: option -o: there is no preference made.up here: ignored\n"));
    }

    void what_a_preference_does_not_reach_is_said() {
        const auto ran = run_cli({"-r", capture_, "-q", "-o", "tcp.relative_sequence_numbers:TRUE"});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.err.contains("tcp.seq and tcp.ack stay as they are on the wire"), ran.err.constData());
        QCOMPARE(run_cli({"-r", capture_, "-q", "-o", "TCP.relative_sequence_numbers:false"}).err, QByteArray());
    }

    void unknown_fields_among_known_ones_stay_empty() {
        const auto ran = run_cli({"-r", capture_, "-c", "1", "-T", "fields", "-e", "frame.number", "-e", "no.such", "-e", "frame.len"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, QByteArray("1\t\t75\n"));
        QVERIFY(ran.err.contains("there is no such field: no.such"));
    }

    void help_tells_of_every_verb() {
        const auto help = run_cli({"--help"});
        QCOMPARE(help.code, 0);
        for (const char* verb : {"modules", "check", "rules", "edit", "firewall", "replay", "practice"}) {
            QVERIFY2(help.out.contains(QByteArray("\n  ") + verb + " "), verb);
            const auto own = run_cli({verb, "--help"});
            QCOMPARE(own.code, 0);
            QVERIFY2(own.out.startsWith(QByteArray("Usage: sallyport-cli ") + verb), own.out.constData());
        }
        QCOMPARE(run_cli({}).code, 2);
        QVERIFY(run_cli({"--version"}).out.startsWith("sallyport-cli "));
    }

    void a_reader_that_goes_away_ends_it_quietly() {
        QList<TestPacket> packets(20000, {dns_question(), 1, 1});
        const QString many = write_file(folder_, "many.cap", pcap(packets));
        QProcess shell;
        shell.start("sh", {"-c", "{ '" SALLYPORT_BINARY_DIR "/sallyport-cli' -r '" + many + "'; echo $? >&2; } | head -n 1"});
        QVERIFY(shell.waitForFinished(60000));
        QCOMPARE(shell.readAllStandardError(), QByteArray("0\n"));
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "arguments_test.moc"
