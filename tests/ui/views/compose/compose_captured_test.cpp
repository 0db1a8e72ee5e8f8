// SPDX-License-Identifier: GPL-3.0-or-later
// Every packet of every capture that is here, opened in the composer: nothing crashes, nothing changes by looking.
#include "base/address.h"
#include "contract/captures.h"
#include "contract/sanitized.h"
#include "ui/views/compose/compose_bytes.h"
#include "ui/views/compose/compose_dock.h"
#include "ui/views/compose/layer_card.h"
#include "ui/views/compose/layer_stack.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace sallyport;

class ComposeCapturedTest : public QObject {
    Q_OBJECT
    static constexpr std::size_t most_packets = test::sanitized ? 1 : 12;   // of a file
    static constexpr std::size_t edited_packets = test::sanitized ? 1 : 3;  // likewise
    static constexpr qint64 most_ms_a_file = 800;                           // the rest of a file of huge packets is left out

    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<ComposeDock> dock_;

    void open(const PacketContext& packet) {
        auto& session = *dock_->session();
        session.startFrom(packet.bytes, packet.link_type, "captured");
        const Bytes now = session.packet().bytes();
        QVERIFY(std::equal(now.begin(), now.end(), packet.bytes.begin(), packet.bytes.end()));
        for (auto* card : dock_->findChildren<LayerCard*>()) card->setOpen(true);
        for (std::size_t at = 0; at < packet.bytes.size(); at += 1 + packet.bytes.size() / 16) session.focusByte(std::uint32_t(at));
        QCoreApplication::processEvents();
        dock_->grab();
    }
    void edit() {
        auto& session = *dock_->session();
        const auto layers = session.packet().layers();
        for (std::size_t layer = 0; layer < layers.size(); layer++) {
            int edits = 0;
            for (auto& field : session.packet().fields(layer)) {
                if (!field.editable || ++edits > 3) continue;
                session.set(field.key, QString::fromStdString(field.value));
                session.set(field.key, QStringLiteral("1"));
            }
        }
        const ByteBuffer byte{0xa5};
        if (!session.isEmpty()) session.overwrite(std::uint32_t(session.packet().bytes().size() / 2), byte);
        if (!layers.empty()) session.removeLayer(layers.size() - 1);
        while (session.canUndo()) session.undo();
        QVERIFY(session.isEmpty() || session.packet().bytes().data());
    }

private slots:
    void init() {
        bridge_ = std::make_unique<SessionBridge>();
        dock_ = std::make_unique<ComposeDock>(bridge_.get());
        dock_->resize(1000, 700);
        dock_->show();
    }
    void cleanup() {
        dock_.reset();
        bridge_.reset();
    }

    void packets_of_a_capture_data() {
        QTest::addColumn<QString>("path");
        for (auto& path : test::captures()) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
    void packets_of_a_capture() {
        QFETCH(QString, path);
        QElapsedTimer since;
        since.start();
        test::each_packet(path, most_packets, [&](const PacketContext& packet) {
            if (since.elapsed() > most_ms_a_file) return;
            open(packet);
            if (packet.number <= edited_packets) edit();
        });
    }

    void a_packet_of_thousands_of_fields() {
        ByteBuffer bytes = *parse_hex(
            "0200000000020200000000010800"
            "4500ffff000100004001"
            "0000"
            "0a4d000a0a4d0003"
            "0800000000010001");
        bytes.resize(60'000, 0x01);  // … and options that never end, in a TCP header
        open({.bytes = bytes, .link_type = LinkType::ethernet});
        ByteBuffer dns = *parse_hex(
            "0200000000020200000000010800"
            "4500ffff00010000401100000a4d000a0a4d0002"
            "003500350000"
            "0000"
            "000181800000"
            "ffff"
            "00000000");
        for (int i = 0; i < 4000; i++)
            for (std::uint8_t byte : {0xc0, 0x0c, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x00, 0x3c, 0x00, 0x04, 0x0a, 0x00, 0x00, 0x01})
                dns.push_back(byte);
        auto& session = *dock_->session();
        QElapsedTimer since;
        const auto took = [&](const char* what) {
            QCoreApplication::processEvents();
            dock_->grab();
            qInfo("%s: %lld ms", what, since.restart());
        };
        session.startEmpty(LinkType::ethernet);
        since.start();
        took("an empty packet");
        session.startFrom(dns, LinkType::ethernet, "captured");
        took("a DNS answer with thousands of records opens");
        session.set(*session.packet().find("dns.id"), "7");
        took("a field of it is set");
        session.focusByte(std::uint32_t(dns.size() / 2));
        took("a byte in its middle is chosen");
        session.undo();
        took("undone");
        session.startFrom(dns, LinkType::ethernet, "captured");
        took("it opens again");
        open({.bytes = dns, .link_type = LinkType::ethernet});
        took("every card of it is opened, and bytes are chosen");
        edit();
        took("and edited all over");
    }
};

QTEST_MAIN(ComposeCapturedTest)
#include "compose_captured_test.moc"
