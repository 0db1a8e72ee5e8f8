// SPDX-License-Identifier: GPL-3.0-or-later
// IPv6 packets that are on a way of several stations: RFC 5095, RFC 6275 6.4, RFC 8754 2.
#include "protocols/source_route.h"
#include "dissect/dissection.h"
#include "dissect/find.h"
#include "dissect/registry.h"
#include <QTest>

using namespace sallyport;

namespace {

ByteBuffer bytes_of(const char* hex) {
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

/// From 2001::9 to 2001::1 first, with checksums over the final destination.
const char* const by_two_stations =
    "6000000000332b402001000000000000000000000000000920010000000000000000000000000001"
    "11040002000000002001000000000000000000000000000220010000000000000000000000000003"
    "000901f4000bfb6b616161";
const char* const arrived =
    "60000000003b00402001000000000000000000000000000920010000000000000000000000000001"
    "2b00010431323334"
    "11040000000000002001000000000000000000000000000220010000000000000000000000000003"
    "000901f4000bfb6d616161";

/// Two routing headers, to 2001:db8::3 and 2001:db8::4, with a checksum over where tshark says that the packet goes: both with a way to
/// go; only the first; only the second.
const char* const both_ways =
    "60000000003c2b4020010db800000000000000000000000120010db8000000000000000000000002"
    "2b0200010000000020010db8000000000000000000000003110200010000000020010db800000000"
    "000000000000000400050006000cdf8d61626364";
const char* const first_way =
    "60000000003c2b4020010db800000000000000000000000120010db8000000000000000000000002"
    "2b0200010000000020010db8000000000000000000000003110200000000000020010db800000000"
    "000000000000000400050006000cdf8e61626364";
const char* const second_way =
    "60000000003c2b4020010db800000000000000000000000120010db8000000000000000000000002"
    "2b0200000000000020010db8000000000000000000000003110200010000000020010db800000000"
    "000000000000000400050006000cdf8d61626364";

PacketContext context_of(const ByteBuffer& packet) {
    PacketContext context;
    context.bytes = packet;
    context.link_type = LinkType::raw;
    return context;
}

}  // namespace

class SourceRouteTest : public QObject {
    Q_OBJECT
private slots:
    void the_final_destination_is_the_packets() {
        for (auto& [hex, place, destination] : {std::tuple{by_two_stations, 64u, "2001::3"}, {arrived, 24u, "2001::1"}}) {
            const ByteBuffer packet = bytes_of(hex);
            QCOMPARE(protocols::ipv6_final_destination(packet), place);
            PacketSummary summary;
            summarize(context_of(packet), summary);
            QCOMPARE(summary.destination, std::string(destination));
        }
    }

    void checksums_are_over_it() {
        for (const char* hex : {by_two_stations, arrived}) {
            const ByteBuffer packet = bytes_of(hex);
            FindPlan plan({field_registry().find("udp.checksum.status")});
            Finder finder(plan);
            finder.start(context_of(packet));
            QCOMPARE(finder.values(0).size(), std::size_t(1));
            QCOMPARE(finder.values(0)[0].number, 1u);  // good
        }
    }

    void the_last_way_that_is_not_gone_names_the_end() {
        for (auto& [hex, destination] : {std::pair{both_ways, "2001:db8::4"}, {first_way, "2001:db8::3"}, {second_way, "2001:db8::4"}}) {
            const ByteBuffer packet = bytes_of(hex);
            PacketSummary summary;
            summarize(context_of(packet), summary);
            QCOMPARE(summary.destination, std::string(destination));
            FindPlan plan({field_registry().find("udp.checksum.status")});
            Finder finder(plan);
            finder.start(context_of(packet));
            QCOMPARE(finder.values(0).size(), std::size_t(1));
            QCOMPARE(finder.values(0)[0].number, 1u);  // good
        }
    }

    void a_way_that_is_not_described_is_told() {
        ByteBuffer packet = bytes_of(by_two_stations);
        packet[42] = 3;  // RFC 6554: compressed addresses
        QCOMPARE(protocols::ipv6_final_destination(packet), 0u);
        packet[43] = 0;  // there already
        QCOMPARE(protocols::ipv6_final_destination(packet), protocols::ipv6_destination_place);
    }

    void every_kind_names_its_end() {
        for (auto& [type, left, place] : {std::tuple{0, 2, 24u}, {0, 0, 0u}, {2, 1, 8u}, {4, 1, 8u}, {3, 1, 0u}, {253, 1, 0u}}) {
            ByteBuffer header(8 + 32, 0xaa);  // with two addresses
            header[1] = 4, header[2] = std::uint8_t(type), header[3] = std::uint8_t(left);
            QCOMPARE(protocols::final_destination_in(header), place);
            for (std::size_t size = 0; size < header.size(); size++)
                QCOMPARE(protocols::final_destination_in(Bytes(header).first(size)), 0u);
        }
    }

    void hostile_chains_end() {
        ByteBuffer packet = bytes_of(arrived);
        for (std::size_t size = 0; size <= packet.size(); size++)
            QCOMPARE(protocols::ipv6_final_destination(Bytes(packet).first(size)), protocols::ipv6_destination_place);
        packet[41] = 255;  // the options go on behind the packet
        QCOMPARE(protocols::ipv6_final_destination(packet), protocols::ipv6_destination_place);
    }
};

QTEST_APPLESS_MAIN(SourceRouteTest)
#include "source_route_test.moc"
