// SPDX-License-Identifier: GPL-3.0-or-later
// fault=seed:N,…: losses, errors, stalls and the like, for whoever wants to know that what stands on a module survives them.
#include "modules/wrap/fault_plan.h"
#include "modules/wrap/wrapper.h"
#include "modules/wrap/wrapper_state.h"
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <map>
#include <mutex>

namespace sallyport {
namespace {

Error made_on_purpose(const Message& what, int code) {
    return {message("%1, on purpose", what), message("start without the wrapper fault"), code};
}

/// A wait that another thread can end.
class Stall {
public:
    /// False when it was ended before its time.
    bool wait(std::chrono::nanoseconds time) {
        std::unique_lock lock(mutex_);
        return !wake_.wait_for(lock, time, [&] { return std::exchange(ended_, false); });
    }
    void end() {
        std::lock_guard lock(mutex_);
        ended_ = true;
        wake_.notify_all();
    }
    void forget() {
        std::lock_guard lock(mutex_);
        ended_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ended_ = false;
};

class FaultState final : public WrapperState {
public:
    FaultState(std::unique_ptr<ModuleState> inner, const FaultPlan& plan, unsigned thread, bool observes)
        : WrapperState(std::move(inner)), plan_(plan), thread_(thread), observes_(observes) {}
    ~FaultState() override { held_.reset(); }

    Received receive() override;
    Status verdict(Packet& packet, Verdict verdict) override;
    Status send(Packet& packet, bool own_answer) override;
    void interrupt() override {
        stall_.end();
        inner().interrupt();
    }
    ModuleStatistics statistics() const override {
        auto statistics = inner().statistics();
        statistics.lost += lost_.load(std::memory_order_relaxed);
        return statistics;
    }

private:
    bool meets(Fault fault, std::uint64_t number) const { return plan_.meets(fault, thread_, number); }
    bool gone() const { return plan_.gone_after && packets_ >= plan_.gone_after; }
    void lose(PacketPtr packet);
    void truncate(Packet& packet);
    /// A packet gets its bytes back, of which only the first were shown.
    bool restore(Packet& packet);
    Status verdict_on_whole(Packet& packet, Verdict verdict);
    void release(Packet* packet) override {
        (void)restore(*packet);
        WrapperState::release(packet);
    }
    Received hand_out();

    const FaultPlan plan_;
    const unsigned thread_;
    const bool observes_;
    std::uint64_t packets_ = 0, verdicts_ = 0, sends_ = 0;
    PacketPtr held_;                            // received, and still to be handed out
    bool stalled_ = false;                      // held_ has waited already, or need not
    std::map<const Packet*, Bytes> truncated_;  // what they had
    Stall stall_;
    std::atomic<std::uint64_t> lost_{0};
};

Received FaultState::receive() {
    while (!held_) {
        if (gone()) return made_on_purpose(message("the source of packets is gone"), ENODEV);
        auto received = WrapperState::receive();
        auto* packet = std::get_if<PacketPtr>(&received);
        if (std::holds_alternative<Interrupted>(received)) stall_.forget();
        if (!packet) return received;
        packets_++;
        if (meets(Fault::loss, packets_)) {
            lose(std::move(*packet));
            continue;
        }
        held_ = std::move(*packet);
        if (meets(Fault::truncate, packets_)) truncate(*held_);
        stalled_ = !meets(Fault::stall, packets_);
        if (meets(Fault::error, packets_)) return made_on_purpose(message("receiving failed before packet %1", held_->id()), EIO);
    }
    return hand_out();
}

Received FaultState::hand_out() {
    if (!std::exchange(stalled_, true) && !stall_.wait(plan_.stall)) return Interrupted{};
    return std::move(held_);
}

void FaultState::lose(PacketPtr packet) {
    lost_.fetch_add(1, std::memory_order_relaxed);
    if (!observes_) (void)inner().verdict(*packet, Verdict::drop);
}

void FaultState::truncate(Packet& packet) {
    const Bytes whole = packet.receivedBytes();
    if (whole.empty()) return;
    truncated_[&packet] = whole;
    show(packet, whole.first(plan_.below(whole.size(), Fault::truncate, thread_, packets_)));
}

bool FaultState::restore(Packet& packet) {
    if (truncated_.empty()) return false;
    auto found = truncated_.find(&packet);
    if (found == truncated_.end()) return false;
    show(packet, found->second);
    truncated_.erase(found);
    return true;
}

Status FaultState::verdict(Packet& packet, Verdict verdict) {
    const auto number = ++verdicts_;
    const std::string name = std::to_string(packet.id());
    if (meets(Fault::verdict, number)) return tl::unexpected(made_on_purpose(message("the verdict on packet %1 was refused", name), EIO));
    if (verdict == Verdict::accept && packet.changed() && truncated_.count(&packet))
        return fail(message("cannot edit packet %1: only its first bytes are here", name), message("accept or drop it as it is"), EMSGSIZE);
    auto done = verdict_on_whole(packet, verdict);
    if (!done || !meets(Fault::duplicate, number)) return done;
    auto second = inner().verdict(packet, verdict);  // what the contract says about it: an error, and nothing happens
    if (second) return fail(message("packet %1 took two verdicts", name), message("report this: the module breaks its contract"), EPROTO);
    return second;
}

/// The module decides on what it received; whoever looks at the packet afterwards still sees what was shown.
Status FaultState::verdict_on_whole(Packet& packet, Verdict verdict) {
    const Bytes shown = packet.receivedBytes();
    const bool truncated = restore(packet);
    const Bytes whole = packet.receivedBytes();
    auto done = inner().verdict(packet, verdict);
    if (!truncated) return done;
    show(packet, shown);
    if (!done) truncated_[&packet] = whole;
    return done;
}

Status FaultState::send(Packet& packet, bool own_answer) {
    if (meets(Fault::send, ++sends_)) return tl::unexpected(made_on_purpose(message("packet %1 was not sent", packet.id()), ENOBUFS));
    return inner().send(packet, own_answer);
}

class FaultModule final : public WrapperModule {
public:
    FaultModule(std::unique_ptr<PacketModule> inner, const FaultPlan& plan) : WrapperModule("fault", std::move(inner)), plan_(plan) {}

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        auto state = inner().initState(thread_id);
        if (!state) return state;
        return std::make_unique<FaultState>(std::move(*state), plan_, thread_id, passThrough());
    }

private:
    const FaultPlan plan_;
};

Result<WrapModule> read(std::string_view options) {
    auto plan = FaultPlan::read(options);
    if (!plan) return tl::unexpected(plan.error());
    return WrapModule(
        [plan = *plan](std::unique_ptr<PacketModule> inner) { return std::make_unique<FaultModule>(std::move(inner), plan); });
}

}  // namespace

extern const WrapperKind fault_wrapper;
const WrapperKind fault_wrapper{
    .name = "fault",
    .options = "seed:N,FAULT,…",
    .help =
        "disturb what passes, always the same for the same seed: loss:P (packets get lost), error:P (receiving\n"
        "fails), stall:TIME@P (it takes so long), truncate:P (only first bytes), verdict:P (a verdict is refused),\n"
        "duplicate:P (it is given twice), send:P (sending fails), gone:N (no source after N packets); P is 0 … 1",
    .read = read};

}  // namespace sallyport
