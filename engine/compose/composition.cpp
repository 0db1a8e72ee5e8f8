// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composition_impl.h"
#include "compose/layer_links.h"
#include "compose/layer_stack.h"
#include "compose/starting_bytes.h"
#include "dissect/checksum.h"
#include "dissect/run.h"
#include <algorithm>

namespace sallyport {

Composition::Composition(LinkType link_type) : impl_(std::make_unique<Impl>(link_type)) {}
Composition::Composition(Bytes bytes, LinkType link_type) : Composition(link_type) { impl_->load(bytes); }
Composition::~Composition() = default;
Composition::Composition(const Composition& other) : Composition(other.link_type()) { restore(other.snapshot()); }
Composition& Composition::operator=(const Composition& other) {
    if (this != &other) restore(other.snapshot());
    return *this;
}
Composition::Composition(Composition&&) noexcept = default;
Composition& Composition::operator=(Composition&&) noexcept = default;

LinkType Composition::link_type() const { return impl_->link_type; }
Bytes Composition::bytes() const { return impl_->wire; }
const Dissection& Composition::dissection() const { return impl_->shown; }
std::size_t Composition::overrides() const { return impl_->overrides.size(); }
void Composition::replace(Bytes bytes) {
    impl_->overrides.clear();
    impl_->load(bytes);
}

Composition::Snapshot Composition::snapshot() const {
    Bytes sound = impl_->sound->bytes();
    return {ByteBuffer(sound.begin(), sound.end()), impl_->overrides, impl_->link_type};
}

void Composition::restore(const Snapshot& snapshot) {
    if (!impl_) impl_ = std::make_unique<Impl>(snapshot.link_type);  // it was moved from
    impl_->link_type = snapshot.link_type;
    impl_->overrides = snapshot.overrides;
    impl_->load(snapshot.sound);
}

void Composition::Impl::load(Bytes bytes) {
    PacketContext context;
    context.bytes = bytes;
    context.link_type = link_type;
    sound = std::make_unique<Editor>(context);
    refresh();
}

/// bytes(): what was set on purpose is put in, then the checksums over it are made right, the innermost first.
void Composition::Impl::refresh() {
    std::erase_if(overrides, [&](const Override& it) {
        auto node = node_of(it.key);
        return node < 0 || tree().nodes[std::size_t(node)].length != it.wire.size();
    });
    Bytes bytes = sound->bytes();
    wire.assign(bytes.begin(), bytes.end());
    auto put = [&](const Override& it, const TreeNode& n) {
        if (!it.mask) {
            std::copy(it.wire.begin(), it.wire.end(), wire.begin() + n.at);
            return;
        }
        const bool little = n.field->little || (n.node && n.node->little);
        auto* p = wire.data() + n.at;
        store_number(p, n.length, little,
                     (load_number(p, n.length, little) & ~it.mask) | (load_number(it.wire.data(), n.length, little) & it.mask));
    };
    for (auto& it : overrides) put(it, tree().nodes[std::size_t(node_of(it.key))]);
    for (std::size_t layer = tree().layers.size(); !overrides.empty() && layer--;)
        for (std::size_t i = 0; i < tree().nodes.size(); i++) {
            auto& n = tree().nodes[i];
            if (n.layer != layer || n.error || n.generated || !n.field || n.field->checksum == Checksum::none || n.source != packet_source)
                continue;
            if (override_of(key_of(std::int32_t(i)))) continue;
            auto was = right_checksum(n.field->checksum, bytes, tree().layers, layer, n.at, n.length);
            auto is = right_checksum(n.field->checksum, wire, tree().layers, layer, n.at, n.length);
            const bool none = n.field->checksum == Checksum::internet_pseudo_optional && n.value == 0;
            if (is && is != was && !none) store_number(wire.data() + n.at, n.length, n.field->little, *is);
        }
    shown = tree();
    shown.context.bytes = wire;
    for (auto& n : shown.nodes)
        if (n.field && n.node && !n.generated && !n.error && n.source == packet_source && n.length && n.length <= 8 &&
            is_plain_number(*n.field))
            n.value = number_of(*n.node, wire.data() + n.at, n.length);
}

std::size_t Composition::Impl::first() const { return first_layer(link_type); }
std::size_t Composition::Impl::count() const { return tree().layers.size() > first() ? tree().layers.size() - first() : 0; }

std::optional<Composition::Impl::Place> Composition::Impl::place(std::size_t index) const {
    if (index > count()) return std::nullopt;
    auto program = [&](std::size_t layer) { return &programs()[tree().layers[tree_layer(layer)].protocol]; };
    return Place{index ? program(index - 1) : bottom(link_type), index < count() ? program(index) : nullptr};
}

// ── layers ──

std::vector<ComposedLayer> Composition::layers() const {
    std::vector<ComposedLayer> out;
    auto& tree = impl_->shown;
    for (std::size_t i = impl_->first(); i < tree.layers.size(); i++) {
        auto& l = tree.layers[i];
        auto& p = *programs()[l.protocol].protocol;
        const bool bears = l.header_end > l.start;
        out.push_back({l.protocol, p.name, p.label, layer_title(tree, i), l.start, bears ? l.header_end : l.end, l.end, in_line(tree, i)});
    }
    return out;
}

std::vector<std::string> Composition::can_stand_at(std::size_t index) const {
    std::vector<std::string> names;
    auto& all = programs();
    auto place = impl_->place(index);
    if (!place || (place->below && !carries(*place->below))) return names;
    for (std::size_t i = 0; i < all.size(); i++) {
        std::string name = all[ProtocolId(i)].protocol->name;
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        if (protocol_named(name, impl_->link_type, place->below, place->above) == no_protocol || starting_bytes(all[ProtocolId(i)]).empty())
            continue;
        names.push_back(std::move(name));
    }
    return names;
}

Status Composition::Impl::rebuild(std::size_t top, const std::function<Status(std::vector<StackedLayer>&)>& change) {
    auto stack = take_apart(sound->bytes(), link_type, top);
    if (!stack) return tl::unexpected(stack.error());
    if (auto changed = change(stack->layers); !changed) return changed;
    auto bytes = put_together(*stack, link_type);
    if (!bytes) return tl::unexpected(bytes.error());
    load(*bytes);
    return {};
}

bool Composition::can_carry_more() const {
    auto place = impl_->place(impl_->count());
    return place && place->below && carries(*place->below);
}

Status Composition::add_layer(std::size_t index, std::string_view protocol) { return add_layer(index, protocol, {}); }

Status Composition::add_layer(std::size_t index, std::string_view protocol, Bytes header) {
    auto& all = programs();
    auto place = impl_->place(index);
    if (!place) return fail(message("there is no layer %1 to put %2 under", index, protocol));
    const ProtocolId id = protocol_named(protocol, impl_->link_type, place->below, place->above);
    if (id == no_protocol) {
        const char* above = place->above ? place->above->protocol->name : nullptr;
        if (!index && !above) return fail(message("%1 cannot stand at the bottom of such a packet", protocol));
        if (!index) return fail(message("%1 cannot stand at the bottom of such a packet and under %2", protocol, above));
        if (!above) return fail(message("%1 cannot stand on %2", protocol, place->below->protocol->name));
        return fail(message("%1 cannot stand on %2 and under %3", protocol, place->below->protocol->name, above));
    }
    StackedLayer added{id, header.empty() ? starting_bytes(all[id]) : ByteBuffer(header.begin(), header.end())};
    if (added.header.empty()) return fail(message("%1 has no bytes to begin with", protocol), message("give its bytes"));
    auto overrides = impl_->overrides;
    for (auto& it : overrides) it.key.layer = std::uint16_t(it.key.layer + (it.key.layer >= index));
    impl_->overrides.swap(overrides);
    auto done = impl_->rebuild(index, [&](std::vector<StackedLayer>& stack) {
        if (index > stack.size()) return Status(fail(message("there is no such layer")));
        stack.insert(stack.begin() + std::ptrdiff_t(index), std::move(added));
        return Status();
    });
    if (!done) impl_->overrides.swap(overrides);
    return done;
}

Status Composition::remove_layer(std::size_t index) {
    auto overrides = impl_->overrides;
    std::erase_if(overrides, [&](auto& it) { return it.key.layer == index; });
    for (auto& it : overrides) it.key.layer = std::uint16_t(it.key.layer - (it.key.layer > index));
    impl_->overrides.swap(overrides);
    auto done = impl_->rebuild(index + 1, [&](std::vector<StackedLayer>& stack) {
        if (index >= stack.size()) return Status(fail(message("there is no such layer")));
        stack.erase(stack.begin() + std::ptrdiff_t(index));
        return Status();
    });
    if (!done) impl_->overrides.swap(overrides);
    return done;
}

Status Composition::move_layer(std::size_t from, std::size_t to) {
    auto moved = [&](std::uint16_t layer) {
        if (layer == from) return std::uint16_t(to);
        std::size_t at = layer - (layer > from);
        return std::uint16_t(at + (at >= to));
    };
    auto overrides = impl_->overrides;
    for (auto& it : overrides) it.key.layer = moved(it.key.layer);
    impl_->overrides.swap(overrides);
    auto done = impl_->rebuild(std::max(from, to) + 1, [&](std::vector<StackedLayer>& stack) {
        if (from >= stack.size() || to >= stack.size()) return Status(fail(message("there is no such layer")));
        auto layer = std::move(stack[from]);
        stack.erase(stack.begin() + std::ptrdiff_t(from));
        stack.insert(stack.begin() + std::ptrdiff_t(to), std::move(layer));
        return Status();
    });
    if (!done) impl_->overrides.swap(overrides);
    return done;
}

// ── history ──

void CompositionHistory::remember(const Composition& composition) {
    auto state = composition.snapshot();
    if (at_ && states_[at_ - 1] == state) return;
    states_.resize(at_);
    states_.push_back(std::move(state));
    if (states_.size() > most_states) states_.erase(states_.begin());
    at_ = states_.size();
}

void CompositionHistory::undo(Composition& composition) {
    if (can_undo()) composition.restore(states_[--at_ - 1]);
}

void CompositionHistory::redo(Composition& composition) {
    if (can_redo()) composition.restore(states_[at_++]);
}

}  // namespace sallyport
