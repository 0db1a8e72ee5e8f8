// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/find/find_bar.h"
#include "ui/sample_packets.h"
#include "ui/widgets/filter_edit.h"
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class FindBarTest : public QObject {
    Q_OBJECT

    static QString told(const FindBar& bar) {
        for (auto* label : bar.findChildren<QLabel*>())
            if (label->property("role").isValid()) return label->text();
        return {};
    }

private slots:
    void tells_what_is_wrong_with_a_filter() {
        FindBar bar;
        bar.open();
        QSignalSpy wanted(&bar, &FindBar::searchRequested);
        auto* edit = bar.findChild<FilterEdit*>();
        QTest::keyClicks(edit, QStringLiteral("tcp.prot == 1"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(wanted.isEmpty());
        QVERIFY2(told(bar).contains(QLatin1String("tcp.prot")) && told(bar).contains(QLatin1String("tcp.port")), qPrintable(told(bar)));
        edit->setText(QStringLiteral("tcp"));
        QVERIFY(told(bar).isEmpty());
        edit->setText(QStringLiteral("tcp &&"));  // without Enter, after a moment
        QTRY_VERIFY(!told(bar).isEmpty());
    }

    void tells_what_is_wrong_with_bytes_and_what_was_found() {
        FindBar bar;
        bar.open();
        bar.findChild<QComboBox*>()->setCurrentIndex(2);
        QLineEdit* line = nullptr;
        for (auto* edit : bar.findChildren<QLineEdit*>())
            if (!qobject_cast<FilterEdit*>(edit) && edit->isVisibleTo(&bar)) line = edit;
        QVERIFY(line);
        line->setText(QStringLiteral("4x"));
        bar.search(sample::store_of(3), std::nullopt, true);
        QVERIFY2(told(bar).contains(QLatin1String("hexadecimal")), qPrintable(told(bar)));
        line->setText(QStringLiteral("bc 52"));
        QSignalSpy found(&bar, &FindBar::found);
        bar.search(sample::store_of(3), std::nullopt, true);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].toInt(), 1);
        QCOMPARE(told(bar), QStringLiteral("packet 2"));
        line->setText(QStringLiteral("ff ff ff 01"));
        bar.search(sample::store_of(3), std::nullopt, true);
        QTRY_COMPARE(told(bar), QStringLiteral("nothing found"));
    }
};

QTEST_MAIN(FindBarTest)
#include "find_bar_test.moc"
