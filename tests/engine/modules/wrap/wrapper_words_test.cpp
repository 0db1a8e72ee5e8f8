// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/wrap/fault_plan.h"
#include "modules/wrap/wrapper.h"
#include "modules/wrap/wrapper_words.h"
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

class WrapperWordsTest : public QObject {
    Q_OBJECT
private slots:
    void values() {
        QCOMPARE(read_duration("50ms").value_or(0ns), std::chrono::nanoseconds(50ms));
        QCOMPARE(read_duration("0.5s").value_or(0ns), std::chrono::nanoseconds(500ms));
        QCOMPARE(read_duration("20us").value_or(0ns), std::chrono::nanoseconds(20us));
        for (auto wrong : {"", "50", "ms", "-1s", "5 ms", "99999s"}) QVERIFY2(!read_duration(wrong), wrong);
        QCOMPARE(read_size("10MB").value_or(0), std::uint64_t(10 << 20));
        QCOMPARE(read_size("4096").value_or(0), std::uint64_t(4096));
        for (auto wrong : {"", "MB", "10mb", "-1", "nan"}) QVERIFY2(!read_size(wrong), wrong);
        QCOMPARE(read_probability("0.25").value_or(-1), 0.25);
        for (auto wrong : {"", "1.5", "-0.1", "50%", "nan"}) QVERIFY2(!read_probability(wrong), wrong);
        QCOMPARE(read_number("18446744073709551615").value_or(0), ~std::uint64_t(0));
        for (auto wrong : {"", "1.5", "-1", "18446744073709551616"}) QVERIFY2(!read_number(wrong), wrong);
    }

    void aPlanOfFaults() {
        auto plan = FaultPlan::read("seed:42,loss:0.5,stall:5ms@0.25,gone:100");
        QVERIFY(plan.has_value());
        QCOMPARE(plan->seed, std::uint64_t(42));
        QCOMPARE(plan->gone_after, std::uint64_t(100));
        QCOMPARE(plan->probability[std::size_t(Fault::stall)], 0.25);
        QCOMPARE(plan->stall, std::chrono::nanoseconds(5ms));
    }

    void wrongWordsAreNamed_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no such wrapper") << QByteArray("recrod=x") << QByteArray("\"recrod\"");
        QTest::newRow("no such fault") << QByteArray("fault=lost:0.1") << QByteArray("lost");
        QTest::newRow("no probability") << QByteArray("fault=seed:1,loss:2") << QByteArray("\"2\"");
        QTest::newRow("no time") << QByteArray("fault=stall:50") << QByteArray("\"50\"");
        QTest::newRow("no number") << QByteArray("fault=seed:abc") << QByteArray("\"abc\"");
        QTest::newRow("no file") << QByteArray("record") << QByteArray("record=FILE");
        QTest::newRow("no size") << QByteArray("trace=x,limit:many") << QByteArray("\"many\"");
    }
    void wrongWordsAreNamed() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, named);
        auto read = read_wrapper(text.toStdString());
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().text().find(named.toStdString()) != std::string::npos, read.error().text().c_str());
        QVERIFY(!read.error().remedy.empty());
    }

    void theSameSeedMeetsTheSamePackets() {
        const auto one = *FaultPlan::read("seed:1,loss:0.1"), again = *FaultPlan::read("stall:1ms@0.5,loss:0.1,seed:1"),
                   other = *FaultPlan::read("seed:2,loss:0.1");
        int met = 0, differ = 0, threads_differ = 0;
        for (std::uint64_t n = 1; n <= 10000; n++) {
            QCOMPARE(one.meets(Fault::loss, 0, n), again.meets(Fault::loss, 0, n));
            met += one.meets(Fault::loss, 0, n);
            differ += one.meets(Fault::loss, 0, n) != other.meets(Fault::loss, 0, n);
            threads_differ += one.meets(Fault::loss, 0, n) != one.meets(Fault::loss, 1, n);
        }
        QVERIFY2(met > 850 && met < 1150, qPrintable(QString::number(met)));  // 5 standard deviations
        QVERIFY(differ > 1000 && threads_differ > 1000);
    }
};

QTEST_GUILESS_MAIN(WrapperWordsTest)
#include "wrapper_words_test.moc"
