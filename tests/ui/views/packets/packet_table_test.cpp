// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/packets/packet_table.h"
#include "ui/sample_packets.h"
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
struct Fixture {
    std::shared_ptr<PacketStore> store;
    PacketListModel model;
    PacketTable table{&model};
    explicit Fixture(std::size_t count, StoreBudget budget = {}) : store(sample::store_of(count, budget)) {
        model.setStore(store);
        table.resize(900, 400);
        table.show();
        if (!QTest::qWaitForWindowExposed(&table)) qFatal("not shown");
    }
    void arrive(std::size_t count) {
        sample::append_packets(*store, count);
        table.advance();
        QCoreApplication::processEvents();
    }
    bool atEnd() const { return table.verticalScrollBar()->value() == table.verticalScrollBar()->maximum(); }
};
}  // namespace

class PacketTableTest : public QObject {
    Q_OBJECT
private slots:
    void followsTheLiveEnd() {
        Fixture f(500);
        f.table.setFollows(false);
        f.table.setFollows(true);
        f.arrive(500);
        QVERIFY(f.atEnd());
        f.arrive(500);
        QVERIFY(f.atEnd());
        QVERIFY(f.table.follows());
    }

    void takesInAFloodNoFasterThanItCanBeRead() {
        Fixture f(500);
        int takes = 0;
        connect(&f.model, &QAbstractItemModel::rowsInserted, this, [&] { takes++; });
        for (int frame = 0; frame < 200; frame++) f.arrive(500);  // no time passes between these frames to speak of
        QTRY_COMPARE(f.model.rowCount(), 500 + 200 * 500);        // no frame comes any more, and yet all of them are shown
        QVERIFY2(takes < 200, qPrintable(QString::number(takes)));
        QVERIFY(f.atEnd());
    }

    void stopsFollowingWhenSomebodyLooksElsewhere() {
        Fixture f(500);
        f.arrive(10);
        QVERIFY(f.atEnd());
        QSignalSpy changed(&f.table, &PacketTable::followsChanged);
        f.table.verticalScrollBar()->setValue(10);
        QVERIFY(!f.table.follows());
        f.arrive(500);
        QCOMPARE(f.table.verticalScrollBar()->value(), 10);
        f.table.verticalScrollBar()->setValue(f.table.verticalScrollBar()->maximum());
        QVERIFY(f.table.follows());
        QCOMPARE(changed.size(), 2);
    }

    void stopsFollowingWhenAPacketIsClicked() {
        Fixture f(500);
        f.arrive(10);
        const QRect row = f.table.visualRect(f.model.index(f.model.rowCount() - 3, 0));
        QSignalSpy current(&f.table, &PacketTable::currentPacketChanged);
        QTest::mouseClick(f.table.viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(!f.table.follows());
        QCOMPARE(current.last()[0].toInt(), 507);
    }

    /// Lets so many packets come that the first ones are rolled off, few a frame: each is taken in, and an eighth of the list goes at once.
    static void rollOff(Fixture& f, std::size_t packet) {
        for (int frame = 0; frame < 1000 && f.model.packetOf(0) <= packet; frame++) {
            f.arrive(12);
            QTest::qWait(1);
        }
        QVERIFY2(f.model.packetOf(0) > packet, "it is still listed");
    }
    void aPacketThatIsRolledOffLeavesTheEndFollowed() {
        Fixture f(500, {.seconds = 1});
        f.table.goTo(450);
        f.table.setFollows(true);
        f.arrive(10);
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(450));
        QSignalSpy current(&f.table, &PacketTable::currentPacketChanged);
        QSignalSpy follows(&f.table, &PacketTable::followsChanged);
        rollOff(f, 450);
        rollOff(f, f.model.packetOf(0));
        QTRY_VERIFY(f.atEnd());
        QVERIFY(f.table.follows());
        QCOMPARE(follows.size(), 0);
        QCOMPARE(current.size(), 0);  // no other took its place
        QVERIFY(!f.table.currentPacket());
        QVERIFY(f.table.selectedPackets().empty());
    }

    void aPacketThatIsRolledOffLeavesTheListWhereItIs() {
        Fixture f(5000, {.seconds = 5});
        f.table.setFollows(false);
        f.table.goTo(10);
        const std::size_t looked_at = 4000;
        f.table.verticalScrollBar()->setValue(int(looked_at));
        QSignalSpy current(&f.table, &PacketTable::currentPacketChanged);
        rollOff(f, 10);
        QVERIFY2(f.model.packetOf(0) < looked_at, "the test let too many come");
        QCOMPARE(f.model.packetOf(f.table.verticalScrollBar()->value()), looked_at);
        QVERIFY(!f.table.follows());
        QCOMPARE(current.size(), 0);
        QVERIFY(!f.table.currentPacket());
    }

    void focusSelectsNothing() {
        Fixture f(50);
        QSignalSpy current(&f.table, &PacketTable::currentPacketChanged);
        QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason);
        QCoreApplication::sendEvent(&f.table, &in);
        QCOMPARE(current.size(), 0);
        QVERIFY(!f.table.currentPacket());
        QTest::keyClick(&f.table, Qt::Key_PageDown);
        QVERIFY(f.table.currentPacket());
    }

    void goesToPackets() {
        Fixture f(500);
        QVERIFY(f.table.goTo(250));
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(250));
        QVERIFY(f.table.viewport()->rect().intersects(f.table.visualRect(f.table.currentIndex())));
        QVERIFY(f.table.goTo(100000));
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(499));
    }

    void keepsTheCurrentPacketUnderAFilter() {
        Fixture f(500);
        f.table.setFollows(false);
        f.table.goTo(200);  // a ping: 200 % 3 == 2
        auto run = std::make_shared<FilterRun>(f.store, std::make_shared<const Filter>(std::move(*Filter::compile("icmp"))), 1);
        QTRY_VERIFY(run->progress().caught_up);
        f.table.setFilterRun(run);
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(200));
        f.table.setFilterRun(nullptr);
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(200));
    }

    void findsThePacketAgainThatAnotherFilterHid() {
        Fixture f(500);
        f.table.setFollows(false);
        const auto show = [&](const char* filter) {
            auto run = std::make_shared<FilterRun>(f.store, std::make_shared<const Filter>(std::move(*Filter::compile(filter))), 1);
            QTRY_VERIFY(run->progress().caught_up);
            f.table.setFilterRun(run, 499);
        };
        show("icmp");
        QVERIFY(!f.table.currentPacket());
        show("tcp");  // 499 % 3 == 1
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(499));
        QVERIFY(f.table.viewport()->rect().contains(f.table.visualRect(f.table.currentIndex())));
    }

    /// Of a large file a run has found only the first packets when they are shown.
    void findsThePacketWhenTheFilterComesThere() {
        Fixture f(500);
        f.table.setFollows(false);
        auto run = std::make_shared<FilterRun>(f.store, std::make_shared<const Filter>(std::move(*Filter::compile("icmp"))), 1);
        QTRY_VERIFY(run->progress().caught_up);
        f.table.setFilterRun(run, 503);  // a ping that the run did not see yet
        QVERIFY(!f.table.currentPacket());
        sample::append_packets(*f.store, 100);
        QTRY_VERIFY((f.table.advance(), f.table.currentPacket() == std::optional<std::size_t>(503)));
        QVERIFY(f.table.viewport()->rect().contains(f.table.visualRect(f.table.currentIndex())));
        f.table.setFilterRun(nullptr);
        f.table.setFilterRun(run, 605);
        f.table.verticalScrollBar()->setValue(3);  // somebody looks elsewhere
        sample::append_packets(*f.store, 100);
        QTRY_VERIFY((f.table.advance(), f.model.rowOf(605).has_value()));
        QVERIFY(!f.table.currentPacket());
        QCOMPARE(f.table.verticalScrollBar()->value(), 3);
    }

    void stepsFromAPacketThatTheFilterHides() {
        Fixture f(500);
        f.table.setFollows(false);
        auto run = std::make_shared<FilterRun>(f.store, std::make_shared<const Filter>(std::move(*Filter::compile("icmp"))), 1);
        QTRY_VERIFY(run->progress().caught_up);
        f.table.setFilterRun(run);  // pings are 2, 5, 8, …
        const auto steps = [&](int by, std::size_t from) {
            f.table.setCurrentIndex({});
            f.table.step(by, from);
            return f.table.currentPacket().value_or(0);
        };
        QCOMPARE(steps(1, 201), std::size_t(203));
        QCOMPARE(steps(-1, 201), std::size_t(200));
        QCOMPARE(steps(-1, 0), std::size_t(2));
        QCOMPARE(steps(1, 499), std::size_t(497));
        f.table.step(-1);
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(494));
        f.table.setCurrentIndex({});
        QSignalSpy asked(&f.table, &PacketTable::stepRequested);
        QTest::keyClick(&f.table, Qt::Key_Down);
        QCOMPARE(asked.size(), 1);
    }

    void walksByKeyboard() {
        Fixture f(500);
        f.table.setFollows(false);
        f.table.goToRow(5);
        QTest::keyClick(&f.table, Qt::Key_Down);
        QCOMPARE(f.table.currentIndex().row(), 6);
        QTest::keyClick(&f.table, Qt::Key_Home);
        QCOMPARE(f.table.currentIndex().row(), 0);
        QTest::keyClick(&f.table, Qt::Key_End);
        QCOMPARE(f.table.currentIndex().row(), 499);
    }

    void copiesRows() {
        Fixture f(30);
        f.table.goToRow(0);
        f.table.selectionModel()->select(f.model.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(f.table.selectedPackets(), std::vector<std::size_t>({0, 2}));
        const QStringList lines = f.table.selectedText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QLatin1String("1\t0.000000\t10.77.0.10\t10.77.0.2\tDNS\t")));
    }

    void changesColumnsAndRemembersThem() {
        Fixture f(30);
        f.table.goTo(7);
        auto columns = standard_columns();
        columns.insert(6, {PacketColumn::Kind::field, QStringLiteral("ip.ttl")});
        f.table.setColumns(columns);
        QCOMPARE(f.table.currentPacket(), std::optional<std::size_t>(7));
        f.table.horizontalHeader()->resizeSection(2, 222);
        const QByteArray state = f.table.columnState();
        PacketTable again(&f.model);
        again.setColumns(columns, state);
        QCOMPARE(again.horizontalHeader()->sectionSize(2), 222);
    }

    /// What stands in the column of numbers, cut or not.
    static int roomForNumbers(const Fixture& f) {
        constexpr int margins = 16;
        return f.table.columnWidth(f.model.columnOf(PacketColumn::Kind::number)) - margins;
    }
    void numbersAreNotCut() {
        Fixture f(1000);
        const QFontMetrics metrics = f.table.fontMetrics();
        const int first = roomForNumbers(f);
        QVERIFY(first >= metrics.horizontalAdvance(QStringLiteral("888888")));
        f.arrive(1'000'000);
        QTRY_COMPARE(f.model.rowCount(), 1'001'000);
        QVERIFY(roomForNumbers(f) >= metrics.horizontalAdvance(QStringLiteral("8888888")));
        f.table.setColumns(standard_columns());
        QVERIFY(roomForNumbers(f) >= metrics.horizontalAdvance(QStringLiteral("8888888")));
    }
    void aWidthThatSomebodyChoseStays() {
        Fixture f(1000);
        f.table.setColumnWidth(0, 41);
        f.arrive(1'000'000);
        QTRY_COMPARE(f.model.rowCount(), 1'001'000);
        QCOMPARE(f.table.columnWidth(0), 41);
    }
    static int roomForTimes(const Fixture& f) { return f.table.columnWidth(f.model.columnOf(PacketColumn::Kind::time)) - 16; }
    void timesAreNotCut() {
        Fixture f(100);
        const auto needs = [&](const char* time) { return f.table.fontMetrics().horizontalAdvance(QLatin1String(time)); };
        const int usual = roomForTimes(f);
        QVERIFY(usual >= needs("9999.999999"));
        const auto late = sample::ping();
        QVERIFY(f.store->append(sample::record_at(std::int64_t{1'000'000} * 1'000'000, late.size()), late));
        f.table.advance();
        QTRY_COMPARE(f.model.rowCount(), 101);
        QCOMPARE(f.model.index(100, f.model.columnOf(PacketColumn::Kind::time)).data().toString(), QStringLiteral("1000000.000000"));
        QVERIFY(roomForTimes(f) >= needs("1000000.000000"));
        f.model.setTimeFormat(TimeFormat::date_and_time);
        QVERIFY(roomForTimes(f) >= needs("2020-10-10 20:20:20.000000"));
        f.model.setTimeFormat(TimeFormat::since_first);
        QVERIFY(roomForTimes(f) < needs("2020-10-10 20:20:20.000000"));
        f.table.setColumnWidth(f.model.columnOf(PacketColumn::Kind::time), 41);
        f.model.setTimeFormat(TimeFormat::epoch);
        QCOMPARE(roomForTimes(f), 41 - 16);  // somebody chose it
    }
    void columnsGrowWithTheLetters() {
        Fixture f(1000);
        const int source = f.table.columnWidth(2);
        QFont font = f.table.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        f.table.setFont(font);
        QVERIFY2(f.table.columnWidth(2) > 1.7 * source, qPrintable(QString::number(f.table.columnWidth(2))));
        QVERIFY(roomForNumbers(f) >= f.table.fontMetrics().horizontalAdvance(QStringLiteral("888888")));
        f.arrive(1'000'000);
        QTRY_COMPARE(f.model.rowCount(), 1'001'000);
        QVERIFY(roomForNumbers(f) >= f.table.fontMetrics().horizontalAdvance(QStringLiteral("8888888")));
    }

    void asksForAMenu() {
        Fixture f(30);
        QSignalSpy menu(&f.table, &PacketTable::menuRequested);
        const QModelIndex cell = f.model.index(4, 3);
        QContextMenuEvent event(QContextMenuEvent::Mouse, f.table.visualRect(cell).center() - QPoint(0, 0),
                                f.table.viewport()->mapToGlobal(f.table.visualRect(cell).center()));
        QCoreApplication::sendEvent(f.table.viewport(), &event);
        QCOMPARE(menu.size(), 1);
        QCOMPARE(menu[0][1].toInt(), 4);
        QCOMPARE(menu[0][2].toInt(), 3);
    }
};

QTEST_MAIN(PacketTableTest)
#include "packet_table_test.moc"
