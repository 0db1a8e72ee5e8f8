// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of Composition share.
#pragma once
#include "compose/composition.h"
#include "dissect/edit.h"
#include "dissect/program.h"

namespace sallyport {

struct Composition::Impl {
    using Override = Snapshot::Override;

    LinkType link_type = LinkType::ethernet;
    std::unique_ptr<Editor> sound;  // the packet without overrides
    std::vector<Override> overrides;
    ByteBuffer wire;   // … with them
    Dissection shown;  // sound's tree over wire's bytes

    explicit Impl(LinkType type) : link_type(type) { load({}); }

    void load(Bytes bytes);  // a new sound packet; overrides that fit stay
    void refresh();          // after sound or overrides changed
    const Dissection& tree() const { return sound->dissection(); }

    std::size_t first() const;  // index of layers()[0] among the tree's
    std::size_t count() const;  // of layers()
    struct Place {
        const Program* below;  // nullptr: the link layer's place
        const Program* above;  // nullptr: the top
    };
    std::optional<Place> place(std::size_t index) const;  // nothing: beyond the top
    std::size_t tree_layer(std::size_t layer) const { return layer + first(); }

    std::int32_t node_of(const FieldKey& key) const;
    FieldKey key_of(std::int32_t node) const;
    Override* override_of(const FieldKey& key);
    const Override* override_of(const FieldKey& key) const;
    /// It follows from the rest of the packet, as its layout says.
    bool is_automatic(std::int32_t node) const;
    /// It names the layer that comes next, and changing it would change the layers.
    bool is_selector(std::int32_t node) const;
    /// What a length should be that promises more than there is: pasted or captured in part. Nothing where it is right.
    std::optional<std::uint64_t> right_length(std::int32_t index) const;
    bool is_wrong(std::int32_t node) const;
    Status put_override(std::int32_t node, std::string_view human);
    Status put_override(std::int32_t node, Bytes wire_bytes);
    Status note_override(std::int32_t node, Bytes field_bytes);
    /// Does it on the sound packet. Nothing has changed if it fails, or (false) if the first `kept` layers of the tree become others.
    Result<bool> edit(const std::function<Status(Editor&)>& change, std::size_t kept = 0);
    /// How many layers must not become others when a field is set: its own and those below; all, where it names the next one.
    std::size_t kept_by(std::int32_t node) const {
        return is_selector(node) ? tree().layers.size() : std::size_t(tree().nodes[std::size_t(node)].layer) + 1;
    }
    Status repair_value(std::int32_t node);
    /// Takes the packet apart up to layer `top`, which stays in one piece with what it carries, changes the stack, and puts it together.
    Status rebuild(std::size_t top, const std::function<Status(std::vector<struct StackedLayer>&)>& change);
};

/// A number that stands in its bytes as it is, or masked.
bool is_plain_number(const Field& field);
FieldEditor editor_for(const Field& field);
std::string display_name(const TreeNode& node);

}  // namespace sallyport
