// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/splice.h"
#include <algorithm>

namespace sallyport {

Message Splice::name(std::int32_t node) const {
    auto& n = tree_.nodes[std::size_t(node)];
    if (n.field && n.field->name && *n.field->name) return Message::foreign(n.field->name);
    return n.text ? Message::foreign(n.text) : message("this part");
}

Status Splice::put(std::int32_t index, std::uint64_t value) {
    auto& n = tree_.nodes[std::size_t(index)];
    auto& f = *n.field;
    if (n.generated || n.length == 0 || n.length > 8 || !tree_.lies_in_packet(n.source))
        return fail(message("%1 is computed: it cannot be set", name(index)));
    std::uint64_t wire = value;
    std::uint64_t unit = f.unit_ns ? std::uint64_t(f.unit_ns) : f.scale;
    bool is_signed = f.type == FieldType::sint || f.unit_ns;
    if (unit > 1) {
        if (is_signed ? std::int64_t(value) % std::int64_t(unit) : std::int64_t(value % unit))
            return fail(message("%1 counts in units of %2: %3 is none", name(index), unit, value));
        wire = is_signed ? std::uint64_t(std::int64_t(value) / std::int64_t(unit)) : value / unit;
    }
    std::uint64_t all = n.length >= 8 ? ~0ull : (1ull << 8 * n.length) - 1;
    std::uint64_t mask = f.mask ? f.mask : all;
    std::uint64_t room = mask >> f.shift();
    bool negative = f.type == FieldType::sint && std::int64_t(wire) < 0;
    if (negative ? ~(wire | (room >> 1)) != 0 : (wire & ~room) != 0)
        return fail(message("%1 cannot hold %2", name(index), negative ? std::to_string(std::int64_t(value)) : std::to_string(value)),
                    message("its largest value is %1", room * (f.unit_ns ? 1 : f.scale)));
    if (!f.unit_ns && f.type != FieldType::sint && (value < f.least || value > f.most))
        return fail(message("%1 cannot be %2: such a number means another field there", name(index), value));
    const bool little = f.little || (n.node && n.node->little);
    std::uint8_t number[8];
    for (std::uint32_t i = 0; i < n.length; i++) number[i] = bytes_[place_of(n.source, n.at + i)];
    const std::uint64_t old = load_number(number, n.length, little);
    store_number(number, n.length, little, (old & ~mask) | ((wire << f.shift()) & mask));
    for (std::uint32_t i = 0; i < n.length; i++) bytes_[place_of(n.source, n.at + i)] = number[i];
    return {};
}

/// Where a byte of a source stands in the packet, which it does.
std::uint32_t Splice::place_of(SourceId source, std::uint32_t at) const {
    if (source == packet_source) return at;
    const Piece* const piece = tree_.piece_at(source, at);
    return piece->from + (at - piece->at);
}

/// A bound became `delta` bytes longer: what says its size follows. `more`: bytes that this itself adds (a length whose coding grows).
Status Splice::repair_length(std::int32_t node, std::int64_t unit, std::int64_t delta, std::int64_t& more, std::uint32_t bound_end) {
    auto& n = tree_.nodes[std::size_t(node)];
    if (unit == 0 || delta % unit)
        return fail(message("%1 counts in units of %2 bytes: a change by %3 cannot be told by it", name(node), unit, delta));
    std::int64_t value = std::int64_t(n.value) + (grown_[node] += delta) / unit;
    if (value < 0) return fail(message("%1 cannot become negative", name(node)));
    if (!n.field->coding || !n.field->coding->measure) return put(node, std::uint64_t(value));
    if (n.source != packet_source) return fail(message("%1 stands in bytes that were put together: it cannot become longer", name(node)));
    ByteBuffer wire;
    if (!n.field->coding->parse || !n.field->coding->parse(std::to_string(value), wire))
        return fail(message("%1 cannot hold %2", name(node), value));
    cuts_.push_back({n.at, n.length, wire});
    if (n.at < bound_end) more += cuts_.back().delta();
    return {};
}

Status Splice::grow(const Bound& bound, std::int64_t delta, std::int64_t& more) {
    if (bound.fixed)
        return fail(
            message("this part has a fixed size of %1 bytes: what is put in must be as long as what it replaces", bound.end - bound.at));
    if (bound.size_from < 0) return {};
    return repair_length(bound.size_from, bound.unit, delta, more, bound.end);
}

/// The last in a list, whose padding is that of the part around the list (a parameter at the end of an SCTP chunk).
bool Splice::filled_from_outside(const Bound& part) const {
    if (!part.content_end || part.content_end != part.end) return false;
    for (std::int32_t b = part.parent; b >= 0; b = tree_.bounds[std::size_t(b)].parent)
        if (auto& around = tree_.bounds[std::size_t(b)]; around.content_end) return around.content_end == part.end;
    return false;
}

/// The filling that such a part needs once something is put behind it: `bound` takes new bytes at `at`.
std::size_t Splice::missing_before(std::int32_t bound, std::uint32_t at) const {
    for (std::size_t i = 0; i < tree_.bounds.size(); i++) {
        auto& part = tree_.bounds[i];
        if (part.end != at || part.at == at || !filled_from_outside(part)) continue;
        std::int32_t around = bound;  // inside of it, nothing is behind it
        while (around >= 0 && around != std::int32_t(i)) around = tree_.bounds[std::size_t(around)].parent;
        if (around < 0) return (part.pad - (part.end - part.at) % part.pad) % part.pad;
    }
    return 0;
}

/// Fills a part that became `delta` bytes longer up to whole units again, with zeros. Returns how many bytes that adds.
std::int64_t Splice::fill_up(const Bound& part, std::size_t cut, std::int64_t delta) {
    std::uint32_t content_end = part.content_end ? part.content_end : part.end, old = part.end - content_end;
    std::int64_t grown = part.content_end ? std::int64_t(content_end) - part.at + delta : delta;  // else: whole units before
    std::int64_t fill = (part.pad - grown % part.pad) % part.pad;
    if (fill == old) return 0;
    if (auto& mine = cuts_[cut]; mine.at + mine.length == content_end) {
        mine.length += old;
        mine.wire.insert(mine.wire.end(), std::size_t(fill), 0);
    } else cuts_.push_back({content_end, old, ByteBuffer(std::size_t(fill), 0)});
    return fill - old;
}

/// In bytes that were put together, what tells sizes there follows, and each piece changes where it stands: the last one grows.
Status Splice::replace_joined(std::int32_t bound, std::uint32_t at, std::uint32_t length, Bytes wire) {
    const SourceId source = tree_.bounds[std::size_t(bound)].source;
    const std::int64_t delta = std::int64_t(wire.size()) - length;
    std::int32_t whole = bound;
    for (std::int32_t b = bound; b >= 0; b = tree_.bounds[std::size_t(b)].parent) {
        const Bound& part = tree_.bounds[std::size_t(whole = b)];
        std::int64_t more = 0;
        if (delta && part.pad > 1) return fail(message("this is padded in bytes that were put together: it must stay as long as it is"));
        if (auto ok = delta ? grow(part, delta, more) : Status(); !ok) return ok;
    }
    struct Part {
        const Piece* piece;
        std::uint32_t at, length;
        std::size_t least() const { return length == piece->length; }  // none is left without bytes
    };
    std::vector<Part> parts;
    for (auto& p : tree_.pieces) {
        const Bound& around = tree_.bounds[std::size_t(whole)];
        if (p.source != source || p.at < around.at || p.at >= around.end) continue;
        const std::uint32_t from = std::max(at, p.at), to = std::min(at + length, p.at + p.length);
        if (length ? from < to : from == to && parts.empty()) parts.push_back({&p, from, to - from});
    }
    if (parts.empty()) return fail(message("this part does not lie in the packet's bytes"));
    std::size_t least = 0;
    for (auto& part : parts) least += part.least();
    if (wire.size() < least) return fail(message("a part that was put together with others would be left without bytes"));
    for (auto& part : parts) {
        least -= part.least();
        const std::size_t take = &part == &parts.back() ? wire.size() : std::min<std::size_t>(part.length, wire.size() - least);
        const Bytes mine = wire.first(take);
        if (auto ok = replace(part.piece->bound, part.piece->from + (part.at - part.piece->at), part.length, {mine.begin(), mine.end()});
            !ok)
            return ok;
        wire = wire.subspan(take);
    }
    return {};
}

Status Splice::replace(std::int32_t bound, std::uint32_t at, std::uint32_t length, ByteBuffer wire) {
    if (bound >= 0 && tree_.bounds[std::size_t(bound)].source != packet_source) return replace_joined(bound, at, length, wire);
    if (!length && !wire.empty()) wire.insert(wire.begin(), missing_before(bound, at), 0);
    cuts_.push_back({at, length, std::move(wire)});
    std::int64_t delta = cuts_.back().delta();
    std::size_t mine = cuts_.size() - 1;
    if (!delta) return {};
    for (std::int32_t b = bound; b >= 0; b = tree_.bounds[std::size_t(b)].parent) {
        auto& part = tree_.bounds[std::size_t(b)];
        if (part.content_end && at + length > part.content_end)
            return fail(message("this is padding: it is as long as what it fills up needs"));
        if (part.pad > 1 && !filled_from_outside(part)) delta += fill_up(part, mine, delta);
        if (!delta) break;
        std::int64_t more = 0;
        if (auto ok = grow(part, delta, more); !ok) return ok;
        delta += more;
    }
    return {};
}

ByteBuffer Splice::done() {
    for (std::size_t i = 0; i < tree_.nodes.size(); i++) {
        auto& n = tree_.nodes[i];
        if (n.error || n.generated || !n.field || !n.field->coding || !n.field->coding->moved || n.source != packet_source) continue;
        auto& layer = tree_.layers[n.layer];
        for (auto& cut : cuts_)
            if (cut.delta())
                n.field->coding->moved(bytes_, {tree_.context.bytes, n.at, layer.end, n.origin, n.length, tree_.layers, n.layer},
                                       cut.at + cut.length, cut.delta());
    }
    std::stable_sort(cuts_.begin(), cuts_.end(), [](auto& a, auto& b) { return a.at > b.at; });
    for (auto& cut : cuts_) {
        auto from = bytes_.begin() + cut.at;
        from = bytes_.erase(from, from + cut.length);
        bytes_.insert(from, cut.wire.begin(), cut.wire.end());
    }
    return std::move(bytes_);
}

}  // namespace sallyport
