// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/curve_pen.h"
#include <QtTest>

using namespace sallyport;

class CurvePenTest : public QObject {
    Q_OBJECT
private slots:
    void coloursCanBeSeen_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void coloursCanBeSeen() {
        QFETCH(bool, dark);
        const Colors& colors = dark ? Colors::dark_ones() : Colors::light();
        for (int hue = 0; hue < curve_hues; hue++) {
            const QColor color = curve_color(CurveHue(hue), colors);
            QVERIFY2(contrast_ratio(color, colors.panel) >= 4.5, qPrintable(hue_name(CurveHue(hue))));
            for (int other = 0; other < hue; other++) QVERIFY(color != curve_color(CurveHue(other), colors));
        }
    }
    void linesDiffer() {
        QList<QPen> pens;
        for (int line = 0; line < curve_lines; line++) {
            const QPen pen = curve_pen(CurveHue::blue, CurveLine(line), Colors::light());
            QVERIFY(!pens.contains(pen));
            QVERIFY(!line_name(CurveLine(line)).isEmpty());
            pens << pen;
        }
    }
    void iconShowsTheColour() {
        const QPen pen = curve_pen(CurveHue::red, CurveLine::solid, Colors::light());
        const QImage image = curve_icon(pen, {28, 12}, 2).pixmap({28, 12}, 2).toImage();
        QCOMPARE(image.size(), QSize(56, 24));
        QCOMPARE(QColor(image.pixel(28, 13)).name(), pen.color().name());
        QCOMPARE(qAlpha(image.pixel(28, 2)), 0);
    }
};

QTEST_MAIN(CurvePenTest)
#include "curve_pen_test.moc"
