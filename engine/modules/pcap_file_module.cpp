// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/pcap_file_module.h"
#include "capture_file/capture_reader.h"
#include "modules/forged_loop.h"
#include "modules/pooled_state.h"
#include <algorithm>
#include <cerrno>

namespace sallyport {
namespace {

using Ids = std::shared_ptr<std::atomic<std::uint64_t>>;

class PcapFileState final : public PooledState {
public:
    PcapFileState(std::unique_ptr<CaptureReader> reader, Ids ids)
        : PooledState("pcap-file", std::move(ids), true), reader_(std::move(reader)), memory_(reader_->memory()) {}

    Received receive() override;
    void interrupt() override {
        interrupted_.store(true);
        memory_->interrupt();
    }
    std::vector<CaptureInterface> interfaces() const override { return reader_->interfaces(); }
    std::shared_ptr<const void> keeper() const override { return memory_; }
    Bytes keptMemory() const override { return memory_->whole(); }
    Timestamp clock() const override { return clock_; }
    ModuleStatistics statistics() const override;

private:
    Status carry_out(PooledPacket&, Verdict) override { return {}; }
    Status send_out(PooledPacket& packet, bool own_answer) override {
        loop_.put(packet, own_answer, clock_);
        return {};
    }
    PacketPtr hand_out(const CapturedPacket& captured);

    std::unique_ptr<CaptureReader> reader_;
    std::shared_ptr<CaptureBytes> memory_;
    ForgedLoop loop_;
    Timestamp clock_;
    bool fault_told_ = false;
    std::atomic<bool> interrupted_{false};
    std::atomic<std::uint64_t> received_{0}, position_{0};
};

PacketPtr PcapFileState::hand_out(const CapturedPacket& captured) {
    PooledPacket& packet = take();
    packet.original_bytes_ = captured.bytes;
    packet.stable_ = true;
    packet.original_ = captured.original;
    packet.time_ = captured.time;
    packet.interface_ = captured.interface;
    packet.link_type_ = captured.link_type;
    packet.link_options_ = captured.link_options;
    packet.direction_ = captured.direction;
    packet.queue_ = captured.queue;
    clock_ = std::max(clock_, captured.time);
    return PacketPtr(&packet);
}

Received PcapFileState::receive() {
    if (interrupted_.load(std::memory_order_relaxed) && interrupted_.exchange(false)) return Interrupted{};
    if (!loop_.empty()) {
        PooledPacket& packet = take();
        loop_.take(packet);
        return PacketPtr(&packet);
    }
    if (fault_told_) return EndOfPackets{};
    CapturedPacket captured;
    auto step = reader_->next(captured);
    position_.store(reader_->position(), std::memory_order_relaxed);
    switch (step) {
        case CaptureReader::Step::packet:
            received_.store(received_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
            return hand_out(captured);
        case CaptureReader::Step::interrupted: interrupted_.store(false); return Interrupted{};
        case CaptureReader::Step::fault: fault_told_ = true; return reader_->fault();
        case CaptureReader::Step::end: break;
    }
    return EndOfPackets{};
}

ModuleStatistics PcapFileState::statistics() const {
    ModuleStatistics statistics;
    statistics.received = received_.load(std::memory_order_relaxed);
    statistics.bytes_total = memory_->file_size();
    statistics.bytes_done = memory_->file_done(position_.load(std::memory_order_relaxed));
    return statistics;
}

class PcapFileModule final : public PacketModule {
public:
    explicit PcapFileModule(std::string path) : path_(std::move(path)) {}
    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return false; }
    bool passThrough() const override { return true; }
    bool isRealtime() const override { return false; }

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        if (thread_id != 0) return fail("pcap-file reads a file with one thread, not with thread " + std::to_string(thread_id), {}, EINVAL);
        auto reader = CaptureReader::open(path_);
        if (!reader) return tl::unexpected(reader.error());
        return std::make_unique<PcapFileState>(std::move(*reader), ids_);
    }

private:
    std::string path_;
    ModuleInfo info_ = pcap_file_info();
    Ids ids_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace

std::unique_ptr<PacketModule> make_pcap_file_module(std::string path) { return std::make_unique<PcapFileModule>(std::move(path)); }

ModuleInfo pcap_file_info() {
    return {"pcap-file", "Capture file", "Reads packets from pcap and pcapng files, also compressed with gzip; only observes", "Sallyport"};
}

ModuleAvailability pcap_file_available() { return {true, {}, {}}; }

}  // namespace sallyport
