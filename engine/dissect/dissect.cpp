// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/dissection.h"
#include "dissect/reader_over.h"
#include "dissect/walk.h"
#include <algorithm>

namespace sallyport {

namespace {

/// Where a layer's child begins, and the bound that the child lies in.
struct PayloadPlace {
    std::uint16_t layer;
    std::uint32_t start;
    std::int32_t bound;
};

/// Computed for the description's own use: nobody has a word for it.
bool is_internal(const Field& field) { return !field.name || !*field.name || *field.name == '@'; }

/// Builds the tree of one layer.
class TreeSink {
public:
    TreeSink(Dissection& out, std::vector<PayloadPlace>& places, std::uint16_t layer, std::int32_t root, std::size_t registers)
        : t_(out), places_(places), layer_(layer), parent_(root), source_(out.layers[layer].source), from_(registers, -1) {
        std::int32_t around = -1;
        for (auto& place : places)
            if (std::int16_t(place.layer) == out.layers[layer].parent && place.start == out.layers[layer].start) around = place.bound;
        layer_bound_ = bound_ = piece_bound_ = add_bound(around, out.layers[layer].start, out.layers[layer].end, -1, 1, 1, false);
    }

    bool wants(const ProgramNode&) const { return true; }

    std::int32_t value(const ProgramNode& n, RunState& s, std::uint32_t at, std::uint32_t length, std::uint64_t v, bool generated) {
        TreeNode node = blank(at, length);
        node.field = n.item->field, node.node = &n, node.value = v, node.origin = s.origin, node.generated = generated,
        node.hidden = n.item->field->hidden || (generated && is_internal(*n.item->field));
        if (n.op == layout::Op::bits && !generated) nest(node);
        else if (!generated) nest_reading(node);
        auto index = std::int32_t(t_.nodes.size());
        using Kind = layout::Extent::Kind;
        if (!generated && n.op == layout::Op::value && !n.width && n.size.known() && n.span == 1)
            node.bound =
                add_bound(bound_, at, at + length, n.size.reg ? from_[n.size.reg] : -1, n.size.mul, n.pad, n.size.kind == Kind::constant);
        if (n.store) from_[n.store] = index;
        t_.nodes.push_back(node);
        return index;
    }

    void enter(const ProgramNode& n, RunState& s, std::uint32_t length, bool sized, bool shown) {
        open_.push_back({parent_, bound_, repeat_});
        if (!shown) {
        } else if (n.op == layout::Op::value) parent_ = std::int32_t(t_.nodes.size()) - 1;
        else if (n.op == layout::Op::group) {
            TreeNode node = blank(s.at, length);
            node.node = &n, node.text = n.item->label, node.field = n.item->field;
            parent_ = std::int32_t(t_.nodes.size());
            t_.nodes.push_back(node);
        }
        if (sized) {
            using Kind = layout::Extent::Kind;
            bool fixed = n.width || n.size.kind == Kind::constant;
            std::int32_t from = n.size.reg ? from_[n.size.reg] : -1;
            bound_ = n.size.multiple > 1 ? add_padded_bound(n, s, length)
                                         : add_bound(bound_, s.at, s.at + length, from, n.size.mul, n.pad, fixed);
            if (shown) t_.nodes[std::size_t(parent_)].bound = bound_;
        }
        if (shown) repeat_ = -1;
    }
    void enter_scope(RunState& s, const ProgramNode* field, const char* label, std::uint32_t length, const Number* size, bool may_grow) {
        open_.push_back({parent_, bound_, repeat_});
        if (field) parent_ = std::int32_t(t_.nodes.size()) - 1;
        else if (label) {
            TreeNode node = blank(s.at, length);
            node.text = label;
            parent_ = std::int32_t(t_.nodes.size());
            t_.nodes.push_back(node);
        }
        if (size && !may_grow) {
            bound_ = add_bound(bound_, s.at, s.at + length, size->node(), size->mul(), 1, size->node() < 0);
            if (field || label) t_.nodes[std::size_t(parent_)].bound = bound_;
        }
        if (field || label) repeat_ = -1;
    }
    void leave(const ProgramNode& n, RunState& s) { close(n.op == layout::Op::group, s); }
    void leave_scope(RunState& s, const ProgramNode*) { close(parent_ >= 0 && is_group(t_.nodes[std::size_t(parent_)]), s); }

    void begin_repeat(const ProgramNode& n, RunState& s) {
        open_.push_back({parent_, bound_, repeat_});
        Repeat r;
        r.node = &n, r.parent = parent_, r.bound = bound_, r.at = s.at, r.layer = layer_, r.source = source_;
        if (n.size.reg) r.count_from = from_[n.size.reg], r.unit = n.size.mul;
        repeat_ = std::int32_t(t_.repeats.size());
        t_.repeats.push_back(r);
    }
    void next_element(const ProgramNode&, RunState& s) { t_.elements.push_back({repeat_, s.at}); }
    void end_repeat(const ProgramNode&, RunState& s, bool stopped) {
        t_.repeats[std::size_t(repeat_)].end = s.at;
        t_.repeats[std::size_t(repeat_)].stopped = stopped;
        restore();
    }

    void error(RunState& s, const char* text) {
        if (t_.layers[layer_].quoted) return;  // routers quote the beginning of a packet: that it ends is no fault
        TreeNode node = blank(s.at, s.end > s.at ? s.end - s.at : 0);
        node.text = text, node.error = true;
        t_.nodes.push_back(node);
    }
    RunState join(const ProgramNode& n, const RunState& s) {
        find_stretches(n, s, stretches_);
        if (joined_source_ == packet_source) {  // one for all of the layer: there are fewer layers than sources may be
            t_.buffers.emplace_back();
            joined_source_ = SourceId(t_.buffers.size());
        }
        ByteBuffer& buffer = t_.buffers[joined_source_ - 1u];
        const std::size_t begin = buffer.size();
        const bool fits = append_stretches(stretches_, s, buffer);
        const RunState within = over_joined(s, buffer, begin);
        if (!fits || !within.left()) return within;
        add_pieces(std::uint32_t(begin));
        open_.push_back({parent_, bound_, repeat_});
        source_ = joined_source_, repeat_ = -1;
        bound_ = add_bound(-1, within.at, within.end, -1, 1, 1, false);
        return within;
    }
    void leave_joined(const ProgramNode&, RunState&) {
        restore();
        source_ = t_.layers[layer_].source;
    }
    void payload(int, bool, RunState& s, std::uint64_t, std::uint64_t, std::uint32_t) { places_.push_back({layer_, s.at, bound_}); }
    void whole(const ProgramNode& n, RunState&, std::uint64_t) {
        auto& b = t_.bounds[std::size_t(layer_bound_)];
        b.size_from = n.size.reg ? from_[n.size.reg] : -1, b.unit = n.size.mul;
    }
    Ran read(const ProgramNode& n, RunState& s) { return run_reader(n, s, *this); }

private:
    struct Open {
        std::int32_t parent, bound, repeat;
    };

    TreeNode blank(std::uint32_t at, std::uint32_t length) const {
        TreeNode n;
        n.at = at, n.length = length, n.parent = parent_, n.bound = bound_, n.layer = layer_, n.repeat = repeat_;
        n.source = source_;
        return n;
    }
    /// Bits of a field that overlays the same number stand inside it: the flags in "Flags".
    void nest(TreeNode& node) const {
        const std::uint64_t mask = node.field->mask;
        for (auto i = std::int32_t(t_.nodes.size()) - 1; i > parent_; i--) {
            const TreeNode& before = t_.nodes[std::size_t(i)];
            if (!before.node || before.node->op != layout::Op::bits || before.at != node.at || before.length != node.length) return;
            if (before.source != node.source) return;
            if (before.generated || !before.field->mask || before.field->mask == mask || (mask & ~before.field->mask)) continue;
            node.parent = i;
            return;
        }
    }
    /// … and so does another reading of the same bits behind them: "[TCP Flags: ····]".
    void nest_reading(TreeNode& node) const {
        const TreeNode& before = t_.nodes.back();
        if (before.parent <= parent_ || !before.node || before.node->op != layout::Op::bits) return;
        if (before.at == node.at && before.length == node.length && before.source == node.source) node.parent = before.parent;
    }
    std::int32_t add_bound(std::int32_t parent, std::uint32_t at, std::uint32_t end, std::int32_t size_from, std::int64_t unit,
                           std::uint8_t pad, bool fixed) {
        t_.bounds.push_back({parent, size_from, unit, at, end, pad, 0, fixed, layer_, source_});
        return std::int32_t(t_.bounds.size() - 1);
    }
    /// The exact part in it repairs the length; this one keeps the padding behind that right. The last in a list may leave it to
    /// what is around the list.
    std::int32_t add_padded_bound(const ProgramNode& n, const RunState& s, std::uint32_t length) {
        auto content = std::uint32_t(std::clamp<std::int64_t>(evaluate(n.size, s), 0, length));
        std::int32_t index = add_bound(bound_, s.at, s.at + length, -1, 1, n.size.multiple, false);
        t_.bounds[std::size_t(index)].content_end = s.at + content;
        return index;
    }
    /// Where the stretches stand that are joined from `at` on. They follow each other as the bounds around them do.
    void add_pieces(std::uint32_t at) {
        const auto around = [&](const Bound& b, const layout::Stretch& part) {
            return b.source == source_ && b.at <= part.at && part.at + part.length <= b.end;
        };
        for (auto& part : stretches_) {
            for (std::size_t i = std::size_t(piece_bound_) + 1; i < t_.bounds.size() && t_.bounds[i].at <= part.at; i++)
                if (around(t_.bounds[i], part)) piece_bound_ = std::int32_t(i);
            const bool inside = around(t_.bounds[std::size_t(piece_bound_)], part);
            t_.pieces.push_back({joined_source_, at, part.length, part.at, inside ? piece_bound_ : layer_bound_});
            at += part.length;
        }
    }
    void close(bool trim, RunState& s) {
        if (trim) {  // a group is as long as what was read in it
            auto& node = t_.nodes[std::size_t(parent_)];
            node.length = s.at > node.at ? s.at - node.at : 0;
            if (!node.length && node.field) node.text = node.field->label, node.field = nullptr;  // find gives none, either
            node.hidden = node.length == 0 && std::size_t(parent_) + 1 == t_.nodes.size();        // no options: there only to take some
        }
        restore();
    }
    void restore() {
        parent_ = open_.back().parent, bound_ = open_.back().bound, repeat_ = open_.back().repeat;
        open_.pop_back();
    }

    Dissection& t_;
    std::vector<PayloadPlace>& places_;
    std::uint16_t layer_;
    std::int32_t parent_, bound_ = -1, layer_bound_ = -1, repeat_ = -1;
    SourceId source_, joined_source_ = packet_source;  // what is read now; what of this layer was put together
    std::int32_t piece_bound_ = -1;                    // the last one that a piece lies in
    std::vector<layout::Stretch> stretches_;
    std::vector<std::int32_t> from_;  // [register]: the node that filled it
    std::vector<Open> open_;
};

void run_trailer(const Program& p, RunState& s, TreeSink& sink) {
    for (std::uint32_t i = 0; i < p.layout_end; i += p.nodes[i].span)
        if (p.nodes[i].op == layout::Op::read && p.nodes[i].item->reader == p.protocol->trailer) {
            run_reader(p.nodes[i], s, sink);
            return;
        }
}

std::int32_t node_of(const Dissection& t, std::size_t layer) {
    auto before = [](const TreeNode& n, std::size_t l) { return n.layer < l; };
    return std::int32_t(std::lower_bound(t.nodes.begin(), t.nodes.end(), layer, before) - t.nodes.begin());
}

/// The node that a layer stands in, -1: beside the others. A packet that is quoted stands in what quotes it, an extension header in the
/// header that it belongs to.
std::int32_t home_of(const Dissection& t, std::size_t layer) {
    const auto protocol_of = [&](int at) -> const Protocol& { return *programs()[t.layers[std::size_t(at)].protocol].protocol; };
    int carrier = t.layers[layer].parent;
    while (carrier > 0 && protocol_of(carrier).extends) carrier = t.layers[std::size_t(carrier)].parent;
    if (carrier <= 0) return -1;
    const std::int32_t around = node_of(t, std::size_t(carrier));
    return protocol_of(int(layer)).extends || protocol_of(carrier).quotes ? around : t.nodes[std::size_t(around)].parent;
}

void build_layer(Dissection& out, std::size_t index, std::vector<std::uint64_t>& registers, std::vector<PayloadPlace>& places) {
    const Layer l = out.layers[index];
    const Program& p = programs()[l.protocol];
    TreeNode root;
    root.text = p.protocol->label, root.at = l.start,
    root.length = (l.header_end > l.start || l.protocol == programs().frame() ? l.header_end : l.end) - l.start;
    if (l.protocol == programs().frame()) root.length = l.end;
    root.layer = std::uint16_t(index), root.is_layer = true;
    root.parent = home_of(out, index);
    auto node = std::int32_t(out.nodes.size());
    out.nodes.push_back(root);
    registers.assign(p.registers, 0);
    RunState s;
    s.bytes = out.bytes_of(l.source), s.at = s.origin = s.layer_start = l.start, s.end = l.end, s.reg = registers.data();
    s.context = &out.context, s.layers = out.layers, s.layer = index, s.program = &p;
    TreeSink sink(out, places, std::uint16_t(index), node, p.registers);
    run(p.nodes.data(), p.nodes.data() + p.layout_end, s, sink);
    if (p.protocol->trailer) {
        std::uint32_t begin = trailer_begin(out.layers, index), end = trailer_end(out.layers, index);
        if (begin < end) {
            s.at = begin, s.end = end;
            run_trailer(p, s, sink);
        }
    }
}

}  // namespace

void dissect(const PacketContext& packet, Dissection& out) {
    out.clear();
    out.context = packet;
    thread_local Walker walker;
    thread_local std::vector<std::uint64_t> registers;
    thread_local std::vector<PayloadPlace> places;
    places.clear();
    places.push_back({0, 0, 0});  // the link layer lies in the frame
    walker.walk(packet, nullptr, true);
    out.layers = walker.layers();
    for (std::size_t i = 0; i < out.layers.size(); i++) build_layer(out, i, registers, places);
}

}  // namespace sallyport
