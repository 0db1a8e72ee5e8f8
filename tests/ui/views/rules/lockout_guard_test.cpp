// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/lockout_guard.h"
#include <QtTest>

using namespace sallyport;

class LockoutGuardTest : public QObject {
    Q_OBJECT
private slots:
    void blocks_data() {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<bool>("blocks");
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("default drop") << "default drop\n" << true;
        QTest::newRow("an accept saves it") << "accept when tcp.dstport == 22\ndefault drop\n" << false;
        QTest::newRow("an accept that is off does not") << "off accept when tcp.dstport == 22\ndefault drop\n" << true;
        QTest::newRow("drop of everything") << "drop\n" << true;
        QTest::newRow("drop of everything that comes in") << "drop in\n" << false;
        QTest::newRow("accept below a drop of everything") << "drop\naccept\n" << true;
        QTest::newRow("drop of something") << "drop when icmp\n" << false;
        QTest::newRow("drop of everything, off") << "off drop\n" << false;
    }
    void blocks() {
        QFETCH(QString, rules);
        const auto list = RuleList::parse(rules.toStdString());
        QVERIFY2(list, list ? "" : list.error().text().c_str());
        QTEST(blocks_everything(*list), "blocks");
    }
};

QTEST_MAIN(LockoutGuardTest)
#include "lockout_guard_test.moc"
