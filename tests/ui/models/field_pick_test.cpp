// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/field_pick.h"
#include "filter/filter.h"
#include "ui/sample_packets.h"
#include <QtTest>

using namespace sallyport;

namespace {
int node_named(const Dissection& dissection, std::string_view name) {
    for (std::size_t i = 0; i < dissection.nodes.size(); i++)
        if (auto* field = dissection.nodes[i].field; field && field->name && name == field->name) return int(i);
    return -1;
}
}  // namespace

class FieldPickTest : public QObject {
    Q_OBJECT
private slots:
    void findsTheFieldOfAByte() {
        auto detail = sample::detail_of(sample::tcp_syn());
        auto& dissection = detail->dissection;
        QCOMPARE(node_at(dissection, packet_source, 36), node_named(dissection, "tcp.dstport"));
        QCOMPARE(node_at(dissection, packet_source, 37), node_named(dissection, "tcp.dstport"));
        QCOMPARE(node_at(dissection, packet_source, 30), node_named(dissection, "ip.dst"));
        QCOMPARE(node_at(dissection, packet_source, 5000), -1);
    }

    void picksFields_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("number") << QByteArray("tcp.dstport") << "tcp.dstport == 80" << QByteArray::fromHex("0050");
        QTest::newRow("address") << QByteArray("ip.src") << "ip.src == 10.77.0.10" << QByteArray::fromHex("0a4d000a");
        QTest::newRow("ether") << QByteArray("eth.dst") << "eth.dst == 02:00:00:00:00:02" << QByteArray::fromHex("020000000002");
    }
    void picksFields() {
        QFETCH(QByteArray, field);
        QFETCH(QString, condition);
        QFETCH(QByteArray, bytes);
        auto detail = sample::detail_of(sample::tcp_syn());
        const FieldPick pick = pick_node(detail->dissection, node_named(detail->dissection, field.constData()));
        QCOMPARE(pick.name, QString::fromLatin1(field));
        QCOMPARE(pick.condition, condition);
        QCOMPARE(pick.bytes, bytes);
        QVERIFY(Filter::compile(pick.condition.toStdString()).has_value());
    }

    void everyPickCompiles() {
        for (auto& bytes : {sample::dns_query(), sample::tcp_syn(), sample::ping()}) {
            auto detail = sample::detail_of(bytes);
            for (std::size_t i = 0; i < detail->dissection.nodes.size(); i++) {
                const FieldPick pick = pick_node(detail->dissection, int(i));
                if (!pick.filterable()) continue;
                auto filter = Filter::compile(pick.condition.toStdString());
                QVERIFY2(filter.has_value(),
                         qPrintable(pick.condition + (filter ? QString() : QString::fromStdString(filter.error().text()))));
                QVERIFY2(FilterRunner(*filter).matches(detail->dissection.context), qPrintable(pick.condition));
            }
        }
    }

    void picksCells() {
        auto detail = sample::detail_of(sample::dns_query());
        using Kind = PacketColumn::Kind;
        QCOMPARE(pick_cell(detail->dissection, {Kind::source, {}}, QStringLiteral("10.77.0.10")).condition,
                 QStringLiteral("ip.src == 10.77.0.10"));
        QCOMPARE(pick_cell(detail->dissection, {Kind::destination, {}}, QStringLiteral("10.77.0.2")).condition,
                 QStringLiteral("ip.dst == 10.77.0.2"));
        QCOMPARE(pick_cell(detail->dissection, {Kind::protocol, {}}, QStringLiteral("DNS")).condition, QStringLiteral("dns"));
        QCOMPARE(pick_cell(detail->dissection, {Kind::number, {}}, QStringLiteral("1")).condition, QStringLiteral("frame.number == 1"));
        QVERIFY(!pick_cell(detail->dissection, {Kind::verdict, {}}, QStringLiteral("accept")).filterable());
    }
};

QTEST_GUILESS_MAIN(FieldPickTest)
#include "field_pick_test.moc"
