// SPDX-License-Identifier: GPL-3.0-or-later
// A set of filters says of every packet what each of its filters alone says.
#include "filter/filter_set.h"
#include "base/bytes.h"
#include <QtTest>
#include <random>

using namespace sallyport;

namespace {

/// An IPv4 packet of UDP or TCP (RFC 791, 768, 9293) with ports and addresses from a small range, so that filters meet them.
ByteBuffer random_packet(std::mt19937& random) {
    auto pick = [&](unsigned below) { return std::uint8_t(random() % below); };
    ByteBuffer bytes(60);
    bytes[0] = 0x45;
    bytes[3] = 60;
    bytes[8] = pick(4);
    bytes[9] = pick(2) ? 17 : 6;
    bytes[12] = 192, bytes[14] = 2, bytes[15] = pick(8);
    bytes[16] = 192, bytes[18] = 2, bytes[19] = pick(8);
    bytes[21] = pick(100), bytes[23] = pick(100);
    if (bytes[9] == 17) bytes[25] = 40;
    else bytes[32] = 0x50, bytes[33] = pick(64);
    if (pick(8) == 0) bytes.resize(20 + pick(40));                // cut
    return bytes;
}

std::string random_filter(std::mt19937& random) {
    static const char* const forms[] = {
        "udp.dstport == N", "tcp.port == N", "udp.port in {N, 7, 10..12}", "tcp.dstport != N", "ip.src == 192.0.2.A",
        "ip.addr == 192.0.2.A", "ip.src == 192.0.2.A/30", "ip.ttl < A", "tcp", "udp", "ip.proto == 17", "!udp", "tcp.flags.syn == 1",
        "ip.ttl == A", "frame.len > 40", "tcp.port in {1..90}", "udp.srcport & 1 == 1",
    };
    auto one = [&] {
        std::string text = forms[random() % std::size(forms)];
        auto fill = [&](char letter, unsigned below) {
            for (std::size_t at; (at = text.find(letter)) != text.npos;) text.replace(at, 1, std::to_string(random() % below));
        };
        fill('N', 100), fill('A', 8);
        return random() % 4 ? text : "not (" + text + ")";
    };
    if (random() % 20 == 0) return "";
    std::string text = one();
    for (auto more = random() % 3; more; more--) text += (random() % 3 ? " && " : " || ") + one();
    return text;
}

}  // namespace

class FilterSetTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithEachFilterAlone() {
        std::mt19937 random(20240501);
        for (int round = 0; round < 20; round++) {
            std::vector<std::string> texts;
            for (int i = 0; i < 150; i++) texts.push_back(random_filter(random));
            std::vector<Filter> filters;
            std::vector<FilterRunner> alone;
            for (auto& text : texts) {
                auto filter = Filter::compile(text);
                QVERIFY2(filter.has_value(), text.c_str());
                filters.push_back(std::move(*filter));
            }
            for (auto& filter : filters) alone.emplace_back(filter);
            auto set = FilterSet::compile(texts);
            QVERIFY(set.has_value());
            FilterSetRunner together(*set);
            std::vector<std::uint64_t> asked((texts.size() + 63) / 64);
            for (auto& word : asked) word = round % 2 ? ~0ull : std::uint64_t(random()) << 32 | random();
            for (int i = 0; i < 200; i++) {
                auto bytes = random_packet(random);
                PacketContext packet{.bytes = bytes, .link_type = LinkType::raw};
                together.start(packet);
                std::size_t next = together.next(0, asked);
                for (std::size_t f = 0; f < texts.size(); f++) {
                    bool is_asked = asked[f / 64] >> f % 64 & 1;
                    bool matches = alone[f].matches(packet);
                    QVERIFY2((next == f) == (is_asked && matches), texts[f].c_str());
                    if (next == f) next = together.next(f + 1, asked);
                }
                QCOMPARE(next, texts.size());
            }
        }
    }

    void takesNoFilters() {
        auto set = FilterSet::compile({});
        QVERIFY(set.has_value());
        FilterSetRunner runner(*set);
        runner.start({});
        QCOMPARE(runner.next(0, {}), std::size_t(0));
    }

    void refusesAWrongFilter() {
        auto set = FilterSet::compile({"ip", "ip.tll == 3"});
        QVERIFY(!set);
        QCOMPARE(set.error().column, std::size_t(0));
        QCOMPARE(QString::fromStdString(set.error().suggestion), QString("ip.ttl"));
    }

    void judgesAHundredRules() {
        std::vector<std::string> texts;
        for (int i = 0; i < 100; i++)
            texts.push_back("udp.dstport == " + std::to_string(20000 + i) + " && ip.src == 192.0.2." + std::to_string(i));
        auto set = FilterSet::compile(texts);
        FilterSetRunner runner(*set);
        const std::vector<std::uint64_t> asked(2, ~0ull);
        ByteBuffer bytes(60);
        bytes[0] = 0x45, bytes[3] = 60, bytes[9] = 17, bytes[12] = 10, bytes[25] = 40, bytes[23] = 9;
        PacketContext packet{.bytes = bytes, .link_type = LinkType::raw};
        std::size_t found = 0;
        QBENCHMARK {
            for (int i = 0; i < 1000; i++) runner.start(packet), found += runner.next(0, asked);
        }
        QCOMPARE(found % 100, std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(FilterSetTest)
#include "filter_set_test.moc"
