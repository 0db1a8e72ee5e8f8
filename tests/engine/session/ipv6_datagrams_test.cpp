// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ipv6_datagrams.h"
#include <QTest>
#include <algorithm>

using namespace sallyport;

namespace {

constexpr std::uint32_t payload_at = 48;

/// A raw IPv6 packet with a fragment header before `payload`.
ByteBuffer fragment(std::uint16_t offset, bool more, std::string_view payload, std::uint8_t id = 1) {
    ByteBuffer p(payload_at + payload.size());
    p[0] = 0x60, p[6] = 44, p[7] = 64, p[23] = 1, p[39] = 2;
    store_number(p.data() + 4, 2, false, 8 + payload.size());
    p[40] = 17;
    store_number(p.data() + 42, 2, false, offset | unsigned(more));
    p[47] = id;
    std::copy(payload.begin(), payload.end(), p.begin() + payload_at);
    return p;
}
ByteBuffer judged(Ipv6Datagrams& d, const ByteBuffer& p, std::int64_t seconds = 1) {
    Bytes b = d.judged(p, LinkType::raw, {seconds * 1'000'000'000});
    return {b.begin(), b.end()};
}
ByteBuffer headers_of(const ByteBuffer& p) { return {p.begin(), p.begin() + payload_at}; }

const ByteBuffer first = fragment(0, true, "abcdefgh"), middle = fragment(8, true, "ijklmnop"), last = fragment(16, false, "qrs");
const ByteBuffer whole = fragment(0, false, "abcdefghijklmnopqrs");

}  // namespace

class Ipv6DatagramsTest : public QObject {
    Q_OBJECT
private slots:
    void headers_until_complete_then_the_whole();
    void any_order();
    void what_is_no_fragment_stays();
    void overlap_discards();
    void bounded_and_timed_out();
};

void Ipv6DatagramsTest::headers_until_complete_then_the_whole() {
    Ipv6Datagrams d;
    QCOMPARE(judged(d, first), headers_of(first));
    QCOMPARE(judged(d, middle), headers_of(middle));
    QCOMPARE(judged(d, last), whole);
    QCOMPARE(d.waiting(), std::size_t(0));
}

void Ipv6DatagramsTest::any_order() {
    Ipv6Datagrams d;
    QCOMPARE(judged(d, last), headers_of(last));
    QCOMPARE(judged(d, first), headers_of(first));
    QCOMPARE(judged(d, first), headers_of(first));  // sent twice
    QCOMPARE(judged(d, middle), whole);
}

void Ipv6DatagramsTest::what_is_no_fragment_stays() {
    Ipv6Datagrams d;
    QCOMPARE(judged(d, whole), whole);
    ByteBuffer cut(first.begin(), first.end() - 1), tiny(first.begin(), first.begin() + 20);
    QCOMPARE(judged(d, cut), cut);
    QCOMPARE(judged(d, tiny), tiny);
    QCOMPARE(judged(d, {}), ByteBuffer());
    QCOMPARE(d.waiting(), std::size_t(0));
}

void Ipv6DatagramsTest::overlap_discards() {
    Ipv6Datagrams d;
    judged(d, first);
    judged(d, fragment(0, true, "ABCDEFGH"));
    QCOMPARE(d.waiting(), std::size_t(0));
    judged(d, middle);
    QCOMPARE(judged(d, last), headers_of(last));
}

void Ipv6DatagramsTest::bounded_and_timed_out() {
    Ipv6Datagrams d;
    for (unsigned i = 0; i < 4 * Ipv6Datagrams::most_datagrams; i++) {
        ByteBuffer p = first;
        p[45] = std::uint8_t(i >> 8), p[46] = std::uint8_t(i);
        judged(d, p);
        QVERIFY(d.waiting() <= Ipv6Datagrams::most_datagrams);
    }
    judged(d, first, 1);
    judged(d, middle, 2);
    QCOMPARE(judged(d, last, 70), headers_of(last));  // a minute is all that the rest may take
}

QTEST_APPLESS_MAIN(Ipv6DatagramsTest)
#include "ipv6_datagrams_test.moc"
