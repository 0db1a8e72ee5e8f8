// SPDX-License-Identifier: GPL-3.0-or-later
// A handshake message over several records of one packet (RFC 8446 5.1) is seen by filters and rules, shown in bytes of its own, and
// edited where its pieces stand.
#include "compose/composition.h"
#include "compose/packet_series.h"
#include "dissect/conversation_learner.h"
#include "dissect/edit.h"
#include "dissect/find.h"
#include "engine/protocols/tls_packets.h"
#include "filter/filter.h"
#include "fuzz/whole_dissection.h"
#include <QtTest>
#include <random>

using namespace sallyport;
using namespace sallyport::test;

namespace {

constexpr const char* server_name = "tls.handshake.extensions_server_name";

bool matches(const ByteBuffer& packet, const char* filter) { return FilterRunner(*Filter::compile(filter)).matches(context_of(packet)); }

std::vector<std::string> values(const Dissection& tree, std::string_view name) {
    std::vector<std::string> out;
    for (auto& n : tree.nodes) {
        if (!n.field || n.error || name != n.field->name) continue;
        append_value(tree, n, out.emplace_back());
    }
    return out;
}
std::vector<std::string> values(const ByteBuffer& packet, std::string_view name) {
    Dissection tree;
    dissect(context_of(packet), tree);
    return values(tree, name);
}
bool has_errors(const ByteBuffer& packet) {
    Dissection tree;
    dissect(context_of(packet), tree);
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](auto& n) { return n.error; });
}
using Texts = std::vector<std::string>;

/// What stands in the packet's handshake records, one after the other.
ByteBuffer handshake_bytes(Bytes packet) {
    ByteBuffer out;
    for (Bytes left = packet.subspan(54); left.size() >= 5;) {
        const std::size_t size = load_be(left.data() + 3, 2);
        if (left[0] == 22) out.insert(out.end(), left.begin() + 5, left.begin() + std::ptrdiff_t(5 + size));
        left = left.subspan(5 + size);
    }
    return out;
}
ByteBuffer after_edit(const ByteBuffer& packet, const std::string& assignment) {
    Editor editor(context_of(packet));
    const auto done = editor.apply(assignment);
    if (!done) QTest::qFail(done.error().text().c_str(), __FILE__, __LINE__);
    return {editor.bytes().begin(), editor.bytes().end()};
}

}  // namespace

class TlsFragmentsTest : public QObject {
    Q_OBJECT
private slots:
    void isSeenWhereverItIsCut() {
        const ByteBuffer hello = client_hello("evil.example");
        const ByteBuffer between[] = {{}, tls_record({1}, 20), tls_record({}), tls_record(ByteBuffer(9, 1), 23)};
        for (auto& others : between)
            for (std::size_t place = 1; place < hello.size(); place++) {
                const ByteBuffer packet = tls_packet(in_records(hello, {place}, others));
                QVERIFY2(matches(packet, "tls.handshake.extensions_server_name contains \"evil\""), qPrintable(QString::number(place)));
                QCOMPARE(values(packet, server_name), Texts{"evil.example"});
                QCOMPARE(values(packet, "tls.handshake.fragment.count"), Texts{"2"});
                QVERIFY(!has_errors(packet));
                fuzz::check_packet(context_of(packet));
            }
    }

    void isSeenInManyPieces() {
        std::mt19937 random(5);
        const ByteBuffer hello = client_hello("evil.example");
        for (int round = 0; round < 300; round++) {
            std::vector<std::size_t> places;
            for (std::size_t place = 1; place < hello.size(); place++)
                if (random() % 100 < unsigned(round) / 3) places.push_back(place);
            const ByteBuffer packet = tls_packet(in_records(hello, places));
            QVERIFY(matches(packet, "tls.handshake.extensions_server_name == \"evil.example\""));
            if (!places.empty()) QCOMPARE(values(packet, "tls.handshake.fragment").size(), places.size() + 1);
            fuzz::check_packet(context_of(packet));
        }
    }

    void severalAreSeen() {
        const ByteBuffer one = client_hello("one.example"), two = client_hello("two.example");
        const ByteBuffer both = PacketBytes().add(one).add(two);
        for (std::size_t first = 1; first < both.size(); first += 7)
            for (std::size_t second = first + 1; second < both.size(); second += 5) {
                const ByteBuffer packet = tls_packet(in_records(both, {first, second}));
                QCOMPARE(values(packet, server_name), (Texts{"one.example", "two.example"}));
                QVERIFY(matches(packet, "tls.handshake.extensions_server_name == \"two.example\""));
                fuzz::check_packet(context_of(packet));
            }
    }

    void whatIsEncryptedIsNoBeginning() {
        const ByteBuffer finished(40, 0xb7);
        ByteBuffer by_chance = finished;
        by_chance[0] = 20, by_chance[1] = 0, by_chance[2] = 1, by_chance[3] = 0;  // as if 256 bytes followed
        for (auto& content : {finished, by_chance}) {
            const ByteBuffer packet = tls_packet(PacketBytes().add(tls_record({1}, 20)).add(tls_record(content)).add(tls_record(finished)));
            QCOMPARE(values(packet, "tls.handshake.encrypted").size(), std::size_t(2));
            QVERIFY(values(packet, "tls.handshake.fragment").empty());
            fuzz::check_packet(context_of(packet));
        }
    }

    void whatGoesOnInTheNextPacketIsNamed() {
        const ByteBuffer hello = client_hello("evil.example");
        const ByteBuffer first = tls_packet(tls_record(ByteBuffer(hello.begin(), hello.begin() + 30)));
        PacketSummary row;
        summarize(context_of(first), row);
        QCOMPARE(QString::fromStdString(row.info), QString("[Client Hello Fragment]"));
        QVERIFY(values(first, "tls.handshake.type").empty());
        QVERIFY(values(first, "tls.handshake.fragment.count").empty());
        QVERIFY(!has_errors(first));
    }

    void theTreeShowsItInBytesOfItsOwn() {
        const ByteBuffer hello = client_hello("evil.example");
        const ByteBuffer packet = tls_packet(in_records(hello, {30}));
        Dissection tree;
        dissect(context_of(packet), tree);
        QCOMPARE(tree.buffers, std::vector<ByteBuffer>{hello});
        QCOMPARE(tree.pieces.size(), std::size_t(2));
        QCOMPARE(tree.pieces[0].from, 54u + 5);
        QCOMPARE(tree.pieces[1].from, 54u + 5 + 30 + 5);
        for (auto& n : tree.nodes) {
            if (!n.field || std::string_view(n.field->name) != server_name) continue;
            QCOMPARE(int(n.source), 1);
            QCOMPARE(QByteArray(reinterpret_cast<const char*>(tree.bytes_of(n.source).data()) + n.at, n.length),
                     QByteArray("evil.example"));
        }
    }

    /// The agreed version is what the rest of the conversation is read by.
    void aServerHelloInPiecesTeaches() {
        const ByteBuffer extensions = PacketBytes().two(43).two(2).two(0x0304);
        const ByteBuffer body = PacketBytes().two(0x0303).add(ByteBuffer(32, 7)).byte(0).two(0x1301).byte(0).two(6).add(extensions);
        const ByteBuffer hello = PacketBytes().byte(2).byte(0).two(unsigned(body.size())).add(body);
        const ByteBuffer data = tls_packet(tls_record(ByteBuffer(40, 1), 23), 443, 40000);
        for (std::size_t place = 1; place < hello.size(); place++) {
            ConversationMemory memory;
            ConversationLearner learner(memory);
            const ByteBuffer packet = tls_packet(in_records(hello, {place}), 443, 40000);
            learner.learn(context_of(packet));
            PacketContext later = context_of(data);
            later.conversations = &memory, later.number = 2;
            Dissection tree;
            dissect(later, tree);
            QCOMPARE(values(tree, "tls.record.opaque_type"), Texts{"23"});
        }
    }

    void isEditedInItsPieces() {
        const ByteBuffer hello = client_hello("evil.example");
        for (const char* name : {"good.example", "a.longer.name.example", "x.example"})
            for (std::size_t place = 1; place < hello.size(); place++) {
                std::string change = server_name;
                change.append("=").append(name);
                const ByteBuffer packet = after_edit(tls_packet(in_records(hello, {place})), change);
                QCOMPARE(handshake_bytes(packet), client_hello(name));
                QCOMPARE(values(packet, server_name), Texts{name});
                QCOMPARE(values(packet, "ip.len"), Texts{std::to_string(packet.size() - 14)});
                QVERIFY(!has_errors(packet));
            }
    }

    void numbersAreEditedAcrossTheCut() {
        const ByteBuffer hello = client_hello("evil.example");
        for (std::size_t place = 1; place < hello.size(); place++) {
            const ByteBuffer packet = after_edit(tls_packet(in_records(hello, {place})), "tls.handshake.ciphersuite#2=0x1302");
            QCOMPARE(values(packet, "tls.handshake.ciphersuite"), (Texts{"0x1301", "0x1302"}));
            QCOMPARE(packet.size(), tls_packet(in_records(hello, {place})).size());
        }
    }

    void listsInItGrowAndShrink() {
        const ByteBuffer hello = client_hello("evil.example");
        for (std::size_t place = 1; place < hello.size(); place++) {
            Editor editor(context_of(tls_packet(in_records(hello, {place}))));
            const auto suite = [&] {
                auto& nodes = editor.dissection().nodes;
                return std::find_if(nodes.begin(), nodes.end(),
                                    [](auto& n) { return n.field && std::string_view(n.field->name) == "tls.handshake.ciphersuite"; }) -
                       nodes.begin();
            };
            QVERIFY(editor.insert(std::int32_t(suite()), ByteBuffer{0x13, 0x03}));
            QCOMPARE(values(editor.dissection(), "tls.handshake.ciphersuite"), (Texts{"0x1301", "0x002f", "0x1303"}));
            QVERIFY(editor.remove(std::int32_t(suite())));
            QCOMPARE(values(editor.dissection(), "tls.handshake.ciphersuite"), (Texts{"0x002f", "0x1303"}));
            QCOMPARE(values(editor.dissection(), server_name), Texts{"evil.example"});
        }
    }

    void noRecordIsLeftEmpty() {
        const ByteBuffer hello = client_hello("evil.example");
        std::vector<std::size_t> each;
        for (std::size_t place = 1; place < hello.size(); place++) each.push_back(place);
        Editor editor(context_of(tls_packet(in_records(hello, each))));
        const auto refused = editor.set(server_name, "x");
        QVERIFY(!refused);
        QVERIFY(refused.error().text().find("left without bytes") != std::string::npos);
        QCOMPARE(values(editor.dissection(), server_name), Texts{"evil.example"});
    }

    void aCompositionSetsItAndSweepsRefuse() {
        const ByteBuffer bytes = tls_packet(in_records(client_hello("evil.example"), {30}));
        Composition packet(bytes, LinkType::ethernet);
        auto key = packet.find(server_name, 0);
        QVERIFY(key);
        QVERIFY(packet.field(*key)->editable);
        const auto done = packet.set(*key, "other.example");
        QVERIFY2(done, done ? "" : done.error().text().c_str());
        QCOMPARE(handshake_bytes(packet.bytes()), client_hello("other.example"));
        const auto length = packet.find("tls.handshake.length", 0);
        QVERIFY(length && packet.field(*length)->automatic && !packet.field(*length)->editable);
        const auto refused = packet.set(*length, "7");
        QVERIFY(!refused);
        QVERIFY(refused.error().text().find("does not lie in the packet's bytes") != std::string::npos);
        QCOMPARE(handshake_bytes(packet.bytes()), client_hello("other.example"));
        const auto series = PacketSeries::make(packet, std::vector{*Sweep::parse("tls.handshake.ciphersuite=0..5")});
        QVERIFY(!series);
        QVERIFY(series.error().text().find("put together") != std::string::npos);
    }

    /// Lengths that lie, records of other kinds, pieces that are missing: find equals tree, and each field can be set or is refused.
    void damagedPiecesDoNoHarm() {
        std::mt19937 random(11);
        const ByteBuffer both = PacketBytes().add(client_hello("one.example")).add(client_hello("two.example"));
        for (int round = 0; round < 1500; round++) {
            std::vector<std::size_t> places;
            for (std::size_t place = 1; place < both.size(); place++)
                if (random() % 20 == 0) places.push_back(place);
            ByteBuffer records = in_records(both, places);
            for (unsigned k = 0; k < unsigned(round) % 8; k++) records[random() % records.size()] = std::uint8_t(random() % 32);
            const ByteBuffer packet = tls_packet(records);
            fuzz::check_packet(context_of(packet));
            Editor editor(context_of(packet));
            for (int edit = 0; edit < 30; edit++) {
                const auto node = std::int32_t(random() % editor.dissection().nodes.size());
                const ByteBuffer wire(random() % 6, 1);
                if (edit % 4 == 0) (void)editor.insert(node, wire);
                else if (edit % 4 == 1) (void)editor.remove(node);
                else if (edit % 4 == 2) (void)editor.set_bytes(node, wire);
                else (void)editor.set_node(node, edit % 8 == 3 ? "7" : "a.longer.name");
                fuzz::check_ranges(editor.dissection());
            }
        }
    }

    /// Each record claims to begin a message that goes on to the end of the packet, or nearly so.
    void manyTinyRecordsAreBounded() {
        const ByteBuffer beginnings[] = {{1}, {1, 0}, {11, 0, 1, 0}, {1, 0, 0xff, 0xff, 3, 3}, {20, 0, 0, 5}, {2, 0, 0x40, 0, 3, 3, 0}};
        for (auto& beginning : beginnings)
            for (const ByteBuffer& between : {ByteBuffer(), tls_record({}), tls_record({1}, 20)}) {
                PacketBytes records;
                while (records.size() < 65000) records.add(tls_record(beginning)).add(between);
                const ByteBuffer packet = tls_packet(records);
                Dissection tree;
                dissect(context_of(packet), tree);
                std::size_t joined = 0;
                for (auto& buffer : tree.buffers) joined += buffer.size();
                QVERIFY(joined <= records.size());
                QVERIFY(tree.buffers.size() <= 1);
                ConversationMemory memory;
                ConversationLearner(memory).learn(context_of(packet));
                fuzz::check_packet(context_of(packet));
            }
    }
};

QTEST_APPLESS_MAIN(TlsFragmentsTest)
#include "tls_fragments_test.moc"
