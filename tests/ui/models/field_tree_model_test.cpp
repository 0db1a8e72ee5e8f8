// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/field_tree_model.h"
#include "ui/sample_packets.h"
#include <QAbstractItemModelTester>
#include <QtTest>

using namespace sallyport;

namespace {
QModelIndex find(const FieldTreeModel& model, const QString& name, const QModelIndex& parent = {}) {
    for (int row = 0; row < model.rowCount(parent); row++) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(Qt::ToolTipRole).toString() == name) return index;
        if (const QModelIndex below = find(model, name, index); below.isValid()) return below;
    }
    return {};
}

}  // namespace

class FieldTreeModelTest : public QObject {
    Q_OBJECT
private slots:
    void showsLayersAndFields() {
        FieldTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.show(sample::detail_of(sample::tcp_syn()));
        QVERIFY(model.rowCount() >= 3);
        for (int row = 0; row < model.rowCount(); row++) QVERIFY(model.index(row, 0).data(FieldTreeModel::LayerRole).toBool());
        const QModelIndex port = find(model, QStringLiteral("tcp.dstport"));
        QVERIFY(port.isValid());
        QCOMPARE(port.data(FieldTreeModel::LabelRole).toString(), QStringLiteral("Destination Port"));
        QVERIFY(port.data(FieldTreeModel::ValueRole).toString().contains(QLatin1String("80")));
        const QModelIndex bit = find(model, QStringLiteral("ip.flags.df"));
        QCOMPARE(bit.data(FieldTreeModel::BitsRole).toString(), QStringLiteral(".0.. ...."));
        QCOMPARE(bit.data(FieldTreeModel::LabelRole).toString(), QStringLiteral("Don't fragment"));
        QCOMPARE(bit.data(FieldTreeModel::ValueRole).toString(), QStringLiteral("Not set"));
        QVERIFY(port.parent().data(FieldTreeModel::LayerRole).toBool());
        QCOMPARE(model.indexOf(model.nodeOf(port)), port);
        model.show(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void showsTruncatedPacketsToo() {
        const ByteBuffer whole = sample::dns_query();
        FieldTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (std::size_t length = 0; length <= whole.size(); length++) {
            model.show(sample::detail_of(ByteBuffer(whole.begin(), whole.begin() + std::ptrdiff_t(length))));
            QVERIFY(model.rowCount() > 0);
        }
    }
};

QTEST_GUILESS_MAIN(FieldTreeModelTest)
#include "field_tree_model_test.moc"
