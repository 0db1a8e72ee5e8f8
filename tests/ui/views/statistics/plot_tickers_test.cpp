// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers at the axes are those of the language that is set, whatever was set when the plot was made.
#include "ui/views/statistics/plot_tickers.h"
#include <QtTest>

using namespace sallyport;

namespace {
struct Rates : RateTicker {
    QString label(double rate) { return getTickLabel(rate, QLocale::c(), u'g', 6); }  // made in another language
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
};

QTEST_GUILESS_MAIN(PlotTickersTest)
#include "plot_tickers_test.moc"
