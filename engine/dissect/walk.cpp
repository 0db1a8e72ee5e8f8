// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/walk.h"
#include "dissect/reader_over.h"
#include "protocol/conversation.h"
#include <algorithm>

namespace sallyport {

namespace {

/// Collects where children begin; wants only what leads there.
struct WalkSink {
    std::vector<Walker::Pending>& pending;
    std::size_t first;  // of this layer, in pending
    Layer& layer;

    bool wants(const ProgramNode& n) const { return n.carries || n.exports; }
    std::int32_t value(const ProgramNode&, RunState&, std::uint32_t, std::uint32_t, std::uint64_t, bool) { return -1; }
    void enter(const ProgramNode&, RunState&, std::uint32_t, bool, bool) {}
    void enter_scope(RunState&, const ProgramNode*, const char*, std::uint32_t, const Number*, bool) {}
    void leave(const ProgramNode&, RunState&) {}
    void leave_scope(RunState&, const ProgramNode*) {}
    void begin_repeat(const ProgramNode&, RunState&) {}
    void next_element(const ProgramNode&, RunState&) {}
    void end_repeat(const ProgramNode&, RunState&, bool) {}
    void error(RunState&, const char*) {}
    RunState join(const ProgramNode&, const RunState& s) {  // no child begins in it
        RunState nothing = s;
        nothing.end = nothing.at;
        return nothing;
    }
    void leave_joined(const ProgramNode&, RunState&) {}
    void payload(int table, bool opaque, RunState& s, std::uint64_t key, std::uint64_t other, std::uint32_t end) {
        if (pending.size() == first) layer.header_end = s.at;
        if (s.at < end) pending.push_back({table, key, other, s.at, end, opaque});
    }
    void whole(const ProgramNode&, RunState& s, std::uint64_t length) {
        layer.claimed_end = std::uint32_t(std::min<std::uint64_t>(s.layer_start + length, 0xffffffff));
        layer.end = std::min(layer.end, layer.claimed_end);
    }
    Ran read(const ProgramNode& n, RunState& s) { return n.carries || n.exports ? run_reader(n, s, *this) : Ran::fine; }
};

}  // namespace

namespace {
/// The quick look, which nearly all headers pass.
inline bool is_plainly(const Program& program, const std::uint8_t* header, std::uint32_t size, bool quoted) {
    if (!program.plain_size || size < program.plain_size || (quoted && program.asks_quoted)) return false;
    for (const QuickCheck& check : program.quick_checks)
        if (!check.is_plain(header, size)) return false;
    return true;
}
}  // namespace

/// What this conversation was found to be before, as long as that is worth entering; -1: nothing was.
int Walker::remembered_child(const ChildTable& table, std::size_t parent) const {
    const auto* memory = packet_->conversations;
    if (!memory || memory->empty()) return -1;
    const auto fits = [&](ProtocolId guess) { return programs()[guess].protocol->sticks && (!worth_ || worth_[guess]); };
    if (std::none_of(table.guesses.begin(), table.guesses.end(), fits)) return -1;
    FlowKey key;
    if (!conversation_key(packet_->bytes, layers_, parent, key)) return -1;
    return int(memory->fact(key, packet_->number)) - 1;
}

/// Nothing is doubted where nothing can be remembered.
bool Walker::is_doubtful(ProtocolId child, Bytes payload) const {
    const LooksRight looks_wrong = programs()[child].protocol->looks_wrong;
    return looks_wrong && packet_->conversations && looks_wrong(payload);
}

Walker::Child Walker::child_of(const Pending& place, std::size_t parent) const {
    auto& all = programs();
    if (place.table >= 0 && !place.opaque) {
        auto& t = all.table(place.table);
        const auto [low, high] = std::minmax(place.key, place.other);
        int child = t.find(low);
        if (!child && high != low) child = t.find(high);
        const Bytes payload = packet_->bytes.subspan(place.start, place.end - place.start);
        if (child && !is_doubtful(ProtocolId(child - 1), payload)) return {child - 1, false};
        if (!t.guesses.empty()) {
            if (int known = remembered_child(t, parent); known >= 0) return {known, known != child - 1};
            for (auto guess : t.guesses)
                if (all[guess].protocol->looks_right(payload)) return {guess, true};
        }
    }
    return {to_data_ ? all.data() : -1, false};
}

void Walker::walk(const PacketContext& packet, const std::uint8_t* worth, bool to_data) {
    packet_ = &packet, worth_ = worth, to_data_ = to_data;
    layers_.clear(), pending_.clear();
    auto& all = programs();
    auto size = std::uint32_t(packet.bytes.size());
    layers_.push_back({.protocol = all.frame(), .header_end = 0, .end = size});
    static const int link = all.table_index("link");
    const Pending whole{link, std::uint64_t(packet.link_type), std::uint64_t(packet.link_type), 0, size, false};
    if (size) enter(child_of(whole, 0), 0, 0, size);
}

void Walker::enter(Child child, std::int16_t parent, std::uint32_t start, std::uint32_t end) {
    auto& all = programs();
    const std::uint8_t* bytes = packet_->bytes.data();
    while (child.protocol >= 0) {
        if ((worth_ && !worth_[child.protocol]) || layers_.size() >= most_layers) return;
        auto index = std::int16_t(layers_.size());
        const Layer& around = layers_[std::size_t(parent)];
        const bool quoted = around.quoted || all[around.protocol].protocol->marks_quoted;
        Layer& l =
            layers_.emplace_back(Layer{ProtocolId(child.protocol), packet_source, child.guessed, parent, true, quoted, start, end, end, 0});
        const Program& p = all[ProtocolId(child.protocol)];
        const ProgramStep& step = p.step;
        l.plain = p.checks.empty() || is_plainly(p, bytes + start, end - start, quoted) || is_plain(p, std::size_t(index));
        if (!l.plain) l.header_end = start;  // until its layout says better
        if (!step.known || !l.plain) {
            if (l.plain ? !step.leaf : p.checks_carry) run_layout(std::size_t(index));
            return;
        }
        if (end - start < step.fixed) return;
        const std::uint8_t* b = bytes + start;
        std::uint32_t header = std::uint32_t(step.header.add);
        if (step.header_load >= 0) {
            std::int64_t h = step.header.apply(p.loads[std::size_t(step.header_load)](b));
            if (h < std::int64_t(step.fixed)) return;
            if (h > std::int64_t(end - start)) return;
            header = std::uint32_t(h);
        } else if (header > end - start) return;
        if (step.size_load >= 0) {
            auto& load = p.loads[std::size_t(step.size_load)];
            std::uint64_t v = load(b);
            std::int64_t size = step.size.apply(v);
            const bool said = v >= load.low && v <= load.high;
            if (said && v && size < std::int64_t(header)) {  // shorter than its own header: what follows is not to be trusted
                l.header_end = start + header;
                return;
            }
            if (said && size >= std::int64_t(header)) {  // 0 with segmentation offload: all that is there
                l.claimed_end = start + std::uint32_t(size);
                l.end = end = std::min(end, l.claimed_end);
            }
        }
        l.header_end = start + header;
        if (l.header_end >= end) return;
        bool opaque = step.unless_load >= 0 && p.loads[std::size_t(step.unless_load)](b);
        std::uint64_t key = std::uint64_t(step.key.apply(p.loads[std::size_t(step.key_load)](b)));
        std::uint64_t other = step.other_load >= 0 ? p.loads[std::size_t(step.other_load)](b) : key;
        child = child_of({step.table, key, other, l.header_end, end, opaque}, std::size_t(index));
        parent = index, start = l.header_end;
    }
}

/// Are the numbers of its fixed part what its layout ensures, and usual? As the run of it finds: what is cut is not.
bool Walker::is_plain(const Program& program, std::size_t layer) const {
    const Layer& l = layers_[layer];
    const std::uint8_t* const header = packet_->bytes.data() + l.start;
    for (const ProgramCheck& check : program.checks) {
        std::int64_t value = 0, low = 0;
        if (!check.read(program, header, l, value, low)) return false;
        const ProgramNode& node = program.nodes[check.node];
        const bool within = value >= low && value <= std::int64_t(node.high);
        if (within == (node.op == layout::Op::ensure)) continue;
        if (!node.item->compute) return false;
        const ComputeInput in{packet_->bytes, l.start + check.at, l.end, l.start, {}, layers_, layer, packet_};
        if (!is_ensured(node, value, low, in)) return false;
    }
    return true;
}

void Walker::run_layout(std::size_t index) {
    Layer l = layers_[index];
    const Program& p = programs()[l.protocol];
    registers_.assign(p.registers, 0);
    RunState s;
    s.bytes = packet_->bytes, s.at = s.origin = s.layer_start = l.start, s.end = l.end, s.reg = registers_.data();
    s.context = packet_, s.layers = layers_, s.layer = index, s.program = &p;
    std::size_t first = pending_.size();  // children's children come behind them
    WalkSink sink{pending_, first, l};
    run(p.nodes.data(), p.nodes.data() + p.layout_end, s, sink);
    layers_[index] = l;
    std::size_t last = pending_.size();
    for (std::size_t i = first; i < last; i++) {
        const Pending place = pending_[i];
        enter(child_of(place, index), std::int16_t(index), place.start, place.end);
    }
    pending_.resize(first);
}

std::uint32_t trailer_begin(std::span<const Layer> layers, std::size_t layer) {
    for (std::size_t i = layer; i < layers.size(); i++) {
        if (i > layer && layers[i].parent != std::int16_t(i) - 1) break;
        if (layers[i].claimed_end) return layers[i].end;
    }
    return trailer_end(layers, layer);
}
std::uint32_t trailer_end(std::span<const Layer> layers, std::size_t layer) {
    return layers[layer].parent >= 0 ? layers[std::size_t(layers[layer].parent)].end : layers[layer].end;
}

}  // namespace sallyport
