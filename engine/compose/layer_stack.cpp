// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/layer_stack.h"
#include "compose/layer_links.h"
#include "dissect/splice.h"
#include "dissect/walk.h"
#include <algorithm>

namespace sallyport {
namespace {

PacketContext context_of(Bytes bytes, LinkType link_type) {
    PacketContext context;
    context.bytes = bytes;
    context.link_type = link_type;
    return context;
}

std::int32_t node_of(const Dissection& tree, std::size_t layer, const Field* field) {
    for (std::size_t i = 0; i < tree.nodes.size(); i++)
        if (tree.nodes[i].layer == layer && tree.nodes[i].field == field && !tree.nodes[i].generated) return std::int32_t(i);
    return -1;
}

/// layers[layer] names its child so.
bool leads(const Dissection& tree, std::size_t layer, const LayerLink& link) {
    for (auto* field : {link.key, link.other})
        if (auto node = field ? node_of(tree, layer, field) : -1; node >= 0 && names_child(link, tree.nodes[std::size_t(node)].value))
            return true;
    return false;
}

/// By which of its parents the layer was named; nullptr where a whole range, or its own bytes, did.
const Parent* named_by(const Dissection& tree, std::size_t layer) {
    auto& all = programs();
    for (auto& link : links_between(all[tree.layers[layer - 1].protocol], *all[tree.layers[layer].protocol].protocol))
        if (!link.parent->last && leads(tree, layer - 1, link)) return link.parent;
    return nullptr;
}

/// Makes layers[layer] say that `child` comes next, as it was said `before` where it can. False: it has no place for that number.
bool name_child(Editor& editor, std::size_t layer, const Protocol& child, const Parent* before) {
    auto& tree = editor.dissection();
    auto links = links_between(programs()[tree.layers[layer].protocol], child);
    if (std::any_of(links.begin(), links.end(), [&](auto& link) { return leads(tree, layer, link); })) return true;
    std::stable_partition(links.begin(), links.end(), [&](auto& link) { return link.parent == before; });
    for (auto& link : links) {
        if (!link.key) return true;  // its own bytes tell
        auto node = node_of(tree, layer, link.other ? link.other : link.key);
        if (node < 0) continue;
        if (editor.change([&](Splice& splice) { return splice.put(node, link.value); })) return true;
    }
    return false;
}

Status add_on_top(Editor& editor, const StackedLayer& layer) {
    const std::size_t below = editor.dissection().layers.size() - 1;
    auto& all = programs();
    const bool data = int(layer.protocol) == all.data();
    const Message what = message("%1 cannot lie in %2", layer_name(layer.protocol), layer_name(editor.dissection().layers[below].protocol));
    if (!data && !name_child(editor, below, *all[layer.protocol].protocol, layer.named_by))
        return fail(what, message("put a layer between them that can carry it"));
    auto place = payload_place(editor.dissection(), below);
    auto added = editor.change([&](Splice& splice) { return splice.replace(place.bound, place.at, 0, layer.header); });
    if (!added) return fail(message("%1: %2", what, added.error().what), added.error().remedy);
    auto& layers = editor.dissection().layers;
    const bool nothing = layers.size() < below + 2;
    if (nothing || (!data && layers[below + 1].protocol != layer.protocol))
        return fail(nothing ? what : message("%1: what is there reads as %2", what, layer_name(layers[below + 1].protocol)),
                    message("see the fields of the layer below that name what comes next"));
    return {};
}

/// The frame with its trailer again, or padded again, where no layer would take those bytes for its own.
ByteBuffer with_what_was_behind(const Editor& packet, const TakenApart& stack, LinkType link_type) {
    constexpr std::size_t least_frame = 60;  // of Ethernet, without the frame check sequence
    ByteBuffer bytes(packet.bytes().begin(), packet.bytes().end());
    const std::size_t size = bytes.size();
    const bool zeros = std::all_of(stack.behind.begin(), stack.behind.end(), [](auto byte) { return byte == 0; });
    if (zeros && stack.size == least_frame) bytes.resize(std::max(size, stack.behind.empty() ? 0 : least_frame));
    else bytes.insert(bytes.end(), stack.behind.begin(), stack.behind.end());
    if (bytes.size() == size) return bytes;
    Editor longer(context_of(bytes, link_type));
    auto &before = packet.dissection().layers, &after = longer.dissection().layers;
    const bool same = trailer_begin(after, first_layer(link_type)) == size &&
                      std::equal(before.begin(), before.end(), after.begin(), after.end(),
                                 [](const Layer& a, const Layer& b) { return a.protocol == b.protocol; });
    if (!same) bytes.resize(size);
    return bytes;
}

}  // namespace

std::string layer_name(ProtocolId protocol) {
    auto* p = programs()[protocol].protocol;
    return p->column ? p->column : p->name;
}

const Program* bottom(LinkType link_type) {
    auto& all = programs();
    for (std::size_t i = 0; i < all.size(); i++) {
        auto* p = all[ProtocolId(i)].protocol;
        if (std::string_view(p->name) == "raw" && can_begin(link_type, *p)) return &all[ProtocolId(i)];
    }
    return nullptr;
}

std::size_t first_layer(LinkType link_type) { return bottom(link_type) ? 2 : 1; }

bool in_line(const Dissection& tree, std::size_t layer) {
    if (layer >= tree.layers.size() || tree.layers[layer].source != packet_source) return false;
    auto children = [&](std::size_t of) {
        return std::count_if(tree.layers.begin(), tree.layers.end(), [&](const Layer& l) { return l.parent == std::int16_t(of); });
    };
    return tree.layers[layer].parent == std::int16_t(layer) - 1 && children(layer - 1) == 1;
}

PayloadPlace payload_place(const Dissection& tree, std::size_t layer) {
    auto first_bound = [&](std::size_t of) {
        for (std::size_t i = 0; i < tree.bounds.size(); i++)
            if (tree.bounds[i].layer == of) return std::int32_t(i);
        return std::int32_t(-1);
    };
    if (layer + 1 < tree.layers.size() && tree.layers[layer + 1].parent == std::int16_t(layer)) {
        auto inner = first_bound(layer + 1);
        return {tree.layers[layer + 1].start, inner >= 0 ? tree.bounds[std::size_t(inner)].parent : -1};
    }
    auto& l = tree.layers[layer];
    return {l.header_end > l.start || layer == 0 ? l.header_end : l.end, first_bound(layer)};
}

Result<TakenApart> take_apart(Bytes packet, LinkType link_type, std::size_t top) {
    TakenApart out;
    out.size = packet.size();
    const std::size_t first = first_layer(link_type);
    {
        Editor whole(context_of(packet, link_type));
        if (whole.dissection().layers.size() <= first) return out;
        const std::size_t inside = std::min<std::size_t>(packet.size(), trailer_begin(whole.dissection().layers, first));
        out.behind.assign(packet.begin() + std::ptrdiff_t(inside), packet.end());
        packet = packet.first(inside);
    }
    Editor editor(context_of(packet, link_type));
    const std::size_t layers = editor.dissection().layers.size();
    if (layers <= first) return out;
    const std::size_t last = std::min(first + top, layers - 1);
    for (std::size_t layer = last; layer >= first; layer--) {
        if (!in_line(editor.dissection(), layer))
            return fail(
                message("%1 carries several things here, or something that was put together: no layer can be added, removed or moved there",
                        layer_name(editor.dissection().layers[layer - 1].protocol)),
                message("edit its fields, or begin with a template"));
        const Layer l = editor.dissection().layers[layer];
        const std::uint32_t end = layer != last && l.header_end > l.start ? l.header_end : l.end;
        out.layers.insert(out.layers.begin(), {l.protocol, ByteBuffer(editor.bytes().begin() + l.start, editor.bytes().begin() + end),
                                               layer > first ? named_by(editor.dissection(), layer) : nullptr});
        if (layer == first) break;
        auto place = payload_place(editor.dissection(), layer - 1);
        auto removed = editor.change([&](Splice& splice) { return splice.replace(place.bound, l.start, l.end - l.start, {}); });
        if (!removed) return tl::unexpected(removed.error());
    }
    return out;
}

Result<ByteBuffer> put_together(const TakenApart& stack, LinkType link_type) {
    auto& layers = stack.layers;
    if (layers.empty()) return ByteBuffer();
    auto& outermost = layers.front();
    const bool data = int(outermost.protocol) == programs().data();
    Editor editor(context_of(outermost.header, link_type));
    auto& tree = editor.dissection();
    const std::size_t first = first_layer(link_type);
    if (tree.layers.size() <= first || (!data && tree.layers[first].protocol != outermost.protocol))
        return fail(message("a packet of this link type cannot begin with %1", layer_name(outermost.protocol)),
                    message("add its link layer below"));
    for (std::size_t i = 1; i < layers.size(); i++)
        if (auto added = add_on_top(editor, layers[i]); !added) return tl::unexpected(added.error());
    return with_what_was_behind(editor, stack, link_type);
}

}  // namespace sallyport
