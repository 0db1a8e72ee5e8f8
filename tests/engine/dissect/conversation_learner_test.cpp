// SPDX-License-Identifier: GPL-3.0-or-later
// What one packet tells about another one.
#include "dissect/conversation_learner.h"
#include "dissect/find.h"
#include "dissect/registry.h"
#include "engine/filter/packet_bytes.h"
#include <QTest>

using namespace sallyport;

namespace {

constexpr std::uint32_t client = 0x0a000001, server = 0x0a000002;
constexpr unsigned client_port = 40000;

ByteBuffer to_server(unsigned port, const ByteBuffer& data) {
    return ethernet(0x0800, ipv4({client, server, 64, 6}, tcp(client_port, port, 0x18, data)));
}
ByteBuffer to_client(unsigned port, const ByteBuffer& data) {
    return ethernet(0x0800, ipv4({server, client, 64, 6}, tcp(port, client_port, 0x18, data)));
}

/// RFC 8446 4.1.3, with one extension: the version that it chooses (TLS 1.2 says it without).
ByteBuffer server_hello(bool tls13) {
    const ByteBuffer random(32, 0x5a);
    PacketBytes body;
    body.two(0x0303).add(random).byte(0).two(0x1301).byte(0);
    if (tls13) body.two(6).two(43).two(2).two(0x0304);
    else body.two(0);
    return PacketBytes().byte(22).two(0x0303).two(unsigned(body.size() + 4)).byte(2).byte(0).two(unsigned(body.size())).add(body);
}
ByteBuffer application_data() { return PacketBytes().byte(23).two(0x0303).two(4).four(0xdeadbeef); }

/// A capture that is read in order, and looked at afterwards.
class Capture {
public:
    void add(ByteBuffer bytes) {
        packets_.push_back(std::move(bytes));
        learner_.learn(context(packets_.size()));
    }
    std::size_t count(std::size_t number, const char* field, bool remembering = true) const {
        FindPlan plan({field_registry().find(field)});
        Finder finder(plan);
        PacketContext packet = context(number);
        if (!remembering) packet.conversations = nullptr;
        finder.start(packet);
        return finder.values(0).size();
    }

private:
    PacketContext context(std::size_t number) const {
        PacketContext packet;
        packet.bytes = packets_[number - 1];
        packet.number = number;
        packet.conversations = &memory_;
        return packet;
    }

    std::vector<ByteBuffer> packets_;
    ConversationMemory memory_;
    ConversationLearner learner_{memory_};
};

}  // namespace

class ConversationLearnerTest : public QObject {
    Q_OBJECT
private slots:
    void application_data_hides_its_type_once_tls13_is_agreed_on() {
        Capture capture;
        capture.add(to_client(443, application_data()));  // before anybody agreed
        capture.add(to_client(443, server_hello(true)));
        capture.add(to_client(443, application_data()));
        capture.add(to_server(443, application_data()));
        QCOMPARE(capture.count(1, "tls.record.content_type"), std::size_t(1));
        QCOMPARE(capture.count(2, "tls.record.content_type"), std::size_t(1));
        for (std::size_t number : {3, 4}) {
            QCOMPARE(capture.count(number, "tls.record.opaque_type"), std::size_t(1));
            QCOMPARE(capture.count(number, "tls.record.content_type"), std::size_t(0));
            QCOMPARE(capture.count(number, "tls.app_data"), std::size_t(1));
        }
        QCOMPARE(capture.count(3, "tls.record.content_type", false), std::size_t(1));  // nothing is remembered
    }
    void tls12_shows_its_types() {
        Capture capture;
        capture.add(to_client(443, server_hello(false)));
        capture.add(to_server(443, application_data()));
        QCOMPARE(capture.count(2, "tls.record.content_type"), std::size_t(1));
        QCOMPARE(capture.count(2, "tls.record.opaque_type"), std::size_t(0));
    }
    void another_conversation_learns_nothing() {
        Capture capture;
        capture.add(to_client(443, server_hello(true)));
        capture.add(to_client(853, application_data()));
        QCOMPARE(capture.count(2, "tls.record.content_type"), std::size_t(1));
    }
    void what_was_guessed_once_is_read_on_in_both_directions() {
        const ByteBuffer more = PacketBytes().text("behind the headers");
        Capture capture;
        capture.add(to_server(5005, more));  // not known yet
        capture.add(to_server(5005, PacketBytes().text("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18\r\n\r\n")));
        capture.add(to_server(5005, more));
        capture.add(to_client(5005, more));
        capture.add(to_client(5006, more));
        QCOMPARE(capture.count(1, "http"), std::size_t(0));
        QCOMPARE(capture.count(2, "http"), std::size_t(1));
        QCOMPARE(capture.count(3, "http"), std::size_t(1));
        QCOMPARE(capture.count(4, "http"), std::size_t(1));
        QCOMPARE(capture.count(5, "http"), std::size_t(0));
        QCOMPARE(capture.count(3, "http", false), std::size_t(0));
    }
    /// A port is shared by what speaks HTTP and what does not: bytes of a body are HTTP once it was seen, as Wireshark reads them.
    void binary_data_is_http_where_it_was_spoken() {
        const ByteBuffer binary = PacketBytes().list({0x89, 0, 'x'}), text = PacketBytes().text("text");
        Capture capture;
        capture.add(to_server(80, binary));
        capture.add(to_server(80, text));
        capture.add(to_server(80, PacketBytes().text("GET / HTTP/1.1\r\n\r\n")));
        capture.add(to_client(80, binary));
        const std::size_t expected[] = {0, 1, 1, 1};
        for (std::size_t number = 1; number <= 4; number++) QCOMPARE(capture.count(number, "http"), expected[number - 1]);
        QCOMPARE(capture.count(1, "http", false), std::size_t(1));  // nothing is remembered
    }
    void cut_packets_teach_nothing_and_harm_nothing() {
        const ByteBuffer whole = to_client(443, server_hello(true));
        for (std::size_t size = 0; size < whole.size(); size++) {
            Capture capture;
            capture.add(ByteBuffer(whole.begin(), whole.begin() + std::ptrdiff_t(size)));
            capture.add(to_client(443, application_data()));
            QCOMPARE(capture.count(2, "tls"), std::size_t(1));
        }
    }
};

QTEST_APPLESS_MAIN(ConversationLearnerTest)
#include "conversation_learner_test.moc"
