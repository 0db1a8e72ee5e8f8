// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/find_plan.h"
#include "dissect/worth.h"
#include <algorithm>

namespace sallyport {

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

}  // namespace sallyport
