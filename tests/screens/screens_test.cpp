// SPDX-License-Identifier: GPL-3.0-or-later
// Every view in both themes against a stored picture (tests/screens/NAME-THEME.png). What is compared is a small picture of the grab,
// each of its pixels the mean of a square of 12 by 12: panes, colours and density count, not the shape of letters. Tolerance: at most
// 4 % of the small pixels may differ by more than 40 of 255, and the mean difference may be 5. For new pictures set
// SALLYPORT_NEW_SCREENS=1, and look at what it grabbed (build/*/screens).
#include "ui/sample_packets.h"
#include "ui/views/start/requirement_notice.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QDir>
#include <QFontDatabase>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {

constexpr int square = 12;
const QString folder = QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/screens/");

QImage small(const QImage& image) {
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(std::max(1, image.width() / square), std::max(1, image.height() / square), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Nothing moves any more: views fill in the background.
QImage settled(QWidget& widget) {
    QImage last;
    for (int i = 0, same = 0; i < 40 && same < 3; i++) {
        QTest::qWait(150);
        const QImage now = widget.grab().toImage();
        same = now == last ? same + 1 : 0;
        last = now;
    }
    return last;
}

struct Difference {
    double mean = 0, share = 0;  // of 255; of the pixels that differ by more than 40
};

Difference difference(const QImage& a, const QImage& b) {
    Difference sum;
    for (int y = 0; y < a.height(); y++) {
        for (int x = 0; x < a.width(); x++) {
            const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
            const int worst =
                std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)), std::abs(qBlue(one) - qBlue(other))});
            sum.mean += worst;
            sum.share += worst > 40;
        }
    }
    const double pixels = double(a.width()) * a.height();
    return {sum.mean / pixels, sum.share / pixels};
}

void compare(QWidget& widget, const QString& name) {
    const QImage grabbed = settled(widget), seen = small(grabbed);
    const QString path = folder + name + QStringLiteral(".png");
    QDir().mkpath(QStringLiteral(SALLYPORT_BINARY_DIR "/../screens"));
    grabbed.save(QStringLiteral(SALLYPORT_BINARY_DIR "/../screens/") + name + QStringLiteral(".png"));  // to look at
    if (qEnvironmentVariableIsSet("SALLYPORT_NEW_SCREENS")) {
        QVERIFY(seen.save(path));
        return;
    }
    const QImage stored(path);
    if (stored.isNull()) QSKIP(qPrintable(QStringLiteral("there is no picture %1 yet: SALLYPORT_NEW_SCREENS=1 makes one").arg(path)));
    QCOMPARE(seen.size(), stored.size());
    const Difference d = difference(seen, stored.convertToFormat(QImage::Format_RGB32));
    QVERIFY2(
        d.mean <= 5 && d.share <= 0.04,
        qPrintable(QStringLiteral("%1: mean %2, share %3; compare build/*/screens with tests/screens").arg(name).arg(d.mean).arg(d.share)));
}

}  // namespace

class ScreensTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

    static void look(WindowFixture& f, bool dark) {
        f.theme.set_look({.theme = dark ? ThemeChoice::dark : ThemeChoice::light,
                          .family = QStringLiteral("DejaVu Sans"),
                          .fixed_family = QStringLiteral("DejaVu Sans Mono"),
                          .points = 9});
        f.window.resize(1200, 780);
    }
    static QString themed(const QString& name, bool dark) { return name + (dark ? QStringLiteral("-dark") : QStringLiteral("-light")); }

private slots:
    void initTestCase() {
        if (!QFontDatabase::hasFamily(QStringLiteral("DejaVu Sans"))) QSKIP("needs the font DejaVu Sans (package fonts-dejavu-core)");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        qputenv("XDG_DATA_HOME", directory_.path().toLocal8Bit());  // captures that were kept here are none of the pictures' business
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 300, 10'000);
    }
    void init() { QSettings().clear(); }

    void start_data() { themes(); }
    void start() {
        QFETCH(bool, dark);
        WindowFixture f;
        look(f, dark);
        // What this machine has and lacks is not ours to compare.
        for (auto* list : f.window.findChildren<QListView*>()) list->setVisible(false);
        QTest::qWait(300);
        for (auto* notice : f.window.findChildren<RequirementNotice*>()) notice->hide();
        compare(f.window, themed(QStringLiteral("start"), dark));
    }

    void window_data() { themes(); }
    void window() {
        QFETCH(bool, dark);
        WindowFixture f;
        look(f, dark);
        replay(f);
        QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
        f.table()->setFollows(false);
        f.table()->goTo(1);
        f.table()->scrollToTop();
        compare(f.window, themed(QStringLiteral("window"), dark));
    }

    void views_data() {
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("dark");
        for (auto* kind : all_views())
            for (bool dark : {false, true})
                QTest::newRow(qPrintable(themed(QLatin1String(kind->name), dark))) << QString::fromLatin1(kind->name) << dark;
    }
    void views() {
        QFETCH(QString, view);
        QFETCH(bool, dark);
        WindowFixture f;
        look(f, dark);
        replay(f);
        f.table()->goTo(0);
        for (auto& one : f.window.views()->views()) one.dock->hide();
        f.window.views()->show(view);
        auto* dock = f.window.findChild<QDockWidget*>(view);
        QVERIFY(dock);
        dock->setFloating(true);
        dock->resize(720, 420);
        compare(*dock, themed(view, dark));
    }

private:
    static void themes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    /// The file under two rules: some packets accepted, some dropped.
    void replay(WindowFixture& f) {
        QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
        QVERIFY(!f.bridge.addRule(QStringLiteral("accept"), QStringLiteral("dns")));
        QVERIFY(f.bridge.start(ReplaySource{.path = path_.toStdString()}));
        QTRY_COMPARE_WITH_TIMEOUT(f.bridge.state(), SessionState::ended, 20000);
        QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
    }
};

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
