// SPDX-License-Identifier: GPL-3.0-or-later
// The field tree of one packet: flat nodes in tree order, each with the bytes it stands for.
#pragma once
#include "packet/packet_context.h"
#include "dissect/registry.h"
#include "protocol/layer.h"
#include <algorithm>
#include <string>
#include <vector>

namespace sallyport {

struct ProgramNode;  // program.h: an item of a layout, compiled

/// A stretch of bytes whose size something says. Edits inside it repair what says so.
struct Bound {
    std::int32_t parent = -1;     // the enclosing bound
    std::int32_t size_from = -1;  // node of the length field; -1: nothing to repair
    std::int64_t unit = 1;        // bytes one step of that field stands for
    std::uint32_t at = 0, end = 0;
    std::uint8_t pad = 1;           // kept a multiple of this
    std::uint32_t content_end = 0;  // not 0: what lies behind is nothing but the filling up to `pad`
    bool fixed = false;             // a constant size: no edit may change it
    std::uint16_t layer = 0;
    SourceId source = packet_source;  // that `at` and `end` count in
};

/// A run of like elements. Edits that insert or remove one repair what counts them.
struct Repeat {
    const ProgramNode* node = nullptr;
    std::int32_t parent = -1;  // tree node it lies under
    std::int32_t bound = -1;
    std::int32_t count_from = -1;  // node of the field that counts the elements, -1: none
    std::int64_t unit = 1;         // elements one step of that field stands for
    std::uint32_t at = 0, end = 0;
    std::uint16_t layer = 0;
    bool stopped = false;  // its last element says that none follows (end of option list)
    SourceId source = packet_source;
};

/// Bytes of a source that was put together, and where they stand in the packet.
struct Piece {
    SourceId source = packet_source;
    std::uint32_t at = 0, length = 0;  // in the source
    std::uint32_t from = 0;            // in the packet
    std::int32_t bound = -1;           // the innermost one around all of it there
};

/// One of them: it ends where the next of the same repeat begins, or the repeat ends.
struct Element {
    std::int32_t repeat = -1;
    std::uint32_t at = 0;
};

struct TreeNode {
    const Field* field = nullptr;       // nullptr: a layer's own node, a group, or an error
    const ProgramNode* node = nullptr;  // the item of the layout that gave it
    const char* text = nullptr;         // label of a group or protocol, or the error's text
    std::uint64_t value = 0;            // numbers, booleans, times
    std::uint32_t at = 0, length = 0;   // bytes in `source`
    std::int32_t parent = -1;           // index of the enclosing node
    std::int32_t bound = -1;            // the innermost bound it lies in (its own, where it is sized)
    std::int32_t repeat = -1;           // it is (part of) an element of this repeat
    std::uint32_t origin = 0;           // what offsets inside it count from (DNS message start)
    std::uint16_t layer = 0;
    SourceId source = packet_source;
    bool generated = false, error = false, is_layer = false;
    bool hidden = false;  // for filters and edits only: views pass over it
};

/// A part without a value; it may have a name (layout: subtree).
inline bool is_group(const TreeNode& n) {
    return !n.error && !n.is_layer && (n.field ? n.field->type == FieldType::none : n.text != nullptr);
}

class Dissection {
public:
    std::vector<Layer> layers;
    std::vector<TreeNode> nodes;  // pre-order; a layer's node stands before its fields
    PacketContext context;
    std::vector<Bound> bounds;
    std::vector<Repeat> repeats;
    std::vector<Element> elements;    // of all repeats, in the order in which they begin
    std::vector<ByteBuffer> buffers;  // sources 1, 2 …: bytes that do not stand like this in the packet
    std::vector<Piece> pieces;        // of them, each source's together and in its order

    Bytes bytes_of(SourceId source) const { return source == packet_source ? context.bytes : Bytes(buffers[source - 1]); }
    /// The piece that a byte of a source lies in; nullptr: none.
    const Piece* piece_at(SourceId source, std::uint32_t at) const {
        const auto holds = [&](const Piece& p) { return p.source == source && at >= p.at && at - p.at < p.length; };
        const auto found = std::find_if(pieces.begin(), pieces.end(), holds);
        return found == pieces.end() ? nullptr : &*found;
    }
    /// Do its bytes stand in the packet, so that they can be changed there?
    bool lies_in_packet(SourceId source) const {
        return source == packet_source || std::any_of(pieces.begin(), pieces.end(), [&](auto& p) { return p.source == source; });
    }
    /// Where values of a layer that lie in `source` end at the latest.
    std::uint32_t end_of(std::size_t layer, SourceId source) const {
        return source == layers[layer].source ? layers[layer].end : std::uint32_t(bytes_of(source).size());
    }
    void clear() { layers.clear(), nodes.clear(), bounds.clear(), repeats.clear(), elements.clear(), buffers.clear(), pieces.clear(); }
};

/// Fills `out`; never fails: what could not be decoded stands as an error node where it happened. Reuses out's memory.
void dissect(const PacketContext& packet, Dissection& out);

/// A value as tshark's -T fields prints it: "0x0800", "192.0.2.1", "1"; strings as they are, control characters escaped.
void append_value(const Dissection&, const TreeNode&, std::string& out);
/// The line of a node of this tree: "Time to Live: 64", "Protocol: UDP (17)", ".1.. .... = Don't fragment: Set".
std::string node_text(const Dissection&, const TreeNode&);

/// A layer's own line: "User Datagram Protocol, Src Port: 53, Dst Port: 40000".
std::string layer_title(const Dissection&, std::size_t layer);

/// What the packet list shows. Strings are cleared first.
struct PacketSummary {
    std::string source, destination, protocol, info;
    bool malformed = false;
};
void summarize(const PacketContext& packet, PacketSummary& out);
/// The same from a dissection that is there already.
void summarize(const Dissection& dissection, PacketSummary& out);

}  // namespace sallyport
