// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/stream_memory.h"
#include <QTest>
#include <thread>
#include <vector>

using namespace sallyport;

namespace {

FlowKey key_of(std::uint32_t number) {
    FlowKey key;
    std::memcpy(key.low, &number, 4);
    key.family = FlowFamily::ipv4;
    return key;
}
void hear(StreamMemory& memory, std::uint32_t key, std::uint32_t number) {
    memory.change(key_of(key), number, [](auto) {});
}
/// -1: not known.
int index_of(const StreamMemory& memory, std::uint32_t key, std::uint64_t number) {
    Stream stream;
    return memory.find(key_of(key), number, stream) ? int(stream.index) : -1;
}

}  // namespace

class StreamMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void streams_are_numbered_as_they_come() {
        StreamMemory memory;
        for (std::uint32_t i = 0; i < 5; i++) hear(memory, i, i + 1);
        hear(memory, 2, 6);
        for (std::uint32_t i = 0; i < 5; i++) QCOMPARE(index_of(memory, i, 9), int(i));
        QCOMPARE(index_of(memory, 5, 9), -1);
        QCOMPARE(index_of(memory, 3, 2), -1);  // before it began
        QCOMPARE(index_of(memory, 3, 0), 3);   // a packet whose number nobody knows
    }
    void another_between_the_same_ends_is_another() {
        StreamMemory memory;
        hear(memory, 1, 10);
        memory.change(key_of(1), 20, [](auto held) {
            held.now().sides[1].base = 7;
            held.begin_again(20);
        });
        hear(memory, 2, 21);
        QCOMPARE(index_of(memory, 1, 15), 0);
        QCOMPARE(index_of(memory, 1, 20), 1);
        QCOMPARE(index_of(memory, 2, 21), 2);
        Stream first, second;
        QVERIFY(memory.find(key_of(1), 19, first) && memory.find(key_of(1), 20, second));
        QCOMPARE(first.sides[1].base, 7u);
        QCOMPARE(second.sides[1].base, 0u);
    }
    void of_the_same_ends_again_and_again_the_last_are_known() {
        StreamMemory memory(3'200);  // 100 in each half of its place
        for (std::uint32_t i = 1; i <= 10'000; i++)
            memory.change(key_of(1), i, [&](auto held) {
                if (i > 1) held.begin_again(i);
            });
        QCOMPARE(index_of(memory, 1, 10'000), 9'999);
        for (int i = 1; i < 10'000; i++) {  // forgotten, and not taken for another
            const int index = index_of(memory, 1, std::uint64_t(i));
            QVERIFY2(index == i - 1 || index == -1, qPrintable(QString::number(i)));
        }
        QCOMPARE(index_of(memory, 1, 5), -1);
    }
    void numbers_alone() {
        constexpr std::uint32_t most = 1'600;
        StreamNumbers numbers(most);
        QCOMPARE(numbers.find(key_of(7)), HashPlaces::none);
        for (std::uint32_t i = 0; i < 50 * most; i++) {
            numbers.learn(key_of(0));
            numbers.learn(key_of(i));
            QCOMPARE(numbers.find(key_of(i)), i);
        }
        QCOMPARE(numbers.find(key_of(0)), 0u);
        std::uint32_t held = 0;
        for (std::uint32_t i = 0; i < 50 * most; i++)
            if (const auto index = numbers.find(key_of(i)); index != HashPlaces::none) {
                QCOMPARE(index, i);
                held++;
            }
        QVERIFY2(held <= most && held >= most / 4, qPrintable(QString::number(held)));
    }
    void those_silent_longest_are_forgotten() {
        constexpr std::uint32_t most = 1'600;
        StreamMemory memory(most);
        for (std::uint32_t i = 0; i < 50 * most; i++) {
            hear(memory, i + 1, i + 1);
            hear(memory, 0, i + 1);  // never silent
        }
        QCOMPARE(index_of(memory, 0, 0), 1);
        std::uint32_t held = 0;
        for (std::uint32_t i = 0; i < 50 * most; i++) held += index_of(memory, i + 1, 0) >= 0;
        QVERIFY2(held <= most && held >= most / 4, qPrintable(QString::number(held)));
        for (std::uint32_t i = 50 * most - 20; i < 50 * most; i++) QVERIFY(index_of(memory, i + 1, 0) >= 0);
    }
    void marks_are_those_of_their_packet() {
        StreamMemory memory;
        memory.mark(5, {.sequence = 100, .marks = 1});
        memory.mark(9, {.sequence = 300, .marks = 3});
        memory.mark(7, {.sequence = 200, .marks = 2});  // another thread was faster
        memory.mark(7, {.sequence = 201, .marks = 4});
        QCOMPARE(memory.mark_of(5, 100).marks, 1u);
        QCOMPARE(memory.mark_of(7, 200).marks, 2u);
        QCOMPARE(memory.mark_of(7, 201).marks, 4u);
        QCOMPARE(memory.mark_of(9, 300).marks, 3u);
        QCOMPARE(memory.mark_of(9, 301).marks, 0u);
        QCOMPARE(memory.mark_of(6, 100).marks, 0u);
    }
    void many_threads_hear_and_ask() {
        StreamMemory memory;
        std::vector<std::thread> threads;
        for (std::uint32_t t = 0; t < 4; t++)
            threads.emplace_back([&memory, t] {
                for (std::uint32_t i = 0; i < 20'000; i++) {
                    hear(memory, i % 997, i + 1);
                    if (index_of(memory, i % 997, 0) < 0) qFatal("what was heard is not known");
                    if (i % 64 == t) memory.mark(i, {.sequence = i, .marks = 1});
                }
            });
        for (auto& thread : threads) thread.join();
        std::vector<int> seen;
        for (std::uint32_t i = 0; i < 997; i++) seen.push_back(index_of(memory, i, 0));
        std::sort(seen.begin(), seen.end());
        for (int i = 0; i < 997; i++) QCOMPARE(seen[std::size_t(i)], i);  // each number once
    }
};

QTEST_APPLESS_MAIN(StreamMemoryTest)
#include "stream_memory_test.moc"
