// SPDX-License-Identifier: GPL-3.0-or-later
// A packet in the making: a stack of layers over bytes. The bytes are the truth; layers and fields are views of them.
//
// What is edited keeps everything else sound: lengths, counts, offsets, checksums and the numbers that name the next layer
// follow by themselves (they are *automatic*). Setting one of those overrides it: it keeps what was set, and the layers stay as
// they are, whatever a receiver will make of it. bytes() are the sound packet with the overrides put in.
//
// One thread at a time. No call fails on hostile bytes; errors say what and why, and change nothing.
#pragma once
#include "base/result.h"
#include "compose/composed_field.h"
#include "dissect/dissection.h"
#include "packet/link_type.h"
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

class Composition {
public:
    /// An empty packet: layers can be added.
    explicit Composition(LinkType link_type = LinkType::ethernet);
    /// From bytes that were captured, read or pasted; they stay as they are until something is edited.
    Composition(Bytes bytes, LinkType link_type);
    ~Composition();
    Composition(const Composition& other);
    Composition& operator=(const Composition& other);
    Composition(Composition&&) noexcept;
    Composition& operator=(Composition&&) noexcept;

    LinkType link_type() const;
    /// As they will be sent.
    Bytes bytes() const;
    /// The tree of the sound packet, whose positions are those of bytes(). Valid until the next change.
    const Dissection& dissection() const;

    // ── layers, outermost first ──
    std::vector<ComposedLayer> layers() const;
    /// Names of protocols that can stand at `index`: in the layer below and, where something stands there, under that. 0 is the
    /// link layer's place, layers().size() the top.
    std::vector<std::string> can_stand_at(std::size_t index) const;
    /// Something can lie in the layer on top.
    bool can_carry_more() const;
    /// Puts a new layer at `index`; what stood there comes to lie in it. What lies above the layers that an operation names is moved as one
    /// piece, whatever it is; behind Ethernet, a trailer stays and padding follows.
    Status add_layer(std::size_t index, std::string_view protocol);
    /// … with its bytes, as of its header alone.
    Status add_layer(std::size_t index, std::string_view protocol, Bytes header);
    /// Takes a layer out; what it carries comes to lie in the layer below.
    Status remove_layer(std::size_t index);
    /// Moves a layer to another place (index after the removal).
    Status move_layer(std::size_t from, std::size_t to);

    // ── fields ──
    std::vector<ComposedField> fields(std::size_t layer) const;
    /// One of them, without its place among the others (parent, depth).
    std::optional<ComposedField> field(const FieldKey& key) const;
    /// From its human form. An automatic field becomes overridden, unless the value is the automatic one.
    Status set(const FieldKey& key, std::string_view human);
    /// "ip.ttl=7", "dns.qry.name#2=a.org": the second occurrence in the packet, as the command line takes them.
    Status set(std::string_view assignment);
    /// The field's own bytes.
    Status set_bytes(const FieldKey& key, Bytes wire);
    /// An automatic field becomes what it should be, and follows again.
    Status make_automatic(const FieldKey& key);
    Status make_all_automatic();
    std::size_t overrides() const;
    /// Those that are wrong in the bytes to begin with, as checksums are in packets that hardware completes after they are captured. They
    /// stay so until what they cover is edited.
    std::vector<FieldKey> wrong_fields() const;
    /// Every automatic field made right, also those that were wrong in the bytes to begin with. Overrides stay.
    Status repair();

    // ── bytes ──
    /// The innermost field that covers a byte.
    std::optional<FieldKey> field_at(std::uint32_t offset) const;
    /// Writes over bytes, where they stand: nothing becomes longer. A field that lies there whole is set; automatic ones are overridden.
    Status overwrite(std::uint32_t offset, Bytes bytes);
    /// Other bytes altogether.
    void replace(Bytes bytes);

    // ── elements of lists ──
    std::vector<Addition> additions(std::size_t layer) const;
    Status add_element(const Addition& addition);
    /// The element that a field is, or lies in.
    Status remove_element(const FieldKey& key);

    /// Where a field of that name is: its `occurrence`-th (0-based) in the whole packet.
    std::optional<FieldKey> find(std::string_view name, std::uint32_t occurrence = 0) const;
    /// … and back: find(key.name, occurrence_of(key)) is that field.
    std::optional<std::uint32_t> occurrence_of(const FieldKey& key) const;

    /// All that undo needs; some hundred bytes.
    struct Snapshot {
        struct Override {
            FieldKey key;
            ByteBuffer wire;         // the bytes that the field lies in …
            std::uint64_t mask = 0;  // … of which these bits are its own; 0: all
            bool operator==(const Override&) const = default;
        };
        ByteBuffer sound;
        std::vector<Override> overrides;
        LinkType link_type = LinkType::ethernet;
        bool operator==(const Snapshot&) const = default;
    };
    Snapshot snapshot() const;
    void restore(const Snapshot& snapshot);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Undo and redo of a composition: remember() before or after each step that is one for people.
class CompositionHistory {
public:
    /// Notes the state, unless it is the one noted last. Steps that were undone are forgotten.
    void remember(const Composition& composition);
    bool can_undo() const { return at_ > 1; }
    bool can_redo() const { return at_ < states_.size(); }
    void undo(Composition& composition);
    void redo(Composition& composition);

private:
    static constexpr std::size_t most_states = 1000;
    std::vector<Composition::Snapshot> states_;
    std::size_t at_ = 0;  // states_[at_ - 1] is the present one
};

}  // namespace sallyport
