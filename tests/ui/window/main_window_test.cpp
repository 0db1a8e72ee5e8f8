// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window over real captures: what the menus, keys and panes do together.
#include "ui/window/main_window.h"
#include "ui/sample_packets.h"
#include "ui/views/bytes/bytes_view.h"
#include "ui/views/compose/compose_actions.h"
#include "ui/views/compose/compose_bytes.h"
#include "ui/views/compose/compose_dock.h"
#include "ui/views/compose/field_row.h"
#include "ui/views/compose/layer_stack.h"
#include "ui/views/compose/replies_panel.h"
#include "ui/views/compose/send_bar.h"
#include "ui/views/fields/fields_view.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/view_scroll.h"
#include "ui/window/main_toolbar.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QAccessible>
#include <QDockWidget>
#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTabBar>
#include <QtTest>

using namespace sallyport;

using Fixture = WindowFixture;

namespace {

/// Nobody judged what is open: the columns of verdicts are hidden, and no other one is.
bool hidesVerdictsAlone(const PacketTable& table) {
    const auto columns = table.packets()->packetColumns();
    for (int column = 0; column < columns.size(); column++) {
        const auto kind = columns[column].kind;
        const bool tells_verdict = kind == PacketColumn::Kind::verdict || kind == PacketColumn::Kind::rule;
        if (table.isColumnHidden(column) != tells_verdict) return false;
    }
    return true;
}

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;
    QFont font_ = qApp->font();

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 300);
    }
    void init() {
        QSettings().clear();
        qApp->setFont(font_);  // a theme begins with what it finds, and another one zoomed that
    }

    void everyActionHasWordsAndNoKeyServesTwo() {
        Fixture f;
        QHash<QString, QString> keys;
        for (int i = 0; i < int(Act::count); i++) {
            auto* action = f.window.actions()[Act(i)];
            QVERIFY2(!action->text().isEmpty(), qPrintable(QString::number(i)));
            QVERIFY(!action->toolTip().isEmpty());
            for (auto& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString() + action->text() + keys.value(key.toString())));
                keys[key.toString()] = action->text();
            }
        }
        for (auto* key : {"Ctrl+O",    "Ctrl+S",    "Ctrl+Shift+S", "Ctrl+W", "Ctrl+Q",      "Ctrl+K",     "Ctrl+E",
                          "Ctrl+R",    "F5",        "Ctrl+F",       "Ctrl+G", "Ctrl+M",      "Ctrl+D",     "Ctrl+T",
                          "Ctrl+Up",   "Ctrl+Down", "F7",           "F8",     "Shift+Right", "Ctrl+Right", "Alt+Left",
                          "Alt+Right", "Ctrl+/",    "Ctrl+Shift+P", "Ctrl++", "Ctrl+-",      "F1",         "F11"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
    }

    void everyControlHasAName() {
        Fixture f;
        f.open(path_);
        for (auto* widget : f.window.findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(&f.window) || widget->focusPolicy() == Qt::NoFocus) continue;
            auto* accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->role() == QAccessible::ScrollBar) continue;
            if (auto* tabs = qobject_cast<QTabBar*>(widget); tabs && !tabs->count()) continue;  // of docks that are hidden now
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }

    void opensAndShowsTheFirstPacket() {
        Fixture f;
        f.open(path_);
        QCOMPARE(f.table()->packets()->rowCount(), 300);
        QTRY_VERIFY(f.window.workspace()->focus()->detail());
        QVERIFY(f.window.windowTitle().contains(QLatin1String("some.pcapng")));
        QVERIFY(f.table()->isColumnHidden(f.table()->packets()->columnOf(PacketColumn::Kind::verdict)));
        QVERIFY(f.window.workspace()->fields()->fields()->rowCount() > 0);
    }

    void tellsWhatItCannotOpen() {
        Fixture f;
        QVERIFY(!f.window.files()->open(directory_.filePath(QStringLiteral("none.pcap"))));
        QVERIFY(f.window.messages()->isVisible());
        QVERIFY(f.window.messages()->text().contains(QLatin1String("none.pcap")));
    }

    void opensWhatIsDropped() {
        Fixture f;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path_)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&f.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&f.window, &drop);
        QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
    }

    void walksMarksAndGoesBack() {
        Fixture f;
        f.open(path_);
        f.table()->goTo(10);
        f.act(Act::next);
        QCOMPARE(f.table()->currentPacket(), std::optional<std::size_t>(11));
        f.act(Act::previous);
        f.act(Act::mark);
        QCOMPARE(f.table()->packets()->marks(), std::set<std::size_t>({10}));
        f.act(Act::last);
        QCOMPARE(f.table()->currentPacket(), std::optional<std::size_t>(299));
        f.act(Act::next_mark);
        QCOMPARE(f.table()->currentPacket(), std::optional<std::size_t>(10));
        f.act(Act::back);
        QCOMPARE(f.table()->currentPacket(), std::optional<std::size_t>(299));
        f.act(Act::forward);
        QCOMPARE(f.table()->currentPacket(), std::optional<std::size_t>(10));
    }

    void dropsPacketsLikeThisAndUndoes() {
        Fixture f;
        f.open(path_);
        f.table()->goTo(0);
        f.act(Act::drop_like);
        QCOMPARE(f.bridge.rules().rules.size(), std::size_t(1));
        QCOMPARE(f.bridge.rules().rules[0].filter, std::string("dns.qry.name == \"ads.example\""));
        QVERIFY(f.window.messages()->text().contains(QLatin1String("ads.example")));
        f.act(Act::undo);
        QVERIFY(f.bridge.rules().rules.empty());
        f.act(Act::redo);
        QCOMPARE(f.bridge.rules().rules.size(), std::size_t(1));
    }

    void dropsTheSelectedFieldRatherThanThePacket() {
        Fixture f;
        f.open(path_);
        f.table()->goTo(1);
        emit f.window.workspace()->bytes()->grid()->caretMoved(36);
        f.act(Act::drop_like);
        QCOMPARE(f.bridge.rules().rules[0].filter, std::string("tcp.dstport == 80"));
    }

    void dropsThePacketWhenTheFieldWasChosenInAnother() {
        Fixture f;
        f.open(path_);
        f.table()->goTo(1);
        emit f.window.workspace()->bytes()->grid()->caretMoved(36);
        QVERIFY(f.window.actions()[Act::drop_like]->toolTip().contains(QLatin1String("tcp.dstport == 80")));
        f.table()->goTo(4);  // of the same kind: the field stays in sight, but nobody chose it here
        const QString shown = f.window.actions()[Act::drop_like]->toolTip();
        QVERIFY2(shown.contains(QLatin1String("ip.dst == 10.77.0.3 && tcp.dstport == 80")), qPrintable(shown));
        QCOMPARE(f.window.actions()[Act::drop_like]->statusTip(), shown);
        f.act(Act::drop_like);
        QCOMPARE(f.bridge.rules().rules[0].filter, std::string("ip.dst == 10.77.0.3 && tcp.dstport == 80"));
        // A click on the field that is in sight already chooses it.
        auto* fields = f.window.workspace()->fields();
        QTest::mouseClick(fields->viewport(), Qt::LeftButton, {}, fields->visualRect(fields->currentIndex()).center());
        QVERIFY(f.window.actions()[Act::drop_like]->toolTip().endsWith(QLatin1String(": tcp.dstport == 80")));
    }

    void theStripTakesBackItsOwnRuleAndNothingElse() {
        Fixture f;
        f.open(path_);
        f.window.addRule(QStringLiteral("drop"), QStringLiteral("icmp"));
        const auto undo_of_strip = [&] {
            QToolButton* newest = nullptr;  // those of earlier messages go a moment later
            for (auto* button : f.window.messages()->findChildren<QToolButton*>())
                if (button->text() == QLatin1String("Undo")) newest = button;
            return newest;
        };
        QPointer<QToolButton> undo = undo_of_strip();
        QVERIFY(undo);
        f.act(Act::undo);
        QVERIFY(f.bridge.rules().rules.empty());
        QVERIFY(!f.window.messages()->isVisible());  // there is nothing left that it could undo
        QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("tcp")));
        undo->click();
        QCOMPARE(f.bridge.rules().rules.size(), std::size_t(1));
        QCOMPARE(f.bridge.rules().rules[0].filter, std::string("tcp"));
        // Other changes came after it: only this rule goes.
        f.window.addRule(QStringLiteral("drop"), QStringLiteral("udp"));
        undo = undo_of_strip();
        QVERIFY(!f.bridge.addRule(QStringLiteral("accept"), QStringLiteral("dns")));
        undo->click();
        QCOMPARE(f.bridge.rules().rules.size(), std::size_t(2));
        QCOMPARE(f.bridge.rules().rules[0].filter, std::string("dns"));
        QCOMPARE(f.bridge.rules().rules[1].filter, std::string("tcp"));
    }

    void closingLeavesNothingOfTheCapture() {
        Fixture f;
        f.open(path_);
        f.act(Act::close);
        QCOMPARE(f.window.windowTitle(), QStringLiteral("Sallyport"));
        QCOMPARE(f.bridge.state(), SessionState::idle);
        QCOMPARE(f.table()->packets()->rowCount(), 0);
        QVERIFY(!f.window.workspace()->focus()->detail());
        f.open(path_);
        QVERIFY(f.window.windowTitle().contains(QLatin1String("some.pcapng")));
    }

    void recentFilesTellHowMuchIsInThem() {
        Fixture f;
        f.open(path_);
        RecentFilesModel recent;
        QCOMPARE(recent.rowCount(), 1);
        const QString detail = recent.index(0).data(RecentFilesModel::DetailRole).toString();
        QVERIFY2(detail.startsWith(QStringLiteral("300 packets · ")) && detail.contains(QRegularExpression(QStringLiteral("· \\d+.kB ·"))),
                 qPrintable(detail));
    }

    void explainsVerdicts() {
        Fixture f;
        QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
        QVERIFY(f.bridge.start(ReplaySource{.path = path_.toStdString()}));
        QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
        f.table()->goTo(2);
        QVERIFY2(f.window.workspace()->explanation().contains(QLatin1String("no pings")), qPrintable(f.window.workspace()->explanation()));
        f.table()->goTo(1);
        QVERIFY(f.window.workspace()->explanation().contains(QLatin1String("default")));
        QVERIFY(!f.table()->isColumnHidden(f.table()->packets()->columnOf(PacketColumn::Kind::verdict)));
    }

    void showsTheVerdictsOfASavedCapture() {
        const QString judged = directory_.filePath(QStringLiteral("judged.pcapng"));
        {
            Fixture f;
            QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
            QVERIFY(f.bridge.start(ReplaySource{.path = path_.toStdString()}));
            QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
            QSignalSpy done(f.window.files(), &FileCommands::done);
            f.window.files()->saveAll(judged);
            QTRY_COMPARE(done.size(), 1);
        }
        Fixture f;
        f.open(judged);
        auto* list = f.table()->packets();
        const int verdict = list->columnOf(PacketColumn::Kind::verdict), rule = list->columnOf(PacketColumn::Kind::rule);
        QTRY_VERIFY(!f.table()->isColumnHidden(verdict) && !f.table()->isColumnHidden(rule));
        QCOMPARE(list->index(2, verdict).data().toString(), QStringLiteral("drop"));
        QCOMPARE(list->index(2, rule).data().toString(), QStringLiteral("no pings"));
        QVERIFY(list->index(2, 0).data(PacketListModel::DroppedRole).toBool());
        QCOMPARE(list->index(1, rule).data().toString(), QStringLiteral("default"));
        f.table()->goTo(2);
        QCOMPARE(f.window.workspace()->explanation(), QStringLiteral("Packet 3 was dropped by the rule “no pings”."));
        f.table()->goTo(1);
        QCOMPARE(f.window.workspace()->explanation(), QStringLiteral("Packet 2 was accepted by default, since no rule matched it."));
        f.open(path_);  // of which nobody said anything
        QTRY_VERIFY(f.table()->isColumnHidden(verdict));
    }

    void addsAColumnAndKeepsTheLayout() {
        {
            Fixture f;
            f.open(path_);
            emit f.window.workspace()->fieldMenu()->columnRequested(QStringLiteral("ip.ttl"));
            QCOMPARE(f.table()->packets()->packetColumns().size(), standard_columns().size() + 1);
            QVERIFY(hidesVerdictsAlone(*f.table()));
            f.window.workspace()->saveLayout();
        }
        Fixture again;
        again.open(path_);
        QVERIFY(hidesVerdictsAlone(*again.table()));
        QVERIFY(again.table()->packets()->packetColumns().contains({PacketColumn::Kind::field, QStringLiteral("ip.ttl")}));
        again.act(Act::reset_layout);
        QCOMPARE(again.table()->packets()->packetColumns(), standard_columns());
    }

    void hidesAndShowsPanes() {
        Fixture f;
        f.open(path_);
        QVERIFY(f.window.workspace()->bytes()->isVisible());
        f.act(Act::show_bytes);
        QVERIFY(!f.window.workspace()->bytes()->isVisible());
        f.act(Act::reset_layout);
        QVERIFY(f.window.workspace()->bytes()->isVisible());
        QVERIFY(f.window.actions()[Act::show_bytes]->isChecked());
    }

    void bytesKeepTheirKeys() {
        Fixture f;
        f.open(path_);
        f.table()->goTo(0);
        auto* grid = f.window.workspace()->bytes()->grid();
        grid->setFocus();
        emit grid->caretMoved(20);
        QTest::keyClick(grid, Qt::Key_Right);
        for (int i = 0; i < 3; i++) QTest::keyClick(f.window.windowHandle(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(grid->selected().to - grid->selected().from, 4);
    }

    void everyViewTakesTheFocus() {
        Fixture f;
        f.open(path_);
        for (auto& view : f.window.views()->views()) {
            f.table()->setFocus();
            f.window.views()->show(QLatin1String(view.kind->name));
            auto* there = f.window.focusWidget();
            QVERIFY2(there && view.widget->isAncestorOf(there), view.kind->name);
            view.toggle->trigger();  // and away again
            QVERIFY(view.dock->isHidden());
            f.table()->setFocus();
            view.toggle->trigger();
            there = f.window.focusWidget();
            QVERIFY2(there && view.widget->isAncestorOf(there), view.kind->name);
        }
    }

    void wideViewsLeaveRoomForTheOthers_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        for (const QSize size : {QSize(1024, 700), QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size << 1.0;
        QTest::newRow("larger letters") << QSize(1440, 900) << 1.5;
        QTest::newRow("twice as large") << QSize(1920, 1080) << 2.0;
    }
    void wideViewsLeaveRoomForTheOthers() {
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        Fixture f;
        f.theme.set_zoom(zoom);
        f.window.resize(size);
        f.open(path_);
        f.table()->goTo(250);
        QTRY_VERIFY(f.table()->viewport()->height() >= 4 * (f.table()->fontMetrics().height() + 6));
        auto* toolbar = f.window.findChild<MainToolbar*>();
        auto* panic = toolbar->widgetForAction(f.window.actions()[Act::panic]);
        QVERIFY2(panic->isVisible() && toolbar->rect().contains(panic->geometry()), "the panic button is out of sight");
        const int info = f.table()->packets()->columnOf(PacketColumn::Kind::info);
        QVERIFY(f.table()->columnWidth(info) >= 20 * f.table()->fontMetrics().averageCharWidth());
        auto* workspace = f.window.workspace();
        auto* fields = workspace->fields();
        auto* bytes = workspace->bytes();
        auto* fields_dock = workspace->findChild<QDockWidget*>(QStringLiteral("fields"));
        const auto beside = [&] {
            return fields->mapTo(workspace, QPoint()).x() + fields->width() <= bytes->mapTo(workspace, QPoint()).x();
        };
        QVERIFY(beside());
        for (auto& view : f.window.views()->views()) {
            if (view.kind->place == ViewPlace::wide) continue;
            if (view.dock->isHidden()) view.toggle->trigger();  // all of them in one column
            QCoreApplication::processEvents();
            QCOMPARE(f.window.size(), size);
        }
        for (auto& view : f.window.views()->views()) {
            if (view.kind->place != ViewPlace::wide) continue;
            view.toggle->trigger();
            QCoreApplication::processEvents();
            QTRY_VERIFY(view.dock->height() >= 200);
            QCOMPARE(f.window.size(), size);  // no higher than it was, which may be the screen
            const bool tabs = workspace->tabifiedDockWidgets(view.dock).contains(fields_dock);
            const int row = f.table()->fontMetrics().height() + 6;
            QTRY_VERIFY2(f.table()->viewport()->height() >= 4 * row, qPrintable(QString::number(f.table()->viewport()->height())));
            QTRY_VERIFY2(tabs || fields->height() >= 4 * row, qPrintable(QString::number(fields->height())));
            const bool is_compose = view.dock->objectName() == QLatin1String("compose");  // forms, bytes and replies take more than half
            QVERIFY(size.height() < (is_compose ? 1080 : 900) || zoom > 1 || !tabs);
            QVERIFY(tabs || view.dock->y() >= fields_dock->y() + fields_dock->height());
            QVERIFY(tabs || view.dock->width() >= fields_dock->width());
            QTRY_VERIFY(f.table()->viewport()->rect().contains(f.table()->visualRect(f.table()->currentIndex()).center()));
            view.toggle->trigger();
            QCoreApplication::processEvents();
            QVERIFY(view.dock->isHidden());
            QTRY_VERIFY(beside());
            QVERIFY(workspace->tabifiedDockWidgets(fields_dock).isEmpty());
        }
    }

    void composeOpensWithRoomForBytesAndForms_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x800") << QSize(1280, 800);
        QTest::newRow("1600x900") << QSize(1600, 900);
    }
    void composeOpensWithRoomForBytesAndForms() {
        QFETCH(QSize, size);
        Fixture f;
        f.theme.set_look({.points = 10});
        f.window.resize(size);
        f.open(path_);
        auto* compose = f.window.findChild<ComposeDock*>();
        for (auto* action : compose->composeActions()->templates()->actions())
            if (action->objectName() == QLatin1String("template-tcp-syn")) action->trigger();
        QVERIFY(compose->isVisible());
        const auto* grid = compose->bytes()->grid();
        const int line = QFontMetrics(fixed_font()).height() + 2;
        QTRY_VERIFY2(grid->viewport()->height() >= 4 * line, qPrintable(QString::number(grid->viewport()->height())));
        const int field = compose->findChild<FieldRow*>()->height();
        QTRY_VERIFY2(compose->layers()->viewport()->height() >= 7 * field, qPrintable(QString::number(field)));
        const auto* scroll = compose->parentWidget();
        QTRY_VERIFY2(compose->height() <= scroll->height(), "it must be scrolled to see all of it");
        QCOMPARE(f.window.size(), size);
    }

    /// A small screen, or large letters: the list gives way, and what cannot be seen at once is scrolled to.
    void composeIsOfUseOnASmallScreen() {
        Fixture f;
        f.theme.set_look({.points = 10});
        const QSize size(853, 500);  // of 1280 by 800 at a factor of 1.5, without what the desktop keeps
        f.window.resize(size);
        f.open(path_);
        f.table()->goTo(250);
        auto* compose = f.window.findChild<ComposeDock*>();
        for (auto* action : compose->composeActions()->templates()->actions())
            if (action->objectName() == QLatin1String("template-tcp-syn")) action->trigger();
        QVERIFY(compose->isVisible());
        const int line = compose->fontMetrics().height() + 6;
        auto* scroll = f.window.findChild<QDockWidget*>(QStringLiteral("compose"))->findChild<ViewScroll*>();
        QTRY_VERIFY2(scroll->viewport()->height() >= 7 * line, qPrintable(QString::number(scroll->viewport()->height() / line)));
        QTRY_VERIFY(f.table()->viewport()->rect().contains(f.table()->visualRect(f.table()->currentIndex()).center()));
        const auto in_sight = [&](const QWidget* one) {
            return one->isVisible() && scroll->viewport()->rect().contains(QRect(one->mapTo(scroll->viewport(), QPoint()), one->size()));
        };
        QTRY_VERIFY(in_sight(compose->sendBar()));
        QTRY_VERIFY(compose->layers()->width() >= compose->width() * 9 / 10);  // forms have the whole width
        QTRY_VERIFY(compose->layers()->height() >= 7 * line);
        for (QWidget* part : {static_cast<QWidget*>(compose->bytes()), static_cast<QWidget*>(compose->replies())}) {
            scroll->ensureWidgetVisible(part);
            QTRY_VERIFY(in_sight(part));
        }
        QCOMPARE(f.window.size(), size);
    }

    void everyMenuFits() {
        Fixture f;
        const auto menus = f.window.menuBar()->actions().size();
        QVERIFY(menus >= 7);
        for (auto* top : f.window.menuBar()->actions()) QVERIFY(!top->menu()->actions().isEmpty());
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&f.window, &language);
        QCOMPARE(f.window.menuBar()->actions().size(), menus);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
