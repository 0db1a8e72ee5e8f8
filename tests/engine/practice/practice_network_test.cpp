// SPDX-License-Identifier: GPL-3.0-or-later
// Each case runs this program anew in a role, since a namespace is entered by a process and for good.
#include "practice/practice_network.h"
#include "practice/network_setting.h"
#include "traffic_watch.h"
#include <QDir>
#include <QProcess>
#include <QTest>
#include <csignal>
#include <cstdio>
#include <linux/capability.h>
#include <sched.h>
#include <sys/syscall.h>
#include <thread>

using namespace sallyport;
using namespace std::chrono_literals;

namespace {

int say_error(const Error& error) {
    std::printf("what %s\nremedy %s\n", error.what.text().c_str(), error.remedy.text().c_str());
    return 1;
}

/// Enters, makes the network, watches for a while and prints the counts.
int watch_role() {
    if (Status entered = enter_private_network(); !entered) return say_error(entered.error());
    auto network = PracticeNetwork::create({.pace = 4});
    if (!network) return say_error(network.error());
    test::TrafficWatch traffic;
    traffic.watch(6s);
    for (const auto& [kind, count] : traffic.kinds()) std::printf("%s %d\n", kind.c_str(), count);
    std::printf("hosts %zu\nalive %zu\n", (*network)->hosts().size(), (*network)->hosts_alive());
    (*network)->stop();
    std::printf("after %zu\n", (*network)->hosts_alive());
    auto again = PracticeNetwork::create();
    if (!again) return say_error(again.error());
    std::printf("again %zu\n", (*again)->hosts_alive());
    return 0;
}

/// Makes the network and waits to be killed.
int linger_role() {
    if (Status entered = enter_private_network(); !entered) return say_error(entered.error());
    auto network = PracticeNetwork::create();
    if (!network) return say_error(network.error());
    std::puts("ready");
    std::fflush(stdout);
    std::this_thread::sleep_for(60s);
    return 0;
}

void drop_all_capabilities() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct nothing[2]{};
    syscall(SYS_capset, &header, nothing);
}

constexpr int cannot_be_tried = 77;

/// Asks for the network where the kernel allows no further user namespace.
int forbidden_role() {
    if (unshare(CLONE_NEWUSER) != 0) return cannot_be_tried;
    const Descriptor limit(open("/proc/sys/user/max_user_namespaces", O_WRONLY));
    if (write(limit.get(), "0", 1) != 1) return 3;
    drop_all_capabilities();
    const Status tried = try_private_network(), entered = enter_private_network();
    return tried || entered ? 4 : say_error(tried.error());
}

/// Asks for hosts where an interface is on: it could be the user's.
int not_private_role() {
    if (Status entered = enter_private_network(); !entered) return say_error(entered.error());
    auto first = PracticeNetwork::create();
    auto second = PracticeNetwork::create();
    return first && !second ? say_error(second.error()) : 2;
}

/// Prints the ids inside: they must be those outside.
int identity_role() {
    if (Status entered = enter_private_network(); !entered) return say_error(entered.error());
    std::printf("uid %u\n", getuid());
    return 0;
}

QMap<QString, QString> answers(const QByteArray& output) {
    QMap<QString, QString> all;
    for (const QByteArray& line : output.split('\n'))
        if (const int blank = int(line.indexOf(' ')); blank > 0) all[line.left(blank)] = line.mid(blank + 1);
    return all;
}

/// What the role printed, and its "exit" code.
QMap<QString, QString> play(const QString& role) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start("/proc/self/exe", {"--role", role});
    if (!process.waitForFinished(30'000)) process.kill();
    auto all = answers(process.readAllStandardOutput());
    all["exit"] = QString::number(process.exitCode());
    return all;
}

/// The parent and state ("R", "Z" …) of a process; -1 when it is gone.
std::pair<qint64, char> parent_of(const QString& process) {
    QFile file("/proc/" + process + "/stat");
    if (!file.open(QIODevice::ReadOnly)) return {-1, 0};
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 1 ? std::pair(fields[1].toLongLong(), fields[0][0]) : std::pair(qint64(-1), char(0));
}

QStringList children_of(qint64 process) {
    QStringList children;
    for (const QString& each : QDir("/proc").entryList(QDir::Dirs))
        if (each[0].isDigit() && parent_of(each).first == process) children << each;
    return children;
}

bool gone(const QString& process) {
    const auto [parent, state] = parent_of(process);
    return parent < 0 || state == 'Z' || state == 'X';
}

}  // namespace

class PracticeNetworkTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (const Status possible = try_private_network(); !possible) QSKIP(possible.error().text().c_str());
    }

    void everything_flows() {
        const auto seen = play("watch");
        QVERIFY2(seen["exit"] == "0", qPrintable(seen["what"]));
        for (const QString kind : {"dns", "get", "page", "pong", "hello", "refused"})
            for (const char* family : {"4", "6"}) QVERIFY2(seen[kind + family].toInt() > 0, qPrintable(kind + family));
        QVERIFY(seen["login"].toInt() > 0);
        QVERIFY2(seen["all"].toInt() > 6 * 4 * 15 && seen["all"].toInt() < 6 * 4 * 120, qPrintable(seen["all"]));
        QCOMPARE(seen["hosts"], "8");
        QCOMPARE(seen["alive"], "8");
        QCOMPARE(seen["after"], "0");
        QCOMPARE(seen["again"], "8");  // a second network after the first was stopped
    }

    void hosts_die_with_the_program() {
        QProcess program;
        program.start("/proc/self/exe", {"--role", "linger"});
        QVERIFY(program.waitForReadyRead(20'000));
        QCOMPARE(program.readAllStandardOutput().trimmed(), "ready");
        const QStringList hosts = children_of(program.processId());
        QCOMPARE(hosts.size(), 8);
        kill(pid_t(program.processId()), SIGKILL);
        QVERIFY(program.waitForFinished(5'000));
        for (const QString& host : hosts) QTRY_VERIFY_WITH_TIMEOUT(gone(host), 2'000);
    }

    void refusal_names_the_remedy() {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer's own thread makes the kernel refuse for another reason");
#endif
        const auto answer = play("forbidden");
        if (answer["exit"].toInt() == cannot_be_tried) QSKIP("user namespaces are forbidden here, so that their number cannot be limited");
        QVERIFY2(answer["what"].contains("user namespace"), qPrintable(answer["what"]));
        QVERIFY2(answer["remedy"].contains("sysctl user.max_user_namespaces"), qPrintable(answer["remedy"]));
    }

    void another_network_is_left_alone() {
        const auto answer = play("not-private");
        QVERIFY2(answer["what"].contains("the interface to-"), qPrintable(answer["what"]));
        QVERIFY2(answer["remedy"].contains("--practice"), qPrintable(answer["remedy"]));
    }

    void the_user_stays_who_they_are() { QCOMPARE(play("identity")["uid"], QString::number(getuid())); }

    void trying_changes_nothing() {
        const auto network_now = [] { return QFile::symLinkTarget("/proc/self/ns/net"); };
        const QString before = network_now();
        QVERIFY(try_private_network());
        QCOMPARE(network_now(), before);
    }
};

int main(int argc, char** argv) {
    const std::string role = argc == 3 && argv[1] == std::string("--role") ? argv[2] : "";
    if (role == "watch") return watch_role();
    if (role == "linger") return linger_role();
    if (role == "forbidden") return forbidden_role();
    if (role == "not-private") return not_private_role();
    if (role == "identity") return identity_role();
    QCoreApplication app(argc, argv);
    PracticeNetworkTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "practice_network_test.moc"
