// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/start/start_view.h"
#include "ui/models/recent_files_model.h"
#include "ui/views/start/requirement_notice.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class StartViewTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    template <class W>
    static W* named(QWidget& parent, const QString& name) {
        for (W* found : parent.findChildren<W*>())
            if (found->accessibleName() == name) return found;
        return nullptr;
    }
    static int row_of(QListView* list, const QString& name) {
        for (int row = 0; row < list->model()->rowCount(); row++)
            if (list->model()->index(row, 0).data().toString() == name) return row;
        return -1;
    }

private slots:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory_.path());
    }

    void interfaces_are_this_machines_and_start_with_their_filter() {
        RecentFilesModel recent;
        StartView view(&recent);
        QSignalSpy chosen(&view, &StartView::interfacesChosen);
        view.resize(1200, 700);
        view.show();
        auto* list = named<QListView>(view, "Interfaces");
        QVERIFY(list);
        QTRY_VERIFY_WITH_TIMEOUT(row_of(list, "lo") >= 0, 20000);
        named<QLineEdit>(view, "Capture filter")->setText("  icmp ");
        list->setCurrentIndex(list->model()->index(row_of(list, "lo"), 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toStringList(), QStringList{"lo"});
        QCOMPARE(chosen[0][1].toString(), "icmp");
    }

    /// What is marked is what the button would watch, and Enter.
    void mark_and_button_agree() {
        RecentFilesModel recent;
        StartView view(&recent);
        QSignalSpy chosen(&view, &StartView::interfacesChosen);
        view.show();
        auto* list = named<QListView>(view, "Interfaces");
        QPushButton* watch = nullptr;
        for (auto* button : view.findChildren<QPushButton*>())
            if (button->text() == "Watch") watch = button;
        QVERIFY(list && watch && !watch->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, 20000);
        QVERIFY(list->currentIndex().isValid());
        QCOMPARE(list->selectionModel()->selectedIndexes(), QModelIndexList{list->currentIndex()});
        QVERIFY(watch->isEnabled());
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toStringList(), QStringList{list->currentIndex().data().toString()});
    }

    void every_way_in_works_by_keyboard() {
        RecentFilesModel recent;
        recent.add(directory_.filePath("a.pcap"));
        StartView view(&recent);
        QSignalSpy open(&view, &StartView::openRequested), firewall(&view, &StartView::firewallRequested);
        QSignalSpy practice(&view, &StartView::practiceRequested), file(&view, &StartView::fileChosen);
        view.show();
        for (auto* button : view.findChildren<QPushButton*>())
            if (button->isEnabled() && button->property("large").toBool()) QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(open.count(), 1);
        QCOMPARE(firewall.count(), 1);
        QCOMPARE(practice.count(), 1);
        auto* list = named<QListView>(view, "Recent files");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(file.count(), 1);
        QCOMPARE(file[0][0].toString(), directory_.filePath("a.pcap"));
    }

    void without_interfaces_it_says_so_in_a_small_card() {
        RecentFilesModel recent;
        StartView view(&recent);
        view.resize(1200, 800);
        view.ensurePolished();
        auto* list = named<QListView>(view, "Interfaces");
        view.takeSample({});
        QVERIFY(!list->isVisibleTo(&view));
        QVERIFY(!named<QLineEdit>(view, "Capture filter")->isVisibleTo(&view));
        bool told = false;
        for (auto* one : view.findChildren<QLabel*>())
            told |= one->isVisibleTo(&view) && one->text().startsWith("There is no network interface");
        QVERIFY(told);
        QVERIFY2(list->parentWidget()->maximumHeight() < 12 * view.fontMetrics().height(),
                 qPrintable(QString::number(list->parentWidget()->maximumHeight())));
        view.grab();  // laid out
        for (auto* one : view.findChildren<QLabel*>())
            if (one->text() == "Watch an interface") QVERIFY2(one->y() < one->height(), "the heading stands in a tall box");
        view.takeSample({InterfaceActivity{.name = "lo"}});
        QVERIFY(list->isVisibleTo(&view));
        QVERIFY(named<QLineEdit>(view, "Capture filter")->isVisibleTo(&view));
        QVERIFY(list->parentWidget()->maximumHeight() > 12 * view.fontMetrics().height());
    }

    void it_can_go_while_the_system_is_asked() {
        RecentFilesModel recent;
        for (int round = 0; round < 5; round++) {
            StartView view(&recent);
            view.show();
            QTest::qWait(round);
        }
    }

    void what_is_missing_is_told_with_its_remedy() {
        RequirementNotice notice;
        notice.show({{.name = words("capture"), .met = true}});
        QVERIFY(!notice.isVisible());
        notice.show({{.name = words("nfqueue"),
                      .met = false,
                      .why = words("you <may> not"),
                      .remedy = words("sudo setcap cap_net_admin+ep sallyport")},
                     {.name = words("tshark"),
                      .met = false,
                      .why = words("not installed"),
                      .remedy = words("install it: sudo apt install tshark; or do without")}});
        QVERIFY(notice.isVisible());
        QStringList words;
        for (auto* label : notice.findChildren<QLabel*>()) words << label->text();
        QVERIFY(words.join(' ').contains("2 things are missing"));
        QVERIFY2(words.join(' ').contains("you &lt;may&gt; not"), "what comes from the system is no markup");
        auto* copy = named<QPushButton>(notice, "Copy: sudo apt install tshark");
        QVERIFY(copy);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), "sudo apt install tshark");
        notice.show({});
        QVERIFY(!notice.isVisible());
    }
};

QTEST_MAIN(StartViewTest)
#include "start_view_test.moc"
