// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in the window can be reached by keyboard and has a name for those who hear it instead of seeing it: the window on both of its
// pages with every view shown, and the dialogs.
#include "ui/sample_packets.h"
#include "ui/views/capture/capture_dialog.h"
#include "ui/window/preferences.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {

QString described(const QWidget* widget) {
    QStringList line;
    for (; widget; widget = widget->parentWidget())
        line << QLatin1String(widget->metaObject()->className()) +
                    (widget->objectName().isEmpty() ? QString() : '#' + widget->objectName());
    return line.join(QStringLiteral(" < "));
}

/// A control that people act on, and not a part of one (the line in a spin box, the list in a combo box).
bool interactive(const QWidget* widget) {
    if (qobject_cast<const QScrollBar*>(widget) || widget->objectName().startsWith(QLatin1String("qt_"))) return false;
    for (auto* above = widget->parentWidget(); above; above = above->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(above) || qobject_cast<const QComboBox*>(above) || qobject_cast<const QTabBar*>(above) ||
            qobject_cast<const QLineEdit*>(above) || qobject_cast<const QMenuBar*>(above) || qobject_cast<const QMenu*>(above))
            return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractSlider*>(widget) ||
           (qobject_cast<const QAbstractScrollArea*>(widget) && widget->focusPolicy() != Qt::NoFocus) ||
           qobject_cast<const QTabBar*>(widget);
}

/// Reached by other keys, and so not by Tab: the header of a table (its menu is in the View menu), the button over the list (Go menu).
bool reached_otherwise(const QWidget* widget) {
    return widget->inherits("QHeaderView") || widget->inherits("QDockWidgetTitleButton") || widget->property("reachedBy").isValid();
}

QStringList unreachable(QWidget& root) {
    QSet<const QWidget*> order;
    for (auto* next = root.nextInFocusChain(); next && !order.contains(next); next = next->nextInFocusChain()) order.insert(next);
    QStringList wrong;
    for (auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&root) || !interactive(widget)) continue;
        if (auto* tabs = qobject_cast<QTabBar*>(widget); tabs && !tabs->count()) continue;  // of docks that are hidden
        auto* accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            wrong << QStringLiteral("no name: ") + described(widget);
        if (reached_otherwise(widget)) continue;
        const bool tab =
            widget->focusPolicy() & Qt::TabFocus || (widget->focusProxy() && widget->focusProxy()->focusPolicy() & Qt::TabFocus);
        if (!tab || !order.contains(widget)) wrong << QStringLiteral("not in the tab order: ") + described(widget);
    }
    return wrong;
}

}  // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

    static void verify(QWidget& root) {
        const QStringList wrong = unreachable(root);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 30);
    }
    void init() { QSettings().clear(); }

    void startPage() {
        WindowFixture f;
        verify(f.window);
    }

    void everyView() {
        WindowFixture f;
        f.open(path_);
        f.act(Act::find);
        emit f.window.workspace()->host()->ruleDraftRequested(QStringLiteral("drop"), QStringLiteral("icmp"));
        f.window.addRule(QStringLiteral("drop"), QStringLiteral("icmp"));  // the strip shows its Undo
        for (auto& view : f.window.views()->views()) {
            f.window.views()->show(QLatin1String(view.kind->name));
            QCoreApplication::processEvents();
            verify(f.window);
            QVERIFY2(!view.widget->accessibleName().isEmpty() || view.widget->focusProxy() || view.widget->focusPolicy() == Qt::NoFocus,
                     view.kind->name);
        }
    }

    void dialogs() {
        Theme theme(*qApp);
        Preferences preferences(&theme);
        preferences.show();
        auto* tabs = preferences.findChild<QTabWidget*>();
        for (int page = 0; page < tabs->count(); page++) {
            tabs->setCurrentIndex(page);
            verify(preferences);
        }
        CaptureDialog capture;
        capture.show();
        verify(capture);
    }

    void everyCommandIsInAMenuOrHasAKey() {
        WindowFixture f;
        QSet<const QAction*> in_menus;
        const std::function<void(const QWidget*)> walk = [&](const QWidget* menu) {
            for (auto* action : menu->actions()) {
                in_menus.insert(action);
                if (action->menu()) walk(action->menu());
            }
        };
        walk(f.window.menuBar());
        for (int i = 0; i < int(Act::count); i++) {
            auto* action = f.window.actions()[Act(i)];
            QVERIFY2(in_menus.contains(action), qPrintable(action->text()));
        }
    }

    void nobodyIsCaughtByTab() {
        WindowFixture f;
        f.open(path_);
        f.table()->setFocus();
        QWidget* const begin = f.window.focusWidget();
        QSet<QWidget*> seen;
        for (int i = 0; i < 200; i++) {
            QTest::keyClick(f.window.focusWidget(), Qt::Key_Tab);
            QWidget* const now = f.window.focusWidget();
            if (now == begin) break;
            QVERIFY2(!seen.contains(now), qPrintable(described(now)));  // a smaller circle would leave out the rest
            seen.insert(now);
        }
        QCOMPARE(f.window.focusWidget(), begin);
        QVERIFY(seen.size() > 12);
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
