// SPDX-License-Identifier: GPL-3.0-or-later
// What people write for a field whose coding takes more than its number or its bytes.
#include "compose/composition.h"
#include <QTest>

using namespace sallyport;

class FieldSpellingTest : public QObject {
    Q_OBJECT
private slots:
    void ntp_takes_seconds_and_letters() {
        Composition packet;
        for (auto* layer : {"eth", "ip", "udp", "ntp"}) QVERIFY(packet.add_layer(packet.layers().size(), layer));
        QVERIFY(packet.set("ntp.rootdelay=0.5"));
        QVERIFY(packet.set("ntp.rootdispersion=70000"));
        QVERIFY(packet.set("ntp.refid=GPS"));
        const std::size_t header = 14 + 20 + 8;
        const auto wire = [&](std::size_t at) {
            const Bytes field = packet.bytes().subspan(header + at, 4);
            return QByteArray(reinterpret_cast<const char*>(field.data()), 4).toHex();
        };
        QCOMPARE(wire(4), "00008000");
        QCOMPARE(wire(8), "00011170");
        QCOMPARE(wire(12), "47505300");
        QVERIFY(packet.set("ntp.refid=192.0.2.1"));
        QCOMPARE(wire(12), "c0000201");
        QVERIFY(packet.set("ntp.refid=47:50:53:00"));
        QCOMPARE(wire(12), "47505300");
        for (auto* wrong : {"ntp.rootdelay=65536.0", "ntp.rootdelay=-0.5", "ntp.rootdelay=half", "ntp.refid=LOCAL"})
            QVERIFY2(!packet.set(wrong), wrong);
    }
};

QTEST_GUILESS_MAIN(FieldSpellingTest)
#include "field_spelling_test.moc"
