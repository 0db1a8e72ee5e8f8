// SPDX-License-Identifier: GPL-3.0-or-later
// Neither truncated nor damaged bytes do harm: every truncation of packets that show every field is dissected, and found in, as a whole
// packet is; every field of damaged ones is set. Under the address sanitizer, in more rounds.
#include "contract/captures.h"
#include "dissect/edit.h"
#include "fuzz/whole_dissection.h"
#include <QTest>
#include <random>
#include <unordered_map>

using namespace sallyport;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr unsigned packets_a_field = 6, rounds = 6, steps_to_find = 4;
#elif defined(__SANITIZE_THREAD__)
constexpr unsigned packets_a_field = 2, rounds = 1, steps_to_find = 4;  // all on one thread: there is little to find
#else
constexpr unsigned packets_a_field = 6, rounds = 2, steps_to_find = 4;
#endif

constexpr const char* values[] = {"0",         "1",           "255", "65535", "4294967295", "a.longer.name.example", "00:11:22:33:44:55",
                                  "192.0.2.1", "2001:db8::1", "",    "-1",    "0011223344"};
constexpr std::uint8_t element[] = {1, 2, 3};
constexpr std::size_t longest_packet = 2000;  // longer ones hold nothing else but more of the same

/// Packets until each item of each layout was met in a few.
void each_kind(const std::function<void(const PacketContext&)>& visit) {
    std::unordered_map<const void*, unsigned> met;
    Dissection tree;
    for (auto& path : test::captures())
        test::each_packet(path, SIZE_MAX, [&](const PacketContext& c) {
            if (c.bytes.size() > longest_packet) return;
            dissect(c, tree);
            bool is_new = false;
            for (auto& n : tree.nodes)
                if (n.node || n.text) is_new |= met[n.node ? static_cast<const void*>(n.node) : n.text] < packets_a_field;
            if (!is_new) return;
            for (auto& n : tree.nodes) met[n.node ? static_cast<const void*>(n.node) : n.text]++;
            visit(c);
        });
}

/// Sets every field, whatever comes of those before; between them, elements come and go.
unsigned set_everything(const PacketContext& p, std::mt19937& random) {
    Editor editor(p);
    unsigned edits = 0;
    for (std::size_t i = 0; i < editor.dissection().nodes.size() && i < 300; i++, edits++) {
        auto ok = editor.set_node(std::int32_t(i), values[random() % std::size(values)]);
        if (!ok && ok.error().what.empty()) return QTest::qFail("a refusal without a reason", __FILE__, __LINE__), edits;
        if (i % 8 == 7) {
            (void)editor.insert(std::int32_t(random() % editor.dissection().nodes.size()), element);
            (void)editor.remove(std::int32_t(random() % editor.dissection().nodes.size()));
            (void)editor.set_bytes(std::int32_t(random() % editor.dissection().nodes.size()), element);
        }
    }
    fuzz::check_ranges(editor.dissection());
    return edits;
}

}  // namespace

class ProtocolContractHarmTest : public QObject {
    Q_OBJECT
private slots:
    void every_truncation_is_dissected() {
        Dissection tree;
        PacketSummary summary;
        unsigned packets = 0, truncations = 0;
        each_kind([&](const PacketContext& c) {
            packets++;
            for (std::size_t n = 0; n <= c.bytes.size(); n++, truncations++) {
                ByteBuffer cut(c.bytes.begin(), c.bytes.begin() + std::ptrdiff_t(n));  // its own allocation: a byte too far is found
                PacketContext p = c;
                p.bytes = cut;
                if (truncations % steps_to_find == 0) {
                    fuzz::check_packet(p);
                    continue;
                }
                dissect(p, tree);
                fuzz::check_ranges(tree);
                for (auto& node : tree.nodes) node_text(tree, node);
                summarize(tree, summary);
            }
        });
        qInfo("%u truncations of %u packets", truncations, packets);
        QVERIFY(packets > 20);
    }

    void every_field_of_damaged_packets_is_set() {
        std::mt19937 random(7);
        unsigned packets = 0, edits = 0;
        each_kind([&](const PacketContext& c) {
            for (unsigned round = 0; round < rounds; round++, packets++) {
                ByteBuffer damaged(c.bytes.begin(), c.bytes.end());
                for (unsigned k = 0; k < round * 3 && !damaged.empty(); k++) damaged[random() % damaged.size()] = std::uint8_t(random());
                PacketContext p = c;
                p.bytes = damaged;
                edits += set_everything(p, random);
            }
        });
        qInfo("%u edits of %u damaged packets", edits, packets);
        QVERIFY(packets > 20);
    }
};

QTEST_GUILESS_MAIN(ProtocolContractHarmTest)
#include "protocol_contract_harm_test.moc"
