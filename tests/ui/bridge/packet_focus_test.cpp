// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/packet_focus.h"
#include "ui/models/field_pick.h"
#include "ui/sample_packets.h"
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
int node_named(const Dissection& dissection, std::string_view name) {
    for (std::size_t i = 0; i < dissection.nodes.size(); i++)
        if (auto* field = dissection.nodes[i].field; field && field->name && name == field->name) return int(i);
    return -1;
}
}  // namespace

class PacketFocusTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheFieldFromPacketToPacket() {
        PacketFocus focus;
        focus.setStore(sample::store_of(6));
        focus.setPacket(0);
        focus.setNode(node_named(focus.detail()->dissection, "ip.ttl"));
        QVERIFY(focus.node() >= 0);
        focus.setPacket(1);
        QCOMPARE(pick_node(focus.detail()->dissection, focus.node()).name, QStringLiteral("ip.ttl"));
        focus.setNode(node_named(focus.detail()->dissection, "tcp.dstport"));
        focus.setPacket(2);
        QCOMPARE(focus.node(), -1);
    }

    void tellsWhetherTheFieldWasChosenHere() {
        PacketFocus focus;
        focus.setStore(sample::store_of(6));
        focus.setPacket(1);
        const int port = node_named(focus.detail()->dissection, "tcp.dstport");
        QCOMPARE(focus.chosenNode(), -1);
        focus.setNode(port);
        QCOMPARE(focus.chosenNode(), port);
        focus.setPacket(4);
        QCOMPARE(focus.node(), port);  // carried over
        QCOMPARE(focus.chosenNode(), -1);
        QSignalSpy chosen(&focus, &PacketFocus::chosenChanged);
        focus.setNode(port);
        QCOMPARE(focus.chosenNode(), port);
        QCOMPARE(chosen.size(), 1);
    }

    void walksItsHistory() {
        PacketFocus focus;
        focus.setStore(sample::store_of(9));
        for (std::size_t packet : {1, 4, 7}) focus.setPacket(packet);
        QVERIFY(focus.canGoBack() && !focus.canGoForward());
        const auto go = [&](std::optional<std::size_t> packet) {
            if (packet) focus.setPacket(*packet);
            return packet;
        };
        QCOMPARE(go(focus.back()), std::optional<std::size_t>(4));
        QCOMPARE(go(focus.back()), std::optional<std::size_t>(1));
        QVERIFY(!focus.back());
        QCOMPARE(go(focus.forward()), std::optional<std::size_t>(4));
        focus.setPacket(5);
        QVERIFY(!focus.canGoForward());
        QCOMPARE(go(focus.back()), std::optional<std::size_t>(4));
    }

    void survivesPacketsThatAreGone() {
        PacketFocus focus;
        focus.setStore(sample::store_of(3));
        QSignalSpy changed(&focus, &PacketFocus::packetChanged);
        focus.setPacket(1000);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!focus.detail());
        focus.setNode(5);
        QCOMPARE(focus.node(), -1);
    }
};

QTEST_GUILESS_MAIN(PacketFocusTest)
#include "packet_focus_test.moc"
