// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the tree with a name and no value (layout: subtree): there with what is in them, and not to be set.
#include "dissect/dissection.h"
#include "dissect/edit.h"
#include "dissect/find.h"
#include <QTest>

using namespace sallyport;

namespace {

/// A router solicitation from fe80::1 with `options`.
ByteBuffer solicitation(const QByteArray& options) {
    QByteArray packet = QByteArray::fromHex("60000000") + char(0) + char(8 + options.size()) + QByteArray::fromHex("3aff");
    packet += QByteArray::fromHex("fe800000000000000000000000000001") + QByteArray::fromHex("ff020000000000000000000000000002");
    packet += QByteArray::fromHex("8500000000000000") + options;
    return {packet.begin(), packet.end()};
}
const QByteArray source = QByteArray::fromHex("0101020000000001"), nonce = QByteArray::fromHex("0e01a1a2a3a4a5a6");

/// Two extension headers of GTP, read by a function, in front of nothing: UDP over IPv4.
const QByteArray extended = QByteArray::fromHex(
    "450000300000000040117abb7f0000017f000001"
    "08680868001c0000"
    "34ff000c00000001"
    "000000c0"
    "01123440"
    "01087700");

PacketContext context_of(const ByteBuffer& packet) {
    PacketContext context;
    context.bytes = packet;
    context.link_type = LinkType::raw;
    return context;
}

std::vector<std::pair<std::uint32_t, std::size_t>> found(const ByteBuffer& packet, const char* name) {
    FindPlan plan({field_registry().find(name)});
    Finder finder(plan);
    finder.start(context_of(packet));
    std::vector<std::pair<std::uint32_t, std::size_t>> out;
    for (auto& value : finder.values(0)) out.emplace_back(value.at, value.bytes.size());
    return out;
}

std::vector<std::pair<std::uint32_t, std::size_t>> in_tree(const ByteBuffer& packet, std::string_view name) {
    Dissection tree;
    dissect(context_of(packet), tree);
    std::vector<std::pair<std::uint32_t, std::size_t>> out;
    for (auto& node : tree.nodes)
        if (node.field && node.field->name == name) out.emplace_back(node.at, node.length);
    return out;
}

}  // namespace

class NamedPartsTest : public QObject {
    Q_OBJECT
private slots:
    void each_is_found_with_its_bytes() {
        const ByteBuffer packet = solicitation(source + nonce);
        const std::vector<std::pair<std::uint32_t, std::size_t>> both{{48, 8}, {56, 8}};
        QCOMPARE(found(packet, "icmpv6.opt"), both);
        QCOMPARE(in_tree(packet, "icmpv6.opt"), both);
        QVERIFY(found(solicitation({}), "icmpv6.opt").empty());
    }

    void a_function_reads_them_too() {
        const ByteBuffer packet{extended.begin(), extended.end()};
        const std::vector<std::pair<std::uint32_t, std::size_t>> both{{40, 4}, {44, 4}};
        QCOMPARE(found(packet, "gtp.ext_hdr"), both);
        QCOMPARE(in_tree(packet, "gtp.ext_hdr"), both);
    }

    void what_is_cut_ends_where_the_bytes_do() {
        const ByteBuffer whole = solicitation(source + nonce);
        for (std::size_t size = 0; size <= whole.size(); size++) {
            const ByteBuffer packet(whole.begin(), whole.begin() + std::ptrdiff_t(size));
            QCOMPARE(found(packet, "icmpv6.opt"), in_tree(packet, "icmpv6.opt"));
        }
    }

    void they_have_a_line_and_no_value() {
        const ByteBuffer packet = solicitation(source);
        Editor editor(context_of(packet));
        std::int32_t at = -1;
        auto& nodes = editor.dissection().nodes;
        for (std::size_t i = 0; i < nodes.size(); i++)
            if (nodes[i].field && nodes[i].field->name == std::string_view("icmpv6.opt")) at = std::int32_t(i);
        QVERIFY(at >= 0);
        QCOMPARE(node_text(editor.dissection(), nodes[std::size_t(at)]),
                 std::string("ICMPv6 Option (Source link-layer address : 02:00:00:00:00:01)"));
        QVERIFY(!editor.set_node(at, "1"));
        QVERIFY(!editor.set("icmpv6.opt", "1"));
    }
};

QTEST_APPLESS_MAIN(NamedPartsTest)
#include "named_parts_test.moc"
