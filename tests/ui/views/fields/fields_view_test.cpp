// SPDX-License-Identifier: GPL-3.0-or-later
// The tree and the bytes together with the focus that links them.
#include "ui/views/fields/fields_view.h"
#include "ui/models/field_pick.h"
#include "ui/sample_packets.h"
#include "ui/views/bytes/bytes_view.h"
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
struct Fixture {
    PacketFocus focus;
    FieldsView tree{&focus};
    BytesView bytes{&focus};
    Fixture() {
        tree.resize(400, 500);
        bytes.resize(300, 300);
        bytes.move(450, 0);  // beside the tree, which the mouse has to find
        tree.show();
        bytes.show();
        focus.setStore(sample::store_of(9));
        focus.setPacket(1);  // TCP
    }
    int node(const char* name) const {
        auto& nodes = focus.detail()->dissection.nodes;
        for (std::size_t i = 0; i < nodes.size(); i++)
            if (nodes[i].field && nodes[i].field->name && std::string_view(name) == nodes[i].field->name) return int(i);
        return -1;
    }
    QString current() const { return tree.currentIndex().data(Qt::ToolTipRole).toString(); }
};
}  // namespace

class FieldsViewTest : public QObject {
    Q_OBJECT
private slots:
    void selectingAFieldMarksItsBytes() {
        Fixture f;
        f.tree.setCurrentIndex(f.tree.fields()->indexOf(f.node("tcp.dstport")));
        QCOMPARE(f.focus.node(), f.node("tcp.dstport"));
        QCOMPARE(f.bytes.grid()->marked(), (ByteRange{36, 38}));
        QCOMPARE(f.bytes.note(), QStringLiteral("tcp.dstport · bytes 36–37"));
    }

    void clickingAByteSelectsItsField() {
        Fixture f;
        emit f.bytes.grid()->caretMoved(30);
        QCOMPARE(f.current(), QStringLiteral("ip.dst"));
        QCOMPARE(f.bytes.grid()->marked(), (ByteRange{30, 34}));
    }

    void hoveringAFieldShowsItsBytes() {
        Fixture f;
        QSignalSpy hovered(&f.focus, &PacketFocus::hoverChanged);
        const QModelIndex index = f.tree.fields()->indexOf(f.node("ip.ttl"));
        f.tree.scrollTo(index);
        QTest::mouseMove(f.tree.viewport(), f.tree.visualRect(index).center());
        QTRY_VERIFY(!hovered.isEmpty());
        QCOMPARE(hovered.last()[0].toInt(), f.node("ip.ttl"));
    }

    void whatWasOpenedStaysOpen() {
        Fixture f;
        const auto layer = [&](const char* name) {
            for (int row = 0; row < f.tree.fields()->rowCount(); row++) {
                const QModelIndex index = f.tree.fields()->index(row, 0);
                auto& dissection = f.focus.detail()->dissection;
                if (layer_name(dissection, dissection.nodes[std::size_t(f.tree.fields()->nodeOf(index))].layer) == QLatin1String(name))
                    return index;
            }
            return QModelIndex();
        };
        QVERIFY(f.tree.isExpanded(layer("ip")));
        QVERIFY(!f.tree.isExpanded(layer("eth")));
        f.tree.expand(layer("eth"));
        f.tree.collapse(layer("ip"));
        f.focus.setPacket(4);
        QVERIFY(f.tree.isExpanded(layer("eth")));
        QVERIFY(!f.tree.isExpanded(layer("ip")));
        Fixture another;
        another.tree.setOpenKeys(f.tree.openKeys(), f.tree.closedKeys());
        another.focus.setPacket(4);
        QCOMPARE(another.tree.openKeys().size(), 1);
        QCOMPARE(another.tree.closedKeys().size(), 1);
    }

    void expandsAndCollapsesEverything() {
        Fixture f;
        f.tree.expandEverything();
        for (int row = 0; row < f.tree.fields()->rowCount(); row++)
            if (f.tree.fields()->hasChildren(f.tree.fields()->index(row, 0))) QVERIFY(f.tree.isExpanded(f.tree.fields()->index(row, 0)));
        f.tree.collapseEverything();
        for (int row = 0; row < f.tree.fields()->rowCount(); row++) QVERIFY(!f.tree.isExpanded(f.tree.fields()->index(row, 0)));
    }

    void emptiesWithTheCapture() {
        Fixture f;
        f.focus.setStore(sample::store_of(1));
        QCOMPARE(f.tree.fields()->rowCount(), 0);
        QVERIFY(f.bytes.grid()->bytes().empty());
    }
};

QTEST_MAIN(FieldsViewTest)
#include "fields_view_test.moc"
