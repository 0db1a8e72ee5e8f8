// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packet_view.h"

namespace sallyport {
namespace {

/// What keeps all that a context refers to alive together.
struct Pinned {
    std::shared_ptr<const void> bytes;
    std::shared_ptr<const ConversationMemory> conversations;
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
    out.first_time = store.first_time();
    out.previous_time = index ? time_of(store, index - 1) : Timestamp{};
    out.record = &out_pin.record;
    auto pinned = std::make_shared<Pinned>(Pinned{std::move(out_pin.pin), store.kept_conversations(), {}, {}});
    out.conversations = pinned->conversations.get();
    if (auto interfaces = store.interfaces(); out_pin.record.interface < interfaces.size()) {
        pinned->interface = std::move(interfaces[out_pin.record.interface]);
        if (pinned->interface.is_known()) out.interface = &pinned->interface;
        if (out_pin.record.flags & PacketFlag::commented) out.comment = pinned->comment = store.comment(index);
    }
    out_pin.pin = std::move(pinned);
    return true;
}

}  // namespace sallyport
