// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/curve_list_model.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>
#include <set>

using namespace sallyport;

class CurveListModelTest : public QObject {
    Q_OBJECT
    static QString plain(const QVariant& cell) { return cell.toString().replace(QChar(0x202f), ' ').replace(QChar(0xa0), ' '); }

private slots:
    void fixedOnesStayAsTheyAre() {
        CurveListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), CurveListModel::fixed);
        QSignalSpy changes(&model, &CurveListModel::curvesChanged);
        model.remove(0);
        model.replace(2, model.proposal("tcp"));
        QVERIFY(!model.setData(model.index(1, 0), "Mine", Qt::EditRole));
        QVERIFY(!(model.flags(model.index(1, 0)) & Qt::ItemIsEditable));
        QCOMPARE(changes.count(), 0);
        QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.curve(1).shown);
        QCOMPARE(changes.count(), 1);
    }

    void addChangeRenameRemove() {
        CurveListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.add(model.proposal("tcp.flags.syn == 1")), 4);
        QCOMPARE(model.title(4), "tcp.flags.syn == 1");
        QVERIFY(model.setData(model.index(4, 0), "  handshakes ", Qt::EditRole));
        QCOMPARE(model.title(4), "handshakes");
        Curve changed = model.curve(4);
        changed.filter = "tcp.flags.fin == 1";
        changed.hue = CurveHue::pink;
        model.replace(4, changed);
        QCOMPARE(model.index(4, 0).data(CurveListModel::FilterRole).toString(), "tcp.flags.fin == 1");
        QVERIFY(model.index(4, 0).data(Qt::ToolTipRole).toString().contains("tcp.flags.fin == 1"));
        model.add(model.proposal("dns"));
        model.remove(4);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.title(4), "dns");
    }

    void nobodyLooksLikeAnother() {
        CurveListModel model;
        while (!model.isFull()) QVERIFY(model.add(model.proposal("udp")) >= 0);
        QCOMPARE(model.rowCount(), CurveListModel::most);
        QCOMPARE(model.add(model.proposal("udp")), -1);
        std::set<std::pair<int, int>> looks;
        for (const Curve& curve : model.curves()) looks.insert({int(curve.hue), int(curve.line)});
        QCOMPARE(looks.size(), std::size_t(CurveListModel::most));
    }

    void numbers() {
        CurveListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNumbers({{1234.4, 59478}, {12.34, 7}, {0.034, 1}, {std::nullopt, std::nullopt}}, false, "12:00:01");
        QCOMPARE(plain(model.index(0, 1).data()), "1 234");
        QCOMPARE(plain(model.index(0, 2).data()), "59 478");
        QCOMPARE(plain(model.index(1, 1).data()), "12.3");
        QCOMPARE(plain(model.index(2, 1).data()), "0.03");
        QCOMPARE(plain(model.index(3, 1).data()), "–");
        QCOMPARE(plain(model.headerData(1, Qt::Horizontal)), "12:00:01");
        QVERIFY(plain(model.index(0, 1).data(Qt::AccessibleTextRole)).startsWith("All packets: 1 234"));
        model.setNumbers({{8'000'000.0, 2'000'000}}, true, {});
        QCOMPARE(plain(model.index(0, 1).data()), "8 Mbit/s");
        QCOMPARE(plain(model.index(0, 2).data()), "1.9 MB");
        QCOMPARE(plain(model.headerData(1, Qt::Horizontal)), "Bits/s");
    }

    void savedAndRestored() {
        CurveListModel model, other;
        QAbstractItemModelTester tester(&other, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setData(model.index(3, 0), Qt::Unchecked, Qt::CheckStateRole);
        Curve curve = model.proposal("http contains \"a\tb\"");
        curve.name = "with\ttab";
        curve.line = CurveLine::dot;
        model.add(curve);
        other.restore(model.saved());
        QCOMPARE(other.rowCount(), 5);
        QVERIFY(!other.curve(3).shown);
        QCOMPARE(other.curve(4).filter, curve.filter);
        QCOMPARE(other.curve(4).name, "with tab");
        QVERIFY(other.curve(4).line == CurveLine::dot);
        other.restore({"", "9\t1\t1\t1\tx\ty", "4\t99\t0\t1\tx\ttcp", "4\t5\t-1\t1\tx\ttcp", "nonsense"});
        QCOMPARE(other.rowCount(), CurveListModel::fixed);
    }
};

QTEST_GUILESS_MAIN(CurveListModelTest)
#include "curve_list_model_test.moc"
