// SPDX-License-Identifier: GPL-3.0-or-later
// What two counters of the kernel tell of each other, read while packets are between them.
#include "modules/settled_count.h"
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

class SettledCountTest : public QObject {
    Q_OBJECT
    const SettledCount::Time start_{1h};

private slots:
    void oneThatWasInBetweenIsNoLoss() {
        SettledCount count;
        QCOMPARE(count.note(1, start_), 0u);
        QVERIFY(count.settling());
        QCOMPARE(count.note(0, start_ + 10ms), 0u);
        QVERIFY(!count.settling());
        QCOMPARE(count.note(1, start_ + settle_time), 0u);  // another one: the time starts anew
        QVERIFY(count.settling());
        QCOMPARE(count.note(0, start_ + 2 * settle_time), 0u);
    }
    void aLossThatStaysIsTold() {
        SettledCount count;
        count.note(7, start_);
        QCOMPARE(count.note(7, start_ + settle_time - 1ms), 0u);
        QCOMPARE(count.note(7, start_ + settle_time), 7u);
        QVERIFY(!count.settling());
        QCOMPARE(count.note(3, start_ + 2 * settle_time), 7u);  // what was told is not taken back
    }
    void aLossThatGrowsIsToldAsFarAsItIsSure() {
        SettledCount count;
        count.note(10, start_);
        count.note(9, start_ + 20ms);  // one of the ten was in between
        QCOMPARE(count.note(50, start_ + settle_time), 9u);
        QVERIFY(count.settling());
        QCOMPARE(count.note(60, start_ + 2 * settle_time), 50u);
        QCOMPARE(count.note(60, start_ + 4 * settle_time), 60u);
        QVERIFY(!count.settling());
    }
    void aNumberRestsWhenNothingCameForAWhile() {
        RestingNumber number;
        QVERIFY(!number.rests(5, start_));
        QVERIFY(!number.rests(5, start_ + settle_time - 1ms));
        QVERIFY(number.rests(5, start_ + settle_time));
        QVERIFY(!number.rests(6, start_ + settle_time));
        QVERIFY(!number.rests(5, start_ + 3 * settle_time));  // as if it had wrapped
        QVERIFY(number.rests(5, start_ + 4 * settle_time));
    }
    void theMillisecondsMayWrap() {
        RestingNumber number;
        const SettledCount::Time late{std::chrono::milliseconds(0xffff'ffff)};
        QVERIFY(!number.rests(5, late));
        QVERIFY(!number.rests(5, late + 1ms));
        QVERIFY(number.rests(5, late + settle_time));
    }
};

QTEST_APPLESS_MAIN(SettledCountTest)
#include "settled_count_test.moc"
