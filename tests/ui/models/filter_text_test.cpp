// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_text.h"
#include "filter/filter.h"
#include <QtTest>

using namespace sallyport;

class FilterTextTest : public QObject {
    Q_OBJECT
private slots:
    void joinsFilters_data() {
        QTest::addColumn<QString>("current");
        QTest::addColumn<int>("use");
        QTest::addColumn<QString>("result");
        const auto use = [](FilterUse one) { return int(one); };
        QTest::newRow("selected") << "arp" << use(FilterUse::selected) << "ip.ttl == 1";
        QTest::newRow("not") << "arp" << use(FilterUse::not_selected) << "!(ip.ttl == 1)";
        QTest::newRow("and") << "arp" << use(FilterUse::and_selected) << "arp && ip.ttl == 1";
        QTest::newRow("and joined") << "arp || dns" << use(FilterUse::and_selected) << "(arp || dns) && ip.ttl == 1";
        QTest::newRow("or") << "arp" << use(FilterUse::or_selected) << "arp || ip.ttl == 1";
        QTest::newRow("and not") << "arp" << use(FilterUse::and_not_selected) << "arp && !(ip.ttl == 1)";
        QTest::newRow("or not to nothing") << "  " << use(FilterUse::or_not_selected) << "!(ip.ttl == 1)";
    }
    void joinsFilters() {
        QFETCH(QString, current);
        QFETCH(int, use);
        QFETCH(QString, result);
        const QString joined = combined_filter(current, QStringLiteral("ip.ttl == 1"), FilterUse(use));
        QCOMPARE(joined, result);
        QVERIFY(Filter::compile(joined.toStdString()).has_value());
    }
};

QTEST_GUILESS_MAIN(FilterTextTest)
#include "filter_text_test.moc"
