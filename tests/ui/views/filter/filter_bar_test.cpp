// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/filter/filter_bar.h"
#include "ui/sample_packets.h"
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

class FilterBarTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    static QToolButton* button(const FilterBar& bar, const QString& text) {
        for (auto* one : bar.findChildren<QToolButton*>())
            if (one->text() == text) return one;
        return nullptr;
    }

private slots:
    void escapeTakesBackWhatWasNotApplied() {
        SessionBridge bridge;
        FilterBar bar(&bridge);
        bar.show();
        bar.apply(QStringLiteral("tcp"));
        QTest::keyClicks(bar.edit(), QStringLiteral(" || ud"));
        QTest::keyClick(bar.edit(), Qt::Key_Escape);  // closes the completions, if they are open
        QTest::keyClick(bar.edit(), Qt::Key_Escape);
        QCOMPARE(bar.edit()->text(), QStringLiteral("tcp"));
        QCOMPARE(bridge.filterText(), QStringLiteral("tcp"));
    }

    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        sample::write_file(directory_.filePath(QStringLiteral("some.pcapng")), 300);
    }
    void init() { QSettings().clear(); }

    void appliesAndCounts() {
        SessionBridge bridge;
        FilterBar bar(&bridge);
        QVERIFY(bridge.start(FileSource{directory_.filePath(QStringLiteral("some.pcapng")).toStdString()}));
        QTRY_COMPARE(bar.edit()->detail(), QStringLiteral("300 packets"));
        bar.apply(QStringLiteral("icmp"));
        QCOMPARE(bridge.filterText(), QStringLiteral("icmp"));
        QTRY_VERIFY2(bar.edit()->detail().startsWith(QStringLiteral("100 of 300 · ")), qPrintable(bar.edit()->detail()));
        QVERIFY(bar.edit()->detail().endsWith(QLatin1String(" ms")));
    }

    void keepsTheFilterInForceWhileAWrongOneStands() {
        SessionBridge bridge;
        FilterBar bar(&bridge);
        bar.apply(QStringLiteral("icmp"));
        bar.apply(QStringLiteral("icmp &&"));
        QCOMPARE(bridge.filterText(), QStringLiteral("icmp"));
        QVERIFY(!button(bar, QStringLiteral("Apply ⏎"))->isEnabled());
        QVERIFY(!button(bar, QStringLiteral("Drop these…"))->isEnabled());
    }

    void joinsConditions() {
        SessionBridge bridge;
        FilterBar bar(&bridge);
        bar.use(QStringLiteral("tcp.port == 80"), FilterUse::selected, true);
        bar.use(QStringLiteral("ip.ttl == 64"), FilterUse::and_not_selected, false);
        QCOMPARE(bar.edit()->text(), QStringLiteral("tcp.port == 80 && !(ip.ttl == 64)"));
        QCOMPARE(bridge.filterText(), QStringLiteral("tcp.port == 80"));
    }

    void makesARuleOfTheFilter() {
        SessionBridge bridge;
        FilterBar bar(&bridge);
        QSignalSpy rule(&bar, &FilterBar::ruleRequested);
        QVERIFY(!button(bar, QStringLiteral("Drop these…"))->isEnabled());
        bar.edit()->setText(QStringLiteral("icmp"));
        button(bar, QStringLiteral("Drop these…"))->click();
        QCOMPARE(rule[0][0].toString(), QStringLiteral("icmp"));
    }

    void remembersFilters() {
        SessionBridge bridge;
        {
            FilterBar bar(&bridge);
            for (auto& filter : {QStringLiteral("arp"), QStringLiteral("dns"), QStringLiteral("arp")}) bar.apply(filter);
        }
        QCOMPARE(QSettings().value(QStringLiteral("filter/history")).toStringList(),
                 QStringList({QStringLiteral("arp"), QStringLiteral("dns")}));
    }

    void showsSavedFiltersAsButtons() {
        QSettings().setValue(QStringLiteral("filter/saved"), QStringList{QStringLiteral("Pings\ticmp || icmpv6")});
        SessionBridge bridge;
        FilterBar bar(&bridge);
        QVERIFY(button(bar, QStringLiteral("Pings")));
        button(bar, QStringLiteral("Pings"))->click();
        QCOMPARE(bridge.filterText(), QStringLiteral("icmp || icmpv6"));
    }
};

QTEST_MAIN(FilterBarTest)
#include "filter_bar_test.moc"
