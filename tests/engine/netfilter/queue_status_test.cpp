// SPDX-License-Identifier: GPL-3.0-or-later
#include "netfilter/queue_status.h"
#include <QtTest>

using namespace sallyport;

class QueueStatusTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheKernelsLines() {
        // As printed by seq_show() of Linux 6.18: the fields are padded, the file's last line may lack its end.
        const auto queues = parse_queue_status("28000  31468     7 2 65531    12     3      106  1\n"
                                               "    7 3734490991     0 1     0     0     0        0  1");
        QCOMPARE(queues.size(), 2u);
        QCOMPARE(queues[0].number, 28000);
        QCOMPARE(queues[0].owner, 31468u);
        QCOMPARE(queues[0].waiting, 7u);
        QCOMPARE(queues[0].copy_mode, 2u);
        QCOMPARE(queues[0].copy_range, 65531u);
        QCOMPARE(queues[0].queue_dropped, 12u);
        QCOMPARE(queues[0].user_dropped, 3u);
        QCOMPARE(queues[0].last_id, 106u);
        QCOMPARE(queues[1].number, 7);
        QCOMPARE(queues[1].owner, 3734490991u);
    }

    void skipsLinesThatAreNone_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blank lines") << QByteArray("\n\n  \n");
        QTest::newRow("words") << QByteArray("queue peer total\n");
        QTest::newRow("too few numbers") << QByteArray("1 2 3 4 5 6 7\n");
    }
    void skipsLinesThatAreNone() {
        QFETCH(QByteArray, text);
        QVERIFY(parse_queue_status(text.toStdString()).empty());
    }

    void findsFreeQueues_data() {
        QTest::addColumn<QList<int>>("taken");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("found");  // -1: none
        QTest::newRow("all free") << QList<int>{} << 28000 << 2 << 28000;
        QTest::newRow("first taken") << QList<int>{28000} << 28000 << 2 << 28001;
        QTest::newRow("gap too small") << QList<int>{28000, 28002} << 28000 << 2 << 28003;
        QTest::newRow("gap just right") << QList<int>{28000, 28003} << 28000 << 2 << 28001;
        QTest::newRow("the last ones") << QList<int>{} << 65534 << 2 << 65534;
        QTest::newRow("wraps") << QList<int>{} << 65535 << 2 << 0;
        QTest::newRow("none asked") << QList<int>{} << 0 << 0 << -1;
        QTest::newRow("too many") << QList<int>{} << 0 << 65537 << -1;
        QTest::newRow("one too many") << QList<int>{5} << 0 << 65536 << -1;
    }
    void findsFreeQueues() {
        QFETCH(QList<int>, taken);
        QFETCH(int, from);
        QFETCH(int, count);
        std::vector<QueueStatus> queues;
        for (int number : taken) queues.push_back({.number = std::uint16_t(number)});
        const auto found = free_queues(queues, std::uint16_t(from), unsigned(count));
        QTEST(found ? int(*found) : -1, "found");
    }
};

QTEST_GUILESS_MAIN(QueueStatusTest)
#include "queue_status_test.moc"
