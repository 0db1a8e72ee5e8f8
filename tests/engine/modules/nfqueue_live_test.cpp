// SPDX-License-Identifier: GPL-3.0-or-later
// The firewall's packet module on real packets of a real kernel, in a network of this test's own.
#include "../netfilter/own_network.h"
#include "datagrams.h"
#include "modules/nfqueue_module.h"
#include "netfilter/queue_status.h"
#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <netinet/tcp.h>
#include <random>
#include <set>
#include <thread>

using namespace sallyport;
using own_network::run;

namespace {

/// A module with its states, all served by the test's thread.
struct Firewall {
    explicit Firewall(NfqueueOptions options) : module(make_nfqueue_module(options)) {
        for (unsigned i = 0; i < options.queues; i++) {
            auto state = module->initState(i);
            if (!state) {
                error = state.error();
                return;
            }
            states.push_back(std::move(*state));
        }
    }
    ModuleState& state(unsigned i = 0) { return *states[i]; }
    /// The next packet of a state, or nothing within its short wait.
    PacketPtr next(unsigned i = 0) {
        auto received = state(i).receive();
        auto* packet = std::get_if<PacketPtr>(&received);
        return packet ? std::move(*packet) : nullptr;
    }
    std::vector<PacketPtr> take(std::size_t count) {
        std::vector<PacketPtr> packets;
        while (packets.size() < count)
            if (auto packet = next()) packets.push_back(std::move(packet));
            else break;
        return packets;
    }
    unsigned waiting() {
        unsigned sum = 0;
        for (auto& each : states) sum += unsigned(each->statistics().waiting);
        return sum;
    }

    std::unique_ptr<PacketModule> module;
    std::vector<std::unique_ptr<ModuleState>> states;
    Error error;
};

std::size_t payload_of(Bytes packet) { return packet[0] >> 4 == 4 ? 28 : 48; }
std::string text_of(const Packet& packet) {
    const Bytes bytes = packet.bytes().subspan(payload_of(packet.bytes()));
    return {bytes.begin(), bytes.end()};
}

/// Replaces the text of a UDP packet and repairs lengths and header checksum, but not UDP's, which came partial.
void set_text(Packet& packet, const std::string& text) {
    ByteBuffer& bytes = packet.edit();
    const std::size_t start = payload_of(bytes);
    bytes.resize(start);
    bytes.insert(bytes.end(), text.begin(), text.end());
    store_number(&bytes[start - 4], 2, false, 8 + text.size());
    if (bytes[0] >> 4 == 6) {
        store_number(&bytes[4], 2, false, 8 + text.size());
        return;
    }
    store_number(&bytes[2], 2, false, bytes.size());
    store_number(&bytes[10], 2, false, 0);
    std::uint32_t sum = 0;
    for (int i = 0; i < 20; i += 2) sum += std::uint32_t(load_be(&bytes[std::size_t(i)], 2));
    store_number(&bytes[10], 2, false, ~((sum & 0xffff) + (sum >> 16)));
}

bool table_is_there() { return run("nft list tables 2>/dev/null").find("inet sallyport\n") != std::string::npos; }

}  // namespace

class NfqueueLiveTest : public QObject {
    Q_OBJECT

    static void families() {
        QTest::addColumn<int>("family");
        QTest::newRow("IPv4") << int(AF_INET);
        QTest::newRow("IPv6") << int(AF_INET6);
    }

private slots:
    void cleanup() { QVERIFY2(!table_is_there(), "the table is still there after the firewall's end"); }

    void isAvailable() {
        const ModuleAvailability here = nfqueue_available();
        QVERIFY2(here.usable, (here.why + " / " + here.remedy).c_str());
        QCOMPARE(nfqueue_info().name, std::string("nfqueue"));
        QVERIFY(queue_status()->empty());
    }

    void tableComesWithTheLastStateAndGoesWithThem() {
        auto module = make_nfqueue_module({.queues = 2});
        QVERIFY(module->multiThreaded() && !module->passThrough() && module->isRealtime());
        auto first = module->initState(0);
        QVERIFY(first.has_value());
        QVERIFY(!table_is_there());
        QVERIFY(!module->initState(0));  // it has its queue already
        QVERIFY(!module->initState(2));
        auto second = module->initState(1);
        QVERIFY(second.has_value());
        QVERIFY(table_is_there());
        QVERIFY(nfqueue_table_text(*module).find("queue flags bypass") != std::string::npos);
        first->reset();
        QVERIFY(nfqueue_table_text(*module).empty());
        second->reset();
        QVERIFY(!table_is_there());
        QVERIFY(queue_status()->empty());
        auto again = module->initState(0);  // and it can begin again
        QVERIFY(again.has_value());
        again->reset();
    }

    void judges_data() { families(); }
    void judges() {
        QFETCH(int, family);
        Datagrams wire(family);
        QVERIFY(wire.ready());
        Firewall firewall({});
        QVERIFY2(firewall.error.what.empty(), firewall.error.text().c_str());
        QVERIFY(wire.send("yes") && wire.send("no") && wire.send("yes too"));
        const Timestamp before = Timestamp::now();
        for (const char* text : {"yes", "no", "yes too"}) {
            auto packet = firewall.next();
            QVERIFY(packet);
            QCOMPARE(text_of(*packet), std::string(text));
            QCOMPARE(packet->status(), PacketStatus::normal);
            QCOMPARE(packet->direction(), Direction::out);  // loopback is seen on its way out
            QCOMPARE(packet->linkType(), LinkType::raw);
            QCOMPARE(packet->dissector(), std::string_view("raw"));
            QCOMPARE(packet->mtu(), 65536u);
            QCOMPARE(packet->originalLength(), std::uint32_t(packet->bytes().size()));
            QCOMPARE(firewall.state().interfaces().at(packet->interface()).name, std::string("lo"));
            QVERIFY(packet->timestamp() - before < 1'000'000'000 && before - packet->timestamp() < 5'000'000'000);
            QVERIFY(firewall.state().verdict(*packet, std::string(text) == "no" ? Verdict::drop : Verdict::accept).has_value());
            QCOMPARE(packet->status(), PacketStatus::sent);
            QCOMPARE(text_of(*packet), std::string(text));  // the bytes stay until the handle goes
            const auto second = firewall.state().verdict(*packet, Verdict::accept);
            QVERIFY(!second && second.error().what.find("already") != std::string::npos);
        }
        QVERIFY(firewall.state().flush().has_value());
        QCOMPARE(wire.next(), std::string("yes"));
        QCOMPARE(wire.next(), std::string("yes too"));
        QCOMPARE(wire.next(100), std::string("(nothing)"));
        QVERIFY(!firewall.next());  // each was seen once
        QCOMPARE(firewall.state().statistics().received, 3u);
        QCOMPARE(firewall.waiting(), 0u);
    }

    void hooksChooseWhereLoopbackIsSeen_data() {
        QTest::addColumn<bool>("input");
        QTest::addColumn<bool>("output");
        QTest::addColumn<int>("direction");
        QTest::newRow("both") << true << true << int(Direction::out);
        QTest::newRow("input") << true << false << int(Direction::in);
        QTest::newRow("output") << false << true << int(Direction::out);
    }
    void hooksChooseWhereLoopbackIsSeen() {
        QFETCH(bool, input);
        QFETCH(bool, output);
        Datagrams wire;
        Firewall firewall({.input = input, .output = output});
        QVERIFY(wire.send("x"));
        auto packet = firewall.next();
        QVERIFY(packet);
        QTEST(int(packet->direction()), "direction");
        QVERIFY(firewall.state().verdict(*packet, Verdict::accept).has_value());
        QVERIFY(!firewall.next());
        QCOMPARE(wire.next(), std::string("x"));
    }

    // Runs of equal verdicts become one message to the kernel: what each packet got must not depend on that.
    void verdictsInAnyOrder_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; seed++) QTest::addRow("seed %d", seed) << seed;
    }
    void verdictsInAnyOrder() {
        QFETCH(int, seed);
        std::mt19937 random{unsigned(seed)};
        const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
        Datagrams wire;
        Firewall firewall({});
        std::multiset<std::string> expected;
        std::vector<PacketPtr> held;
        const unsigned hold = unsigned(seed) * 8;  // percent that waits
        const auto decide = [&](PacketPtr packet) {
            std::string text = text_of(*packet);
            const bool accept = chance(seed % 2 ? 90 : 50);
            if (accept && chance(10)) set_text(*packet, text += " edited");
            if (!firewall.state().verdict(*packet, accept ? Verdict::accept : Verdict::drop)) return false;
            if (accept) expected.insert(text);
            return true;
        };
        constexpr int rounds = 20, each = 50;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < each; i++) QVERIFY(wire.send(std::to_string(round * each + i)));
            for (int i = 0; i < each; i++) {
                auto packet = firewall.next();
                QVERIFY(packet);
                if (chance(hold)) held.push_back(std::move(packet));
                else QVERIFY(decide(std::move(packet)));
                if (!held.empty() && chance(hold)) {
                    std::swap(held[random() % held.size()], held.back());
                    QVERIFY(decide(std::move(held.back())));
                    held.pop_back();
                }
            }
        }
        for (auto& packet : held) QVERIFY(decide(std::move(packet)));
        QVERIFY(firewall.state().flush().has_value());
        const auto arrived = wire.all(300);
        QVERIFY(std::multiset<std::string>(arrived.begin(), arrived.end()) == expected);
        QCOMPARE(firewall.waiting(), 0u);
        QCOMPARE(firewall.state().statistics().lost, 0u);
    }

    void editedBytesGoOn_data() {
        QTest::addColumn<int>("family");
        QTest::addColumn<QByteArray>("text");
        for (int family : {AF_INET, AF_INET6}) {
            const char* name = family == AF_INET ? "IPv4" : "IPv6";
            QTest::addRow("%s, same length", name) << family << QByteArray("HELLO");
            QTest::addRow("%s, shorter", name) << family << QByteArray("h");
            QTest::addRow("%s, empty", name) << family << QByteArray("");
            QTest::addRow("%s, longer", name) << family << QByteArray("hello, and much more");
            QTest::addRow("%s, very long", name) << family << QByteArray(60000, 'x');
        }
    }
    void editedBytesGoOn() {
        QFETCH(int, family);
        QFETCH(QByteArray, text);
        Datagrams wire(family);
        Firewall firewall({});
        QVERIFY(wire.send("hello"));
        auto packet = firewall.next();
        QVERIFY(packet);
        QVERIFY(packet->flags() & PacketFlag::checksum_not_ready);
        set_text(*packet, text.toStdString());
        QVERIFY(packet->flags() & PacketFlag::edited);
        QCOMPARE(std::string(packet->receivedBytes().end() - 5, packet->receivedBytes().end()), std::string("hello"));
        QVERIFY(firewall.state().verdict(*packet, Verdict::accept).has_value());
        QVERIFY(firewall.state().flush().has_value());
        QCOMPARE(wire.next(), text.toStdString());  // UDP's checksum is right, or it would not come
    }

    void impossibleEditsAreRefused() {
        Datagrams wire;
        Firewall firewall({});
        QVERIFY(wire.send("hello"));
        auto packet = firewall.next();
        QVERIFY(packet);
        packet->edit().clear();
        QVERIFY(!firewall.state().verdict(*packet, Verdict::accept));
        packet->edit().resize(65600);
        QVERIFY(!firewall.state().verdict(*packet, Verdict::accept));
        QVERIFY(firewall.state().verdict(*packet, Verdict::drop).has_value());  // it was still undecided
        QCOMPARE(wire.next(100), std::string("(nothing)"));
    }

    void undecidedGetThePolicy_data() {
        QTest::addColumn<bool>("open");
        QTest::newRow("open: accepted") << true;
        QTest::newRow("closed: dropped") << false;
    }
    void undecidedGetThePolicy() {
        QFETCH(bool, open);
        Datagrams wire;
        {
            Firewall firewall({.fail = open ? FailPolicy::open : FailPolicy::closed});
            QVERIFY(wire.send("released"));
            firewall.next().reset();
            QVERIFY(firewall.state().flush().has_value());
            QCOMPARE(wire.next(100), std::string(open ? "released" : "(nothing)"));
            for (int i = 0; i < 300; i++) QVERIFY(wire.send("never received"));
            QVERIFY(firewall.next());  // and 63 more came with it
            QCOMPARE(firewall.waiting(), 300u);
        }
        QCOMPARE(wire.all().size(), std::size_t(open ? 300 : 0));
        QVERIFY(wire.send("after"));
        QCOMPARE(wire.next(), std::string("after"));
    }

    void noSlotLeaks() {
        run("ip addr add 127.0.0.2/8 dev lo");
        Firewall firewall({.queues = 2});
        std::atomic<bool> end{false};
        std::vector<std::thread> threads;
        for (auto& state : firewall.states)
            threads.emplace_back([&end, &state] {
                for (unsigned count = 0; !end;) {
                    auto received = state->receive();
                    auto* packet = std::get_if<PacketPtr>(&received);
                    if (packet && ++count % 3) (void)state->verdict(**packet, Verdict::accept);  // every third is just let go
                }
            });
        int status = 0;
        const std::string said = run("ping -q -i 0.002 -c 500 -W1 127.0.0.1 & ping -q -i 0.002 -c 500 -W1 ::1; wait $!", &status);
        end = true;
        for (auto& state : firewall.states) state->interrupt();
        for (auto& thread : threads) thread.join();
        QVERIFY2(status == 0 && said.find(" 0% packet loss") != std::string::npos, said.c_str());
        QCOMPARE(firewall.waiting(), 0u);
    }

    void forgedPacketsAreJudged_data() {
        QTest::addColumn<int>("family");
        QTest::addColumn<bool>("input");
        QTest::addColumn<bool>("output");
        for (int family : {AF_INET, AF_INET6})
            for (int hooks : {1, 2, 3})
                QTest::addRow("%s, %s", family == AF_INET ? "IPv4" : "IPv6", hooks == 1 ? "input" : hooks == 2 ? "output" : "both")
                    << family << bool(hooks & 1) << bool(hooks & 2);
    }
    void forgedPacketsAreJudged() {
        QFETCH(int, family);
        QFETCH(bool, input);
        QFETCH(bool, output);
        Datagrams wire(family);
        Firewall firewall({.input = input, .output = output});
        QVERIFY(wire.send("model"));
        auto model = firewall.next();
        QVERIFY(model);
        QVERIFY(!firewall.state().send(*model, false));  // not a forged one
        const auto forge = [&](const std::string& text) {
            auto packet = firewall.state().newPacket(model->bytes().size());
            QVERIFY(packet.has_value());
            QCOMPARE((*packet)->status(), PacketStatus::forged);
            QVERIFY(std::all_of((*packet)->bytes().begin(), (*packet)->bytes().end(), [](auto byte) { return byte == 0; }));
            QVERIFY(!firewall.state().verdict(**packet, Verdict::accept));  // it has to be sent first
            std::copy(model->bytes().begin(), model->bytes().end(), (*packet)->edit().begin());
            set_text(**packet, text);
            store_number(&(*packet)->edit()[payload_of((*packet)->bytes()) - 2], 2, false, 0);  // IPv4: no checksum
            if (family == AF_INET6) checksum_udp6((*packet)->edit());
            const auto sent = firewall.state().send(**packet, text == "own answer");
            QVERIFY2(sent.has_value(), sent ? "" : sent.error().text().c_str());
            QCOMPARE((*packet)->status(), PacketStatus::sent);
            QVERIFY(!firewall.state().send(**packet, false));
        };
        forge("forged 1");
        forge("forged 2");
        forge("own answer");
        QCOMPARE(wire.next(), std::string("own answer"));  // not judged at all
        for (const char* text : {"forged 1", "forged 2"}) {
            auto packet = firewall.next();
            QVERIFY(packet);
            QCOMPARE(text_of(*packet), std::string(text));
            QCOMPARE(packet->status(), PacketStatus::normal);
            QVERIFY(firewall.state().verdict(*packet, packet->bytes().back() == '1' ? Verdict::drop : Verdict::accept).has_value());
        }
        QVERIFY(firewall.state().flush().has_value());
        QCOMPARE(wire.next(), std::string("forged 2"));
        QVERIFY(!firewall.next());  // and judged once
    }
    static void checksum_udp6(ByteBuffer& p) {
        std::uint64_t sum = 17 + p.size() - 40;
        for (std::size_t i = 8; i < p.size(); i += 2) sum += i + 1 < p.size() ? load_be(&p[i], 2) : std::uint64_t(p[i]) << 8;
        while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
        store_number(&p[46], 2, false, ~sum);
    }

    void whatCannotBeSentSaysWhy() {
        Firewall firewall({});
        auto packet = firewall.state().newPacket(40);
        QVERIFY(packet.has_value());
        const auto nonsense = firewall.state().send(**packet, false);
        QVERIFY(!nonsense && nonsense.error().what.find("40 bytes") != std::string::npos);
        (*packet)->edit()[0] = 0x45;
        (*packet)->edit()[16] = 192;  // 192.0.0.0: no route in this network
        const auto nowhere = firewall.state().send(**packet, false);
        QVERIFY(!nowhere && nowhere.error().text().find("192.0.0.0") != std::string::npos && !nowhere.error().remedy.empty());
        QVERIFY(!firewall.state().newPacket(70000));
    }

    void interruptWakesAtOnce() {
        Firewall firewall({});
        for (int i = 0; i < 20; i++) {
            std::thread other([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                firewall.state().interrupt();
            });
            QElapsedTimer timer;
            timer.start();
            const auto received = firewall.state().receive();
            const auto waited = timer.elapsed();
            other.join();
            QVERIFY(std::holds_alternative<Interrupted>(received));
            QVERIFY2(waited < 200, qPrintable(QString::number(waited)));
        }
        firewall.state().interrupt();  // the next one
        QElapsedTimer timer;
        timer.start();
        QVERIFY(std::holds_alternative<Interrupted>(firewall.state().receive()));
        QVERIFY(timer.elapsed() < 100);
    }

    void takenQueuesAreAvoided() {
        Firewall wanted({.first_queue = 77});
        QVERIFY(wanted.error.what.empty());
        Firewall refused({.first_queue = 77});
        QVERIFY2(refused.error.what.find("queue 77") != std::string::npos && refused.error.what.find("process " + std::to_string(::getpid())) != std::string::npos,
                 refused.error.text().c_str());
        wanted.states.clear();
        auto taken = make_nfqueue_module({.queues = 2});
        auto first = taken->initState(0);  // binds two queues, makes no table yet
        QVERIFY(first.has_value());
        Firewall other({.queues = 3});
        QVERIFY2(other.error.what.empty(), other.error.text().c_str());
        QCOMPARE(queue_status()->size(), 5u);
    }

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
        const ModuleStatistics statistics = firewall.state().statistics();
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
            std::thread answer([&] { while (firewall.next()); });  // lets all else go by the policy
            other.join();
            answer.join();
            return asked;
        };
        QVERIFY(ping(false));
        QVERIFY(ping(true));
    }
};

OWN_NETWORK_MAIN(NfqueueLiveTest)
#include "nfqueue_live_test.moc"
