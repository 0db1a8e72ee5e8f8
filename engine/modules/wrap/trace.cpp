// SPDX-License-Identifier: GPL-3.0-or-later
// trace=FILE: each call of the module's contract with its outcome and the time it took, as lines of text.
#include "modules/wrap/trace_log.h"
#include "modules/wrap/wrapper.h"
#include "modules/wrap/wrapper_state.h"
#include "modules/wrap/wrapper_words.h"
#include <cerrno>

namespace sallyport {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::uint64_t usual_limit = 64u << 20, least_limit = 4096;  // bytes

std::string outcome(const Status& status) { return status ? "done" : "error: " + status.error().text(); }

std::string_view name_of(Direction direction) {
    switch (direction) {
        case Direction::in: return ", in";
        case Direction::out: return ", out";
        case Direction::forward: return ", forward";
        case Direction::unknown: break;
    }
    return "";
}

std::string packet_text(const Packet& packet) {
    std::string text = "packet " + std::to_string(packet.id()) + ", " + std::to_string(packet.bytes().size()) + " bytes";
    if (packet.originalLength() != packet.bytes().size()) text += " of " + std::to_string(packet.originalLength());
    text += ", ";
    text += packet.dissector();
    text += name_of(packet.direction());
    if (packet.ownAnswer()) text += ", an answer of ours";
    return text;
}

class TraceState final : public WrapperState {
public:
    TraceState(std::unique_ptr<ModuleState> inner, std::shared_ptr<TraceLog> log, unsigned thread)
        : WrapperState(std::move(inner)), log_(std::move(log)), thread_(thread) {}
    ~TraceState() override {
        const auto begun = Clock::now();
        end_inner();
        tell(begun, "cleanup: done");
    }

    Received receive() override;
    Status verdict(Packet& packet, Verdict verdict) override {
        std::string text = "verdict " + std::to_string(packet.id()) + (verdict == Verdict::accept ? " accept" : " drop");
        if (packet.changed()) text += ", edited, " + std::to_string(packet.bytes().size()) + " bytes";
        return traced(std::move(text), [&] { return inner().verdict(packet, verdict); });
    }
    Status flush() override {
        auto done = traced("flush", [&] { return inner().flush(); });
        log_->flush();
        return done;
    }
    Result<PacketPtr> newPacket(std::size_t size) override;
    Status send(Packet& packet, bool own_answer) override {
        return traced((own_answer ? "send answer " : "send ") + packet_text(packet), [&] { return inner().send(packet, own_answer); });
    }
    void interrupt() override {
        const auto begun = Clock::now();
        inner().interrupt();
        tell(begun, "interrupt: done");
    }

private:
    void tell(Clock::time_point begun, std::string_view text) { log_->line(thread_, Clock::now() - begun, text); }
    template <class Call>
    Status traced(std::string text, Call call) {
        const auto begun = Clock::now();
        auto status = call();
        tell(begun, text + ": " + outcome(status));
        return status;
    }
    void release(Packet* packet) override {
        const auto id = std::to_string(packet->id());
        const bool undecided = packet->status() == PacketStatus::normal;
        const auto begun = Clock::now();
        WrapperState::release(packet);
        if (undecided) tell(begun, "release " + id + ": nobody decided, the default policy does");
    }

    std::shared_ptr<TraceLog> log_;
    const unsigned thread_;
};

Received TraceState::receive() {
    if (log_->failed())
        if (auto failure = log_->take_failure()) return *failure;
    const auto begun = Clock::now();
    auto received = WrapperState::receive();
    if (auto* packet = std::get_if<PacketPtr>(&received)) tell(begun, "receive: " + packet_text(**packet));
    else if (auto* error = std::get_if<Error>(&received)) tell(begun, "receive: error: " + error->text());
    else tell(begun, std::holds_alternative<EndOfPackets>(received) ? "receive: end of packets" : "receive: nothing yet");
    return received;
}

Result<PacketPtr> TraceState::newPacket(std::size_t size) {
    const auto begun = Clock::now();
    auto made = WrapperState::newPacket(size);
    tell(begun, "newPacket of " + std::to_string(size) +
                    " bytes: " + (made ? "packet " + std::to_string((*made)->id()) : "error: " + made.error().text()));
    return made;
}

class TraceModule final : public WrapperModule {
public:
    TraceModule(std::unique_ptr<PacketModule> inner, std::string path, std::uint64_t limit)
        : WrapperModule("trace", std::move(inner)), path_(std::move(path)), limit_(limit) {}

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        auto log = shared();
        if (!log) return tl::unexpected(log.error());
        const auto begun = Clock::now();
        auto state = inner().initState(thread_id);
        (*log)->line(thread_id, Clock::now() - begun,
                     "init " + inner().info().name + ": " + (state ? "done" : "error: " + state.error().text()));
        if (!state) return state;
        return std::make_unique<TraceState>(std::move(*state), std::move(*log), thread_id);
    }

private:
    /// One for all states that live at the same time.
    Result<std::shared_ptr<TraceLog>> shared() {
        if (auto open = log_.lock()) return open;
        auto opened = TraceLog::open(path_, limit_);
        if (opened) log_ = *opened;
        return opened;
    }
    const std::string path_;
    const std::uint64_t limit_;
    std::weak_ptr<TraceLog> log_;
};

Result<WrapModule> read(std::string_view options) {
    constexpr std::string_view limit_word = ",limit:";
    std::uint64_t limit = usual_limit;
    if (auto at = options.rfind(limit_word); at != options.npos) {
        auto size = read_size(options.substr(at + limit_word.size()));
        if (!size) return fail(message("wrapper trace, limit: %1", size.error().what), message("trace=FILE,limit:10MB"), EINVAL);
        limit = std::max(*size, least_limit);
        options = options.substr(0, at);
    }
    if (options.empty()) return fail(message("wrapper trace: no file is named"), message("trace=FILE, such as trace=calls.txt"), EINVAL);
    return WrapModule([path = std::string(options), limit](std::unique_ptr<PacketModule> inner) {
        return std::make_unique<TraceModule>(std::move(inner), path, limit);
    });
}

}  // namespace

extern const WrapperKind trace_wrapper;
const WrapperKind trace_wrapper{
    .name = "trace",
    .options = "FILE[,limit:SIZE]",
    .help =
        "write each call of the packet module with its outcome and time to a text file (- is standard error) of\n"
        "at most SIZE (usually 64MB: the older half is FILE.1)",
    .read = read};

}  // namespace sallyport
