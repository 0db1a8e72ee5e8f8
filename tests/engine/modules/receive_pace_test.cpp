// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/receive_pace.h"
#include <QTest>

using namespace sallyport;

namespace {

constexpr std::int64_t ms = 1'000'000;

/// `packets` one by one, `gap_ns` apart, from `now` on.
void feed(ReceivePace& pace, std::int64_t& now, int packets, std::int64_t gap_ns) {
    for (int i = 0; i < packets; i++) pace.received(1, {now += gap_ns});
}

}  // namespace

class ReceivePaceTest : public QObject {
    Q_OBJECT
private slots:
    void single_packets_in_a_flood_are_worth_a_pause() {
        ReceivePace pace;
        std::int64_t now = 1'000 * ms;
        feed(pace, now, 5'000, 5'000);  // 200 k a second
        QVERIFY(pace.worth_a_pause(1));
        QVERIFY(!pace.worth_a_pause(64));  // they come together anyway
    }
    void what_comes_slowly_is_received_at_once() {
        ReceivePace pace;
        std::int64_t now = 1'000 * ms;
        QVERIFY(!pace.worth_a_pause(1));
        feed(pace, now, 200, 1 * ms);  // 1 k a second
        QVERIFY(!pace.worth_a_pause(1));
    }
    void the_end_of_a_flood_is_noticed() {
        ReceivePace pace;
        std::int64_t now = 1'000 * ms;
        feed(pace, now, 5'000, 5'000);
        now += 10'000 * ms;
        pace.received(1, {now});
        QVERIFY(!pace.worth_a_pause(1));
    }
    void a_clock_that_goes_back_ends_nothing() {
        ReceivePace pace;
        std::int64_t now = 5'000 * ms;
        feed(pace, now, 5'000, 5'000);
        now = 1'000 * ms;
        pace.received(1, {now});
        QVERIFY(!pace.worth_a_pause(1));
        feed(pace, now, 5'000, 5'000);
        QVERIFY(pace.worth_a_pause(1));
    }
};

QTEST_APPLESS_MAIN(ReceivePaceTest)
#include "receive_pace_test.moc"
