// SPDX-License-Identifier: GPL-3.0-or-later
// What a description may know of its conversation: facts that earlier packets taught (packet/conversation_memory.h).
#pragma once
#include "packet/conversation_memory.h"
#include "packet/packet_context.h"
#include "protocol/protocol.h"

namespace sallyport {

/// Where in `layer` (its header and what follows) the address or port stands that the packet goes to in the end, in bytes; the header
/// holds at least what `ends` names, and may be hostile behind that.
inline std::uint32_t destination_place(const Ends& ends, Bytes layer) {
    const std::uint32_t found = ends.destination ? ends.destination(layer) : 0;
    return found ? found : std::uint32_t(ends.at) + ends.width;
}
/// False: that is only the next station, and where it goes in the end is not told.
inline bool tells_destination(const Ends& ends, Bytes layer) { return !ends.destination || ends.destination(layer); }

/// The key of a fact that the protocol of `layer` keeps; false: no layer around it (itself included) names both ports and addresses.
bool conversation_key(Bytes bytes, std::span<const Layer> layers, std::size_t layer, FlowKey& out);
/// … and whether the packet comes from the end that stands second in it.
bool conversation_key(Bytes bytes, std::span<const Layer> layers, std::size_t layer, FlowKey& out, bool& from_high);

/// The fact that the running layer's protocol keeps, as it stands at this packet.
std::uint32_t known_fact(const ComputeInput& in, std::uint32_t missing = 0);
/// For `teaches`: keeps it from this packet on.
void teach_fact(const ComputeInput& in, ConversationMemory& memory, std::uint32_t value);

}  // namespace sallyport
