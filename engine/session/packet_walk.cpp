// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packet_walk.h"

namespace sallyport {

void PacketWalk::visit(std::size_t from, std::size_t to, const std::function<bool(std::size_t index, const PacketContext&)>& visit) {
    PacketRecord before;
    PacketContext packet;
    packet.conversations = &store_.conversations();
    packet.first_time = store_.first_time();
    if (from && store_.record(from - 1, before)) packet.previous_time = before.time;
    store_.visit(from, to, [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
        packet.bytes = bytes;
        packet.link_type = record.link_type;
        packet.original_length = record.original;
        packet.number = index + 1;
        packet.time = record.time;
        packet.record = &record;
        packet.interface = interface(record.interface);
        comment_.clear();
        if (record.flags & PacketFlag::commented) comment_ = store_.comment(index);
        packet.comment = comment_;
        const bool on = visit(index, packet);
        packet.previous_time = record.time;
        return on;
    });
}

const CaptureInterface* PacketWalk::interface(std::size_t index) {
    if (index >= interfaces_.size()) interfaces_ = store_.interfaces();
    return index < interfaces_.size() && interfaces_[index].is_known() ? &interfaces_[index] : nullptr;
}

}  // namespace sallyport
