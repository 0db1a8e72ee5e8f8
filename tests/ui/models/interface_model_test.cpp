// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/interface_model.h"
#include <QAbstractItemModelTester>
#include <QtTest>

using namespace sallyport;

static InterfaceActivity interface(const char* name, std::uint64_t bytes, bool up = true, bool loopback = false) {
    return {.name = name,
            .description = words("a device"),
            .addresses = {"192.0.2.1", "2001:db8::1"},
            .bytes = bytes,
            .packets = 1,
            .up = up,
            .loopback = loopback};
}

class InterfaceModelTest : public QObject {
    Q_OBJECT
private slots:
    void rates_are_the_difference_of_samples() {
        InterfaceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sample({interface("eth0", 1000)}, 0);
        QCOMPARE(model.index(0).data(InterfaceModel::RateTextRole).toString(), "…");
        model.sample({interface("eth0", 1000 + 387'500)}, 1.0);
        QCOMPARE(model.index(0).data(InterfaceModel::RateRole).toDouble(), 387'500.0);
        QCOMPARE(model.index(0).data(InterfaceModel::RateTextRole).toString(), QStringLiteral("3.1\u00a0Mbit/s"));
        model.sample({interface("eth0", 1000 + 387'500)}, 1.0);
        QCOMPARE(model.index(0).data(InterfaceModel::RateTextRole).toString(), "0");
        model.sample({interface("eth0", 5)}, 1.0);  // made anew: the counter went back
        QCOMPARE(model.index(0).data(InterfaceModel::RateRole).toDouble(), 0.0);
        QCOMPARE(model.index(0).data(InterfaceModel::DetailRole).toString(), "a device · 192.0.2.1 · 2001:db8::1");
    }

    void the_ones_that_carry_something_stand_first() {
        InterfaceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sample({interface("any", 1), interface("dead0", 0, false), interface("lo", 1, true, true), interface("eth0", 1)}, 0);
        QStringList names;
        for (int row = 0; row < model.rowCount(); row++) names << model.name(row);
        QCOMPARE(names, (QStringList{"eth0", "lo", "any", "dead0"}));
        QCOMPARE(model.index(3).data(InterfaceModel::RateTextRole).toString(), "down");
    }

    void others_keep_their_rows() {
        InterfaceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sample({interface("a", 1), interface("c", 1)}, 0);
        const QPersistentModelIndex c = model.index(1);
        model.sample({interface("a", 1), interface("b", 1), interface("c", 1)}, 1);
        QCOMPARE(c.data().toString(), "c");
        QCOMPARE(c.row(), 2);
        model.sample({interface("c", 1)}, 1);
        QCOMPARE(c.row(), 0);
        QCOMPARE(model.rowCount(), 1);
    }

    void history_is_bounded() {
        InterfaceModel model;
        for (std::uint64_t i = 0; i < 500; i++) model.sample({interface("a", i * 10)}, i ? 1 : 0);
        QCOMPARE(model.history(0).size(), InterfaceModel::history_length);
        QCOMPARE(model.history(0).back(), 10.0);
    }
};

QTEST_MAIN(InterfaceModelTest)
#include "interface_model_test.moc"
