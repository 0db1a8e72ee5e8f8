// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/edit.h"
#include "dissect/checksum.h"
#include "dissect/splice.h"
#include "dissect/value_parse.h"
#include "dissect/value_text.h"
#include <algorithm>
#include <charconv>
#include <tuple>

namespace sallyport {

struct Editor::Impl {
    static bool is_named(const TreeNode& n, FieldId id) {
        return n.node && std::find(std::begin(n.node->field), std::end(n.node->field), id) != std::end(n.node->field);
    }
    static CodedPlace place(const Editor& e, const TreeNode& n) {
        return {e.tree_.bytes_of(n.source), n.at, e.tree_.end_of(n.layer, n.source), n.origin, n.length, e.tree_.layers, n.layer};
    }
    static Status take(Editor& e, ByteBuffer bytes);
    static Status splice(Editor& e, std::int32_t bound, std::uint32_t at, std::uint32_t length, ByteBuffer wire);
    static Status free_borrowers(Editor& e, std::uint32_t from, std::uint32_t to);
    static Status free_borrowers_of(Editor& e, std::int32_t node, std::uint32_t from, std::uint32_t to);
    static std::pair<std::uint32_t, std::uint32_t> element_around(const Editor& e, std::int32_t repeat, std::uint32_t at);
    static void repair_checksums(Editor& e, Bytes before, const std::vector<Layer>& layers_before);
    static std::int32_t repeat_of(const Editor& e, std::int32_t node);
    static bool has_own_number(const Field& f) {
        bool number = f.type == FieldType::uint || f.type == FieldType::sint || f.type == FieldType::boolean ||
                      f.type == FieldType::absolute_time || f.type == FieldType::relative_time;
        return number && !(f.coding && f.coding->measure);
    }
};

Editor::Editor(const PacketContext& packet) : bytes_(packet.bytes.begin(), packet.bytes.end()), context_(packet) { refresh(); }
Editor::~Editor() = default;

void Editor::refresh() {
    if (context_.original_length && context_.bytes.size() != bytes_.size())
        context_.original_length += std::uint32_t(bytes_.size() - context_.bytes.size());
    context_.bytes = bytes_;
    dissect(context_, tree_);
}

Status Editor::Impl::take(Editor& e, ByteBuffer bytes) {
    ByteBuffer before = std::move(e.bytes_);
    auto layers_before = e.tree_.layers;
    e.context_.bytes = before;  // refresh() compares sizes
    e.bytes_ = std::move(bytes);
    e.refresh();
    repair_checksums(e, before, layers_before);
    return {};
}

Status Editor::Impl::splice(Editor& e, std::int32_t bound, std::uint32_t at, std::uint32_t length, ByteBuffer wire) {
    Splice s(e.tree_, e.bytes_);
    if (auto ok = s.replace(bound, at, length, std::move(wire)); !ok) return ok;
    return take(e, s.done());
}

/// Checksums that cover changed bytes (or a changed pseudo header) are made right again; innermost first, as outer ones cover them.
void Editor::Impl::repair_checksums(Editor& e, Bytes before, const std::vector<Layer>& layers_before) {
    bool changed = false;
    for (std::size_t layer = e.tree_.layers.size(); layer--;) {
        for (auto index = e.tree_.nodes.size(); index--;) {  // what stands further in is covered by what is before it
            const TreeNode& n = e.tree_.nodes[index];
            if (n.layer != layer || n.error || n.generated || !n.field || n.field->checksum == Checksum::none || n.source != packet_source)
                continue;
            if (e.overridden_.contains(std::string_view(n.field->name))) continue;
            std::uint64_t value = load_number(e.bytes_.data() + n.at, n.length, n.field->little);
            if (n.field->checksum == Checksum::internet_pseudo_optional && value == 0) continue;
            auto right = right_checksum(n.field->checksum, e.bytes_, e.tree_.layers, layer, n.at, n.length);
            if (!right || *right == value) continue;
            if (layer < layers_before.size() && layers_before[layer].protocol == e.tree_.layers[layer].protocol) {
                std::uint32_t at = layers_before[layer].start + (n.at - e.tree_.layers[layer].start);
                if (right_checksum(n.field->checksum, before, layers_before, layer, at, n.length) == right)
                    continue;  // what it covers is as it was
            }
            store_number(e.bytes_.data() + n.at, n.length, n.field->little, *right);
            changed = true;
        }
    }
    if (changed) e.refresh();
}

/// Values elsewhere that borrow bytes of [from, to) (compressed names) are written out first, so that they stay what they are.
Status Editor::Impl::free_borrowers(Editor& e, std::uint32_t from, std::uint32_t to) {
    for (std::size_t i = 0; i < e.tree_.nodes.size(); i++) {
        TreeNode n = e.tree_.nodes[i];
        if (n.error || n.generated || !n.field || !n.field->coding || !n.field->coding->reads || n.source != packet_source) continue;
        if (n.at >= from && n.at < to) continue;
        auto* coding = n.field->coding;
        if (!coding->reads(place(e, n), from, to)) continue;
        std::string text;
        ByteBuffer wire;
        coding->text(place(e, n), text);
        if (!coding->parse(text, wire)) return fail(message("%1 borrows from what is changed and cannot be written out", n.field->name));
        auto longer = std::uint32_t(wire.size()) - n.length;
        if (auto ok = splice(e, n.bound, n.at, n.length, std::move(wire)); !ok) return ok;
        if (n.at < from) from += longer, to += longer;
    }
    return {};
}

/// … and the node is where it was in the tree.
Status Editor::Impl::free_borrowers_of(Editor& e, std::int32_t node, std::uint32_t from, std::uint32_t to) {
    TreeNode before = e.tree_.nodes[std::size_t(node)];
    if (before.source != packet_source) return {};  // nothing borrows from there
    if (auto ok = free_borrowers(e, from, to); !ok) return ok;
    bool same = std::size_t(node) < e.tree_.nodes.size() && e.tree_.nodes[std::size_t(node)].node == before.node &&
                e.tree_.nodes[std::size_t(node)].length == before.length;
    return same ? Status() : fail(message("what borrows from this part cannot be written out"));
}

Status Editor::set_node(std::int32_t index, std::string_view human) {
    if (index < 0 || std::size_t(index) >= tree_.nodes.size()) return fail(message("there is no such field in this packet"));
    TreeNode n = tree_.nodes[std::size_t(index)];
    if (!n.field || n.error || is_group(n)) return fail(message("this part has no value of its own: set the fields in it"));
    auto& f = *n.field;
    if (n.generated) return fail(message("%1 is computed: it cannot be set", f.name));
    if (!tree_.lies_in_packet(n.source))
        return fail(message("%1 lies in bytes that were put together from several packets: it cannot be set here", f.name));
    if (f.coding && f.coding->text && !f.coding->parse) return fail(message("%1 is made of other fields: set those instead", f.name));
    bool checksum = f.checksum != Checksum::none;
    if (Impl::has_own_number(f) && n.length <= 8) {
        auto value = parse_number(f, human);
        if (!value) return tl::unexpected(value.error());
        Splice s(tree_, bytes_);
        if (auto ok = s.put(index, *value); !ok) return ok;
        if (checksum) overridden_.insert(f.name);
        return Impl::take(*this, s.done());
    }
    auto wire = parse_value(f, human, n.length);
    if (!wire) return tl::unexpected(wire.error());
    bool fixed = (n.node && n.node->width && !(f.coding && f.coding->measure)) ||
                 (n.bound >= 0 && tree_.bounds[std::size_t(n.bound)].fixed && tree_.bounds[std::size_t(n.bound)].at == n.at);
    if (fixed && f.type == FieldType::string && wire->size() < n.length) wire->resize(n.length);  // filled up with zeros
    if (fixed && wire->size() != n.length) return fail(message("%1 takes %2 bytes, '%3' is %4", f.name, n.length, human, wire->size()));
    if (wire->size() == n.length && std::equal(wire->begin(), wire->end(), tree_.bytes_of(n.source).begin() + n.at)) return {};
    if (f.coding && f.coding->measure && f.type == FieldType::uint) {  // the same number, written otherwise (leading zeros): leave it
        std::uint64_t value = 0;
        if (f.coding->measure({*wire, 0, std::uint32_t(wire->size()), 0, 0, {}, 0}, value) > 0 && value == n.value) return {};
    }
    if (f.coding && f.coding->text && f.coding->reads) {  // the same name, written otherwise (compressed): leave it
        std::string now;
        f.coding->text(Impl::place(*this, n), now);
        if (now == human) return {};
    }
    ByteBuffer kept_bytes = bytes_;
    if (auto ok = Impl::free_borrowers_of(*this, index, n.at, n.at + n.length); !ok) {
        bytes_ = kept_bytes;
        refresh();
        return ok;
    }
    n = tree_.nodes[std::size_t(index)];
    auto ok = Impl::splice(*this, n.bound, n.at, n.length, std::move(*wire));
    if (!ok) bytes_ = kept_bytes, refresh();
    return ok;
}

Status Editor::set(std::string_view field, std::string_view human, unsigned occurrence) {
    FieldId id = programs().find(field);
    if (id == no_field) {
        std::string near = programs().nearest(field);
        return fail(message("there is no field %1", field), near.empty() ? Message() : message("did you mean %1?", near));
    }
    std::int32_t shown = -1, any = -1;
    unsigned left = occurrence;
    for (std::size_t i = 0; i < tree_.nodes.size(); i++) {
        if (tree_.nodes[i].error || !Impl::is_named(tree_.nodes[i], id)) continue;
        any = std::int32_t(i);
        if (!left--) {
            shown = any;
            break;
        }
    }
    if (any < 0) return fail(message("this packet has no %1", field));
    if (shown < 0) return fail(message("this packet has no %1 number %2", field, occurrence + 1));
    return set_node(shown, human);
}

Status Editor::set_bytes(std::int32_t index, Bytes wire) {
    if (index < 0 || std::size_t(index) >= tree_.nodes.size()) return fail(message("there is no such part in this packet"));
    TreeNode n = tree_.nodes[std::size_t(index)];
    if (n.generated || !tree_.lies_in_packet(n.source)) return fail(message("this part does not lie in the packet's bytes"));
    if (n.node && n.node->width && wire.size() != n.length)
        return fail(message("this field takes %1 bytes, not %2", n.length, wire.size()));
    ByteBuffer kept_bytes = bytes_;
    auto ok = Impl::free_borrowers_of(*this, index, n.at, n.at + n.length);
    if (ok) {
        n = tree_.nodes[std::size_t(index)];
        ok = Impl::splice(*this, n.bound, n.at, n.length, ByteBuffer(wire.begin(), wire.end()));
    }
    if (!ok) bytes_ = kept_bytes, refresh();
    else if (n.field && n.field->checksum != Checksum::none) overridden_.insert(n.field->name);
    return ok;
}

std::int32_t Editor::Impl::repeat_of(const Editor& e, std::int32_t node) {
    for (std::size_t r = 0; r < e.tree_.repeats.size(); r++)
        if (e.tree_.repeats[r].parent == node) return std::int32_t(r);
    return e.tree_.nodes[std::size_t(node)].repeat;
}

/// The bytes of the element of a list that `at` lies in.
std::pair<std::uint32_t, std::uint32_t> Editor::Impl::element_around(const Editor& e, std::int32_t repeat, std::uint32_t at) {
    auto& r = e.tree_.repeats[std::size_t(repeat)];
    std::pair<std::uint32_t, std::uint32_t> found{r.at, r.end};
    for (auto& element : e.tree_.elements) {
        if (element.repeat != repeat) continue;
        if (element.at > at) {
            found.second = element.at;
            break;
        }
        found.first = element.at;
    }
    return found;
}

Status Editor::insert(std::int32_t node, Bytes element) {
    if (node < 0 || std::size_t(node) >= tree_.nodes.size()) return fail(message("there is no such part in this packet"));
    std::int32_t index = Impl::repeat_of(*this, node);
    if (index < 0) return fail(message("this part holds no list that could take one more"));
    return insert_element(std::size_t(index), element);
}

Status Editor::insert_element(std::size_t index, Bytes element) {
    if (index >= tree_.repeats.size()) return fail(message("there is no such list in this packet"));
    const Repeat r = tree_.repeats[index];
    std::uint32_t at = r.end, spare = 0;
    if (r.stopped) {  // an end-of-list mark stays the last; padding behind it gives way
        at = Impl::element_around(*this, std::int32_t(index), r.end).first;
        if (r.bound >= 0 && tree_.bounds[std::size_t(r.bound)].pad > 1) spare = tree_.bounds[std::size_t(r.bound)].end - at;
    }
    Splice s(tree_, bytes_);
    if (r.count_from >= 0)
        if (auto ok = s.put(r.count_from, tree_.nodes[std::size_t(r.count_from)].value + 1); !ok) return ok;
    if (auto ok = s.replace(r.bound, at, spare, ByteBuffer(element.begin(), element.end())); !ok) return ok;
    return Impl::take(*this, s.done());
}

Status Editor::remove(std::int32_t node) {
    if (node < 0 || std::size_t(node) >= tree_.nodes.size()) return fail(message("there is no such part in this packet"));
    TreeNode n = tree_.nodes[std::size_t(node)];
    if (n.repeat < 0) return fail(message("this part is no element of a list: it cannot be removed"));
    ByteBuffer kept_bytes = bytes_;
    auto [at, end] = Impl::element_around(*this, n.repeat, n.at);
    auto ok = Impl::free_borrowers_of(*this, node, at, end);
    if (ok) {
        n = tree_.nodes[std::size_t(node)];
        std::tie(at, end) = Impl::element_around(*this, n.repeat, n.at);
        auto& r = tree_.repeats[std::size_t(n.repeat)];
        Splice s(tree_, bytes_);
        if (r.count_from >= 0) ok = s.put(r.count_from, tree_.nodes[std::size_t(r.count_from)].value - 1);
        if (ok) ok = s.replace(r.bound, at, end - at, {});
        if (ok) return Impl::take(*this, s.done());
    }
    bytes_ = kept_bytes, refresh();
    return ok;
}

Status Editor::change(const std::function<Status(Splice&)>& cuts) {
    Splice s(tree_, bytes_);
    if (auto ok = cuts(s); !ok) return ok;
    return Impl::take(*this, s.done());
}

Status Editor::apply(std::string_view assignment) {
    auto equals = assignment.find('=');
    if (equals == assignment.npos) return fail(message("'%1' sets nothing", assignment), message("write FIELD=VALUE"));
    auto name = assignment.substr(0, equals);
    unsigned occurrence = 1;
    if (auto mark = name.find('#'); mark != name.npos) {
        auto digits = name.substr(mark + 1);
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), occurrence);
        if (error != std::errc() || end != digits.data() + digits.size() || occurrence == 0)
            return fail(message("'%1' is no occurrence", digits), message("count from 1: %1#2=…", name.substr(0, mark)));
        name = name.substr(0, mark);
    }
    return set(name, assignment.substr(equals + 1), occurrence - 1);
}

}  // namespace sallyport
