// SPDX-License-Identifier: GPL-3.0-or-later
// Values with a coding of their own: DNS names, decimal text, BER lengths, flag letters. A coding says how many bytes a value
// takes, how people read it, and how what they write becomes bytes again.
#pragma once
#include "base/bytes.h"
#include "base/message.h"
#include "protocol/layer.h"
#include <string>
#include <string_view>

namespace sallyport {

/// Where a coded value lies. Hostile bytes: nothing here may be trusted but the bounds.
struct CodedPlace {
    Bytes bytes;                                    // the whole buffer
    std::uint32_t at = 0;                           // first byte of the value
    std::uint32_t end = 0;                          // the enclosing part ends here (<= bytes.size())
    std::uint32_t origin = 0;                       // what offsets inside the value count from
    std::uint32_t length = 0;                       // of the value, where it is known already (text, reads, moved)
    std::span<const Layer> layers{};                // of the packet, for texts made of them
    std::size_t layer = 0;                          // the one it lies in
    const struct PacketContext* context = nullptr;  // for texts made of it
};

struct Coding {
    /// Bytes the value takes here, or -1: malformed. `value` is the number, for numbers. nullptr: the size is the field's or given.
    std::int64_t (*measure)(const CodedPlace&, std::uint64_t& value) = nullptr;
    /// Appends the form for people. nullptr: as the field's type prints.
    void (*text)(const CodedPlace&, std::string& out) = nullptr;
    /// Appends the wire form of what people wrote; false: it is no such value. nullptr: as the field's type, unless `text` is
    /// there: then the value cannot be edited.
    bool (*parse)(std::string_view human, ByteBuffer& wire) = nullptr;
    /// For codings that hold offsets: does the value read bytes [from, to) outside its own?
    bool (*reads)(const CodedPlace&, std::uint32_t from, std::uint32_t to) = nullptr;
    /// … and: what lay at or after `from` will move by `delta` bytes (before the move): correct the offsets.
    void (*moved)(MutableBytes bytes, const CodedPlace&, std::uint32_t from, std::int64_t delta) = nullptr;
    /// What parse takes: "a time as 2026-11-23 12:00:00.5". Every coding that parses says it, or …
    Words expected{};
    /// … why parse refused what people wrote: "a label between its dots is empty".
    Words (*fault)(std::string_view human) = nullptr;
};

}  // namespace sallyport
