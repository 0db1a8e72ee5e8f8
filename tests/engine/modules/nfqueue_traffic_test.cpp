// SPDX-License-Identifier: GPL-3.0-or-later
// The firewall's packet module under real traffic: several queues, overload, large packets, forwarding, bursts.
#include "live_firewall.h"
#include "netfilter/queue_status.h"
#include <QtTest>
#include <algorithm>
#include <netinet/tcp.h>
#include <set>
#include <thread>

using namespace sallyport;
using own_network::run;

class NfqueueTrafficTest : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QVERIFY2(!table_is_there(), "the table is still there after the firewall's end"); }

    void severalQueuesShareTheTraffic() {
        constexpr unsigned queues = 4;
        Firewall firewall({.queues = queues});
        QVERIFY(firewall.error.what.empty());
        const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
        for (int i = 1; i <= 64; i++) {
            sockaddr_in to{};
            to.sin_family = AF_INET;
            to.sin_port = htons(9);
            to.sin_addr.s_addr = htonl(0x7f000000u + unsigned(i));
            QCOMPARE(::sendto(socket, "x", 1, 0, reinterpret_cast<sockaddr*>(&to), sizeof to), 1);
        }
        ::close(socket);
        unsigned sum = 0;
        std::set<std::uint64_t> ids;
        for (unsigned i = 0; i < queues; i++) {
            unsigned here = 0;
            while (auto packet = firewall.next(i)) {
                QCOMPARE(packet->queue(), std::uint8_t(i));
                ids.insert(packet->id());
                QVERIFY(firewall.state(i).verdict(*packet, Verdict::drop).has_value());
                here++;
            }
            QVERIFY2(here > 0, "a queue got nothing of 64 address pairs");
            sum += here;
        }
        QCOMPARE(sum, 64u);
        QCOMPARE(ids.size(), 64u);  // unique over all threads
    }

    void lossesAreCounted_data() {
        QTest::addColumn<bool>("open");
        QTest::newRow("open: they passed unseen") << true;
        QTest::newRow("closed: they were dropped") << false;
    }
    void lossesAreCounted() {
        QFETCH(bool, open);
        constexpr unsigned count = 120'000;
        Datagrams wire;
        Firewall firewall({.fail = open ? FailPolicy::open : FailPolicy::closed});
        unsigned sent = 0;
        for (unsigned i = 0; i < 4 * count && sent < count; i++) sent += wire.send(std::string(32, 'x'));
        unsigned seen = 0;
        while (auto packet = firewall.next()) {
            seen++;
            QVERIFY(firewall.state().verdict(*packet, Verdict::drop).has_value());
        }
        ModuleStatistics statistics;
        QTRY_VERIFY(!(statistics = firewall.state().statistics()).settling);
        QCOMPARE(statistics.received, std::uint64_t(seen));
        // The sender's own memory may end before the queue's does: then it was told, and nothing was lost.
        QCOMPARE(std::uint64_t(seen) + statistics.lost, std::uint64_t(sent));
        qInfo("sent %u, seen %u, lost %llu", sent, seen, static_cast<unsigned long long>(statistics.lost));
    }

    // Packets larger than the MTU, which the kernel or the card cuts later: TCP's in a stream over loopback.
    void largeStreamsPassAndCanBeEdited_data() {
        QTest::addColumn<int>("segment");
        QTest::newRow("of an Ethernet's size") << 1448;
        QTest::newRow("of loopback's: the kernel cuts 4 bytes off what we see") << 65483;
    }
    void largeStreamsPassAndCanBeEdited() {
        QFETCH(int, segment);
        constexpr std::size_t total = 3 << 20;
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* name = reinterpret_cast<sockaddr*>(&address);
        if (segment < 32768) QVERIFY(::setsockopt(listener, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment) == 0);
        QVERIFY(::bind(listener, name, length) == 0 && ::listen(listener, 1) == 0 && ::getsockname(listener, name, &length) == 0);
        Firewall firewall({});
        std::string got;
        std::thread client([&] {
            const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
            char buffer[65536];
            if (::connect(socket, name, length) == 0)
                for (ssize_t n; (n = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) got.append(buffer, std::size_t(n));
            ::close(socket);
        });
        std::thread server([&] {
            const int socket = ::accept(listener, nullptr, nullptr);
            const std::string text(total, 'a');
            for (std::size_t done = 0; done < total;) done += std::size_t(::send(socket, text.data() + done, total - done, 0));
            ::close(socket);
        });
        unsigned large = 0, partial = 0, refused = 0, wrong = 0;
        std::uint32_t longest = 0;
        while (auto packet = firewall.next()) {
            const Bytes bytes = packet->bytes();
            const std::size_t data = 20 + (bytes[32] >> 4) * 4u;
            longest = std::max(longest, packet->originalLength());
            large += bool(packet->flags() & PacketFlag::gso);
            partial += bool(packet->flags() & PacketFlag::checksum_not_ready);
            if (bytes.size() > data) {
                ByteBuffer& edited = packet->edit();
                std::fill(edited.begin() + std::ptrdiff_t(data), edited.end(), 'b');
            }
            const bool cut = packet->originalLength() > bytes.size();
            const auto done = firewall.state().verdict(*packet, Verdict::accept);
            refused += !done;
            wrong += done.has_value() == (cut && packet->changed());  // the rest of a cut packet is not known
        }                                                             // released undecided: goes on as it came
        client.join();
        server.join();
        ::close(listener);
        QCOMPARE(wrong, 0u);
        QVERIFY(large > 0 && partial > 0 && longest > 60000);
        QCOMPARE(refused > 0, longest > 65531);
        QCOMPARE(got.size(), total);
        if (!refused) QCOMPARE(got, std::string(total, 'b'));
    }

    void largeDatagramsCanBeEdited_data() {
        QTest::addColumn<int>("size");
        QTest::newRow("same length") << 4000;
        QTest::newRow("shorter than one piece") << 500;
        QTest::newRow("some pieces") << 2500;
    }
    void largeDatagramsCanBeEdited() {
        QFETCH(int, size);
        Datagrams wire;
        QVERIFY(wire.send_in_pieces(std::string(4000, 'a'), 1000));
        QCOMPARE(wire.all().size(), 4u);
        Firewall firewall({});
        QVERIFY(wire.send_in_pieces(std::string(4000, 'a'), 1000));
        auto packet = firewall.next();
        QVERIFY(packet);
        QVERIFY(packet->flags() & PacketFlag::gso);
        set_text(*packet, std::string(std::size_t(size), 'b'));
        QVERIFY(firewall.state().verdict(*packet, Verdict::accept).has_value());
        QVERIFY(firewall.state().flush().has_value());
        std::string got;
        for (auto& text : wire.all()) got += text;
        QCOMPARE(got, std::string(std::size_t(size), 'b'));
    }

    void judgesWhatIsForwarded_data() {
        QTest::addColumn<bool>("six");
        QTest::newRow("IPv4") << false;
        QTest::newRow("IPv6") << true;
    }
    void judgesWhatIsForwarded() {
        QFETCH(bool, six);
        own_network::Host left(41), right(42);
        QVERIFY2(left.works() && right.works(), (left.said() + right.said()).c_str());
        run("sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1; ip link set host42 mtu 1300");
        Firewall firewall({.input = false, .output = false, .forward = true});
        QVERIFY(firewall.error.what.empty());
        const std::string ping = left.inside() + "ping -c1 -W1 " + (six ? "fd42::2" : "10.42.0.2");
        for (Verdict verdict : {Verdict::accept, Verdict::drop}) {
            int status = -1;
            std::atomic<bool> ended{false};
            std::thread other([&] {
                run(ping, &status);
                ended = true;
            });
            unsigned seen = 0;
            while (!ended)
                if (auto packet = firewall.next()) {
                    seen++;
                    QCOMPARE(packet->direction(), Direction::forward);
                    QCOMPARE(packet->mtu(), 1300u);  // of the narrower side
                    QCOMPARE(firewall.state().interfaces().at(packet->interface()).name, std::string(seen == 1 ? "host41" : "host42"));
                    QVERIFY(firewall.state().verdict(*packet, verdict).has_value());
                }
            other.join();
            QCOMPARE(status == 0, verdict == Verdict::accept);
            QCOMPARE(seen, verdict == Verdict::accept ? 2u : 1u);  // there and back, or not even there
        }
    }

    void knowsInterfacesAndTheirMtu() {
        own_network::Host host(31);
        QVERIFY2(host.works(), host.said().c_str());
        Firewall firewall({});
        run("ip link set host31 mtu 1400");
        std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // what is known may be a second old
        const auto ping = [&](bool incoming) {
            const std::string command = incoming ? host.inside() + "ping -c1 -W2 10.31.0.1" : "ping -c1 -W2 10.31.0.2";
            bool asked = false;
            std::thread other([&] { run(command); });
            for (int i = 0; i < 40 && !asked; i++) {
                auto packet = firewall.next();
                if (!packet) continue;
                asked = packet->bytes()[0] == 0x45 && packet->bytes()[9] == 1 && packet->bytes()[20] == 8;
                if (asked) {
                    [&] {
                        QCOMPARE(firewall.state().interfaces().at(packet->interface()).name, std::string("host31"));
                        QCOMPARE(packet->mtu(), 1400u);
                        QCOMPARE(packet->direction(), incoming ? Direction::in : Direction::out);
                    }();
                }
                (void)firewall.state().verdict(*packet, Verdict::accept);
            }
            std::thread answer([&] {
                while (firewall.next())
                    ;
            });  // lets all else go by the policy
            other.join();
            answer.join();
            return asked;
        };
        QVERIFY(ping(false));
        QVERIFY(ping(true));
    }
};

OWN_NETWORK_MAIN(NfqueueTrafficTest)
#include "nfqueue_traffic_test.moc"
