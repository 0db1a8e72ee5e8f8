// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loss_series.h"
#include <QtTest>

using namespace sallyport;

class LossSeriesTest : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatIsNewCounts() {
        constexpr std::int64_t second = 1'000'000'000, start = 1'700'000'000 * second;
        const TimeGrid seconds{0};
        LossSeries losses;
        losses.note({start}, 0);
        QVERIFY(losses.part({0}, {2 * start}, seconds).buckets.empty());
        losses.note({start + second / 2}, 7);
        losses.note({start + second / 2 + 1}, 7);
        losses.note({start + 3 * second}, 10);
        losses.note({start + 4 * second}, 9);  // a counter that went back lost nothing
        QCOMPARE(losses.total(), std::uint64_t(10));
        const auto part = losses.part({start}, {start + 9 * second}, seconds);
        QCOMPARE(part.buckets.size(), std::size_t(2));
        QCOMPARE(part.buckets[0].packets, std::uint64_t(7));
        QCOMPARE(part.buckets[1].packets, std::uint64_t(3));
        QCOMPARE(part.buckets[1].number - part.buckets[0].number, std::int64_t(3));
    }
};

QTEST_GUILESS_MAIN(LossSeriesTest)
#include "loss_series_test.moc"
