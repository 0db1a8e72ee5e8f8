// SPDX-License-Identifier: GPL-3.0-or-later
// The window on both of its pages, with each view, in both themes and both languages: words can be read, and every command can be reached
// by key. Dialogs: dialogs_test.
#include "ui/readable.h"
#include "ui/sample_packets.h"
#include "ui/widgets/view_scroll.h"
#include "ui/window/language.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QDockWidget>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class ReadabilityTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

    static void looks() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        for (bool dark : {false, true})
            for (const char* language : {"en", "de"})
                QTest::addRow("%s, %s", dark ? "dark" : "light", language) << dark << QString::fromLatin1(language);
    }
    static QStringList found(QWidget& window, const QString& where) {
        QCoreApplication::processEvents();
        return hard_to_read(window, where);
    }
    static void look(WindowFixture& f, bool dark) {
        f.theme.set_look({.theme = dark ? ThemeChoice::dark : ThemeChoice::light, .points = 10});
        f.window.resize(1280, 760);
    }

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 300, 10'000);
    }
    void init() { QSettings().clear(); }
    void cleanup() { install_language(*qApp, QStringLiteral("en")); }

    void theInkOfAWidgetIsFound() {
        QWidget window;
        window.setPalette(Colors::light().palette());
        window.resize(300, 100);
        QLabel good(QStringLiteral("Readable"), &window), bad(QStringLiteral("Hardly"), &window), cut(QStringLiteral("Too long"), &window);
        good.setGeometry(10, 10, 200, 20);
        bad.setGeometry(10, 40, 200, 20);
        cut.setGeometry(10, 70, 20, 20);
        QPalette pale = window.palette();
        pale.setColor(QPalette::WindowText, 0xa0a8b0);
        bad.setPalette(pale);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(faint_words(window).size(), 1);
        QVERIFY(faint_words(window).front().contains(QLatin1String("Hardly")));
        QCOMPARE(cut_words(window).size(), 1);
        QVERIFY(cut_words(window).front().contains(QLatin1String("Too long")));
    }

    void wordsCanBeRead_data() { looks(); }
    void wordsCanBeRead() {
        QFETCH(bool, dark);
        QFETCH(QString, language);
        install_language(*qApp, language);
        WindowFixture f;
        look(f, dark);
        QStringList wrong = found(f.window, QStringLiteral("start page"));
        QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp"), QStringLiteral("no pings")));
        QVERIFY(f.bridge.start(ReplaySource{.path = path_.toStdString()}));
        QTRY_COMPARE_WITH_TIMEOUT(f.bridge.state(), SessionState::ended, 20000);
        QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
        f.table()->goTo(2);
        f.act(Act::find);
        wrong += found(f.window, QStringLiteral("packets"));
        for (auto& view : f.window.views()->views()) {
            f.window.views()->show(QLatin1String(view.kind->name));
            QTest::qWait(50);  // neighbours make room
            wrong += found(f.window, QLatin1String(view.kind->name));
            const auto* scroll = view.dock->findChild<ViewScroll*>();
            if (scroll->horizontalScrollBar()->maximum())
                wrong << QStringLiteral("%1: cut at its side").arg(QLatin1String(view.kind->name));
        }
        for (auto kind : {MessageStrip::Kind::done, MessageStrip::Kind::notice, MessageStrip::Kind::trouble}) {
            f.window.messages()->tell(kind, QStringLiteral("A message"), {{QStringLiteral("Offer"), [] {}}});
            QCoreApplication::processEvents();
            for (auto& one : faint_words(*f.window.messages())) wrong << QStringLiteral("message %1: %2").arg(int(kind)).arg(one);
        }
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    /// What is used all the time has a key, what is used seldom a letter in its menu. It has a sign, unless it is ticked, where the tick
    /// stands in its place, or has a key, which people know it by. Entries of a view's own are reached by their first letter: so Qt does.
    void everyCommandHasAKeyAndASign_data() { looks(); }
    void everyCommandHasAKeyAndASign() {
        QFETCH(QString, language);
        install_language(*qApp, language);
        WindowFixture f;
        QStringList wrong;
        for (int i = 0; i < int(Act::count); i++) {
            const auto* action = f.window.actions()[Act(i)];
            const bool key = !action->shortcut().isEmpty();
            if (!key && QKeySequence::mnemonic(action->text()).isEmpty()) wrong << QStringLiteral("no key: ") + action->text();
            if (!key && !action->isCheckable() && action->icon().isNull()) wrong << QStringLiteral("no sign: ") + action->text();
            if (action->toolTip().isEmpty()) wrong << QStringLiteral("no tip: ") + action->text();
        }
        for (auto* menu : f.window.menuBar()->actions())
            if (QKeySequence::mnemonic(menu->text()).isEmpty()) wrong << QStringLiteral("no letter: ") + menu->text();
        for (auto& view : f.window.views()->views())
            if (view.toggle->shortcut().isEmpty()) wrong << QStringLiteral("no key: ") + view.toggle->text();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(ReadabilityTest)
#include "readability_test.moc"
