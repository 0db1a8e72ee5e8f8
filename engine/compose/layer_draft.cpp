// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/layer_draft.h"
#include "dissect/run.h"
#include <utility>

namespace sallyport {
namespace {

using layout::Op;
using Kind = layout::Extent::Kind;
constexpr std::uint32_t most_bytes = 4096;  // no layer begins with more
constexpr unsigned most_elements = 16;
constexpr unsigned deepest = 16;

class Drafter {
public:
    Drafter(const Program& program, std::span<const Preset> presets) : p_(program), presets_(presets), places_(program.registers) {}

    enum class End : std::uint8_t { fine, stopped };
    End run(const ProgramNode* n, const ProgramNode* last) {
        for (; n < last; n += n->span)
            if (one(*n) == End::stopped) return End::stopped;
        return End::fine;
    }
    ByteBuffer take() { return std::move(out_); }
    bool needs_a_reader() const { return needs_a_reader_; }

private:
    /// Where a register's number stands in what is drafted so far.
    struct Place {
        const ProgramNode* node = nullptr;
        std::uint32_t at = 0, length = 0;
        std::uint64_t made = 0;  // length 0: it is not in the bytes
    };

    std::uint64_t register_value(std::uint16_t reg) const {
        auto& place = places_[reg];
        if (!place.node) return 0;
        if (!place.length) return place.made;
        std::uint64_t v = number_of(*place.node, out_.data() + place.at, place.length);
        return v >= place.node->low && v <= place.node->high ? v : not_there;
    }
    std::int64_t value(const ProgramExtent& e) const {
        switch (e.kind) {
            case Kind::field: return e.apply(register_value(e.reg));
            case Kind::peek:
                return out_.size() >= std::size_t(at_) + e.ahead + e.width ? e.apply(load_be(out_.data() + at_ + e.ahead, e.width))
                                                                           : e.apply(0);
            case Kind::left: return e.apply(out_.size() - at_);
            case Kind::rest: return std::int64_t(out_.size() - at_) + e.add;
            default: return e.add;
        }
    }
    bool has(std::uint32_t bytes) {
        if (out_.size() >= std::size_t(at_) + bytes) return true;
        if (ahead_ || out_.size() + bytes > most_bytes) return false;
        out_.resize(at_ + bytes);
        return true;
    }
    std::uint64_t initial(const ProgramNode& n) const {
        for (auto& preset : presets_)
            if (preset.field == n.item->field) return preset.value;
        if (n.item->field->checksum == Checksum::internet_pseudo_optional) return 0xffff;  // else 0 would say that there is none
        return n.item->field->initial;
    }
    void store(const ProgramNode& n, std::uint32_t at, std::uint32_t length, std::uint64_t made = 0) {
        if (n.store) places_[n.store] = {&n, at, length, made};
    }
    void put(const ProgramNode& n, std::uint32_t at, std::uint32_t length, std::uint64_t value) {
        auto& f = *n.item->field;
        std::uint64_t wire = value / (f.unit_ns ? std::uint64_t(f.unit_ns) : std::max<std::uint32_t>(n.scale, 1));
        std::uint8_t* p = out_.data() + at;
        std::uint64_t mask = n.mask ? n.mask : ~0ull;
        store_number(p, length, n.little, (load_number(p, length, n.little) & ~mask) | (wire << (n.mask ? n.shift : 0) & mask));
    }
    /// What is bounded has `size` bytes: the number that says so becomes right.
    void repair(const ProgramExtent& e, std::int64_t size) {
        if (e.kind != Kind::field || !e.reg || e.shift || e.mask != ~0ull || e.mul == 0) return;
        auto& place = places_[e.reg];
        if (!place.node || !place.length || place.length > 8 || register_value(e.reg) == not_there) return;
        if (place.node->item->field->coding && place.node->item->field->coding->measure) return;
        if (std::int64_t units = size - e.add; units >= 0 && units % e.mul == 0 && value(e) != size)
            put(*place.node, place.at, place.length, std::uint64_t(units / e.mul));
    }
    /// [begin, here) is what `n` bounds: as long as its size says, or the size as long as it; whole units and padding filled up with zeros.
    void fit(const ProgramNode& n, std::uint32_t begin) {
        const bool told = n.size.kind == Kind::constant || n.size.kind == Kind::field;
        auto size = std::max<std::int64_t>(at_ - begin, told ? std::min<std::int64_t>(value(n.size), most_bytes) : 0);
        if (n.pad > 1) size = (size + n.pad - 1) / n.pad * n.pad;
        if (n.size.kind == Kind::field && n.size.mul > 1)
            while ((size - n.size.add) % n.size.mul) size++;
        fill(std::uint32_t(size) - (at_ - begin));
        repair(n.size, size);
    }

    End one(const ProgramNode& n) {
        if (depth_ >= deepest) return End::fine;
        depth_++;
        End end = step(n);
        depth_--;
        return end;
    }
    End step(const ProgramNode& n) {
        switch (n.op) {
            case Op::value: return value_item(n);
            case Op::bits: return bits(n);
            case Op::group:
            case Op::part: return bounded(n);
            case Op::repeat: return repeat(n);
            case Op::choice: return choice(n);
            case Op::stop: return End::stopped;
            case Op::align: return fill((n.width - at_ % n.width) % n.width);
            case Op::skip: return fill(std::uint32_t(std::clamp<std::int64_t>(value(n.size), 0, most_bytes)));
            case Op::make: return make(n);
            case Op::ahead: return ahead(n);
            case Op::either: return step(*(&n + 1));
            case Op::use: return run(p_.nodes.data() + n.body, p_.nodes.data() + n.body_end);
            case Op::read: return reader(n);
            case Op::whole: repair(n.size, std::int64_t(out_.size())); return End::fine;
            default: return End::fine;
        }
    }
    /// What only looks ahead adds no bytes, nor what lies behind the layer.
    End reader(const ProgramNode& n) {
        needs_a_reader_ |= !ahead_ && n.item->reader != p_.protocol->trailer;
        return End::fine;
    }
    End fill(std::uint32_t bytes) {
        if (has(bytes)) at_ += bytes;
        return End::fine;
    }
    End make(const ProgramNode& n) {
        PacketContext context;
        context.bytes = out_;
        Layer layer;
        layer.end = std::uint32_t(out_.size());
        RunState s;
        s.bytes = out_, s.at = at_, s.end = layer.end, s.context = &context, s.layers = {&layer, 1}, s.program = &p_;
        ComputeInput in = compute_input(s);
        for (int a = 0; a < 3; a++) in.args[a] = std::uint64_t(value(n.arg[a]));
        std::uint64_t v = in.args[0];
        if (!n.item->compute || n.item->compute(in, v)) store(n, 0, 0, v);
        return End::fine;
    }
    End ahead(const ProgramNode& n) {
        const auto at = at_;
        const bool before = std::exchange(ahead_, true);
        End end = run(&n + 1, &n + n.span);
        at_ = at, ahead_ = before;
        return end;
    }
    End choice(const ProgramNode& n) {
        const auto v = std::uint64_t(value(n.size));
        for (const ProgramNode* c = &n + 1; c < &n + n.span; c += c->span)
            if (v >= c->low && v <= c->high) return run(c + 1, c + c->span);
        return End::fine;
    }
    End repeat(const ProgramNode& n) {
        if (!n.size.known()) return End::fine;  // to the end of what there is: nothing yet
        const auto count = std::clamp<std::int64_t>(value(n.size), 0, most_elements);
        for (std::int64_t i = 0; i < count; i++)
            if (run(&n + 1, &n + n.span) == End::stopped) break;
        return End::fine;
    }
    End bits(const ProgramNode& n) {
        if (!has(n.width)) return End::fine;
        const auto at = at_;
        if (n.item->field) {
            store(n, at, n.width);
            if (auto v = initial(n)) put(n, at, n.width, v);
            return End::fine;
        }
        run(&n + 1, &n + n.span);
        at_ = at + n.width;
        return End::fine;
    }
    End bounded(const ProgramNode& n) {
        const auto begin = at_;
        End end = run(&n + 1, &n + n.span);
        if (!n.size.known() || ahead_) return end;
        fit(n, begin);
        return end;
    }
    End value_item(const ProgramNode& n) {
        if (ahead_ && out_.size() <= at_) return End::fine;
        const auto begin = at_;
        if (n.width) {
            if (!has(n.width)) return End::fine;
            store(n, begin, n.width);
            if (n.width <= 8 && (out_.size() == begin + n.width || n.mask))
                if (auto v = initial(n); v && !number_in(begin, n.width, n)) put(n, begin, n.width, v);
            run(&n + 1, &n + n.span);
            at_ = begin + n.width;
            return End::fine;
        }
        if (auto* coding = n.item->field->coding; coding && coding->measure) return coded(n, *coding);
        run(&n + 1, &n + n.span);
        if (ahead_) return End::fine;
        fit(n, begin);
        if (n.size.kind == Kind::until || n.size.kind == Kind::through) append(n.size.delimiter);
        return End::fine;
    }
    bool number_in(std::uint32_t at, std::uint32_t length, const ProgramNode& n) const {
        return number_of(n, out_.data() + at, length) != 0;
    }
    void append(std::string_view text) {
        out_.insert(out_.end(), text.begin(), text.end());
        at_ = std::uint32_t(out_.size());
    }
    End coded(const ProgramNode& n, const Coding& coding) {
        ByteBuffer wire;
        for (std::string_view example : {"example.org", "0", ""})
            if (wire.clear(), coding.parse && coding.parse(example, wire)) break;
        if (ahead_ || out_.size() > at_) return End::fine;
        store(n, at_, std::uint32_t(wire.size()));
        out_.insert(out_.end(), wire.begin(), wire.end());
        at_ = std::uint32_t(out_.size());
        return End::fine;
    }

    const Program& p_;
    std::span<const Preset> presets_;
    std::vector<Place> places_;
    ByteBuffer out_;
    std::uint32_t at_ = 0;
    unsigned depth_ = 0;
    bool ahead_ = false, needs_a_reader_ = false;
};

}  // namespace

ByteBuffer draft_layer(const Program& program, std::span<const Preset> presets) {
    Drafter drafter(program, presets);
    drafter.run(program.nodes.data(), program.nodes.data() + program.layout_end);
    return drafter.take();
}

std::optional<ByteBuffer> draft_element(const Program& program, std::uint32_t repeat, std::span<const Preset> presets) {
    auto* n = &program.nodes[repeat];
    std::vector<Preset> all(presets.begin(), presets.end());
    for (bool again : {false, true}) {
        Drafter drafter(program, all);
        const bool stopped = drafter.run(n + 1, n + n->span) == Drafter::End::stopped;
        auto bytes = drafter.take();
        if (!stopped && !drafter.needs_a_reader() && !bytes.empty()) return bytes;
        if (again) break;
        for (auto* inside = n + 1; inside < n + n->span; inside++)  // a length of 0 may end the list
            if (inside->size.kind == Kind::field && inside->size.reg && inside->size.mul > 1)
                all.push_back({program.register_fields[inside->size.reg], 1});
    }
    return std::nullopt;
}

}  // namespace sallyport
