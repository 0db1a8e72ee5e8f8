// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/date_text.h"
#include <QLocale>
#include <QtTest>

using namespace sallyport;

class DateTextTest : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void followsTheLanguage_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("month");
        const auto row = [](const char* language, const char* day, const char* date, const char* month) {
            QTest::newRow(language) << QString(language) << QString::fromUtf8(day) << QString::fromUtf8(date) << QString::fromUtf8(month);
        };
        row("C", "3 Nov", "3 Nov 2026", "Nov 2026");
        row("en_US", "Nov 3", "Nov 3, 2026", "Nov 2026");
        row("en_GB", "3 Nov", "3 Nov 2026", "Nov 2026");
        row("de", "3. Nov.", "3. Nov. 2026", "Nov. 2026");
        row("ja", "11月3日", "2026年11月3日", "11月 2026");
        row("hu", "nov. 3.", "2026. nov. 3.", "nov. 2026");
    }
    void followsTheLanguage() {
        QFETCH(QString, language);
        QLocale::setDefault(QLocale(language));
        const QDate date(2026, 11, 3);
        QTEST(day_text(date), "day");
        QTEST(date_text(date), "date");
        QTEST(month_text(date), "month");
    }
    void quotedWordsStayWhole() {
        QLocale::setDefault(QLocale(QLocale::Portuguese));  // "d 'de' MMMM 'de' yyyy": a d that is none
        QVERIFY2(!day_text(QDate(2026, 11, 3)).contains(QLatin1String("2026")), qPrintable(day_text(QDate(2026, 11, 3))));
        QVERIFY2(day_text(QDate(2026, 11, 3)).startsWith(QLatin1String("3 de ")), qPrintable(day_text(QDate(2026, 11, 3))));
    }
};

QTEST_GUILESS_MAIN(DateTextTest)
#include "date_text_test.moc"
