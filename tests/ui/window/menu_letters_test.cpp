// SPDX-License-Identifier: GPL-3.0-or-later
// Every entry of every menu has a letter of its own, in both languages: of the menu bar, of buttons, and those that a right click opens
// anywhere in the window. It looks for them itself, so that the menus of a new view are in it.
#include "ui/sample_packets.h"
#include "ui/views/compose/compose_dock.h"
#include "ui/views/flows/flow_list_view.h"
#include "ui/window/language.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWidgetAction>
#include <QtTest>

using namespace sallyport;

namespace {

QString title_of(const QAction* action) { return action->text().section(QLatin1Char('\t'), 0, 0); }

/// Entries without a letter, and those whose letter another one has.
QStringList without_own_letter(QMenu& menu, const QString& where) {
    QStringList wrong;
    QHash<QKeySequence, QString> taken;
    emit menu.aboutToShow();  // some are filled only then
    for (auto* action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible() || qobject_cast<QWidgetAction*>(action)) continue;
        const QString title = title_of(action);
        const QKeySequence letter = QKeySequence::mnemonic(title);
        if (letter.isEmpty()) wrong << QStringLiteral("%1: no letter: %2").arg(where, title);
        else if (taken.contains(letter)) wrong << QStringLiteral("%1: one letter: %2, %3").arg(where, taken[letter], title);
        else taken[letter] = title;
        if (action->menu()) wrong += without_own_letter(*action->menu(), where + QLatin1String(" > ") + title);
    }
    return wrong;
}

/// The menus of what text is typed into, or selected in, and of scroll bars are Qt's.
bool is_of_qt(const QWidget* widget) {
    for (int level = 0; widget && level < 2; level++, widget = widget->parentWidget())
        for (const char* kind : {"QLineEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox", "QScrollBar"})
            if (widget->inherits(kind)) return true;
    return false;
}

bool in_sight(const QWidget& widget) {  // what a viewport covers is not the widget's own region
    auto* area = qobject_cast<const QAbstractScrollArea*>(&widget);
    return !(area ? area->viewport()->visibleRegion() : widget.visibleRegion()).isEmpty();
}

QPoint first_cell(const QAbstractItemView& items) {
    for (int column = 0; column < items.model()->columnCount(); column++)
        if (const QRect cell = items.visualRect(items.model()->index(0, column)); !cell.isEmpty()) return cell.center();
    return {};
}

/// Looks at every menu that comes up, and closes it.
class MenuWatch : public QObject {
public:
    MenuWatch() { qApp->installEventFilter(this); }
    QStringList wrong;
    QSet<QString> seen;
    QString where;

    /// A right click.
    void open(QWidget* widget, const QPoint& at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
        QApplication::sendEvent(widget, &event);
        QCoreApplication::processEvents();
    }
    void openAll(QWidget& root) {
        QList<QPointer<QWidget>> widgets;
        for (auto* widget : root.findChildren<QWidget*>()) widgets << widget;
        for (auto& widget : widgets) {  // some go when others change
            if (!widget || !in_sight(*widget) || is_of_qt(widget.data())) continue;
            auto* items = qobject_cast<QAbstractItemView*>(widget.data());
            auto* header = qobject_cast<QHeaderView*>(widget.data());
            where = QLatin1String(widget->metaObject()->className());
            if (header) open(header->viewport(), QPoint(20, header->height() / 2));
            else if (items && items->model() && items->model()->rowCount()) open(items->viewport(), first_cell(*items));
            else open(widget, widget->rect().center());
        }
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        auto* menu = qobject_cast<QMenu*>(watched);
        if (menu && event->type() == QEvent::Show) {
            wrong += without_own_letter(*menu, where);
            seen << where;
            QTimer::singleShot(0, menu, &QWidget::close);
        }
        return false;
    }
};

QStringList wrong_in_buttons(QWidget& root) {
    QStringList wrong;
    const auto look = [&](auto* button) {
        if (button->menu()) wrong += without_own_letter(*button->menu(), button->text() + QLatin1String(" (button)"));
    };
    for (auto* button : root.findChildren<QToolButton*>()) look(button);
    for (auto* button : root.findChildren<QPushButton*>()) look(button);
    return wrong;
}

}  // namespace

class MenuLettersTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

    static void verify(QStringList wrong) {
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }
    static void languages() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de"}) QTest::newRow(language) << QString::fromLatin1(language);
    }

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 30);
    }
    void init() {
        QSettings().clear();
        QFETCH(QString, language);
        install_language(*qApp, language);
    }
    void cleanup() { install_language(*qApp, QStringLiteral("en")); }

    void theMenuBar_data() { languages(); }
    void theMenuBar() {
        WindowFixture f;
        f.open(path_);
        QStringList wrong;
        QSet<QKeySequence> taken;
        for (auto* action : f.window.menuBar()->actions()) {
            const QKeySequence letter = QKeySequence::mnemonic(action->text());
            if (letter.isEmpty() || taken.contains(letter)) wrong << QStringLiteral("no letter of its own: ") + action->text();
            taken << letter;
            wrong += without_own_letter(*action->menu(), action->text());
        }
        verify(wrong);
    }

    void menusOfButtons_data() { languages(); }
    void menusOfButtons() {
        WindowFixture f;
        f.open(path_);
        QSettings().setValue(QStringLiteral("filter/history"), QStringList{QStringLiteral("tcp && !udp"), QStringLiteral("dns")});
        auto* compose = qobject_cast<ComposeDock*>(f.window.views()->widget(QStringLiteral("compose")));
        f.window.views()->show(QStringLiteral("compose"));
        const auto ping = sample::ping();
        compose->session()->startFrom(ping, LinkType::ethernet, QString());
        MenuWatch watch;
        for (const char* name : {"rulesMore", "flowsMore"}) {
            watch.where = QLatin1String(name);
            f.window.findChild<QToolButton*>(watch.where)->click();
            QTRY_VERIFY(watch.seen.contains(watch.where) && !QApplication::activePopupWidget());
        }
        verify(watch.wrong + wrong_in_buttons(f.window));
    }

    void menusOfARightClick_data() { languages(); }
    void menusOfARightClick() {
        WindowFixture f;
        MenuWatch watch;
        f.window.files()->open(path_);  // so that it is a recent one
        f.act(Act::close);
        watch.openAll(f.window);
        f.open(path_);
        f.window.resize(1400, 900);
        QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
        f.table()->goTo(2);
        watch.openAll(f.window);
        auto* compose = qobject_cast<ComposeDock*>(f.window.views()->widget(QStringLiteral("compose")));
        const auto ping = sample::ping();
        compose->session()->startFrom(ping, LinkType::ethernet, QString());
        for (auto& view : f.window.views()->views()) {
            f.window.views()->show(QLatin1String(view.kind->name));
            if (auto* flows = view.dock->findChild<FlowListView*>()) QTRY_VERIFY(flows->model()->rowCount() > 0);
            QTest::qWait(50);
            watch.openAll(*view.dock);
        }
        for (const char* place : {"PacketTable", "FieldsView", "ByteGrid", "FlowListView", "RuleView", "CurveTable", "LayerHeader"})
            QVERIFY2(std::any_of(watch.seen.begin(), watch.seen.end(), [&](auto& one) { return one.contains(QLatin1String(place)); }),
                     place);
        verify(watch.wrong);
    }
};

QTEST_MAIN(MenuLettersTest)
#include "menu_letters_test.moc"
