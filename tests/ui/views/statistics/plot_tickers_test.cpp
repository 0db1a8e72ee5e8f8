// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers at the axes are those of the language that is set, whatever was set when the plot was made.
#include "ui/views/statistics/plot_tickers.h"
#include <QtTest>

using namespace sallyport;

namespace {
struct Rates : RateTicker {
    QString label(double rate) { return getTickLabel(rate, QLocale::c(), u'g', 6); }  // made in another language
};
struct Times : TimeTicker {
    /// Of a mark so many seconds after the origin, where marks are that far apart.
    QString label(double tick, double step) {
        setRoom(1e6, QFontMetricsF(QFont()));
        getTickStep({0, step * 12});
        return getTickLabel(tick, QLocale::c(), u'g', 6);
    }
};
const Timestamp moment{1'700'000'000'250'000'000};
}  // namespace

class PlotTickersTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void ratesAreNumbersOfTheLanguage() {
        Rates rates;
        QLocale::setDefault(QLocale::English);
        QCOMPARE(rates.label(0.8), QStringLiteral("0.8"));
        QCOMPARE(rates.label(1'500'000), QStringLiteral("1.5\u00a0M"));
        QLocale::setDefault(QLocale::German);
        QCOMPARE(rates.label(0.8), QStringLiteral("0,8"));
        QCOMPARE(rates.label(1'500'000), QStringLiteral("1,5\u00a0M"));
        QCOMPARE(rates.label(250), QStringLiteral("250"));
    }

    void partsOfSecondsToo() {
        QLocale::setDefault(QLocale::English);
        QVERIFY2(moment_text(moment, 0.01).endsWith(QLatin1String(":20.25")), qPrintable(moment_text(moment, 0.01)));
        QLocale::setDefault(QLocale::German);
        QVERIFY2(moment_text(moment, 0.01).endsWith(QLatin1String(":20,25")), qPrintable(moment_text(moment, 0.01)));
        QVERIFY(moment_text(moment, 1).endsWith(QLatin1String(":20")));
    }

    void daysToo() {
        const Timestamp later{moment.ns + 40 * 86'400'000'000'000};
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        QCOMPARE(days_text(moment, moment).section(QLatin1Char(' '), 1), QStringLiteral("Nov 2023"));
        QLocale::setDefault(QLocale::German);
        QVERIFY2(days_text(moment, moment).endsWith(QLatin1String(". Nov. 2023")), qPrintable(days_text(moment, moment)));
        QVERIFY2(days_text(moment, later).endsWith(QLatin1String(". Dez. 2023")), qPrintable(days_text(moment, later)));
        Times times;
        times.setOrigin(moment);
        QVERIFY2(times.label(600, 86'400).endsWith(QLatin1String(". Nov.")), qPrintable(times.label(600, 86'400)));
        QCOMPARE(times.label(600, 365 * 86'400.0), QStringLiteral("Nov. 2023"));
        QCOMPARE(times.label(600, 60).size(), 5);  // "23:23": hours and minutes are written alike
    }
};

QTEST_MAIN(PlotTickersTest)
#include "plot_tickers_test.moc"
