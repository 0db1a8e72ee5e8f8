// SPDX-License-Identifier: GPL-3.0-or-later
// Which packets a filter selects. The answers are tshark 4.0's wherever it takes the filter.
#include "engine/filter/packet_bytes.h"
#include "engine/protocols/tls_packets.h"
#include "filter/filter.h"
#include <QtTest>
#include <new>

using namespace sallyport;

namespace {

/// a: DNS question; b: HTTP request, SYN bit clear; c: IPv4 in IPv4 with TCP SYN; d: ARP; e: IPv6 with UDP.
ByteBuffer packet(char name) {
    switch (name) {
        case 'a': return ethernet(0x0800, ipv4({}, udp(5000, 53, dns_question())));
        case 'b':
            return ethernet(0x0800, ipv4({0x0a000001, 0x5db8d822, 128, 6},
                                         tcp(40000, 80, 0x18, PacketBytes().text("GET /Index HTTP/1.1\r\nHost: Example.com\r\n\r\n"))));
        case 'c':
            return ethernet(0x0800, ipv4({0x0a000001, 0x0a000002, 10, 4}, ipv4({0xc0a80001, 0xc0a80002, 20, 6}, tcp(443, 443, 2, {}))));
        case 'd':
            return ethernet(0x0806, PacketBytes()
                                        .two(1)
                                        .two(0x0800)
                                        .byte(6)
                                        .byte(4)
                                        .two(1)
                                        .list({0x6c, 0xf0, 0x49, 0xb2, 0xde, 0x6e})
                                        .four(0x0a000001)
                                        .list({0, 0, 0, 0, 0, 0})
                                        .four(0x0a00008a));
        default:
            return ethernet(0x86dd, PacketBytes()
                                        .four(0x60000000)
                                        .two(12)
                                        .byte(17)
                                        .byte(255)
                                        .four(0xfe800000)
                                        .four(0)
                                        .four(0)
                                        .four(0x5)
                                        .four(0xff020000)
                                        .four(0)
                                        .four(0)
                                        .four(0xfb)
                                        .add(udp(5353, 5353, {0xde, 0xad, 0xbe, 0xef})));
    }
}

constexpr std::size_t names = 5;

std::size_t allocations = 0, largest_allocation = 0;

}  // namespace

void* operator new(std::size_t size) {
    allocations++;
    largest_allocation = std::max(largest_allocation, size);
    if (void* memory = std::malloc(size ? size : 1)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    allocations++;
    return std::malloc(size ? size : 1);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

class EvaluatorTest : public QObject {
    Q_OBJECT

    ByteBuffer bytes_[names];

    PacketContext context(std::size_t i) const {
        PacketContext packet;
        packet.bytes = bytes_[i];
        packet.number = i + 1;
        packet.first_time.ns = 1'700'000'000'000'000'000;
        packet.time.ns = packet.first_time.ns + std::int64_t(i) * 250'000'000;
        packet.previous_time.ns = i ? packet.time.ns - 250'000'000 : 0;
        return packet;
    }

    QString selected(const Filter& filter) const {
        FilterRunner runner(filter);
        QString out;
        for (std::size_t i = 0; i < names; i++)
            if (runner.matches(context(i))) out += char('a' + i);
        return out;
    }

private slots:
    void initTestCase() {
        for (std::size_t i = 0; i < names; i++) bytes_[i] = packet(char('a' + i));
    }

    void selects_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        auto check = [](const char* filter, const char* expected) { QTest::newRow(filter) << filter << expected; };
        check("", "abcde");
        // presence and logic
        check("ip", "abc");
        check("!ip", "de");
        check("ip && !tcp", "a");
        check("tcp || udp", "abce");
        check("tcp xor ip", "a");
        check("frame xor ip xor tcp", "bcde");
        check("tcp.flags.syn", "bc");
        check("ip.flags.mf", "abc");
        check("dns.qry.name || arp", "ad");
        // numbers
        check("ip.ttl == 64", "a");
        check("ip.ttl < 20", "c");
        check("ip.ttl != 10", "ab");
        check("ip.ttl ~= 10", "abc");
        check("ip.ttl === 10", "");
        check("all ip.ttl >= 10", "abc");
        check("any ip.ttl != 10", "abc");
        check("ip.ttl == 0x40 or ip.ttl == 0b10100 or ip.ttl == 0200", "abc");
        check("ip.ttl in {64, 100..200}", "ab");
        check("ip.ttl not in {64}", "bcde");
        check("all ip.ttl in {10, 20}", "c");
        check("all ip.ttl in {20}", "");
        check("ip.ttl > -1", "abc");
        check("frame.number in {2..4}", "bcd");
        check("tcp.srcport == tcp.dstport", "c");
        check("tcp.port == 80", "b");
        check("tcp.port != 80", "c");
        check("tcp.port in {udp.port, 443}", "c");
        check("udp.port in {1..udp.dstport}", "ae");
        check("ip.ttl < tcp.port < 100", "b");
        check("ip.ttl < tcp.port < 1000", "bc");
        check("tcp.flags & 2", "c");
        check("tcp.flags & 0x12 == 2", "c");
        check("tcp.flags == 0x018", "b");
        check("tcp.flags.syn == 1", "c");
        check("tcp.flags.syn == False", "b");
        check("tcp.flags.syn == \"Set\"", "c");
        check("tcp.flags.syn < tcp.flags.ack", "b");
        check("ip.flags.df in {1}", "abc");
        check("ip.proto == \"UDP\"", "a");
        check("ip.proto in {udp, 4}", "ac");
        check("dns.qry.type == AAAA", "a");
        check("eth.type == IPv4", "abc");
        // arithmetic
        check("ip.ttl + 1 == 65", "a");
        check("ip.ttl - 100 == -36", "a");
        check("ip.ttl * 2 == 40", "c");
        check("ip.ttl / 3 == 21", "a");
        check("ip.ttl % 100 == 28", "b");
        check("-ip.ttl == -128", "b");
        check("{ip.ttl + 1} * 2 == 130", "a");
        check("ip.ttl / 0 == 1", "");
        check("tcp.seq + 4294967295 > 1", "");
        check("ip.ttl - 64", "bc");
        check("abs(ip.ttl - 100) == 36", "a");
        check("udp.dstport >= udp.srcport + 1", "");
        check("udp.length == udp.length + 0", "ae");
        // addresses
        check("ip.src == 10.0.0.1", "abc");
        check("ip.addr == 192.168.0.0/16", "ac");
        check("ip.addr != 192.168.0.0/16", "b");
        check("ip.dst > 10.0.0.0/8", "abc");
        check("ip.dst >= 93.0.0.0", "abc");
        check("ip.addr in {10.0.0.2 .. 10.0.0.9, 93.0.0.0/8}", "bc");
        check("all ip.dst in {10.0.0.0/8, 192.168.0.0/16}", "ac");
        check("ip.src == ip.dst", "");
        check("ip.src & 255.255.255.0 == 192.168.0.0", "c");
        check("ipv6.src == fe80::/10", "e");
        check("ipv6.src == fe80::5", "e");
        check("ipv6.dst == ff02::/11", "e");
        check("ipv6.src == fec0::/10", "");
        check("ipv6.src & ffff:: == fe80::", "e");
        check("ipv6.src in {fe80:: .. fe80::9}", "e");
        check("eth.src == 6c:f0:49:b2:de:6e", "abcde");
        check("eth.dst == ff:ff:ff:ff:ff:ff", "");
        check("eth.src[0:3] == 6c:f0:49", "abcde");
        check("eth.dst[0] & 1", "abcde");
        check("eth.src[0] & 1", "");
        check("eth.src == arp.src.hw_mac", "d");
        // slices and bytes
        check("ip[0] == 0x45", "abc");
        check("ip[8:1] < 40", "c");
        check("ip[-4:] == c0:a8:00:02", "ac");
        check("frame[12:2] == 08:06", "d");
        check("ip[12:4] == ip.src", "abc");
        check("ip.dst == ip[12:4]", "");
        check("ip.dst == ip[-4:]", "abc");
        check("ipv6[8:16] == ipv6.src", "e");
        check("frame[12:2] > 08", "abcde");
        check("frame[12:2] < 09", "");
        check("eth.src[0,2-3,-1:] == 6c:49:b2:6e", "abcde");
        check("eth.src[0,6] == 6c", "abcde");
        check("eth.src[6] != 00", "abcde");
        check("eth.src[6]", "");
        check("eth.src[4:4] == \"\"", "abcde");
        check("udp[8:4] == de:ad:be:ef", "");  // slices of a protocol are of its header
        check("frame[62:4] == de:ad:be:ef", "e");
        check("udp contains ad:be", "e");
        check("frame contains \"HTTP\"", "b");
        check("frame contains eth.src", "abcde");
        check("tcp contains 0x0d", "b");
        check("tcp[13] & 0x12", "bc");
        check("frame[0:2][1] == 00", "abcde");
        check("frame[1000:] == 00", "");
        // strings
        check("dns.qry.name == \"www.Example.com\"", "a");
        check("dns.qry.name == \"www.example.com\"", "");
        check("dns.qry.name contains \"Ex\"", "a");
        check("dns.qry.name contains \"\"", "");
        check("dns.qry.name matches \"^WWW\\\\.ex\"", "a");
        check("dns.qry.name matches \"(?-i)example\"", "");
        check("dns.qry.name > \"w\" and dns.qry.name < \"x\"", "a");
        check("dns.qry.name in {\"a\"..\"z\"}", "a");
        check("dns.qry.name[0:3] == \"www\"", "a");
        check("dns.qry.name[-3:] == 63:6f:6d", "a");
        check("lower(dns.qry.name) == \"www.example.com\"", "a");
        check("upper(dns.qry.name)[4:3] == \"EXA\"", "a");
        check("len(dns.qry.name) == 15", "a");
        check("len(ip) == 20", "abc");
        check("len(dns) == 33", "a");
        check("ip contains ad:be or ip contains 03:77", "a");
        check("len(frame) == frame.len", "abcde");
        check("frame matches \"get /i\"", "b");
        check("frame[0:3] matches \"^\\\\x01\\\\x00.$\"", "abcde");
        // counts, texts, extremes
        check("count(ip.addr) > 2", "c");
        check("count(ip.src) == 1", "ab");
        check("count(tcp.port) == 0", "");
        check("string(ip.ttl) == \"64\"", "a");
        check("string(ip.dst) matches \"^93\\\\.\"", "b");
        check("string(ipv6.src) == \"fe80::5\"", "e");
        check("string(eth.src) contains \"b2:de\"", "abcde");
        check("string(frame.number) matches \"[135]$\"", "ace");
        check("max(ip.ttl) == 20", "c");
        check("min(tcp.srcport, tcp.dstport, 90) == 80", "b");
        check("max(tcp.port, 60000) == 60000", "abcde");
        // layers
        check("ip.src#2 == 192.168.0.1", "c");
        check("ip.src#1 == 192.168.0.1", "");
        check("ip.addr#[2:] == 192.168.0.0/16", "c");
        check("ip#2", "c");
        check("ip.ttl#[-1] == 64", "a");
        check("udp.port#1", "ae");
        check("count(ip.addr#2) == 2", "c");
        // times
        check("frame.time_relative >= 0.5", "cde");
        check("frame.time_delta == 0.25", "bcde");
        check("frame.time_relative in {0.2 .. 0.5}", "bc");
        check("frame.time_relative - 0.25 == 0.25", "c");
        check("frame.time < \"2023-11-14 22:13:20.5Z\"", "ab");
        check("frame.time_epoch > 1", "abcde");
    }
    void selects() {
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        auto compiled = Filter::compile(filter.toStdString());
        QVERIFY2(compiled, compiled ? "" : compiled.error().text().c_str());
        QCOMPARE(selected(*compiled), expected);
    }

    void allocatesNothingOnceWarm_data() {
        QTest::addColumn<QString>("filter");
        for (const char* filter :
             {"tcp.dstport == 443 && ip.ttl < 64", "ip.addr == 10.0.0.0/8 || ipv6.src == fe80::/10", "tcp.port in {80, 443}",
              "upper(dns.qry.name) contains \"EXAMPLE\"", "frame matches \"index\"", "eth.src[0,2] & 01:01",
              "string(ip.addr#2) == \"1.1.1.1\"", "ip.ttl + tcp.port > max(udp.port, 7)", "ip xor tcp xor dns"})
            QTest::newRow(filter) << filter;
    }
    void allocatesNothingOnceWarm() {
        QFETCH(QString, filter);
        auto compiled = Filter::compile(filter.toStdString());
        QVERIFY2(compiled, compiled ? "" : compiled.error().text().c_str());
        FilterRunner runner(*compiled);
        std::size_t matched = 0, before = 0;
        for (int round = 0; round < 3; round++) {
            before = allocations;
            for (std::size_t i = 0; i < names; i++) matched += runner.matches(context(i));
        }
        QCOMPARE(allocations, before);
        QVERIFY(matched % 3 == 0);
    }

    /// Nor for a hello in pieces, once the longest was met.
    void allocatesNothingForJoinedBytes() {
        const ByteBuffer packet = test::tls_packet(test::in_records(test::client_hello("evil.example"), {3, 30, 60}));
        auto compiled = Filter::compile("tls.handshake.extensions_server_name contains \"evil\" && tls.handshake.fragment.count == 4");
        QVERIFY2(compiled, compiled ? "" : compiled.error().text().c_str());
        FilterRunner runner(*compiled);
        std::size_t matched = 0, before = 0;
        for (int round = 0; round < 3; round++) {
            before = allocations;
            matched += runner.matches(test::context_of(packet));
        }
        QCOMPARE(allocations, before);
        QCOMPARE(matched, std::size_t(3));
    }

    /// An expression that would need millennia gives up, and the packet does not match.
    void regexesAreBounded() {
        auto filter = Filter::compile("frame matches \"(a+)+[b-y]\"");
        QVERIFY(filter);
        FilterRunner runner(*filter);
        PacketContext packet;
        const ByteBuffer bytes(1500, 'a');
        packet.bytes = bytes;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!runner.matches(packet));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString("took %1 ms").arg(timer.elapsed())));
    }

    /// Each summand that occurs twice doubles the sums: there is an end to it, and what it gives up does not match.
    void sumsAreBounded() {
        QString sum = "udp.port";
        for (int i = 0; i < 100; i++) sum += " + udp.port";
        auto filter = Filter::compile((sum + " == 1 || " + sum + " in {1.." + sum + "} || " + sum + " == " + sum).toStdString());
        QVERIFY2(filter, filter ? "" : filter.error().text().c_str());
        largest_allocation = 0;
        QCOMPARE(selected(*filter), "");
        QVERIFY2(largest_allocation < 8 << 20, qPrintable(QString("%1 bytes in one piece").arg(largest_allocation)));
    }

    /// The last of many sums is compared with all of many others, unless there are too many.
    void comparisonsAreBounded() {
        auto last_equals_first = [&](int summands) {  // of ports 40000 and 80: the least sum, and the greatest less their difference
            QString sum = "tcp.port";
            for (int i = 1; i < summands; i++) sum += " + tcp.port";
            auto filter = Filter::compile(QString("%1 == %1 - %2").arg(sum).arg(summands * (40000 - 80)).toStdString());
            return filter && selected(*filter).contains('b');
        };
        QVERIFY(last_equals_first(2));
        QVERIFY(last_equals_first(8));
        QVERIFY(!last_equals_first(11));
    }

    void anyBytesAreSafe() {
        auto filter =
            Filter::compile("tcp[13] & 2 || upper(dns.qry.name)[0:3] == \"WWW\" || ip.src + 0 == ip.dst || string(ip.addr) matches \"1\"");
        QVERIFY(!filter);
        filter = Filter::compile(
            "tcp[13] & 2 || upper(dns.qry.name)[0:3] == \"XXX\" || ip.src == ip.dst || string(ip.addr#2) matches \"999\" || "
            "ipv6.src == fe80::1/64 || eth.src[-1] == 00 || udp[8:] contains \"zz\"");
        QVERIFY2(filter, filter ? "" : filter.error().text().c_str());
        FilterRunner runner(*filter);
        for (std::size_t i = 0; i < names; i++) {
            for (std::size_t length = 0; length <= bytes_[i].size(); length++) {
                const ByteBuffer cut(bytes_[i].begin(),
                                     bytes_[i].begin() + std::ptrdiff_t(length));  // of its own, so that a sanitizer sees its end
                PacketContext packet = context(i);
                packet.bytes = cut;
                packet.original_length = std::uint32_t(bytes_[i].size());
                runner.matches(packet);
            }
        }
    }
};

QTEST_GUILESS_MAIN(EvaluatorTest)
#include "evaluator_test.moc"
