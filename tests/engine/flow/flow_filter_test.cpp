// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of a flow selects the flow: every packet of it, both ways, and no packet of another. Over every capture that we have.
#include "contract/captures.h"
#include "engine/flow/flow_packets.h"
#include "filter/filter.h"
#include <QtTest>
#include <map>

using namespace sallyport;

namespace {
constexpr std::uint32_t a = 0x0a000001, b = 0xc0a80002;

Filter compiled(const std::string& text) {
    auto filter = Filter::compile(text);
    if (!filter) qFatal("%s: %s", text.c_str(), filter.error().text().c_str());
    return std::move(*filter);
}
bool matches(const Filter& filter, const PacketContext& packet) { return FilterRunner(filter).matches(packet); }

/// A packet that was kept: its bytes, and which flow it is of.
struct Kept {
    ByteBuffer bytes;
    PacketContext packet;
    FlowKey key;
};
}  // namespace

class FlowFilterTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data() {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("filter");
        const auto row = [](const char* name, const ByteBuffer& bytes, const char* filter) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())) << filter;
        };
        row("UDP", ethernet(0x0800, ipv4({a, b, 64, 17}, udp(5000, 53, {}))),
            "udp.port == 5000 && ((ip.src == 10.0.0.1 && ip.dst == 192.168.0.2 && udp.dstport == 53) || "
            "(ip.src == 192.168.0.2 && ip.dst == 10.0.0.1 && udp.srcport == 53))");
        row("equal ports", ethernet(0x0800, ipv4({a, b, 64, 17}, udp(123, 123, {}))),
            "udp.srcport == 123 && udp.dstport == 123 && ((ip.src == 10.0.0.1 && ip.dst == 192.168.0.2) || "
            "(ip.src == 192.168.0.2 && ip.dst == 10.0.0.1))");
        row("another protocol", ethernet(0x0800, ipv4({a, b, 64, 89}, ByteBuffer(24))),
            "ip.proto == 89 && ((ip.src == 10.0.0.1 && ip.dst == 192.168.0.2) || (ip.src == 192.168.0.2 && ip.dst == 10.0.0.1))");
        row("not IP", ethernet(0x88b5, ByteBuffer(46)),
            "(eth.type == 0x88b5 || vlan.etype == 0x88b5) && ((eth.src == 6c:f0:49:b2:de:6e && eth.dst == 01:00:5e:00:00:fb) || "
            "(eth.src == 01:00:5e:00:00:fb && eth.dst == 6c:f0:49:b2:de:6e)) && !ip.dst && !ipv6.dst");
    }
    void reads() {
        QFETCH(QByteArray, frame);
        FlowFeed feed;
        feed.frame(ByteBuffer(frame.begin(), frame.end()));
        QTEST(QString::fromStdString(flow_filter(feed.flows().at(0))), "filter");
    }

    /// The same ports the other way round are another flow, however alike they look.
    void isNotFooledByCrossedPorts() {
        FlowFeed feed;
        feed.datagram(a, 5000, b, 5001);
        const Filter filter = compiled(flow_filter(feed.flows().at(0)));
        const auto one = [&](std::uint32_t from, unsigned from_port, std::uint32_t to, unsigned to_port) {
            const ByteBuffer bytes = ethernet(0x0800, ipv4({from, to, 64, 17}, udp(from_port, to_port, {})));
            return matches(filter, {.bytes = bytes});
        };
        QVERIFY(one(a, 5000, b, 5001));
        QVERIFY(one(b, 5001, a, 5000));
        QVERIFY(!one(a, 5001, b, 5000));
        QVERIFY(!one(b, 5000, a, 5001));
        QVERIFY(!one(a, 5000, b, 5002));
        QVERIFY(!one(a, 5000, a, 5001));
    }

    void selectsItsFlowAndNoOther_data() {
        QTest::addColumn<QString>("path");
        for (auto& path : test::captures()) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
    void selectsItsFlowAndNoOther() {
        constexpr std::size_t most_packets = 300, most_flows = 60;
        QFETCH(QString, path);
        FlowReader reader;
        FlowFeed feed;
        std::vector<Kept> packets;
        test::each_packet(path, most_packets, [&](const PacketContext& packet) {
            packets.push_back({ByteBuffer(packet.bytes.begin(), packet.bytes.end()), packet, reader.read(packet).key});
            feed.record.link_type = packet.link_type;
            feed.frame(packets.back().bytes);
        });
        for (auto& kept : packets) kept.packet.bytes = kept.bytes;
        // Errors and tunnels name the ends of what they carry as well; later fragments name no ports, nor do lengths without room for them,
        // nor ICMP of which too little was captured.
        const Filter carries = compiled("icmp || icmpv6 || ip.src#2 || ipv6.src#2 || eth.src#2 || (ip.src && ipv6.src)");
        const Filter later = compiled(
            "ip.frag_offset > 0 || ipv6.fraghdr.offset > 0 || (ip.len > 0 && ip.len < 20) ||"
            "(ip.proto == 1 && frame.cap_len < 42)");
        const auto flows = feed.flows();
        for (std::size_t i = 0; i < std::min(flows.size(), most_flows); i++) {
            const std::string text = flow_filter(flows[i]);
            const Filter filter = compiled(text);
            for (std::size_t n = 0; n < packets.size(); n++) {
                const bool own = packets[n].key == flows[i].key, found = matches(filter, packets[n].packet);
                if (own == found) continue;
                const bool excused = matches(own ? later : carries, packets[n].packet);
                QVERIFY2(excused, qPrintable(QString("packet %1, %2: %3").arg(n + 1).arg(own ? "missed" : "foreign", text.c_str())));
            }
        }
    }
};

QTEST_APPLESS_MAIN(FlowFilterTest)
#include "flow_filter_test.moc"
