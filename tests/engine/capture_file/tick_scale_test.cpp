// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/tick_scale.h"
#include <QTest>

using namespace sallyport;

class TickScaleTest : public QObject {
    Q_OBJECT
private slots:
    /// Whatever a file counts in, a time that was read from it is written as the same time.
    void times_come_back_data() {
        QTest::addColumn<quint64>("ticks_per_second");
        for (quint64 ticks : {1ull, 1000ull, 1'000'000ull, 1'000'000'000ull, 1ull << 10, 1ull << 20, 1ull << 29, 1ull << 40})
            QTest::newRow(qPrintable(QString::number(ticks))) << ticks;
    }
    void times_come_back() {
        QFETCH(quint64, ticks_per_second);
        TickScale scale(ticks_per_second);
        for (quint64 tick : {0ull, 1ull, 2ull, 3ull, 999ull, 1023ull, 123'456ull, 999'999ull, 1'048'575ull})
            for (quint64 seconds : {0ull, 1ull, 1'600'000'000ull / (ticks_per_second >> 20 | 1)}) {
                auto time = scale.time(seconds * ticks_per_second + tick);
                QCOMPARE(scale.time(scale.ticks(time)).ns, time.ns);
                if (ticks_per_second <= 1'000'000'000) QCOMPARE(scale.ticks(time), seconds * ticks_per_second + tick);
            }
    }
};

QTEST_GUILESS_MAIN(TickScaleTest)
#include "tick_scale_test.moc"
