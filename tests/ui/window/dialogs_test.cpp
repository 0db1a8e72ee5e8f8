// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog, and every form that opens within the window, in both themes and both languages: its words can be read, and each of its
// controls has a letter of its own. What Qt makes (its own buttons, and its dialog for a file) is as Qt makes it.
#include "ui/readable.h"
#include "ui/sample_packets.h"
#include "ui/views/capture/capture_dialog.h"
#include "ui/views/compose/hex_dialog.h"
#include "ui/views/rules/rules_dock.h"
#include "ui/views/statistics/statistics_dock.h"
#include "ui/window/language.h"
#include "ui/window/preferences.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QtTest>
#include <functional>

using namespace sallyport;

namespace {

bool is_control(const QWidget* widget) {
    if (widget->objectName().startsWith(QLatin1String("qt_"))) return false;
    if (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) || qobject_cast<const QComboBox*>(widget->parentWidget()) ||
        qobject_cast<const QLineEdit*>(widget->parentWidget()))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QListWidget*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

/// Who says the letter: the control itself, or the label it is the buddy of.
QString letter_of(const QWidget* control, const QWidget& dialog) {
    if (auto* button = qobject_cast<const QAbstractButton*>(control)) return QKeySequence::mnemonic(button->text()).toString();
    for (auto* label : dialog.findChildren<QLabel*>())
        if (label->buddy() && (label->buddy() == control || label->buddy()->focusProxy() == control))
            return QKeySequence::mnemonic(label->text()).toString();
    return {};
}

QStringList without_own_letter(QWidget& dialog, const QString& where) {
    QStringList wrong;
    QHash<QString, QString> taken;
    const auto take = [&](const QString& letter, const QString& who) {
        if (taken.contains(letter)) wrong << QStringLiteral("%1: one letter: %2, %3").arg(where, taken[letter], who);
        taken[letter] = who;
    };
    for (auto* tabs : dialog.findChildren<QTabWidget*>())
        for (int i = 0; i < tabs->count(); i++) take(QKeySequence::mnemonic(tabs->tabText(i)).toString(), tabs->tabText(i));
    for (auto* control : dialog.findChildren<QWidget*>()) {
        if (control->visibleRegion().isEmpty() || !is_control(control)) continue;
        if (auto* box = qobject_cast<QDialogButtonBox*>(control->parentWidget()))
            if (box->standardButton(qobject_cast<QAbstractButton*>(control)) != QDialogButtonBox::NoButton) continue;
        const QString name = control->accessibleName().isEmpty() ? words_of(control) : control->accessibleName();
        const QString letter = letter_of(control, dialog);
        if (letter.isEmpty()) wrong << QStringLiteral("%1: no letter: %2").arg(where, name);
        else take(letter, name);
    }
    return wrong;
}

}  // namespace

class DialogsTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;
    QStringList wrong_;

    void look(QWidget& dialog, const QString& where, bool letters = true) {
        if (!dialog.isVisible()) dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.window()));
        QCoreApplication::processEvents();
        wrong_ += hard_to_read(dialog, where);
        if (letters) wrong_ += without_own_letter(dialog, where);
    }
    /// Of a dialog that takes over until it is closed.
    template <class Open>
    void lookAtModal(Open open, const QString& where, bool letters, const std::function<void(QWidget&)>& more = {}) {
        bool seen = false;
        QTimer::singleShot(100, this, [&] {
            auto* dialog = QApplication::activeModalWidget();
            if (!dialog) return;
            seen = true;
            look(*dialog, where, letters);
            if (more) more(*dialog);
            if (more) more(*dialog);
            qobject_cast<QDialog*>(dialog)->reject();
        });
        open();
        QVERIFY2(seen, qPrintable(where));
    }
    void verify() {
        wrong_.removeDuplicates();
        QVERIFY2(wrong_.isEmpty(), qPrintable(QLatin1Char('\n') + wrong_.join(QLatin1Char('\n'))));
    }
    static void looks() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        for (bool dark : {false, true})
            for (const char* language : {"en", "de"})
                QTest::addRow("%s, %s", dark ? "dark" : "light", language) << dark << QString::fromLatin1(language);
    }
    static void wear(Theme& theme) {
        QFETCH(bool, dark);
        theme.set_look({.theme = dark ? ThemeChoice::dark : ThemeChoice::light, .points = 10});
    }

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 30);
    }
    void init() {
        QSettings().clear();
        wrong_.clear();
        QFETCH(QString, language);
        install_language(*qApp, language);
    }
    void cleanup() { install_language(*qApp, QStringLiteral("en")); }

    void preferences_data() { looks(); }
    void preferences() {
        Theme theme(*qApp);
        wear(theme);
        Preferences dialog(&theme);
        auto* tabs = dialog.findChild<QTabWidget*>();
        for (int page = 0; page < tabs->count(); page++) {
            tabs->setCurrentIndex(page);
            look(dialog, tabs->tabText(page));
        }
        verify();
    }

    void captureOptions_data() { looks(); }
    void captureOptions() {
        Theme theme(*qApp);
        wear(theme);
        CaptureDialog dialog;
        look(dialog, QStringLiteral("capture options"));
        verify();
    }

    void pasteHex_data() { looks(); }
    void pasteHex() {
        Theme theme(*qApp);
        wear(theme);
        HexDialog dialog(LinkType::ethernet, nullptr);
        look(dialog, QStringLiteral("hex, empty"));
        dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("45 00 xx"));
        look(dialog, QStringLiteral("hex, wrong"));
        dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("45 00 00 14 00 00 00 00 40 00 00 00 0a 4d 00 01 0a 4d 00 02"));
        look(dialog, QStringLiteral("hex, good"));
        verify();
    }

    void questions_data() { looks(); }
    void questions() {
        WindowFixture f;
        wear(f.theme);
        f.open(path_);
        lookAtModal([&] { f.act(Act::about); }, QStringLiteral("about"), false);
        lookAtModal([&] { f.act(Act::handbook); }, QStringLiteral("keys and filters"), false,
                    [&](QWidget& dialog) {
                        const QString text = dialog.findChild<QTextBrowser*>()->toPlainText();
                        for (auto& view : f.window.views()->views())
                            QVERIFY(text.contains(view.toggle->shortcut().toString(QKeySequence::NativeText)));
                    });
        lookAtModal([&] { f.act(Act::go_to); }, QStringLiteral("go to packet"), false);
        verify();
    }

    void forms_data() { looks(); }
    void forms() {
        WindowFixture f;
        wear(f.theme);
        f.window.resize(1280, 760);
        f.open(path_);
        auto* rules = qobject_cast<RulesDock*>(f.window.views()->widget(QStringLiteral("rules")));
        rules->newRule(QStringLiteral("drop"), QStringLiteral("icmp"), {});
        look(f.window, QStringLiteral("rule"), false);
        rules->newRule(QStringLiteral("drop"), QStringLiteral("icm == 1"), {});
        look(f.window, QStringLiteral("wrong rule"), false);
        f.window.views()->show(QStringLiteral("statistics"));
        auto* statistics = qobject_cast<StatisticsDock*>(f.window.views()->widget(QStringLiteral("statistics")));
        statistics->menuActions().first()->trigger();
        QTest::qWait(50);
        look(f.window, QStringLiteral("curve"), false);
        verify();
    }
};

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
