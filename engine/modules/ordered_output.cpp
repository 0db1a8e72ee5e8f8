// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/ordered_output.h"

namespace sallyport {

void OrderedOutput::expect(PooledPacket& packet) {
    packet.order_ = first_ + places_.size();
    places_.emplace_back();
}

PacketToWrite OrderedOutput::described(const PooledPacket& packet) {
    PacketToWrite out;
    out.bytes = packet.bytes();
    out.time = packet.time_;
    out.original = packet.original_;
    if (packet.changed_) out.original += std::uint32_t(packet.bytes().size() - packet.original_bytes_.size());
    out.interface = packet.interface_;
    out.link_type = packet.link_type_;
    out.link_options = packet.link_options_;
    out.direction = packet.direction_;
    out.note = packet.comment_;
    if (packet.changed_) out.comment = "Sallyport: edited";
    else if (packet.own_answer_) out.comment = "Sallyport: answer of a rule";
    else if (!packet.stable_) out.comment = "Sallyport: made here";
    return out;
}

Status OrderedOutput::decided(PooledPacket& packet, Verdict verdict, const std::vector<CaptureInterface>& interfaces) {
    Place& place = places_[packet.order_ - first_];
    place.decided = true;
    place.accepted = verdict == Verdict::accept;
    if (place.accepted) {
        place.packet = described(packet);
        if (!packet.bytesAreStable() && packet.order_ != first_) {
            place.held.assign(place.packet.bytes.begin(), place.packet.bytes.end());
            place.packet.bytes = place.held;
        }
    }
    Status status;
    for (; !places_.empty() && places_.front().decided; places_.pop_front(), first_++)
        if (places_.front().accepted && status) status = write(places_.front().packet, interfaces);
    return status;
}

Status OrderedOutput::write(const PacketToWrite& packet, const std::vector<CaptureInterface>& interfaces) {
    if (finished_) return fail(message("the output of the replay is closed already"));
    if (auto described = writer_->describe(interfaces); !described) return described;
    return writer_->write(packet);
}

Status OrderedOutput::finish() {
    if (finished_) return {};
    finished_ = true;
    return writer_->finish();
}

}  // namespace sallyport
