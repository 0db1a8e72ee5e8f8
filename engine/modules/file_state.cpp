// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/file_state.h"
#include <algorithm>

namespace sallyport {

Received FileState::receive() {
    if (take_interrupt()) return Interrupted{};
    if (!loop_.empty()) return hand_out_forged();
    if (!has_ahead_) {
        if (fault_told_ || ended_) {
            ended_ = true;
            return EndOfPackets{};
        }
        auto step = reader_->next(ahead_);
        position_.store(reader_->position(), std::memory_order_relaxed);
        if (step == CaptureReader::Step::interrupted) {
            interrupted_.store(false);
            return Interrupted{};
        }
        if (step == CaptureReader::Step::fault) {
            fault_told_ = true;
            return reader_->fault();
        }
        if (step == CaptureReader::Step::end) {
            ended_ = true;
            return EndOfPackets{};
        }
        has_ahead_ = true;
    }
    if (!wait_until_due(std::max(clock_, ahead_.time))) return Interrupted{};
    has_ahead_ = false;
    return hand_out(ahead_);
}

Received FileState::hand_out(const CapturedPacket& captured) {
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
    packet.saved_ = captured.saved;
    packet.comment_ = captured.comment;
    clock_ = std::max(clock_, captured.time);
    received_.store(received_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    handed_out(packet);
    return PacketPtr(&packet);
}

Received FileState::hand_out_forged() {
    PooledPacket& packet = take();
    loop_.take(packet);
    handed_out(packet);
    return PacketPtr(&packet);
}

Status FileState::send_out(PooledPacket& packet, bool own_answer) {
    loop_.put(packet, own_answer, clock_);
    return {};
}

void FileState::interrupt() {
    interrupted_.store(true);
    memory_->interrupt();
}

ModuleStatistics FileState::statistics() const {
    ModuleStatistics statistics;
    statistics.received = received_.load(std::memory_order_relaxed);
    statistics.bytes_total = memory_->file_size();
    statistics.bytes_done = memory_->file_done(position_.load(std::memory_order_relaxed));
    return statistics;
}

}  // namespace sallyport
