// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that come and go in the window, and what becomes of the packet that somebody looks at.
#include "ui/sample_packets.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/window_fixture.h"
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class FilteredListTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 300);
    }

    void filtersFromTheBar() {
        WindowFixture f;
        f.open(path_);
        QTest::keySequence(&f.window, QKeySequence(QStringLiteral("Ctrl+/")));
        QTest::keyClicks(f.window.filterBar()->edit(), QStringLiteral("icmp"));
        QTest::keyClick(f.window.filterBar()->edit(), Qt::Key_Return);
        QTRY_COMPARE(f.table()->packets()->rowCount(), 100);
        f.window.filterBar()->apply({});
        QTRY_COMPARE(f.table()->packets()->rowCount(), 300);
    }

    /// As somebody does who looks at one packet, tries a filter that hides it, and takes the filter away.
    void clearingAFilterComesBackToThePacket() {
        WindowFixture f;
        f.open(path_);
        auto* table = f.table();
        auto* edit = f.window.filterBar()->edit();
        const auto filter = [&](const QString& text) {
            QTest::keySequence(&f.window, QKeySequence(QStringLiteral("Ctrl+/")));
            edit->setText(text);
            QTest::keyClick(edit, Qt::Key_Return);
        };
        const auto inSight = [table] { return table->viewport()->rect().contains(table->visualRect(table->currentIndex())); };
        table->goTo(250);  // TCP
        for (int round = 0; round < 2; round++) {
            filter(QStringLiteral("icmp"));
            QTRY_COMPARE(table->packets()->rowCount(), 100);
            QVERIFY(!table->currentPacket());
            QCOMPARE(f.window.workspace()->focus()->detail()->packet.index, std::size_t(250));
            QVERIFY(table->viewport()->rect().intersects(table->visualRect(table->packets()->index(table->packets()->rowNear(250), 0))));
            filter(QStringLiteral("dns"));  // and another that hides it, too
            QTRY_COMPARE(table->packets()->packetOf(0), std::size_t(0));
            QVERIFY(!table->currentPacket());
            filter({});
            QTRY_COMPARE(table->packets()->rowCount(), 300);
            QCOMPARE(table->currentPacket(), std::optional<std::size_t>(250));
            QCOMPARE(table->selectedPackets(), std::vector<std::size_t>{250});
            QVERIFY(inSight());
        }
        QVERIFY(table->hasFocus());
    }

    void aFilterShowsItsFirstPacketWhileNobodyWentAnywhere() {
        WindowFixture f;
        f.open(path_);
        QTRY_COMPARE(f.table()->currentPacket(), std::optional<std::size_t>(0));
        f.window.filterBar()->apply(QStringLiteral("icmp"));
        QTRY_COMPARE(f.table()->packets()->rowCount(), 100);
        QTRY_COMPARE(f.table()->currentPacket(), std::optional<std::size_t>(2));
        QCOMPARE(f.window.workspace()->focus()->detail()->packet.index, std::size_t(2));
    }
};

QTEST_MAIN(FilteredListTest)
#include "filtered_list_test.moc"
