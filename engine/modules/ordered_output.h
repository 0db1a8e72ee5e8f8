// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "capture_file/capture_writer.h"
#include "modules/pooled_packet.h"
#include <cerrno>
#include <deque>

namespace sallyport {

/// Writes accepted packets in the order in which they were received, whatever the order of their verdicts. One thread.
class OrderedOutput {
public:
    explicit OrderedOutput(std::unique_ptr<CaptureWriter> writer) : writer_(std::move(writer)) {}

    /// The packet was received: its place is after all others.
    void expect(PooledPacket& packet);
    /// Its verdict came. Accepted packets before which nobody waits are written at once, others are kept until then.
    Status decided(PooledPacket& packet, Verdict verdict, const std::vector<CaptureInterface>& interfaces);
    /// Packets without a verdict.
    bool complete() const { return places_.empty(); }
    /// Ends the file; packets that still have no verdict are left out.
    Status finish();
    bool finished() const { return finished_; }
    /// After an error: what was written before stays (CaptureWriter::salvage()), unless the file could never have held it.
    Error salvage(Error error) { return error.code == EINVAL ? error : writer_->salvage(std::move(error)); }

private:
    struct Place {
        bool decided = false, accepted = false;
        PacketToWrite packet;
        ByteBuffer held;  // its bytes, where they do not stay by themselves
    };
    static PacketToWrite described(const PooledPacket& packet);
    Status write(const PacketToWrite& packet, const std::vector<CaptureInterface>& interfaces);

    std::unique_ptr<CaptureWriter> writer_;
    std::deque<Place> places_;
    std::size_t first_ = 0;  // order of places_.front()
    bool finished_ = false;
};

}  // namespace sallyport
