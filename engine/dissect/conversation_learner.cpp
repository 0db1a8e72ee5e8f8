// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/conversation_learner.h"
#include "dissect/worth.h"
#include "protocol/conversation.h"

namespace sallyport {

namespace {
/// By its bytes, or where entries alone do not settle it.
bool is_found(const Protocol& protocol, const Layer& layer, Bytes packet) {
    return layer.guessed || (protocol.looks_wrong && protocol.looks_right(packet.subspan(layer.start, layer.end - layer.start)));
}
}  // namespace

ConversationLearner::ConversationLearner(ConversationMemory& memory) : memory_(memory), worth_(programs().size()) {
    for (std::size_t i = 0; i < worth_.size(); i++) {
        const Protocol& protocol = *programs()[ProtocolId(i)].protocol;
        worth_[i] = protocol.teaches || protocol.sticks;
    }
    spread_worth(worth_);
}

void ConversationLearner::learn(const PacketContext& packet) {
    PacketContext remembering = packet;
    remembering.conversations = &memory_;
    walker_.walk(remembering, worth_.data());
    for (std::size_t layer = 0; layer < walker_.layers().size(); layer++) learn_from(remembering, layer);
}

void ConversationLearner::learn_from(const PacketContext& packet, std::size_t index) {
    auto& layers = walker_.layers();
    const Layer& layer = layers[index];
    const Protocol& protocol = *programs()[layer.protocol].protocol;
    if (protocol.teaches) protocol.teaches({packet.bytes, layer.start, layer.end, layer.start, {}, layers, index, &packet}, memory_);
    FlowKey key;
    if (protocol.sticks && is_found(protocol, layer, packet.bytes) &&
        conversation_key(packet.bytes, layers, std::size_t(layer.parent), key))
        memory_.learn(key, {std::uint32_t(packet.number), layer.protocol + 1u});
}

}  // namespace sallyport
