// SPDX-License-Identifier: GPL-3.0-or-later
// Setting fields and bytes of a composition.
#include "compose/automatic_fields.h"
#include "compose/composition_impl.h"
#include "dissect/checksum.h"
#include "dissect/splice.h"
#include "dissect/value_parse.h"
#include <algorithm>
#include <charconv>
#include <set>

namespace sallyport {

Result<bool> Composition::Impl::edit(const std::function<Status(Editor&)>& change, std::size_t kept) {
    Bytes now = sound->bytes();
    ByteBuffer before(now.begin(), now.end());
    std::vector<ProtocolId> stack;
    for (auto& l : tree().layers)
        if (stack.size() < kept) stack.push_back(l.protocol);
    auto done = change(*sound);
    const bool other_layers =
        done && (tree().layers.size() < stack.size() || !std::equal(stack.begin(), stack.end(), tree().layers.begin(),
                                                                    [](ProtocolId a, const Layer& b) { return a == b.protocol; }));
    if (!done || other_layers) load(before);
    if (!done) return tl::unexpected(done.error());
    if (other_layers) return false;
    refresh();
    return true;
}

// ── overrides ──

namespace {
Status not_in_the_packet(const TreeNode& n) {
    return fail(message("%1 does not lie in the packet's bytes: it cannot be set", display_name(n)));
}
}  // namespace

Status Composition::Impl::note_override(std::int32_t node, Bytes bytes) {
    auto& n = tree().nodes[std::size_t(node)];
    if (n.source != packet_source) return not_in_the_packet(n);  // only what is sound can be put into its pieces
    Override it{key_of(node), ByteBuffer(bytes.begin(), bytes.end()), n.field->mask};
    const bool little = n.field->little || (n.node && n.node->little);
    Bytes own = sound->bytes().subspan(n.at, n.length);
    const bool same = it.mask ? !((load_number(own.data(), n.length, little) ^ load_number(it.wire.data(), n.length, little)) & it.mask)
                              : std::equal(own.begin(), own.end(), it.wire.begin(), it.wire.end());
    std::erase_if(overrides, [&](auto& other) { return other.key == it.key; });
    if (!same) overrides.push_back(std::move(it));
    refresh();
    return {};
}

Status Composition::Impl::put_override(std::int32_t node, std::string_view human) {
    auto& n = tree().nodes[std::size_t(node)];
    if (n.source != packet_source) return not_in_the_packet(n);
    auto& f = *n.field;
    if (is_plain_number(f) && n.length <= 8) {
        auto value = parse_number(f, human);
        if (!value) return tl::unexpected(value.error());
        Splice splice(tree(), sound->bytes());
        if (auto put = splice.put(node, *value); !put) return put;
        auto bytes = splice.done();
        return note_override(node, Bytes(bytes).subspan(n.at, n.length));
    }
    auto wire_bytes = parse_value(f, human, n.length);
    if (!wire_bytes) return tl::unexpected(wire_bytes.error());
    return put_override(node, *wire_bytes);
}

Status Composition::Impl::put_override(std::int32_t node, Bytes wire_bytes) {
    auto& n = tree().nodes[std::size_t(node)];
    if (wire_bytes.size() != n.length) return fail(message("%1 takes %2 bytes here, not %3", display_name(n), n.length, wire_bytes.size()));
    return note_override(node, wire_bytes);
}

// ── setting ──

Status Composition::set(const FieldKey& key, std::string_view human) {
    auto node = impl_->node_of(key);
    if (node < 0 && key.occurrence) return fail(message("this packet has no %1 number %2", key.name, key.occurrence + 1));
    if (node < 0) return fail(message("this packet has no %1", key.name));
    auto& n = impl_->tree().nodes[std::size_t(node)];
    if (n.generated) return fail(message("%1 is computed from other fields: it cannot be set", key.name), message("set those instead"));
    if (impl_->is_automatic(node)) return impl_->put_override(node, human);
    auto done = impl_->edit([&](Editor& editor) { return editor.set_node(node, human); }, impl_->kept_by(node));
    if (!done) return tl::unexpected(done.error());
    return *done ? Status() : impl_->put_override(node, human);
}

Status Composition::set_bytes(const FieldKey& key, Bytes wire_bytes) {
    auto node = impl_->node_of(key);
    if (node < 0) return fail(message("this packet has no %1", key.name));
    auto& n = impl_->tree().nodes[std::size_t(node)];
    if (n.generated || !impl_->tree().lies_in_packet(n.source))
        return fail(message("%1 does not lie in the packet's bytes: it cannot be set", key.name));
    if (impl_->is_automatic(node)) return impl_->put_override(node, wire_bytes);
    auto done = impl_->edit([&](Editor& editor) { return editor.set_bytes(node, wire_bytes); }, impl_->kept_by(node));
    if (!done) return tl::unexpected(done.error());
    return *done ? Status() : impl_->put_override(node, wire_bytes);
}

Status Composition::set(std::string_view assignment) {
    const auto equals = assignment.find('=');
    if (equals == assignment.npos) return fail(message("'%1' sets nothing", assignment), message("write FIELD=VALUE"));
    auto name = assignment.substr(0, equals);
    std::uint32_t occurrence = 1;
    if (auto mark = name.find('#'); mark != name.npos) {
        auto digits = name.substr(mark + 1);
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), occurrence);
        if (error != std::errc() || end != digits.data() + digits.size() || occurrence == 0)
            return fail(message("'%1' is no occurrence", digits), message("count from 1: %1#2=…", name.substr(0, mark)));
        name = name.substr(0, mark);
    }
    if (auto key = find(name, occurrence - 1)) return set(*key, assignment.substr(equals + 1));
    if (programs().find(name) != no_field)
        return occurrence > 1 ? fail(message("this packet has no %1 number %2", name, occurrence))
                              : fail(message("this packet has no %1", name));
    std::string near = programs().nearest(name);
    return fail(message("there is no field %1", name), near.empty() ? Message() : message("did you mean %1?", near));
}

// ── back to what is right ──

Status Composition::Impl::repair_value(std::int32_t node) {
    auto& n = tree().nodes[std::size_t(node)];
    auto right = right_length(node);
    if (!right) right = right_checksum(n.field->checksum, sound->bytes(), tree().layers, n.layer, n.at, n.length);
    if (!right)
        return fail(message("%1 cannot be computed here: the packet is a fragment, or cut", display_name(n)), message("set it by hand"));
    Bytes now = sound->bytes();
    ByteBuffer bytes(now.begin(), now.end());
    store_number(bytes.data() + n.at, n.length, n.field->little, *right);
    load(bytes);
    return {};
}

Status Composition::make_automatic(const FieldKey& key) {
    auto node = impl_->node_of(key);
    if (node < 0) return fail(message("this packet has no %1", key.name));
    if (!impl_->is_automatic(node)) return fail(message("%1 is not automatic: nothing tells what it should be", key.name));
    if (std::erase_if(impl_->overrides, [&](auto& it) { return it.key == key; })) {
        impl_->refresh();
        return {};
    }
    return impl_->is_wrong(node) ? impl_->repair_value(node) : Status();
}

Status Composition::make_all_automatic() {
    impl_->overrides.clear();
    impl_->refresh();
    return repair();
}

std::vector<FieldKey> Composition::wrong_fields() const {
    std::vector<FieldKey> wrong;
    for (std::size_t i = 0; i < impl_->tree().nodes.size(); i++)
        if (impl_->is_wrong(std::int32_t(i)))
            if (auto key = impl_->key_of(std::int32_t(i)); !key.name.empty() && !impl_->override_of(key)) wrong.push_back(std::move(key));
    return wrong;
}

Status Composition::repair() {
    // Each repair makes the tree anew, with the same nodes: it must be asked for again.
    auto node = [this](std::size_t i) -> auto& { return impl_->tree().nodes[i]; };
    for (const bool lengths : {true, false})                             // checksums cover the lengths
        for (std::size_t layer = impl_->tree().layers.size(); layer--;)  // the innermost first: outer checksums cover them
            for (std::size_t i = 0; i < impl_->tree().nodes.size(); i++) {
                const auto index = std::int32_t(i);
                if (node(i).layer != layer || (lengths && !impl_->right_length(index)) || !impl_->is_wrong(index)) continue;
                if (impl_->override_of(impl_->key_of(index))) continue;
                if (auto done = impl_->repair_value(index); !done) return done;
            }
    return {};
}

// ── bytes ──

Status Composition::overwrite(std::uint32_t offset, Bytes bytes) {
    if (offset > impl_->wire.size() || bytes.size() > impl_->wire.size() - offset)
        return fail(message("there are only %1 bytes", impl_->wire.size()), message("make the packet longer first"));
    ByteBuffer changed = impl_->wire;
    std::copy(bytes.begin(), bytes.end(), changed.begin() + offset);
    Bytes now = impl_->sound->bytes();
    ByteBuffer sound(changed);
    std::vector<std::pair<std::int32_t, ByteBuffer>> automatic;  // those keep what they are in the sound packet
    auto& t = impl_->tree();
    std::vector<AutomaticFields> follows;
    for (std::size_t layer = 0; layer < t.layers.size(); layer++) follows.emplace_back(t, layer);
    std::set<std::int32_t> on_purpose;
    for (auto& it : impl_->overrides) on_purpose.insert(impl_->node_of(it.key));
    for (std::size_t i = 0; i < t.nodes.size(); i++) {
        auto& n = t.nodes[i];
        if (!n.length || !can_be_set(n)) continue;
        if (!on_purpose.contains(std::int32_t(i)) && !follows[n.layer].has(std::int32_t(i))) continue;
        const bool little = n.field->little || (n.node && n.node->little);
        if (n.field->mask && n.length <= 8) {
            auto* p = sound.data() + n.at;
            store_number(
                p, n.length, little,
                (load_number(p, n.length, little) & ~n.field->mask) | (load_number(now.data() + n.at, n.length, little) & n.field->mask));
        } else std::copy_n(now.begin() + n.at, n.length, sound.begin() + n.at);
        const bool touched = n.at < offset + bytes.size() && offset < n.at + n.length;
        if (touched) automatic.emplace_back(std::int32_t(i), ByteBuffer(changed.begin() + n.at, changed.begin() + n.at + n.length));
    }
    std::vector<FieldKey> keys;
    for (auto& [node, wire_bytes] : automatic) keys.push_back(impl_->key_of(node));
    auto done = impl_->edit([&](Editor& editor) { return editor.set_bytes(0, sound); });  // node 0: the frame, all of it
    if (!done) return tl::unexpected(done.error());
    for (std::size_t i = 0; i < automatic.size(); i++) {
        auto node = impl_->node_of(keys[i]);
        if (node >= 0 && impl_->tree().nodes[std::size_t(node)].length == automatic[i].second.size())
            (void)impl_->note_override(node, automatic[i].second);
    }
    return {};
}

}  // namespace sallyport
