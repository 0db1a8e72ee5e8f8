// SPDX-License-Identifier: GPL-3.0-or-later
// One packet as the panes look at it: its bytes, held, and its whole dissection.
#pragma once
#include "session/packet_view.h"
#include <memory>

namespace sallyport {

struct PacketDetail {
    StoredPacket packet;
    Dissection dissection;  // its context points into `packet`

    PacketDetail() = default;
    PacketDetail(const PacketDetail&) = delete;
    PacketDetail& operator=(const PacketDetail&) = delete;
    /// Null when the packet is no longer held.
    static std::shared_ptr<const PacketDetail> load(const PacketStore& store, std::size_t index);
};

using PacketDetailPtr = std::shared_ptr<const PacketDetail>;

}  // namespace sallyport
