// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/literal.h"
#include "filter/time_literal.h"
#include <QtTest>

using namespace sallyport::filtering;

class LiteralTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void readsBytes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");  // "" when it is no byte string
        auto check = [](const char* text, const char* expected) { QTest::newRow(text) << text << QByteArray(expected); };
        check("00:01", "0001");
        check("00-01", "0001");
        check("0001.0203", "00010203");
        check("16-03.01", "160301");
        check("8.6", "0806");
        check("a", "0a");
        check("123", "0123");
        check("DEADbeef", "deadbeef");
        check("", "");
        check("g", "");
        check("16:", "");
        check(":16", "");
        check("16::03", "");
        check("1x", "");
    }
    void readsBytes() {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        const auto bytes = parse_byte_string(text.toStdString());
        QCOMPARE(bytes.has_value(), !expected.isEmpty());
        if (bytes) QCOMPARE(QByteArray(reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size())).toHex(), expected);
    }

    void readsNumbers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qulonglong>("expected");
        QTest::addColumn<bool>("good");
        auto good = [](const char* text, qulonglong expected) { QTest::newRow(text) << text << expected << true; };
        auto bad = [](const char* text) { QTest::newRow(*text ? text : "nothing") << text << 0ull << false; };
        good("0", 0), good("80", 80), good("0x50", 80), good("0X5a", 90), good("0120", 80), good("0b11", 3), good("00", 0);
        good("18446744073709551615", ~0ull);
        bad("18446744073709551616"), bad(""), bad("08"), bad("0x"), bad("0b2"), bad("80u"), bad("1e2"), bad("-1"), bad("0x-1"), bad("+1"),
            bad("a");
    }
    void readsNumbers() {
        QFETCH(QString, text);
        QFETCH(qulonglong, expected);
        QFETCH(bool, good);
        std::uint64_t number = 0;
        const auto why = parse_unsigned(text.toStdString(), number);
        QCOMPARE(why.empty(), good);
        if (good) QCOMPARE(qulonglong(number), expected);
    }

    void readsSeconds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("expected");  // -1: refused
        auto check = [](const char* text, qlonglong expected) { QTest::newRow(*text ? text : "nothing") << text << expected; };
        check("1", 1'000'000'000), check("0.5", 500'000'000), check(".5", 500'000'000), check("0.000858", 858'000);
        check("1700000000.123456789", 1'700'000'000'123'456'789);
        check("0.0008580001", -1), check("1e-4", -1), check("", -1), check(".", -1), check("5.", -1), check("1.2.3", -1), check("0x10", -1);
        check("99999999999", -1);
    }
    void readsSeconds() {
        QFETCH(QString, text);
        QFETCH(qlonglong, expected);
        const auto ns = parse_seconds(text.toStdString());
        QCOMPARE(ns ? qlonglong(*ns) : -1, expected);
    }

    void readsDates_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("milliseconds");  // -1: refused
        auto check = [](const char* text, qlonglong milliseconds) { QTest::newRow(text) << text << milliseconds; };
        check("2024-07-04 12:34:56.5Z", 1'720'096'496'500);
        check("2024-07-04T12:34:56.5Z", 1'720'096'496'500);
        check("2024-07-04 12:34:56.5 UTC", 1'720'096'496'500);
        check("2024-07-04 14:34:56.5+02:00", 1'720'096'496'500);
        check("2024-07-04T10:04:56.5-0230", 1'720'096'496'500);
        check("2024-07-04 14:34:56.5", 1'720'096'496'500);  // Berlin, in summer
        check("2024-01-04 13:34:56", 1'704'371'696'000);    // Berlin, in winter
        check("Jul  4, 2024 12:34:56.5 UTC", 1'720'096'496'500);
        check("Jul 4, 2024 14:34:56.5", 1'720'096'496'500);
        check("2024-07-04 12:34Z", 1'720'096'440'000);
        check("2024-07-04", 1'720'044'000'000);
        check("1969-12-31 23:59:59Z", -1000);
        check("Jul 4, 2024", -1), check("2024-13-01", -1), check("2024-04-31 00:00:00Z", -1), check("2024-07-04 25:00", -1),
            check("foo", -1);
        check("1720096496", -1), check("2024-07-04 12:34:56 X", -1), check("2024-07-04 12:34:56.", -1), check("9999-12-31 00:00:00Z", -1);
    }
    void readsDates() {
        QFETCH(QString, text);
        QFETCH(qlonglong, milliseconds);
        const auto ns = parse_date_and_time(text.toStdString());
        QCOMPARE(ns ? qlonglong(*ns / 1'000'000) : -1, milliseconds);
    }
};

QTEST_GUILESS_MAIN(LiteralTest)
#include "literal_test.moc"
