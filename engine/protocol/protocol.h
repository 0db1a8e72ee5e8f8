// SPDX-License-Identifier: GPL-3.0-or-later
// What a protocol is: names, layout, the places where it can be a child, and how a row sums it up. One file a protocol in
// engine/protocols, one line in all_protocols.cpp.
#pragma once
#include "packet/packet_record.h"
#include "protocol/field_types.h"
#include <string>

namespace sallyport {

/// A place in a parent's table: {"ip.proto", 17}; a range with `last`. The child names its parents, never the other way round.
struct Parent {
    const char* table;
    std::uint64_t value;
    std::uint64_t last = 0;
};

/// Values of one layer while its summary is written, or of one line of the tree and what is inside it.
class LayerValues {
public:
    virtual ~LayerValues() = default;
    virtual bool has(const Field& f) const = 0;
    virtual std::uint64_t number(const Field& f, std::uint64_t missing = 0) const = 0;  // the first in this layer
    virtual std::uint64_t number_at(const Field& f, std::size_t occurrence) const = 0;  // 0: there are not so many
    virtual std::string text(const Field& f, std::size_t occurrence = 0) const = 0;     // as -T fields prints it; "" when missing
    virtual const char* choice(const Field& f) const = 0;                               // the name of its value, or nullptr
    virtual std::size_t count(const Field& f) const = 0;
    virtual Bytes bytes() const = 0;  // of the layer, payload included
    virtual std::uint32_t payload_size() const = 0;
    virtual std::uint64_t number_in_layer(const Field& f) const = 0;  // also where the values are one line's: the first in its layer
    virtual const struct PacketContext& context() const = 0;
    virtual std::uint32_t length() const = 0;  // bytes that the layer's header or the line stands for
    /// The value of a field by its name in the nearest layer around this one: "ip.ttl"; "" when there is none.
    virtual std::string around(std::string_view name) const = 0;
};
using Summarize = void (*)(const LayerValues&, std::string& out);

/// A guess at bytes that no table entry claimed (or that may be something else). Hostile bytes, any length.
using LooksRight = bool (*)(Bytes payload);

/// What a layer's packet tells about its conversation: asked at the layer's start, in the order of the capture, with teach_fact()
/// of protocol/conversation.h.
using Teach = void (*)(const struct ComputeInput&, class ConversationMemory&);

/// Where a header names the two ends of a conversation: `width` bytes each (2: ports, more: addresses), source first, side by side
/// unless `destination` finds the other elsewhere in the layer; 0: it is on a way whose end is not told.
struct Ends {
    std::uint8_t at = 0, width = 0;
    std::uint32_t (*destination)(Bytes layer) = nullptr;
};

struct Protocol {
    const char* name;              // in filters: "tcp"
    const char* label;             // in the tree: "Transmission Control Protocol"
    const char* column = nullptr;  // in the Protocol column: "TCP"; nullptr: the layer above shows
    std::span<const layout::Item> items{};
    std::span<const Parent> parents{};
    std::span<const char* const> guessed_in{};  // tables where looks_right is asked when no entry matched
    LooksRight looks_right = nullptr;
    layout::ReadFunction trailer =
        nullptr;                    // reads what lies behind the child (padding, FCS); its fields stand in an item read(trailer, …)
    const Field* source = nullptr;  // the addresses of the Source and Destination columns
    const Field* destination = nullptr;
    bool quotes = false;            // its payload quotes another packet (ICMP errors): inside it in the tree, columns stay its own
    bool extends = false;           // a part of the header in front: the tree has it inside that (IPv6 extension headers)
    bool marks_quoted = false;      // … and what it quotes is read as quoted (layout: quoted), as Wireshark does for ICMP, not for ICMPv6
    Summarize info = nullptr;       // the Info column
    Summarize remarks = nullptr;    // … what stands in front of it, whichever layer's it is: "[TCP Retransmission] "
    Summarize speaks = nullptr;     // the Protocol column where it depends on the packet: "TLSv1.3"; "": column
    Summarize goes_to = nullptr;    // the Destination column where it is not a field of its own; "": as it was
    Summarize title = nullptr;      // goes on after the label in the tree: ", Src Port: 80, Dst Port: 1024"
    const char* also_in = nullptr;  // a second filter name
    Ends ends{};
    Teach teaches = nullptr;
    bool sticks = false;  // once guessed, what follows in the conversation is it too
    LooksRight looks_wrong = nullptr;  // of a protocol that sticks, where an entry matched: not it, unless the conversation was before
};

/// Every protocol, in the order of all_protocols.cpp; the index is its ProtocolId.
std::span<const Protocol* const> all_protocols();

/// What a layout's functions get to compute a value from.
struct ComputeInput {
    Bytes bytes;            // of the layer's source
    std::uint32_t at, end;  // here, and where the enclosing part ends
    std::uint32_t origin;   // what offsets count from
    std::uint64_t args[3];
    std::span<const Layer> layers;
    std::size_t layer;                    // the one that runs
    const struct PacketContext* context;  // never null
};

}  // namespace sallyport
