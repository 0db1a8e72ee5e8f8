// SPDX-License-Identifier: GPL-3.0-or-later
// Flows in every order, and those that a search names.
#include "engine/flow/flow_packets.h"
#include "flow/flow_query.h"
#include <QtTest>
#include <random>

using namespace sallyport;

namespace {
constexpr std::uint32_t a = 0x0a000001, b = 0xc0a80002;
constexpr FlowOrder last_order = FlowOrder::state;
}  // namespace

class FlowQueryTest : public QObject {
    Q_OBJECT
    FlowFeed feed_;

    QStringList clients(const FlowQuery& query) {
        QStringList found;
        for (auto& flow : select_flows(feed_.tracker.table(), query)) found << QString::fromStdString(client_of(flow));
        return found;
    }

private slots:
    void initTestCase() {
        feed_.datagram(a, 5000, b, 53, dns_question());
        feed_.tcp_segment(a, 900, b, 443, syn_flag);
        feed_.tcp_segment(b, 443, a, 900, rst_flag | ack_flag, ByteBuffer(900));
        feed_.record.reason = VerdictReason::rule, feed_.record.verdict = Verdict::drop;
        feed_.datagram(0x09000001, 7000, b, 2000);
        feed_.record.reason = VerdictReason::standard, feed_.record.verdict = Verdict::accept;
        feed_.wait(2);
        feed_.datagram(0x0a000010, 7000, b, 2000);
        feed_.datagram(b, 2000, 0x0a000010, 7000);
        feed_.datagram(0x0a000010, 7000, b, 2000);
    }

    void orders_data() {
        QTest::addColumn<int>("order");
        QTest::addColumn<QStringList>("clients");
        const QString dns = "10.0.0.1:5000", refused = "10.0.0.1:900", dropped = "9.0.0.1:7000", talk = "10.0.0.16:7000";
        QTest::newRow("started") << int(FlowOrder::started) << QStringList{dns, refused, dropped, talk};
        QTest::newRow("client: by number, then port") << int(FlowOrder::client) << QStringList{dropped, refused, dns, talk};
        QTest::newRow("server") << int(FlowOrder::server) << QStringList{dns, refused, dropped, talk};
        QTest::newRow("protocol") << int(FlowOrder::protocol) << QStringList{dns, refused, dropped, talk};
        QTest::newRow("packets") << int(FlowOrder::packets) << QStringList{dns, dropped, refused, talk};
        QTest::newRow("bytes") << int(FlowOrder::bytes) << QStringList{dropped, dns, talk, refused};
        QTest::newRow("bytes from the server") << int(FlowOrder::server_bytes) << QStringList{dns, dropped, talk, refused};
        QTest::newRow("verdict") << int(FlowOrder::verdict) << QStringList{dropped, talk, dns, refused};
        QTest::newRow("state") << int(FlowOrder::state) << QStringList{dns, dropped, talk, refused};
        QTest::newRow("title") << int(FlowOrder::title) << QStringList{refused, dropped, talk, dns};
        QTest::newRow("last") << int(FlowOrder::last) << QStringList{dns, refused, dropped, talk};
    }
    void orders() {
        QFETCH(int, order);
        QFETCH(QStringList, clients);
        QCOMPARE(this->clients({FlowOrder(order), false}), clients);
        std::reverse(clients.begin(), clients.end());
        QCOMPARE(this->clients({FlowOrder(order), true}), clients);
    }

    void searches_data() {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing") << "" << 4;
        QTest::newRow("blanks") << "  \t" << 4;
        QTest::newRow("a protocol, any case") << "dns" << 1;
        QTest::newRow("a part of the title") << "EXAMPLE" << 1;
        QTest::newRow("an address with a port") << "10.0.0.1:9" << 1;
        QTest::newRow("all words") << "10.0.0 tls" << 1;
        QTest::newRow("words that no flow has together") << "dns tls" << 0;
        QTest::newRow("a port") << ":2000" << 2;
    }
    void searches() {
        QFETCH(QString, search);
        QTEST(int(clients({.search = search.toStdString()}).size()), "found");
    }

    void kinds() {
        QCOMPARE(clients({.kind = FlowKind::dropped}), QStringList{"9.0.0.1:7000"});
        QCOMPARE(clients({.kind = FlowKind::open}).size(), 3);
        QVERIFY(!clients({.kind = FlowKind::open}).contains("10.0.0.1:900"));
    }

    void everyOrderIsWhole() {
        FlowFeed many;
        std::mt19937 random(5);
        for (int i = 0; i < 5000; i++) many.datagram(random() % 9, random() % 5, random() % 9, random() % 5, ByteBuffer(random() % 3));
        for (int order = 0; order <= int(last_order); order++) {
            const auto up = select_flows(many.tracker.table(), {FlowOrder(order), false});
            const auto down = select_flows(many.tracker.table(), {FlowOrder(order), true});
            QCOMPARE(up.size(), many.tracker.table().size());
            QVERIFY(std::equal(up.begin(), up.end(), down.rbegin(), down.rend(), [](auto& x, auto& y) { return x.id == y.id; }));
        }
    }
};

QTEST_APPLESS_MAIN(FlowQueryTest)
#include "flow_query_test.moc"
