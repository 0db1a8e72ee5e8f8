// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the firewall: real programs talk to real servers in a private network, a rule stops just what it
// names within 100 ms, its removal lets it on.
#include "practice/practice_network.h"
#include "session/session.h"
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace sallyport;

namespace {

std::shared_ptr<const RuleSet> rules(const char* text) {
    auto list = RuleList::parse(text);
    if (!list) qFatal("%s", list.error().text().c_str());
    return RuleSet::compile(*list).value();
}

bool succeeds(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(10000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool fetches(const QString& url) { return succeeds("curl", {"-gsS", "-o", "/dev/null", "--max-time", "1", url}); }
bool pings(const QString& host) { return succeeds("ping", {"-c1", "-W1", host}); }
bool resolves(const QString& server) { return succeeds("dig", {"+time=1", "+tries=1", "@" + server, "www.practice", "A"}); }

/// A ping that goes on, 50 times a second, and tells when the last answer came.
class Pulse {
public:
    explicit Pulse(const QString& host) {
        process_.start("ping", {"-i0.02", "-n", host});
        process_.waitForStarted();
    }
    ~Pulse() {
        process_.kill();
        process_.waitForFinished();
    }
    /// Answers that come within this time, counted.
    int answers(int milliseconds) {
        QElapsedTimer timer;
        timer.start();
        int count = 0;
        for (qint64 left; (left = milliseconds - timer.elapsed()) > 0;) {
            process_.waitForReadyRead(int(left));
            while (process_.canReadLine()) count += process_.readLine().contains("time=");
        }
        return count;
    }

private:
    QProcess process_;
};

}  // namespace

class SessionBlockTest : public QObject {
    Q_OBJECT
public:
    SessionBlockTest(Status private_network, Result<std::unique_ptr<PracticeNetwork>> network)
        : private_network_(std::move(private_network)), network_(std::move(network)) {}

private:
    Status private_network_;
    Result<std::unique_ptr<PracticeNetwork>> network_;
    QString www4_, www6_, dns4_, dns6_;

private slots:
    void initTestCase() {
        if (!private_network_) QSKIP(private_network_.error().text().c_str());
        for (auto* program : {"curl", "ping", "dig"})
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP("curl, ping and dig are needed: apt install curl iputils-ping bind9-dnsutils");
        QVERIFY2(network_.has_value(), network_ ? "" : network_.error().text().c_str());
        for (auto& host : (*network_)->hosts()) {
            if (host.name == "www") www4_ = QString::fromStdString(host.ipv4), www6_ = QString::fromStdString(host.ipv6);
            if (host.name == "dns") dns4_ = QString::fromStdString(host.ipv4), dns6_ = QString::fromStdString(host.ipv6);
        }
        QVERIFY(QTest::qWaitFor([&] { return fetches("http://" + www4_ + "/"); }, 20'000));
    }

    void stopsJustWhatTheRuleNames_data() {
        QTest::addColumn<QString>("www");
        QTest::addColumn<QString>("dns");
        QTest::newRow("IPv4") << www4_ << dns4_;
        if (!www6_.isEmpty()) QTest::newRow("IPv6") << www6_ << dns6_;
    }
    void stopsJustWhatTheRuleNames() {
        QFETCH(QString, www);
        QFETCH(QString, dns);
        const QString url = www.contains(':') ? "http://[" + www + "]/" : "http://" + www + "/";
        Session session;
        auto started = session.start(FirewallSource{});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        QVERIFY(fetches(url) && pings(www) && resolves(dns));
        session.set_rules(rules("drop out when tcp.dstport == 80\n"));
        QVERIFY(!fetches(url));
        QVERIFY(pings(www) && resolves(dns));
        session.set_rules(rules("drop in when udp.srcport == 53\n"));
        QVERIFY(!resolves(dns));
        QVERIFY(fetches(url) && pings(www));
        session.set_rules(rules("drop when icmp.type == 8 || icmpv6.type == 128\n"));
        QVERIFY(!pings(www));
        QVERIFY(fetches(url) && resolves(dns));
        session.set_rules(rules("default accept\n"));
        QVERIFY(fetches(url) && pings(www) && resolves(dns));
        QVERIFY(session.troubles().empty());
    }

    void actsWithinATenthOfASecond_data() { stopsJustWhatTheRuleNames_data(); }
    void actsWithinATenthOfASecond() {
        QFETCH(QString, www);
        Session session;
        auto started = session.start(FirewallSource{});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        auto drop = rules("drop out when icmp.type == 8 || icmpv6.type == 128\n"), open = rules("default accept\n");
        Pulse pulse(www);
        QVERIFY(pulse.answers(400) > 3);
        for (int i = 0; i < 3; i++) {
            session.set_rules(drop);
            pulse.answers(100);
            QCOMPARE(pulse.answers(300), 0);
            session.set_rules(open);
            QVERIFY2(pulse.answers(100) > 0, "answers come again within 100 ms");
        }
        session.set_rules(drop);
        pulse.answers(100);
        session.stop();
        QVERIFY2(pulse.answers(200) > 0, "after the end traffic flows");
    }
};

int main(int argc, char** argv) {
    // Before any thread is made: here, and in the hosts, which are forks of this process.
    auto entered = enter_private_network();
    auto network = entered ? PracticeNetwork::create({.clients = false}) : tl::make_unexpected(entered.error());
    SessionBlockTest test(std::move(entered), std::move(network));
    QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "session_block_test.moc"
