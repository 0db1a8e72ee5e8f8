// SPDX-License-Identifier: GPL-3.0-or-later
// Flows are counted both ways, begin and end as TCP and the clock say, and take bounded memory whatever comes.
#include "engine/flow/flow_packets.h"
#include <QtTest>
#include <limits>
#include <map>
#include <random>
#include <set>

using namespace sallyport;

namespace {
constexpr std::uint32_t a = 0x0a000001, b = 0xc0a80002;  // 10.0.0.1, 192.168.0.2

void say_hello(FlowFeed& feed, unsigned port) {
    feed.tcp_segment(a, port, b, 443, syn_flag);
    feed.tcp_segment(b, 443, a, port, syn_flag | ack_flag);
    feed.tcp_segment(a, port, b, 443, ack_flag);
}
void say_goodbye(FlowFeed& feed, unsigned port) {
    feed.tcp_segment(a, port, b, 443, fin_flag | ack_flag);
    feed.tcp_segment(b, 443, a, port, fin_flag | ack_flag);
    feed.tcp_segment(a, port, b, 443, ack_flag);
}
}  // namespace

class FlowTableTest : public QObject {
    Q_OBJECT

private slots:
    void bothDirectionsAreOneFlow() {
        FlowFeed feed;
        feed.datagram(a, 5000, b, 53, ByteBuffer(10));
        feed.datagram(b, 53, a, 5000, ByteBuffer(100));
        feed.datagram(a, 5000, b, 53, ByteBuffer(10));
        const auto flows = feed.flows();
        QCOMPARE(flows.size(), std::size_t(1));
        const Flow& flow = flows[0];
        QCOMPARE(client_of(flow), std::string("10.0.0.1:5000"));
        QCOMPARE(server_of(flow), std::string("192.168.0.2:53"));
        QCOMPARE(flow.from_client.packets, std::uint64_t(2));
        QCOMPARE(flow.from_server.packets, std::uint64_t(1));
        QCOMPARE(flow.from_client.bytes, std::uint64_t(2 * (14 + 20 + 8 + 10)));
        QCOMPARE(flow.from_server.bytes, std::uint64_t(14 + 20 + 8 + 100));
        QCOMPARE(flow.duration(), std::int64_t(2'000'000));
        QCOMPARE(flow.first_packet, std::uint64_t(0));
        QCOMPARE(flow.last_packet, std::uint64_t(2));
        QCOMPARE(flow.watched(), std::uint64_t(3));
    }

    void otherPortsAndProtocolsAreOtherFlows() {
        FlowFeed feed;
        feed.datagram(a, 5000, b, 53);
        feed.datagram(a, 5001, b, 53);
        feed.tcp_segment(a, 5000, b, 53, syn_flag);
        feed.datagram(a, 53, b, 5000);
        QCOMPARE(feed.flows().size(), std::size_t(4));
    }

    /// Who began it is the client, also where the capture began later.
    void tellsTheClient_data() {
        QTest::addColumn<int>("flags");
        QTest::addColumn<int>("from_port");
        QTest::addColumn<int>("to_port");
        QTest::addColumn<bool>("sender_is_client");
        QTest::newRow("a SYN, from a low port") << int(syn_flag) << 80 << 50000 << true;
        QTest::newRow("the answer to a SYN, to a low port") << int(syn_flag | ack_flag) << 50000 << 80 << false;
        QTest::newRow("in the middle, from the service") << int(ack_flag) << 443 << 50000 << false;
        QTest::newRow("in the middle, to the service") << int(ack_flag) << 50000 << 443 << true;
        QTest::newRow("UDP from a system port") << -1 << 53 << 50000 << false;
        QTest::newRow("UDP from a user port") << -1 << 8000 << 50000 << true;
        QTest::newRow("UDP between system ports") << -1 << 68 << 67 << true;
    }
    void tellsTheClient() {
        QFETCH(int, flags);
        QFETCH(int, from_port);
        QFETCH(int, to_port);
        QFETCH(bool, sender_is_client);
        for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
            FlowFeed feed;
            if (flags < 0) feed.datagram(from, unsigned(from_port), to, unsigned(to_port));
            else feed.tcp_segment(from, unsigned(from_port), to, unsigned(to_port), std::uint8_t(flags));
            const Flow flow = feed.flows().at(0);
            QCOMPARE(int(flow.client_port()), sender_is_client ? from_port : to_port);
            QCOMPARE(flow.from_client.packets, std::uint64_t(sender_is_client));
        }
    }

    void followsAConnection() {
        FlowFeed feed;
        const auto state = [&] { return feed.flows().back().tcp; };
        feed.tcp_segment(a, 5000, b, 443, syn_flag);
        QCOMPARE(state(), TcpState::opening);
        feed.tcp_segment(b, 443, a, 5000, syn_flag | ack_flag);
        QCOMPARE(state(), TcpState::open);
        feed.tcp_segment(a, 5000, b, 443, ack_flag);
        feed.tcp_segment(a, 5000, b, 443, fin_flag | ack_flag);
        QCOMPARE(state(), TcpState::closing);
        QCOMPARE(feed.flows().back().ending, FlowEnding::none);
        feed.tcp_segment(b, 443, a, 5000, fin_flag | ack_flag);
        QCOMPARE(state(), TcpState::closed);
        QCOMPARE(feed.flows().back().ending, FlowEnding::closed);
        feed.tcp_segment(a, 5000, b, 443, ack_flag);  // the last word still belongs to it
        feed.tcp_segment(b, 443, a, 5000, rst_flag);
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(feed.flows().back().packets(), std::uint64_t(7));
        QCOMPARE(state(), TcpState::closed);
    }

    void aResetEndsIt() {
        FlowFeed feed;
        feed.tcp_segment(a, 5000, b, 443, syn_flag);
        feed.tcp_segment(b, 443, a, 5000, rst_flag | ack_flag);
        QCOMPARE(feed.flows().back().tcp, TcpState::reset);
        QCOMPARE(feed.flows().back().ending, FlowEnding::reset);
    }

    void aNewConnectionOnTheSamePortsIsANewFlow() {
        FlowFeed feed;
        say_hello(feed, 5000);
        feed.tcp_segment(a, 5000, b, 443, syn_flag);  // a stray copy
        QCOMPARE(feed.flows().size(), std::size_t(1));
        say_goodbye(feed, 5000);
        say_hello(feed, 5000);
        const auto flows = feed.flows();
        QCOMPARE(flows.size(), std::size_t(2));
        QCOMPARE(flows[0].ending, FlowEnding::closed);
        QCOMPARE(flows[0].packets(), std::uint64_t(7));
        QCOMPARE(flows[1].tcp, TcpState::open);
        QCOMPARE(flows[1].packets(), std::uint64_t(3));
    }

    void idleFlowsEnd_data() {
        QTest::addColumn<int>("flags");
        QTest::addColumn<int>("seconds");
        QTest::newRow("UDP") << -1 << 30;
        QTest::newRow("TCP, not answered") << int(syn_flag) << 120;
        QTest::newRow("TCP, open") << int(ack_flag) << 3600;
        QTest::newRow("TCP, one side finished") << int(fin_flag | ack_flag) << 120;
    }
    void idleFlowsEnd() {
        QFETCH(int, flags);
        QFETCH(int, seconds);
        const auto send = [&](FlowFeed& feed) {
            if (flags < 0) feed.datagram(a, 5000, b, 2000);
            else feed.tcp_segment(a, 5000, b, 443, std::uint8_t(flags));
        };
        for (const bool wall : {false, true}) {
            FlowFeed feed;
            send(feed);
            const Timestamp sent{feed.record.time.ns - 1'000'000};
            QCOMPARE(FlowTable::timeout(feed.flows()[0]), seconds * flow_second);
            feed.tracker.table().advance({sent.ns + seconds * flow_second});
            QCOMPARE(feed.flows()[0].ending, FlowEnding::none);
            if (wall) feed.tracker.table().advance({sent.ns + seconds * flow_second + 1});
            else feed.wait(seconds), send(feed);
            QCOMPARE(feed.flows()[0].ending, FlowEnding::idle);
            QCOMPARE(feed.flows().size(), std::size_t(wall ? 1 : 2));
        }
    }

    void aPacketOfAnotherFlowLetsTimePass() {
        FlowFeed feed;
        feed.datagram(a, 5000, b, 2000);
        feed.wait(31);
        feed.datagram(a, 6000, b, 2000);
        QCOMPARE(feed.flows()[0].ending, FlowEnding::idle);
        QCOMPARE(feed.flows()[1].ending, FlowEnding::none);
    }

    /// One packet with a mad clock ends what was idle then, and no more; those after it are in their flows again.
    void aMadClockDoesNoLastingHarm_data() {
        QTest::addColumn<qlonglong>("ns");
        QTest::newRow("1970") << 0ll;
        QTest::newRow("before") << std::numeric_limits<qlonglong>::min();
        QTest::newRow("the year 2262") << std::numeric_limits<qlonglong>::max();
    }
    void aMadClockDoesNoLastingHarm() {
        QFETCH(qlonglong, ns);
        FlowFeed feed;
        for (int i = 0; i < 100; i++) {
            const PacketRecord sane = feed.record;
            if (i == 50) feed.record.time.ns = ns;
            feed.datagram(a, i == 50 ? 9000 : 5000, b, 2000);
            feed.record = sane;
            feed.wait(1);
        }
        const auto flows = feed.flows();
        QCOMPARE(flows.size(), std::size_t(3));
        QCOMPARE(flows[0].packets(), std::uint64_t(50));
        QCOMPARE(flows[2].packets(), std::uint64_t(49));
    }

    void packetsOutOfOrderStayInTheirFlow() {
        FlowFeed feed;
        for (int i = 0; i < 1000; i++) {
            feed.record.time.ns += (i % 2 ? 1 : -1) * 40'000'000;
            feed.datagram(a, 5000, b, 2000);
        }
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QVERIFY(feed.flows()[0].duration() > 0);
    }

    void countsVerdicts() {
        FlowFeed feed;
        feed.record.reason = VerdictReason::standard;
        feed.datagram(a, 5000, b, 2000);
        feed.record.reason = VerdictReason::rule, feed.record.rule = 7, feed.record.verdict = Verdict::drop;
        feed.datagram(a, 5000, b, 2000);
        feed.datagram(a, 5000, b, 2000);
        const Flow flow = feed.flows()[0];
        QCOMPARE(flow.accepted, std::uint64_t(1));
        QCOMPARE(flow.dropped, std::uint64_t(2));
        QCOMPARE(flow.watched(), std::uint64_t(0));
        QCOMPARE(flow.rule, 7u);
        QCOMPARE(flow.verdict, Verdict::drop);
    }

    void theLongestIdleMakesRoom() {
        FlowFeed feed(3);
        for (const unsigned port : {5000u, 5001u, 5002u}) feed.datagram(a, port, b, 2000);
        feed.datagram(b, 2000, a, 5000);
        feed.datagram(a, 5003, b, 2000);
        std::multiset<int> ports;
        for (auto& flow : feed.flows()) ports.insert(flow.client_port());
        QVERIFY((ports == std::multiset<int>{5000, 5002, 5003}));
        QCOMPARE(feed.tracker.table().evicted(), std::uint64_t(1));
        feed.datagram(a, 5001, b, 2000);  // it comes back as a new one
        QCOMPARE(feed.tracker.table().size(), std::size_t(3));
        QCOMPARE(feed.tracker.table().evicted(), std::uint64_t(2));
        feed.tracker.table().set_most(1);
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(int(feed.flows()[0].client_port()), 5001);
        feed.tracker.table().set_most(0);
        QCOMPARE(feed.tracker.table().most(), 1u);
    }

    /// Half a million ends that nobody has seen before, through a small table: bounded memory, and packets of a lasting connection
    /// still find it as long as they come often enough.
    void aFloodIsBounded() {
        constexpr std::uint32_t most = 2000;
        FlowFeed feed(most);
        std::mt19937 random(3);
        say_hello(feed, 5000);
        std::size_t memory = 0;
        for (int i = 0; i < 500'000; i++) {
            feed.tcp_segment(std::uint32_t(random()), random() & 0xffff, std::uint32_t(random()), random() & 0xffff,
                             std::uint8_t(random()));
            if (i % 1000 == 0) feed.tcp_segment(a, 5000, b, 443, ack_flag);
            if (i == 10'000) memory = feed.tracker.table().memory();
        }
        QCOMPARE(feed.tracker.table().memory(), memory);
        QVERIFY2(memory < most * 512, QByteArray::number(qulonglong(memory)));
        QCOMPARE(feed.tracker.table().size(), std::size_t(most));
        QVERIFY(feed.tracker.table().evicted() > 490'000);
        QCOMPARE(feed.flows()[0].packets(), std::uint64_t(503));
    }

    void evictionAndTimeoutsAgreeWithAPlainModel() {
        FlowFeed feed(50);
        std::mt19937 random(11);
        std::map<unsigned, std::int64_t> last;  // by port: the plain model
        std::uint64_t begun = 0;
        for (int i = 0; i < 20'000; i++) {
            feed.wait(std::int64_t(random() % 2));
            const unsigned port = 5000 + random() % 40;
            const auto known = last.find(port);
            if (known == last.end() || feed.record.time.ns - known->second > 30 * flow_second) begun++;
            last[port] = feed.record.time.ns;
            feed.datagram(a, port, b, 2000);
        }
        QCOMPARE(feed.tracker.table().size(), std::size_t(50));
        QCOMPARE(feed.tracker.table().evicted() + 50, begun);
        QCOMPARE(feed.flows().back().id, begun);
    }
};

QTEST_APPLESS_MAIN(FlowTableTest)
#include "flow_table_test.moc"
