// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_strip.h"
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
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

    void growsWithItsLetters() {
        QWidget window;
        window.resize(700, 500);
        window.show();
        MessageStrip strip(&window);
        strip.tell(MessageStrip::Kind::notice, QStringLiteral("Packet 3 was dropped by the rule that somebody wrote. ").repeated(3));
        QCoreApplication::processEvents();
        const auto* words = strip.findChild<QLabel*>();
        const int before = strip.height();
        QFont larger = qApp->font();
        larger.setPointSizeF(larger.pointSizeF() * 1.5);
        const QFont usual = qApp->font();
        qApp->setFont(larger);
        QTRY_VERIFY2(strip.height() > before, qPrintable(QString::number(strip.height())));
        QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
        QVERIFY(window.rect().contains(strip.geometry()));
        qApp->setFont(usual);
        QTRY_COMPARE(strip.height(), before);
    }

    void whatStaysHidesNothing() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* content = new QWidget(&window);
        auto* room = new QWidget(&window);
        column->addWidget(content, 1);
        column->addWidget(room);
        MessageStrip strip(&window, room);
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto clear = [&] { return window.rect().contains(strip.geometry()) && !content->geometry().intersects(strip.geometry()); };
        const QString story = QStringLiteral("The rules file was changed by hand and has a wrong line. ");
        for (auto kind : {MessageStrip::Kind::notice, MessageStrip::Kind::trouble}) {
            strip.tell(kind, story);
            QTRY_VERIFY(clear());
            const int one_line = strip.height();
            strip.tell(kind, story.repeated(8));
            QTRY_VERIFY(clear() && strip.height() > one_line);
            window.resize(500, 400);
            QTRY_VERIFY(clear());
            strip.hide();
            QTRY_COMPARE(content->height(), window.height());
            window.resize(900, 600);
        }
        strip.tell(MessageStrip::Kind::trouble, story);
        strip.tell(MessageStrip::Kind::done, story);  // goes by itself: moves nothing
        QTRY_COMPARE(content->height(), window.height());
        QVERIFY(strip.isVisible());
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
