// SPDX-License-Identifier: GPL-3.0-or-later
// Capture files through the façade, as the window and the command line open them.
#include "session/session.h"
#include "memory_module.h"
#include "session/packet_view.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace sallyport;

namespace {

template <class T>
void put(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string pcap_header(std::uint32_t link_type) {
    std::string out;
    put<std::uint32_t>(out, 0xa1b2c3d4), put<std::uint16_t>(out, 2), put<std::uint16_t>(out, 4);
    put<std::uint32_t>(out, 0), put<std::uint32_t>(out, 0), put<std::uint32_t>(out, 65535), put(out, link_type);
    return out;
}

void put_packet(std::string& out, std::uint32_t seconds, const ByteBuffer& bytes, std::uint32_t original = 0) {
    put(out, seconds), put<std::uint32_t>(out, 500);
    put(out, std::uint32_t(bytes.size())), put(out, original ? original : std::uint32_t(bytes.size()));
    out.append(bytes.begin(), bytes.end());
}

bool wait_for(const Session& session, SessionState state) {
    return QTest::qWaitFor([&] { return session.state() == state; }, 20000);
}

}  // namespace

class SessionTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    std::string file(const char* name, const std::string& content) {
        auto path = directory_.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    std::string capture(const char* name, unsigned packets) {
        auto content = pcap_header(101);
        for (unsigned i = 0; i < packets; i++) put_packet(content, 1000 + i, test::ipv4_packet(i & 1 ? 17 : 1, std::uint8_t(i)), 100);
        return file(name, content);
    }

private slots:
    void beginsIdle() {
        Session session;
        QCOMPARE(session.state(), SessionState::idle);
        QVERIFY(session.store() && session.store()->count() == 0);
        QCOMPARE(session.source_title().text(), std::string());
        QCOMPARE(session.kernel_table(), std::string());
        QVERIFY(!session.verdicts_act());
        QVERIFY(session.rules() && session.rules()->list().rules.empty());
        QCOMPARE(session.rule_counts().size(), std::size_t(1));
        QVERIFY(session.restart());  // of nothing: still nothing
        QCOMPARE(session.state(), SessionState::idle);
    }

    void readsAFile() {
        Session session;
        auto started = session.start(FileSource{capture("thousand.pcap", 1000)});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        QVERIFY(wait_for(session, SessionState::ended));
        QCOMPARE(session.source_title().text(), std::string("thousand.pcap"));
        QVERIFY(!session.verdicts_act());
        QVERIFY(session.troubles().empty());
        auto statistics = session.statistics();
        QCOMPARE(statistics.seen, 1000u);
        QCOMPARE(statistics.bytes, 100'000u);
        QCOMPARE(statistics.progress, 1.0);
        QCOMPARE(statistics.accepted + statistics.dropped, 0u);
        auto store = session.store();
        QCOMPARE(store->count(), std::size_t(1000));
        QCOMPARE(store->interfaces().size(), std::size_t(1));
        for (std::size_t i = 0; i < 1000; i++) {
            StoredPacket packet;
            QVERIFY(store->get(i, packet));
            QCOMPARE(packet.bytes[8], std::uint8_t(i));
            QCOMPARE(packet.record.time.ns, (1000 + std::int64_t(i)) * 1'000'000'000 + 500'000);
            QCOMPARE(packet.record.reason, VerdictReason::none);
            QCOMPARE(packet.record.original, 100u);
        }
    }

    void replaysAFileThroughRules() {
        Session session;
        auto list = RuleList::parse("drop when ip.proto == 1 && frame.number <= 501\n");
        session.set_rules(RuleSet::compile(*list).value());
        auto output = directory_.filePath("out.pcap").toStdString();
        auto started = session.start(ReplaySource{capture("replayed.pcap", 1000), 0, output});
        QVERIFY2(started.has_value(), started ? "" : started.error().text().c_str());
        QVERIFY(wait_for(session, SessionState::ended));
        QVERIFY(session.verdicts_act());
        QCOMPARE(session.statistics().dropped, 251u);
        QCOMPARE(session.rule_counts().at(0).packets, 251u);
        QCOMPARE(session.rule_counts().at(0).last_hit.ns, 1500'000'500'000);
        QCOMPARE(session.rule_counts().at(1).packets, 749u);
        QVERIFY(session.start(FileSource{output}));  // the output is whole when the replay has ended
        QVERIFY(wait_for(session, SessionState::ended));
        QVERIFY(session.troubles().empty());
        QCOMPARE(session.store()->count(), std::size_t(749));
    }

    void restartsWithAnEmptyStore() {
        Session session;
        auto path = capture("restart.pcap", 200);
        QVERIFY(session.start(FileSource{path}));
        for (int i = 0; i < 20; i++) {
            auto before = session.store();
            if (i & 1) QVERIFY(wait_for(session, SessionState::ended));
            if (i & 2) session.stop();
            QVERIFY(session.restart());
            QVERIFY(session.store() != before);
        }
        QVERIFY(wait_for(session, SessionState::ended));
        QCOMPARE(session.store()->count(), std::size_t(200));
        QCOMPARE(session.statistics().seen, 200u);
    }

    void keepsTheFilesBytesWhileTheStoreLives() {
        std::shared_ptr<PacketStore> store;
        {
            Session session;
            QVERIFY(session.start(FileSource{capture("kept.pcap", 10)}));
            QVERIFY(wait_for(session, SessionState::ended));
            store = session.store();
        }
        StoredPacket packet;
        QVERIFY(store->get(9, packet));
        QCOMPARE(packet.bytes[8], std::uint8_t(9));
        store.reset();
        QCOMPARE(packet.bytes[8], std::uint8_t(9));
    }

    void refusesWhatIsNoCapture() {
        Session session;
        auto text = file("text.txt", "this is no capture file at all"), empty = file("empty.pcap", "");
        for (auto& path : {text, empty, std::string("/nonexistent/x.pcap")}) {
            auto started = session.start(FileSource{path});
            QVERIFY(!started);
            QVERIFY2(started.error().what.text().find(path) != std::string::npos, started.error().what.text().c_str());
            QCOMPARE(session.state(), SessionState::failed);
            QCOMPARE(session.troubles().size(), std::size_t(1));
            QCOMPARE(session.store()->count(), std::size_t(0));
        }
        QVERIFY(session.start(FileSource{capture("good.pcap", 3)}));
        QVERIFY(wait_for(session, SessionState::ended));
        QVERIFY(session.troubles().empty());
    }

    void aWrongFileEndsNothingThatRuns() {
        Session session;
        QVERIFY(session.start(ReplaySource{.path = capture("slow.pcap", 50), .speed = 1}));  // a second between packets
        QVERIFY(wait_for(session, SessionState::running));
        auto store = session.store();
        auto refused = session.start(FileSource{file("readme.txt", "no capture at all")});
        QVERIFY(!refused && !refused.error().what.empty());
        QCOMPARE(session.state(), SessionState::running);
        QCOMPARE(session.store(), store);
        QVERIFY(!session.start(FileSource{directory_.filePath("missing").toStdString()}));
        QCOMPARE(session.state(), SessionState::running);
        session.stop();
    }

    void showsWhatIsThereOfACutFile() {
        auto content = pcap_header(101);
        for (int i = 0; i < 3; i++) put_packet(content, 1, test::ipv4_packet(1));
        Session session;
        QVERIFY(session.start(FileSource{file("cut.pcap", content.substr(0, content.size() - 5))}));
        QVERIFY(wait_for(session, SessionState::ended));
        QCOMPARE(session.store()->count(), std::size_t(2));
        QCOMPARE(session.troubles().size(), std::size_t(1));
    }

    void tellsThePacketsContext() {
        Session session;
        QVERIFY(session.start(FileSource{capture("context.pcap", 5)}));
        QVERIFY(wait_for(session, SessionState::ended));
        StoredPacket pin;
        PacketContext context;
        QVERIFY(packet_context(*session.store(), 3, pin, context));
        QCOMPARE(context.number, 4u);
        QCOMPARE(context.first_time.ns, 1000'000'500'000);
        QCOMPARE(context.previous_time.ns, 1002'000'500'000);
        QCOMPARE(context.time.ns, 1003'000'500'000);
        QCOMPARE(context.original_length, 100u);
        QCOMPARE(context.link_type, LinkType::raw);
        QCOMPARE(context.record, &pin.record);
        QVERIFY(!context.interface);  // pcap files do not tell
        QVERIFY(packet_context(*session.store(), 0, pin, context));
        QCOMPARE(context.previous_time.ns, 0);
        QVERIFY(!packet_context(*session.store(), 5, pin, context));
    }

    void countsFollowTheRulesInForce() {
        Session session;
        auto list = RuleList::parse("off drop\naccept in # a\n").value();
        list.rules[0].id = 7;
        session.set_rules(RuleSet::compile(list).value());
        auto counts = session.rule_counts();
        QCOMPARE(counts.size(), std::size_t(3));
        QCOMPARE(counts[0].rule, 7u);
        QCOMPARE(counts[1].rule, 2u);
        QCOMPARE(counts[2].rule, no_rule);
        session.set_rules(nullptr);
        QCOMPARE(session.rules()->list().rules.size(), std::size_t(0));
    }

    void listsInterfacesAndRequirements() {
        auto interfaces = watchable_interfaces();
        auto loopback = std::find_if(interfaces.begin(), interfaces.end(), [](auto& i) { return i.name == "lo"; });
        QVERIFY(loopback != interfaces.end());
        QVERIFY(loopback->loopback);
        QCOMPARE(QString::fromStdString(loopback->description.text()), QString("Loopback"));
        QCOMPARE(QString::fromStdString(interfaces.back().name), QString("any"));
        auto& addresses = loopback->addresses;
        if (loopback->up) QVERIFY(std::find(addresses.begin(), addresses.end(), "127.0.0.1") != addresses.end());
        for (auto& requirement : check_requirements()) {
            QVERIFY(!requirement.name.empty());
            QVERIFY2(!requirement.why.empty(), requirement.name.text().c_str());
            if (requirement.met) QVERIFY(requirement.remedy.empty());
        }
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
