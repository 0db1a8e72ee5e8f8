// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/layer_stack.h"
#include "compose/layer_links.h"
#include "dissect/splice.h"
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

/// Makes layers[layer] say that `child` comes next. False: it has no place for that number.
bool name_child(Editor& editor, std::size_t layer, const Protocol& child) {
    auto& tree = editor.dissection();
    auto links = links_between(programs()[tree.layers[layer].protocol], child);
    for (auto& link : links)  // a port that leads there already
        for (auto* field : {link.key, link.other})
            if (auto node = field ? node_of(tree, layer, field) : -1; node >= 0 && names_child(link, tree.nodes[std::size_t(node)].value))
                return true;
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
    const std::string what = layer_name(layer.protocol) + " cannot lie in " + layer_name(editor.dissection().layers[below].protocol);
    if (!data && !name_child(editor, below, *all[layer.protocol].protocol)) return fail(what, "put a layer between them that can carry it");
    auto place = payload_place(editor.dissection(), below);
    auto added = editor.change([&](Splice& splice) { return splice.replace(place.bound, place.at, 0, layer.header); });
    if (!added) return fail(what + ": " + added.error().what, added.error().remedy);
    auto& layers = editor.dissection().layers;
    if (layers.size() < below + 2 || (!data && layers[below + 1].protocol != layer.protocol))
        return fail(what + (layers.size() < below + 2 ? "" : ": what is there reads as " + layer_name(layers[below + 1].protocol)),
                    "see the fields of the layer below that name what comes next");
    return {};
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

Result<std::vector<StackedLayer>> take_apart(Bytes packet, LinkType link_type) {
    std::vector<StackedLayer> stack;
    Editor editor(context_of(packet, link_type));
    const std::size_t first = first_layer(link_type);
    for (std::size_t layer = editor.dissection().layers.size(); layer-- > first;) {
        if (!in_line(editor.dissection(), layer))
            return fail("the layers of this packet are not one in the other: they cannot be added, removed or moved",
                        "edit its fields, or begin with a template");
        const Layer l = editor.dissection().layers[layer];
        const bool bears = !stack.empty() && l.header_end > l.start;
        const std::uint32_t end = bears ? l.header_end : l.end;
        stack.insert(stack.begin(), {l.protocol, ByteBuffer(editor.bytes().begin() + l.start, editor.bytes().begin() + end)});
        if (layer == first) break;
        auto place = payload_place(editor.dissection(), layer - 1);
        auto removed = editor.change([&](Splice& splice) { return splice.replace(place.bound, l.start, l.end - l.start, {}); });
        if (!removed) return tl::unexpected(removed.error());
    }
    return stack;
}

Result<ByteBuffer> put_together(const std::vector<StackedLayer>& layers, LinkType link_type) {
    if (layers.empty()) return ByteBuffer();
    auto& outermost = layers.front();
    const bool data = int(outermost.protocol) == programs().data();
    Editor editor(context_of(outermost.header, link_type));
    auto& tree = editor.dissection();
    const std::size_t first = first_layer(link_type);
    if (tree.layers.size() <= first || (!data && tree.layers[first].protocol != outermost.protocol))
        return fail("a packet of this link type cannot begin with " + layer_name(outermost.protocol), "add its link layer below");
    for (std::size_t i = 1; i < layers.size(); i++)
        if (auto added = add_on_top(editor, layers[i]); !added) return tl::unexpected(added.error());
    return ByteBuffer(editor.bytes().begin(), editor.bytes().end());
}

}  // namespace sallyport
