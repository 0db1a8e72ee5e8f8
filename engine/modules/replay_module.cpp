// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/replay_module.h"
#include "modules/file_state.h"
#include "modules/ordered_output.h"
#include <cerrno>
#include <cmath>
#include <poll.h>
#include <sys/eventfd.h>

namespace sallyport {
namespace {

using Ids = std::shared_ptr<std::atomic<std::uint64_t>>;
using Clock = std::chrono::steady_clock;

/// When the packets of a file are due. interrupt() from any thread.
class Pace {
public:
    explicit Pace(double speed) : speed_(speed), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

    /// Waits until a packet of this time is due; false when interrupted.
    bool wait(Timestamp time) {
        if (speed_ <= 0) return true;
        if (!started_) {
            started_ = true;
            first_ = time;
            start_ = Clock::now();
        }
        double due = double(time - first_) / speed_;  // nanoseconds after the start
        if (double((Clock::now() - start_).count()) >= due) return true;
        return !interrupted_before(due);
    }

    void interrupt() {
        std::uint64_t one = 1;
        (void)!::write(wake_.get(), &one, sizeof one);
    }

private:
    bool interrupted_before(double due) {
        for (;;) {
            double left = due - double((Clock::now() - start_).count());
            if (left <= 0) return false;
            left = std::min(left, 3600e9);
            timespec timeout{time_t(left / 1e9), long(std::fmod(left, 1e9))};
            pollfd wait{wake_.get(), POLLIN, 0};
            if (::ppoll(&wait, 1, &timeout, nullptr) > 0) {
                std::uint64_t drained;
                (void)!::read(wake_.get(), &drained, sizeof drained);
                return true;
            }
        }
    }

    double speed_;
    OwnedFd wake_;
    bool started_ = false;
    Timestamp first_;
    Clock::time_point start_;
};

class ReplayState final : public FileState {
public:
    ReplayState(const ReplayOptions& options, Ids ids, std::unique_ptr<CaptureReader> reader, std::unique_ptr<CaptureWriter> writer)
        : FileState("replay", std::move(ids), false, std::move(reader)), default_(options.default_verdict), pace_(options.speed) {
        if (writer) output_.emplace(std::move(writer));
    }
    ~ReplayState() override {
        if (output_ && !output_error_) (void)output_->finish();  // errors were told by flush(), if the end was reached
    }

    Received receive() override;
    Status flush() override;
    void interrupt() override {
        FileState::interrupt();
        pace_.interrupt();
    }

private:
    bool wait_until_due(Timestamp time) override {
        while (!pace_.wait(time))
            if (take_interrupt()) return false;  // else: woken by an interrupt that receive() has answered already
        return true;
    }
    void handed_out(PooledPacket& packet) override {
        if (output_) output_->expect(packet);
    }
    Status carry_out(PooledPacket& packet, Verdict verdict) override;
    Verdict default_verdict() const override { return default_; }

    Verdict default_;
    Pace pace_;
    std::optional<OrderedOutput> output_;
    std::optional<Error> output_error_;  // the first one; the replay ends with it
    bool output_error_told_ = false;
};

Received ReplayState::receive() {
    if (!output_error_) return FileState::receive();
    if (std::exchange(output_error_told_, true)) return EndOfPackets{};
    return *output_error_;
}

Status ReplayState::carry_out(PooledPacket& packet, Verdict verdict) {
    if (!output_ || output_error_) return {};
    if (auto written = output_->decided(packet, verdict, known_interfaces()); !written) output_error_ = output_->salvage(written.error());
    return {};
}

Status ReplayState::flush() {
    if (!output_ || output_error_ || !ended() || !output_->complete()) return {};
    auto finished = output_->finish();
    if (finished) return {};
    output_error_ = output_->salvage(finished.error());
    output_error_told_ = true;
    return tl::unexpected(*output_error_);
}

class ReplayModule final : public PacketModule {
public:
    explicit ReplayModule(ReplayOptions options) : options_(std::move(options)) {}
    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return false; }
    bool passThrough() const override { return false; }
    bool isRealtime() const override { return false; }

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        if (thread_id != 0) return fail(message("replay reads a file with one thread, not with thread %1", thread_id), {}, EINVAL);
        if (!(options_.speed >= 0) || std::isinf(options_.speed))
            return fail(message("the speed %1 is not possible", options_.speed), message("0 is as fast as it goes, 1 the original"),
                        EINVAL);
        auto reader = CaptureReader::open(options_.path);
        if (!reader) return tl::unexpected(reader.error());
        auto writer = open_output(**reader);
        if (!writer) return tl::unexpected(writer.error());
        return std::make_unique<ReplayState>(options_, ids_, std::move(*reader), std::move(*writer));
    }

private:
    Result<std::unique_ptr<CaptureWriter>> open_output(const CaptureReader& reader) const {
        if (options_.output.empty()) return nullptr;
        auto named = format_of_name(options_.output);
        auto file = OutputFile::create(options_.output, named.gzip);
        if (!file) return tl::unexpected(file.error());
        auto writer = CaptureWriter::make(std::move(*file), named.format);
        if (auto described = writer->describe(reader.interfaces()); !described) return tl::unexpected(described.error());
        return writer;
    }

    ReplayOptions options_;
    ModuleInfo info_ = replay_info();
    Ids ids_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace

std::unique_ptr<PacketModule> make_replay_module(ReplayOptions options) { return std::make_unique<ReplayModule>(std::move(options)); }

ModuleInfo replay_info() {
    return {"replay", "Replay", "A capture file through the rules, at its own speed or faster; accepted packets go to another file",
            "Sallyport"};
}

ModuleAvailability replay_available() { return {true, {}, {}}; }

}  // namespace sallyport
