// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/link_layer.h"
#include <QTest>

using namespace sallyport;

class LinkLayerTest : public QObject {
    Q_OBJECT
private slots:
    void anIpPacketIsKnownByItsLength() {
        for (auto* name : {"ping", "neighbour-solicitation"}) {
            auto bare = *compose(*find_template(name), {.link_type = LinkType::raw});
            auto framed = *compose(*find_template(name));
            QCOMPARE(likely_link_type(bare.bytes()), LinkType::raw);
            QCOMPARE(likely_link_type(framed.bytes()), LinkType::ethernet);
            for (std::size_t n = 0; n < bare.bytes().size(); n++) {  // a cut one is still told from a frame's addresses
                const bool is_told = n >= (bare.bytes()[0] == 0x45 ? 20u : 40u);
                QCOMPARE(likely_link_type(bare.bytes().first(n)), is_told ? LinkType::raw : LinkType::ethernet);
            }
        }
    }

    void aFrameIsKnownByItsTypeOrLength() {
        ByteBuffer frame(60);
        frame[0] = 0x60;                            // an address that an IPv6 header could begin with
        for (const int known : {0x0806, 0x0026}) {  // ARP; 38 bytes of LLC, and padding
            store_number(frame.data() + 12, 2, false, std::uint64_t(known));
            QCOMPARE(likely_link_type(frame), LinkType::ethernet);
        }
        store_number(frame.data() + 12, 2, false, 0x1234);
        QCOMPARE(likely_link_type(frame), LinkType::raw);
    }

    void framesAreMadeAndTakenAway() {
        const Surroundings ethernet{.link_type = LinkType::ethernet, .source_mac = "02:00:00:00:00:01", .gateway_mac = "02:00:00:00:00:02"};
        const Surroundings tunnel{.link_type = LinkType::raw};
        for (auto* name : {"ping", "neighbour-solicitation", "dns-query"}) {
            auto bare = *compose(*find_template(name), tunnel);
            auto framed = with_link_layer(bare, ethernet);
            QVERIFY2(framed, framed ? "" : framed.error().text().c_str());
            QCOMPARE(framed->link_type(), LinkType::ethernet);
            QCOMPARE(framed->layers().size(), bare.layers().size() + 1);
            QCOMPARE(framed->field(*framed->find("eth.dst"))->value, "02:00:00:00:00:02");
            QCOMPARE(framed->field(*framed->find("eth.src"))->value, "02:00:00:00:00:01");
            auto back = with_link_layer(*framed, tunnel);
            QVERIFY(back);
            QVERIFY(std::equal(back->bytes().begin(), back->bytes().end(), bare.bytes().begin(), bare.bytes().end()));
            QVERIFY(with_link_layer(*framed, ethernet)->snapshot() == framed->snapshot());
        }
        auto arp = with_link_layer(*compose(*find_template("arp-request")), tunnel);
        QVERIFY(!arp);
        QVERIFY(!arp.error().remedy.empty());
    }
};

QTEST_GUILESS_MAIN(LinkLayerTest)
#include "link_layer_test.moc"
