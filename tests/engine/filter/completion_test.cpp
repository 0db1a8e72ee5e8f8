// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/filter/small_registry.h"
#include "filter/completion.h"
#include <QtTest>

using namespace sallyport;

class CompletionTest : public QObject {
    Q_OBJECT

    SmallRegistry registry_;

private slots:
    void completes_data() {
        QTest::addColumn<QString>("text");                     // | is the cursor
        QTest::addColumn<QString>("replaced");
        QTest::addColumn<QString>("first");                    // the first words offered
        auto check = [](const char* text, const char* replaced, const char* first) { QTest::newRow(text) << text << replaced << first; };
        check("|", "", "ip dns eth tcp udp http ipv6 frame upper( lower(");
        check("tc|", "tc", "tcp tcp.flags tcp.options tcp.payload tcp.port tcp.seq");
        check("t|cp", "tcp", "tcp tcp.flags");
        check("tcp.p|", "tcp.p", "tcp.payload tcp.port");
        check("i|", "i", "ip ipv6 ip.addr");
        check("ttl|", "ttl", "ip.ttl");
        check("up|", "up", "upper(");
        check("n|", "n", "ntp.drift ntp.skew not");
        check("ip && tcp.po|", "tcp.po", "tcp.port");
        check("(ip.t|", "ip.t", "ip.ttl");
        check("!ip.t|", "ip.t", "ip.ttl");
        check("ip.ttl + ip.t|", "ip.t", "ip.ttl");
        check("upper(http.|)", "http.", "http.host");
        check("tcp.port |", "", "== != in > < >= <= & && ||");
        check("tcp.port i|", "i", "in");
        check("http.host |", "", "== != contains matches in");
        check("http.host con|", "con", "contains");
        check("ip.flags.df |", "", "== != && ||");
        check("tcp.options |", "", "&& || and or xor");
        check("eth.addr[0:3] |", "", "== != contains");
        check("tcp.port =|", "=", "== ===");
        check("tcp.port=|", "=", "== ===");
        check("tcp.port !|", "!", "!= !==");
        check("tcp.port == 80 |", "", "&& || and or xor");
        check("tcp.port == 80 &|", "&", "&& &");
        check("tcp.port == 80 a|", "a", "and");
        check("ip.proto == |", "", "\"ICMP\" \"TCP\" \"UDP\" \"IPv6\"");
        check("ip.proto == u|", "u", "\"UDP\" udp udp.port");
        check("ip.proto == \"t|", "\"t", "\"TCP\"");
        check("ip.proto == \"t|\" && ip", "\"t\"", "\"TCP\"");
        check("ip.proto in {\"TCP\", |", "", "\"ICMP\" \"TCP\"");
        check("ip.proto not in {u|", "u", "\"UDP\"");
        check("ip.flags.df == |", "", "1 0 true false \"Set\" \"Not set\"");
        check("ip.proto |", "", "== !=");
        check("tcp.port in |", "", "{");
        check("ip.src == ip.d|", "ip.d", "ip.dst");
        check("http.host == \"a|", "\"a", "");
        check("xyz|", "xyz", "");
        check("tcp.port ; |", "", "");
    }
    void completes() {
        QFETCH(QString, text);
        QFETCH(QString, replaced);
        QFETCH(QString, first);
        const qsizetype cursor = text.indexOf('|');
        const std::string bytes = text.remove(cursor, 1).toStdString();
        const FilterCompletion completion = filtering::complete(bytes, std::size_t(cursor), registry_);
        QVERIFY(completion.from <= completion.to && completion.to <= bytes.size());
        QCOMPARE(QString::fromStdString(bytes.substr(completion.from, completion.to - completion.from)), replaced);
        QStringList words;
        for (auto& word : completion.words) words << QString::fromStdString(word);
        QVERIFY(words.size() <= 50);
        QCOMPARE(words.join(' ').left(first.isEmpty() ? -1 : first.size()), first);
    }

    void anyCursorIsSafe() {
        const std::string text = "ip.proto == \"UDP\" && !(tcp.port in {80, 90..100}) || eth.addr[0:3] == 00:01 & x ' \" \\";
        for (std::size_t i = 0; i <= text.size() + 3; i++) filtering::complete(text, i, registry_);
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "completion_test.moc"
