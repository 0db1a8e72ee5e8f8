// SPDX-License-Identifier: GPL-3.0-or-later
// Watching an interface: the loopback of this test's own network namespace.
#include "practice/practice_network.h"
#include "session/session.h"
#include "wire.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;

class LiveSessionTest : public QObject {
    Q_OBJECT
public:
    explicit LiveSessionTest(Status private_network) : private_network_(std::move(private_network)) {}

private:
    Status private_network_;
private slots:
    void initTestCase() {
        if (!private_network_) QSKIP(private_network_.error().text().c_str());
        QVERIFY(raise_loopback());
    }

    void seesEachPacketWhileItComes() {
        Wire wire(AF_INET);
        Session session;
        auto started = session.start(LiveSource{.interfaces = {"lo"}, .capture_filter = "udp"});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        QVERIFY(!session.verdicts_act());
        session.set_rules(RuleSet::compile(RuleList::parse("drop").value()).value());
        for (int i = 0; i < 100; i++) QVERIFY(wire.passes());
        QVERIFY(QTest::qWaitFor([&] { return session.store()->count() >= 100; }, 2000));
        QTest::qWait(100);
        auto store = session.store();
        QCOMPARE(store->count(), std::size_t(100));
        QElapsedTimer timer;
        timer.start();
        session.stop();
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(session.state(), SessionState::stopped);
        QCOMPARE(QString::fromStdString(store->interfaces().at(0).name), QString("lo"));
        PacketRecord record;
        QVERIFY(store->record(99, record));
        QCOMPARE(record.reason, VerdictReason::none);
        QCOMPARE(session.statistics().budget_bytes, StoreBudget{}.bytes);
        QVERIFY(session.troubles().empty());
    }

    void restartsOften() {
        Wire wire(AF_INET6);
        Session session;
        for (int i = 0; i < 20; i++) {
            auto started = i ? session.restart() : session.start(LiveSource{.interfaces = {"any"}});
            QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
            QVERIFY(wire.passes());
            QVERIFY(QTest::qWaitFor([&] { return session.store()->count() > 0; }, 2000));
        }
    }

    void refusesWithTheCause() {
        Session session;
        auto started = session.start(LiveSource{.interfaces = {"nosuch0"}});
        QVERIFY(!started && started.error().what.text().find("nosuch0") != std::string::npos);
        started = session.start(LiveSource{.interfaces = {"lo"}, .capture_filter = "prot udp"});
        QVERIFY(!started);
        QVERIFY2(started.error().what.text().find("prot udp") != std::string::npos, started.error().what.text().c_str());
        QVERIFY(!session.start(LiveSource{}));
    }
};

int main(int argc, char** argv) {
    LiveSessionTest test(enter_private_network());  // before any thread is made
    QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "live_session_test.moc"
