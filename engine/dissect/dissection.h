// SPDX-License-Identifier: GPL-3.0-or-later
// The field tree of one packet: flat nodes in tree order, each with the bytes it stands for.
#pragma once
#include "dissect/packet_context.h"
#include "dissect/registry.h"
#include <string>
#include <vector>

namespace sallyport {

namespace layout { struct Node; }

/// One protocol of a packet. Positions count from the packet's first byte.
struct Layer {
    ProtocolId protocol = 0;
    std::uint32_t start = 0, header_end = 0, end = 0;  // end: of its payload, as its length says, at most what was captured
    std::uint32_t claimed_end = 0;                     // where its length says it ends, though the capture may be cut
    std::int32_t parent = -1;                          // the layer it lies in
};

/// Which bytes a node's range counts in. Reassembled and decrypted bytes are further buffers.
using SourceId = std::uint8_t;
inline constexpr SourceId packet_source = 0;

struct TreeNode {
    const Field* field = nullptr;              // nullptr: a layer's own node, a group, or an error
    const layout::Node* node = nullptr;        // the item of the layout that gave it
    const char* text = nullptr;                // label of a group or protocol, or the error's text
    std::uint64_t value = 0;                   // numbers, booleans, times
    std::uint32_t at = 0, length = 0;          // bytes in `source`
    std::int32_t parent = -1;                  // index of the enclosing node
    std::int32_t size_from = -1;               // node of the length field that bounds this one, -1: none
    std::uint32_t origin = 0;                  // what offsets inside it count from (DNS message start)
    std::uint16_t layer = 0;
    SourceId source = packet_source;
    bool generated = false, error = false, is_layer = false;
};

class Dissection {
public:
    std::vector<Layer> layers;
    std::vector<TreeNode> nodes;               // pre-order; a layer's node stands before its fields
    PacketContext context;
    std::vector<ByteBuffer> buffers;           // sources 1, 2 …: bytes that are not in the packet

    Bytes bytes_of(SourceId source) const { return source == packet_source ? context.bytes : Bytes(buffers[source - 1]); }
    void clear() { layers.clear(), nodes.clear(), buffers.clear(); }
};

/// Fills `out`; never fails: what could not be decoded stands as an error node where it happened. Reuses out's memory.
void dissect(const PacketContext& packet, Dissection& out);

/// A value as tshark's -T fields prints it: "0x0800", "192.0.2.1", "1"; strings as they are, control characters escaped.
void append_value(const Dissection&, const TreeNode&, std::string& out);
/// A node's line in the tree: "Time to Live: 64", "Protocol: UDP (17)", ".1.. .... = Don't fragment: Set".
std::string node_text(const Dissection&, const TreeNode&);

/// What the packet list shows. Strings are cleared first.
struct PacketSummary {
    std::string source, destination, protocol, info;
    bool malformed = false;
};
void summarize(const PacketContext& packet, PacketSummary& out);
/// The same from a dissection that is there already.
void summarize(const Dissection& dissection, PacketSummary& out);

}  // namespace sallyport
