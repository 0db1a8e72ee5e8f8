// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/time_window.h"
#include <QtTest>
#include <limits>

using namespace sallyport;

namespace {
constexpr std::int64_t second = 1'000'000'000, start = 1'700'000'000 * second;
Timestamp at(double seconds) { return {start + std::int64_t(seconds * 1e9)}; }
}  // namespace

class TimeWindowTest : public QObject {
    Q_OBJECT
private slots:
    void theWholeHasAMargin() {
        TimeWindow window;
        window.setExtent(at(0), at(100));
        QVERIFY(window.from() < at(0) && window.from() > at(-5));
        QVERIFY(window.to() > at(100) && window.to() < at(105));
        window.setExtent(at(0), at(200));  // and grows
        QVERIFY(window.to() > at(200));
    }

    void oneMomentHasRoomAroundIt() {
        TimeWindow window;
        window.setExtent(at(3), at(3));
        QCOMPARE(window.width(), second);
        QCOMPARE(window.from().ns, at(2.5).ns);
    }

    void followsTheEnd() {
        TimeWindow window;
        window.setExtent(at(0), at(10));
        window.follow(60 * second);
        QCOMPARE(window.width(), 60 * second);
        window.setExtent(at(0), at(300));
        QCOMPARE(window.to().ns, at(300).ns);
        QCOMPARE(window.from().ns, at(240).ns);
        window.zoom(0.5, at(250));  // the end stays
        QCOMPARE(window.to().ns, at(300).ns);
        QCOMPARE(window.from().ns, at(270).ns);
        QVERIFY(window.mode() == TimeWindow::Mode::follow);
        window.pan(-0.5);
        QVERIFY(window.mode() == TimeWindow::Mode::free);
        window.setExtent(at(0), at(400));  // somebody looks elsewhere
        QCOMPARE(window.to().ns, at(285).ns);
    }

    void zoomsAroundAPoint() {
        TimeWindow window;
        window.show(at(0), at(100));
        window.zoom(0.5, at(20));
        QCOMPARE(window.from().ns, at(10).ns);
        QCOMPARE(window.to().ns, at(60).ns);
    }

    void staysInBounds() {
        TimeWindow window;
        window.setExtent(at(0), at(100));
        for (int i = 0; i < 200; i++) window.zoom(0.5, at(50));
        QVERIFY(window.width() > 1000 && window.width() < second / 1000);
        QVERIFY(window.from() <= at(50) && window.to() >= at(50));
        for (int i = 0; i < 200; i++) window.zoom(4, at(50));
        QVERIFY(window.width() > 0);
        for (int i = 0; i < 200; i++) window.pan(1);
        QVERIFY(window.width() > 0);
        for (int i = 0; i < 200; i++) window.pan(-1);
        QVERIFY(window.width() > 0);
        window.setExtent({std::numeric_limits<std::int64_t>::min()}, {std::numeric_limits<std::int64_t>::max()});
        window.showWhole();
        QVERIFY(window.width() > 0);
        window.show(at(5), at(5));
        QVERIFY(window.width() > 0);
    }
};

QTEST_GUILESS_MAIN(TimeWindowTest)
#include "time_window_test.moc"
