// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/conversation_memory.h"
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

}  // namespace

class ConversationMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void a_fact_holds_from_the_packet_on_that_taught_it() {
        ConversationMemory memory;
        QVERIFY(memory.empty());
        memory.learn(key_of(1), {10, 7});
        QVERIFY(!memory.empty());
        QCOMPARE(memory.fact(key_of(1), 9, 99), 99u);
        QCOMPARE(memory.fact(key_of(1), 10, 99), 7u);
        QCOMPARE(memory.fact(key_of(1), 0, 99), 7u);  // a packet whose number nobody knows
        QCOMPARE(memory.fact(key_of(2), 10, 99), 99u);
    }
    void what_was_taught_first_stays_whoever_comes_first() {
        ConversationMemory memory;
        memory.learn(key_of(1), {10, 7});
        memory.learn(key_of(1), {12, 8});
        QCOMPARE(memory.fact(key_of(1), 12), 7u);
        memory.learn(key_of(1), {5, 6});  // another thread was faster
        QCOMPARE(memory.fact(key_of(1), 5), 6u);
        QCOMPARE(memory.size(), std::size_t(1));
    }
    void the_protocol_is_part_of_the_key() {
        ConversationMemory memory;
        FlowKey key = key_of(1);
        memory.learn(key, {1, 7});
        key.type = 1;
        QCOMPARE(memory.fact(key, 1, 99), 99u);
    }
    void a_full_memory_keeps_what_it_has() {
        ConversationMemory memory(160);
        for (std::uint32_t i = 0; i < 10'000; i++) memory.learn(key_of(i), {1, i + 1});
        QVERIFY2(memory.size() <= 160 && memory.size() > 100, qPrintable(QString::number(memory.size())));
        const auto before = memory.size();
        std::uint32_t wrong = 0, held = 0;
        for (std::uint32_t i = 0; i < 10'000; i++) {
            const auto value = memory.fact(key_of(i), 1);
            held += value != 0;
            wrong += value != 0 && value != i + 1;
        }
        QCOMPARE(std::size_t(held), before);
        QCOMPARE(wrong, 0u);
    }
    void threads_may_teach_and_ask_at_once() {
        ConversationMemory memory;
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (unsigned t = 0; t < 4; t++)
            threads.emplace_back([&, t] {
                for (std::uint32_t i = 0; i < 5'000; i++) {
                    memory.learn(key_of(i), {t + 1, i + 1});
                    if (memory.fact(key_of(i), 0) != i + 1) wrong++;
                }
            });
        for (auto& thread : threads) thread.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(memory.size(), std::size_t(5'000));
        for (std::uint32_t i = 0; i < 5'000; i++) QCOMPARE(memory.fact(key_of(i), 1), i + 1);
    }
};

QTEST_APPLESS_MAIN(ConversationMemoryTest)
#include "conversation_memory_test.moc"
