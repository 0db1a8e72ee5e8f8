// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_detail.h"

namespace sallyport {

std::shared_ptr<const PacketDetail> PacketDetail::load(const PacketStore& store, std::size_t index) {
    auto detail = std::make_shared<PacketDetail>();
    PacketContext context;
    if (!packet_context(store, index, detail->packet, context)) return nullptr;
    dissect(context, detail->dissection);
    return detail;
}

}  // namespace sallyport
