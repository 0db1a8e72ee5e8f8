// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/conversation.h"
#include <cstring>

namespace sallyport {
namespace {

constexpr unsigned width_of_ports = 2;

/// The two ends that a layer's header names; nullptr: it names none, or is cut.
struct NamedEnds {
    const std::uint8_t *source = nullptr, *destination = nullptr;
    unsigned width = 0;
};
NamedEnds ends_of(Bytes bytes, const Layer& layer) {
    const Ends& ends = all_protocols()[layer.protocol]->ends;
    const bool whole = layer.source == packet_source && layer.start + ends.at + 2u * ends.width <= bytes.size();
    if (!ends.width || !whole) return {};
    const Bytes all = bytes.subspan(layer.start, layer.end > layer.start ? layer.end - layer.start : 0);
    return {bytes.data() + layer.start + ends.at, bytes.data() + layer.start + destination_place(ends, all), ends.width};
}

}  // namespace

bool conversation_key(Bytes bytes, std::span<const Layer> layers, std::size_t layer, FlowKey& out) {
    bool from_high = false;
    return conversation_key(bytes, layers, layer, out, from_high);
}

bool conversation_key(Bytes bytes, std::span<const Layer> layers, std::size_t layer, FlowKey& out, bool& from_high) {
    NamedEnds ports, addresses;
    for (auto at = std::int32_t(layer); at >= 0 && !addresses.width; at = layers[std::size_t(at)].parent) {
        const NamedEnds found = ends_of(bytes, layers[std::size_t(at)]);
        if (found.width > width_of_ports) addresses = found;
        else if (!ports.width) ports = found;
    }
    if (!ports.width || !addresses.width) return false;
    const std::uint64_t source = load_be(ports.source, 2), destination = load_be(ports.destination, 2);
    const int order = std::memcmp(addresses.source, addresses.destination, addresses.width);
    from_high = order > 0 || (order == 0 && source > destination);
    out = {};
    std::memcpy(from_high ? out.high : out.low, addresses.source, addresses.width);
    std::memcpy(from_high ? out.low : out.high, addresses.destination, addresses.width);
    (from_high ? out.high_port : out.low_port) = std::uint16_t(source);
    (from_high ? out.low_port : out.high_port) = std::uint16_t(destination);
    out.family = addresses.width == 4 ? FlowFamily::ipv4 : FlowFamily::ipv6;
    out.type = layers[layer].protocol;
    return true;
}

std::uint32_t known_fact(const ComputeInput& in, std::uint32_t missing) {
    FlowKey key;
    const ConversationMemory* const memory = in.context ? in.context->conversations : nullptr;
    if (!memory || memory->empty() || !conversation_key(in.bytes, in.layers, in.layer, key)) return missing;
    return memory->fact(key, in.context->number, missing);
}

void teach_fact(const ComputeInput& in, ConversationMemory& memory, std::uint32_t value) {
    FlowKey key;
    if (conversation_key(in.bytes, in.layers, in.layer, key)) memory.learn(key, {std::uint32_t(in.context->number), value});
}

}  // namespace sallyport
