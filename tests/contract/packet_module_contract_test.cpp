// SPDX-License-Identifier: GPL-3.0-or-later
// Every module keeps every row of the contract. A new module is one line in subjects().
#include "contract/file_subjects.h"
#include "contract/network_subjects.h"
#include "contract/packet_module_contract.h"
#include "contract/plugin_subject.h"
#include "contract/wrapped_subject.h"
#include "engine/netfilter/own_network.h"

using namespace contract;

namespace {

struct NamedSubject {
    const char* name;
    MakeSubject make;
};
std::unique_ptr<Subject> wrap(std::unique_ptr<Subject> subject, std::vector<std::string> wrappers) {
    return std::make_unique<WrappedSubject>(std::move(subject), std::move(wrappers));
}

const std::vector<NamedSubject>& subjects() {
    static const std::vector<NamedSubject> all = {
        {"pcap-file", [] { return std::make_unique<PcapFileSubject>(); }},
        {"pcap-live", [] { return std::make_unique<PcapLiveSubject>(); }},
        {"replay, undecided is accepted", [] { return std::make_unique<ReplaySubject>(Verdict::accept); }},
        {"replay, undecided is dropped", [] { return std::make_unique<ReplaySubject>(Verdict::drop); }},
        {"nfqueue, fail-open", [] { return std::make_unique<NfqueueSubject>(FailPolicy::open); }},
        {"nfqueue, fail-closed", [] { return std::make_unique<NfqueueSubject>(FailPolicy::closed); }},
        {"a plug-in", [] { return std::make_unique<PluginSubject>(); }},
        {"a plug-in, recorded", [] { return wrap(std::make_unique<PluginSubject>(), {"record=FOLDER/all.pcapng"}); }},
        {"pcap-file, recorded", [] { return wrap(std::make_unique<PcapFileSubject>(), {"record=FOLDER/all.pcapng"}); }},
        {"pcap-live, recorded", [] { return wrap(std::make_unique<PcapLiveSubject>(), {"record=FOLDER/all.pcapng"}); }},
        {"replay, recorded", [] { return wrap(std::make_unique<ReplaySubject>(Verdict::accept), {"record=FOLDER/all.pcapng"}); }},
        {"nfqueue, recorded", [] { return wrap(std::make_unique<NfqueueSubject>(FailPolicy::open), {"record=FOLDER/all.pcapng"}); }},
        {"replay, traced", [] { return wrap(std::make_unique<ReplaySubject>(Verdict::drop), {"trace=FOLDER/calls,limit:8KB"}); }},
        {"nfqueue, traced", [] { return wrap(std::make_unique<NfqueueSubject>(FailPolicy::closed), {"trace=FOLDER/calls"}); }},
        {"replay, without faults", [] { return wrap(std::make_unique<ReplaySubject>(Verdict::accept), {"fault=seed:7"}); }},
        {"nfqueue, all around",
         [] {
             return wrap(std::make_unique<NfqueueSubject>(FailPolicy::open),
                         {"fault=seed:7", "record=FOLDER/all.pcapng", "trace=FOLDER/calls"});
         }},
    };
    return all;
}

/// Says why, where a packet did not come.
#define VERIFY_RUNNING(running) QVERIFY2((running).state != nullptr, (running).trouble.c_str())
#define VERIFY_PACKET(packet, running) QVERIFY2((packet) != nullptr, (running).trouble.c_str())

}  // namespace

class PacketModuleContractTest : public QObject {
    Q_OBJECT
    std::unique_ptr<Subject> subject_;

    static void each_module() {
        QTest::addColumn<int>("subject");
        for (std::size_t i = 0; i < subjects().size(); i++) QTest::newRow(subjects()[i].name) << int(i);
    }
    Subject& subject() {
        if (!subject_) {
            QFETCH(int, subject);
            subject_ = subjects()[std::size_t(subject)].make();
        }
        return *subject_;
    }
    /// Gives a forged packet its bytes.
    Result<PacketPtr> forged(Running& running, const std::string& text) {
        auto bytes = subject().forge(text);
        auto packet = running.state->newPacket(bytes.size());
        if (packet) std::copy(bytes.begin(), bytes.end(), (*packet)->edit().begin());
        return packet;
    }

private slots:
    void cleanup() { subject_.reset(); }

    void everyListedModuleIsTested() {
        for (auto& entry : all_modules()) {
            QVERIFY2(std::any_of(subjects().begin(), subjects().end(), [&](auto& it) { return it.make()->name() == entry.info.name; }),
                     entry.info.name.c_str());
            QVERIFY(!entry.info.title.empty() && !entry.info.description.empty() && !entry.info.author.empty());
            QCOMPARE(entry.info.api_version, packet_module_api_version);
            auto here = entry.available();
            QVERIFY2(here.usable || (!here.why.empty() && !here.remedy.empty()), "what cannot be used says why and what to do");
        }
    }

    void everyWrapperIsTested() {
        for (auto* kind : all_wrappers()) {
            QVERIFY(!kind->options.empty() && !kind->help.empty());
            QVERIFY(std::any_of(subjects().begin(), subjects().end(),
                                [&](auto& it) { return it.make()->name().find(std::string(kind->name) + "(") != std::string::npos; }));
            QVERIFY(!read_wrapper(std::string(kind->name) + "=").has_value());
        }
        auto unknown = read_wrapper("recrod=x");
        QVERIFY(!unknown.has_value() && unknown.error().remedy.text().find("record=FILE") != std::string::npos);
    }

    void tellsWhatItIs_data() { each_module(); }
    void tellsWhatItIs() {
        auto module = subject().make(texts(1));
        QCOMPARE(module->info().name, subject().name());
        QCOMPARE(module->info().api_version, packet_module_api_version);
        QCOMPARE(module->multiThreaded(), subject().multi_threaded());
        QCOMPARE(module->passThrough(), subject().pass_through());
        QCOMPARE(module->isRealtime(), subject().realtime());
        auto listed =
            std::any_of(all_modules().begin(), all_modules().end(), [&](auto& it) { return it.info.name == subject().innermost_name(); });
        QVERIFY(listed || subject().out_of_tree());
    }

    void oneStateAThread_data() { each_module(); }
    void oneStateAThread() {
        auto module = subject().make(texts(1));
        auto first = module->initState(0);
        QVERIFY(first.has_value());
        auto second = module->initState(1);
        QVERIFY2(!second.has_value(), "more states than it was made for");
        QVERIFY(!second.error().what.empty());
    }

    void aFailureNamesCauseAndRemedy_data() { each_module(); }
    void aFailureNamesCauseAndRemedy() {
        auto state = subject().make_impossible()->initState(0);
        QVERIFY(!state.has_value());
        QVERIFY(state.error().what.text().size() > 10);
        QVERIFY2(!state.error().remedy.empty(), state.error().what.text().c_str());
    }

    void receivesPacketsAsTheyAre_data() { each_module(); }
    void receivesPacketsAsTheyAre() {
        constexpr unsigned count = 9;
        auto started = Timestamp::now();
        Running running(subject().make(texts(count)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        std::set<std::uint64_t> ids;
        std::int64_t clock = INT64_MIN, jumps = 0, previous = INT64_MIN;
        for (unsigned i = 0; i < count; i++) {
            auto packet = running.next();
            VERIFY_PACKET(packet, running);
            QCOMPARE(text_of(packet->bytes()), text(i));
            QCOMPARE(packet->status(), PacketStatus::normal);
            QCOMPARE(packet->dissector(), first_protocol(packet->linkType()));
            QVERIFY(packet->dissector() == "eth" || packet->dissector() == "ip" || packet->dissector() == "raw");
            QVERIFY(ids.insert(packet->id()).second);
            QCOMPARE(packet->originalLength(), std::uint32_t(packet->bytes().size()));
            QCOMPARE(packet->mtu(), subject().mtu());
            auto interfaces = running.state->interfaces();
            QVERIFY(packet->interface() < interfaces.size());
            QVERIFY(!interfaces[packet->interface()].name.empty());
            QVERIFY(!packet->changed() && !packet->ownAnswer());
            auto time = packet->timestamp();
            if (subject().realtime()) QVERIFY(time.ns >= started.ns - 1'000'000 && time.ns <= Timestamp::now().ns + 1'000'000);
            else QVERIFY(time.ns >= FileSubject::start && time.ns < FileSubject::start + 1'000'000'000);
            jumps += time.ns < previous;
            previous = time.ns;
            QVERIFY2(running.state->clock().ns >= clock, "the module's time jumped back");
            clock = running.state->clock().ns;
            QVERIFY(running.state->verdict(*packet, Verdict::accept).has_value());
        }
        if (!subject().realtime()) {
            QVERIFY2(jumps > 0, "the packets' own times must stay what they are");
            QVERIFY(clock < FileSubject::start + 1'000'000'000);
        }
        QVERIFY(running.state->flush().has_value());
        QCOMPARE(running.state->statistics().received, std::uint64_t(count));
    }

    void stableBytesOutliveTheState_data() { each_module(); }
    void stableBytesOutliveTheState() {
        Running running(subject().make(texts(1)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        auto packet = running.next();
        VERIFY_PACKET(packet, running);
        if (!packet->bytesAreStable()) {
            QVERIFY(running.state->keptMemory().empty() || !running.state->keeper());
            return;
        }
        auto bytes = packet->bytes(), memory = running.state->keptMemory();
        auto keeper = running.state->keeper();
        QVERIFY(keeper && bytes.data() >= memory.data() && bytes.data() + bytes.size() <= memory.data() + memory.size());
        packet.reset();
        running.state.reset();
        running.module.reset();
        QCOMPARE(text_of(bytes), text(0));
    }

    void endAndErrorAreDifferent_data() { each_module(); }
    void endAndErrorAreDifferent() {
        Running running(subject().make(texts(3)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        for (int i = 0; i < 3; i++) QVERIFY2(running.next(), running.trouble.c_str());
        for (int i = 0; i < 2; i++) {
            auto after = running.state->receive();
            if (subject().ends()) QVERIFY(std::holds_alternative<EndOfPackets>(after));
            else QVERIFY2(std::holds_alternative<Interrupted>(after), "a source that goes on says neither end nor error");
        }
        running.state.reset();
        auto faulty = subject().make_faulty(3);
        if (!faulty) return;
        Running broken(std::move(faulty));
        VERIFY_RUNNING(broken);
        for (int i = 0; i < 3; i++) QVERIFY2(broken.next(), broken.trouble.c_str());
        auto error = broken.state->receive();
        QVERIFY(std::holds_alternative<Error>(error));
        QVERIFY(std::get<Error>(error).what.text().find("after packet 3") != std::string::npos);
        QVERIFY(std::holds_alternative<EndOfPackets>(broken.state->receive()));
    }

    void interruptWakesAtOnce_data() { each_module(); }
    void interruptWakesAtOnce() {
        auto waiting = subject().make_waiting();
        if (!waiting) waiting = subject().make(texts(2));
        Running running(std::move(waiting));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        QVERIFY2(running.next(), running.trouble.c_str());
        running.state->interrupt();  // while nobody waits: the next one is woken
        QVERIFY(std::holds_alternative<Interrupted>(running.state->receive()));
        if (!subject().make_waiting()) return;  // it never waits
        for (int turn = 0; turn < 3; turn++) {
            std::atomic<std::int64_t> interrupted{0};
            std::thread other([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(60));
                interrupted = Timestamp::now().ns;
                running.state->interrupt();
            });
            auto received = running.state->receive();
            auto woken = Timestamp::now().ns;
            other.join();
            QVERIFY(std::holds_alternative<Interrupted>(received));
            QVERIFY2(interrupted != 0, "it did not wait for the interrupt");
            QVERIFY2(woken - interrupted < 100'000'000, qPrintable(QString::number(woken - interrupted)));
        }
    }

    void aVerdictTakesEffectOnce_data() { each_module(); }
    void aVerdictTakesEffectOnce() {
        Running running(subject().make(texts(2)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        for (auto first : {Verdict::accept, Verdict::drop}) {
            auto packet = running.next();
            VERIFY_PACKET(packet, running);
            QVERIFY(running.state->verdict(*packet, first).has_value());
            QCOMPARE(packet->status(), PacketStatus::sent);
            auto second = running.state->verdict(*packet, first == Verdict::drop ? Verdict::accept : Verdict::drop);
            QVERIFY(!second.has_value());
            QVERIFY(second.error().what.text().find(std::to_string(packet->id())) != std::string::npos);
        }
        QVERIFY(running.state->flush().has_value());
        running.state.reset();
        if (!subject().pass_through()) QCOMPARE(subject().gone_on(), texts(1));
    }

    void verdictsComeInAnyOrderAnyTimeLater_data() { each_module(); }
    void verdictsComeInAnyOrderAnyTimeLater() {
        constexpr unsigned count = 200;
        Running running(subject().make(texts(count)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        auto packets = running.next(count);
        QCOMPARE(packets.size(), std::size_t(count));
        Texts expected;
        for (unsigned i = 0; i < count; i++)
            if (i % 3) expected.push_back(text(i));
        for (unsigned i = 0; i < count; i++) {  // 7 and 200 have no common divisor: each once, in no order
            unsigned at = i * 7 % count;
            QCOMPARE(text_of(packets[at]->bytes()), text(at));
            QVERIFY(running.state->verdict(*packets[at], at % 3 ? Verdict::accept : Verdict::drop).has_value());
            packets[at].reset();
        }
        QVERIFY(running.state->flush().has_value());
        running.state.reset();
        if (subject().pass_through()) return;
        auto gone = subject().gone_on();
        std::sort(gone.begin(), gone.end());
        QCOMPARE(gone, expected);
    }

    void undecidedPacketsGetTheDefaultPolicy_data() { each_module(); }
    void undecidedPacketsGetTheDefaultPolicy() {
        constexpr unsigned count = 100;
        Running running(subject().make(texts(count)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        auto packets = running.next(40);
        QCOMPARE(packets.size(), 40u);
        packets[3]->edit()[5] = 0xee;  // an edit that nobody let go
        packets.resize(20);            // released one by one; the rest when the state is gone
        QVERIFY(running.state->flush().has_value());
        packets.clear();
        running.state.reset();
        if (subject().pass_through()) return;
        auto gone = subject().gone_on();
        std::sort(gone.begin(), gone.end());
        // A file that nobody read on has no packets there; a network's are all decided, also those that still wait in the kernel.
        auto decided = subject().ends() ? texts(40) : texts(count);
        if (subject().default_policy() == Verdict::drop) decided.clear();
        QCOMPARE(gone, decided);
    }

    void editsGoOnOrAreRefused_data() { each_module(); }
    void editsGoOnOrAreRefused() {
        Running running(subject().make(texts(2)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        auto packet = running.next();
        VERIFY_PACKET(packet, running);
        subject().set_text(packet->edit(), "EDITED 12345");
        QVERIFY(packet->changed() && (packet->flags() & PacketFlag::edited));
        QVERIFY(!packet->bytesAreStable());
        QCOMPARE(text_of(packet->receivedBytes()), text(0));
        QCOMPARE(text_of(packet->bytes()), std::string("EDITED 12345"));
        auto status = running.state->verdict(*packet, Verdict::accept);
        QCOMPARE(status.has_value(), !subject().pass_through());
        if (!status) QVERIFY2(status.error().what.text().find("only observes") != std::string::npos, status.error().what.text().c_str());
        packet = running.next();
        VERIFY_PACKET(packet, running);
        QVERIFY(running.state->verdict(*packet, Verdict::accept).has_value());
        QVERIFY(running.state->flush().has_value());
        packet.reset();
        running.state.reset();
        if (!subject().pass_through()) QCOMPARE(subject().gone_on(), (Texts{"EDITED 12345", text(1)}));
    }

    void forgedPacketsAreReceivedAgain_data() { each_module(); }
    void forgedPacketsAreReceivedAgain() {
        Running running(subject().make(texts(1)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        auto first = running.next();
        VERIFY_PACKET(first, running);
        auto refused = running.state->send(*first);
        QVERIFY2(!refused.has_value(), "only forged packets can be sent");
        QVERIFY(running.state->verdict(*first, Verdict::accept).has_value());
        QVERIFY(!running.state->send(*first).has_value());

        std::set<std::uint64_t> ids{first->id()};
        for (unsigned i = 0; i < 2; i++) {
            auto packet = forged(running, text(70 + i));
            QVERIFY(packet.has_value());
            QVERIFY(ids.insert((*packet)->id()).second);
            QVERIFY2(!running.state->verdict(**packet, Verdict::drop).has_value(), "what was not received has no verdict");
            QVERIFY(running.state->send(**packet).has_value());
            QCOMPARE((*packet)->status(), PacketStatus::sent);
            QVERIFY2(!running.state->send(**packet).has_value(), "it was sent already");
            packet->reset();
            auto again = running.next();
            VERIFY_PACKET(again, running);
            QCOMPARE(text_of(again->bytes()), text(70 + i));
            QCOMPARE(again->status(), PacketStatus::normal);
            QVERIFY(!again->ownAnswer());
            QVERIFY2(again->flags() & PacketFlag::made_here, "it is known as ours");
            QVERIFY(!(first->flags() & PacketFlag::made_here));
            QCOMPARE(again->mtu(), subject().mtu());
            QVERIFY(ids.insert(again->id()).second);
            QVERIFY(running.state->verdict(*again, i ? Verdict::drop : Verdict::accept).has_value());
        }
        QVERIFY(running.state->flush().has_value());
        first.reset();
        running.state.reset();
        if (!subject().pass_through()) QCOMPARE(subject().gone_on(), (Texts{text(0), text(70)}));
    }

    void ownAnswersAreMarked_data() { each_module(); }
    void ownAnswersAreMarked() {
        Running running(subject().make({}));
        VERIFY_RUNNING(running);
        auto packet = forged(running, text(80));
        QVERIFY(packet.has_value());
        QVERIFY(running.state->send(**packet, true).has_value());
        // A module may bring it back marked, or its kernel rules let it pass unseen: judged it is never.
        auto received = running.state->receive();
        if (auto* again = std::get_if<PacketPtr>(&received)) {
            QCOMPARE(text_of((*again)->bytes()), text(80));
            QVERIFY((*again)->ownAnswer());
            QVERIFY(running.state->verdict(**again, Verdict::accept).has_value());
            QVERIFY(running.state->flush().has_value());
        }
        received = Interrupted{};
        packet->reset();
        running.state.reset();
        if (!subject().pass_through()) QCOMPARE(subject().gone_on(), Texts{text(80)});
    }

    void newPacketsAreZeroed_data() { each_module(); }
    void newPacketsAreZeroed() {
        Running running(subject().make(texts(3)));
        VERIFY_RUNNING(running);
        QVERIFY(subject().flow());
        for (int i = 0; i < 3; i++) {  // so that memory that was used before would show
            auto packet = running.next();
            VERIFY_PACKET(packet, running);
            packet->edit();
        }
        for (std::size_t size : {std::size_t(0), std::size_t(1), std::size_t(64), std::size_t(1500)}) {
            auto packet = running.state->newPacket(size);
            QVERIFY(packet.has_value());
            QCOMPARE((*packet)->status(), PacketStatus::forged);
            QCOMPARE((*packet)->bytes().size(), size);
            QCOMPARE((*packet)->edit(), ByteBuffer(size));
        }
        QVERIFY2(!running.state->newPacket(std::size_t(1) << 40).has_value(), "a terabyte is no packet");
    }

    void aSecondRunLeavesNothingOfTheFirst_data() { each_module(); }
    void aSecondRunLeavesNothingOfTheFirst() {
        for (int run = 0; run < 3; run++) {
            Running running(subject().make(texts(2)));
            VERIFY_RUNNING(running);
            QVERIFY(subject().flow());
            for (int i = 0; i < 2; i++) {
                auto packet = running.next();
                VERIFY_PACKET(packet, running);
                QVERIFY(running.state->verdict(*packet, Verdict::accept).has_value());
            }
            QVERIFY(running.state->flush().has_value());
            running.state.reset();
            if (!subject().pass_through()) QCOMPARE(subject().gone_on(), texts(2));
        }
        QVERIFY(own_network::run("nft list tables").empty());
    }
};

int main(int argc, char** argv) {
    if (!own_network::enter()) {
        std::puts("SKIPPED: user namespaces are forbidden here (sysctl kernel.unprivileged_userns_clone=1)");
        return 77;
    }
    own_network::run("ip link set lo mtu " + std::to_string(loopback_mtu));
    QCoreApplication app(argc, argv);
    PacketModuleContractTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "packet_module_contract_test.moc"
