// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/amount_text.h"
#include <QLocale>
#include <QtTest>

using namespace sallyport;

class AmountTextTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void bytes_data() {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << quint64(0) << "0\u00a0B";
        QTest::newRow("bytes") << quint64(980) << "980\u00a0B";
        QTest::newRow("no 1000 B") << quint64(1000) << "1\u00a0kB";
        QTest::newRow("kilobytes") << quint64(1536) << "1.5\u00a0kB";
        QTest::newRow("the usual budget") << quint64(2) * 1024 * 1024 * 1024 << "2\u00a0GB";
        QTest::newRow("megabytes") << quint64(12'300'000) << "12\u00a0MB";
        QTest::newRow("rounds into the next unit") << quint64(1'048'300'000) << "1\u00a0GB";
        QTest::newRow("no 10.0") << quint64(10'440'000) << "10\u00a0MB";
        QTest::newRow("largest") << ~quint64(0) << "16777216\u00a0TB";
    }
    void bytes() {
        QFETCH(quint64, bytes);
        QTEST(bytes_text(bytes), "text");
    }

    void rates() {
        QCOMPARE(bit_rate_text(0), "0");
        QCOMPARE(bit_rate_text(1500), QStringLiteral("12\u00a0kbit/s"));
        QCOMPARE(bit_rate_text(387'500), QStringLiteral("3.1\u00a0Mbit/s"));
    }

    void when() {
        const QDateTime now(QDate(2024, 11, 5), QTime(14, 30));
        QCOMPARE(when_text(QDateTime(QDate(2024, 11, 4), QTime(23, 59)), now), "yesterday");
        QCOMPARE(when_text(QDateTime(QDate(2024, 11, 3), QTime(1, 0)), now), "3 Nov");
        QCOMPARE(when_text(QDateTime(QDate(2023, 11, 3), QTime(1, 0)), now), "3 Nov 2023");
        QVERIFY(when_text(QDateTime(QDate(2024, 11, 5), QTime(9, 5)), now).contains("05"));
        QCOMPARE(when_text(QDateTime(), now), "");
    }
};

QTEST_MAIN(AmountTextTest)
#include "amount_text_test.moc"
