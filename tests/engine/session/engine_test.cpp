// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"
#include "memory_module.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;

namespace {

constexpr std::uint8_t icmp = 1, udp = 17;

std::shared_ptr<const RuleSet> rules(const char* text) {
    auto list = RuleList::parse(text);
    if (!list) qFatal("%s", list.error().text().c_str());
    return RuleSet::compile(*list).value();
}

/// An engine over memory and all that stands around it.
struct Stage {
    explicit Stage(MemoryTraffic& traffic, FailPolicy policy = FailPolicy::open, unsigned threads = 1,
                   std::shared_ptr<PacketStore> packets = std::make_shared<PacketStore>())
        : store(std::move(packets)), engine({std::make_unique<MemoryModule>(traffic), threads, policy, store}, in_force, troubles) {}
    bool wait_for(SessionState state) {
        return QTest::qWaitFor([&] { return engine.state() == state; }, 20000);
    }
    SessionStatistics statistics() const {
        SessionStatistics sums;
        engine.add_to(sums);
        return sums;
    }
    RuleCount hits(std::uint32_t rule) const {
        std::map<std::uint32_t, RuleCount> sums;
        engine.add_to(sums);
        return sums[rule];
    }
    std::shared_ptr<PacketStore> store;
    RulesInForce in_force;
    Troubles troubles;
    Engine engine;
};

}  // namespace

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void judgesAndStores() {
        MemoryTraffic traffic{.packets = 1000, .make = [](auto i) { return ipv4_packet(i % 3 ? udp : icmp); }};
        Stage stage(traffic);
        stage.in_force.set(rules("drop in when ip.proto == 1\ndrop out\ndefault accept\n"));
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QCOMPARE(traffic.dropped.load(), 334u);
        QCOMPARE(traffic.accepted.load(), 666u);
        QCOMPARE(traffic.undecided.load(), 0u);
        auto statistics = stage.statistics();
        QCOMPARE(statistics.seen, 1000u);
        QCOMPARE(statistics.bytes, 28000u);
        QCOMPARE(statistics.accepted, 666u);
        QCOMPARE(statistics.dropped, 334u);
        QCOMPARE(stage.hits(1).packets, 334u);
        QCOMPARE(stage.hits(1).bytes, 334u * 28);
        QCOMPARE(stage.hits(2).packets, 0u);
        QCOMPARE(stage.hits(no_rule).packets, 666u);
        QCOMPARE(stage.store->count(), std::size_t(1000));
        for (std::size_t i = 0; i < 1000; i++) {
            PacketRecord record;
            QVERIFY(stage.store->record(i, record));
            QCOMPARE(record.id, i << 8);
            QCOMPARE(record.verdict, i % 3 ? Verdict::accept : Verdict::drop);
            QCOMPARE(record.reason, i % 3 ? VerdictReason::standard : VerdictReason::rule);
            QCOMPARE(record.rule, i % 3 ? no_rule : 1u);
            QCOMPARE(record.direction, Direction::in);
            QCOMPARE(record.captured, 28u);
            QVERIFY(record.waited_us < 10'000'000);
        }
        QVERIFY(stage.troubles.all().empty());
        QCOMPARE(stage.store->interfaces().size(), std::size_t(1));
    }

    void observersAreNotJudged() {
        MemoryTraffic traffic{.packets = 10, .make = [](auto) { return ipv4_packet(icmp); }, .observe = true};
        Stage stage(traffic);
        stage.in_force.set(rules("drop\n"));
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QVERIFY(!stage.engine.acts());
        QCOMPARE(traffic.dropped + traffic.accepted, 0u);
        PacketRecord record;
        QVERIFY(stage.store->record(9, record));
        QCOMPARE(record.reason, VerdictReason::none);
        QCOMPARE(stage.statistics().dropped, 0u);
    }

    void ownAnswersPassUnjudged() {
        MemoryTraffic traffic{.packets = 5, .make = [](auto) { return ipv4_packet(icmp); }, .own_answers = true};
        Stage stage(traffic);
        stage.in_force.set(rules("drop\n"));
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QCOMPARE(traffic.accepted.load(), 5u);
        QCOMPARE(stage.hits(1).packets, 0u);
        PacketRecord record;
        QVERIFY(stage.store->record(0, record));
        QCOMPARE(record.status, PacketStatus::sent);
        QCOMPARE(record.reason, VerdictReason::none);
    }

    void rulesAreSwappedUnderTraffic() {
        // The two rule sets disagree about every packet: one judged by half of each would be neither.
        MemoryTraffic traffic{.packets = ~0ull, .make = [](auto i) { return ipv4_packet(i & 1 ? udp : icmp); }, .states_wanted = 3};
        Stage stage(traffic, FailPolicy::open, 3);
        auto first = rules("drop when ip.proto == 1\naccept\ndefault drop\n");
        auto second = rules("accept when ip.proto == 1\ndrop\ndefault accept\n");
        stage.in_force.set(first);
        QVERIFY(stage.engine.start());
        for (int i = 0; i < 1000; i++) {
            stage.in_force.set(i & 1 ? first : second);
            if (i % 100 == 0) QTest::qWait(1);
        }
        auto enough = stage.statistics().seen + 1000;
        QVERIFY(QTest::qWaitFor([&] { return stage.statistics().seen > enough; }, 10000));
        stage.engine.stop();
        QCOMPARE(stage.engine.state(), SessionState::stopped);
        auto statistics = stage.statistics();
        QCOMPARE(statistics.seen, traffic.received.load());
        QCOMPARE(statistics.seen, stage.store->count());
        QCOMPARE(stage.hits(1).packets + stage.hits(2).packets, statistics.seen);
        QCOMPARE(stage.hits(no_rule).packets, 0u);
        QCOMPARE(traffic.undecided.load(), 0u);
        QCOMPARE(traffic.states.load(), 0u);
    }

    void changedRulesActOnTheNextPacket() {
        MemoryTraffic traffic{.packets = 100, .make = [](auto) { return ipv4_packet(icmp); }};
        RulesInForce* in_force = nullptr;
        traffic.decided = [&](std::uint64_t index, Verdict, Bytes) {
            if (index == 49) in_force->set(rules("accept when ip.proto == 17\ndrop when ip.proto == 1\n"));
        };
        Stage stage(traffic);
        in_force = &stage.in_force;
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QCOMPARE(traffic.accepted.load(), 50u);
        QCOMPARE(traffic.dropped.load(), 50u);
        QCOMPARE(stage.hits(no_rule).packets, 50u);
        QCOMPARE(stage.hits(2).packets, 50u);
    }

    void stopsAtOnceHoweverOften() {
        for (int i = 0; i < 100; i++) {
            MemoryTraffic traffic{
                .packets = std::uint64_t(i % 5), .endless = true, .make = [](auto) { return ipv4_packet(udp); }, .states_wanted = 2};
            Stage stage(traffic, FailPolicy::open, 2);
            QVERIFY(stage.engine.start());
            QElapsedTimer timer;
            timer.start();
            stage.engine.stop();
            QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
            QCOMPARE(stage.engine.state(), SessionState::stopped);
            QCOMPARE(traffic.states.load(), 0u);
            stage.engine.stop();
        }
    }

    void failedStartLeavesNothing() {
        MemoryTraffic traffic{.packets = 5, .make = [](auto) { return ipv4_packet(udp); }, .fail_start = true, .states_wanted = 3};
        Stage stage(traffic, FailPolicy::open, 3);
        auto started = stage.engine.start();
        QVERIFY(!started);
        QCOMPARE(QString::fromStdString(started.error().text()), QString("the last state cannot be made (make fewer)"));
        QCOMPARE(traffic.states.load(), 0u);
        QCOMPARE(traffic.received.load(), 0u);
    }

    void singleErrorsAreSurvived() {
        MemoryTraffic traffic{.packets = 1000, .make = [](auto) { return ipv4_packet(udp); }};
        traffic.fail = [](std::uint64_t i) { return i % 10 == 0 ? std::optional(Error{words("record cut"), {}, 0}) : std::nullopt; };
        Stage stage(traffic);
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QCOMPARE(stage.statistics().seen, 900u);
        QCOMPARE(stage.troubles.all().size(), std::size_t(1));
    }

    void onlyErrorsAreFailure() {
        MemoryTraffic traffic{.packets = ~0ull, .endless = true, .make = [](auto) { return ipv4_packet(udp); }, .states_wanted = 2};
        traffic.fail = [](std::uint64_t) { return std::optional(Error{words("the interface vanished"), {}, 0}); };
        Stage stage(traffic, FailPolicy::open, 2);
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::failed));
        QCOMPARE(QString::fromStdString(stage.troubles.all().at(0).what.text()), QString("the interface vanished"));
        stage.engine.stop();
        QCOMPARE(stage.engine.state(), SessionState::failed);
    }

    void whatCannotBeStoredIsJudged() {
        MemoryTraffic traffic{.packets = 9, .make = [](auto) { return ipv4_packet(icmp); }};
        Stage stage(traffic, FailPolicy::open, 1, std::make_shared<PacketStore>(StoreBudget{}, "/nonexistent/spool"));
        stage.in_force.set(rules("drop when ip.proto == 1\n"));
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QCOMPARE(traffic.dropped.load(), 9u);
        QCOMPARE(stage.statistics().not_stored, 9u);
        QCOMPARE(stage.troubles.all().size(), std::size_t(1));
    }

    void refusedVerdictsAreFailures() {
        MemoryTraffic traffic{.packets = 7, .make = [](auto) { return ipv4_packet(udp); }, .refuse_verdicts = true};
        Stage stage(traffic, FailPolicy::closed);
        QVERIFY(stage.engine.start());
        QVERIFY(stage.wait_for(SessionState::ended));
        QCOMPARE(stage.statistics().failed, 7u);
        QCOMPARE(stage.statistics().dropped, 7u);
        PacketRecord record;
        QVERIFY(stage.store->record(0, record));
        QCOMPARE(record.reason, VerdictReason::failure);
        QCOMPARE(record.verdict, Verdict::drop);
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
