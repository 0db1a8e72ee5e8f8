// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/start/start_view.h"
#include "ui/models/recent_files_model.h"
#include "ui/views/start/kept_notice.h"
#include "ui/views/start/requirement_notice.h"
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
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
    void composingBeginsHere() {
        RecentFilesModel recent;
        StartView start(&recent);
        QSignalSpy asked(&start, &StartView::composeRequested);
        for (auto* button : start.findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Compose a packet")) button->click();
        QCOMPARE(asked.size(), 1);
    }

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

    void captures_that_were_kept_are_told_shown_and_removed() {
        qputenv("XDG_DATA_HOME", directory_.filePath("data").toLocal8Bit());
        RecentFilesModel recent;
        StartView view(&recent);
        auto* notice = view.findChild<KeptNotice*>();
        view.resize(1200, 700);
        view.show();
        QVERIFY(notice && !notice->isVisible());  // nothing is kept
        const QDir folder(kept_captures_folder());
        QVERIFY(folder.mkpath("."));
        const auto keep = [&](const QString& name, int bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes);
        };
        keep("one.pcapng", 3 * 1024 * 1024);
        view.refresh();
        QVERIFY(notice->isVisible());
        auto* words = notice->findChild<QLabel*>();
        QCOMPARE(words->text(), QString("1 capture was kept at a sudden end: 3\u00a0MB"));
        QVERIFY(words->toolTip().contains(folder.path()));
        keep("two.pcapng", 1024 * 1024);
        keep("notes.txt", 10);  // not ours
        view.refresh();
        QCOMPARE(words->text(), QString("2 captures were kept at sudden ends: 4\u00a0MB"));
        recent.add(folder.filePath("one.pcapng"));
        QPushButton* remove = nullptr;
        for (auto* button : notice->findChildren<QPushButton*>())
            if (button->text().startsWith("Remove")) remove = button;
        QVERIFY(remove);
        const auto answer = [&](QMessageBox::ButtonRole role) {  // to the question that comes
            QTimer::singleShot(0, &view, [role, &keep] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                QVERIFY(box && box->text() == "Remove the 2 captures that were kept?");
                keep("three.pcapng", 20);  // ended meanwhile
                for (auto* button : box->buttons())
                    if (box->buttonRole(button) == role) return button->click();
            });
            remove->click();
        };
        answer(QMessageBox::RejectRole);
        QVERIFY(QFile::remove(folder.filePath("three.pcapng")));
        QCOMPARE(folder.entryList(QDir::Files).size(), 3);
        answer(QMessageBox::DestructiveRole);
        QCOMPARE(folder.entryList(QDir::Files, QDir::Name), QStringList({"notes.txt", "three.pcapng"}));
        QCOMPARE(recent.index(0).data(RecentFilesModel::ExistsRole).toBool(), false);
        QCOMPARE(words->text(), QString("1 capture was kept at a sudden end: 20\u00a0B"));
        QVERIFY(remove_captures({folder.filePath("three.pcapng"), folder.filePath("gone.pcapng")}));
        view.refresh();
        QVERIFY(!notice->isVisible());
        QVERIFY(folder.mkpath("full.pcapng/inside"));
        const Status refused = remove_captures({folder.filePath("full.pcapng"), folder.filePath("notes.txt")});
        QVERIFY(!refused && refused.error().text().find("full.pcapng") != std::string::npos);
        QVERIFY(!folder.exists("notes.txt"));
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
