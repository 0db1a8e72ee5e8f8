// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame offers to actions that do more than a verdict: parameters, memory, edits, answers, and going on to the rules
// below. The actions of this program are this file's: its all_actions() stands in for that of the rules' folder.
#include "memory_module.h"
#include "rules/action.h"
#include "session/engine.h"
#include <QtTest>

namespace sallyport {
namespace {

class Settled : public RuleAction {
public:
    explicit Settled(Verdict verdict) : verdict_(verdict) {}
    std::optional<Verdict> verdict() const override { return verdict_; }

private:
    Verdict verdict_;
};

/// "age 5": sets the time to live, and the rules below go on.
class Age : public RuleAction {
public:
    explicit Age(std::uint8_t ttl) : ttl_(ttl) {}
    Outcome act(const PacketContext&, ActionMemory*, ActionMeans* means) const override {
        if (means) means->edit()[8] = ttl_;
        return Outcome::go_on;
    }

private:
    std::uint8_t ttl_;
};

/// Answers every third packet and drops it; accepts the others.
class Third : public RuleAction {
    struct Count : ActionMemory {
        unsigned packets = 0;
    };

public:
    std::unique_ptr<ActionMemory> new_memory() const override { return std::make_unique<Count>(); }
    Outcome act(const PacketContext&, ActionMemory* memory, ActionMeans* means) const override {
        if (++static_cast<Count*>(memory)->packets % 3) return Outcome::accept;
        if (means && !means->answer(test::ipv4_packet(1, 99))) return Outcome::accept;
        return Outcome::drop;
    }
};

ActionKind::Made make_age(std::string_view words) {
    auto number = std::atoi(std::string(words).c_str());
    if (number < 1 || number > 255)
        return tl::unexpected<ActionFault>(ActionFault{0, sallyport::words("a time to live of 1 to 255 was expected"), "64"});
    return std::make_unique<Age>(std::uint8_t(number));
}

template <Verdict verdict>
ActionKind::Made make_settled(std::string_view) {
    return std::make_unique<Settled>(verdict);
}

ActionKind::Made make_third(std::string_view) { return std::make_unique<Third>(); }

const ActionKind accept_kind{"accept", {}, {}, "", make_settled<Verdict::accept>};
const ActionKind drop_kind{"drop", {}, {}, "", make_settled<Verdict::drop>};
const ActionKind age_kind{"age", {}, {}, "TTL", make_age};
const ActionKind third_kind{"third", {}, {}, "", make_third};

}  // namespace

std::span<const ActionKind* const> all_actions() {
    static constexpr const ActionKind* all[] = {&accept_kind, &drop_kind, &age_kind, &third_kind};
    return all;
}

const ActionKind* find_action(std::string_view name) {
    for (auto* kind : all_actions())
        if (kind->name == name) return kind;
    return nullptr;
}

}  // namespace sallyport

using namespace sallyport;
using namespace sallyport::test;

class ActionTest : public QObject {
    Q_OBJECT

    /// The bytes and verdicts of packets that went through the rules.
    struct Run {
        std::vector<std::pair<Verdict, ByteBuffer>> decided;
        std::vector<PacketRecord> records;
    };
    static Run run(const char* text, std::uint64_t packets) {
        Run result;
        MemoryTraffic traffic{.packets = packets, .make = [](auto) { return ipv4_packet(17); }};
        traffic.decided = [&](std::uint64_t, Verdict verdict, Bytes bytes) {
            result.decided.emplace_back(verdict, ByteBuffer(bytes.begin(), bytes.end()));
        };
        auto store = std::make_shared<PacketStore>();
        RulesInForce in_force;
        Troubles troubles;
        in_force.set(RuleSet::compile(RuleList::parse(text).value()).value());
        Engine engine({std::make_unique<MemoryModule>(traffic), 1, FailPolicy::open, store}, in_force, troubles);
        if (!engine.start()) return result;
        if (!QTest::qWaitFor([&] { return engine.state() == SessionState::ended; }, 10000)) return result;
        store->visit(0, store->count(), [&](std::size_t, const PacketRecord& record, Bytes) {
            result.records.push_back(record);
            return true;
        });
        return result;
    }

private slots:
    void parametersBelongToTheirRule() {
        auto rule = parse_rule_line("age 5 in when udp # old");
        QVERIFY2(rule.has_value(), rule ? "" : rule.error().text().c_str());
        QCOMPARE(QString::fromStdString(rule->parameters), QString("5"));
        QCOMPARE(QString::fromStdString(rule_line(*rule)), QString("age 5 in when udp  # old"));
        auto wrong = parse_rule_line("off age 1000 when udp");
        QVERIFY(!wrong);
        QCOMPARE(QString::fromStdString(wrong.error().text()),
                 QString("column 9: a time to live of 1 to 255 was expected; did you mean 64?"));
    }

    void changesAreSeenByTheRulesBelow() {
        auto result = run("age 5 when ip.ttl == 64\ndrop when ip.ttl == 64\nage 6 when ip.ttl == 5\ndrop when ip.ttl == 6\n", 2);
        QCOMPARE(result.decided.size(), std::size_t(2));
        QCOMPARE(result.decided[0].first, Verdict::drop);
        QCOMPARE(result.decided[0].second[8], std::uint8_t(6));
        QCOMPARE(result.records.at(0).rule, 4u);
        QVERIFY(result.records.at(0).flags & PacketFlag::edited);
        QCOMPARE(result.records.at(0).captured, 28u);
    }

    void answersPassAndMemoryLasts() {
        auto result = run("third when ip.ttl == 64\ndefault drop\n", 6);
        QCOMPARE(result.decided.size(), std::size_t(8));  // six and two answers, which the default did not drop
        int dropped = 0, answers = 0;
        for (auto& [verdict, bytes] : result.decided) dropped += verdict == Verdict::drop, answers += bytes[8] == 99;
        QCOMPARE(dropped, 2);
        QCOMPARE(answers, 2);
        int sent = 0;
        for (auto& record : result.records) sent += record.status == PacketStatus::sent;
        QCOMPARE(sent, 2);
    }

    void triedRulesDoNothing() {
        Judge judge(RuleSet::compile(RuleList::parse("age 5\ndrop when ip.ttl == 5\n").value()).value());
        auto bytes = ipv4_packet(17);
        PacketContext packet{.bytes = bytes, .link_type = LinkType::ipv4};
        QCOMPARE(judge.judge(packet, Direction::in).verdict, Verdict::accept);
        QCOMPARE(bytes[8], std::uint8_t(64));
    }
};

QTEST_GUILESS_MAIN(ActionTest)
#include "action_test.moc"
