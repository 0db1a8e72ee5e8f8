// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dissect/conversation_learner.h"
#include "modules/packet_module.h"
#include "rules/action.h"
#include "rules/rule_set.h"
#include "session/hit_counters.h"
#include "session/interface_table.h"
#include "session/ipv6_datagrams.h"
#include "session/outbox.h"
#include "session/rules_in_force.h"
#include "session/saved_rules.h"
#include "session/troubles.h"
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace sallyport {

/// What the threads of one engine share.
struct EngineShared {
    EngineShared(PacketModule& module, PacketStore& packets, RulesInForce& in_force, Troubles& collected, FailPolicy policy, bool one)
        : store(packets),
          rules(in_force),
          troubles(collected),
          interfaces(packets, !one),
          fail_policy(policy),
          acts(!module.passThrough()),
          realtime(module.isRealtime()),
          single(one) {}

    PacketStore& store;
    RulesInForce& rules;
    Troubles& troubles;
    InterfaceTable interfaces;
    const FailPolicy fail_policy;
    const bool acts, realtime, single;
    std::atomic<bool> stopping{false};
    std::atomic<bool> failing{false};         // one thread cannot go on, so none does
    std::shared_ptr<Outbox> outbox;           // emptied by the first thread
    std::atomic<std::int64_t> first_time{0};  // of the session's first packet, ns; 0: none yet
};

/// Written by one engine thread, read by any.
struct ThreadCounts {
    std::atomic<std::uint64_t> seen{0}, bytes{0}, accepted{0}, dropped{0}, not_stored{0}, failed{0};
};

/// One state of the module and all that happens to its packets: receive, judge, verdict, store.
class EngineThread final : private ActionMeans {
public:
    enum class End : std::uint8_t { stopped, no_more_packets, failed };

    /// `sends`: it is the one that empties the outbox.
    EngineThread(EngineShared& shared, std::unique_ptr<ModuleState> state, bool sends);
    ~EngineThread() override;

    /// The thread's whole life. At its end the state goes, and with the last one what the module holds in the kernel; except
    /// where an engine fails closed: there it stays, and lets nothing pass, until close().
    End run();
    void close();  // when run() has returned
    // any thread:
    void interrupt();
    ModuleStatistics module_statistics() const;
    const ThreadCounts& counts() const { return counts_; }
    const HitCounters& hits() const { return hits_; }

private:
    End receive_all();
    bool survives(const Error& error);
    void send_what_waits();
    Status send(Bytes packet, std::uint16_t interface);
    void handle(Packet& packet);
    Judgement judge(Packet& packet, const PacketRecord& record);
    void decide(Packet& packet, PacketRecord& record, Timestamp received);
    void count(const PacketRecord& record);
    void store(Packet& packet, const PacketRecord& record);
    PacketRecord record_of(Packet& packet);
    void teach(Packet& packet, const PacketRecord& record);
    void take_saved_verdict(const SavedVerdict& saved, PacketRecord& record);
    void follow_rules();

    Direction direction() const override { return packet_->direction(); }
    Bytes bytes() const override { return packet_->bytes(); }
    ByteBuffer& edit() override { return packet_->edit(); }
    Status answer(Bytes packet) override;

    EngineShared& shared_;
    ConversationLearner learner_;
    Ipv6Datagrams datagrams_;         // what rules judge of fragments
    mutable std::mutex state_mutex_;  // of state_ going away; the thread itself reads it without
    std::unique_ptr<ModuleState> state_;
    ModuleStatistics last_statistics_;
    InterfaceMap interfaces_;
    SavedRules saved_rules_;
    std::optional<Judge> judge_;
    std::uint64_t rules_version_ = 0;
    Timestamp previous_time_;
    Packet* packet_ = nullptr;  // the one that is judged now
    const bool sends_;
    OutgoingBatch outgoing_;
    bool stable_bytes_kept_ = false, shortage_told_ = false;
    unsigned errors_in_a_row_ = 0;
    ThreadCounts counts_;
    HitCounters hits_;
};

}  // namespace sallyport
