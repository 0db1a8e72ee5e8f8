// SPDX-License-Identifier: GPL-3.0-or-later
// The hash table of flows, held against one of the standard library, also where everything falls into one place.
#include "flow/flow_index.h"
#include <QtTest>
#include <map>
#include <random>

using namespace sallyport;

class FlowIndexTest : public QObject {
    Q_OBJECT

    static std::uint32_t find(const FlowIndex& index, std::uint32_t hash, std::uint32_t place) {
        return index.find(hash, [&](std::uint32_t at) { return at == place; });
    }

private slots:
    void findsWhatIsThere_data() {
        QTest::addColumn<std::uint32_t>("hashes");
        QTest::newRow("all different") << 0xffffffffu;
        QTest::newRow("few, so that runs of slots grow long") << 0x3fu;
        QTest::newRow("at the end of the table, so that runs wrap around") << 0u;
    }
    void findsWhatIsThere() {
        QFETCH(std::uint32_t, hashes);
        std::mt19937 random(7);
        FlowIndex index;
        std::map<std::uint32_t, std::uint32_t> expected;  // place → hash
        std::uint32_t next = 0;
        for (int step = 0; step < 20'000; step++) {
            if (expected.size() < 300 || random() % 2) {
                const std::uint32_t hash = hashes ? random() & hashes : 0xfffffff0u + random() % 16;
                expected[next] = hash;
                index.insert(hash, next++);
                if (expected.size() < 700) continue;
            }
            const auto gone = std::next(expected.begin(), random() % 300);
            index.remove(gone->second, gone->first);
            QCOMPARE(find(index, gone->second, gone->first), FlowIndex::none);
            expected.erase(gone);
        }
        QCOMPARE(index.size(), expected.size());
        for (auto& [place, hash] : expected) QCOMPARE(find(index, hash, place), place);
    }

    void growsAndStaysAtMostHalfFull() {
        FlowIndex index;
        const std::size_t before = index.memory();
        for (std::uint32_t i = 0; i < 100'000; i++) index.insert(i * 2654435761u, i);
        QVERIFY(index.memory() > before);
        QVERIFY(index.memory() <= 100'000 * 2 * 2 * 8);
        for (std::uint32_t i = 0; i < 100'000; i++) QCOMPARE(find(index, i * 2654435761u, i), i);
    }
};

QTEST_APPLESS_MAIN(FlowIndexTest)
#include "flow_index_test.moc"
