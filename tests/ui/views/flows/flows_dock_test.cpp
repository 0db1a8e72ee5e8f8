// SPDX-License-Identifier: GPL-3.0-or-later
// The flow list over real sessions: a recorded capture of the practice network, and files replayed through rules.
#include "ui/views/flows/flows_dock.h"
#include "engine/flow/flow_packets.h"
#include "ui/sample_packets.h"
#include "ui/views/flows/flow_list_view.h"
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <ctime>

using namespace sallyport;

class FlowsDockTest : public QObject {
    Q_OBJECT
    static constexpr int patience = 60'000;  // milliseconds, on a busy machine
    QTemporaryDir directory_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<FlowsDock> dock_;
    std::unique_ptr<QAbstractItemModelTester> tester_;

    FlowListModel* model() const { return dock_->model(); }
    FlowListView* view() const { return dock_->view(); }
    QLineEdit* search() const { return dock_->findChild<QLineEdit*>(); }
    QComboBox* kind() const { return dock_->findChild<QComboBox*>(); }
    QString text(int row, int column) const { return model()->index(row, column).data().toString(); }
    bool isWhole() const {
        const std::size_t packets = bridge_->store()->count();
        return bridge_->state() == SessionState::ended && packets && model()->snapshot() && model()->snapshot()->scanned == packets;
    }
    void open(Source source) {
        QVERIFY(bridge_->start(std::move(source)));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patience);
    }
    static std::string practice() { return SALLYPORT_SOURCE_DIR "/tests/captures/practice.pcapng"; }
    QString sample_file() {
        const QString path = directory_.filePath("sample.pcapng");
        if (!QFile::exists(path)) sample::write_file(path, 300);
        return path;
    }
    int rowWith(const QString& words) const {
        for (int row = 0; row < model()->rowCount(); row++)
            for (int column = 0; column < model()->columnCount(); column++)
                if (text(row, column).contains(words)) return row;
        return -1;
    }
    std::uint64_t matching(const QString& filter) const {
        auto compiled = Filter::compile(filter.toStdString());
        if (!compiled) qFatal("%s", qPrintable(filter));
        FilterRunner runner(*compiled);
        std::uint64_t count = 0;
        const auto store = bridge_->store();
        store->visit(0, store->count(), [&](std::size_t, const PacketRecord& record, Bytes bytes) {
            count += runner.matches({.bytes = bytes, .link_type = record.link_type, .record = &record});
            return true;
        });
        return count;
    }

private slots:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path()); }
    void init() {
        QSettings().clear();
        bridge_ = std::make_unique<SessionBridge>();
        dock_ = std::make_unique<FlowsDock>(bridge_.get());
        tester_ = std::make_unique<QAbstractItemModelTester>(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        dock_->resize(1100, 400);
        dock_->show();
        QVERIFY(QTest::qWaitForWindowExposed(dock_.get()));
        dock_->activateWindow();
    }
    void cleanup() {
        tester_.reset();
        dock_.reset();
        bridge_.reset();
    }

    void listsTheFlowsOfACapture() {
        open(FileSource{practice()});
        QVERIFY(model()->rowCount() > 10);
        std::uint64_t packets = 0;
        for (auto& flow : model()->snapshot()->flows) packets += flow.packets();
        QCOMPARE(packets, std::uint64_t(bridge_->store()->count()));
        QVERIFY(rowWith("HTTP") >= 0 && rowWith("DNS") >= 0 && rowWith("TLS") >= 0 && rowWith("mail.example") >= 0);
    }

    /// For each flow of the capture: the filter that is asked for shows just its packets.
    void showsThePacketsOfAFlow() {
        open(FileSource{practice()});
        QSignalSpy asked(dock_.get(), &FlowsDock::filterRequested);
        for (int row = 0; row < model()->rowCount(); row++) {
            view()->select(row);
            view()->setFocus();
            QTest::keyClick(view(), Qt::Key_Return);
            QCOMPARE(asked.size(), row + 1);
            const Flow flow = *model()->flow(row);
            std::uint64_t same = 0;  // a later flow with the same ends has the same filter
            for (auto& other : model()->snapshot()->flows)
                if (other.key == flow.key) same += other.packets();
            QCOMPARE(matching(asked.last()[0].toString()), same);
        }
    }

    void keysAskForRules() {
        open(FileSource{sample_file().toStdString()});
        QCOMPARE(model()->rowCount(), 3);
        QSignalSpy rules(dock_.get(), &FlowsDock::ruleRequested), packets(dock_.get(), &FlowsDock::packetRequested);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_D);
        QVERIFY2(rules.isEmpty(), "nothing was selected");
        view()->select(rowWith("DNS"));
        QTest::keyClick(view(), Qt::Key_D);
        QCOMPARE(rules.size(), 1);
        QCOMPARE(rules[0][0].toString(), "drop");
        QCOMPARE(matching(rules[0][1].toString()), std::uint64_t(100));
        QCOMPARE(rules[0][2].toString(), "DNS from 10.77.0.10:40000 to 10.77.0.2:53");
        QTest::keyClick(view(), Qt::Key_A);
        QCOMPARE(rules[1][0].toString(), "accept");
        view()->select(rowWith("HTTP") >= 0 ? rowWith("HTTP") : rowWith("TCP"));
        QTest::keyClick(view(), Qt::Key_G);
        QCOMPARE(packets.size(), 1);
        QCOMPARE(packets[0][0].toULongLong(), 1ull);
        view()->selectAll();
        QTest::keyClick(view(), Qt::Key_D);
        QCOMPARE(matching(rules.last()[1].toString()), std::uint64_t(300));
        QTest::keyClick(search(), Qt::Key_D);
        QCOMPARE(rules.size(), 3);
        QCOMPARE(search()->text(), "d");
    }

    void copies() {
        open(FileSource{sample_file().toStdString()});
        view()->setFocus();
        view()->select(rowWith("DNS"));
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("DNS\t10.77.0.10:40000\t10.77.0.2:53\tads.example\t100\t"));
    }

    void sortsByAClickOnTheHeading() {
        open(FileSource{practice()});
        auto* header = view()->horizontalHeader();
        const auto click = [&](int column) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionViewportPosition(column) + 12, 8));
        };
        view()->select(3);
        const auto id = model()->flow(3)->id;
        click(FlowListModel::packets);
        const auto in_order = [&] {
            for (int row = 1; row < model()->rowCount(); row++) {
                const auto before = model()->flow(row - 1)->packets(), now = model()->flow(row)->packets();
                if (header->sortIndicatorOrder() == Qt::AscendingOrder ? before > now : before < now) return false;
            }
            return model()->snapshot()->query.order == FlowOrder::packets;
        };
        QTRY_VERIFY_WITH_TIMEOUT(in_order(), patience);
        click(FlowListModel::packets);
        QTRY_VERIFY_WITH_TIMEOUT(
            in_order() && model()->snapshot()->query.descending == (header->sortIndicatorOrder() == Qt::DescendingOrder), patience);
        QCOMPARE(view()->selectedFlows().size(), std::size_t(1));
        QCOMPARE(model()->flow(view()->selectedFlows()[0])->id, id);
    }

    void searchesAndTellsWhyNothingIsThere() {
        open(FileSource{practice()});
        const int all = model()->rowCount();
        search()->setText("mail.example");
        QTRY_VERIFY_WITH_TIMEOUT(model()->rowCount() > 0 && model()->rowCount() < all, patience);
        for (auto& flow : model()->snapshot()->flows) QVERIFY(flow.title && *flow.title == "mail.example");
        search()->setText("nobody has this");
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 0, patience);
        search()->clear();
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), all, patience);
    }

    void verdictsComeFromRules() {
        RuleList list = *RuleList::parse("drop when icmp  # no pings\n");
        list.rules[0].id = bridge_->newRuleId();
        QVERIFY(!bridge_->changeRules(list, "test"));
        open(ReplaySource{.path = sample_file().toStdString()});
        const int ping = rowWith("ICMP");
        QVERIFY(ping >= 0);
        QCOMPARE(text(ping, FlowListModel::verdict), "drop");
        QCOMPARE(text(ping, FlowListModel::rule), "no pings");
        QCOMPARE(text(rowWith("DNS"), FlowListModel::verdict), "accept");
        kind()->setCurrentIndex(2);
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 1, patience);
        QCOMPARE(text(0, FlowListModel::protocol), "ICMP");
    }

    void findsTheFlowOfAPacket() {
        open(FileSource{sample_file().toStdString()});
        for (const std::size_t packet : {0, 1, 2, 151}) {
            dock_->selectFlowOf(packet);
            QCOMPARE(view()->selectedFlows().size(), std::size_t(1));
            QCOMPARE(model()->flow(view()->selectedFlows()[0])->first_packet, std::uint64_t(packet % 3));
        }
        search()->setText("DNS");
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 1, patience);
        dock_->selectFlowOf(2);  // its flow is hidden by the search
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 3, patience);
        QTRY_COMPARE_WITH_TIMEOUT(view()->selectedFlows().size(), std::size_t(1), patience);
        QCOMPARE(model()->flow(view()->selectedFlows()[0])->first_packet, std::uint64_t(2));
        QVERIFY(search()->text().isEmpty());
    }

    void isBoundedAsTheUserSays() {
        open(FileSource{practice()});
        const int all = model()->rowCount();
        dock_->setMost(5);
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 5, patience);
        QCOMPARE(model()->snapshot()->evicted, std::uint64_t(all - 5));
        QCOMPARE(FlowsDock(bridge_.get()).most(), 5u);
    }

    void nothingRunsWhileNobodyLooks() {
        dock_->hide();
        QVERIFY(bridge_->start(FileSource{practice()}));
        QTRY_VERIFY_WITH_TIMEOUT(bridge_->state() == SessionState::ended, patience);
        QTest::qWait(300);
        QVERIFY(model()->snapshot() == nullptr);
        dock_->show();
        QTRY_VERIFY_WITH_TIMEOUT(isWhole() && model()->rowCount() > 10, patience);
    }

    void rowsDoNotMoveUnderThePointer() {
        open(FileSource{practice()});
        const QRect row = view()->visualRect(model()->index(2, 1));
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, row.center());
        const auto held = model()->snapshot();
        search()->setText("nobody has this");
        QTest::qWait(600);
        QVERIFY(model()->snapshot() == held);
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, row.center());
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 0, patience);
    }

    void everythingHasItsWords() {
        open(FileSource{practice()});
        for (auto* action : dock_->actions()) QVERIFY(!action->text().isEmpty() && !action->icon().isNull());
        for (QWidget* widget : {static_cast<QWidget*>(search()), static_cast<QWidget*>(kind()), static_cast<QWidget*>(view())})
            QVERIFY(!widget->accessibleName().isEmpty());
        QVERIFY(!dock_->packetAction()->text().isEmpty());
    }

    /// At any width: what no place is left for is cut in names and addresses first, and nothing has room to spare while another is cut.
    void columnsSuitWhatStandsInThem() {
        dock_->resize(3000, 400);
        open(ReplaySource{.path = practice()});
        QTRY_VERIFY_WITH_TIMEOUT(!view()->isColumnHidden(FlowListModel::verdict), patience);
        auto* header = view()->horizontalHeader();
        const auto wanted = [&](int column) {
            return std::max(static_cast<QAbstractItemView*>(view())->sizeHintForColumn(column), header->sectionSizeHint(column));
        };
        const auto elastic = [](int column) {
            return column == FlowListModel::name || column == FlowListModel::client || column == FlowListModel::server;
        };
        view()->forgetWidths();  // of what stood there while packets were counted
        int all = 0;
        for (int column = 0; column < FlowListModel::column_count; column++) all += wanted(column);
        QVERIFY(all < 3000);
        for (const int width : {3000, all + 10, all - 30, 600}) {
            dock_->resize(width, 400);
            QCoreApplication::processEvents();
            for (int column = 0; column < FlowListModel::column_count; column++) {
                const QByteArray what = QByteArray::number(width) + ": " + model()->headerData(column, Qt::Horizontal).toByteArray();
                QVERIFY2(elastic(column) || view()->columnWidth(column) >= wanted(column), what);
                QVERIFY2(column == FlowListModel::rule || view()->columnWidth(column) <= wanted(column), what);
            }
            QVERIFY(header->length() >= view()->viewport()->width());
        }
        dock_->resize(all - 30 + dock_->width() - view()->viewport()->width(), 400);
        QCoreApplication::processEvents();
        QCOMPARE(view()->viewport()->width(), all - 30);
        QCOMPARE(header->length(), all - 30);  // names and addresses have given way: nothing lies outside
    }

    void aChosenWidthStays() {
        open(FileSource{practice()});
        view()->setColumnWidth(FlowListModel::client, 77);
        dock_->resize(900, 400);
        open(FileSource{sample_file().toStdString()});
        QCOMPARE(view()->columnWidth(FlowListModel::client), 77);
        dock_->hide();  // it is remembered
        dock_ = std::make_unique<FlowsDock>(bridge_.get());
        dock_->resize(1100, 400);
        dock_->show();
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 3, patience);
        QCOMPARE(view()->columnWidth(FlowListModel::client), 77);
        QVERIFY(view()->columnWidth(FlowListModel::server) > 77);
    }

    void verdictsHaveColumnsWhereThereAreAny() {
        open(FileSource{practice()});  // the practice network's verdicts were recorded with it
        const bool recorded = model()->snapshot()->judged;
        QCOMPARE(view()->isColumnHidden(FlowListModel::verdict), !recorded);
        open(FileSource{sample_file().toStdString()});
        QTRY_VERIFY_WITH_TIMEOUT(view()->isColumnHidden(FlowListModel::verdict) && view()->isColumnHidden(FlowListModel::rule), patience);
        open(ReplaySource{.path = sample_file().toStdString()});
        QTRY_VERIFY_WITH_TIMEOUT(!view()->isColumnHidden(FlowListModel::verdict) && !view()->isColumnHidden(FlowListModel::rule), patience);
    }

    /// A hundred thousand flows, some selected, in another order five times a second: the window's thread takes the new rows and
    /// paints them within a frame or so (processor time, so that a busy machine does not matter; generous for sanitizers).
    void aHundredThousandFlowsStaySmooth() {
        constexpr std::uint32_t count = 100'000;
        FlowFeed feed(count);
        for (std::uint32_t i = 0; i < count; i++) feed.datagram(0x0a000000 + i * 7919 % count, 5000, 0xc0a80002, 2000);
        std::vector<std::shared_ptr<const FlowSnapshot>> snapshots;
        for (const FlowOrder order : {FlowOrder::started, FlowOrder::client, FlowOrder::bytes}) {
            auto made = std::make_shared<FlowSnapshot>();
            made->flows = select_flows(feed.tracker.table(), {order, order == FlowOrder::client});
            for (auto& flow : made->flows) made->ids.push_back(flow.id);
            made->listed = count;
            snapshots.push_back(made);
        }
        tester_.reset();  // it asks for every cell
        model()->setSnapshot(snapshots.back());
        QCOMPARE(model()->rowCount(), int(count));
        for (int row = 0; row < 100; row += 10)
            view()->selectionModel()->select(model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const auto spent = [] {
            timespec now{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
            return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
        };
        constexpr int rounds = 30;
        const double before = spent();
        for (int i = 0; i < rounds; i++) {
            model()->setSnapshot(snapshots[std::size_t(i) % snapshots.size()]);
            view()->viewport()->repaint();
        }
        const double each = (spent() - before) / rounds;
        qInfo("%.2f ms of the window's thread each time", each);
        QVERIFY2(each < 100, QByteArray::number(each));
        QCOMPARE(view()->selectedFlows().size(), std::size_t(10));
    }

    void anotherCaptureStartsAfresh() {
        open(FileSource{practice()});
        view()->select(1);
        open(FileSource{sample_file().toStdString()});
        QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 3, patience);
        QVERIFY(view()->selectedFlows().empty());
    }
};

QTEST_MAIN(FlowsDockTest)
#include "flows_dock_test.moc"
