// SPDX-License-Identifier: GPL-3.0-or-later
// Sending on real interfaces and through a real firewall, in a network of this test's own: every packet is counted as sent or failed, and
// what was sent is what arrives.
#include "../netfilter/own_network.h"
#include "session/packet_view.h"
#include "session/send_job.h"
#include "session/surroundings.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QtTest>

using namespace sallyport;

namespace {

constexpr int patience_ms = 20'000;

std::shared_ptr<const RuleSet> rules(const char* text) { return RuleSet::compile(*RuleList::parse(text)).value(); }

/// A datagram from host1's near end to its far end, with the sweeps.
std::shared_ptr<const PacketSeries> datagrams(const Surroundings& here, std::initializer_list<const char*> sweeps = {},
                                              const char* port = "9") {
    auto packet = *compose(*find_template("udp"), here);
    for (auto& set : {std::string("ip.src=10.1.0.1"), std::string("ip.dst=10.1.0.2"), std::string("udp.dstport=") + port})
        if (auto done = packet.set(std::string_view(set)); !done) qFatal("%s", done.error().text().c_str());
    std::vector<Sweep> parsed;
    for (auto* text : sweeps) parsed.push_back(*Sweep::parse(text));
    return std::make_shared<PacketSeries>(*PacketSeries::make(packet, parsed));
}

/// Datagrams that came to the far end sound, and that nobody there listens for (/proc/net/snmp, "NoPorts").
std::uint64_t received_there(const own_network::Host& host) {
    const auto lines = QString::fromStdString(own_network::run(host.inside() + "grep ^Udp: /proc/net/snmp")).split('\n');
    return lines.value(1).split(' ').value(2).toULongLong();
}

/// Packets of the store to that UDP port that were made here, and what became of them.
struct Found {
    std::size_t ours = 0, dropped = 0, accepted = 0;
    std::uint32_t rule = no_rule;
    PacketStatus status = PacketStatus::forged;
};
Found find_ours(const Session& session) {
    Found found;
    auto store = session.store();
    store->visit(0, store->count(), [&](std::size_t, const PacketRecord& record, Bytes) {
        if (!(record.flags & PacketFlag::made_here)) return true;
        found.ours++;
        (record.verdict == Verdict::drop ? found.dropped : found.accepted)++;
        found.rule = record.rule, found.status = record.status;
        return true;
    });
    return found;
}

/// The numbers of what was sent add up.
void check(const SendProgress& p, std::uint64_t sent, std::uint64_t failed) {
    QCOMPARE(p.sent, sent);
    QCOMPARE(p.failed, failed);
    std::uint64_t told = 0;
    for (auto& trouble : p.troubles) told += trouble.packets;
    QCOMPARE(told, failed);
    QVERIFY(p.done);
}

}  // namespace

class SendJobTest : public QObject {
    Q_OBJECT
    own_network::Host host_{1};
private slots:
    void initTestCase() { QVERIFY2(host_.works(), host_.said().c_str()); }

    void everyPacketArrives() {
        const auto before = received_there(host_);
        auto job =
            SendJob::start({.series = datagrams(surroundings_of("host1"), {"ip.id=1..500"}), .rounds = 10}, SendOntoInterface{"host1"});
        QVERIFY2(job, job ? "" : job.error().text().c_str());
        (*job)->wait();
        check((*job)->progress(), 5000, 0);
        QVERIFY((*job)->progress().rate > 0);
        QTRY_VERIFY_WITH_TIMEOUT(received_there(host_) >= before + 5000, patience_ms);
    }

    void whatIsSentStandsInTheStoreThatIsGiven() {
        auto store = std::make_shared<PacketStore>();
        auto job = SendJob::start({.series = datagrams(surroundings_of("host1"), {"ip.id=7..9"})}, SendOntoInterface{"host1", store});
        QVERIFY(job);
        (*job)->wait();
        check((*job)->progress(), 3, 0);
        QCOMPARE(store->count(), std::size_t(3));
        StoredPacket packet;
        PacketContext context;
        QVERIFY(packet_context(*store, 2, packet, context));
        QVERIFY(packet.record.flags & PacketFlag::made_here);
        QCOMPARE(packet.record.reason, VerdictReason::none);  // nobody judged it
        QCOMPARE(packet.record.direction, Direction::out);
        QCOMPARE(std::string(context.interface->name), std::string("host1"));
        QCOMPARE(load_be(packet.bytes.data() + 14 + 4, 2), std::uint64_t(9));
    }

    void eachPacketIsKnownToHaveBeenSentInItsTurn() {
        const Timestamp before = Timestamp::now();
        auto job = SendJob::start({.series = datagrams(surroundings_of("host1")), .rounds = 11, .rate = 100}, SendOntoInterface{"host1"});
        QVERIFY(job);
        (*job)->wait();
        const std::int64_t first = (*job)->sent_at(0).ns, last = (*job)->sent_at(10).ns;
        QVERIFY(first >= before.ns && last <= Timestamp::now().ns);
        QVERIFY2(last - first >= 90'000'000, qPrintable(QString::number(last - first)));  // 10 gaps of 10 ms; later is the machine's doing
        QCOMPARE((*job)->sent_at(1000).ns, last);                                         // none is known that late: the nearest
    }

    void aRateIsKept() {
        QElapsedTimer timer;
        timer.start();
        auto job = SendJob::start({.series = datagrams(surroundings_of("host1")), .rounds = 101, .rate = 200}, SendOntoInterface{"host1"});
        QVERIFY(job);
        (*job)->wait();
        QVERIFY2(timer.elapsed() >= 495, qPrintable(QString::number(timer.elapsed())));  // 100 gaps of 5 ms; later is the machine's doing
        check((*job)->progress(), 101, 0);
    }

    void itEndsWhenCancelled() {
        auto job = SendJob::start({.series = datagrams(surroundings_of("host1")), .rounds = 0, .rate = 10}, SendOntoInterface{"host1"});
        QVERIFY(job);
        QTRY_VERIFY_WITH_TIMEOUT((*job)->progress().sent >= 2, patience_ms);
        QCOMPARE((*job)->progress().total, std::uint64_t(0));
        (*job)->cancel();
        (*job)->wait();
        auto p = (*job)->progress();
        QVERIFY(p.done && p.cancelled);
        QCOMPARE(p.failed, std::uint64_t(0));
    }

    void tooLargeOnesFailByThemselves() {
        auto packet = *compose(*find_template("udp"), surroundings_of("host1"));
        QVERIFY(packet.set("data.data=" + QByteArray(3000, 'x').toHex().toStdString()));
        auto series = std::make_shared<PacketSeries>(*PacketSeries::make(packet));
        auto job = SendJob::start({.series = series, .rounds = 3}, SendOntoInterface{"host1"});
        QVERIFY(job);
        (*job)->wait();
        check((*job)->progress(), 0, 3);
        auto error = (*job)->progress().troubles.at(0).error;
        QVERIFY2(error.what.text().find("MTU of 1500") != std::string::npos, error.what.text().c_str());
        QVERIFY(!error.remedy.empty());
    }

    void whatCannotBeginSaysWhy() {
        auto series = datagrams(surroundings_of("host1"));
        auto none = SendJob::start({.series = series}, SendOntoInterface{"no-such-one"});
        QVERIFY(!none);
        QVERIFY2(none.error().what.text().find("no such interface") != std::string::npos, none.error().what.text().c_str());
        own_network::run("ip link add name downed type veth peer name downedpeer");
        auto down = SendJob::start({.series = series}, SendOntoInterface{"downed"});
        QVERIFY(!down);
        QVERIFY2(down.error().remedy.text().find("ip link set downed up") != std::string::npos, down.error().remedy.text().c_str());
        Session session;
        auto idle = SendJob::start({.series = series}, SendThroughSession{&session, {}});
        QVERIFY(!idle);
        QVERIFY(!idle.error().remedy.empty());
        auto raw = std::make_shared<PacketSeries>(*PacketSeries::make(*compose(*find_template("ping"), {.link_type = LinkType::raw})));
        auto bare = SendJob::start({.series = raw}, SendOntoInterface{"host1"});
        QVERIFY(!bare);
        QVERIFY2(bare.error().remedy.text().find("Ethernet") != std::string::npos, bare.error().remedy.text().c_str());
    }

    void anInterfaceThatGoesIsTold() {
        own_network::run("ip link add name going type veth peer name gone; ip link set going up; ip link set gone up");
        auto job =
            SendJob::start({.series = datagrams(surroundings_of("host1")), .rounds = 1'000'000, .rate = 500}, SendOntoInterface{"going"});
        QVERIFY2(job, job ? "" : job.error().text().c_str());
        QTRY_VERIFY_WITH_TIMEOUT((*job)->progress().sent > 10, patience_ms);
        own_network::run("ip link del going");
        QTRY_VERIFY_WITH_TIMEOUT((*job)->progress().done, patience_ms);
        auto p = (*job)->progress();
        QCOMPARE(p.sent + p.failed, p.total);
        QVERIFY(!p.troubles.empty());
        QVERIFY2(p.troubles[0].error.what.text().find("going") != std::string::npos, p.troubles[0].error.what.text().c_str());
    }

    void theFirewallJudgesWhatWasForged() {
        Session session;
        session.set_rules(rules("drop when udp.dstport == 7777\naccept when udp.dstport == 7778\ndefault accept\n"));
        auto started = session.start(FirewallSource{.queues = 1});
        QVERIFY2(started, started ? "" : started.error().text().c_str());
        const auto before = received_there(host_);
        auto dropped =
            SendJob::start({.series = datagrams(surroundings_of(session), {"ip.id=1..20"}, "7777")}, SendThroughSession{&session, {}});
        QVERIFY2(dropped, dropped ? "" : dropped.error().text().c_str());
        (*dropped)->wait();
        check((*dropped)->progress(), 20, 0);
        QTRY_COMPARE_WITH_TIMEOUT(find_ours(session).ours, std::size_t(20), patience_ms);
        auto found = find_ours(session);
        QCOMPARE(found.dropped, std::size_t(20));
        QCOMPARE(found.rule, session.rules()->list().rules[0].id);
        QCOMPARE(received_there(host_), before);

        auto accepted =
            SendJob::start({.series = datagrams(surroundings_of(session), {"ip.id=1..30"}, "7778")}, SendThroughSession{&session, {}});
        QVERIFY(accepted);
        (*accepted)->wait();
        check((*accepted)->progress(), 30, 0);
        QTRY_COMPARE_WITH_TIMEOUT(find_ours(session).ours, std::size_t(50), patience_ms);
        QCOMPARE(find_ours(session).accepted, std::size_t(30));
        QTRY_VERIFY_WITH_TIMEOUT(received_there(host_) >= before + 30, patience_ms);
        QVERIFY(session.troubles().empty());
    }

    /// With the link layer below, as it was captured or composed for an interface: the firewall sends from the IP header on.
    void theFirewallLeavesTheLinkLayerOut() {
        Session session;
        QVERIFY(session.start(FirewallSource{.queues = 1}));
        auto job = SendJob::start({.series = datagrams(surroundings_of("host1"))}, SendThroughSession{&session, {}});
        QVERIFY2(job, job ? "" : job.error().text().c_str());
        (*job)->wait();
        check((*job)->progress(), 1, 0);
        auto arp = std::make_shared<PacketSeries>(*PacketSeries::make(*compose(*find_template("arp-request"))));
        auto refused = SendJob::start({.series = arp}, SendThroughSession{&session, {}});
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.text().find("no IP packet") != std::string::npos, refused.error().what.text().c_str());
    }

    void aCaptureKnowsWhatItSent() {
        Session session;
        auto started = session.start(LiveSource{.interfaces = {"host1"}});
        QVERIFY2(started, started ? "" : started.error().text().c_str());
        auto job = SendJob::start({.series = datagrams(surroundings_of(session), {"ip.id=1..300"}), .rounds = 3},
                                  SendThroughSession{&session, "host1"});
        QVERIFY2(job, job ? "" : job.error().text().c_str());
        (*job)->wait();
        check((*job)->progress(), 900, 0);
        QTRY_COMPARE_WITH_TIMEOUT(find_ours(session).ours, std::size_t(900), patience_ms);
    }

    void aSessionThatEndsIsTold() {
        Session session;
        QVERIFY(session.start(LiveSource{.interfaces = {"host1"}}));
        auto job = SendJob::start({.series = datagrams(surroundings_of(session)), .rounds = 1'000'000, .rate = 1000},
                                  SendThroughSession{&session, {}});
        QVERIFY(job);
        QTRY_VERIFY_WITH_TIMEOUT((*job)->progress().sent > 10, patience_ms);
        session.stop();
        QTRY_VERIFY_WITH_TIMEOUT((*job)->progress().done, patience_ms);
        auto p = (*job)->progress();
        QCOMPARE(p.sent + p.failed, p.total);
        QVERIFY2(p.troubles.at(0).error.what.text().find("ended") != std::string::npos, p.troubles[0].error.what.text().c_str());
    }

    void surroundingsAreTheInterfaces() {
        auto here = surroundings_of("host1");
        QCOMPARE(here.link_type, LinkType::ethernet);
        QCOMPARE(here.source_ipv4, "10.1.0.1");
        QCOMPARE(here.gateway_ipv4, "10.1.0.2");
        QCOMPARE(here.source_mac.size(), std::size_t(17));
        QVERIFY(surroundings_of("lo").gateway_mac == "00:00:00:00:00:00");
        const auto told = own_network::run(host_.inside() + "cat /sys/class/net/eth0/address; " + host_.inside() + "ip -br link show eth0");
        auto mac = hardware_address("host1", "10.1.0.2", patience_ms);
        QVERIFY2(mac, mac ? "" : mac.error().text().c_str());
        QVERIFY2(told.find(*mac) != std::string::npos, told.c_str());
        auto mac6 = hardware_address("host1", "fd1::2", patience_ms);
        QVERIFY2(mac6, mac6 ? "" : mac6.error().text().c_str());
        QCOMPARE(*mac6, *mac);
        auto nobody = hardware_address("host1", "10.1.0.77", 700);
        QVERIFY(!nobody);
        QVERIFY(!nobody.error().remedy.empty());
    }

    void whatLiesOutside_data() {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("outside");
        for (auto* inside : {"127.0.0.1", "169.254.7.7", "10.1.0.2", "10.200.3.4", "224.0.0.251", "255.255.255.255"})
            QTest::newRow(inside) << inside << false;
        for (auto* outside : {"8.8.8.8", "192.168.1.1", "172.16.0.1", "192.0.2.1", "225.1.2.3"}) QTest::newRow(outside) << outside << true;
    }
    void whatLiesOutside() {
        QFETCH(QString, destination);
        QFETCH(bool, outside);
        auto packet = *compose(*find_template("ping"));
        QVERIFY(packet.set("ip.dst=" + destination.toStdString()));
        QCOMPARE(QString::fromStdString(OwnNetworks().outside_destination(packet.bytes(), LinkType::ethernet)),
                 outside ? destination : QString());
        auto solicitation = *compose(*find_template("neighbour-solicitation"));
        QCOMPARE(OwnNetworks().outside_destination(solicitation.bytes(), LinkType::ethernet), std::string());
        QVERIFY(solicitation.set("ipv6.dst=2001:4860:4860::8888"));
        QCOMPARE(OwnNetworks().outside_destination(solicitation.bytes(), LinkType::ethernet), std::string("2001:4860:4860::8888"));
        QVERIFY(solicitation.set("ipv6.dst=fd1::2"));
        QCOMPARE(OwnNetworks().outside_destination(solicitation.bytes(), LinkType::ethernet), std::string());
        QCOMPARE(OwnNetworks().outside_destination(compose(*find_template("arp-request"))->bytes(), LinkType::ethernet), std::string());
    }
};

OWN_NETWORK_MAIN(SendJobTest)
#include "send_job_test.moc"
