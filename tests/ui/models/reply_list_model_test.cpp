// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reply_list_model.h"
#include "ui/sample_packets.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class ReplyListModelTest : public QObject {
    Q_OBJECT
    using Row = ReplyMatcher::Row;
    using Model = ReplyListModel;
    static QString text(const Model& model, int row, int column) { return model.index(row, column).data().toString(); }

private slots:
    void rows_come_and_are_answered() {
        const auto store = sample::store_of(6);  // DNS, TCP, ping (dropped), …
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), changed(&model, &QAbstractItemModel::dataChanged);
        std::vector<Row> rows{Row{.number = 1, .sent_at = {1'000'000'000}}};
        model.setRows(rows, store, true, true);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, Model::ReplyColumn), QString("waiting…"));
        QVERIFY(text(model, 0, Model::SentColumn).contains("ads.example"));
        QCOMPARE(text(model, 0, Model::VerdictColumn), QString("accept"));
        rows.push_back(Row{.number = 3, .sent_at = {1'000'000'000}});
        rows[0].replies = 2, rows[0].reply_number = 2, rows[0].replied_at = {1'001'500'000}, rows[0].answer = "yes";
        model.setRows(rows, store, true, true);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(text(model, 0, Model::ReplyColumn), QString("yes (and 1 more)"));
        QCOMPARE(text(model, 0, Model::TimeColumn), QString("1.50 ms"));
        QCOMPARE(text(model, 0, Model::FromColumn), QString("10.77.0.10"));
        QCOMPARE(text(model, 1, Model::VerdictColumn), QString("drop"));
        QVERIFY(text(model, 1, Model::ReplyColumn).contains("dropped"));
        QCOMPARE(model.packetOf(0), std::optional<std::size_t>(1));
        QCOMPARE(model.packetOf(1), std::optional<std::size_t>(2));
        QCOMPARE(model.packetOf(9), std::nullopt);
        model.setRows({}, store, true, false);
        QCOMPARE(model.rowCount(), 0);
    }

    void what_nobody_judged_was_sent() {
        auto store = std::make_shared<PacketStore>(StoreBudget{});
        store->add_interface({.name = "test0"});
        const ByteBuffer ping = sample::ping();
        PacketRecord watched = sample::record_at(0, ping.size()), judged = watched;
        watched.flags = judged.flags = PacketFlag::made_here;
        judged.reason = VerdictReason::standard;
        for (const PacketRecord& record : {watched, judged}) QVERIFY(store->append(record, ping));
        Model model;
        model.setRows({Row{.number = 1}, Row{.number = 2}}, store, true, false);
        const auto kind = [&](int row) { return model.index(row, Model::VerdictColumn).data(Model::VerdictRole).value<VerdictKind>(); };
        QCOMPARE(text(model, 0, Model::VerdictColumn), QString("sent"));
        QCOMPARE(kind(0), VerdictKind::yours);
        QCOMPARE(text(model, 1, Model::VerdictColumn), QString("accept"));
        QCOMPARE(kind(1), VerdictKind::accept);
    }

    void what_went_past_the_session_is_numbered_only() {
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({Row{.number = 7}}, sample::store_of(3), false, false);
        QCOMPARE(text(model, 0, Model::VerdictColumn), QString("not judged"));
        QCOMPARE(text(model, 0, Model::ReplyColumn), QString("no reply"));
        QCOMPARE(model.packetOf(0), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(ReplyListModelTest)
#include "reply_list_model_test.moc"
