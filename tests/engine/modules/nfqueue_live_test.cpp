// SPDX-License-Identifier: GPL-3.0-or-later
// The firewall's packet module on real packets of a real kernel, in a network of this test's own.
#include "live_firewall.h"
#include "netfilter/queue_status.h"
#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <random>
#include <set>
#include <thread>

using namespace sallyport;
using own_network::run;

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
        QVERIFY2(here.usable, (here.why.text() + " / " + here.remedy.text()).c_str());
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
        QVERIFY(module->kernelTable().find("queue flags bypass") != std::string::npos);
        first->reset();
        QVERIFY(module->kernelTable().empty());
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
            QVERIFY(!second && second.error().what.text().find("already") != std::string::npos);
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
        QStringList missing, extra;
        for (const auto& text : arrived)
            if (auto found = expected.find(text); found != expected.end()) expected.erase(found);
            else extra.push_back(QString::fromStdString(text));
        for (const auto& text : expected) missing.push_back(QString::fromStdString(text));
        QCOMPARE(missing.join(", "), QString());
        QCOMPARE(extra.join(", "), QString());
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
                QTest::addRow("%s, %s", family == AF_INET ? "IPv4" : "IPv6",
                              hooks == 1   ? "input"
                              : hooks == 2 ? "output"
                                           : "both")
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
        QVERIFY(!nonsense && nonsense.error().what.text().find("40 bytes") != std::string::npos);
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
        const QString said = QString::fromStdString(refused.error.what.text());
        QVERIFY2(said.contains("queue 77") && said.contains("process " + QString::number(::getpid())), qPrintable(said));
        wanted.states.clear();
        auto taken = make_nfqueue_module({.queues = 2});
        auto first = taken->initState(0);  // binds two queues, makes no table yet
        QVERIFY(first.has_value());
        Firewall other({.queues = 3});
        QVERIFY2(other.error.what.empty(), other.error.text().c_str());
        QCOMPARE(queue_status()->size(), 5u);
    }
};

OWN_NETWORK_MAIN(NfqueueLiveTest)
#include "nfqueue_live_test.moc"
