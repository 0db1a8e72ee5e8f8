// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_rules.h"
#include <QtTest>

using namespace sallyport;

class SavedRulesTest : public QObject {
    Q_OBJECT
private slots:
    void keepsNumbersAndTexts() {
        PacketStore store;
        SavedRules rules(store);
        QCOMPARE(rules.in_store(7, "drop when udp"), 7u);
        QCOMPARE(rules.in_store(3, "accept"), 3u);
        QCOMPARE(rules.in_store(7, "drop when udp"), 7u);
        QCOMPARE(rules.in_store(9, ""), 9u);
        QCOMPARE(store.rule_text(7), std::string("drop when udp"));
        QCOMPARE(store.rule_text(3), std::string("accept"));
        QCOMPARE(store.rule_text(9), std::string());
        QCOMPARE(store.rule_text(1), std::string());
    }
    void tellsRulesOfTheSameNumberApart() {  // a file merged out of two
        PacketStore store;
        SavedRules rules(store);
        QCOMPARE(rules.in_store(1, "drop when udp"), 1u);
        QCOMPARE(rules.in_store(2, "accept"), 2u);
        const auto other = rules.in_store(1, "drop when tcp");
        QVERIFY(other != 1 && other != 2 && other != no_rule);
        QCOMPARE(store.rule_text(other), std::string("drop when tcp"));
        QCOMPARE(rules.in_store(1, "drop when udp"), 1u);
        QCOMPARE(rules.in_store(1, "drop when tcp"), other);
        const auto next = rules.in_store(other, "reject");  // whose number is taken by now
        QVERIFY(next != other);
        QCOMPARE(store.rule_text(next), std::string("reject"));
    }
    void isBounded() {
        PacketStore store;
        SavedRules rules(store);
        const std::string endless(60000, 'x');
        for (std::uint32_t i = 0; i < 2 * SavedRules::most_rules; i++) rules.in_store(i % 2, std::to_string(i) + endless);
        std::size_t named = 0;
        for (std::uint32_t i = 0; i < 4 * SavedRules::most_rules; i++) {
            const auto text = store.rule_text(i);
            QVERIFY(text.size() <= SavedRules::longest_text);
            named += !text.empty();
        }
        QCOMPARE(named, SavedRules::most_rules);
        QCOMPARE(rules.in_store(1'000'000, "late"), rules.in_store(2'000'000, "later"));  // without a text: nobody's is shown for it
        QCOMPARE(store.rule_text(rules.in_store(2'000'000, "later")), std::string());
    }
    void aTextIsOneLine() {
        PacketStore store;
        SavedRules rules(store);
        rules.in_store(1, std::string_view("drop\n\x1b[31m\0when\x7f udp", 20));
        QCOMPARE(store.rule_text(1), std::string("drop  [31m when  udp"));
    }
};

QTEST_GUILESS_MAIN(SavedRulesTest)
#include "saved_rules_test.moc"
