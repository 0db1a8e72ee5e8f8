// SPDX-License-Identifier: GPL-3.0-or-later
// Bursts of small packets through the firewall: all are seen, none is lost on the way.
#include "live_firewall.h"
#include <QElapsedTimer>
#include <QtTest>
#include <sys/resource.h>
#include <thread>

using namespace sallyport;

namespace {

/// Sends `count` small datagrams to nobody at about `rate` a second.
unsigned send_burst(unsigned count, unsigned rate) {
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(9);
    to.sin_addr.s_addr = htonl(0x0a330002);  // 10.51.0.2
    QElapsedTimer timer;
    timer.start();
    unsigned sent = 0;
    for (unsigned i = 0; i < count; i++) {
        while (timer.nsecsElapsed() < qint64(i) * 1'000'000'000 / rate) std::this_thread::yield();
        sent += ::sendto(socket, "small packet", 12, 0, reinterpret_cast<sockaddr*>(&to), sizeof to) == 12;
    }
    ::close(socket);
    return sent;
}

double thread_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_THREAD, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1e-6 * double(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

}  // namespace

class NfqueueBurstTest : public QObject {
    Q_OBJECT
private slots:
    void losesNothing_data() {
        QTest::addColumn<unsigned>("queues");
        QTest::newRow("one queue") << 1u;
        QTest::newRow("two queues") << 2u;
    }
    void losesNothing() {
        QFETCH(unsigned, queues);
        constexpr unsigned count = 200'000;
        // The root of other users may not have a large buffer for packets that wait for us (net.core.rmem_max): go gently.
        const bool large_buffers = own_network::run("cat /proc/self/uid_map").find("4294967295") != std::string::npos;
        own_network::Host host(51);
        QVERIFY2(host.works(), host.said().c_str());
        own_network::run("ping -c1 -W2 10.51.0.2");  // the neighbour is known: no packet waits for its address
        Firewall firewall({.queues = queues});
        QVERIFY2(firewall.error.what.empty(), firewall.error.text().c_str());
        std::atomic<bool> end{false};
        std::atomic<double> cpu{0};
        std::atomic<unsigned> refused{0};
        std::vector<std::thread> threads;
        for (auto& state : firewall.states)
            threads.emplace_back([&] {
                const double before = thread_seconds();
                while (!end) {
                    auto received = state->receive();
                    if (auto* packet = std::get_if<PacketPtr>(&received)) refused += !state->verdict(**packet, Verdict::accept);
                }
                cpu = cpu + thread_seconds() - before;
            });
        const unsigned sent = send_burst(count, large_buffers ? 150'000 : 30'000);
        const auto total = [&] {
            ModuleStatistics sum;
            for (auto& state : firewall.states) {
                const ModuleStatistics each = state->statistics();
                sum.received += each.received, sum.lost += each.lost, sum.waiting += each.waiting;
            }
            return sum;
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(total().received >= sent, 5000); }();
        const ModuleStatistics sum = total();
        end = true;
        for (auto& state : firewall.states) state->interrupt();
        for (auto& thread : threads) thread.join();
        qInfo("%u packets, %.2f us CPU each", sent, 1e6 * cpu / sent);
        QCOMPARE(sent, count);
        QCOMPARE(refused.load(), 0u);
        QCOMPARE(sum.lost, 0u);
        QVERIFY(sum.received >= count && sum.received < count + 100);  // some neighbour discovery may join in
    }
};

OWN_NETWORK_MAIN(NfqueueBurstTest, true)
#include "nfqueue_burst_test.moc"
