// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/session_bridge.h"
#include "session/save.h"
#include "ui/sample_packets.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class SessionBridgeTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString file(std::size_t packets) {
        const QString path = directory_.filePath(QStringLiteral("%1.pcapng").arg(packets));
        sample::write_file(path, packets);
        return path;
    }
    static bool ended(SessionBridge& bridge) {
        return QTest::qWaitFor([&] { return bridge.state() == SessionState::ended; }, 20000);
    }

private slots:
    void opensAFile() {
        SessionBridge bridge;
        QSignalSpy started(&bridge, &SessionBridge::sourceStarted);
        QVERIFY(bridge.start(FileSource{file(300).toStdString()}));
        QCOMPARE(started.size(), 1);
        QVERIFY(ended(bridge));
        QCOMPARE(bridge.store()->count(), std::size_t(300));
        QTRY_COMPARE(bridge.statistics().seen, std::uint64_t(300));
    }

    void tellsWhyItCannot() {
        SessionBridge bridge;
        QSignalSpy failed(&bridge, &SessionBridge::failed);
        QVERIFY(!bridge.start(FileSource{directory_.filePath(QStringLiteral("missing.pcap")).toStdString()}));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][1].value<Error>().text().find("missing.pcap") != std::string::npos);
    }

    void judgesByTheRulesInForce() {
        SessionBridge bridge;
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
        QVERIFY(bridge.start(ReplaySource{.path = file(300).toStdString()}));
        QVERIFY(ended(bridge));
        QTRY_COMPARE(bridge.statistics().dropped, std::uint64_t(100));
        PacketRecord record;
        QVERIFY(bridge.store()->record(2, record));
        QCOMPARE(record.verdict, Verdict::drop);
        QCOMPARE(bridge.ruleLabel(record.rule), QStringLiteral("no pings"));
    }

    void showsTheVerdictsThatAFileTells() {
        SessionBridge bridge;
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
        QVERIFY(!bridge.addRule(QStringLiteral("accept"), QStringLiteral("udp")));
        QVERIFY(bridge.start(ReplaySource{.path = file(300).toStdString()}));
        QVERIFY(ended(bridge));
        RuleList gone;  // the rule of the pings goes; what it decided is told all the same
        gone.rules = {bridge.rules().rules[0]};
        QVERIFY(!bridge.changeRules(gone, "remove"));
        const std::string path = directory_.filePath(QStringLiteral("judged.pcapng")).toStdString();
        SaveOptions options;
        options.rule_text = bridge.ruleTexts();
        QVERIFY(save_packets(*bridge.store(), path, 0, 300, nullptr, options).has_value());

        SessionBridge later;  // with rules of its own under the same numbers
        QVERIFY(!later.addRule(QStringLiteral("drop"), QStringLiteral("arp"), QStringLiteral("another")));
        QVERIFY(!later.addRule(QStringLiteral("drop"), QStringLiteral("sctp"), QStringLiteral("and another")));
        QVERIFY(later.start(FileSource{path}));
        QVERIFY(ended(later));
        PacketRecord query, syn, ping;
        QVERIFY(later.store()->record(0, query) && later.store()->record(1, syn) && later.store()->record(2, ping));
        QCOMPARE(later.ruleLabel(ping.rule), QStringLiteral("no pings"));
        QCOMPARE(ping.verdict, Verdict::drop);
        QCOMPARE(later.ruleLabel(query.rule), QStringLiteral("udp"));
        QCOMPARE(query.verdict, Verdict::accept);
        QCOMPARE(syn.reason, VerdictReason::standard);
        QTRY_COMPARE(later.statistics().dropped, std::uint64_t(100));
        QVERIFY(!later.session().verdicts_act());
        QVERIFY(!later.applyFilter(QStringLiteral("sallyport.verdict == \"drop\"")));
        QTRY_COMPARE(later.filterRun()->progress().matched, std::size_t(100));
    }

    void undoesAndRedoesRules() {
        SessionBridge bridge;
        QSignalSpy changed(&bridge, &SessionBridge::rulesChanged);
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp")));
        QVERIFY(!bridge.addRule(QStringLiteral("accept"), QStringLiteral("arp")));
        QCOMPARE(bridge.rules().rules.size(), std::size_t(2));
        QCOMPARE(bridge.rules().rules[0].filter, std::string("arp"));
        const auto first_id = bridge.rules().rules[1].id;
        bridge.undoStack()->undo();
        QCOMPARE(bridge.rules().rules.size(), std::size_t(1));
        QCOMPARE(bridge.session().rules()->list().rules.size(), std::size_t(1));
        bridge.undoStack()->redo();
        QCOMPARE(bridge.rules().rules.size(), std::size_t(2));
        QCOMPARE(bridge.rules().rules[1].id, first_id);
        QCOMPARE(changed.size(), 4);
    }

    void refusesAWrongRuleAndKeepsTheOthers() {
        SessionBridge bridge;
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp")));
        auto fault = bridge.addRule(QStringLiteral("drop"), QStringLiteral("tcp.prot == 1"));
        QVERIFY(fault.has_value());
        QVERIFY(fault->text().find("tcp.prot") != std::string::npos);
        QCOMPARE(bridge.rules().rules.size(), std::size_t(1));
        QCOMPARE(bridge.undoStack()->count(), 1);
    }

    void neverGivesAnIdTwice() {
        SessionBridge bridge;
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("old")));
        const auto old = bridge.rules().rules[0].id;
        QVERIFY(!bridge.changeRules({}, "clear"));
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("arp"), QStringLiteral("new")));
        QVERIFY(bridge.rules().rules[0].id != old);
        QCOMPARE(bridge.ruleLabel(old), QStringLiteral("old"));
    }

    void filtersInTheBackground() {
        SessionBridge bridge;
        QVERIFY(bridge.start(FileSource{file(3000).toStdString()}));
        QSignalSpy changed(&bridge, &SessionBridge::filterChanged);
        QVERIFY(!bridge.applyFilter(QStringLiteral(" dns ")));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bridge.filterText(), QStringLiteral("dns"));
        QVERIFY(ended(bridge));
        QTRY_COMPARE(bridge.filterRun()->progress().matched, std::size_t(1000));
        auto fault = bridge.applyFilter(QStringLiteral("dns &&"));
        QVERIFY(fault.has_value());
        QCOMPARE(bridge.filterText(), QStringLiteral("dns"));
        QVERIFY(!bridge.applyFilter({}));
        QVERIFY(!bridge.filterRun());
    }

    void keepsTheFilterForTheNextSource() {
        SessionBridge bridge;
        QVERIFY(!bridge.applyFilter(QStringLiteral("icmp")));
        QVERIFY(bridge.start(FileSource{file(90).toStdString()}));
        QVERIFY(ended(bridge));
        QTRY_COMPARE(bridge.filterRun()->progress().matched, std::size_t(30));
    }
};

QTEST_GUILESS_MAIN(SessionBridgeTest)
#include "session_bridge_test.moc"
