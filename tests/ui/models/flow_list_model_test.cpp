// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/flow_list_model.h"
#include "engine/flow/flow_packets.h"
#include "ui/models/verdict_label.h"
#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QtTest>
#include <random>
#include <set>

using namespace sallyport;

namespace {
constexpr std::uint32_t a = 0x0a000001, b = 0xc0a80002;
using Column = FlowListModel::Column;

std::shared_ptr<const FlowSnapshot> snapshot_of(const FlowFeed& feed, const FlowQuery& query = {}) {
    auto made = std::make_shared<FlowSnapshot>();
    made->flows = select_flows(feed.tracker.table(), query);
    for (auto& flow : made->flows) made->ids.push_back(flow.id);
    made->listed = feed.tracker.table().size();
    made->query = query;
    return made;
}

struct Fixture {
    FlowFeed feed{2000};
    FlowListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QItemSelectionModel selection{&model};

    void show(const FlowQuery& query = {}) { model.setSnapshot(snapshot_of(feed, query)); }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    std::set<std::uint64_t> selected() const {
        std::set<std::uint64_t> ids;
        for (auto& index : selection.selectedRows()) ids.insert(index.data(FlowListModel::FlowIdRole).toULongLong());
        return ids;
    }
};
}  // namespace

class FlowListModelTest : public QObject {
    Q_OBJECT

private slots:
    void showsAFlow() {
        Fixture f;
        f.model.setRuleNames([](std::uint32_t rule) { return rule == 7 ? QStringLiteral("no names") : QString(); });
        f.feed.record.reason = VerdictReason::standard;
        f.feed.datagram(a, 5000, b, 53, dns_question());
        f.feed.wait(75);
        f.feed.record.reason = VerdictReason::rule, f.feed.record.rule = 7, f.feed.record.verdict = Verdict::drop;
        f.feed.datagram(b, 53, a, 5000, ByteBuffer(2000));
        f.show();
        QCOMPARE(f.model.rowCount(), 2);  // the answer came too late: another flow
        QCOMPARE(f.text(0, Column::protocol), "DNS");
        QCOMPARE(f.text(0, Column::client), "10.0.0.1:5000");
        QCOMPARE(f.text(0, Column::server), "192.168.0.2:53");
        QCOMPARE(f.text(0, Column::name), "www.Example.com");
        QCOMPARE(f.text(0, Column::state), "idle");
        QCOMPARE(f.text(0, Column::verdict), "accept");
        QCOMPARE(f.text(0, Column::rule), "default");
        QCOMPARE(f.text(1, Column::bytes), QStringLiteral("2\u00a0kB"));
        QCOMPARE(f.text(1, Column::to_server), QStringLiteral("0\u00a0B"));
        QCOMPARE(f.text(1, Column::verdict), "drop");
        QCOMPARE(f.text(1, Column::rule), "no names");
        QCOMPARE(f.text(1, Column::state), "open");
        QCOMPARE(f.model.index(1, 0).data(FlowListModel::VerdictRole).value<VerdictKind>(), VerdictKind::drop);
        QVERIFY(f.model.index(0, 0).data(FlowListModel::EndedRole).toBool());
        QVERIFY(f.model.index(0, 0).data(Qt::ToolTipRole).toString().contains("10.0.0.1:5000"));
        for (int column = 0; column < f.model.columnCount(); column++) {
            QVERIFY(!f.model.headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(!f.model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void tellsOfMixedVerdicts() {
        Fixture f;
        f.feed.record.reason = VerdictReason::standard;
        for (int i = 0; i < 3; i++) f.feed.datagram(a, 5000, b, 2000);
        f.feed.record.verdict = Verdict::drop;
        f.feed.datagram(a, 5000, b, 2000);
        f.show();
        QCOMPARE(f.text(0, Column::verdict), "drop 1/4");
        f.feed.record.verdict = Verdict::accept, f.feed.record.reason = VerdictReason::failure;
        f.feed.datagram(a, 5000, b, 2000);
        f.show();
        QCOMPARE(f.text(0, Column::verdict), "accept 4/5");
        QCOMPARE(f.text(0, Column::rule), "failure policy");
        QCOMPARE(f.model.index(0, 0).data(FlowListModel::VerdictRole).value<VerdictKind>(), VerdictKind::failure);
    }

    void durations_data() {
        QTest::addColumn<qlonglong>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0ll << QStringLiteral("0.000\u00a0s");
        QTest::newRow("short") << 1'234ll << QStringLiteral("1.234\u00a0s");
        QTest::newRow("seconds") << 59'900ll << QStringLiteral("59.9\u00a0s");
        QTest::newRow("minutes") << 185'000ll << "3:05";
        QTest::newRow("hours") << 3'723'000ll << "1:02:03";
    }
    void durations() {
        QFETCH(qlonglong, ms);
        QLocale::setDefault(QLocale::c());
        QTEST(duration_text(ms * 1'000'000), "text");
    }

    void aHeadingAsksForAnOrder() {
        Fixture f;
        QSignalSpy asked(&f.model, &FlowListModel::orderRequested);
        f.model.sort(Column::bytes, Qt::DescendingOrder);
        f.model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<FlowOrder>(), FlowOrder::bytes);
        QVERIFY(asked[0][1].toBool());
    }

    /// Flows begin, end, grow, are let go of and change places; what is selected stays selected, and nothing else is.
    void aSelectionStaysWithItsFlows() {
        Fixture f;
        std::mt19937 random(9);
        f.feed.tracker.table().set_most(150);
        std::set<std::uint64_t> chosen;
        std::uint64_t current = 0;
        for (int step = 0; step < 300; step++) {
            for (int i = 0; i < 20; i++) f.feed.datagram(a, 5000 + random() % 200, b, 2000, ByteBuffer(random() % 90));
            if (random() % 4 == 0) f.feed.wait(20);
            FlowQuery query{FlowOrder(random() % 14), random() % 2 == 0, FlowKind(random() % 2), random() % 3 ? "" : "10.0.0.1:50"};
            f.show(query);
            std::set<std::uint64_t> left;  // of the chosen ones, those that are still shown
            for (const auto id : chosen)
                if (f.model.rowOf(id) >= 0) left.insert(id);
            QVERIFY(f.selected() == left);
            if (f.model.rowOf(current) < 0) current = 0;  // what is gone for a moment is not current when it comes back
            if (current) QCOMPARE(f.selection.currentIndex().data(FlowListModel::FlowIdRole).toULongLong(), qulonglong(current));
            chosen = left;
            if (step % 3 || !f.model.rowCount()) continue;
            const int row = int(random() % unsigned(f.model.rowCount()));
            f.selection.setCurrentIndex(f.model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            current = f.model.flow(row)->id;
            chosen.insert(current);
        }
    }

    void emptiesAndForgets() {
        Fixture f;
        f.feed.datagram(a, 5000, b, 2000);
        f.show();
        f.selection.select(f.model.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        f.show({.search = "nothing has this"});
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.selection.hasSelection());
        f.show();
        f.model.clear();
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(f.model.flow(0) == nullptr);
        f.model.setSnapshot(nullptr);
        QCOMPARE(f.model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(FlowListModelTest)
#include "flow_list_model_test.moc"
