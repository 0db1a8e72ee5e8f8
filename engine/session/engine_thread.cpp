// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine_thread.h"
#include "session/single_writer.h"
#include <algorithm>
#include <thread>
#include <utility>

namespace sallyport {
namespace {

/// A source that only fails is given up; one that fails now and then (a cut record, a full socket buffer) goes on.
constexpr unsigned most_errors_in_a_row = 8;

std::uint32_t microseconds_between(Timestamp from, Timestamp to) {
    auto us = (to - from) / 1000;
    return std::uint32_t(std::clamp<std::int64_t>(us, 0, UINT32_MAX));
}

}  // namespace

EngineThread::EngineThread(EngineShared& shared, std::unique_ptr<ModuleState> state, bool sends)
    : shared_(shared),
      learner_(shared.store.conversations()),
      state_(std::move(state)),
      interfaces_(*state_, shared.interfaces),
      saved_rules_(shared.store),
      sends_(sends) {
    if (auto memory = state_->keptMemory(); !memory.empty()) {
        shared_.store.keep(state_->keeper(), memory);
        stable_bytes_kept_ = true;
    }
    interfaces_.refresh();
}

EngineThread::~EngineThread() { close(); }

EngineThread::End EngineThread::run() {
    auto end = receive_all();
    if (sends_) shared_.outbox->close();
    interfaces_.refresh();  // those that no packet named are saved with the rest
    if (end == End::failed) shared_.failing = true;
    if (!shared_.failing || shared_.fail_policy == FailPolicy::open) close();
    return end;
}

EngineThread::End EngineThread::receive_all() {
    while (!shared_.stopping.load(std::memory_order_relaxed)) {
        if (sends_ && !shared_.outbox->empty()) send_what_waits();
        auto received = state_->receive();
        if (auto* packet = std::get_if<PacketPtr>(&received)) {
            errors_in_a_row_ = 0;
            handle(**packet);
            continue;
        }
        if (auto flushed = state_->flush(); !flushed) shared_.troubles.report(flushed.error());
        if (std::holds_alternative<EndOfPackets>(received)) return End::no_more_packets;
        if (auto* error = std::get_if<Error>(&received); error && !survives(*error)) return End::failed;
    }
    if (auto flushed = state_->flush(); !flushed) shared_.troubles.report(flushed.error());
    return End::stopped;
}

bool EngineThread::survives(const Error& error) {
    shared_.troubles.report(error);
    return ++errors_in_a_row_ < most_errors_in_a_row;
}

/// A few batches, and then packets are received again: what was sent comes back to us.
void EngineThread::send_what_waits() {
    constexpr int most_batches = 4;
    for (int i = 0; i < most_batches && shared_.outbox->take(outgoing_); i++) {
        const auto known = state_->interfaces();
        std::size_t interface = 0;
        while (interface < known.size() && !outgoing_.interface.empty() && known[interface].name != outgoing_.interface) interface++;
        const bool missing = !known.empty() && interface == known.size();
        if (missing)
            outgoing_.tally->count_failed(
                {message("the session has no interface %1", outgoing_.interface), message("choose one that it watches"), 0},
                outgoing_.size());
        for (std::size_t p = 0; p < outgoing_.size() && !missing; p++) {
            if (auto sent = send(outgoing_[p], std::uint16_t(interface)); sent) outgoing_.tally->count_sent();
            else outgoing_.tally->count_failed(sent.error());
        }
        shared_.outbox->done();
    }
    if (!shared_.outbox->empty()) state_->interrupt();  // come back soon
}

Status EngineThread::send(Bytes bytes, std::uint16_t interface) {
    auto packet = state_->newPacket(bytes.size());
    if (!packet) return tl::unexpected<Error>(packet.error());
    (*packet)->setInterface(interface);
    std::copy(bytes.begin(), bytes.end(), (*packet)->edit().begin());
    return state_->send(**packet);
}

void EngineThread::handle(Packet& packet) {
    auto record = record_of(packet);
    teach(packet, record);
    if (shared_.acts) decide(packet, record, shared_.realtime ? packet.timestamp() : Timestamp::now());
    else if (packet.savedVerdict().reason != VerdictReason::none) take_saved_verdict(packet.savedVerdict(), record);
    count(record);
    store(packet, record);
    previous_time_ = record.time;
}

/// Before anybody judges or sees it: what this packet tells holds for itself too.
void EngineThread::teach(Packet& packet, const PacketRecord& record) {
    PacketContext context;
    context.bytes = packet.bytes();
    context.link_type = record.link_type;
    context.number = shared_.store.count() + 1;
    context.original_length = record.original;
    context.time = record.time;
    learner_.learn(context);
}

PacketRecord EngineThread::record_of(Packet& packet) {
    PacketRecord record;
    record.time = packet.timestamp();
    record.id = packet.id();
    record.captured = std::uint32_t(packet.bytes().size());
    record.original = packet.originalLength();
    record.interface = interfaces_.in_store(packet.interface());
    record.link_type = packet.linkType();
    record.direction = packet.direction();
    record.status = packet.status();
    record.flags = packet.flags();
    record.queue = packet.queue();
    record.link_options = packet.linkOptions();
    return record;
}

/// Nobody judges here: what became of the packet when it was captured still holds.
void EngineThread::take_saved_verdict(const SavedVerdict& saved, PacketRecord& record) {
    record.verdict = saved.verdict;
    record.reason = saved.reason;
    record.flags |= saved.flags;
    if (saved.reason == VerdictReason::rule) record.rule = saved_rules_.in_store(saved.rule, saved.rule_text);
}

void EngineThread::follow_rules() {
    auto version = shared_.rules.version();
    if (version == rules_version_) return;
    auto rules = shared_.rules.get();  // at least as new as `version`: a newer one is looked at again
    hits_.use(*rules);
    judge_.emplace(std::move(rules));
    rules_version_ = version;
}

Judgement EngineThread::judge(Packet& packet, const PacketRecord& record) {
    follow_rules();
    auto first = shared_.first_time.load(std::memory_order_relaxed);
    if (!first) {  // exactly one thread names the first packet
        if (shared_.first_time.compare_exchange_strong(first, record.time.ns)) first = record.time.ns;
    }
    PacketContext context;
    context.bytes = datagrams_.judged(packet.bytes(), record.link_type, record.time);
    context.link_type = record.link_type;
    context.original_length = record.original;
    context.number = shared_.single ? shared_.store.count() + 1 : 0;
    context.time = record.time;
    context.first_time = {first};
    context.previous_time = previous_time_;
    context.record = &record;
    context.interface = interfaces_.known(packet.interface());
    context.comment = packet.comment();
    context.conversations = &shared_.store.conversations();
    packet_ = &packet;
    auto judgement = judge_->judge(context, packet.direction(), this);
    packet_ = nullptr;
    hits_.count(judgement, record.original, record.time);
    return judgement;
}

void EngineThread::decide(Packet& packet, PacketRecord& record, Timestamp received) {
    if (packet.ownAnswer()) {  // ours: it was decided when it was made
        record.status = PacketStatus::sent;
    } else {
        auto judgement = judge(packet, record);
        record.verdict = judgement.verdict;
        record.reason = judgement.reason;
        record.rule = judgement.rule;
    }
    if (auto done = state_->verdict(packet, record.verdict); !done) {
        shared_.troubles.report(done.error());
        record.verdict = shared_.fail_policy == FailPolicy::closed ? Verdict::drop : Verdict::accept;
        record.reason = VerdictReason::failure;
        record.rule = no_rule;
    }
    record.waited_us = microseconds_between(received, Timestamp::now());
    record.captured = std::uint32_t(packet.bytes().size());  // an action may have changed them
    record.flags = packet.flags();
}

void EngineThread::count(const PacketRecord& record) {
    add(counts_.seen, 1);
    add(counts_.bytes, record.original);
    if (!shared_.acts && record.reason == VerdictReason::none) return;
    add(record.verdict == Verdict::drop ? counts_.dropped : counts_.accepted, 1);
    if (record.reason == VerdictReason::failure) add(counts_.failed, 1);
}

void EngineThread::store(Packet& packet, const PacketRecord& record) {
    if (stable_bytes_kept_ && packet.bytesAreStable()) {
        shared_.store.append_external(record, packet.bytes(), packet.comment());
        return;
    }
    if (auto stored = shared_.store.append(record, packet.bytes(), packet.comment()); !stored) {
        add(counts_.not_stored, 1);
        shared_.troubles.report(stored.error());
    }
    if (shared_.store.is_short() && !std::exchange(shortage_told_, true)) shared_.troubles.report(shared_.store.shortage());
}

Status EngineThread::answer(Bytes bytes) {
    auto packet = state_->newPacket(bytes.size());
    if (!packet) return tl::unexpected<Error>(packet.error());
    std::copy(bytes.begin(), bytes.end(), (*packet)->edit().begin());
    return state_->send(**packet, true);
}

void EngineThread::interrupt() {
    std::lock_guard lock(state_mutex_);
    if (state_) state_->interrupt();
}

ModuleStatistics EngineThread::module_statistics() const {
    std::lock_guard lock(state_mutex_);
    return state_ ? state_->statistics() : last_statistics_;
}

void EngineThread::close() {
    if (module_statistics().settling) std::this_thread::sleep_for(settle_time);  // the last look: what is not sure then is never told
    std::unique_ptr<ModuleState> closing;
    {
        std::lock_guard lock(state_mutex_);
        if (!state_) return;
        last_statistics_ = state_->statistics();
        last_statistics_.settling = false;
        closing = std::move(state_);
    }
}

}  // namespace sallyport
