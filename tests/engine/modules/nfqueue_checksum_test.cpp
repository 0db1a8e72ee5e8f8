// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_checksum.h"
#include "base/address.h"
#include <QtTest>

using namespace sallyport;

namespace {

ByteBuffer hex(const char* text) { return *parse_hex(QByteArray(text).replace(' ', "").toStdString()); }

// UDP 10.0.0.1:1000 → 10.0.0.2:2000 "hello"
const char* udp4 = "45000021 00010000 40110000 0a000001 0a000002 03e807d0 000d0000 68656c6c6f";
const char* udp6 = "60000000 000d1140 fd000000000000000000000000000001 fd000000000000000000000000000002 03e807d0 000d0000 68656c6c6f";
const char* tcp4 = "45000029 00010000 40060000 0a000001 0a000002 03e807d0 00000001 00000002 50180200 00000000 78";
const char* udp6_options =
    "60000000 00150040 fd000000000000000000000000000001 fd000000000000000000000000000002 1100010400000000 03e807d0 000d0000 68656c6c6f";

/// The sum that a receiver makes over pseudo header and segment: 0xffff when the checksum is right (RFC 1071).
unsigned receivers_sum(const ByteBuffer& p, std::size_t addresses, std::size_t address_bytes, std::size_t start, unsigned protocol) {
    std::uint64_t sum = protocol + p.size() - start;
    for (std::size_t i = 0; i < address_bytes; i += 2) sum += load_be(&p[addresses + i], 2);
    for (std::size_t i = start; i < p.size(); i += 2) sum += i + 1 < p.size() ? load_be(&p[i], 2) : std::uint64_t(p[i]) << 8;
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return unsigned(sum);
}

}  // namespace

class NfqueueChecksumTest : public QObject {
    Q_OBJECT
private slots:
    void completes_data() {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("protocol");
        QTest::newRow("udp over ipv4") << QByteArray(udp4) << 20 << 17;
        QTest::newRow("udp over ipv6") << QByteArray(udp6) << 40 << 17;
        QTest::newRow("tcp over ipv4") << QByteArray(tcp4) << 20 << 6;
        QTest::newRow("udp over ipv6 with options") << QByteArray(udp6_options) << 48 << 17;
    }
    void completes() {
        QFETCH(QByteArray, packet);
        QFETCH(int, start);
        QFETCH(int, protocol);
        const ByteBuffer received = hex(packet.constData());
        const bool six = received[0] >> 4 == 6;
        ByteBuffer edited = received;
        edited.back() ^= 0x55;
        complete_transport_checksum(received, edited);
        QCOMPARE(receivers_sum(edited, six ? 8 : 12, six ? 32 : 8, std::size_t(start), unsigned(protocol)), 0xffffu);
        for (std::size_t i = 0; i + 1 < edited.size(); i++) {  // nothing else moved
            const std::size_t checksum = std::size_t(start) + (protocol == 6 ? 16 : 6);
            if (i != checksum && i != checksum + 1) QCOMPARE(edited[i], received[i]);
        }
    }

    void leavesAlone_data() {
        QTest::addColumn<QByteArray>("packet");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("icmp") << QByteArray("4500001c 00010000 40010000 0a000001 0a000002 0800 0000 00000000");
        QTest::newRow("later fragment") << QByteArray("45000021 00010001 40110000 0a000001 0a000002 03e807d0 000d0000 68656c6c6f");
        QTest::newRow("first fragment") << QByteArray("45000021 00012000 40110000 0a000001 0a000002 03e807d0 000d0000 68656c6c6f");
        QTest::newRow("cut before the checksum") << QByteArray("45000021 00010000 40110000 0a000001 0a000002 03e807d0 000d");
        QTest::newRow("header longer than the packet") << QByteArray("4f000021 00010000 40110000 0a000001 0a000002 03e807d0 000d0000");
        QTest::newRow("no IP version") << QByteArray("05000021 00010000 40110000 0a000001 0a000002 03e807d0 000d0000 68656c6c6f");
        QTest::newRow("ipv6 cut in its options")
            << QByteArray("60000000 00150040 fd000000000000000000000000000001 fd000000000000000000000000000002 11ff0104");
    }
    void leavesAlone() {
        QFETCH(QByteArray, packet);
        const ByteBuffer received = hex(packet.constData());
        ByteBuffer edited = received;
        complete_transport_checksum(received, edited);
        QVERIFY(edited == received);
    }

    void keepsWhatTheEditSet() {
        const ByteBuffer received = hex(udp4);
        ByteBuffer edited = received;
        edited[26] = 0x12, edited[27] = 0x34;
        complete_transport_checksum(received, edited);
        QCOMPARE(load_be(&edited[26], 2), 0x1234u);
    }

    // RFC 768: a computed checksum of zero is sent as all ones.
    void neverSaysNoChecksum() {
        ByteBuffer received = hex(udp4);
        ByteBuffer edited = received;
        for (unsigned value = 0; value < 0x10000; value++) {
            edited = received;
            store_number(&edited[28], 2, false, value);
            complete_transport_checksum(received, edited);
            QVERIFY(load_be(&edited[26], 2) != 0);
        }
    }
};

QTEST_GUILESS_MAIN(NfqueueChecksumTest)
#include "nfqueue_checksum_test.moc"
