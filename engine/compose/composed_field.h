// SPDX-License-Identifier: GPL-3.0-or-later
// What a form shows of a composed packet: its layers, and the fields of each with the editor that fits.
#pragma once
#include "protocol/field.h"
#include "protocol/layer.h"
#include <string>
#include <vector>

namespace sallyport {

/// The kind of editor that a field wants. `none`: a heading without a value of its own.
enum class FieldEditor : std::uint8_t { none, number, flag, choice, ether, ipv4, ipv6, bytes, text, time };

/// Names a field of a composition. Stays good while its layer has the place that it has, whatever is edited.
struct FieldKey {
    std::uint16_t layer = 0;       // index into Composition::layers()
    std::string name;              // "ip.ttl"
    std::uint32_t occurrence = 0;  // 0-based, among the fields of that name in that layer
    bool operator==(const FieldKey&) const = default;
};

struct ComposedLayer {
    ProtocolId protocol = 0;
    std::string name;                               // "udp", as filters write it
    std::string label;                              // "User Datagram Protocol"
    std::string title;                              // "User Datagram Protocol, Src Port: 40000, Dst Port: 53"
    std::uint32_t at = 0, header_end = 0, end = 0;  // in Composition::bytes(): its header, and what it carries
    bool in_line = true;                            // it lies in the layer before it, which carries nothing else: can be removed and moved
};

struct ComposedField {
    FieldKey key;                  // name is "": a heading
    const Field* field = nullptr;  // its description (choices, base, width); nullptr: a heading
    FieldEditor editor = FieldEditor::none;
    std::string label;         // "Time to Live"
    std::string value;         // the form for people; set() takes it back
    std::string meaning;       // the name of a choice ("UDP"), or ""
    std::int32_t parent = -1;  // index among the fields of the same call, -1: the layer
    std::uint16_t depth = 0;
    std::uint32_t at = 0, length = 0;   // the bytes it covers; of one that is joined, those in the first of its pieces
    bool joined = false;                // its bytes were put together: they may stand apart in the packet
    std::uint64_t mask = 0;             // of these, the bits; 0: all
    std::uint64_t least = 0, most = 0;  // numbers: what fits, in the units of `value`
    bool editable = false;              // false: computed from others, or made of them
    bool automatic = false;             // follows from the rest: a length, checksum, count, or the number of what comes next
    bool overridden = false;            // … and was set on purpose to something else
    bool wrong = false;                 // automatic, not overridden, and yet not what it should be (as it was captured)
    bool removable = false;             // an element of a list
};

/// Something that may be added: an element to a list ("TCP Option: Time Stamp Option"). Of the
/// composition that gave it, until its next change.
struct Addition {
    std::string list;   // "TCP Option", "Query"
    std::string label;  // "Time Stamp Option"; "" where a list knows only one kind
    std::uint16_t layer = 0;
    std::uint32_t place = 0;            // the list's item in the layer's layout
    const Field* kind_field = nullptr;  // what tells kinds apart, and the kind
    std::uint64_t kind = 0;
};

}  // namespace sallyport
