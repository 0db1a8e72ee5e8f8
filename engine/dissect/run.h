// SPDX-License-Identifier: GPL-3.0-or-later
// The interpreter of compiled layouts. Walk, tree and find are the same run with another sink. Hostile bytes: every read is
// checked against the enclosing part; nothing here allocates.
//
// A sink offers
//     bool wants(const ProgramNode&)                                   may the run skip this node's inside?
//     void value(const ProgramNode&, RunState&, at, length, v, generated)
//     void enter(const ProgramNode&, RunState&, length, sized, shown)  a value with items in it, a group, a part
//     void leave(const ProgramNode&, RunState&)
//     void begin_repeat / next_element (const ProgramNode&, RunState&), end_repeat(…, bool stopped)
//     void error(RunState&, const char* text)
//     RunState join(const ProgramNode&, const RunState&)               joined: where its items run; no bytes: they do not
//     void leave_joined(const ProgramNode&, RunState&)
//     void payload(table, opaque, RunState&, key, other, end)          and whole(const ProgramNode&, RunState&, length)
//     Ran read(const ProgramNode&, RunState&)                          reader_over.h; and its enter_scope, leave_scope
#pragma once
#include "packet/packet_context.h"
#include "dissect/program.h"
#include <algorithm>
#include <cstring>

namespace sallyport {

struct RunState {
    Bytes bytes;  // of the layer's source
    std::uint32_t at = 0, end = 0, origin = 0, layer_start = 0;
    std::uint64_t* reg = nullptr;  // [program.registers]
    const PacketContext* context = nullptr;
    std::span<const Layer> layers{};
    std::size_t layer = 0;
    const Program* program = nullptr;
    unsigned depth = 0;
    bool joined = false;  // `bytes` were put together: the layer's own positions are not theirs

    std::uint32_t left() const { return end - at; }
    const std::uint8_t* here() const { return bytes.data() + at; }
};

enum class Ran { fine, left_repeat, left_part, broken };

std::uint64_t checksum_status(const RunState& state, const ProgramNode& node);  // checksum.cpp: 0 bad, 1 good, 2 unverified, 3 not present
inline constexpr unsigned deepest_use = 32;
inline constexpr std::uint64_t not_there = ~0ull;  // in a register: the bytes are not this field (least, most)

inline std::int64_t evaluate(const ProgramExtent& e, const RunState& s) {
    using Kind = layout::Extent::Kind;
    switch (e.kind) {
        case Kind::field: return e.apply(s.reg[e.reg]);
        case Kind::left: return e.apply(s.left());
        case Kind::quoted: return e.apply(s.layers[s.layer].quoted);
        case Kind::peek: return s.left() >= unsigned(e.ahead + e.width) ? e.apply(load_be(s.here() + e.ahead, e.width)) : e.apply(0);
        case Kind::rest: return std::int64_t(s.left()) + e.add;
        default: return e.add;
    }
}

inline ComputeInput compute_input(const RunState& s) { return {s.bytes, s.at, s.end, s.origin, {}, s.layers, s.layer, s.context}; }

/// The stretches that a joined item puts together, as far as they lie in the layer; `out` is cleared first.
inline void find_stretches(const ProgramNode& n, const RunState& s, std::vector<layout::Stretch>& out) {
    ComputeInput in = compute_input(s);
    for (int a = 0; a < 3; a++) in.args[a] = std::uint64_t(evaluate(n.arg[a], s));
    out.clear();
    n.item->join(in, out);
    const Layer& layer = s.layers[s.layer];
    std::erase_if(out, [&](auto& part) { return part.at < layer.start || part.at > layer.end || part.length > layer.end - part.at; });
}
/// Appends them to `out`, which holds what was joined of the layer before. Never moves what is in it: all of it together is no longer
/// than the layer. False: it would be.
inline bool append_stretches(std::span<const layout::Stretch> parts, const RunState& s, ByteBuffer& out) {
    const Layer& layer = s.layers[s.layer];
    std::size_t size = out.size();
    for (auto& part : parts) size += part.length;
    if (size > layer.end - layer.start) return false;
    out.reserve(layer.end - layer.start);
    for (auto& part : parts) {
        const Bytes bytes = s.bytes.subspan(part.at, part.length);
        out.insert(out.end(), bytes.begin(), bytes.end());
    }
    return true;
}

/// Over what was just appended to `bytes` from `begin` on.
inline RunState over_joined(const RunState& s, Bytes bytes, std::size_t begin) {
    RunState within = s;
    within.bytes = bytes, within.joined = true;
    within.at = within.origin = std::uint32_t(begin), within.end = std::uint32_t(bytes.size());
    return within;
}

inline bool compute(const ProgramNode& n, const RunState& s, std::uint64_t& out) {
    if (!n.item->compute) {
        out = std::uint64_t(evaluate(n.arg[0], s));
        return true;
    }
    ComputeInput in = compute_input(s);
    for (int a = 0; a < 3; a++) in.args[a] = std::uint64_t(evaluate(n.arg[a], s));
    return n.item->compute(in, out);
}

/// The number in `length` bytes, as its field means it.
inline std::uint64_t number_of(const ProgramNode& n, const std::uint8_t* p, std::uint32_t length) {
    if (length > 8) return 0;
    std::uint64_t v = load_number(p, length, n.little);
    if (n.mask) v = (v & n.mask) >> n.shift;
    if (n.type == FieldType::sint) {
        unsigned bits = n.mask ? unsigned(64 - __builtin_clzll(n.mask >> n.shift)) : length * 8;
        if (bits && bits < 64 && v >> (bits - 1) & 1) v |= ~0ull << bits;
    } else if (n.type == FieldType::boolean) {
        v = v != 0;
    } else if (n.item->field && n.item->field->unit_ns) {
        return v * std::uint64_t(n.item->field->unit_ns);
    }
    return v * n.scale;
}

/// ensure: is the number what it must be?
inline bool is_ensured(const ProgramNode& n, std::int64_t v, std::int64_t low, ComputeInput in) {
    if (v >= low && v <= std::int64_t(n.high)) return true;
    std::uint64_t allowed = 0;
    in.args[0] = std::uint64_t(v);
    return n.item->compute && n.item->compute(in, allowed) && allowed;
}

/// How many bytes a value takes here, and how many are passed with it; false: an error was reported.
template <class Sink>
bool measure(const ProgramNode& n, RunState& s, Sink& sink, std::uint32_t& length, std::uint32_t& passed, std::uint64_t& v,
             bool& has_number) {
    using Kind = layout::Extent::Kind;
    std::uint32_t left = s.left();
    const Coding* coding = n.item->field ? n.item->field->coding : nullptr;
    if (coding && coding->measure) {
        std::uint32_t end = s.end;
        if (n.size.kind == Kind::field || n.size.kind == Kind::constant)
            end = s.at + std::uint32_t(std::clamp<std::int64_t>(evaluate(n.size, s), 0, left));
        std::int64_t m = coding->measure({s.bytes, s.at, end, s.origin, 0, s.layers, s.layer}, v);
        if (m < 0 || m > std::int64_t(left)) return sink.error(s, "malformed"), false;
        length = passed = std::uint32_t(m), has_number = true;
        return true;
    }
    if (n.width) {
        length = passed = n.width;
        return length <= left || (sink.error(s, "cut short"), false);
    }
    switch (n.size.kind) {
        case Kind::until:
        case Kind::through: {
            std::size_t d = std::strlen(n.size.delimiter);
            auto* found = left ? static_cast<const std::uint8_t*>(memmem(s.here(), left, n.size.delimiter, d)) : nullptr;
            length = passed = left;
            if (found)
                passed = std::uint32_t(found - s.here()) + std::uint32_t(d),
                length = n.size.kind == Kind::through ? passed : passed - std::uint32_t(d);
            return true;
        }
        case Kind::none: return sink.error(s, "has no size"), false;
        default: break;
    }
    std::int64_t m = evaluate(n.size, s);
    if (m < 0 || m > std::int64_t(left)) return sink.error(s, m < 0 ? "its length is too small" : "cut short"), false;
    length = passed = std::uint32_t(m);
    return true;
}

template <class Sink>
Ran run(const ProgramNode* n, const ProgramNode* last, RunState& s, Sink& sink);
template <class Sink>
Ran run_one(const ProgramNode& n, RunState& s, Sink& sink);

template <class Sink>
Ran run_value(const ProgramNode& n, RunState& s, Sink& sink) {
    std::uint32_t length = 0, passed = 0;
    std::uint64_t v = 0;
    bool has_number = false;
    if (!measure(n, s, sink, length, passed, v, has_number)) return Ran::broken;
    if (!has_number && length <= 8 && n.type != FieldType::bytes && n.type != FieldType::string) v = number_of(n, s.here(), length);
    bool is = v >= n.low && v <= n.high && !(length == 0 && n.item->field && n.item->field->unless_empty);
    if (n.store) s.reg[n.store] = is ? v : not_there;
    bool inside = n.span > 1 && sink.wants(n);
    if (is) sink.value(n, s, s.at, length, v, false);
    if (inside) {
        std::uint32_t at = s.at, end = s.end;
        sink.enter(n, s, length, true, is);
        s.end = at + length;
        run(&n + 1, &n + n.span, s, sink);  // breaks within the value at most
        sink.leave(n, s);
        s.at = at, s.end = end;
    }
    s.at += passed;
    return Ran::fine;
}

template <class Sink>
Ran run_bits(const ProgramNode& n, RunState& s, Sink& sink) {
    if (s.left() < n.width) return sink.error(s, "cut short"), Ran::broken;
    if (n.item->field) {
        std::uint64_t v = number_of(n, s.here(), n.width);
        bool is = v >= n.low && v <= n.high;
        if (n.store) s.reg[n.store] = is ? v : not_there;
        if (!is) return Ran::fine;
        sink.value(n, s, s.at, n.width, v, false);
        return Ran::fine;  // stays: others overlay the same bytes
    }
    std::uint32_t at = s.at;
    Ran r = n.span > 1 && sink.wants(n) ? run(&n + 1, &n + n.span, s, sink) : Ran::fine;
    s.at = at + n.width;
    return r == Ran::broken || r == Ran::left_part ? r : Ran::fine;
}

/// group and part: bounded when they have a size. What breaks within a bound ends there: what stands behind it does not depend on
/// what is in it, and find, which skips it when nobody wants it, sees the same.
template <class Sink>
Ran run_bounded(const ProgramNode& n, RunState& s, Sink& sink) {
    std::uint32_t left = s.left(), end = s.end, begin = s.at;
    bool bounded = n.size.known(), beyond = false;
    if (bounded) {
        std::int64_t m = evaluate(n.size, s);
        if (m < 0) return sink.error(s, "its length is too small"), Ran::broken;
        beyond = m > std::int64_t(left);
        if (unsigned unit = n.size.multiple; unit > 1 && !beyond) m = std::min<std::int64_t>((m + unit - 1) / unit * unit, left);
        if (!beyond) s.end = begin + std::uint32_t(m);
        if (!beyond && !sink.wants(n)) {
            s.at = s.end, s.end = end;
            return Ran::fine;
        }
        sink.enter(n, s, s.end - begin, true, n.op == layout::Op::group);
        if (beyond) sink.error(s, "its length goes beyond the enclosing part");
    } else sink.enter(n, s, left, false, n.op == layout::Op::group);
    Ran r = run(&n + 1, &n + n.span, s, sink);
    if (bounded && !beyond && r == Ran::broken) r = Ran::fine;
    if (bounded && r != Ran::broken) s.at = s.end;
    sink.leave(n, s);
    s.end = end;
    if (r == Ran::broken || r == Ran::left_repeat || (r == Ran::left_part && !bounded)) return r;
    return Ran::fine;
}

template <class Sink>
Ran run_repeat(const ProgramNode& n, RunState& s, Sink& sink) {
    bool counted = n.size.known();
    std::int64_t count = counted ? evaluate(n.size, s) : INT64_MAX;
    Ran r = Ran::fine;
    sink.begin_repeat(n, s);
    while (count-- > 0 && (counted || s.at < s.end)) {
        std::uint32_t at = s.at;
        sink.next_element(n, s);
        r = run(&n + 1, &n + n.span, s, sink);
        if (r != Ran::fine || s.at == at) break;  // the latter: hostile count, empty element
    }
    sink.end_repeat(n, s, r == Ran::left_repeat);
    return r == Ran::left_repeat ? Ran::fine : r;
}

template <class Sink>
Ran run_choice(const ProgramNode& n, RunState& s, Sink& sink) {
    auto v = std::uint64_t(evaluate(n.size, s));
    for (const ProgramNode* c = &n + 1; c < &n + n.span; c += c->span)
        if (v >= c->low && v <= c->high) return run(c + 1, c + c->span, s, sink);
    return Ran::fine;
}

template <class Sink>
Ran run_ensure(const ProgramNode& n, RunState& s, Sink& sink) {
    if (is_ensured(n, evaluate(n.size, s), evaluate(n.arg[0], s), compute_input(s))) return Ran::fine;
    if (n.item->label) sink.error(s, n.item->label);
    run(&n + 1, &n + n.span, s, sink);
    return Ran::left_part;
}

template <class Sink>
Ran run_either(const ProgramNode& n, RunState& s, Sink& sink) {
    const ProgramNode* const usual = &n + 1;
    std::uint64_t is_other = 0;
    if (evaluate(n.size, s) && !(n.item->compute && compute(n, s, is_other))) is_other = !n.item->compute;
    return run_one(is_other ? *(usual + usual->span) : *usual, s, sink);
}

template <class Sink>
Ran run_payload(const ProgramNode& n, RunState& s, Sink& sink) {
    std::uint32_t end = s.end;
    if (n.size.known()) {
        std::int64_t m = evaluate(n.size, s);
        if (m < 0) return sink.error(s, "its length is too small"), Ran::broken;
        if (m < std::int64_t(s.left())) end = s.at + std::uint32_t(m);
    }
    auto key = std::uint64_t(evaluate(n.key, s));
    sink.payload(n.table, n.unless && s.reg[n.unless], s, key, n.other.known() ? std::uint64_t(evaluate(n.other, s)) : key, end);
    if (n.size.known()) s.at = end;
    return Ran::fine;
}

/// What breaks in it ends it, and nothing behind it: its bytes are others.
template <class Sink>
Ran run_joined(const ProgramNode& n, RunState& s, Sink& sink) {
    if (!sink.wants(n) || s.joined) return Ran::fine;
    RunState within = sink.join(n, s);
    if (!within.left()) return Ran::fine;
    run(&n + 1, &n + n.span, within, sink);
    sink.leave_joined(n, within);
    return Ran::fine;
}

template <class Sink>
Ran run_one(const ProgramNode& n, RunState& s, Sink& sink) {
    using layout::Op;
    switch (n.op) {
        case Op::value: return run_value(n, s, sink);
        case Op::bits: return run_bits(n, s, sink);
        case Op::group:
        case Op::part: return run_bounded(n, s, sink);
        case Op::repeat: return run_repeat(n, s, sink);
        case Op::choice: return run_choice(n, s, sink);
        case Op::when: return Ran::fine;
        case Op::stop: return Ran::left_repeat;
        case Op::origin: s.origin = s.at; return Ran::fine;
        case Op::align: {
            std::uint32_t to = s.origin + (s.at - s.origin + n.width - 1u) / n.width * n.width;
            if (to > s.end) return sink.error(s, "cut short"), Ran::broken;
            s.at = to;
            return Ran::fine;
        }
        case Op::skip: {
            std::int64_t m = evaluate(n.size, s);
            if (m < 0 || m > std::int64_t(s.left())) return sink.error(s, "cut short"), Ran::broken;
            s.at += std::uint32_t(m);
            return Ran::fine;
        }
        case Op::make:
        case Op::status: {
            std::uint64_t v = 0;
            bool there = true;
            if (n.op == Op::status) v = sink.wants(n) ? checksum_status(s, n) : 0;
            else there = compute(n, s, v);
            if (there && n.store) s.reg[n.store] = v;
            if (there) sink.value(n, s, s.at, 0, v, true);
            return Ran::fine;
        }
        case Op::require: {
            std::uint64_t v = 0;
            return compute(n, s, v) ? Ran::fine : Ran::left_part;
        }
        case Op::ensure: return run_ensure(n, s, sink);
        case Op::seldom: {
            const std::int64_t v = evaluate(n.size, s);
            return v >= evaluate(n.arg[0], s) && v <= std::int64_t(n.high) ? run(&n + 1, &n + n.span, s, sink) : Ran::fine;
        }
        case Op::either: return run_either(n, s, sink);
        case Op::ahead: {
            std::uint32_t at = s.at;
            Ran r = sink.wants(n) ? run(&n + 1, &n + n.span, s, sink) : Ran::fine;
            s.at = at;
            return r;
        }
        case Op::joined: return run_joined(n, s, sink);
        case Op::use: {
            if (s.depth >= deepest_use) return sink.error(s, "nested too deep"), Ran::broken;
            s.depth++;
            auto& nodes = s.program->nodes;
            Ran r = run(nodes.data() + n.body, nodes.data() + n.body_end, s, sink);
            s.depth--;
            return r;
        }
        case Op::read:
            return n.item->reader == s.program->protocol->trailer ? Ran::fine : sink.read(n, s);  // a trailer is read behind the child
        case Op::payload: return run_payload(n, s, sink);
        case Op::whole: {
            std::int64_t m = evaluate(n.size, s);
            std::uint64_t header = s.at - s.layer_start;
            const std::uint64_t said = n.size.reg ? s.reg[n.size.reg] : 1;
            if (said == not_there) return Ran::fine;
            if (said && m < std::int64_t(header)) return sink.error(s, "its length is too small"), Ran::broken;
            if (m >= std::int64_t(header)) {  // 0 with segmentation offload: all that is there
                sink.whole(n, s, std::uint64_t(m));
                s.end = std::uint32_t(std::min<std::uint64_t>(s.end, s.layer_start + std::uint64_t(m)));
            }
            return Ran::fine;
        }
        case Op::fault: sink.error(s, n.item->label); return Ran::fine;
    }
    return Ran::fine;
}

template <class Sink>
Ran run(const ProgramNode* n, const ProgramNode* last, RunState& s, Sink& sink) {
    for (; n < last; n += n->span)
        if (Ran r = run_one(*n, s, sink); r != Ran::fine) return r;
    return Ran::fine;
}

}  // namespace sallyport
