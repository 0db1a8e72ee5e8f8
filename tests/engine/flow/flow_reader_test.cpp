// SPDX-License-Identifier: GPL-3.0-or-later
// Which flow a packet belongs to: every family, fragments, tunnels and quotes, titles, and bytes cut anywhere.
#include "contract/captures.h"
#include "engine/flow/flow_packets.h"
#include <QtTest>

using namespace sallyport;

namespace {
constexpr std::uint32_t a = 0x0a000001, b = 0xc0a80002;  // 10.0.0.1, 192.168.0.2

ByteBuffer ipv6(std::uint8_t next, const ByteBuffer& inner, bool back = false) {
    PacketBytes packet;
    packet.four(0x60000000).two(unsigned(inner.size())).byte(next).byte(64);
    for (const int end : {back ? 2 : 1, back ? 1 : 2}) packet.two(0x2001).two(0x0db8).four(0).four(0).two(0).two(unsigned(end));
    return packet.add(inner);
}
ByteBuffer echo(std::uint8_t type, unsigned identifier) { return PacketBytes().byte(type).byte(0).two(0).two(identifier).two(1).four(0); }
ByteBuffer fragment(unsigned offset_and_flags, const ByteBuffer& inner) {
    ByteBuffer packet = ipv4({a, b, 64, 17}, inner);
    packet[6] = std::uint8_t(offset_and_flags >> 8), packet[7] = std::uint8_t(offset_and_flags);
    return ethernet(0x0800, packet);
}
std::string ends(const Flow& flow) { return client_of(flow) + " > " + server_of(flow); }
}  // namespace

class FlowReaderTest : public QObject {
    Q_OBJECT

private slots:
    void ipv6BehindExtensionHeaders() {
        FlowFeed feed;
        const ByteBuffer question = udp(5000, 53, dns_question());
        feed.frame(ethernet(0x86dd, ipv6(17, question)));
        feed.frame(ethernet(0x86dd, ipv6(0, PacketBytes()
                                                .byte(60)
                                                .byte(0)
                                                .list({1, 4, 0, 0, 0, 0})  // hop by hop
                                                .byte(17)
                                                .byte(0)
                                                .list({1, 4, 0, 0, 0, 0})
                                                .add(question))));  // destination
        feed.frame(ethernet(0x86dd, ipv6(17, udp(53, 5000, dns_question()), true)));
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(ends(feed.flows()[0]), std::string("[2001:db8::1]:5000 > [2001:db8::2]:53"));
        QCOMPARE(feed.flows()[0].from_client.packets, std::uint64_t(2));
        QCOMPARE(QString(flow_protocol(feed.flows()[0])), QString("DNS"));
    }

    /// RFC 1122 4.2.3.8: a conversation is with the end of a source route, whichever way it takes.
    void aRouteLeadsToItsEnd() {
        FlowFeed feed;
        for (const bool is_routed : {true, false}) {
            ByteBuffer packet = ipv4({a, is_routed ? 0xcb007105 : b, 64, 17}, udp(5000, 53, dns_question()));
            const std::uint8_t route[] = {131, 7, 4, 0xc0, 0xa8, 0, 2, 0};
            if (is_routed) packet.insert(packet.begin() + 20, std::begin(route), std::end(route)), packet[0] = 0x47, packet[3] += 8;
            feed.frame(ethernet(0x0800, packet));
        }
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(ends(feed.flows()[0]), std::string("10.0.0.1:5000 > 192.168.0.2:53"));
    }

    void laterFragmentsGoWithTheFirst() {
        FlowFeed feed;
        feed.frame(fragment(0x2000, udp(5000, 2000, ByteBuffer(16))));
        feed.frame(fragment(0x2003, ByteBuffer(24)));
        feed.frame(fragment(0x0006, ByteBuffer(8)));
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(feed.flows()[0].packets(), std::uint64_t(3));
        QCOMPARE(ends(feed.flows()[0]), std::string("10.0.0.1:5000 > 192.168.0.2:2000"));
    }

    void fragmentsOfIpv6GoTogetherToo() {
        FlowFeed feed;
        const auto part = [&](unsigned offset, const ByteBuffer& inner) {
            feed.frame(ethernet(0x86dd, ipv6(44, PacketBytes().byte(17).byte(0).two(offset).four(0xabcd0001).add(inner))));
        };
        part(1, udp(5000, 2000, ByteBuffer(16)));
        part(3 << 3, ByteBuffer(8));
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(ends(feed.flows()[0]), std::string("[2001:db8::1]:5000 > [2001:db8::2]:2000"));
    }

    void aLaterFragmentAloneHasNoPorts() {
        FlowFeed feed;
        feed.frame(fragment(0x0006, ByteBuffer(8)));
        QCOMPARE(ends(feed.flows()[0]), std::string("10.0.0.1 > 192.168.0.2"));
    }

    void echoesAreToldApartByTheirIdentifier() {
        FlowFeed feed;
        feed.frame(ethernet(0x0800, ipv4({a, b, 64, 1}, echo(8, 77))));
        feed.frame(ethernet(0x0800, ipv4({b, a, 64, 1}, echo(0, 77))));
        feed.frame(ethernet(0x0800, ipv4({a, b, 64, 1}, echo(8, 78))));
        feed.frame(ethernet(0x86dd, ipv6(58, echo(129, 77), true)));
        const auto flows = feed.flows();
        QCOMPARE(flows.size(), std::size_t(3));
        QCOMPARE(flows[0].packets(), std::uint64_t(2));
        QCOMPARE(ends(flows[0]), std::string("10.0.0.1 > 192.168.0.2"));
        QCOMPARE(ends(flows[2]), std::string("2001:db8::1 > 2001:db8::2"));  // a reply: its receiver began
    }

    void anErrorIsNotWhatItQuotes() {
        FlowFeed feed;
        const ByteBuffer quoted = ipv4({a, b, 1, 17}, udp(5000, 2000, ByteBuffer(8)));
        feed.frame(ethernet(0x0800, ipv4({0x0a0000fe, a, 64, 1}, PacketBytes().list({11, 0, 0, 0, 0, 0, 0, 0}).add(quoted))));
        QCOMPARE(ends(feed.flows().at(0)), std::string("10.0.0.254 > 10.0.0.1"));
        QCOMPARE(int(feed.flows()[0].key.type), 1);
    }

    void theTunnelsInsideCounts() {
        FlowFeed feed;
        const ByteBuffer inside = ipv4({0x01010101, 0x02020202, 64, 17}, udp(5000, 53, dns_question()));
        feed.frame(ethernet(0x0800, ipv4({a, b, 64, 4}, inside)));
        QCOMPARE(ends(feed.flows().at(0)), std::string("1.1.1.1:5000 > 2.2.2.2:53"));
    }

    void whatIsNotIpHasLinkAddresses() {
        FlowFeed feed;
        const ByteBuffer request = PacketBytes().two(1).two(0x0800).byte(6).byte(4).two(1).add(ByteBuffer(20));
        feed.frame(ethernet(0x0806, request));
        feed.frame(ethernet(0x88cc, ByteBuffer(30)));
        feed.frame(ethernet(0x8100, PacketBytes().two(5).two(0x0806).add(request)));
        const auto flows = feed.flows();
        QCOMPARE(flows.size(), std::size_t(2));
        QCOMPARE(ends(flows[0]), std::string("6c:f0:49:b2:de:6e > 01:00:5e:00:00:fb"));
        QCOMPARE(QString(flow_protocol(flows[0])), QString("ARP"));
        QCOMPARE(flows[0].packets(), std::uint64_t(2));
    }

    void cookedCapturesNameTheSender() {
        FlowFeed feed;
        feed.record.link_type = LinkType::linux_sll;
        feed.frame(PacketBytes().two(0).two(1).two(6).list({2, 0, 0, 0, 0, 9, 0, 0}).two(0x0806).add(ByteBuffer(28)));
        feed.record.link_type = LinkType::linux_sll2;
        feed.frame(PacketBytes().two(0x0806).two(0).four(3).two(1).byte(0).byte(6).list({2, 0, 0, 0, 0, 9, 0, 0}).add(ByteBuffer(28)));
        QCOMPARE(feed.flows().size(), std::size_t(1));
        QCOMPARE(ends(feed.flows()[0]), std::string("02:00:00:00:00:09 > "));
    }

    void titles() {
        FlowFeed feed;
        feed.datagram(a, 5000, b, 53, dns_question());
        feed.tcp_segment(a, 6000, b, 80, syn_flag);
        feed.tcp_segment(a, 6000, b, 80, ack_flag, PacketBytes().text("GET / HTTP/1.1\r\nHost: web.example\x01\r\n\r\n"));
        const auto flows = feed.flows();
        QVERIFY(flows.at(0).title && flows.at(1).title);
        QCOMPARE(*flows[0].title, std::string("www.Example.com"));
        QCOMPARE(*flows[1].title, std::string("web.example?"));
        QCOMPARE(QString(flow_protocol(flows[1])), QString("HTTP"));
    }

    /// Every packet that we have, cut at every length, and with bytes damaged.
    void anyBytesAreFine() {
        FlowFeed feed;
        for (auto& path : test::captures()) {
            test::each_packet(path, 40, [&](const PacketContext& packet) {
                const std::size_t longest = std::min<std::size_t>(packet.bytes.size(), 200);
                ByteBuffer bytes(packet.bytes.begin(), packet.bytes.end());
                feed.record.link_type = packet.link_type;
                for (std::size_t length = 0; length <= longest; length++) {
                    const ByteBuffer cut(bytes.begin(),
                                         bytes.begin() + std::ptrdiff_t(length));  // its own memory: a sanitizer sees the end
                    feed.frame(cut);
                    if (length < bytes.size()) bytes[length] ^= 0x5a;
                    feed.frame(bytes);
                    if (length < bytes.size()) bytes[length] ^= 0x5a;
                }
            });
        }
        QVERIFY(feed.tracker.table().size() > 100);
        for (auto& flow : feed.flows()) QVERIFY(!flow_filter(flow).empty());
    }
};

QTEST_APPLESS_MAIN(FlowReaderTest)
#include "flow_reader_test.moc"
