// SPDX-License-Identifier: GPL-3.0-or-later
// Packets out of a capture file: what the modules pcap-file and replay share.
#pragma once
#include "capture_file/capture_reader.h"
#include "modules/forged_loop.h"
#include "modules/pooled_state.h"

namespace sallyport {

class FileState : public PooledState {
public:
    Received receive() override;
    void interrupt() override;
    std::vector<CaptureInterface> interfaces() const override { return reader_->interfaces(); }
    std::shared_ptr<const void> keeper() const override { return memory_; }
    Bytes keptMemory() const override { return memory_->whole(); }
    Timestamp clock() const override { return clock_; }
    ModuleStatistics statistics() const override;

protected:
    FileState(std::string module, std::shared_ptr<std::atomic<std::uint64_t>> ids, bool observes, std::unique_ptr<CaptureReader> reader)
        : PooledState(std::move(module), std::move(ids), observes), reader_(std::move(reader)), memory_(reader_->memory()) {}

    /// Waits until a packet of this time may be handed out; false when interrupted.
    virtual bool wait_until_due(Timestamp) { return true; }
    /// A packet is about to be handed out.
    virtual void handed_out(PooledPacket&) {}
    const std::vector<CaptureInterface>& known_interfaces() const { return reader_->interfaces(); }
    Status send_out(PooledPacket& packet, bool own_answer) override;
    bool ended() const { return ended_; }
    bool take_interrupt() { return interrupted_.load(std::memory_order_relaxed) && interrupted_.exchange(false); }

private:
    Received hand_out(const CapturedPacket& captured);
    Received hand_out_forged();

    std::unique_ptr<CaptureReader> reader_;
    std::shared_ptr<CaptureBytes> memory_;
    ForgedLoop loop_;
    CapturedPacket ahead_;  // read, but not due yet
    bool has_ahead_ = false, fault_told_ = false, ended_ = false;
    Timestamp clock_;
    std::atomic<bool> interrupted_{false};
    std::atomic<std::uint64_t> received_{0}, position_{0};
};

}  // namespace sallyport
