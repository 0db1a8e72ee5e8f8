// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program's command line, asked from outside.
#include <QProcess>
#include <QtTest>

class OptionsTest : public QObject {
    Q_OBJECT
private slots:
    void answers_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
            QTest::newRow(name) << arguments << status << QString::fromLatin1(says);
        };
        row("help", {QStringLiteral("--help")}, 0, "--practice");
        row("version", {QStringLiteral("-v")}, 0, "sallyport 0.");
        row("unknown", {QStringLiteral("--nonsense")}, 2, "unknown option --nonsense");
        row("no value", {QStringLiteral("-Y")}, 2, "option -Y needs a value");
        row("bad number", {QStringLiteral("--demo"), QStringLiteral("soon")}, 2, "needs a number above 0");
        row("two files", {QStringLiteral("a.pcap"), QStringLiteral("b.pcap")}, 2, "two files");
        row("start without interface", {QStringLiteral("-k")}, 2, "no interface is named");
        row("theme", {QStringLiteral("--theme"), QStringLiteral("pink")}, 2, "there is no theme pink");
    }
    void answers() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, says);
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(SALLYPORT_BINARY_DIR "/sallyport"), arguments);
        if (!program.waitForStarted()) QSKIP("the desktop program was not built");
        QVERIFY(program.waitForFinished());
        const QString output = QString::fromUtf8(program.readAll());
        QVERIFY2(output.contains(says), qPrintable(output));
        QCOMPARE(program.exitCode(), status);
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
