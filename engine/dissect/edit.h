// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of packets through their descriptions. The bytes are the truth: an edit parses the human form into the field's wire
// bytes, splices them in, and then lets lengths, counts, offsets and checksums follow. An unedited packet is identical.
#pragma once
#include "base/result.h"
#include "dissect/dissection.h"
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace sallyport {

class Splice;

class Editor {
public:
    explicit Editor(const PacketContext& packet);  // copies the bytes
    ~Editor();
    Bytes bytes() const { return bytes_; }
    const Dissection& dissection() const { return tree_; }

    /// Sets the `occurrence`-th (0-based) value of a field from its human form. Lengths, counts and offsets follow at once,
    /// checksums that cover changed bytes too, except those set on purpose. Errors name the field and the value; nothing changes.
    Status set(std::string_view field, std::string_view human, unsigned occurrence = 0);
    Status set_node(std::int32_t node, std::string_view human);
    /// Replaces the raw bytes of a node (an edit in the byte view); same length or not.
    Status set_bytes(std::int32_t node, Bytes wire);
    /// Inserts an element (raw wire bytes) into the repeated part `node` (or the part around it), behind its last
    /// element, but before a mark that ends the list.
    Status insert(std::int32_t node, Bytes element);
    /// … into dissection().repeats[list].
    Status insert_element(std::size_t list, Bytes element);
    /// Removes the element of a repeated part that the node is, or is a part of.
    Status remove(std::int32_t node);
    /// Any other edit: `cuts` notes on a Splice of the packet what shall change; checksums follow as ever.
    Status change(const std::function<Status(Splice&)>& cuts);
    /// "field=value", "field#2=value" (second occurrence), as the command line takes them.
    Status apply(std::string_view assignment);

private:
    struct Impl;
    friend struct Impl;
    void refresh();
    ByteBuffer bytes_;
    PacketContext context_;
    Dissection tree_;
    std::set<std::string, std::less<>> overridden_;  // checksums and lengths that the user set on purpose
};

/// The wire bytes of a value that people wrote, for a field of fixed coding. Errors say what was expected.
Result<ByteBuffer> parse_value(const Field& field, std::string_view human, std::size_t wire_length);

}  // namespace sallyport
