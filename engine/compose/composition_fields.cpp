// SPDX-License-Identifier: GPL-3.0-or-later
// What a form shows of a composition.
#include "compose/automatic_fields.h"
#include "compose/composition_impl.h"
#include "compose/layer_links.h"
#include "dissect/checksum.h"
#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <unordered_map>

namespace sallyport {

bool is_plain_number(const Field& f) {
    const bool number = f.type == FieldType::uint || f.type == FieldType::sint || f.type == FieldType::boolean ||
                        f.type == FieldType::absolute_time || f.type == FieldType::relative_time;
    return number && !(f.coding && (f.coding->measure || f.coding->text));
}

FieldEditor editor_for(const Field& f) {
    switch (f.type) {
        case FieldType::uint:
        case FieldType::sint: return f.choices.empty() ? FieldEditor::number : FieldEditor::choice;
        case FieldType::boolean: return FieldEditor::flag;
        case FieldType::ether: return FieldEditor::ether;
        case FieldType::ipv4: return FieldEditor::ipv4;
        case FieldType::ipv6: return FieldEditor::ipv6;
        case FieldType::bytes:
        case FieldType::protocol: return FieldEditor::bytes;
        case FieldType::string: return FieldEditor::text;
        case FieldType::absolute_time:
        case FieldType::relative_time: return FieldEditor::time;
        case FieldType::floating: return FieldEditor::number;
        case FieldType::none: return FieldEditor::none;
    }
    return FieldEditor::none;
}

std::string display_name(const TreeNode& n) {
    if (n.field && n.field->name && *n.field->name) return n.field->name;
    return n.text ? n.text : "this part";
}

namespace {

/// All that a layer carries, once more as a value of its own (tcp.payload): the layers in it show that.
bool is_whole_payload(const Dissection& t, const TreeNode& n) {
    return n.field && std::string_view(n.field->name).ends_with(".payload") && std::size_t(n.layer) + 1 < t.layers.size();
}

void set_range(ComposedField& out, const TreeNode& n) {
    auto& f = *n.field;
    if (f.type == FieldType::boolean) {
        out.most = 1;
        return;
    }
    if (f.type != FieldType::uint && f.type != FieldType::sint) return;
    const unsigned bits = f.mask ? unsigned(__builtin_popcountll(f.mask)) : std::min(64u, n.length * 8);
    const std::uint64_t all = bits >= 64 ? ~0ull : (1ull << bits) - 1;
    if (f.type == FieldType::sint) {
        out.most = all >> 1;
        out.least = ~out.most;  // two's complement
        return;
    }
    out.least = f.least;
    out.most = std::min<std::uint64_t>(f.most, f.scale > 1 && all > ~std::uint64_t{0} / f.scale ? ~std::uint64_t{0} : all * f.scale);
}

/// Which shown nodes begin an element of a list. An element may be several values beside each other (the edges of a SACK block): the first
/// that is shown stands for all of them.
class ElementStarts {
public:
    explicit ElementStarts(const Dissection& t) : tree_(t), starts_(t.repeats.size()) {
        for (auto& element : t.elements) starts_[std::size_t(element.repeat)].push_back(element.at);
    }
    /// Nodes in their order, each once.
    bool begins(const TreeNode& n) {
        if (n.repeat < 0 || n.generated || n.parent != tree_.repeats[std::size_t(n.repeat)].parent) return false;
        auto& starts = starts_[std::size_t(n.repeat)];
        const auto next = std::upper_bound(starts.begin(), starts.end(), n.at);
        return next != starts.begin() && begun_.emplace(n.repeat, *(next - 1)).second;
    }

private:
    const Dissection& tree_;
    std::vector<std::vector<std::uint32_t>> starts_;  // of each list's elements, in order
    std::set<std::pair<std::int32_t, std::uint32_t>> begun_;
};

}  // namespace

// ── keys ──

std::int32_t Composition::Impl::node_of(const FieldKey& key) const {
    auto& t = tree();
    std::uint32_t left = key.occurrence;
    for (std::size_t i = 0; i < t.nodes.size(); i++)
        if (t.nodes[i].layer == tree_layer(key.layer) && has_name(t.nodes[i]) && key.name == t.nodes[i].field->name && !left--)
            return std::int32_t(i);
    return -1;
}

FieldKey Composition::Impl::key_of(std::int32_t node) const {
    auto& t = tree();
    auto& n = t.nodes[std::size_t(node)];
    FieldKey key;
    if (!has_name(n) || n.layer < first()) return key;
    key.layer = std::uint16_t(n.layer - first());
    key.name = n.field->name;
    for (std::int32_t i = 0; i < node; i++)
        key.occurrence += t.nodes[std::size_t(i)].layer == n.layer && has_name(t.nodes[std::size_t(i)]) &&
                          key.name == t.nodes[std::size_t(i)].field->name;
    return key;
}

const Composition::Impl::Override* Composition::Impl::override_of(const FieldKey& key) const {
    for (auto& it : overrides)
        if (it.key == key) return &it;
    return nullptr;
}
Composition::Impl::Override* Composition::Impl::override_of(const FieldKey& key) {
    return const_cast<Override*>(std::as_const(*this).override_of(key));
}

namespace {

bool is_named(const Field& f, std::string_view name) {
    return name == f.name || (f.also[0] && name == f.also[0]) || (f.also[1] && name == f.also[1]);
}

}  // namespace

std::optional<FieldKey> Composition::find(std::string_view name, std::uint32_t occurrence) const {
    auto& t = impl_->tree();
    for (std::size_t i = 0; i < t.nodes.size(); i++) {
        auto& n = t.nodes[i];
        if (has_name(n) && n.layer >= impl_->first() && is_named(*n.field, name) && !occurrence--) return impl_->key_of(std::int32_t(i));
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Composition::occurrence_of(const FieldKey& key) const {
    const auto node = impl_->node_of(key);
    if (node < 0) return std::nullopt;
    auto& t = impl_->tree();
    std::uint32_t before = 0;
    for (std::int32_t i = 0; i < node; i++) {
        auto& n = t.nodes[std::size_t(i)];
        before += has_name(n) && n.layer >= impl_->first() && is_named(*n.field, key.name);
    }
    return before;
}

// ── what a field is ──

bool Composition::Impl::is_automatic(std::int32_t index) const {
    auto& n = tree().nodes[std::size_t(index)];
    if (!can_be_written(n)) return false;
    return AutomaticFields(tree(), n.layer).has(index) || override_of(key_of(index));
}

bool Composition::Impl::is_selector(std::int32_t index) const {
    auto& n = tree().nodes[std::size_t(index)];
    if (!n.field || std::size_t(n.layer) + 1 >= tree().layers.size()) return false;
    auto links = links_between(programs()[tree().layers[n.layer].protocol], *programs()[tree().layers[n.layer + 1u].protocol].protocol);
    return std::any_of(links.begin(), links.end(), [&](auto& link) { return link.key == n.field || link.other == n.field; });
}

std::optional<std::uint64_t> Composition::Impl::right_length(std::int32_t index) const {
    auto& n = tree().nodes[std::size_t(index)];
    if (!n.field || n.generated || n.source != packet_source || !n.length || n.length > 8) return std::nullopt;
    const Layer& layer = tree().layers[n.layer];
    const auto bound = std::ranges::find_if(tree().bounds, [&](auto& each) { return each.layer == n.layer; });  // the layer's own
    if (bound == tree().bounds.end() || bound->size_from != index || layer.claimed_end <= layer.end || bound->unit <= 0)
        return std::nullopt;
    const std::uint64_t missing = layer.claimed_end - layer.end, unit = std::uint64_t(bound->unit);
    if (missing % unit || missing / unit > n.value) return std::nullopt;
    return n.value - missing / unit;
}

bool Composition::Impl::is_wrong(std::int32_t index) const {
    if (right_length(index)) return true;
    auto& n = shown.nodes[std::size_t(index)];
    if (!n.field || n.field->checksum == Checksum::none || n.generated || n.source != packet_source) return false;
    if (n.field->checksum == Checksum::internet_pseudo_optional && n.value == 0) return false;
    auto right = right_checksum(n.field->checksum, wire, tree().layers, n.layer, n.at, n.length);
    return right && *right != n.value;
}

// ── lists of fields ──

namespace {

ComposedField describe(const Dissection& t, const TreeNode& n) {
    ComposedField out;
    out.field = n.field;
    out.at = n.at, out.length = n.length, out.joined = n.source != packet_source;
    if (out.joined) {
        const Piece* const piece = t.piece_at(n.source, n.at);
        const std::uint32_t before = piece ? n.at - piece->at : 0;
        out.at = piece ? piece->from + before : 0, out.length = piece ? std::min(n.length, piece->length - before) : 0;
    }
    if (!n.field || is_group(n)) {
        out.label = n.error ? std::string("[") + (n.text ? n.text : "malformed") + "]" : node_text(t, n);
        return out;
    }
    out.label = n.field->label && *n.field->label ? n.field->label : n.field->name;
    append_value(t, n, out.value);
    if (auto* choice = choice_text(n.field->choices, n.value)) out.meaning = choice;
    out.mask = n.field->mask;
    out.editable = can_be_set(n) || (out.joined && out.length && can_be_written(n));
    out.editor = editor_for(*n.field);
    set_range(out, n);
    return out;
}

bool is_shown(const Dissection& t, const TreeNode& n) {
    return !n.is_layer && !n.hidden && !(n.field && !has_name(n) && !n.error && !is_group(n)) && !is_whole_payload(t, n);
}

/// Automatic, overridden or wrong.
template <typename Impl>
void set_state(ComposedField& field, const Impl& impl, const AutomaticFields& automatic, std::int32_t node) {
    field.overridden = impl.override_of(field.key) != nullptr;
    field.automatic = field.overridden || automatic.has(node);
    field.editable = field.editable && !(field.automatic && field.joined);  // nothing could be put over it
    field.wrong = field.automatic && !field.overridden && impl.is_wrong(node);
}

}  // namespace

std::vector<ComposedField> Composition::fields(std::size_t layer) const {
    std::vector<ComposedField> out;
    auto& t = impl_->shown;
    std::vector<std::int32_t> place(t.nodes.size(), -1);
    const std::size_t shown_layer = impl_->tree_layer(layer);
    if (shown_layer >= t.layers.size()) return out;
    const AutomaticFields automatic(impl_->tree(), shown_layer);
    std::unordered_map<std::string_view, std::uint32_t> occurrences;
    ElementStarts elements(t);
    for (std::size_t i = 0; i < t.nodes.size(); i++) {
        auto& n = t.nodes[i];
        if (n.layer != shown_layer) continue;
        const std::uint32_t occurrence = has_name(n) ? occurrences[n.field->name]++ : 0;
        if (!is_shown(t, n)) continue;
        ComposedField field = describe(t, n);
        field.removable = elements.begins(n);
        if (n.parent >= 0 && place[std::size_t(n.parent)] >= 0) {
            field.parent = place[std::size_t(n.parent)];
            field.depth = std::uint16_t(out[std::size_t(field.parent)].depth + 1);
        }
        if (has_name(n)) field.key = {0, n.field->name, occurrence};
        field.key.layer = std::uint16_t(layer);
        set_state(field, *impl_, automatic, std::int32_t(i));
        place[i] = std::int32_t(out.size());
        out.push_back(std::move(field));
    }
    return out;
}

std::optional<ComposedField> Composition::field(const FieldKey& key) const {
    const auto index = impl_->node_of(key);
    if (index < 0) return std::nullopt;
    auto& t = impl_->shown;
    auto& n = t.nodes[std::size_t(index)];
    if (!is_shown(t, n)) return std::nullopt;
    ComposedField field = describe(t, n);
    field.key = key;
    ElementStarts elements(t);
    for (std::int32_t i = n.repeat < 0 ? index : 0; i <= index; i++)
        if (t.nodes[std::size_t(i)].repeat == n.repeat && is_shown(t, t.nodes[std::size_t(i)]))
            field.removable = elements.begins(t.nodes[std::size_t(i)]);
    set_state(field, *impl_, AutomaticFields(impl_->tree(), n.layer), index);
    return field;
}

namespace {

/// How well a field names a byte that it covers: the innermost layer, whole fields before bits, those with bits in that byte, the shortest.
std::array<std::uint64_t, 4> nearness(const TreeNode& n, std::uint32_t offset) {
    const unsigned shift = 8 * (n.length - 1 - (offset - n.at));
    const bool elsewhere = n.field->mask && !(n.length <= 8 && n.field->mask >> shift & 0xff);
    return {~std::uint64_t(n.layer), n.field->mask != 0, elsewhere, n.length};
}

}  // namespace

std::optional<FieldKey> Composition::field_at(std::uint32_t offset) const {
    auto& t = impl_->shown;
    std::int32_t best = -1;
    for (std::size_t i = 0; i < t.nodes.size(); i++) {
        auto& n = t.nodes[i];
        if (!has_name(n) || n.hidden || n.generated || n.source != packet_source || n.layer < impl_->first()) continue;
        if (offset < n.at || offset - n.at >= n.length || is_whole_payload(t, n)) continue;
        if (best < 0 || nearness(n, offset) < nearness(t.nodes[std::size_t(best)], offset)) best = std::int32_t(i);
    }
    if (best < 0) return std::nullopt;
    return impl_->key_of(best);
}

}  // namespace sallyport
