// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a protocol: everything about it that does not depend on where it lies in the packet. Protocols declare their
// fields as typed constexpr members (u16 srcport{"udp.srcport", "Source Port", also("udp.port")}), so that a misspelt one
// does not compile; their layout (layout.h) refers to them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sallyport {

/// The machine form of a value, and with it which filter operators apply. Wireshark's FT_ types.
enum class FieldType : std::uint8_t {
    none,      // a label or sub-tree without a value
    protocol,  // a whole layer: its bytes
    uint,
    sint,  // of `width` bytes
    boolean,
    ether,
    ipv4,
    ipv6,
    bytes,
    string,
    absolute_time,  // value: nanoseconds since 1970 (two's complement in the 64 bits)
    relative_time,  // value: nanoseconds
    floating,       // value: the bits of a double
};
enum class Base : std::uint8_t {
    dec,
    hex,
    dec_hex,
    hex_dec,
    oct,
    colons,
    dots,
    dashes
};  // how numbers and bytes print; Wireshark's BASE_ and SEP_

/// What keeps a field true after an edit, beyond the lengths and counts that the layout itself tells.
enum class Checksum : std::uint8_t {
    none,
    internet_header,           // RFC 1071 over the layer's header
    internet,                  // … over the whole layer
    internet_pseudo,           // … with the pseudo header of the network layer (RFC 768, 9293, 8200 8.1)
    internet_pseudo_optional,  // … where 0 means that none was sent (UDP)
    internet_pseudo6,          // … with a pseudo header over IPv6 only (ICMPv6, RFC 4443 2.3)
    internet_extension,        // … over what begins two bytes before it, to the layer's end (RFC 4884 7)
    crc32c,                    // SCTP
};

/// Fields that stand for what could not be read.
enum class Faults : std::uint8_t {
    none,
    malformed,  // the bytes are not what they should be
    cut,        // the capture ends before the packet does
};

/// One named value of a field. Tables are sorted or not; the first match wins. `last` for ranges.
struct Choice {
    std::uint64_t value;
    const char* text;
    std::uint64_t last = 0;  // 0: a single value
};
using Choices = std::span<const Choice>;

struct Coding;      // coding.h: values with a coding of their own
class LayerValues;  // protocol.h

/// Finishes a line of the tree: `line` holds it so far; the values are the line's own and those inside it.
using Tell = void (*)(const LayerValues&, std::string& line);

struct Field {
    const char* name = nullptr;   // Wireshark's; "" or starting with '@': only inside the description
    const char* label = nullptr;  // Wireshark's, for the tree
    FieldType type = FieldType::none;
    Base base = Base::dec;
    Checksum checksum = Checksum::none;
    Faults faults = Faults::none;
    std::uint8_t width = 0;  // bytes of the number as Wireshark types it; 0: not a number of fixed size
    bool little = false;
    bool hidden = false;                    // found by filters, not shown in the tree
    bool unless_empty = false;              // zero bytes are not this field
    bool of_all_layers = false;             // made of what the whole packet holds (frame.protocols)
    bool utf8 = false;                      // strings: UTF-8, else ASCII
    bool plain = false;                     // its line draws no bits, and no brackets around what is computed
    const char* unit = nullptr;             // behind the number in its line: "bytes"
    Tell tells = nullptr;                   // finishes its line
    const char* also[2] = {};               // names shared with others: tcp.port, ip.addr
    std::uint64_t mask = 0;                 // bits within the number it overlays; 0: all
    std::uint32_t scale = 1;                // wire value × scale = value (ip.hdr_len counts words)
    std::uint64_t least = 0, most = ~0ull;  // outside: these bytes are not this field
    std::uint64_t initial = 0;              // in a new layer
    std::int64_t unit_ns = 0;               // times: nanoseconds of one tick
    Choices choices{};
    const Coding* coding = nullptr;

    constexpr unsigned shift() const { return mask ? unsigned(__builtin_ctzll(mask)) : 0; }
};

/// The name of a value, or nullptr.
constexpr const char* choice_text(Choices choices, std::uint64_t value) {
    for (auto& c : choices)
        if (c.last ? value >= c.value && value <= c.last : value == c.value) return c.text;
    return nullptr;
}

}  // namespace sallyport
