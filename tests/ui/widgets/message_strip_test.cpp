// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_strip.h"
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

class MessageStripTest : public QObject {
    Q_OBJECT
private slots:
    void tellsAndOffers() {
        QWidget window;
        window.resize(900, 600);
        window.show();
        MessageStrip strip(&window);
        QVERIFY(!strip.isVisible());
        int undone = 0;
        strip.tell(MessageStrip::Kind::done, QStringLiteral("Dropping from now on"), {{QStringLiteral("Undo"), [&] { undone++; }}});
        QVERIFY(strip.isVisible());
        QVERIFY(window.rect().contains(strip.geometry()));
        for (auto* button : strip.findChildren<QToolButton*>())
            if (button->text() == QLatin1String("Undo")) button->click();
        QCOMPARE(undone, 1);
        QVERIFY(!strip.isVisible());
    }

    void staysInsideASmallWindow() {
        QWidget window;
        window.resize(460, 300);
        window.show();
        MessageStrip strip(&window);
        strip.tell(MessageStrip::Kind::trouble,
                   QStringLiteral("A long story of what went wrong and of what can be done about it. ").repeated(6));
        QVERIFY2(window.rect().contains(strip.geometry()), qPrintable(QStringLiteral("%1 x %2").arg(strip.width()).arg(strip.height())));
        window.resize(800, 500);
        QCoreApplication::processEvents();
        QVERIFY(window.rect().contains(strip.geometry()));
    }

    void replacesWhatWasThere() {
        QWidget window;
        window.resize(900, 600);
        window.show();
        MessageStrip strip(&window);
        strip.tell(MessageStrip::Kind::notice, QStringLiteral("one"), {{QStringLiteral("First"), [] {}}});
        strip.tell(MessageStrip::Kind::notice, QStringLiteral("two"), {{QStringLiteral("Second"), [] {}}});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList words;
        for (auto* button : strip.findChildren<QToolButton*>()) words << button->text();
        QVERIFY(!words.contains(QLatin1String("First")) && words.contains(QLatin1String("Second")));
        QCOMPARE(strip.text(), QStringLiteral("two"));
    }
};

QTEST_MAIN(MessageStripTest)
#include "message_strip_test.moc"
