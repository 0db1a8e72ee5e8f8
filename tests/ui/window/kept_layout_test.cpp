// SPDX-License-Identifier: GPL-3.0-or-later
// Panes come back as they were left, whatever way the window is started.
#include "ui/sample_packets.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QDockWidget>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {

constexpr QSize size{1440, 900};
const char* const dock_names[] = {"rules", "fields", "bytes", "compose", "flows", "statistics"};

/// A window whose settings go the way of a person's: kept when it closes.
struct Start {
    Theme theme{*qApp};
    SessionBridge bridge;
    MainWindow window{&bridge, &theme};

    Start() {
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) qFatal("not shown");
    }
    void open(const QString& path) {
        if (!window.files()->open(path)) qFatal("cannot open");
        if (!QTest::qWaitFor([&] { return bridge.state() == SessionState::ended; }, 20000)) qFatal("does not end");
        settle();
    }
    void settle() {
        for (int i = 0; i < 5; i++) QCoreApplication::processEvents(), QTest::qWait(1);
    }
    QDockWidget* dock(const char* name) { return window.workspace()->findChild<QDockWidget*>(QLatin1String(name)); }
    void show(const char* name) {
        window.views()->show(QLatin1String(name));
        settle();
    }
    const ViewDocks::View* view(const char* name) {
        for (auto& one : window.views()->views())
            if (qstrcmp(one.kind->name, name) == 0) return &one;
        return nullptr;
    }
    void close() {
        if (!window.close()) qFatal("does not close");
    }
    /// Of what is in sight, by name.
    QMap<QString, QSize> sizes() {
        QMap<QString, QSize> sizes;
        for (auto* name : dock_names)
            if (dock(name)->isVisible() && !dock(name)->visibleRegion().isEmpty()) sizes[QLatin1String(name)] = dock(name)->size();
        sizes[QStringLiteral("list")] = window.workspace()->centralWidget()->size();
        return sizes;
    }
};

}  // namespace

class KeptLayoutTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 300);
    }
    void init() { QSettings().clear(); }

    void sizesComeBack_data() {
        QTest::addColumn<QStringList>("views");
        QTest::newRow("first look") << QStringList{};
        QTest::newRow("composer") << QStringList{QStringLiteral("compose")};
        QTest::newRow("three that share a place")
            << QStringList{QStringLiteral("statistics"), QStringLiteral("flows"), QStringLiteral("compose")};
    }
    void sizesComeBack() {
        QFETCH(QStringList, views);
        QMap<QString, QSize> left;
        {
            Start first;
            first.window.resize(size);
            first.open(path_);
            for (auto& view : views) first.show(qPrintable(view));
            first.window.workspace()->resizeDocks({first.dock("rules")}, {460}, Qt::Horizontal);
            first.settle();
            left = first.sizes();
            QCOMPARE(left.size(), views.isEmpty() ? 4 : left.contains(QStringLiteral("fields")) ? 5 : 3);
            QCOMPARE(left[QStringLiteral("rules")].width(), 460);
            first.close();
        }
        for (int start = 2; start < 5; start++) {  // and are kept as they came back
            Start again;
            again.open(path_);
            QTRY_COMPARE(again.sizes(), left);
            again.close();
        }
    }

    void sizesComeBackToAWindowThatTheDesktopMakesLarge() {
        QMap<QString, QSize> left;
        {
            Start first;
            first.window.resize(size);
            first.open(path_);
            first.show("compose");
            first.window.workspace()->resizeDocks({first.dock("rules")}, {600}, Qt::Horizontal);
            first.settle();
            left = first.sizes();
            first.close();
        }
        QSettings().remove(QStringLiteral("window/geometry"));
        Start again;
        again.window.resize(1000, 700);
        again.open(path_);
        again.window.resize(size);
        QTRY_COMPARE(again.sizes(), left);
    }

    /// A signal ends the program without closing its window.
    void columnsAndSizesComeBackToWhoNeverClosed() {
        QMap<QString, QSize> left;
        auto columns = standard_columns();
        columns.insert(6, {PacketColumn::Kind::field, QStringLiteral("ip.ttl")});
        {
            Start first;
            first.window.resize(size);
            first.open(path_);
            first.window.workspace()->resizeDocks({first.dock("rules")}, {460}, Qt::Horizontal);
            first.window.workspace()->table()->setColumns(columns);
            first.settle();
            left = first.sizes();
            first.window.keepLayout();
        }
        Start again;
        again.open(path_);
        QTRY_COMPARE(again.sizes(), left);
        QCOMPARE(again.window.workspace()->table()->packets()->packetColumns(), columns);
    }

    void whatSomebodyDidMeanwhileStays() {
        {
            Start first;
            first.window.resize(size);
            first.open(path_);
            first.close();
        }
        QSettings().remove(QStringLiteral("window/geometry"));
        Start again;
        again.window.resize(1000, 700);
        again.open(path_);
        again.window.views()->show(QStringLiteral("compose"));
        again.settle();
        again.window.resize(size);
        again.settle();
        QVERIFY(again.dock("compose")->isVisible());
    }

    void aStartWithoutACaptureKeepsWhatWasLeft() {
        QMap<QString, QSize> left;
        {
            Start first;
            first.window.resize(size);
            first.open(path_);
            first.show("compose");
            left = first.sizes();
            first.close();
        }
        {
            Start start_page;
            start_page.settle();
            start_page.close();
        }
        Start again;
        again.show("rules");
        again.open(path_);
        QTRY_COMPARE(again.sizes(), left);
    }

    /// The key of a view that lies behind another brings it forward; only the front one is put aside.
    void aViewBehindAnotherComesForward() {
        Start start;
        start.window.resize(1024, 700);
        start.open(path_);
        const auto* compose = start.view("compose");
        const auto* flows = start.view("flows");
        QVERIFY(compose && flows);
        start.show("compose");
        start.show("flows");
        const auto in_front = [](const ViewDocks::View* view) { return !view->dock->visibleRegion().isEmpty(); };
        QTRY_VERIFY(in_front(flows) && !in_front(compose) && !compose->dock->isHidden());
        compose->toggle->trigger();
        QTRY_VERIFY(in_front(compose) && !in_front(flows));
        QVERIFY(compose->toggle->isChecked() && flows->toggle->isChecked());
        QVERIFY(compose->widget->isAncestorOf(start.window.focusWidget()));
        compose->toggle->trigger();
        QVERIFY(compose->dock->isHidden() && !compose->toggle->isChecked());
        QTRY_VERIFY(in_front(flows));
        // Field tree and bytes share the place here.
        auto* bytes = start.dock("bytes");
        QVERIFY(!bytes->isHidden() && bytes->visibleRegion().isEmpty());
        start.window.actions()[Act::show_bytes]->trigger();
        QTRY_VERIFY(!bytes->visibleRegion().isEmpty());
        QVERIFY(start.window.actions()[Act::show_bytes]->isChecked());
    }

    void menusTellWhatIsOn() {
        Start start;
        for (auto& view : start.window.views()->views()) QVERIFY(!view.toggle->isIconVisibleInMenu());
        for (int i = 0; i < int(Act::count); i++) {
            auto* action = start.window.actions()[Act(i)];
            QVERIFY2(!action->isCheckable() || !action->isIconVisibleInMenu(), qPrintable(action->text()));
        }
    }
};

QTEST_MAIN(KeptLayoutTest)
#include "kept_layout_test.moc"
