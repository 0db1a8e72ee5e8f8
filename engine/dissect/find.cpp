// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/find.h"
#include "base/address.h"
#include "dissect/reader_over.h"
#include "dissect/value_text.h"
#include "dissect/walk.h"
#include "dissect/worth.h"
#include <algorithm>
#include <deque>

namespace sallyport {

// ── the plan ────────────────────────────────────────────────────────────────────────────────────────────────────────────
struct FindPlan::Impl {
    struct DirectLoad {
        std::uint32_t load;
        std::uint16_t slot;
    };
    struct PerProgram {
        std::vector<DirectLoad> loads;     // of slots that are direct everywhere
        std::vector<std::uint8_t> wants;   // [node]: run its inside; empty: nothing to run
        std::uint32_t run_end = 0;         // top-level nodes behind it hold nothing wanted
        std::vector<std::uint16_t> slots;  // that a run may fill
        std::vector<std::uint8_t> longer;  // [slot]: direct, but a longer header may hold others
        bool trailer = false;
    };
    std::vector<FieldId> wanted;
    std::vector<std::int16_t> slot_of;         // [FieldId], -1: not wanted
    std::vector<std::uint8_t> direct;          // [slot]: loads alone give it, in headers that are plain and not longer
    std::vector<Faults> faults;                // [slot]: it is told by the faults of the whole tree
    std::vector<std::uint8_t> protocol_named;  // [protocol]: its name is wanted
    std::vector<PerProgram> programs;
    std::vector<std::uint8_t> worth;
    bool all_layers = false, to_data = false;

    bool names(const ProgramNode& n) const {
        for (auto f : n.field)
            if (f != no_field && slot_of[f] >= 0) return true;
        return false;
    }
    /// Do the program's loads give all values of the slot in this layer?
    bool is_loaded(std::size_t slot, const Layer& l) const {
        if (!direct[slot] || !l.plain) return false;
        auto& mine = programs[l.protocol];
        return mine.longer.empty() || !mine.longer[slot] || l.header_end - l.start == sallyport::programs()[l.protocol].step.fixed;
    }
    void choose_direct();
    void choose_slots(std::size_t id);
    void plan_program(std::size_t id);
    bool mark(const Program& p, std::vector<std::uint8_t>& wants, std::uint32_t first, std::uint32_t last,
              std::vector<std::uint8_t>& seen_bodies);
    void find_worth();
};

namespace {
enum class Place : std::uint8_t {
    here,    // in every header
    longer,  // in a header that has a part of variable size, in it or told by it
    odd,     // where a header is not plain
};
std::vector<Place> places_in(const Program& p) {
    std::vector<Place> places(p.nodes.size(), Place::here);
    const auto mark = [&](std::uint32_t first, std::uint32_t last, Place place) {
        for (std::uint32_t i = first; i < last; i++) places[i] = place;
    };
    const ProgramNode* const sized = p.step.sized < p.step.sized_end ? &p.nodes[p.step.sized] : nullptr;
    const bool always_there = sized && sized->op == layout::Op::value && !sized->item->field->unless_empty;
    mark(p.step.sized + always_there, p.step.sized_end, Place::longer);
    for (std::uint32_t i = 0; i < p.nodes.size(); i++) {
        auto& n = p.nodes[i];
        if (n.op == layout::Op::either) mark(i + 1 + p.nodes[i + 1].span, i + n.span, n.item->compute ? Place::longer : Place::odd);
        const bool is_check =
            (n.op == layout::Op::ensure || n.op == layout::Op::seldom) && i < p.prefix_end;  // else the walk sees none of it
        if (is_check) mark(i + 1, i + n.span, Place::odd);
    }
    return places;
}
}  // namespace

void FindPlan::Impl::choose_direct() {
    direct.assign(wanted.size(), 1);
    auto& all = sallyport::programs();
    for (std::size_t id = 0; id < all.size(); id++) {
        auto& p = all[ProtocolId(id)];
        std::vector<std::uint8_t> loaded(p.nodes.size());
        for (auto& l : p.loads) loaded[l.node] = l.width <= 8 || p.nodes[l.node].type == FieldType::ipv6;
        const std::vector<Place> places = places_in(p);
        for (std::size_t i = 0; i < p.nodes.size(); i++) {
            bool plain = places[i] != Place::here || (loaded[i] && !(p.nodes[i].item->field->coding));
            for (auto f : p.nodes[i].field)
                if (f != no_field && slot_of[f] >= 0 && !plain) direct[std::size_t(slot_of[f])] = 0;
        }
    }
}

bool FindPlan::Impl::mark(const Program& p, std::vector<std::uint8_t>& wants, std::uint32_t first, std::uint32_t last,
                          std::vector<std::uint8_t>& seen) {
    bool any = false;
    for (std::uint32_t i = first; i < last; i += p.nodes[i].span) {
        auto& n = p.nodes[i];
        bool here = names(n);
        here |= mark(p, wants, i + 1, i + n.span, seen);
        if (n.op == layout::Op::use && !seen[i]) {
            seen[i] = 1;
            here |= mark(p, wants, std::uint32_t(n.body), std::uint32_t(n.body_end), seen);
        } else if (n.op == layout::Op::use) here = true;
        if (here) any = true;
        if (here || n.exports) wants[i] = 1;
    }
    return any;
}

void FindPlan::Impl::choose_slots(std::size_t id) {
    auto& p = sallyport::programs()[ProtocolId(id)];
    auto& mine = programs[id];
    const std::vector<Place> places = places_in(p);
    for (std::size_t i = 0; i < p.nodes.size(); i++)
        for (auto f : p.nodes[i].field) {
            if (f == no_field || slot_of[f] < 0) continue;
            const auto slot = std::uint16_t(slot_of[f]);
            const bool longer = direct[slot] && places[i] == Place::longer;
            if (longer) mine.longer.resize(wanted.size()), mine.longer[slot] = 1;
            if (direct[slot] && !longer && p.checks.empty()) continue;
            if (std::find(mine.slots.begin(), mine.slots.end(), slot) == mine.slots.end()) mine.slots.push_back(slot);
            all_layers |= p.nodes[i].item->field->of_all_layers;
        }
}

void FindPlan::Impl::plan_program(std::size_t id) {
    auto& p = sallyport::programs()[ProtocolId(id)];
    auto& mine = programs[id];
    for (std::size_t l = 0; l < p.loads.size(); l++)
        for (auto f : p.nodes[p.loads[l].node].field)
            if (f != no_field && slot_of[f] >= 0 && direct[std::size_t(slot_of[f])])
                mine.loads.push_back({std::uint32_t(l), std::uint16_t(slot_of[f])});
    choose_slots(id);
    if (mine.slots.empty()) return;
    mine.wants.assign(p.nodes.size(), 0);
    std::vector<std::uint8_t> seen(p.nodes.size());
    mark(p, mine.wants, 0, p.layout_end, seen);
    for (std::uint32_t i = 0; i < p.layout_end; i += p.nodes[i].span) {
        bool holds = false;
        for (std::uint32_t k = i; k < i + p.nodes[i].span; k++) holds |= names(p.nodes[k]) || p.nodes[k].op == layout::Op::use;
        if (holds) mine.run_end = i + p.nodes[i].span;
        if (holds && p.nodes[i].op == layout::Op::read && p.nodes[i].item->reader == p.protocol->trailer) mine.trailer = true;
    }
    all_layers |= mine.trailer;
}

/// A layer is worth entering for itself or for what it may lead to.
void FindPlan::Impl::find_worth() {
    worth.assign(sallyport::programs().size(), 0);
    for (std::size_t i = 0; i < worth.size(); i++)
        worth[i] = all_layers || protocol_named[i] || !programs[i].loads.empty() || !programs[i].slots.empty();
    spread_worth(worth);
}

FindPlan::FindPlan(std::vector<FieldId> wanted) : impl_(std::make_unique<Impl>()) {
    auto& all = programs();
    auto& plan = *impl_;
    plan.wanted = std::move(wanted);
    plan.slot_of.assign(all.fields().size(), -1);
    for (std::size_t i = 0; i < plan.wanted.size(); i++)
        if (plan.wanted[i] != no_field && plan.slot_of[plan.wanted[i]] < 0) plan.slot_of[plan.wanted[i]] = std::int16_t(i);
    plan.faults.assign(plan.wanted.size(), Faults::none);
    for (std::size_t i = 0; i < plan.wanted.size(); i++)
        if (const FieldId id = plan.wanted[i]; id != no_field && all.fields()[id].field) plan.faults[i] = all.fields()[id].field->faults;
    plan.choose_direct();
    plan.programs.resize(all.size());
    plan.protocol_named.assign(all.size(), 0);
    for (std::size_t i = 0; i < plan.wanted.size(); i++) {
        if (plan.wanted[i] == no_field) continue;
        auto& info = all.fields()[plan.wanted[i]];
        if (!info.is_protocol) continue;
        for (auto p : info.protocols) {
            plan.protocol_named[p] = 1;
            if (int(p) == all.data()) plan.all_layers = plan.to_data = true;
        }
    }
    for (std::size_t i = 0; i < all.size(); i++) plan.plan_program(i);
    if (all.data() >= 0 && !plan.programs[std::size_t(all.data())].slots.empty()) plan.all_layers = true;
    if (all.data() >= 0 && !plan.programs[std::size_t(all.data())].loads.empty()) plan.all_layers = true;
    plan.to_data |= plan.all_layers;
    plan.find_worth();
}
FindPlan::~FindPlan() = default;
FindPlan::FindPlan(FindPlan&&) noexcept = default;
FindPlan& FindPlan::operator=(FindPlan&&) noexcept = default;
const std::vector<FieldId>& FindPlan::wanted() const { return impl_->wanted; }

std::string FindPlan::explain() const {
    auto& all = programs();
    std::string out;
    for (std::size_t i = 0; i < all.size(); i++) {
        auto& mine = impl_->programs[i];
        auto& p = all[ProtocolId(i)];
        bool named = impl_->protocol_named[i];
        if (mine.loads.empty() && mine.slots.empty() && !named) continue;
        out += std::string("in ") + p.protocol->name + ":\n";
        if (named) out += "  is it there\n";
        for (auto& d : mine.loads) {
            auto& l = p.loads[d.load];
            out += "  " + all.fields()[impl_->wanted[d.slot]].name + " = " + std::to_string(l.width) + (l.width == 1 ? " byte" : " bytes") +
                   " at " + std::to_string(l.at);
            if (l.mask) {
                char text[32];
                std::snprintf(text, sizeof text, " & 0x%llx", static_cast<unsigned long long>(l.mask));
                out += text;
            }
            if (l.shift) out += " >> " + std::to_string(l.shift);
            if (l.scale != 1) out += " * " + std::to_string(l.scale);
            out += '\n';
        }
        for (auto slot : mine.slots) {
            const bool longer = impl_->direct[slot] && !mine.longer.empty() && mine.longer[slot];
            if (impl_->direct[slot] && !longer) continue;
            out += "  " + all.fields()[impl_->wanted[slot]].name + " by reading its layout" + (longer ? ", in a longer header\n" : "\n");
        }
    }
    std::string skipped;
    for (std::size_t i = 0; i < all.size(); i++)
        if (impl_->worth[i] && impl_->programs[i].loads.empty() && impl_->programs[i].slots.empty() && !impl_->protocol_named[i])
            skipped += std::string(" ") + all[ProtocolId(i)].protocol->name;
    if (!skipped.empty() && !impl_->all_layers) out += "passing through:" + skipped + "\n";
    return out;
}

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

// ── the finder ──────────────────────────────────────────────────────────────────────────────────────────────────────────
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
    void open(const ProgramNode& group);
    void close(std::uint32_t end);
    void add(std::size_t slot, const ProgramNode& n, std::size_t layer, std::uint32_t at, std::uint32_t length, std::uint64_t v,
             bool generated, const RunState* s);
};

struct Finder::Impl::FindSink {
    Impl& finder;
    const FindPlan::Impl& plan;
    const Program& program;
    const std::vector<std::uint8_t>& marks;
    std::size_t layer;

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
        if (n.op == layout::Op::group && plan.names(n)) finder.close(s.at);
    }
    void leave_scope(RunState& s, const ProgramNode* n) {
        if (is_named_group(n)) finder.close(s.at);
    }
    bool is_named_group(const ProgramNode* n) const { return n && n->type == FieldType::none && plan.names(*n); }
    void begin_repeat(const ProgramNode&, RunState&) {}
    void next_element(const ProgramNode&, RunState&) {}
    void end_repeat(const ProgramNode&, RunState&, bool) {}
    void error(RunState&, const char*) {}
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
        found.field->coding->text({packet.bytes, at, walker.layers()[layer].end, s->origin, length, walker.layers(), layer, &packet}, text);
        if (is_address(found.field->type)) text = whole_address(found.field->type, text);
        found.bytes = {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
    } else if (!generated) found.bytes = packet.bytes.subspan(at, length);
    else if (found.field->type == FieldType::ether) {
        if (texts_used == texts.size()) texts.emplace_back();
        std::string& six = texts[texts_used++];
        six.resize(6);
        store_number(reinterpret_cast<std::uint8_t*>(six.data()), 6, false, v);
        found.bytes = {reinterpret_cast<const std::uint8_t*>(six.data()), 6};
    }
    slots[slot].values.push_back(found);
}

/// The value that was just added is that of a group: how long it is will be known when it ends.
void Finder::Impl::open(const ProgramNode& group) {
    const auto slot = std::size_t(plan.slot_of[group.field[0]]);
    open_groups.push_back({slot, slots[slot].values.size() - 1});
}

/// An empty one is not there.
void Finder::Impl::close(std::uint32_t end) {
    const auto [slot, index] = open_groups.back();
    open_groups.pop_back();
    auto& values = slots[slot].values;
    FoundValue& group = values[index];
    if (end > group.at) group.bytes = packet.bytes.subspan(group.at, end - group.at);
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
    impl_->walked = false, impl_->texts_used = 0;
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
