// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/slice.h"
#include <QtTest>

using namespace sallyport::filtering;

class SliceTest : public QObject {
    Q_OBJECT

private slots:
    void cuts_data() {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QByteArray>("expected");  // of "012345"
        auto check = [](const char* range, const char* expected) { QTest::newRow(range) << range << QByteArray(expected); };
        check("0", "0");
        check("5", "5");
        check("6", "");
        check("-1", "5");
        check("-6", "0");
        check("-7", "");
        check("0:3", "012");
        check("4:2", "45");
        check("4:3", "");
        check(":2", "01");
        check(":6", "012345");
        check(":7", "");
        check("2:", "2345");
        check("6:", "");
        check("-2:", "45");
        check("-7:", "");
        check("-3:2", "34");
        check("0-2", "012");
        check("3-3", "3");
        check("4-6", "");
        check("-3--2", "34");
        check("0x2:0b10", "23");
        check(" 1 - 2 ", "12");
        check("2147483647", "");
        check("-2147483647:2147483647", "");
    }
    void cuts() {
        QFETCH(QString, range);
        QFETCH(QByteArray, expected);
        auto ranges = parse_ranges(range.toStdString(), 0);
        QVERIFY2(ranges && ranges->size() == 1, ranges ? "" : ranges.error().reason.text().c_str());
        static constexpr std::uint8_t bytes[] = {'0', '1', '2', '3', '4', '5'};
        const sallyport::Bytes cut = (*ranges)[0].of(bytes);
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(cut.data()), qsizetype(cut.size())), expected);
        QVERIFY((*ranges)[0].of({}).empty());
    }

    void choosesLayers_data() {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("expected");  // of four
        auto check = [](const char* range, const char* expected) { QTest::newRow(range) << range << expected; };
        check("1", "1");
        check("0", "");
        check("5", "");
        check("-1", "4");
        check("2-3", "23");
        check("2:2", "23");
        check("3:", "34");
        check("-2--1", "34");
    }
    void choosesLayers() {
        QFETCH(QString, range);
        QFETCH(QString, expected);
        auto ranges = parse_ranges(range.toStdString(), 0);
        QVERIFY(ranges);
        QString out;
        for (int layer = 1; layer <= 4; layer++)
            if ((*ranges)[0].has_layer(layer, 4)) out += QString::number(layer);
        QCOMPARE(out, expected);
    }

    void refuses_data() {
        QTest::addColumn<QString>("ranges");
        QTest::addColumn<int>("column");
        for (auto [ranges, column] : {std::pair{"", 0},
                                      {"a", 0},
                                      {"1:2:3", 0},
                                      {"0-", 0},
                                      {"5-2", 0},
                                      {"-2-1", 0},
                                      {"1-0", 0},
                                      {"0:0", 0},
                                      {"0:-1", 0},
                                      {":", 0},
                                      {"1,", 2},
                                      {"1, x", 3},
                                      {"0;2", 0},
                                      {"3000000000", 0},
                                      {"--1", 0},
                                      {"1 2", 0}})
            QTest::newRow(ranges) << ranges << column;
    }
    void refuses() {
        QFETCH(QString, ranges);
        QFETCH(int, column);
        auto parsed = parse_ranges(ranges.toStdString(), 10);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().column, std::size_t(10 + column));
    }
};

QTEST_GUILESS_MAIN(SliceTest)
#include "slice_test.moc"
