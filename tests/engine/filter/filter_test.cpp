// SPDX-License-Identifier: GPL-3.0-or-later
// Filters as the rest of the program meets them, and hostile ones.
#include "engine/filter/packet_bytes.h"
#include "filter/filter.h"
#include <QtTest>
#include <random>

using namespace sallyport;

namespace {

const char* const seeds[] = {
    "ip.addr == 10.0.0.0/8 && !(tcp.port in {80, 443, 5353..5355}) || udp",
    "eth.addr[0:3] == 00:0c:29 and frame[-4:2] contains 0x16",
    "dns.qry.name matches \"^(www|a+)[.]x\" xor upper(http.host)[1-2] == r\"A\\\"\"",
    "any tcp.port != 80 and all ip.ttl + 1 * -2 <= {3 % 2} / 7",
    "max(tcp.port, 5, udp.port) >= abs(ip.ttl - 200) & 0b11",
    "ip.src#[1:,-2--1] == fe80::1/10 or string(ipv6.src) ~ \"::\" ^^ not tcp.flags.syn == Set",
    "frame.time >= \"2024-01-01 10:00:00.5\" && frame.time_delta in {0..1.5}",
    "ip.ttl < tcp.port < 100 && ip.proto === \"UDP\" && count(ip.addr) ~= '\\x41'",
};

const char* const pieces[] = {"(",  ")",        "{",     "}",  "[",   "]",  "[0:2]", "#1", "..",      ",",    "\"",
                              "'",  "\\",       "&&",    "!",  "not", "in", "any",   "==", "matches", "-",    "/",
                              "ip", "tcp.port", "\"(\"", "0x", "::",  ".",  ":",     "&",  "upper(",  "\xff", "\n"};

ByteBuffer some_packet() { return ethernet(0x0800, ipv4({}, udp(5000, 53, dns_question()))); }

}  // namespace

class FilterTest : public QObject {
    Q_OBJECT

private slots:
    void matchesEverythingWhenEmpty() {
        for (const char* text : {"", "  ", "\n\t"}) {
            auto filter = Filter::compile(text);
            QVERIFY(filter);
            QVERIFY(filter->fields().empty());
            QVERIFY(FilterRunner(*filter).matches(PacketContext{}));
            QCOMPARE(filter->explain(), std::string("every packet matches\n"));
        }
    }

    void tellsItsFields() {
        auto filter = Filter::compile("tcp.port == 80 || ip.src#2 == 1.1.1.1 || tcp.port == 81 || udp");
        QVERIFY(filter);
        QStringList names;
        for (FieldId id : filter->fields()) names << QString::fromStdString(field_registry().fields()[id].name);
        QCOMPARE(names.join(' '), QString("tcp.port ip.src udp"));
        QCOMPARE(filter->text(), std::string("tcp.port == 80 || ip.src#2 == 1.1.1.1 || tcp.port == 81 || udp"));
    }

    /// SSDP speaks in HTTP's fields, but is not HTTP, as Wireshark sees it.
    void namesTheProtocolItself() {
        const ByteBuffer packet =
            ethernet(0x0800, ipv4({}, udp(5000, 1900, PacketBytes().text("M-SEARCH * HTTP/1.1\r\nHost: [FF02::C]:1900\r\n\r\n"))));
        PacketContext context;
        context.bytes = packet;
        for (auto& [text, matches] : {std::pair{"ssdp", true}, {"http", false}, {"http.request.method == \"M-SEARCH\"", true}}) {
            auto filter = Filter::compile(text);
            QVERIFY(filter);
            QVERIFY2(FilterRunner(*filter).matches(context) == matches, text);
        }
    }

    /// What a longer header may hold elsewhere is a direct load in all others.
    void loadsTheDestinationDirectly() {
        auto filter = Filter::compile("ip.dst == 10.0.0.1 && ip.src == 10.0.0.2");
        QVERIFY(filter);
        const std::string text = filter->explain();
        for (const char* line : {"ip.dst = 4 bytes at 16", "ip.src = 4 bytes at 12", "ip.dst by reading its layout, in a longer header"})
            QVERIFY2(text.find(line) != std::string::npos, text.c_str());
        QVERIFY2(text.find("ip.src by reading") == std::string::npos, text.c_str());
    }

    void explainsItself() {
        auto filter = Filter::compile("tcp.dstport==443 && ip.ttl<64");
        QVERIFY(filter);
        const std::string text = filter->explain();
        QVERIFY2(text.find("tcp.dstport == 443 ") != std::string::npos && text.find("ip.ttl < 64 ") != std::string::npos, text.c_str());
    }

    void errorsReadWell() {
        auto filter = Filter::compile("ip && tcp.prt == 80");
        QVERIFY(!filter);
        QCOMPARE(filter.error().text(), std::string("column 7: there is no field or protocol tcp.prt; did you mean tcp.port?"));
    }

    void survivesMoves() {
        auto filter = Filter::compile("dns.qry.name contains \"xample\" && ip.src == 10.0.0.0/8");
        QVERIFY(filter);
        Filter moved = std::move(*filter);
        FilterRunner first(moved);
        FilterRunner runner = std::move(first);
        const ByteBuffer bytes = some_packet();
        PacketContext packet;
        packet.bytes = bytes;
        QVERIFY(runner.matches(packet));
    }

    /// Whatever is typed: a filter that runs, or an error inside the text.
    void anyTextIsSafe() {
        std::mt19937 random(1);
        auto pick = [&](std::size_t count) { return std::size_t(random()) % count; };
        const ByteBuffer bytes = some_packet();
        PacketContext packet;
        packet.bytes = bytes;
        std::size_t compiled = 0;
        for (int round = 0; round < 20'000; round++) {
            std::string text = seeds[pick(std::size(seeds))];
            for (std::size_t change = pick(4) + 1; change; change--) {
                const std::size_t at = pick(text.size() + 1), length = pick(8);
                switch (pick(4)) {
                    case 0: text.insert(at, pieces[pick(std::size(pieces))]); break;
                    case 1: text.erase(at, length); break;
                    case 2: text.replace(at, length, pieces[pick(std::size(pieces))]); break;
                    default: {
                        const std::string& other = seeds[pick(std::size(seeds))];
                        text.insert(at, other, pick(other.size()), length * 3);
                    }
                }
            }
            auto filter = Filter::compile(text);
            complete_filter(text, pick(text.size() + 2));
            if (filter) {
                FilterRunner(*filter).matches(packet);
                QVERIFY(!filter->explain().empty());
                compiled++;
                continue;
            }
            const FilterError& error = filter.error();
            QVERIFY2(error.column <= text.size() && error.length >= 1 && error.column + error.length <= text.size() + 1, text.c_str());
            QVERIFY2(!error.reason.empty(), text.c_str());
        }
        QVERIFY2(compiled > 500, "the changes must leave some filters that run");
    }
};

QTEST_GUILESS_MAIN(FilterTest)
#include "filter_test.moc"
