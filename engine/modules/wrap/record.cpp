// SPDX-License-Identifier: GPL-3.0-or-later
// record=FILE: what passes is written to a capture file, each packet when it has its verdict, as it went on.
#include "modules/wrap/recording.h"
#include "modules/wrap/wrapper.h"
#include "modules/wrap/wrapper_state.h"
#include <cerrno>

namespace sallyport {
namespace {

/// What any Wireshark shows of a verdict.
std::string_view comment_of(const Packet& packet, Verdict verdict) {
    if (verdict == Verdict::drop) return "Sallyport: dropped";
    return packet.changed() ? "Sallyport: accepted, edited" : "Sallyport: accepted";
}

class RecordState final : public WrapperState {
public:
    RecordState(std::unique_ptr<ModuleState> inner, std::shared_ptr<Recording> recording, bool observes)
        : WrapperState(std::move(inner)), recording_(std::move(recording)), observes_(observes) {
        recording_->begin();
    }
    ~RecordState() override { end_inner(); }

    Received receive() override;
    Status verdict(Packet& packet, Verdict verdict) override;
    Status flush() override;
    Status send(Packet& packet, bool own_answer) override;

private:
    void release(Packet* packet) override;
    void write(const Packet& packet, std::optional<Verdict> verdict, std::string_view comment);
    std::uint16_t interface_of(const Packet& packet);
    /// True once, for one of the states, when the recording has ended by an error.
    bool failed_now() { return recording_->failed() && !std::exchange(failure_told_, true); }

    std::shared_ptr<Recording> recording_;
    const bool observes_;
    bool failure_told_ = false;
    std::vector<std::uint16_t> interfaces_;  // numbers in the file
};

Received RecordState::receive() {
    if (failed_now()) return recording_->failure();  // told, and no more: packets and verdicts go on without it
    return WrapperState::receive();
}

Status RecordState::verdict(Packet& packet, Verdict verdict) {
    auto done = inner().verdict(packet, verdict);
    if (!done) return done;
    if (observes_) write(packet, {}, {});
    else if (!packet.ownAnswer()) write(packet, verdict, comment_of(packet, verdict));
    return done;
}

Status RecordState::flush() {
    auto done = inner().flush();
    recording_->flush();
    if (done && failed_now()) return tl::unexpected(recording_->failure());
    return done;
}

// An answer of ours comes back marked, or not at all, as the module sees fit: so it is written when it is sent, and then no more.
Status RecordState::send(Packet& packet, bool own_answer) {
    auto sent = inner().send(packet, own_answer);
    if (sent && own_answer) write(packet, {}, "Sallyport: answer of a rule");
    return sent;
}

void RecordState::release(Packet* packet) {
    if (packet->status() == PacketStatus::normal && !packet->ownAnswer())
        write(*packet, {}, observes_ ? "" : "Sallyport: nobody decided, so the default policy did");
    WrapperState::release(packet);
}

void RecordState::write(const Packet& packet, std::optional<Verdict> verdict, std::string_view comment) {
    if (recording_->failed()) return;
    const bool decided = packet.status() != PacketStatus::normal;  // else no edit goes on
    PacketToWrite out;
    out.bytes = decided ? packet.bytes() : packet.receivedBytes();
    out.time = packet.timestamp();
    out.original = packet.changed() && decided ? std::uint32_t(out.bytes.size()) : packet.originalLength();
    out.interface = interface_of(packet);
    out.link_type = packet.linkType();
    out.link_options = packet.linkOptions();
    out.direction = packet.direction();
    out.judged = verdict.has_value();
    out.verdict = verdict.value_or(Verdict::accept);
    out.id = packet.id();
    out.queue = packet.queue();
    out.comment = comment;
    out.note = packet.comment();
    recording_->write(out);
}

std::uint16_t RecordState::interface_of(const Packet& packet) {
    if (packet.interface() >= interfaces_.size()) {
        auto known = interfaces();
        for (auto i = interfaces_.size(); i < known.size(); i++) interfaces_.push_back(recording_->number_of(known[i]));
    }
    return packet.interface() < interfaces_.size() ? interfaces_[packet.interface()] : std::uint16_t(0);
}

class RecordModule final : public WrapperModule {
public:
    RecordModule(std::unique_ptr<PacketModule> inner, std::string path)
        : WrapperModule("record", std::move(inner)), path_(std::move(path)) {}

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        auto recording = shared();
        if (!recording) return tl::unexpected(recording.error());
        auto state = inner().initState(thread_id);
        if (!state) return state;
        return std::make_unique<RecordState>(std::move(*state), std::move(*recording), passThrough());
    }

private:
    /// One for all states that live at the same time.
    Result<std::shared_ptr<Recording>> shared() {
        if (auto open = recording_.lock()) return open;
        auto opened = Recording::open(path_);
        if (opened) recording_ = *opened;
        return opened;
    }
    const std::string path_;
    std::weak_ptr<Recording> recording_;
};

Result<WrapModule> read(std::string_view options) {
    if (options.empty())
        return fail(message("wrapper record: no file is named"), message("record=FILE, such as record=all.pcapng"), EINVAL);
    return WrapModule([path = std::string(options)](std::unique_ptr<PacketModule> inner) {
        return std::make_unique<RecordModule>(std::move(inner), path);
    });
}

}  // namespace

extern const WrapperKind record_wrapper;
const WrapperKind record_wrapper{
    .name = "record",
    .options = "FILE",
    .help =
        "write every packet that passes to a capture file when it has its verdict, as it went on\n"
        "(pcapng with verdicts; the name may end in .pcap and .gz); a full disk ends the recording, nothing else",
    .read = read};

}  // namespace sallyport
