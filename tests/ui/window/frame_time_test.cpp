// SPDX-License-Identifier: GPL-3.0-or-later
// The window while packets arrive at 200 000 a second: what a frame costs the window's thread. Counted in CPU time, so that a
// busy machine does not spoil it.
#include "ui/bridge/session_bridge.h"
#include "ui/sample_packets.h"
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"
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

class FrameTimeTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    /// CPU milliseconds of each turn of the event loop from frame to frame while the capture is replayed.
    std::vector<double> frames(SessionBridge& bridge) {
        std::vector<double> costs;
        double before = cpu_ms();
        connect(&bridge, &SessionBridge::frame, this, [&] {
            const double now = cpu_ms();
            costs.push_back(now - before);
            before = now;
        });
        if (!QTest::qWaitFor([&] { return bridge.state() == SessionState::ended; }, 60000)) qWarning("the replay does not end");
        disconnect(&bridge, nullptr, this, nullptr);
        return costs;
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        sample::write_file(directory_.filePath(QStringLiteral("fast.pcapng")), 600'000, 5);
    }

    void keepsFramesShort_data() {
        QTest::addColumn<QString>("filter");
        QTest::newRow("everything") << "";
        QTest::newRow("filtered") << "dns || icmp";
    }
    void keepsFramesShort() {
        QFETCH(QString, filter);
        Theme theme(*qApp);
        theme.apply(ThemeChoice::light);
        SessionBridge bridge;
        MainWindow window(&bridge, &theme);
        window.setUnattended();
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!bridge.applyFilter(filter));
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp")));
        QVERIFY(bridge.start(ReplaySource{.path = directory_.filePath(QStringLiteral("fast.pcapng")).toStdString(), .speed = 1}));
        auto costs = frames(bridge);
        QCOMPARE(bridge.store()->count(), std::size_t(600'000));
        QVERIFY2(costs.size() > 20, qPrintable(QString::number(costs.size())));
        std::sort(costs.begin(), costs.end());
        const double worst = costs.back(), almost_all = costs[costs.size() * 99 / 100], median = costs[costs.size() / 2];
        qInfo("%zu frames: median %.1f ms, 99%% below %.1f ms, worst %.1f ms of CPU", costs.size(), median, almost_all, worst);
        QVERIFY2(almost_all < 33, qPrintable(QStringLiteral("99% of the frames take %1 ms").arg(almost_all)));
        QTRY_COMPARE(std::size_t(window.workspace()->table()->packets()->rowCount()),
                     filter.isEmpty() ? std::size_t(600'000) : std::size_t(400'000));
    }
};

QTEST_MAIN(FrameTimeTest)
#include "frame_time_test.moc"
