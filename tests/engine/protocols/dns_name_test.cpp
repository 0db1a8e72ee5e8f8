// SPDX-License-Identifier: GPL-3.0-or-later
// Names whose labels are more than letters, digits and hyphens (RFC 1035 5.1, RFC 6762 16): as they are shown, found and set.
#include "dissect/dissection.h"
#include "dissect/registry.h"
#include "dissect/value_parse.h"
#include "engine/filter/packet_bytes.h"
#include "filter/filter.h"
#include <QtTest>

using namespace sallyport;

namespace {

ByteBuffer query_for(const std::vector<std::string>& labels) {
    PacketBytes dns;
    dns.two(0x1234).two(0x0100).two(1).two(0).two(0).two(0);
    for (auto& label : labels) dns.byte(std::uint8_t(label.size())).text(label);
    dns.byte(0).two(12).two(1);
    return ethernet(0x0800, ipv4({.protocol = 17}, udp(40000, 53, dns)));
}
std::string name_in(Bytes packet) {
    PacketContext context;
    context.bytes = packet;
    Dissection tree;
    dissect(context, tree);
    std::string out;
    for (auto& node : tree.nodes)
        if (node.field && node.field->name == std::string_view("dns.qry.name")) append_value(tree, node, out);
    return out;
}

}  // namespace

class DnsNameTest : public QObject {
    Q_OBJECT
private slots:
    void names_data() {
        QTest::addColumn<QList<QByteArray>>("labels");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QList<QByteArray>{"www", "example"} << QByteArray("www.example");
        QTest::newRow("letters and blanks") << QList<QByteArray>{"Anna\xe2\x80\x99s K\xc3\xbc"
                                                                 "che",
                                                                 "local"}
                                            << QByteArray("Anna\xe2\x80\x99s K\xc3\xbc"
                                                          "che.local");
        QTest::newRow("a dot in a label") << QList<QByteArray>{"a.b", "c\\d"} << QByteArray("a\\.b.c\\\\d");
        QTest::newRow("bytes that are no letters") << QList<QByteArray>{"a\xff\x01z"} << QByteArray("a\\255\\001z");
    }
    void names() {
        QFETCH(QList<QByteArray>, labels);
        QFETCH(QByteArray, shown);
        std::vector<std::string> parts;
        for (auto& label : labels) parts.push_back(label.toStdString());
        const ByteBuffer packet = query_for(parts);
        QCOMPARE(QByteArray::fromStdString(name_in(packet)), shown);

        PacketContext context;
        context.bytes = packet;
        QByteArray quoted = shown;
        quoted.replace("\\", "\\\\");
        auto filter = Filter::compile("dns.qry.name == \"" + quoted.toStdString() + "\"");
        QVERIFY2(filter, filter ? "" : filter.error().text().c_str());
        QVERIFY(FilterRunner(*filter).matches(context));
    }
};

QTEST_APPLESS_MAIN(DnsNameTest)
#include "dns_name_test.moc"
