// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/program_compiler.h"
#include <algorithm>

namespace sallyport {

using layout::Extent;
using layout::Item;
using layout::Op;

void ProgramCompiler::fault(const std::string& what) { all_.faults_.push_back(std::string(p_.protocol->name) + ": " + what); }

void ProgramCompiler::run() {
    p_.register_fields.push_back(nullptr);
    compile(p_.protocol->items, 0, false);
    p_.layout_end = std::uint32_t(p_.nodes.size());
    compile_bodies();
    store_registers();
    mark_carriers();
    if (const ProgramNode first = p_.nodes.empty() ? ProgramNode() : p_.nodes.front();
        first.op == Op::ensure && first.span == 1 && first.size.kind == Extent::Kind::left && !first.size.add)
        p_.least = first.arg[0].kind == Extent::Kind::constant ? std::uint32_t(first.arg[0].add) : 0;
    find_prefix();
    quicken_checks();
    find_step();
    check();
}

std::uint16_t ProgramCompiler::register_for(const Field* field) {
    auto [it, fresh] = p_.register_of.try_emplace(field, std::uint16_t(p_.registers));
    if (fresh) p_.registers++, p_.register_fields.push_back(field);
    return it->second;
}

ProgramExtent ProgramCompiler::extent(const Extent& e) {
    ProgramExtent x;
    x.kind = e.kind, x.width = e.width, x.ahead = e.ahead, x.shift = e.shift, x.mask = e.mask, x.mul = e.mul, x.add = e.add,
    x.multiple = e.multiple, x.delimiter = e.delimiter;
    if (e.field) x.reg = register_for(e.field);
    return x;
}

void ProgramCompiler::name_fields(ProgramNode& node, const Item& item) {
    auto& f = *item.field;
    if (!f.name || !*f.name || *f.name == '@') return;
    bool generated = item.op == Op::make || item.op == Op::status;
    node.field[0] = all_.add_field(f.name, f, id_, generated);
    for (int i = 0; i < 2; i++)
        if (f.also[i]) node.field[i + 1] = all_.add_field(f.also[i], f, id_, generated);
}

void ProgramCompiler::compile(std::span<const Item> items, std::uint8_t around_width, bool around_little) {
    for (std::size_t i = 0; i < items.size(); i += items[i].span) {
        const Item& item = items[i];
        std::size_t at = p_.nodes.size();
        p_.nodes.emplace_back();
        {
            ProgramNode n;
            n.op = item.op, n.item = &item, n.width = item.width, n.pad = item.pad, n.low = item.low, n.high = item.high;
            n.size = extent(item.size);
            for (int a = 0; a < 3; a++) n.arg[a] = extent(item.args[a]);
            if (item.op == Op::payload) {
                n.key = extent(item.child.key), n.other = extent(item.child.other), n.size = extent(item.child.size);
                if (item.child.unless) n.unless = register_for(item.child.unless);
                n.table = std::int16_t(all_.make_table(item.child.table));
            }
            if (item.field) {
                auto& f = *item.field;
                n.type = f.type, n.scale = f.scale, n.mask = f.mask, n.shift = std::uint8_t(f.shift()), n.low = f.least, n.high = f.most;
                n.little = f.little || (f.mask && around_little);
                if (f.mask && around_width && item.op == Op::value)
                    n.op = Op::bits, n.width = around_width;  // overlays the number around it
                else if (n.size.kind == Extent::Kind::constant && item.op == Op::value)
                    n.width = std::uint8_t(n.size.add <= 255 ? n.size.add : 0);
                name_fields(n, item);
            }
            p_.nodes[at] = n;
        }
        if (item.op == Op::use) {
            auto known = std::find_if(bodies_.begin(), bodies_.end(), [&](auto& b) { return b.items.data() == item.target.data(); });
            if (known == bodies_.end()) bodies_.push_back({item.target, -1, -1});
        }
        if (item.span > 1) {
            bool number = item.op == Op::value || item.op == Op::bits;
            bool little = number ? (item.field ? item.field->little : items[i + 1].field && items[i + 1].field->little) : around_little;
            std::uint8_t width = item.op == Op::read ? 0 : number ? p_.nodes[at].width : around_width;
            compile(items.subspan(i + 1, item.span - 1u), width, little);
        }
        p_.nodes[at].span = std::uint32_t(p_.nodes.size() - at);
    }
}

void ProgramCompiler::compile_bodies() {
    for (std::size_t b = 0; b < bodies_.size(); b++) {  // bodies may use bodies: the list grows
        auto begin = std::int32_t(p_.nodes.size());
        compile(bodies_[b].items, 0, false);
        bodies_[b].begin = begin, bodies_[b].end = std::int32_t(p_.nodes.size());
    }
    for (auto& n : p_.nodes)
        if (n.op == Op::use)
            for (auto& b : bodies_)
                if (b.items.data() == n.item->target.data()) n.body = b.begin, n.body_end = b.end;
}

/// Which nodes hold the beginning of a child or the layer's size: the walk must come by.
void ProgramCompiler::mark_carriers() {
    auto carries = [](const ProgramNode& n) { return n.op == Op::payload || n.op == Op::whole || n.item->carries; };
    for (std::size_t i = 0; i < p_.nodes.size(); i++)
        for (std::size_t k = i; k < i + p_.nodes[i].span; k++) {
            auto& inner = p_.nodes[k];
            p_.nodes[i].carries |= carries(inner);
            if (inner.op == Op::use)
                for (int b = inner.body; b < inner.body_end; b++) p_.nodes[i].carries |= carries(p_.nodes[std::size_t(b)]);
        }
}

void ProgramCompiler::store_registers() {
    bool reads = std::any_of(p_.nodes.begin(), p_.nodes.end(), [](auto& n) { return n.op == Op::read; });
    for (auto& n : p_.nodes) {
        if (!n.item->field) continue;
        auto it = p_.register_of.find(n.item->field);
        if (it != p_.register_of.end()) n.store = it->second;
        else if (reads) n.store = register_for(n.item->field);  // a function may ask for any value
    }
}

void ProgramCompiler::add_load(std::uint32_t node, std::uint32_t at) {
    auto& n = p_.nodes[node];
    if (n.width == 0) return;
    ProgramLoad l;
    l.at = at, l.need = at + n.width, l.width = n.width, l.shift = n.mask ? n.shift : 0, l.little = n.little, l.mask = n.mask;
    l.scale = n.scale, l.low = n.low, l.high = n.high, l.reg = n.store, l.node = node;
    p_.loads.push_back(l);
}

void ProgramCompiler::add_check(std::uint32_t node, std::uint32_t at) {
    auto& n = p_.nodes[node];
    ProgramCheck c;
    c.node = node, c.at = at, c.load = load_of(n.size.reg), c.low_load = load_of(n.arg[0].reg);
    const auto told = [](const ProgramExtent& e, std::int32_t load) {
        return e.kind == Extent::Kind::field ? load >= 0 : e.kind != Extent::Kind::rest;
    };
    if (!told(n.size, c.load) || !told(n.arg[0], c.low_load)) fault("ensure or seldom asks for what is not in the fixed part");
    p_.checks.push_back(c);
    p_.checks_carry |= n.op == Op::seldom;
    for (std::uint32_t inside = node + 1; inside < node + n.span; inside++) p_.checks_carry |= p_.nodes[inside].op == Op::payload;
}

/// Checks as loads alone; false: this one is of another kind.
bool ProgramCompiler::quicken(const ProgramCheck& check, QuickCheck& quick) {
    const ProgramNode& node = p_.nodes[check.node];
    const ProgramExtent &value = node.size, &low = node.arg[0];
    const auto whole = [](const ProgramExtent& e) { return e.mul == 1 && !e.shift && e.mask == ~0ull; };
    const auto number = [](const ProgramLoad& l) { return QuickCheck::Number{l.window, l.scale, l.turn, l.keep}; };
    quick.low = low.add, quick.high = std::int64_t(node.high), quick.is_seldom = node.op == Op::seldom;
    if (check.low_load >= 0) {
        const ProgramLoad& load = p_.loads[std::size_t(check.low_load)];
        if (!load.quick || !whole(low)) return false;
        quick.least = number(load);
    } else if (low.kind != Extent::Kind::constant) return false;
    if (value.mul != 1 || value.add || value.mask != ~0ull || fixed_ < 8) return false;
    if (value.kind == Extent::Kind::left) {
        quick.is_size = true, quick.low += check.at;
        return true;
    }
    ProgramLoad load;
    if (check.load >= 0 && !value.shift) load = p_.loads[std::size_t(check.load)];
    else if (value.kind == Extent::Kind::peek) {
        load.at = check.at + value.ahead, load.width = value.width, load.shift = value.shift;
        make_quick(load, fixed_);
    }
    quick.value = number(load);
    return load.quick && load.at + load.width <= fixed_;
}

/// What asks for constant sizes becomes one size, and what asks for the same twice one check.
void ProgramCompiler::quicken_checks() {
    std::uint32_t size = fixed_;
    for (auto& check : p_.checks) {
        if (p_.nodes[check.node].size.kind == Extent::Kind::quoted) {
            p_.asks_quoted = true;
            continue;
        }
        QuickCheck quick;
        if (!quicken(check, quick)) return void(p_.quick_checks.clear());
        if (quick.is_size && !quick.least.keep && !quick.is_seldom) {
            size = std::max(size, std::uint32_t(quick.low));
            continue;
        }
        const bool is_known = std::any_of(p_.quick_checks.begin(), p_.quick_checks.end(), [&](auto& other) {
            return quick.is_size && other.is_size && other.low == quick.low && other.least.window == quick.least.window &&
                   other.least.turn == quick.least.turn;
        });
        if (!is_known) p_.quick_checks.push_back(quick);
    }
    if (!p_.checks.empty()) p_.plain_size = size;
}

/// Holds the beginning of a child that is there in every plain header.
bool ProgramCompiler::carries_when_plain(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; i++) {
        auto& n = p_.nodes[i];
        if (n.op == Op::ensure || n.op == Op::seldom) i += n.span - 1;
        else if (n.op == Op::payload || n.op == Op::whole || n.item->carries || (n.op == Op::use && n.carries)) return true;
    }
    return false;
}

void ProgramCompiler::make_quick(ProgramLoad& l, std::uint32_t fixed) const {
    if (l.little || l.width > 8 || fixed < 8) return;
    l.window = std::min(l.at, fixed - 8);
    l.turn = std::uint8_t((8 - (l.at - l.window) - l.width) * 8 + l.shift);
    std::uint64_t all = l.width < 8 ? (1ull << 8 * l.width) - 1 : ~0ull;
    l.keep = (l.mask ? l.mask & all : all) >> l.shift;
    l.quick = true;
}

std::uint32_t ProgramCompiler::prefix(std::uint32_t first, std::uint32_t last, std::uint32_t& at) {
    std::uint32_t i = first;
    for (; i < last; i += p_.nodes[i].span) {
        auto& n = p_.nodes[i];
        if (n.op == Op::origin && at == 0) continue;
        if (n.op == Op::status || n.op == Op::make) continue;  // takes no bytes
        if (n.op == Op::ensure || n.op == Op::seldom) {
            add_check(i, at);
            continue;
        }
        if (n.op == Op::either) {  // its first is there as long as no part of variable size is
            const std::uint32_t usual = i + 1;
            prefix(usual, usual + p_.nodes[usual].span, at);
            continue;
        }
        if (n.op == Op::bits && n.item->field) {
            add_load(i, at);
            continue;
        }  // overlays what is around it
        if (n.op == Op::skip && n.size.kind == Extent::Kind::constant) {
            at += std::uint32_t(n.size.add);
            continue;
        }
        if (n.op != Op::value && n.op != Op::bits) break;
        if (!n.width || (n.item->field && n.item->field->coding && n.item->field->coding->measure)) break;
        std::size_t first_load = p_.loads.size();
        if (n.item->field) add_load(i, at);
        std::uint32_t inner = at, end = i + n.span;
        if (carries_when_plain(i, end)) break;
        prefix(i + 1, end, inner);  // what in it lies at fixed places, too
        for (std::size_t l = first_load; l < p_.loads.size(); l++) p_.loads[l].need = std::max(p_.loads[l].need, at + n.width);
        at += n.width;
    }
    return i;
}

void ProgramCompiler::find_prefix() {
    p_.prefix_end = prefix(0, p_.layout_end, fixed_);
    for (auto& l : p_.loads) make_quick(l, fixed_);
    for (auto& n : p_.nodes) {
        if (n.op != Op::status) continue;
        for (std::size_t l = 0; l < p_.loads.size(); l++)
            if (p_.nodes[p_.loads[l].node].item->field == n.item->of) n.of = std::int32_t(l);
        const auto index = std::size_t(&n - p_.nodes.data());
        if (n.of < 0 && index && p_.nodes[index - 1].item->field == n.item->of && p_.nodes[index - 1].width) n.of = status_behind;
        if (n.of == -1) fault(std::string(n.item->field->name) + ": its checksum field is neither in the fixed part nor just before it");
    }
}

std::int32_t ProgramCompiler::load_of(std::uint16_t reg) const {
    for (std::size_t i = 0; reg && i < p_.loads.size(); i++)
        if (p_.loads[i].reg == reg) return std::int32_t(i);
    return -1;
}

/// The header's length and the child's key without running the layout: a fixed prefix, at most one sized part, one payload.
void ProgramCompiler::find_step() {
    auto& s = p_.step;
    s.fixed = fixed_;
    s.header.add = fixed_;
    bool sized = false;
    auto from_load = [&](const ProgramExtent& e, std::int32_t& load) {
        load = load_of(e.reg);
        return e.kind == Extent::Kind::field && e.multiple == 1 && load >= 0;
    };
    bool possible = true, done = false;
    for (std::uint32_t i = p_.prefix_end; i < p_.layout_end && possible; i += p_.nodes[i].span) {
        auto& n = p_.nodes[i];
        switch (n.op) {
            case Op::make:
            case Op::status:
            case Op::ahead:
            case Op::fault: break;
            case Op::read: possible = n.item->reader == p_.protocol->trailer; break;
            case Op::value:
            case Op::group:
            case Op::part:
                if (done) break;
                if (n.op == Op::value && n.width && !n.carries && !(n.item->field->coding && n.item->field->coding->measure))
                    s.header.add += n.width;
                else if (!sized && !n.carries && from_load(n.size, s.header_load)) {
                    auto add = s.header.add;
                    s.header = n.size, s.header.add += add, sized = true;
                    s.sized = i, s.sized_end = i + n.span;
                } else possible = false;
                break;
            case Op::whole:
                possible = s.size_load < 0 && from_load(n.size, s.size_load);
                s.size = n.size;
                break;
            case Op::payload:
                possible = !done && from_load(n.key, s.key_load) && !n.size.known();
                s.key = n.key;
                if (n.other.known()) possible &= from_load(n.other, s.other_load);
                if (n.unless) possible &= (s.unless_load = load_of(n.unless)) >= 0;
                s.table = n.table, s.leaf = false, done = true;
                break;
            default: possible = false;
        }
    }
    s.leaf = !carries_when_plain(0, std::uint32_t(p_.nodes.size())) && !p_.checks_carry;
    s.known = possible && done;
    if (!s.known) s.sized = s.sized_end = 0;
}

void ProgramCompiler::check() {
    for (auto& n : p_.nodes) {
        if (n.op == Op::bits && !n.width)
            fault(std::string(n.item->field ? n.item->field->name : "bits") + ": masked, but overlays no number");
        if (n.op == Op::value && n.mask && n.item->field) fault(std::string(n.item->field->name) + ": masked, but stands alone");
    }
    for (auto& n : p_.nodes)
        if (n.op == Op::either) check_either(n);
    for (auto& n : p_.nodes)
        if (n.op == Op::joined && n.carries) fault("a child begins in what is joined");
    for (auto [field, reg] : p_.register_of) {
        bool stored = std::any_of(p_.nodes.begin(), p_.nodes.end(), [&, reg = reg](auto& n) { return n.store == reg; });
        if (!stored) fault(std::string(field->name) + " is referred to, but never read in this layout");
    }
}

void ProgramCompiler::check_either(const ProgramNode& n) {
    const ProgramNode& usual = *(&n + 1);
    const ProgramNode& other = *(&usual + usual.span);
    const auto& step = p_.step;
    const bool same_length = step.sized < step.sized_end && p_.nodes[step.sized].size.reg == n.size.reg &&
                             p_.nodes[step.sized].size.mul == n.size.mul && p_.nodes[step.sized].size.add == n.size.add;
    const bool is_asked = std::any_of(p_.checks.begin(), p_.checks.end(), [&](auto& check) {
        auto& asks = p_.nodes[check.node];
        return asks.op == Op::seldom && asks.size.kind == n.size.kind && asks.size.reg == n.size.reg;
    });
    if (!usual.width || usual.width != other.width || 1 + usual.span + other.span != n.span || !(n.item->compute ? same_length : is_asked))
        fault(std::string(usual.item->field ? usual.item->field->name : "either") +
              ": either names two items of one width, and the length of the header's part of variable size");
}

}  // namespace sallyport
