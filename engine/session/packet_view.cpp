// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packet_view.h"

namespace sallyport {
namespace {

/// What keeps a context's bytes and texts alive together.
struct Pinned {
    std::shared_ptr<const void> bytes;
    CaptureInterface interface;
    std::string comment;
};

Timestamp time_of(const PacketStore& store, std::size_t index) {
    PacketRecord record;
    return store.record(index, record) ? record.time : Timestamp{};
}

}  // namespace

bool packet_context(const PacketStore& store, std::size_t index, StoredPacket& out_pin, PacketContext& out) {
    if (!store.get(index, out_pin)) return false;
    out = {};
    out.bytes = out_pin.bytes;
    out.link_type = out_pin.record.link_type;
    out.original_length = out_pin.record.original;
    out.number = index + 1;
    out.time = out_pin.record.time;
    out.first_time = time_of(store, store.first());
    out.previous_time = index ? time_of(store, index - 1) : Timestamp{};
    out.record = &out_pin.record;
    out.conversations = &store.conversations();
    if (auto interfaces = store.interfaces(); out_pin.record.interface < interfaces.size()) {
        auto pinned = std::make_shared<Pinned>(Pinned{std::move(out_pin.pin), std::move(interfaces[out_pin.record.interface]), {}});
        if (pinned->interface.is_known()) out.interface = &pinned->interface;
        if (out_pin.record.flags & PacketFlag::commented) out.comment = pinned->comment = store.comment(index);
        out_pin.pin = std::move(pinned);
    }
    return true;
}

}  // namespace sallyport
