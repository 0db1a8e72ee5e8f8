// SPDX-License-Identifier: GPL-3.0-or-later
// What the statistics dock costs the window's thread while packets arrive at 200 000 a second. Counted in CPU time, so that a busy
// machine does not spoil it.
#include "contract/sanitized.h"
#include "ui/bridge/packet_focus.h"
#include "ui/sample_packets.h"
#include "ui/views/statistics/curves_pane.h"
#include "ui/views/statistics/statistics_dock.h"
#include "ui/views/statistics/time_plot.h"
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <ctime>

using namespace sallyport;

namespace {
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}
}  // namespace

class StatisticsFrameTest : public QObject {
    Q_OBJECT
    static constexpr unsigned packets = test::sanitized ? 300'000 : 600'000;
    QTemporaryDir directory_;

private slots:
    void keepsFramesShort() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory_.path());
        const QString path = directory_.filePath(QStringLiteral("fast.pcapng"));
        sample::write_file(path, packets, 5);
        SessionBridge bridge;
        PacketFocus focus;
        StatisticsDock dock(&bridge, &focus);
        for (const char* filter : {"dns", "icmp", "tcp.dstport == 80", "ip.src == 10.77.0.10"}) dock.curvesPane()->addCurve(filter);
        dock.resize(1900, 500);
        dock.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dock));
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp")));
        QVERIFY(bridge.start(ReplaySource{.path = path.toStdString(), .speed = 1}));
        std::vector<double> costs;
        int redrawn = 0;
        double before = cpu_ms();
        connect(&bridge, &SessionBridge::frame, this, [&] {
            const double now = cpu_ms();
            costs.push_back(now - before);
            before = now;
        });
        connect(dock.curves(), &QAbstractItemModel::dataChanged, this, [&] { redrawn++; });
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(bridge.state() == SessionState::ended, 60'000);
        const double seconds = double(clock.elapsed()) / 1e3;
        disconnect(&bridge, nullptr, this, nullptr);
        std::sort(costs.begin(), costs.end());
        const double almost_all = costs[costs.size() * 99 / 100], worst = costs.back();
        qInfo("%zu frames: 99%% below %.1f ms, worst %.1f ms of CPU; redrawn %.1f times a second", costs.size(), almost_all, worst,
              redrawn / seconds);
        QVERIFY2(almost_all < 33, qPrintable(QString::number(almost_all)));
        QVERIFY2(redrawn / seconds < 6, qPrintable(QString::number(redrawn / seconds)));
        const auto counted = [&](int row) { return dock.plot()->data().curves.at(std::size_t(row)).packets_in_all; };
        QTRY_COMPARE_WITH_TIMEOUT(counted(0), quint64(packets), 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(counted(4), quint64(packets / 3), 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(counted(7), quint64(packets / 3 * 2), 120'000);
        QCOMPARE(counted(2), quint64(packets / 3));
    }
};

QTEST_MAIN(StatisticsFrameTest)
#include "statistics_frame_test.moc"
