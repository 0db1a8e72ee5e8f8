// SPDX-License-Identifier: GPL-3.0-or-later
// Live capture on real interfaces: virtual cables in a network of the test's own.
#include "modules/pcap_live_module.h"
#include "contract/udp_packet.h"
#include "engine/modules/datagrams.h"
#include "engine/netfilter/own_network.h"
#include <QElapsedTimer>
#include <QtTest>
#include <map>

using namespace sallyport;
using own_network::run;

namespace {

struct Capture {
    std::unique_ptr<PacketModule> module;
    std::unique_ptr<ModuleState> state;
    Error error;

    explicit Capture(PcapLiveOptions options) : module(make_pcap_live_module(std::move(options))) {
        auto made = module->initState(0);
        if (made) state = std::move(*made);
        else error = made.error();
    }
    Received next(int milliseconds = 2000) {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < milliseconds) {
            auto received = state->receive();
            if (!std::holds_alternative<Interrupted>(received)) return received;
        }
        return Interrupted{};
    }
    /// The next packet that carries this text.
    PacketPtr find(const std::string& text) {
        for (int i = 0; i < 100; i++) {
            auto received = next();
            auto* packet = std::get_if<PacketPtr>(&received);
            if (!packet) return nullptr;
            auto bytes = (*packet)->bytes();
            if (bytes.size() >= text.size() && std::equal(text.begin(), text.end(), bytes.end() - std::ptrdiff_t(text.size())))
                return std::move(*packet);
        }
        return nullptr;
    }
};

/// A broadcast frame from the interface's own address.
ByteBuffer frame(const std::string& text, std::uint8_t source = 0x11) {
    ByteBuffer out(14 + text.size(), 0xff);
    std::fill_n(out.begin() + 6, 6, std::uint8_t(0x02));
    out[11] = source;
    out[12] = 0x88, out[13] = 0xb5;  // an ether type for experiments (IEEE 802)
    std::copy(text.begin(), text.end(), out.begin() + 14);
    return out;
}
Status send(Capture& capture, std::uint16_t interface, const ByteBuffer& bytes) {
    auto packet = capture.state->newPacket(bytes.size());
    if (!packet) return tl::unexpected(packet.error());
    (*packet)->edit() = bytes;
    (*packet)->setInterface(interface);
    return capture.state->send(**packet);
}

}  // namespace

class PcapLiveModuleTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        int status = 0;
        auto said =
            run("ip link add left address 02:02:02:02:02:11 type veth peer name right address 02:02:02:02:02:22 && "
                "ip link set left mtu 1400 up && ip link set right mtu 1300 up",
                &status);
        QVERIFY2(status == 0, said.c_str());
    }
    void cleanup() { run("ip link del left 2>/dev/null"); }

    void severalInterfaces() {
        Capture capture({.interfaces = {"left", "right"}});
        QVERIFY2(capture.state != nullptr, capture.error.text().c_str());
        QCOMPARE(capture.state->interfaces().size(), 2u);
        QCOMPARE(capture.state->interfaces()[1].name, std::string("right"));
        QCOMPARE(capture.state->interfaces()[0].ticks_per_second, std::uint64_t(1'000'000'000));
        auto sent = send(capture, 0, frame("hello"));
        QVERIFY2(sent.has_value(), sent ? "" : sent.error().text().c_str());
        std::map<int, PacketPtr> seen;
        for (int i = 0; i < 2; i++) {
            auto packet = capture.find("hello");
            QVERIFY(packet != nullptr);
            int number = packet->interface();
            seen[number] = std::move(packet);
        }
        QCOMPARE(seen.size(), 2u);  // it went out of one end, and came in at the other
        QCOMPARE(seen[0]->direction(), Direction::out);
        QCOMPARE(seen[1]->direction(), Direction::in);
        QCOMPARE(seen[0]->mtu(), 1400u);
        QCOMPARE(seen[1]->mtu(), 1300u);
        QVERIFY(capture.state->verdict(*seen[0], Verdict::drop).has_value());
    }

    void theMtuIsThatOfNow() {
        Capture capture({.interfaces = {"left"}});
        QVERIFY(send(capture, 0, frame("one")).has_value());
        QCOMPARE(capture.find("one")->mtu(), 1400u);
        run("ip link set left mtu 900");
        QTest::qWait(1100);
        QVERIFY(send(capture, 0, frame("two")).has_value());
        QCOMPARE(capture.find("two")->mtu(), 900u);
    }

    void anyTellsTheInterfaceOfEachPacket() {
        run("ip link set lo mtu 7777");
        Capture capture({.interfaces = {"any"}});
        QVERIFY2(capture.state != nullptr, capture.error.text().c_str());
        Datagrams datagrams;
        QVERIFY(datagrams.send("over loopback"));
        auto packet = capture.find("over loopback");
        QVERIFY(packet != nullptr);
        QCOMPARE(packet->linkType(), LinkType::linux_sll2);
        QCOMPARE(packet->dissector(), std::string_view("sll"));
        QCOMPARE(packet->mtu(), 7777u);
        auto refused = send(capture, 0, frame("x"));
        QVERIFY(!refused.has_value());
        QVERIFY2(!refused.error().remedy.empty(), refused.error().what.text().c_str());
    }

    void theFilterActs() {
        Datagrams wanted, other;
        Capture capture({.interfaces = {"lo"}, .capture_filter = "udp port " + std::to_string(wanted.port())});
        QVERIFY(other.send("other"));
        QVERIFY(wanted.send("wanted"));
        auto received = capture.next();
        QVERIFY(std::holds_alternative<PacketPtr>(received));
        auto bytes = std::get<PacketPtr>(received)->bytes();
        QCOMPARE(std::string(bytes.end() - 6, bytes.end()), std::string("wanted"));
    }
    void theSnapLengthCuts() {
        Capture capture({.interfaces = {"left"}, .capture_filter = "ether proto 0x88b5", .snap_length = 40});
        QVERIFY(send(capture, 0, frame(std::string(200, 'x'))).has_value());
        auto received = capture.next();
        QVERIFY(std::holds_alternative<PacketPtr>(received));
        QCOMPARE(std::get<PacketPtr>(received)->bytes().size(), 40u);
        QCOMPARE(std::get<PacketPtr>(received)->originalLength(), 214u);
    }

    void faultsAreNamed_data() {
        QTest::addColumn<QByteArray>("interface");
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such interface") << QByteArray("none0") << QByteArray()
                                           << QByteArray("cannot capture on none0: there is no such interface");
        QTest::newRow("wrong filter") << QByteArray("left") << QByteArray("tcp prot 80")
                                      << QByteArray("the capture filter \"tcp prot 80\" does not work on left");
        QTest::newRow("none named") << QByteArray() << QByteArray() << QByteArray("no interface to capture on is named");
    }
    void faultsAreNamed() {
        QFETCH(QByteArray, interface);
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, says);
        PcapLiveOptions options{.capture_filter = filter.toStdString()};
        if (!interface.isEmpty()) options.interfaces = {interface.toStdString()};
        Capture capture(options);
        QVERIFY(!capture.state);
        QVERIFY2(QByteArray::fromStdString(capture.error.what.text()).contains(says), capture.error.text().c_str());
        QVERIFY(!capture.error.remedy.empty());
    }
    void aPacketLargerThanTheMtuIsRefused() {
        Capture capture({.interfaces = {"left"}});
        auto sent = send(capture, 0, frame(std::string(1500, 'x')));
        QVERIFY(!sent.has_value());
        QVERIFY2(sent.error().what.text().find("1514 bytes are more than its MTU of 1400") != std::string::npos,
                 sent.error().what.text().c_str());
        QVERIFY(!send(capture, 0, ByteBuffer(5)).has_value());  // not even a link layer
        QVERIFY(!send(capture, 7, frame("x")).has_value());     // no such interface
    }

    void anInterfaceThatVanishesIsAnErrorAndTheOthersGoOn() {
        Capture capture({.interfaces = {"left", "lo"}});
        QVERIFY(send(capture, 0, frame("before")).has_value());
        QVERIFY(capture.find("before") != nullptr);
        run("ip link del left");
        auto received = capture.next();
        while (std::holds_alternative<PacketPtr>(received)) received = capture.next();
        QVERIFY(std::holds_alternative<Error>(received));
        QVERIFY2(std::get<Error>(received).what.text().find("cannot capture on left any more: the interface is gone") == 0,
                 std::get<Error>(received).what.text().c_str());
        Datagrams datagrams;
        QVERIFY(datagrams.send("still here"));
        QVERIFY(capture.find("still here") != nullptr);
        QVERIFY(!send(capture, 0, frame("x")).has_value());
    }
    void withTheLastInterfaceGoneItEnds() {
        Capture capture({.interfaces = {"left"}});
        run("ip link del left");
        auto received = capture.next();
        while (std::holds_alternative<PacketPtr>(received)) received = capture.next();
        QVERIFY(std::holds_alternative<Error>(received));
        QVERIFY(std::holds_alternative<EndOfPackets>(capture.next()));
        QVERIFY(std::holds_alternative<EndOfPackets>(capture.next()));
    }
    void anInterfaceThatWasDownGoesOn() {
        Capture capture({.interfaces = {"left"}});
        run("ip link set left down");
        auto received = capture.next(700);
        while (std::holds_alternative<PacketPtr>(received)) received = capture.next(700);
        QVERIFY2(std::holds_alternative<Interrupted>(received), "down is not gone");
        run("ip link set left up");
        QVERIFY(send(capture, 0, frame("up again")).has_value());
        QVERIFY(capture.find("up again") != nullptr);
    }

    void manyPacketsAreAllSeenOrCountedAsLost() {
        Datagrams datagrams;
        Capture capture({.interfaces = {"lo"}, .capture_filter = "udp port " + std::to_string(datagrams.port())});
        constexpr unsigned count = 20000;
        unsigned sent = 0, seen = 0;
        for (unsigned i = 0; i < count; i++) {
            sent += datagrams.send(std::string(100, 'x'));
            if (i % 64) continue;
            for (unsigned k = 0; k < 64 && sent > seen + 64; k++) {
                auto received = capture.state->receive();
                if (!std::holds_alternative<PacketPtr>(received)) break;
                seen++;
            }
        }
        for (;;) {
            auto received = capture.next(700);
            if (!std::holds_alternative<PacketPtr>(received)) break;
            seen++;
        }
        auto statistics = capture.state->statistics();
        QCOMPARE(statistics.received, std::uint64_t(seen));
        QCOMPARE(seen + statistics.lost, std::uint64_t(sent));
    }

    void isAvailableHere() {
        auto here = pcap_live_available();
        QVERIFY2(here.usable, here.why.text().c_str());
    }
};

OWN_NETWORK_MAIN(PcapLiveModuleTest)
#include "pcap_live_module_test.moc"
