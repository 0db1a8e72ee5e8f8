// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/status/status_bar.h"
#include "ui/sample_packets.h"
#include <QLabel>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QtTest>

using namespace sallyport;

class StatusBarTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    /// What a person reads, without markup.
    static QString text(const StatusBar& bar) {
        QStringList words;
        for (auto* label : bar.findChildren<QLabel*>())
            if (label->isVisible()) words << QTextDocumentFragment::fromHtml(label->text()).toPlainText();
        return words.join(" | ").replace(QChar(0x202f), ' ').replace(QChar(0xa0), ' ');
    }

private slots:
    void idle() {
        SessionBridge bridge;
        StatusBar bar(&bridge);
        bar.resize(1400, 30);
        bar.show();
        QCOMPARE(text(bar), "ready | nothing is filtered, no rule is in the kernel");
    }

    void a_source_does_what_it_says() {
        const auto words = [](SessionState state, Source source) { return StatusBar::stateWords(state, source, false); };
        const LiveSource live{.interfaces = {"d0"}};
        const FileSource file{.path = "big.pcap.gz"};
        const ReplaySource replay{.path = "big.pcap.gz"};
        QCOMPARE(words(SessionState::running, live), "watching, rules do not act");
        QCOMPARE(words(SessionState::ended, live), "has ended");  // its interface went: nothing is complete
        QCOMPARE(words(SessionState::stopped, live), "stopped");
        QCOMPARE(words(SessionState::running, file), "is being read");
        QCOMPARE(words(SessionState::ended, file), "");
        QCOMPARE(words(SessionState::ended, replay), "complete");
        QCOMPARE(StatusBar::stateWords(SessionState::running, FirewallSource{}, true), "inline, rules act");
    }

    void a_narrow_one_tells_the_most_important() {
        const QString path = directory_.filePath(QString(200, 'x') + ".pcapng");
        sample::write_file(path, 30);
        SessionBridge bridge;
        StatusBar bar(&bridge);
        bar.resize(1400, 30);
        bar.show();
        QVERIFY(bridge.start(ReplaySource{.path = path.toStdString()}));
        QTRY_VERIFY_WITH_TIMEOUT(text(bar).contains("seen 30"), 20000);
        bar.resize(560, 30);
        QVERIFY2(text(bar).startsWith("replay: x"), qPrintable(text(bar)));
        QVERIFY2(!text(bar).contains("buffer"), qPrintable(text(bar)));
        QVERIFY(bar.minimumSizeHint().width() < 300);
    }

    void counts_of_a_replay() {
        const QString path = directory_.filePath("<b>odd & name.pcapng");
        sample::write_file(path, 3000);
        SessionBridge bridge;
        StatusBar bar(&bridge);
        bar.resize(1400, 30);
        bar.show();
        QVERIFY(!bridge.addRule("drop", "icmp"));
        QVERIFY(bridge.start(ReplaySource{.path = path.toStdString()}));
        QTRY_VERIFY2_WITH_TIMEOUT(text(bar).contains("seen 3 000"), qPrintable(text(bar)), 20000);
        QTRY_VERIFY2(text(bar).contains("dropped by rules 1 000"), qPrintable(text(bar)));
        QVERIFY2(text(bar).contains("<b>odd & name.pcapng"), qPrintable(text(bar)));
        QVERIFY(!bridge.applyFilter("icmp"));
        QTRY_VERIFY2(text(bar).contains("shown 1 000"), qPrintable(text(bar)));
        bar.setSourceTitle("Practice network");
        QVERIFY(text(bar).contains("Practice network"));
    }
};

QTEST_MAIN(StatusBarTest)
#include "status_bar_test.moc"
