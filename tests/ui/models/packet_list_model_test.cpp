// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_list_model.h"
#include "ui/models/verdict_label.h"
#include "ui/sample_packets.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
struct Fixture {
    PacketListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    std::shared_ptr<PacketStore> store;

    explicit Fixture(std::size_t count, StoreBudget budget = {}) : store(sample::store_of(count, budget)) {
        model.setRuleNames([](std::uint32_t rule) { return rule == 7 ? QStringLiteral("no pings") : QString(); });
        model.setStore(store);
    }
    QString text(int row, PacketColumn::Kind kind) const { return model.index(row, model.columnOf(kind)).data().toString(); }
    std::shared_ptr<FilterRun> filtered(const char* text) {
        auto run = std::make_shared<FilterRun>(store, std::make_shared<const Filter>(std::move(*Filter::compile(text))), 1);
        if (!QTest::qWaitFor([&] { return run->progress().caught_up && run->progress().scanned == store->count(); }, 10000))
            qFatal("the filter does not end");
        return run;
    }
};
using Kind = PacketColumn::Kind;
}  // namespace

class PacketListModelTest : public QObject {
    Q_OBJECT
private slots:
    void showsWhatIsInTheStore() {
        Fixture f(3);
        QCOMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.text(0, Kind::number), QStringLiteral("1"));
        QCOMPARE(f.text(1, Kind::time), QStringLiteral("0.001000"));
        QCOMPARE(f.text(0, Kind::source), QStringLiteral("10.77.0.10"));
        QCOMPARE(f.text(0, Kind::destination), QStringLiteral("10.77.0.2"));
        QCOMPARE(f.text(0, Kind::protocol), QStringLiteral("DNS"));
        QCOMPARE(f.text(0, Kind::length), QString::number(sample::dns_query().size()));
        QVERIFY2(f.text(0, Kind::info).contains(QLatin1String("ads.example")), qPrintable(f.text(0, Kind::info)));
        QCOMPARE(f.text(0, Kind::verdict), QStringLiteral("accept"));
        QCOMPARE(f.text(0, Kind::rule), QStringLiteral("default"));
        QCOMPARE(f.text(2, Kind::verdict), QStringLiteral("drop"));
        QCOMPARE(f.text(2, Kind::rule), QStringLiteral("no pings"));
        QCOMPARE(f.model.index(2, 0).data(PacketListModel::VerdictRole).value<VerdictKind>(), VerdictKind::drop);
    }

    void insertsOnceAFrame() {
        Fixture f(10);
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        sample::append_packets(*f.store, 500);
        QCOMPARE(f.model.rowCount(), 10);
        f.model.advance();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(f.model.rowCount(), 510);
        f.model.advance();
        QCOMPARE(inserted.size(), 1);
    }

    void showsWhatAFilterMatches() {
        Fixture f(30);
        f.model.setFilterRun(f.filtered("icmp"));
        QCOMPARE(f.model.rowCount(), 10);
        for (int row = 0; row < 10; row++) QCOMPARE(f.model.packetOf(row), std::size_t(row * 3 + 2));
        QCOMPARE(f.model.rowOf(5), std::optional(1));
        QCOMPARE(f.model.rowOf(6), std::optional<int>());
        QCOMPARE(f.model.rowNear(6), 2);
        f.model.setFilterRun(nullptr);
        QCOMPARE(f.model.rowCount(), 30);
    }

    void followsAFilterWhilePacketsCome() {
        Fixture f(3);
        auto run = f.filtered("dns");
        f.model.setFilterRun(run);
        QCOMPARE(f.model.rowCount(), 1);
        sample::append_packets(*f.store, 300);
        QTRY_VERIFY_WITH_TIMEOUT((f.model.advance(), f.model.rowCount() == 101), 10000);
        QCOMPARE(f.model.packetOf(100), std::size_t(300));
    }

    void letsGoOfPacketsThatRolledOff() {
        Fixture f(30, {.bytes = 64 << 10});
        sample::append_packets(*f.store, 40000);
        QVERIFY(f.store->first() > 0);
        f.model.advance();
        f.model.advance();
        QVERIFY2(f.model.packetOf(0) > 0, "rows of packets that are gone stay");
        QCOMPARE(f.model.packetOf(f.model.rowCount() - 1), f.store->count() - 1);
        QVERIFY(f.model.packetOf(0) <= f.store->first());
        for (int row = 0; row < f.model.rowCount(); row += 97)
            QCOMPARE(f.text(row, Kind::number), QString::number(f.model.packetOf(row) + 1));
    }

    void showsAnyFieldAsColumn() {
        Fixture f(3);
        auto columns = standard_columns();
        columns.insert(6, {Kind::field, QStringLiteral("ip.ttl")});
        columns.insert(7, {Kind::field, QStringLiteral("tcp.port")});
        f.model.setPacketColumns(columns);
        QCOMPARE(f.model.index(0, 6).data().toString(), QStringLiteral("64"));
        QCOMPARE(f.model.index(0, 7).data().toString(), QString());
        QCOMPARE(f.model.index(1, 7).data().toString(), QStringLiteral("48210, 80"));
        QCOMPARE(f.model.headerData(6, Qt::Horizontal).toString(), QStringLiteral("Time to Live"));
    }

    void marksIgnoresAndRefers() {
        Fixture f(6);
        f.model.toggleMarks({1, 4});
        QCOMPARE(f.model.marks().size(), std::size_t(2));
        QVERIFY(f.model.index(4, 0).data(PacketListModel::MarkedRole).toBool());
        f.model.toggleMarks({4});
        QVERIFY(!f.model.index(4, 0).data(PacketListModel::MarkedRole).toBool());
        f.model.toggleIgnored({0});
        QCOMPARE(f.text(0, Kind::info), QStringLiteral("<Ignored>"));
        QCOMPARE(f.text(0, Kind::source), QString());
        f.model.toggleReference(3);
        QCOMPARE(f.text(3, Kind::time), QStringLiteral("*REF*"));
        QCOMPARE(f.text(5, Kind::time), QStringLiteral("0.002000"));
        QCOMPARE(f.text(2, Kind::time), QStringLiteral("0.002000"));
        f.model.unmarkAll();
        QVERIFY(f.model.marks().empty());
    }

    void printsTimes_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("first") << int(TimeFormat::since_first) << "2.500000";
        QTest::newRow("previous") << int(TimeFormat::since_previous) << "0.250000";
        QTest::newRow("utc") << int(TimeFormat::utc_date_and_time) << "2023-11-14 22:13:22.500000";
        QTest::newRow("epoch") << int(TimeFormat::epoch) << "1700000002.500000";
    }
    void printsTimes() {
        QFETCH(int, format);
        QFETCH(QString, text);
        const Timestamp first{1'700'000'000'000'000'000}, now{first.ns + 2'500'000'000}, previous{now.ns - 250'000'000};
        QCOMPARE(time_text(TimeFormat(format), now, first, previous), text);
    }
    void printsTimesBeforeTheFirst() {
        QCOMPARE(time_text(TimeFormat::since_first, {500'000'000}, {2'000'000'000}, {}), QStringLiteral("-1.500000"));
    }

    void remembersColumnsByWords() {
        auto columns =
            columns_of_keys({QStringLiteral("number"), QStringLiteral("ip.ttl"), QStringLiteral("no.such.field"), QStringLiteral("info")});
        QCOMPARE(column_keys(columns), QStringList({QStringLiteral("number"), QStringLiteral("ip.ttl"), QStringLiteral("info")}));
        QCOMPARE(columns_of_keys({}), standard_columns());
    }
};

QTEST_GUILESS_MAIN(PacketListModelTest)
#include "packet_list_model_test.moc"
