// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/packet_search.h"
#include "ui/sample_packets.h"
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class PacketSearchTest : public QObject {
    Q_OBJECT
private slots:
    void finds_data() {
        using Kind = SearchWish::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<bool>("forward");
        QTest::addColumn<int>("packet");  // -1: nothing
        QTest::newRow("filter, next") << int(Kind::filter) << "icmp" << 2 << true << 5;
        QTest::newRow("filter, previous") << int(Kind::filter) << "icmp" << 5 << false << 2;
        QTest::newRow("wraps around") << int(Kind::filter) << "dns" << 6 << true << 0;
        QTest::newRow("wraps backwards") << int(Kind::filter) << "icmp" << 0 << false << 8;
        QTest::newRow("from nowhere") << int(Kind::filter) << "dns" << -1 << true << 0;
        QTest::newRow("text in the list") << int(Kind::text) << "STANDARD QUERY" << 0 << true << 3;
        QTest::newRow("text in the bytes") << int(Kind::text) << "ads" << 0 << true << 3;
        QTest::newRow("bytes") << int(Kind::bytes) << "0a 4d 00 0c" << 0 << true << 2;
        QTest::newRow("the only one is itself") << int(Kind::filter) << "frame.number == 4" << 3 << true << 3;
        QTest::newRow("nothing") << int(Kind::filter) << "arp" << 0 << true << -1;
    }
    void finds() {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(int, from);
        QFETCH(bool, forward);
        QFETCH(int, packet);
        const SearchWish wish{SearchWish::Kind(kind), text, from < 0 ? std::nullopt : std::optional<std::size_t>(from), forward};
        QCOMPARE(PacketSearch::fault(wish), QString());
        PacketSearch search(sample::store_of(9), wish);
        QSignalSpy found(&search, &PacketSearch::found), not_found(&search, &PacketSearch::notFound);
        QTRY_COMPARE(found.size() + not_found.size(), 1);
        QCOMPARE(found.isEmpty() ? -1 : found[0][0].toInt(), packet);
    }

    void saysWhatIsWrong() {
        QVERIFY(PacketSearch::fault({SearchWish::Kind::filter, QStringLiteral("tcp.prot"), {}, true}).contains(QLatin1String("tcp.prot")));
        QVERIFY(!PacketSearch::fault({SearchWish::Kind::bytes, QStringLiteral("4x"), {}, true}).isEmpty());
        QVERIFY(!PacketSearch::fault({SearchWish::Kind::text, QStringLiteral("  "), {}, true}).isEmpty());
    }

    void endsWhenItIsNotWantedAnyMore() {
        auto store = sample::store_of(30000);
        QElapsedTimer clock;
        clock.start();
        { PacketSearch search(store, {SearchWish::Kind::text, QStringLiteral("nowhere at all"), {}, true}); }
        QVERIFY(clock.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(PacketSearchTest)
#include "packet_search_test.moc"
