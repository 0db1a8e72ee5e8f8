// SPDX-License-Identifier: GPL-3.0-or-later
// Our table in a real kernel: what it looks like to others, what it lets pass, and that it never outlives us.
#include "netfilter/kernel_table.h"
#include "own_network.h"
#include <QElapsedTimer>
#include <QtTest>
#include <functional>
#include <linux/capability.h>
#include <sys/syscall.h>

using namespace sallyport;
using own_network::run;

namespace {

QString ruleset() { return QString::fromStdString(run("nft list ruleset 2>/dev/null")); }
bool there() { return ruleset().contains("table inet sallyport "); }
QString table() { return QString::fromStdString(run("nft list table inet sallyport 2>/dev/null")); }

bool ping(const std::string& address) {
    int status = 0;
    run("ping -c1 -W1 " + address, &status);
    return status == 0;
}

/// Runs `act` in a child process that then waits to be killed, or ends as `act` says.
pid_t child(const std::function<bool()>& act) {
    int ready[2];
    if (::pipe2(ready, O_CLOEXEC) < 0) return -1;
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (int signal : {SIGSEGV, SIGABRT, SIGTERM}) ::signal(signal, SIG_DFL);  // Qt Test would call a debugger
        const char done = act();
        if (::write(ready[1], &done, 1) != 1) ::_exit(1);
        for (;;) ::pause();
    }
    ::close(ready[1]);
    char done = 0;
    const bool heard = ::read(ready[0], &done, 1) == 1;
    ::close(ready[0]);
    return heard && done ? pid : -1;
}

bool gone_within(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (there())
        if (timer.elapsed() > milliseconds) return false;
    return true;
}

}  // namespace

class KernelTableTest : public QObject {
    Q_OBJECT
private slots:
    void cleanup() {
        run("nft delete table inet sallyport 2>/dev/null");
        QVERIFY2(!there(), "a test left the table behind");
    }

    void hasTheChainsAskedFor_data() {
        QTest::addColumn<bool>("input");
        QTest::addColumn<bool>("output");
        QTest::addColumn<bool>("forward");
        QTest::newRow("input") << true << false << false;
        QTest::newRow("output") << false << true << false;
        QTest::newRow("forward") << false << false << true;
        QTest::newRow("input, output") << true << true << false;
        QTest::newRow("all") << true << true << true;
    }
    void hasTheChainsAskedFor() {
        QFETCH(bool, input);
        QFETCH(bool, output);
        QFETCH(bool, forward);
        auto made = KernelTable::create({.input = input, .output = output, .forward = forward, .first_queue = 300, .queues = 3});
        QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
        const QString seen = table();
        QVERIFY2(seen.contains("flags owner"), qPrintable(seen));
        QCOMPARE(seen.contains("hook input priority filter - 10; policy accept;"), input);
        QVERIFY(seen.contains("hook output"));  // at least for forged packets
        QCOMPARE(seen.contains("hook forward"), forward);
        QCOMPARE(seen.contains("iiftype loopback"), input);
        const QString text = QString::fromStdString(made->text());
        QCOMPARE(text.contains("chain input"), input);
        QCOMPARE(text.contains("chain forward"), forward);
        QVERIFY(text.contains("queue flags bypass to 300-302"));
    }

    void refusesNonsense() {
        QVERIFY(!KernelTable::create({.input = false, .output = false, .forward = false}));
        QVERIFY(!KernelTable::create({.first_queue = 1, .queues = 0}));
        QVERIFY(!KernelTable::create({.first_queue = 65535, .queues = 2}));
    }

    void leavesOthersAloneByteForByte() {
        run(R"(nft -f - <<'END'
table ip mine {
    set s { type ipv4_addr; elements = { 192.0.2.1, 192.0.2.9 }; }
    chain c {
        type filter hook input priority 0
        ip saddr @s drop
        counter
    }
}
table inet sallyport2 {
    chain x {
        tcp dport 22 accept
    }
}
table ip6 six {
}
END
)");
        const QString before = ruleset();
        QVERIFY(before.contains("192.0.2.9"));
        {
            auto made = KernelTable::create({});
            QVERIFY(made.has_value());
            QString during = ruleset();
            QVERIFY(during != before);
            during.remove(table());
            QCOMPARE(during, before);
            QVERIFY(made->remove().has_value());
            QCOMPARE(ruleset(), before);
            QVERIFY(made->remove().has_value());  // a second time does nothing
        }
        {
            auto again = KernelTable::create({});
            QVERIFY(again.has_value());
        }
        QCOMPARE(ruleset(), before);  // its end removes it too
        run("nft delete table ip mine; nft delete table inet sallyport2; nft delete table ip6 six");
    }

    void cannotBeChangedByOthers() {
        auto made = KernelTable::create({});
        QVERIFY(made.has_value());
        const QString before = table();
        for (const char* command : {"nft delete table inet sallyport", "nft flush table inet sallyport",
                                    "nft add chain inet sallyport more", "nft add rule inet sallyport input drop"}) {
            int status = 0;
            run(command, &status);
            QVERIFY2(status != 0, command);
        }
        QCOMPARE(table(), before);
    }

    void saysWhoHoldsIt() {
        const pid_t other = child([] {
            static auto kept = KernelTable::create({});
            return kept.has_value();
        });
        QVERIFY(other > 0);
        auto second = KernelTable::create({});
        QVERIFY(!second);
        QVERIFY2(second.error().what.text().find("process " + std::to_string(other)) != std::string::npos,
                 second.error().what.text().c_str());
        QVERIFY(second.error().remedy.text().find("end the other one") != std::string::npos);
        QVERIFY(there());
        ::kill(other, SIGKILL);
        ::waitpid(other, nullptr, 0);
    }

    void doesNotTouchATableMadeByHand() {
        run("nft add table inet sallyport");
        const QString before = ruleset();
        auto made = KernelTable::create({});
        QVERIFY(!made);
        QVERIFY2(made.error().remedy.text().find("nft delete table inet sallyport") != std::string::npos, made.error().text().c_str());
        QCOMPARE(ruleset(), before);
    }

    void diesWithItsProcess_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGKILL") << SIGKILL;
        QTest::newRow("crash") << SIGSEGV;
        QTest::newRow("abort") << SIGABRT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void diesWithItsProcess() {
        QFETCH(int, signal);
        const QString before = ruleset();
        const pid_t other = child([] {
            static auto kept = KernelTable::create({.fail = FailPolicy::closed});
            return kept.has_value();
        });
        QVERIFY(other > 0);
        QVERIFY(there());
        ::kill(other, signal);
        QVERIFY(gone_within(1000));
        QCOMPARE(ruleset(), before);
        QVERIFY(ping("127.0.0.1"));
        ::waitpid(other, nullptr, 0);
    }

    void isNotKeptByAProgramThatWeStarted() {
        const pid_t other = child([] {
            static auto kept = KernelTable::create({});
            if (::fork() == 0) ::execlp("sleep", "sleep", "3", nullptr);
            return kept.has_value();
        });
        QVERIFY(other > 0);
        ::kill(other, SIGKILL);
        QVERIFY(gone_within(1000));
        ::waitpid(other, nullptr, 0);
    }

    // Nobody listens on the queue: that is the moment between a crash and the end of the table.
    void failurePolicyHoldsWithoutAListener_data() {
        QTest::addColumn<bool>("open");
        QTest::newRow("open: passes") << true;
        QTest::newRow("closed: refused") << false;
    }
    void failurePolicyHoldsWithoutAListener() {
        QFETCH(bool, open);
        auto made = KernelTable::create({.first_queue = 400, .fail = open ? FailPolicy::open : FailPolicy::closed});
        QVERIFY(made.has_value());
        QCOMPARE(table().contains("bypass") || QString::fromStdString(made->text()).contains("bypass"), open);
        QCOMPARE(ping("127.0.0.1"), open);
        QCOMPARE(ping("::1"), open);
        const auto queued = made->queued();
        QVERIFY(queued && *queued >= 2);
        QVERIFY(made->stop_queueing().has_value());
        QVERIFY(made->text().empty());
        QVERIFY(ping("127.0.0.1"));  // empty chains accept
        QVERIFY(there());
    }

    void ownAnswersPass() {
        auto made = KernelTable::create({.first_queue = 400, .fail = FailPolicy::closed});
        QVERIFY(made.has_value());
        int status = 0;
        // The kernel answers a ping with the mark it came with, if that is set so: the way in and out is ours.
        run("echo 1 > /proc/sys/net/ipv4/fwmark_reflect");
        run("ping -m " + std::to_string(own_answer_mark | 0x1234) + " -c1 -W1 127.0.0.1", &status);
        QCOMPARE(status, 0);
        run("ping -m " + std::to_string(0x5b000000) + " -c1 -W1 127.0.0.1", &status);
        QVERIFY(status != 0);
    }

    void probeLeavesNothing() {
        run("nft add table ip mine");
        const QString before = ruleset();
        const auto tried = KernelTable::probe();
        QVERIFY2(tried.has_value(), tried ? "" : tried.error().text().c_str());
        QCOMPARE(ruleset(), before);
        QVERIFY(ping("127.0.0.1"));
        run("nft delete table ip mine");
    }

    void saysWhatToDoWithoutPrivilege() {
        const pid_t other = child([] {
            __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
            __user_cap_data_struct none[2]{};
            if (::syscall(SYS_capset, &header, none) != 0) return false;
            for (const auto& error : {KernelTable::create({}).error(), KernelTable::probe().error()})
                if (error.code != EPERM || error.remedy.text().find("setcap") == std::string::npos ||
                    error.what.text().find("permission") == std::string::npos)
                    return false;
            return true;
        });
        QVERIFY(other > 0);
        ::kill(other, SIGKILL);
        ::waitpid(other, nullptr, 0);
    }
};

OWN_NETWORK_MAIN(KernelTableTest)
#include "kernel_table_test.moc"
