// SPDX-License-Identifier: GPL-3.0-or-later
// The window on both of its pages, with each view, in both themes and both languages: words stand out from what is behind them, are not
// cut, and every command can be reached by key. It looks at what is painted, whatever style sheet or palette it comes from; what
// delegates paint has the colours that colors_test goes through.
#include "ui/sample_packets.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/view_scroll.h"
#include "ui/window/language.h"
#include "ui/window/view_docks.h"
#include "ui/window_fixture.h"
#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStyleOptionButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

namespace {

constexpr double readable = 4.5;  // WCAG 2.1, 1.4.3

QString words_of(const QWidget* widget) {
    if (auto* label = qobject_cast<const QLabel*>(widget)) return label->text();
    if (auto* tool = qobject_cast<const QToolButton*>(widget))
        return tool->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : tool->text();
    if (auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
    return {};
}

QList<QWidget*> widgets_with_words(const QWidget& root) {
    QList<QWidget*> found;
    for (auto* widget : root.findChildren<QWidget*>())
        if (widget->isEnabled() && !widget->visibleRegion().isEmpty() && !words_of(widget).trimmed().isEmpty()) found << widget;
    return found;
}

QString described(const QWidget* widget) {
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget->metaObject()->className()), words_of(widget).simplified().left(60));
}

/// Of the colour that is furthest from what most of the widget shows: edges of letters are blends, their stems are not.
double contrast_in(const QImage& window, const QRect& place) {
    QHash<QRgb, int> counts;
    const QRect area = place.intersected(window.rect());
    for (int y = area.top(); y <= area.bottom(); y++)
        for (int x = area.left(); x <= area.right(); x++) counts[window.pixel(x, y)]++;
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        if (it.value() > most) most = it.value(), ground = it.key();
    double best = 1;
    for (auto it = counts.begin(); it != counts.end(); ++it) best = std::max(best, contrast_ratio(QColor(it.key()), QColor(ground)));
    return best;
}

QStringList faint_words(QWidget& window) {
    QStringList faint;
    const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    for (auto* widget : widgets_with_words(window)) {
        const QRect seen = widget->visibleRegion().boundingRect().adjusted(2, 2, -2, -2);  // within its frame
        if (seen.height() < widget->fontMetrics().height() / 2) continue;                  // scrolled nearly out of sight
        const double ratio = contrast_in(image, seen.translated(widget->mapTo(&window, QPoint())));
        if (ratio < readable) faint << QStringLiteral("%1: %2").arg(described(widget)).arg(ratio, 0, 'f', 2);
    }
    return faint;
}

/// Who may be narrower than its words elides or wraps them and says so by its size policy.
int width_needed(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (!label) return widget->minimumSizeHint().width();
    if (label->wordWrap() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) return 0;
    return label->minimumSizeHint().width();
}

QStringList cut_words(const QWidget& window) {
    QStringList cut;
    for (auto* widget : widgets_with_words(window)) {
        const auto* label = qobject_cast<QLabel*>(widget);
        const int tall = label && label->wordWrap() ? label->heightForWidth(label->width()) : widget->minimumSizeHint().height();
        if (widget->width() < width_needed(widget) || widget->height() < tall)
            cut << QStringLiteral("%1: %2×%3, needs %4×%5")
                       .arg(described(widget))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(width_needed(widget))
                       .arg(tall);
    }
    return cut;
}

}  // namespace

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
        QStringList all;
        for (auto& one : faint_words(window)) all << QStringLiteral("%1: faint: %2").arg(where, one);
        for (auto& one : cut_words(window)) all << QStringLiteral("%1: cut: %2").arg(where, one);
        return all;
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
