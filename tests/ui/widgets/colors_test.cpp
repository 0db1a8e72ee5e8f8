// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colors.h"
#include <QtTest>

using namespace sallyport;

class ColorsTest : public QObject {
    Q_OBJECT
private slots:
    void contrast_is_that_of_wcag() {
        QCOMPARE(contrast_ratio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast_ratio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast_ratio(0x777777, Qt::white) - 4.48) < 0.01);  // the well-known grey that just fails AA
    }

    void every_text_is_readable_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Colors* c : {&Colors::light(), &Colors::dark_ones()}) {
            const char* theme = c->dark ? "dark" : "light";
            const auto pair = [&](const char* what, const QColor& ink, const QColor& ground) {
                QTest::addRow("%s: %s", theme, what) << ink << ground;
            };
            const std::pair<const char*, QColor> grounds[] = {
                {"window", c->window}, {"panel", c->panel}, {"alternate", c->alternate}, {"hover", c->hover}};
            const std::pair<const char*, QColor> inks[] = {{"text", c->text},     {"muted", c->muted},   {"accept", c->accept.ink},
                                                           {"drop", c->drop.ink}, {"held", c->held.ink}, {"yours", c->yours.ink}};
            for (const auto& [ground_name, ground] : grounds)
                for (const auto& [ink_name, ink] : inks) pair(qPrintable(QString("%1 on %2").arg(ink_name, ground_name)), ink, ground);
            pair("accept pill", c->accept.ink, c->accept.fill);
            pair("drop pill", c->drop.ink, c->drop.fill);
            pair("held pill", c->held.ink, c->held.fill);
            pair("yours pill", c->yours.ink, c->yours.fill);
            pair("text on a selected rule", c->text, c->yours.fill);
            pair("muted on a selected rule", c->muted, c->yours.fill);
            pair("text in a filter that is right", c->text, c->accept.fill);
            pair("muted in a filter that is right", c->muted, c->accept.fill);
            pair("text in a filter that is wrong", c->text, c->drop.fill);
            for (const auto& [tone_name, tone] :
                 {std::pair("done", c->accept), std::pair("a notice", c->held), std::pair("trouble", c->drop)}) {
                pair(qPrintable(QString("text in a message of %1").arg(tone_name)), c->text, tone.fill);
                pair(qPrintable(QString("what is offered in a message of %1").arg(tone_name)), c->muted, tone.fill);
            }
            pair("primary button", c->on_accent, c->accent);
            pair("selection", c->on_selection, c->selection);
        }
    }
    void every_text_is_readable() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrast_ratio(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString("%1 on %2: %3, AA wants 4.5").arg(ink.name(), ground.name()).arg(ratio)));
    }

    void a_palette_finds_its_table() {
        QCOMPARE(&Colors::of(Colors::light().palette()), &Colors::light());
        QCOMPARE(&Colors::of(Colors::dark_ones().palette()), &Colors::dark_ones());
        QPalette foreign;
        foreign.setColor(QPalette::Window, 0x202020);
        foreign.setColor(QPalette::WindowText, 0xf0f0f0);
        QCOMPARE(&Colors::of(foreign), &Colors::dark_ones());
        QPalette transparent = Colors::light().palette();  // as a style sheet makes a label's
        transparent.setColor(QPalette::Window, Qt::transparent);
        QCOMPARE(&Colors::of(transparent), &Colors::light());
    }
};

QTEST_MAIN(ColorsTest)
#include "colors_test.moc"
