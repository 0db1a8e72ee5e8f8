// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"
#include "ui/window/theme.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
struct Fixture {
    FilterEdit edit;
    Fixture() {
        edit.resize(600, 30);
        edit.show();
        edit.activateWindow();
        edit.setFocus();
        if (!QTest::qWaitForWindowExposed(&edit)) qFatal("not shown");
    }
    QAbstractItemView* popup() const { return edit.findChild<QCompleter*>()->popup(); }
    QStringList words() const {
        QStringList all;
        for (int row = 0; row < popup()->model()->rowCount(); row++) all << popup()->model()->index(row, 0).data().toString();
        return all;
    }
};
}  // namespace

class FilterEditTest : public QObject {
    Q_OBJECT
private slots:
    void validatesWhileTyping_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("validity");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("blank") << "   "
                               << "";
        QTest::newRow("right") << "tcp.port == 80"
                               << "good";
        QTest::newRow("wrong field") << "tcp.prot == 80"
                                     << "bad";
        QTest::newRow("unfinished") << "tcp.port =="
                                    << "bad";
    }
    void validatesWhileTyping() {
        QFETCH(QString, text);
        QFETCH(QString, validity);
        Fixture f;
        f.edit.setText(text);
        QCOMPARE(f.edit.property("validity").toString(), validity);
        QCOMPARE(f.edit.fault().has_value(), validity == QLatin1String("bad"));
        QCOMPARE(f.edit.faultText().isEmpty(), validity != QLatin1String("bad"));
    }

    void everyWordIsWholeInThePopup_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("fewest");
        QTest::addColumn<double>("zoom");
        QTest::newRow("one word") << "tcp.po" << 1 << 1.0;
        QTest::newRow("many") << "tcp." << 10 << 1.0;
        QTest::newRow("larger letters") << "tcp.po" << 1 << 1.6;
    }
    void everyWordIsWholeInThePopup() {
        QFETCH(QString, typed);
        QFETCH(int, fewest);
        QFETCH(double, zoom);
        Theme theme(*qApp);  // with its frame around the popup
        theme.set_look({.zoom = zoom});
        Fixture f;
        QTest::keyClicks(&f.edit, typed);
        QTRY_VERIFY(f.popup()->isVisible());
        const auto* list = qobject_cast<QListView*>(f.popup());
        const int rows = list->model()->rowCount();
        QVERIFY(rows >= fewest);
        const QRect room = list->viewport()->rect();
        const QRect last = list->visualRect(list->model()->index(std::min(rows, 12) - 1, 0));
        QVERIFY2(last.height() >= list->fontMetrics().height() && last.bottom() <= room.bottom(),
                 qPrintable(QStringLiteral("row to %1 of %2").arg(last.bottom()).arg(room.bottom())));
        qApp->setStyleSheet({});
    }

    void namesColumnReasonAndSuggestion() {
        Fixture f;
        f.edit.setText(QStringLiteral("arp && tcp.prot == 80"));
        QVERIFY2(f.edit.faultText().contains(QLatin1String("Column 8")), qPrintable(f.edit.faultText()));
        QVERIFY(f.edit.faultText().contains(QLatin1String("tcp.port")));
        f.edit.takeSuggestion();
        QCOMPARE(f.edit.text(), QStringLiteral("arp && tcp.port == 80"));
        QVERIFY(!f.edit.fault());
    }

    void countsColumnsInLettersNotBytes() {
        Fixture f;
        f.edit.setText(QStringLiteral("http.host == \"müller\" && tcp.prot == 80"));
        QVERIFY2(f.edit.faultText().contains(QLatin1String("Column 26")), qPrintable(f.edit.faultText()));
        f.edit.takeSuggestion();
        QCOMPARE(f.edit.text(), QStringLiteral("http.host == \"müller\" && tcp.port == 80"));
    }

    void appliesOnlyWhatIsRight() {
        Fixture f;
        QSignalSpy applied(&f.edit, &FilterEdit::applied);
        f.edit.setText(QStringLiteral(" tcp "));
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied[0][0].toString(), QStringLiteral("tcp"));
        f.edit.setText(QStringLiteral("tcp &&"));
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
    }

    void completesNames() {
        Fixture f;
        QTest::keyClicks(&f.edit, QStringLiteral("arp && tcp.dstp"));
        QVERIFY(f.popup()->isVisible());
        QVERIFY2(f.words().contains(QLatin1String("tcp.dstport")), qPrintable(f.words().join(QLatin1Char(' '))));
        QTest::keyClick(f.popup(), Qt::Key_Down);
        const QString chosen = f.popup()->currentIndex().data().toString();
        QTest::keyClick(f.popup(), Qt::Key_Return);
        QCOMPARE(f.edit.text(), QStringLiteral("arp && ") + chosen);
        QVERIFY(!f.popup()->isVisible());
    }

    void enterWithoutAChoiceApplies() {
        Fixture f;
        QSignalSpy applied(&f.edit, &FilterEdit::applied);
        QTest::keyClicks(&f.edit, QStringLiteral("tcp"));
        QVERIFY(f.popup()->isVisible());  // tcp.ack, tcp.port … could follow
        QTest::keyClick(f.popup(), Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        QVERIFY(!f.popup()->isVisible());
    }

    void offersTheHistory() {
        Fixture f;
        f.edit.setHistory({QStringLiteral("dns"), QStringLiteral("arp || icmp")});
        QTest::keyClick(&f.edit, Qt::Key_Down);
        QVERIFY(f.popup()->isVisible());
        QCOMPARE(f.words(), QStringList({QStringLiteral("dns"), QStringLiteral("arp || icmp")}));
        QTest::keyClick(f.popup(), Qt::Key_Down);
        QTest::keyClick(f.popup(), Qt::Key_Down);
        QTest::keyClick(f.popup(), Qt::Key_Return);
        QCOMPARE(f.edit.text(), QStringLiteral("arp || icmp"));
    }

    void paintsItsDetail() {
        Fixture f;
        const QImage before = f.edit.grab().toImage();
        f.edit.setDetail(QStringLiteral("14 of 59"));
        QVERIFY(f.edit.grab().toImage() != before);
    }
};

QTEST_MAIN(FilterEditTest)
#include "filter_edit_test.moc"
