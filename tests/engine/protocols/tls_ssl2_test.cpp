// SPDX-License-Identifier: GPL-3.0-or-later
// The ClientHello of SSL 2.0: seen on any port, where all its lengths fit; edited with all of them.
#include "dissect/edit.h"
#include "engine/protocols/tls_packets.h"
#include "filter/filter.h"
#include "fuzz/whole_dissection.h"
#include <QtTest>

using namespace sallyport;
using namespace sallyport::test;

namespace {

ByteBuffer hello(unsigned version = 0x0301) {
    const ByteBuffer body =
        PacketBytes().byte(1).two(version).two(6).two(4).two(16).list({0, 0, 0x2f, 7, 0, 0xc0}).text("sess").add(ByteBuffer(16, 9));
    return PacketBytes().two(unsigned(0x8000 | body.size())).add(body);
}
bool is_seen(const ByteBuffer& records, unsigned port) {
    const ByteBuffer packet = tls_packet(records, 40000, port);
    fuzz::check_packet(context_of(packet));
    return FilterRunner(*Filter::compile("tls.handshake.cipherspec == 0x0700c0 && tls.record.version == 2")).matches(context_of(packet));
}

}  // namespace

class TlsSsl2Test : public QObject {
    Q_OBJECT
private slots:
    void isSeenOnAnyPort() {
        for (unsigned version : {0x0002, 0x0300, 0x0301, 0x0303})
            for (unsigned port : {443, 4000}) QVERIFY(is_seen(hello(version), port));
        QVERIFY(!is_seen(hello(0x0105), 4000));
    }

    void lyingLengthsAreNone() {
        const ByteBuffer right = hello();
        for (std::size_t at : {0, 1, 2, 5, 6, 7, 8, 9, 10}) {
            ByteBuffer wrong = right;
            wrong[at] ^= 1;
            QVERIFY2(!is_seen(wrong, 4000), qPrintable(QString::number(at)));
        }
        for (std::size_t size = 0; size < right.size(); size++)
            QVERIFY(!is_seen(ByteBuffer(right.begin(), right.begin() + std::ptrdiff_t(size)), 443));
    }

    void lengthsFollowEdits() {
        const ByteBuffer packet = tls_packet(hello());
        Editor editor(context_of(packet));
        const auto ciphers = [&] {
            std::vector<std::int32_t> out;
            auto& nodes = editor.dissection().nodes;
            for (std::size_t i = 0; i < nodes.size(); i++)
                if (nodes[i].field && std::string_view(nodes[i].field->name) == "tls.handshake.cipherspec") out.push_back(std::int32_t(i));
            return out;
        };
        QVERIFY(editor.insert(ciphers().front(), ByteBuffer{1, 0, 0x80}));
        QCOMPARE(ciphers().size(), std::size_t(3));
        QVERIFY(editor.set("tls.handshake.session_id", "00112233445566"));
        const ByteBuffer expected = PacketBytes()
                                        .two(0x8000 | 41)
                                        .byte(1)
                                        .two(0x0301)
                                        .two(9)
                                        .two(7)
                                        .two(16)
                                        .list({0, 0, 0x2f, 7, 0, 0xc0, 1, 0, 0x80, 0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66})
                                        .add(ByteBuffer(16, 9));
        QCOMPARE(ByteBuffer(editor.bytes().begin() + 54, editor.bytes().end()), expected);
    }
};

QTEST_APPLESS_MAIN(TlsSsl2Test)
#include "tls_ssl2_test.moc"
