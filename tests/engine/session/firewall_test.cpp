// SPDX-License-Identifier: GPL-3.0-or-later
// The firewall on real packets, in a network namespace of this test's own: its loopback and nothing else.
#include "practice/practice_network.h"
#include "session/session.h"
#include "wire.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;

namespace {

std::shared_ptr<const RuleSet> rules(const QString& text) {
    auto list = RuleList::parse(text.toStdString());
    if (!list) qFatal("%s", list.error().text().c_str());
    return RuleSet::compile(*list).value();
}

}  // namespace

class FirewallTest : public QObject {
    Q_OBJECT
public:
    explicit FirewallTest(Status private_network) : private_network_(std::move(private_network)) {}

private:
    Status private_network_;
private slots:
    void initTestCase() {
        if (!private_network_) QSKIP(private_network_.error().text().c_str());
        QVERIFY(raise_loopback());
    }

    void ruleStopsAndReleasesWhileRunning_data() {
        QTest::addColumn<int>("family");
        QTest::addColumn<QString>("network");
        QTest::newRow("IPv4") << AF_INET << "ip";
        QTest::newRow("IPv6") << AF_INET6 << "ipv6";
    }
    void ruleStopsAndReleasesWhileRunning() {
        QFETCH(int, family);
        QFETCH(QString, network);
        Wire wire(family), other(family);
        QVERIFY(wire.ready() && other.ready());
        QVERIFY(wire.passes());
        Session session;
        auto started = session.start(FirewallSource{});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        QVERIFY(session.verdicts_act());
        QCOMPARE(session.state(), SessionState::running);
        QVERIFY(session.kernel_table().find("table inet sallyport") != std::string::npos);
        QVERIFY(wire.passes());

        QElapsedTimer timer;
        timer.start();
        session.set_rules(rules(QString("drop when udp.dstport == %1\n").arg(wire.port())));
        QVERIFY2(timer.elapsed() < 100, "a rule is in force at once");
        QVERIFY(!wire.passes());
        QVERIFY2(other.passes(), "just that traffic is stopped");
        session.set_rules(rules("default accept\n"));
        timer.restart();
        QVERIFY(wire.passes());
        QVERIFY(timer.elapsed() < 100);

        session.stop();
        QCOMPARE(session.kernel_table(), std::string());
        QVERIFY2(wire.passes(), "after the end traffic flows");
        auto store = session.store();
        QCOMPARE(store->count(), std::size_t(4));                 // loopback is seen once
        std::vector<Verdict> verdicts;
        for (std::size_t i = 0; i < store->count(); i++) {
            PacketRecord record;
            QVERIFY(store->record(i, record));
            verdicts.push_back(record.verdict);
            QCOMPARE(record.direction, Direction::out);
            QCOMPARE(record.reason, record.verdict == Verdict::drop ? VerdictReason::rule : VerdictReason::standard);
            QCOMPARE(record.rule, record.verdict == Verdict::drop ? 1u : no_rule);
            QVERIFY(record.waited_us < 100'000);
        }
        QCOMPARE(verdicts, (std::vector{Verdict::accept, Verdict::drop, Verdict::accept, Verdict::accept}));
        QCOMPARE(session.statistics().dropped, 1u);
    }

    void swapsRulesUnderTraffic() {
        Wire wire(AF_INET);
        Session session;
        auto started = session.start(FirewallSource{.queues = 2});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        auto open = rules("accept when udp\ndefault drop\n"), shut = rules("drop when udp\n");
        std::uint64_t sent = 0, arrived = 0;
        for (int i = 0; i < 1000; i++) {
            session.set_rules(i & 1 ? shut : open);
            for (int n = 0; n < 5; n++, sent++) wire.send();
            do {                                                  // never more on the way than the receiver's socket takes
                while (wire.arrives(0)) arrived++;
            } while (sent - session.statistics().seen > 100);
        }
        while (wire.arrives(200)) arrived++;
        session.stop();
        auto statistics = session.statistics();
        QCOMPARE(statistics.seen, sent);
        QCOMPARE(statistics.accepted, arrived);
        QCOMPARE(statistics.accepted + statistics.dropped, sent);
        QCOMPARE(statistics.failed, 0u);
        QVERIFY(statistics.accepted > 0 && statistics.dropped > 0);
        QCOMPARE(session.store()->count(), sent);
    }

    void restartsOften() {
        Wire wire(AF_INET);
        Session session;
        for (int i = 0; i < 50; i++) {
            auto started = i ? session.restart() : session.start(FirewallSource{.queues = 3});
            QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
            QVERIFY(wire.passes());
            QElapsedTimer timer;
            timer.start();
            if (i & 1) session.stop();
            QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        }
        QVERIFY(session.troubles().empty());
    }

    void aSecondFirewallIsRefused() {
        Session first, second;
        QVERIFY(first.start(FirewallSource{}).has_value());
        auto started = second.start(FirewallSource{});
        QVERIFY(!started);
        QCOMPARE(second.state(), SessionState::failed);
        QCOMPARE(second.troubles().size(), std::size_t(1));
        QVERIFY(!started.error().remedy.empty());
        Wire wire(AF_INET);
        QVERIFY(wire.passes());
        first.stop();
        QVERIFY(second.restart().has_value());
    }

    void wrongSettingsAreRefused() {
        Session session;
        QVERIFY(!session.start(FirewallSource{.input = false, .output = false}));
        QVERIFY(!session.start(FirewallSource{.queues = 1000}));
        QVERIFY(!session.restart());
    }
};

int main(int argc, char** argv) {
    FirewallTest test(enter_private_network());                    // before any thread is made
    QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "firewall_test.moc"
