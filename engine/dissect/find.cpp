// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/address.h"
#include "dissect/find_plan.h"
#include "dissect/reader_over.h"
#include "dissect/value_text.h"
#include "dissect/walk.h"
#include <algorithm>
#include <deque>

namespace sallyport {

namespace {

bool is_address(FieldType type) { return type == FieldType::ipv4 || type == FieldType::ipv6; }
/// Its bytes, of an address whose coding leaves some of them out.
std::string whole_address(FieldType type, std::string_view text) {
    std::uint8_t four[4] = {}, sixteen[16] = {};
    if (type == FieldType::ipv4) parse_ipv4(text, four);
    else parse_ipv6(text, sixteen);
    return type == FieldType::ipv4 ? std::string(four, four + 4) : std::string(sixteen, sixteen + 16);
}

}  // namespace

struct Finder::Impl {
    struct FindSink;
    struct Slot {
        std::vector<FoundValue> values;
        bool done = false;
    };
    const FindPlan::Impl& plan;
    Walker walker;
    PacketContext packet;
    std::vector<Slot> slots;
    std::vector<std::uint8_t> ran;  // [layer]
    std::vector<std::uint64_t> registers;
    std::deque<std::string> texts;  // of coded strings; reused
    std::size_t texts_used = 0;
    struct OpenGroup {
        std::size_t slot, value;
    };
    std::vector<OpenGroup> open_groups;  // named ones that the run is in
    std::deque<ByteBuffer> joined;       // what was put together, of each layer in one; reused
    std::size_t joined_used = 0;
    std::vector<layout::Stretch> stretches;
    bool walked = false;

    explicit Impl(const FindPlan::Impl& p) : plan(p), slots(p.wanted.size()) {}

    void walk() {
        if (walked) return;
        walker.walk(packet, plan.all_layers ? nullptr : plan.worth.data(), plan.to_data);
        ran.assign(walker.layers().size(), 0);
        walked = true;
    }
    void find(std::size_t slot);
    void find_protocol(std::size_t slot, const FieldInfo& info);
    void find_direct(std::size_t slot);
    void find_faults(std::size_t slot);
    void sort_by_layer(std::size_t slot);
    void run_layer(std::size_t layer);
    ByteBuffer& next_joined();
    void open(const ProgramNode& group);
    void close(const RunState& s);
    void add(std::size_t slot, const ProgramNode& n, std::size_t layer, std::uint32_t at, std::uint32_t length, std::uint64_t v,
             bool generated, const RunState* s);
};

struct Finder::Impl::FindSink {
    Impl& finder;
    const FindPlan::Impl& plan;
    const Program& program;
    const std::vector<std::uint8_t>& marks;
    std::size_t layer;
    ByteBuffer* joined = nullptr;

    bool wants(const ProgramNode& n) const { return marks[std::size_t(&n - program.nodes.data())]; }
    std::int32_t value(const ProgramNode& n, RunState& s, std::uint32_t at, std::uint32_t length, std::uint64_t v, bool generated) {
        for (auto f : n.field)
            if (f != no_field)
                if (auto slot = plan.slot_of[f]; slot >= 0 && !plan.is_loaded(std::size_t(slot), finder.walker.layers()[layer]))
                    finder.add(std::size_t(slot), n, layer, at, length, v, generated, &s);
        return -1;
    }
    void enter(const ProgramNode& n, RunState& s, std::uint32_t length, bool, bool) {
        if (n.op != layout::Op::group || !plan.names(n)) return;
        value(n, s, s.at, length, 0, false);
        finder.open(n);
    }
    void enter_scope(RunState&, const ProgramNode* n, const char*, std::uint32_t, const Number*, bool) {
        if (is_named_group(n)) finder.open(*n);
    }
    void leave(const ProgramNode& n, RunState& s) {
        if (n.op == layout::Op::group && plan.names(n)) finder.close(s);
    }
    void leave_scope(RunState& s, const ProgramNode* n) {
        if (is_named_group(n)) finder.close(s);
    }
    bool is_named_group(const ProgramNode* n) const { return n && n->type == FieldType::none && plan.names(*n); }
    void begin_repeat(const ProgramNode&, RunState&) {}
    void next_element(const ProgramNode&, RunState&) {}
    void end_repeat(const ProgramNode&, RunState&, bool) {}
    void error(RunState&, const char*) {}
    RunState join(const ProgramNode& n, const RunState& s) {
        if (!joined) joined = &finder.next_joined();
        find_stretches(n, s, finder.stretches);
        const std::size_t begin = joined->size();
        append_stretches(finder.stretches, s, *joined);
        return over_joined(s, *joined, begin);
    }
    void leave_joined(const ProgramNode&, RunState&) {}
    void payload(int, bool, RunState&, std::uint64_t, std::uint64_t, std::uint32_t) {}
    void whole(const ProgramNode&, RunState&, std::uint64_t) {}
    Ran read(const ProgramNode& n, RunState& s) { return run_reader(n, s, *this); }
};

void Finder::Impl::add(std::size_t slot, const ProgramNode& n, std::size_t layer, std::uint32_t at, std::uint32_t length, std::uint64_t v,
                       bool generated, const RunState* s) {
    FoundValue found;
    found.number = v, found.at = at, found.layer = std::uint16_t(layer), found.field = n.item->field;
    if (found.field->coding && found.field->coding->text && s) {
        if (texts_used == texts.size()) texts.emplace_back();
        std::string& text = texts[texts_used++];
        text.clear();
        const std::uint32_t end = s->joined ? std::uint32_t(s->bytes.size()) : walker.layers()[layer].end;
        found.field->coding->text({s->bytes, at, end, s->origin, length, walker.layers(), layer, &packet}, text);
        if (is_address(found.field->type)) text = whole_address(found.field->type, text);
        found.bytes = {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
    } else if (!generated) found.bytes = (s ? s->bytes : packet.bytes).subspan(at, length);
    else if (found.field->type == FieldType::ether) {
        if (texts_used == texts.size()) texts.emplace_back();
        std::string& six = texts[texts_used++];
        six.resize(6);
        store_number(reinterpret_cast<std::uint8_t*>(six.data()), 6, false, v);
        found.bytes = {reinterpret_cast<const std::uint8_t*>(six.data()), 6};
    }
    slots[slot].values.push_back(found);
}

ByteBuffer& Finder::Impl::next_joined() {
    if (joined_used == joined.size()) joined.emplace_back();
    joined[joined_used].clear();
    return joined[joined_used++];
}

/// The value that was just added is that of a group: how long it is will be known when it ends.
void Finder::Impl::open(const ProgramNode& group) {
    const auto slot = std::size_t(plan.slot_of[group.field[0]]);
    open_groups.push_back({slot, slots[slot].values.size() - 1});
}

/// An empty one is not there.
void Finder::Impl::close(const RunState& s) {
    const auto [slot, index] = open_groups.back();
    open_groups.pop_back();
    auto& values = slots[slot].values;
    FoundValue& group = values[index];
    if (s.at > group.at) group.bytes = s.bytes.subspan(group.at, s.at - group.at);
    else values.erase(values.begin() + std::ptrdiff_t(index));
}

void Finder::Impl::run_layer(std::size_t index) {
    if (ran[index]) return;
    ran[index] = 1;
    const Layer& l = walker.layers()[index];
    auto& mine = plan.programs[l.protocol];
    const Program& p = programs()[l.protocol];
    registers.assign(p.registers, 0);
    RunState s;
    s.bytes = packet.bytes, s.at = s.origin = s.layer_start = l.start, s.end = l.end, s.reg = registers.data();
    s.context = &packet, s.layers = walker.layers(), s.layer = index, s.program = &p;
    FindSink sink{*this, plan, p, mine.wants, index};
    run(p.nodes.data(), p.nodes.data() + mine.run_end, s, sink);
    if (!mine.trailer) return;
    std::uint32_t begin = trailer_begin(walker.layers(), index), end = trailer_end(walker.layers(), index);
    if (begin >= end) return;
    s.at = begin, s.end = end;
    for (std::uint32_t i = 0; i < p.layout_end; i += p.nodes[i].span)
        if (p.nodes[i].op == layout::Op::read && p.nodes[i].item->reader == p.protocol->trailer) run_reader(p.nodes[i], s, sink);
}

void Finder::Impl::find_protocol(std::size_t slot, const FieldInfo& info) {
    for (std::size_t i = 0; i < walker.layers().size(); i++) {
        auto& l = walker.layers()[i];
        if (std::find(info.protocols.begin(), info.protocols.end(), l.protocol) == info.protocols.end()) continue;
        if (l.end - l.start < programs()[l.protocol].least) continue;
        FoundValue found;
        found.at = l.start, found.layer = std::uint16_t(i), found.bytes = packet.bytes.subspan(l.start, l.end - l.start);
        found.number = (l.header_end > l.start ? l.header_end : l.end) - l.start;
        slots[slot].values.push_back(found);
    }
}

void Finder::Impl::find_direct(std::size_t slot) {
    for (std::size_t i = 0; i < walker.layers().size(); i++) {
        auto& l = walker.layers()[i];
        auto& mine = plan.programs[l.protocol];
        if (!plan.is_loaded(slot, l)) {
            if (std::find(mine.slots.begin(), mine.slots.end(), slot) != mine.slots.end()) run_layer(i);
            continue;
        }
        if (mine.loads.empty()) continue;
        const Program& p = programs()[l.protocol];
        std::uint32_t have = l.end - l.start;
        const std::uint8_t* b = packet.bytes.data() + l.start;
        for (auto& d : mine.loads) {
            if (d.slot != slot) continue;
            auto& load = p.loads[d.load];
            if (load.need > have) continue;
            auto& node = p.nodes[load.node];
            std::uint64_t v = load.width > 8 ? 0
                              : have >= p.step.fixed && load.quick && node.type == FieldType::uint
                                  ? load(b)
                                  : number_of(node, b + load.at, load.width);
            if (v < load.low || v > load.high) continue;
            FoundValue found;
            found.number = v, found.at = l.start + load.at, found.layer = std::uint16_t(i), found.field = node.item->field;
            found.bytes = {b + load.at, load.width};
            slots[slot].values.push_back(found);
        }
    }
    sort_by_layer(slot);
}

/// Only the whole tree tells; who asks for it pays for it.
void Finder::Impl::find_faults(std::size_t slot) {
    thread_local Dissection tree;
    const bool is_cut = packet.original_length > packet.bytes.size();
    if ((plan.faults[slot] == Faults::cut) != is_cut) return;
    dissect(packet, tree);
    for (auto& node : tree.nodes) {
        if (!node.error) continue;
        FoundValue found;
        found.at = node.at, found.layer = node.layer, found.field = programs().fields()[plan.wanted[slot]].field;
        if (node.source == packet_source) found.bytes = packet.bytes.subspan(node.at, node.length);
        slots[slot].values.push_back(found);
    }
}

void Finder::Impl::find(std::size_t slot) {
    slots[slot].done = true;
    FieldId id = plan.wanted[slot];
    if (id == no_field) return;
    if (plan.faults[slot] != Faults::none) return find_faults(slot);
    auto& info = programs().fields()[id];
    walk();
    if (info.is_protocol) return find_protocol(slot, info);
    if (plan.direct[slot]) return find_direct(slot);
    for (std::size_t i = 0; i < walker.layers().size(); i++) {
        auto& mine = plan.programs[walker.layers()[i].protocol];
        if (std::find(mine.slots.begin(), mine.slots.end(), slot) != mine.slots.end()) run_layer(i);
    }
    sort_by_layer(slot);
}

/// A run of a layer fills all slots that are wanted of it, in whichever order they are asked for: the values of a layer stand
/// together. Allocates nothing (std::stable_sort would).
void Finder::Impl::sort_by_layer(std::size_t slot) {
    auto& values = slots[slot].values;
    auto by_layer = [](auto& a, auto& b) { return a.layer < b.layer; };
    for (auto group = values.begin(); group != values.end();) {
        const auto end = std::find_if(group, values.end(), [&](auto& value) { return value.layer != group->layer; });
        std::rotate(std::upper_bound(values.begin(), group, *group, by_layer), group, end);
        group = end;
    }
}

Finder::Finder(const FindPlan& plan) : impl_(std::make_unique<Impl>(plan.impl())) {}
Finder::~Finder() = default;

void Finder::start(const PacketContext& packet) {
    impl_->packet = packet;
    impl_->walked = false, impl_->texts_used = impl_->joined_used = 0;
    for (auto& slot : impl_->slots) slot.values.clear(), slot.done = false;
}
std::span<const FoundValue> Finder::values(std::size_t i) {
    auto& slot = impl_->slots[i];
    if (!slot.done) {
        FieldId id = impl_->plan.wanted[i];
        std::size_t first = id == no_field ? i : impl_->plan.slot_of[id] >= 0 ? std::size_t(impl_->plan.slot_of[id]) : i;
        if (first != i) return values(first);  // the same field, wanted twice
        impl_->find(i);
    }
    return slot.values;
}
bool Finder::present(std::size_t i) { return !values(i).empty(); }
const PacketContext& Finder::packet() const { return impl_->packet; }

}  // namespace sallyport
