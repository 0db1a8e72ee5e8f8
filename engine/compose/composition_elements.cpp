// SPDX-License-Identifier: GPL-3.0-or-later
// Lists in a composition: what may be added to them, adding and removing.
#include "compose/composition_impl.h"
#include "compose/layer_draft.h"
#include "dissect/splice.h"
#include <algorithm>

namespace sallyport {
namespace {

using layout::Op;

/// A field with named values that a choice goes by; its layout may stand elsewhere (use).
const ProgramNode* kind_in(const Program& program, const ProgramNode* first, const ProgramNode* last) {
    for (auto* n = first; n < last; n++) {
        if (n->op == Op::use) {
            auto* const body = program.nodes.data() + n->body;
            if (auto* kind = body > n ? kind_in(program, body, program.nodes.data() + n->body_end) : nullptr) return kind;
        }
        if (n->op != Op::value || !n->store || !n->item->field || n->item->field->choices.empty()) continue;
        for (auto* c = n + 1; c < last; c++)
            if (c->op == Op::choice && c->size.kind == layout::Extent::Kind::field && c->size.reg == n->store) return n;
    }
    return nullptr;
}
/// The field that tells kinds of elements apart.
const ProgramNode* kind_of(const Program& program, const ProgramNode* list) { return kind_in(program, list + 1, list + list->span); }

std::string name_of(const ProgramNode* list) {
    auto* first = list + 1;
    if (first->op == Op::group && first->item->label) return first->item->label;
    return first->item && first->item->field && first->item->field->label ? first->item->field->label : "element";
}

/// It lies in another list: there only where that has an element.
bool nested(const Program& program, std::uint32_t list) {
    for (std::uint32_t i = 0; i < list; i++)
        if (program.nodes[i].op == Op::repeat && i + program.nodes[i].span > list) return true;
    return false;
}

void list_kinds(const Program& program, std::uint32_t list, std::uint16_t layer, std::vector<Addition>& out) {
    auto* n = &program.nodes[list];
    Addition one{name_of(n), {}, layer, list, nullptr, 0};
    auto* kind = kind_of(program, n);
    if (!kind) {
        if (draft_element(program, list)) out.push_back(std::move(one));
        return;
    }
    one.kind_field = kind->item->field;
    for (auto& choice : kind->item->field->choices) {
        const Preset preset{one.kind_field, choice.value};
        if (choice.last || !draft_element(program, list, {&preset, 1})) continue;
        one.label = choice.text, one.kind = choice.value;
        out.push_back(one);
    }
}

std::int32_t node_with(const Dissection& t, std::size_t layer, const Field* field) {
    for (std::size_t i = 0; i < t.nodes.size(); i++)
        if (t.nodes[i].layer == layer && t.nodes[i].field == field && !t.nodes[i].generated) return std::int32_t(i);
    return -1;
}

/// Where a list that has no element yet would stand: behind all that stands before it in the layout.
std::uint32_t place_of(const Dissection& t, std::size_t layer, const ProgramNode* list) {
    std::uint32_t at = t.layers[layer].start;
    for (auto& n : t.nodes)
        if (n.layer == layer && !n.is_layer && !n.error && n.node && n.node < list && n.source == packet_source)
            at = std::max(at, n.at + n.length);
    return at;
}

}  // namespace

std::vector<Addition> Composition::additions(std::size_t layer) const {
    std::vector<Addition> out;
    auto& t = impl_->tree();
    const std::size_t index = impl_->tree_layer(layer);
    if (index >= t.layers.size()) return out;
    auto& program = programs()[t.layers[index].protocol];
    for (std::uint32_t i = 0; i < program.nodes.size(); i++) {
        auto* n = &program.nodes[i];
        if (n->op != Op::repeat || n->span <= 1) continue;
        const bool there = std::any_of(t.repeats.begin(), t.repeats.end(), [&](auto& r) { return r.node == n && r.layer == index; });
        const bool counted = n->size.kind == layout::Extent::Kind::field && n->size.reg && !nested(program, i) && i < program.layout_end &&
                             node_with(t, index, program.register_fields[n->size.reg]) >= 0;
        if (there || counted) list_kinds(program, i, std::uint16_t(layer), out);
    }
    return out;
}

Status Composition::add_element(const Addition& addition) {
    const std::size_t layer = impl_->tree_layer(addition.layer);
    if (layer >= impl_->tree().layers.size()) return fail(message("there is no such layer"));
    auto& program = programs()[impl_->tree().layers[layer].protocol];
    if (addition.place >= program.nodes.size() || program.nodes[addition.place].op != Op::repeat)
        return fail(message("there is no such list in this layer"));
    const Preset preset{addition.kind_field, addition.kind};
    auto element = draft_element(program, addition.place, addition.kind_field ? std::span(&preset, 1) : std::span<const Preset>());
    if (!element) return fail(message("nothing tells what a %1 looks like", addition.list), message("insert its bytes"));
    auto* list = &program.nodes[addition.place];
    auto done = impl_->edit([&](Editor& editor) -> Status {
        auto& t = editor.dissection();
        for (std::size_t i = t.repeats.size(); i--;)  // the last one of its kind
            if (t.repeats[i].node == list && t.repeats[i].layer == layer) return editor.insert_element(i, *element);
        auto count = node_with(t, layer, program.register_fields[list->size.reg]);
        if (count < 0) return fail(message("this packet has no place for a %1", addition.list));
        const auto at = place_of(t, layer, list);
        const auto bound = t.nodes[std::size_t(count)].bound;
        return editor.change([&](Splice& splice) -> Status {
            if (auto put = splice.put(count, t.nodes[std::size_t(count)].value + 1); !put) return put;
            return splice.replace(bound, at, 0, *element);
        });
    });
    return done ? Status() : tl::unexpected(done.error());
}

Status Composition::remove_element(const FieldKey& key) {
    auto node = impl_->node_of(key);
    if (node < 0) return fail(message("this packet has no %1", key.name));
    Status first = fail(message("%1 is in no list: it cannot be removed", key.name));
    for (auto at = node; at >= 0 && !impl_->tree().nodes[std::size_t(at)].is_layer; at = impl_->tree().nodes[std::size_t(at)].parent) {
        if (impl_->tree().nodes[std::size_t(at)].repeat < 0) continue;
        auto done = impl_->edit([&](Editor& editor) { return editor.remove(at); });
        if (done) return {};
        first = tl::unexpected(done.error());
    }
    return first;
}

}  // namespace sallyport
