// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rule_list_model.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {

/// The model with real compilation and no engine: what changes, changes `in_force` and comes back through setRules().
struct Fixture {
    RuleList in_force;
    QStringList steps;
    RuleListModel model{[this](RuleList list, RuleStep what) -> std::optional<RuleError> {
        if (auto compiled = RuleSet::compile(list); !compiled) return compiled.error();
        in_force = std::move(list);
        steps << what.text();
        model.setRules(in_force);
        return std::nullopt;
    }};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Fixture(const char* text = "drop when tcp.dstport == 23  # telnet\naccept when udp\noff drop in when icmp\n") {
        auto list = RuleList::parse(text);
        if (!list) qFatal("%s", list.error().text().c_str());
        in_force = *list;
        model.setRules(in_force);
    }
    QList<uint> ids() const {
        QList<uint> found;
        for (int row = 0; row < model.defaultRow(); row++) found << model.rule(row)->id;
        return found;
    }
};

}  // namespace

class RuleListModelTest : public QObject {
    Q_OBJECT
private slots:
    void rows_tell_the_rules() {
        Fixture f;
        QCOMPARE(f.model.rowCount(), 4);
        const QModelIndex first = f.model.index(0);
        QCOMPARE(first.data(RuleListModel::ActionRole).toString(), "drop");
        QCOMPARE(first.data(RuleListModel::FilterRole).toString(), "tcp.dstport == 23");
        QCOMPARE(first.data(RuleListModel::NoteRole).toString(), "telnet");
        QCOMPARE(f.model.index(2).data(RuleListModel::EnabledRole).toBool(), false);
        QCOMPARE(f.model.index(2).data(RuleListModel::DirectionRole).toString(), "in");
        QVERIFY(f.model.index(3).data(RuleListModel::IsDefaultRole).toBool());
        QCOMPARE(f.model.index(3).data(RuleListModel::ActionRole).toString(), "accept");
    }

    void move_data() {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("before");
        QTest::addColumn<QList<uint>>("order");
        QTest::newRow("first to end") << QList<int>{0} << 3 << QList<uint>{2, 3, 1};
        QTest::newRow("last to front") << QList<int>{2} << 0 << QList<uint>{3, 1, 2};
        QTest::newRow("down by one") << QList<int>{0} << 2 << QList<uint>{2, 1, 3};
        QTest::newRow("up by one") << QList<int>{2} << 2 - 1 << QList<uint>{1, 3, 2};
        QTest::newRow("two, apart") << QList<int>{2, 0} << 3 << QList<uint>{2, 1, 3};
        QTest::newRow("two before the middle") << QList<int>{0, 2} << 1 << QList<uint>{1, 3, 2};
        QTest::newRow("onto itself") << QList<int>{1} << 1 << QList<uint>{1, 2, 3};
        QTest::newRow("the default row stays") << QList<int>{3} << 0 << QList<uint>{1, 2, 3};
    }
    void move() {
        QFETCH(QList<int>, rows);
        QFETCH(int, before);
        QFETCH(QList<uint>, order);
        Fixture f;
        const QPersistentModelIndex second = f.model.index(1);
        QVERIFY(!f.model.move(rows, before));
        QCOMPARE(f.ids(), order);
        QCOMPARE(second.data(RuleListModel::IdRole).toUInt(), 2u);  // a selection would stay with its rule
    }

    void a_bad_filter_changes_nothing() {
        Fixture f;
        QSignalSpy refused(&f.model, &RuleListModel::refused);
        QVERIFY(!f.model.setData(f.model.index(0), "tcp.dstprot == 23", RuleListModel::FilterRole));
        QCOMPARE(refused.count(), 1);
        const auto fault = refused.first().first().value<RuleError>();
        QVERIFY2(fault.reason.text().find("tcp.dstprot") != std::string::npos, fault.reason.text().c_str());
        QCOMPARE(f.model.index(0).data(RuleListModel::FilterRole).toString(), "tcp.dstport == 23");
        QVERIFY(f.steps.isEmpty());
    }

    void switching_keeps_the_rest() {
        Fixture f;
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        QVERIFY(f.model.setData(f.model.index(2), true, RuleListModel::EnabledRole));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 2);
        QVERIFY(f.in_force.rules[2].enabled);
    }

    void counts_change_no_row() {
        Fixture f;
        QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset), changed(&f.model, &QAbstractItemModel::dataChanged);
        f.model.setCounts({{.rule = 1, .packets = 87, .bytes = 5000, .last_hit = Timestamp::now()}, {.rule = no_rule, .packets = 9877}});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(f.model.index(0).data(RuleListModel::PacketsRole).toULongLong(), 87ull);
        QCOMPARE(f.model.index(1).data(RuleListModel::PacketsRole).toULongLong(), 0ull);
        QCOMPARE(f.model.index(3).data(RuleListModel::PacketsRole).toULongLong(), 9877ull);
        changed.clear();
        f.model.setCounts({{.rule = 1, .packets = 88, .bytes = 5060}, {.rule = no_rule, .packets = 9877}});
        QCOMPARE(changed.count(), 1);
    }

    void add_replace_remove() {
        Fixture f;
        QVERIFY(!f.model.insert(0, Rule{.id = 9, .action = "drop", .filter = "arp"}));
        QCOMPARE(f.ids(), (QList<uint>{9, 1, 2, 3}));
        QSignalSpy gone(&f.model, &QAbstractItemModel::rowsRemoved);
        QVERIFY(!f.model.replace(0, Rule{.id = 77, .action = "accept", .filter = "arp"}));
        QCOMPARE(f.ids(), (QList<uint>{77, 1, 2, 3}));
        QCOMPARE(gone.size(), 0);  // it stays selected
        QVERIFY(!f.model.replace(0, Rule{.id = 9, .action = "accept", .filter = "arp"}));
        QCOMPARE(f.model.index(0).data(RuleListModel::ActionRole).toString(), "accept");
        QVERIFY(!f.model.remove({1, 3, 4}));
        QCOMPARE(f.ids(), (QList<uint>{9, 2}));
        QVERIFY(!f.model.setDefault(Verdict::drop));
        QCOMPARE(f.model.index(2).data(RuleListModel::ActionRole).toString(), "drop");
        QCOMPARE(f.steps.size(), 5);
    }

    void any_list_can_follow_any_other() {
        Fixture f;
        quint32 seed = 20240917;
        const auto next = [&](quint32 below) {
            seed = seed * 1664525 + 1013904223;
            return (seed >> 16) % below;
        };
        for (int round = 0; round < 200; round++) {
            RuleList list;
            for (quint32 id = 1; id <= 12; id++)
                if (next(2))
                    list.rules.insert(list.rules.begin() + next(quint32(list.rules.size()) + 1), Rule{.id = id, .enabled = next(2) == 1});
            list.default_verdict = next(2) ? Verdict::accept : Verdict::drop;
            f.model.setRules(list);
            QCOMPARE(f.model.rules().text(), list.text());
        }
    }
};

QTEST_MAIN(RuleListModelTest)
#include "rule_list_model_test.moc"
