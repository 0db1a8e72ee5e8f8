// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/packet_template.h"
#include "compose/reply_matcher.h"
#include <QTest>

using namespace sallyport;

namespace {

Composition made(const char* name, std::initializer_list<const char*> sets = {}) {
    auto packet = *compose(*find_template(name));
    for (auto* set : sets)
        if (auto done = packet.set(std::string_view(set)); !done) qFatal("%s: %s", set, done.error().text().c_str());
    return packet;
}

/// The same packet on its way back.
Composition turned(Composition packet, std::initializer_list<const char*> sets) {
    for (auto [a, b] :
         {std::pair{"ip.src", "ip.dst"}, {"ipv6.src", "ipv6.dst"}, {"udp.srcport", "udp.dstport"}, {"tcp.srcport", "tcp.dstport"}}) {
        auto from = packet.find(a), to = packet.find(b);
        if (!from || !to) continue;
        const auto first = packet.field(*from)->value, second = packet.field(*to)->value;
        (void)packet.set(*from, second);
        (void)packet.set(*to, first);
    }
    for (auto* set : sets)
        if (auto done = packet.set(std::string_view(set)); !done) qFatal("%s: %s", set, done.error().text().c_str());
    return packet;
}

PacketContext context_of(const Composition& packet, std::uint64_t number = 7, std::int64_t time = 2'000'000) {
    PacketContext context;
    context.bytes = packet.bytes();
    context.link_type = packet.link_type();
    context.number = number;
    context.time = {time};
    return context;
}

}  // namespace

class ReplyMatcherTest : public QObject {
    Q_OBJECT
private slots:
    void answers_are_found_data() {
        QTest::addColumn<int>("which");
        for (int i = 0; i < int(cases().size()); i++) QTest::newRow(cases()[std::size_t(i)].name) << i;
    }
    void answers_are_found() {
        QFETCH(int, which);
        auto it = cases()[std::size_t(which)];
        ReplyMatcher matcher;
        matcher.sent(it.sent.bytes(), LinkType::ethernet, 3, {1'000'000});
        QVERIFY2(!matcher.seen(context_of(it.sent)), "what was sent answers itself");
        QVERIFY2(!matcher.seen(context_of(it.other)), "another packet counts as the answer");
        auto row = matcher.seen(context_of(it.answer));
        QVERIFY2(row, it.name);
        QCOMPARE(matcher.answered(), std::size_t(1));
        auto& told = matcher.rows()[*row];
        QCOMPARE(told.number, std::uint64_t(3));
        QCOMPARE(told.reply_number, std::uint64_t(7));
        QCOMPARE(told.replied_at - told.sent_at, std::int64_t(1'000'000));
        QVERIFY(!told.answer.empty());
        QVERIFY(matcher.seen(context_of(it.answer)));
        QCOMPARE(matcher.rows()[*row].replies, std::uint64_t(2));
        QCOMPARE(matcher.answered(), std::size_t(1));
    }

    void errors_that_quote_are_answers() {
        auto sent = made("udp", {"udp.dstport=33434"});
        auto error = made("ping", {"ip.src=192.0.2.2", "ip.dst=192.0.2.1"});
        QVERIFY(error.remove_layer(3));
        QVERIFY(error.set("icmp.type=3"));
        QVERIFY(error.set("icmp.code=3"));
        ByteBuffer bytes(error.bytes().begin(), error.bytes().end());
        bytes.resize(42);  // Ethernet, IPv4 and 8 bytes of ICMP: the quoted packet behind them
        store_number(bytes.data() + 38, 4, false, 0);
        bytes.insert(bytes.end(), sent.bytes().begin() + 14, sent.bytes().end());
        store_number(bytes.data() + 16, 2, false, bytes.size() - 14);
        ReplyMatcher matcher;
        matcher.sent(sent.bytes(), LinkType::ethernet, 1, {1});
        PacketContext context;
        context.bytes = bytes;
        QVERIFY(matcher.seen(context));
        QCOMPARE(matcher.answered(), std::size_t(1));
    }

    void each_of_many_gets_its_own() {
        ReplyMatcher matcher;
        std::vector<Composition> sent;
        for (int i = 1; i <= 5; i++) {
            sent.push_back(made("ping", {("icmp.seq=" + std::to_string(i)).c_str()}));
            matcher.sent(sent.back().bytes(), LinkType::ethernet, std::uint64_t(i), {i});
        }
        QCOMPARE(matcher.seen(context_of(turned(sent[3], {"icmp.type=0"}))).value_or(99), std::size_t(3));
        QCOMPARE(matcher.seen(context_of(turned(sent[0], {"icmp.type=0"}))).value_or(99), std::size_t(0));
        // Equal ones are answered in turn.
        matcher.sent(sent[1].bytes(), LinkType::ethernet, 6, {6});
        QCOMPARE(matcher.seen(context_of(turned(sent[1], {"icmp.type=0"}))).value_or(99), std::size_t(1));
        QCOMPARE(matcher.seen(context_of(turned(sent[1], {"icmp.type=0"}))).value_or(99), std::size_t(5));
        QCOMPARE(matcher.answered(), std::size_t(4));
    }

    void the_newest_are_kept() {
        ReplyMatcher matcher;
        auto packet = made("ping");
        ByteBuffer bytes(packet.bytes().begin(), packet.bytes().end());
        for (std::uint32_t i = 0; i < ReplyMatcher::most_rows + 10; i++) {
            store_number(bytes.data() + 38, 4, false, i);  // identifier and sequence number
            matcher.sent(bytes, LinkType::ethernet, i, {1});
        }
        QVERIFY(matcher.rows().size() <= ReplyMatcher::most_rows);
        QCOMPARE(matcher.rows().back().number, std::uint64_t(ReplyMatcher::most_rows + 9));
        auto answer = turned(Composition(bytes, LinkType::ethernet), {"icmp.type=0"});
        QCOMPARE(matcher.seen(context_of(answer)).value_or(0), matcher.rows().size() - 1);
    }

    void hostile_packets_answer_nothing() {
        ReplyMatcher matcher;
        auto packet = made("dns-query");
        matcher.sent(packet.bytes(), LinkType::ethernet, 1, {1});
        for (std::size_t n = 0; n <= packet.bytes().size(); n++) {
            ByteBuffer cut(packet.bytes().begin(), packet.bytes().begin() + std::ptrdiff_t(n));
            PacketContext context;
            context.bytes = cut;
            QVERIFY(!matcher.seen(context));
            matcher.sent(cut, LinkType::ethernet, n, {1});
        }
    }

private:
    struct Case {
        const char* name;
        Composition sent, answer, other;
    };
    static std::vector<Case> cases() {
        auto ping = made("ping"), arp = made("arp-request"), dns = made("dns-query"), syn = made("tcp-syn"), udp = made("udp"),
             solicitation = made("neighbour-solicitation");
        auto discover = made("dhcp-discover");
        auto advertisement = made("neighbour-solicitation", {"icmpv6.type=136", "ipv6.dst=2001:db8::1", "ipv6.src=2001:db8::2"});
        auto reply = made("arp-request", {"arp.opcode=2", "arp.src.proto_ipv4=192.0.2.2", "arp.dst.proto_ipv4=192.0.2.1"});
        auto other_reply = made("arp-request", {"arp.opcode=2", "arp.src.proto_ipv4=192.0.2.3", "arp.dst.proto_ipv4=192.0.2.1"});
        auto other_advertisement = advertisement;
        (void)other_advertisement.set("icmpv6.nd.na.target_address=2001:db8::9");
        return {
            {"ping", ping, turned(ping, {"icmp.type=0"}), turned(ping, {"icmp.type=0", "icmp.seq=999"})},
            {"ARP", arp, reply, other_reply},
            {"DNS", dns, turned(dns, {"dns.flags.response=1"}), turned(dns, {"dns.flags.response=1", "dns.id=0x0001"})},
            {"DHCP", discover, turned(discover, {"dhcp.type=2", "ip.src=192.0.2.1", "ip.dst=255.255.255.255"}),
             turned(discover, {"dhcp.type=2", "dhcp.id=0x00000001"})},
            {"TCP", syn, turned(syn, {"tcp.flags=0x012", "tcp.ack_raw=1001"}), turned(syn, {"tcp.flags=0x012", "tcp.ack_raw=5000"})},
            {"TCP reset", syn, turned(syn, {"tcp.flags=0x014", "tcp.ack_raw=1001"}), turned(syn, {"tcp.flags=0x014", "tcp.dstport=1"})},
            {"UDP", udp, turned(udp, {}), turned(udp, {"udp.dstport=5"})},
            {"neighbour", solicitation, advertisement, other_advertisement},
        };
    }
};

QTEST_GUILESS_MAIN(ReplyMatcherTest)
#include "reply_matcher_test.moc"
