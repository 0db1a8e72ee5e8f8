// SPDX-License-Identifier: GPL-3.0-or-later
// Where children begin.
#include "dissect/dissection.h"
#include "dissect/program.h"
#include "protocol/protocol.h"
#include <QTest>

using namespace sallyport;

class WalkTest : public QObject {
    Q_OBJECT
private slots:
    void a_child_begins_behind_what_a_function_reads() {
        // Ethernet, IPv4, UDP 2152, GTP with a sequence number and one extension header (TS 29.281 5.2), IPv4, ICMP.
        const QByteArray packet = QByteArray::fromHex(
            "0200000000020200000000010800"
            "4500004800004000401100000a0000010a000002"
            "0868086800340000"
            "36ff002400000001000100c001090400"
            "4500001c00004000400100000a0100010a010002"
            "0800f7ff00000000");
        PacketContext context;
        context.bytes = {reinterpret_cast<const std::uint8_t*>(packet.constData()), std::size_t(packet.size())};
        Dissection tree;
        dissect(context, tree);
        QStringList names;
        for (auto& layer : tree.layers) names << programs()[layer.protocol].protocol->name;
        QVERIFY2(names.join(' ').endsWith("eth ip udp gtp ip icmp"), qPrintable(names.join(' ')));
    }

    /// Routers quote the first bytes of a packet (RFC 792: 8 behind its IP header), and some make its length fit.
    void what_an_error_quotes_may_end() {
        const QByteArray packet = QByteArray::fromHex(
            "0200000000020200000000010800"
            "4500003800004000400100000a0000010a000002"
            "0300000000000000"
            "4500001c00004000400600000a0000020a000001"
            "0050005100000001");
        for (const bool in_error : {true, false}) {
            QByteArray bytes = packet;
            if (!in_error) bytes.remove(14, 28);  // the quoted packet alone
            PacketContext context;
            context.bytes = {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
            PacketSummary summary;
            summarize(context, summary);
            QCOMPARE(summary.malformed, !in_error);
        }
    }

    /// A header that says to be longer than its packet: what follows is nobody's, for rules as for the tree.
    void a_length_shorter_than_its_header_ends_the_walk() {
        const QByteArray packet = QByteArray::fromHex(
            "020000000002020000000001080045000012000040004011000"
            "00a0000010a000002"
            "00350035000a0000"
            "6162");
        for (const char length : {'\x12', '\x1e'}) {  // 18 of the 20 of the header; 30, all there is
            QByteArray bytes = packet;
            bytes[17] = length;
            PacketContext context;
            context.bytes = {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
            Dissection tree;
            dissect(context, tree);
            QStringList names;
            for (auto& layer : tree.layers) names << programs()[layer.protocol].protocol->name;
            QCOMPARE(names.contains("udp"), length == '\x1e');
        }
    }
};

QTEST_APPLESS_MAIN(WalkTest)
#include "walk_test.moc"
