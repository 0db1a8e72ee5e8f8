// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fields/field_menu.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
const FieldPick port{.name = QStringLiteral("tcp.dstport"),
                     .label = QStringLiteral("Destination Port"),
                     .value = QStringLiteral("80"),
                     .text = QStringLiteral("Destination Port: 80"),
                     .condition = QStringLiteral("tcp.dstport == 80"),
                     .bytes = QByteArray::fromHex("0050")};

/// The action whose words, without marks and menus on the way, are these: "Copy/Value".
QAction* find(const QMenu& menu, const QString& path) {
    const QString first = path.section(QLatin1Char('/'), 0, 0), rest = path.section(QLatin1Char('/'), 1);
    for (auto* action : menu.actions()) {
        if (QString(action->text()).remove(QLatin1Char('&')) != first) continue;
        return rest.isEmpty() ? action : find(*action->menu(), rest);
    }
    return nullptr;
}
}  // namespace

class FieldMenuTest : public QObject {
    Q_OBJECT
private slots:
    void offersFilters() {
        FieldMenu field_menu;
        QMenu menu;
        field_menu.fill(menu, port, QStringLiteral("ip.addr == 10.0.0.1"));
        QSignalSpy filter(&field_menu, &FieldMenu::filterRequested);
        find(menu, QStringLiteral("Apply as Filter/…or Selected"))->trigger();
        QCOMPARE(filter[0][0].toString(), port.condition);
        QCOMPARE(filter[0][1].value<FilterUse>(), FilterUse::or_selected);
        QVERIFY(filter[0][2].toBool());
        find(menu, QStringLiteral("Prepare as Filter/Not Selected"))->trigger();
        QCOMPARE(filter[1][1].value<FilterUse>(), FilterUse::not_selected);
        QVERIFY(!filter[1][2].toBool());
    }

    void makesRulesOfTheFieldOrElseOfThePacket() {
        FieldMenu field_menu;
        QSignalSpy rule(&field_menu, &FieldMenu::ruleRequested);
        QMenu of_field, of_packet, of_nothing;
        field_menu.fill(of_field, port, QStringLiteral("arp"));
        find(of_field, QStringLiteral("Drop Packets Like This"))->trigger();
        QCOMPARE(rule[0], (QVariantList{QStringLiteral("drop"), port.condition}));
        field_menu.fill(of_packet, {}, QStringLiteral("arp"));
        find(of_packet, QStringLiteral("Accept Packets Like This"))->trigger();
        QCOMPARE(rule[1], (QVariantList{QStringLiteral("accept"), QStringLiteral("arp")}));
        QVERIFY(!find(of_packet, QStringLiteral("Apply as Column"))->isEnabled());
        field_menu.fill(of_nothing, {}, {});
        QVERIFY(!find(of_nothing, QStringLiteral("Drop Packets Like This"))->isEnabled());
    }

    void copies_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("text");
        QTest::newRow("value") << "Copy/Value"
                               << "80";
        QTest::newRow("line") << "Copy/Line"
                              << "Destination Port: 80";
        QTest::newRow("name") << "Copy/Field Name"
                              << "tcp.dstport";
        QTest::newRow("filter") << "Copy/As Filter"
                                << "tcp.dstport == 80";
        QTest::newRow("stream") << "Copy/Bytes as Hex Stream"
                                << "0050";
        QTest::newRow("text") << "Copy/Bytes as Printable Text"
                              << ".P";
    }
    void copies() {
        QFETCH(QString, action);
        QFETCH(QString, text);
        FieldMenu field_menu;
        QMenu menu;
        field_menu.fill(menu, port, {});
        find(menu, action)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }

    void asksForAColumn() {
        FieldMenu field_menu;
        QMenu menu;
        field_menu.fill(menu, port, {});
        QSignalSpy column(&field_menu, &FieldMenu::columnRequested);
        find(menu, QStringLiteral("Apply as Column"))->trigger();
        QCOMPARE(column[0][0].toString(), port.name);
    }
};

QTEST_MAIN(FieldMenuTest)
#include "field_menu_test.moc"
