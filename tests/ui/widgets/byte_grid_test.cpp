// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_grid.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

namespace {
struct Fixture {
    ByteBuffer bytes;
    ByteGrid grid;
    explicit Fixture(std::size_t count) : bytes(count) {
        for (std::size_t i = 0; i < count; i++) bytes[i] = std::uint8_t(i);
        grid.resize(700, 300);
        grid.setBytes(bytes);
        grid.show();
    }
    QPoint placeOf(std::int64_t at) {
        for (int y = 0; y < grid.viewport()->height(); y += 2)
            for (int x = 0; x < grid.viewport()->width(); x += 2)
                if (grid.byteAt({x, y}) == at) return {x, y};
        return {-1, -1};
    }
};
}  // namespace

class ByteGridTest : public QObject {
    Q_OBJECT
private slots:
    void findsEveryByteUnderTheMouse() {
        Fixture f(100);
        for (int at : {0, 7, 8, 15, 16, 99}) QVERIFY2(f.placeOf(at) != QPoint(-1, -1), qPrintable(QString::number(at)));
        QCOMPARE(f.placeOf(100), QPoint(-1, -1));
        QCOMPARE(f.grid.byteAt({-5, -5}), std::int64_t(-1));
    }

    void tellsClicksAndHovering() {
        Fixture f(100);
        QSignalSpy moved(&f.grid, &ByteGrid::caretMoved), hovered(&f.grid, &ByteGrid::hoverMoved);
        QTest::mouseClick(f.grid.viewport(), Qt::LeftButton, {}, f.placeOf(20));
        QCOMPARE(moved.last()[0].toInt(), 20);
        QTest::mouseMove(f.grid.viewport(), f.placeOf(33));
        QTRY_VERIFY(!hovered.isEmpty());
        QCOMPARE(hovered.last()[0].toInt(), 33);
    }

    void walksByKeyboard_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("to");
        QTest::newRow("right") << int(Qt::Key_Right) << 0 << 21;
        QTest::newRow("left") << int(Qt::Key_Left) << 0 << 19;
        QTest::newRow("down") << int(Qt::Key_Down) << 0 << 36;
        QTest::newRow("up") << int(Qt::Key_Up) << 0 << 4;
        QTest::newRow("line start") << int(Qt::Key_Home) << 0 << 16;
        QTest::newRow("line end") << int(Qt::Key_End) << 0 << 31;
        QTest::newRow("start") << int(Qt::Key_Home) << int(Qt::ControlModifier) << 0;
        QTest::newRow("end") << int(Qt::Key_End) << int(Qt::ControlModifier) << 99;
    }
    void walksByKeyboard() {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(int, to);
        Fixture f(100);
        QTest::mouseClick(f.grid.viewport(), Qt::LeftButton, {}, f.placeOf(20));
        QSignalSpy moved(&f.grid, &ByteGrid::caretMoved);
        QTest::keyClick(&f.grid, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][0].toInt(), to);
    }

    void selectsAndCopies() {
        Fixture f(100);
        QTest::mouseClick(f.grid.viewport(), Qt::LeftButton, {}, f.placeOf(20));
        QTest::keyClick(&f.grid, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&f.grid, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.grid.chosen(), (ByteRange{20, 23}));
        QTest::keyClick(&f.grid, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("14 15 16"));
    }

    void copiesTheMarkedFieldElse() {
        Fixture f(100);
        f.grid.setMarked({4, 6});
        QCOMPARE(f.grid.chosen(), (ByteRange{4, 6}));
        f.grid.setMarked({});
        QCOMPARE(f.grid.chosen(), (ByteRange{0, 100}));
    }

    void scrollsToTheMarkedBytes() {
        Fixture f(10000);
        f.grid.setMarked({9000, 9004});
        QVERIFY(f.placeOf(9000) != QPoint(-1, -1));
        f.grid.setBytes({});
        QCOMPARE(f.grid.verticalScrollBar()->maximum(), 0);
        QCOMPARE(f.placeOf(0), QPoint(-1, -1));
    }

    void marksInAnotherColourThanTheRest() {
        Fixture f(64);
        const QImage before = f.grid.grab().toImage();
        f.grid.setMarked({16, 24});
        QVERIFY(f.grid.grab().toImage() != before);
        f.grid.setMarked({});
        QCOMPARE(f.grid.grab().toImage(), before);
    }
};

QTEST_MAIN(ByteGridTest)
#include "byte_grid_test.moc"
