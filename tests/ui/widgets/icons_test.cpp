// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "ui/widgets/colors.h"
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QSvgRenderer>
#include <QtTest>

using namespace sallyport;

static int drawn_pixels(const QImage& image) {
    int drawn = 0;
    for (int y = 0; y < image.height(); y++)
        for (int x = 0; x < image.width(); x++) drawn += qAlpha(image.pixel(x, y)) > 128;
    return drawn;
}

class IconsTest : public QObject {
    Q_OBJECT
private slots:
    void every_file_is_in_the_program_and_draws_data() {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(SALLYPORT_SOURCE_DIR "/resources/icons").entryList({"*.svg"}))
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
    void every_file_is_in_the_program_and_draws() {
        QFETCH(QString, name);
        const QIcon made = name == "sallyport" ? application_icon() : icon(name);
        QVERIFY(!made.isNull());
        QVERIFY2(QSvgRenderer(QString(":/icons/%1.svg").arg(name)).isValid(), "not a valid SVG, or not named in sallyport.qrc");
        const QImage image = made.pixmap(48, 48).toImage();
        QVERIFY2(drawn_pixels(image) > 20, "draws nothing");
    }

    void an_icon_follows_the_palette() {
        const QIcon made = icon("stop");
        QGuiApplication::setPalette(Colors::light().palette());
        const QColor light = made.pixmap(24, 24).toImage().pixelColor(12, 12);
        QGuiApplication::setPalette(Colors::dark_ones().palette());
        const QColor dark = made.pixmap(24, 24).toImage().pixelColor(12, 12);
        QCOMPARE(light, Colors::light().text);
        QCOMPARE(dark, Colors::dark_ones().text);
        QCOMPARE(icon("stop", IconTint::drop).pixmap(24, 24).toImage().pixelColor(12, 12), Colors::dark_ones().drop.ink);
    }

    void an_unknown_name_is_told() {
        QTest::ignoreMessage(QtWarningMsg, "there is no icon no-such-icon in resources/icons");
        QVERIFY(icon("no-such-icon").isNull());
    }
};

QTEST_MAIN(IconsTest)
#include "icons_test.moc"
