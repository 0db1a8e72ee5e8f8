// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/theme.h"
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void every_choice_is_whole_data() {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::light);
        QTest::newRow("dark") << int(ThemeChoice::dark);
        QTest::newRow("system") << int(ThemeChoice::system);
    }
    void every_choice_is_whole() {
        QFETCH(int, choice);
        QTest::failOnWarning(QRegularExpression(".*"));  // an unknown colour, a style sheet that does not parse
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.apply(ThemeChoice(choice));
        QVERIFY(changed.count() >= 1);
        QCOMPARE(qApp->palette().color(QPalette::Window), theme.colors().window);
        const QString sheet = qApp->styleSheet();
        QVERIFY(sheet.size() > 1000);
        QVERIFY2(!sheet.contains('@'), "a name of a colour was not replaced");
        QVERIFY2(!sheet.contains(QRegularExpression("\\d+dp")), "a length was not replaced");
        QPushButton button("styled");
        button.ensurePolished();
    }

    void zoom_is_bounded_and_scales_the_font() {
        Theme theme(*qApp);
        theme.set_look({.theme = ThemeChoice::light, .points = 10, .zoom = 1.5});
        QCOMPARE(qApp->font().pointSizeF(), 15.0);
        theme.set_zoom(99);
        QCOMPARE(theme.zoom(), 3.0);
        theme.set_zoom(1);
        QCOMPARE(qApp->font().pointSizeF(), 10.0);
        QCOMPARE(fixed_font().pointSizeF(), 10.0);
        QVERIFY(fixed_font().fixedPitch());
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
