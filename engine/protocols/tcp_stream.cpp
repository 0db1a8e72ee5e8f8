// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocols/tcp_stream.h"
#include "packet/packet_context.h"
#include "protocol/conversation.h"
#include "protocols/tcp_order.h"

namespace sallyport::protocols::tcp_stream {
namespace {

constexpr std::uint32_t fixed_header = 20;
constexpr std::uint8_t end_of_options = 0, no_operation = 1, window_scale = 3;
constexpr std::uint8_t most_scale = 14;  // RFC 7323 2.3

/// The shift count of the options' window scale; scale_unused: there is none.
std::int8_t scale_in(Bytes options) {
    for (std::size_t at = 0; at < options.size() && options[at] != end_of_options;) {
        if (options[at] == no_operation) {
            at++;
            continue;
        }
        const std::size_t length = at + 1 < options.size() ? options[at + 1] : 0;
        if (length < 2 || at + length > options.size()) break;
        if (options[at] == window_scale && length == 3) return std::int8_t(std::min(options[at + 2], most_scale));
        at += length;
    }
    return scale_unused;
}

Segment segment_at(const ComputeInput& in, std::uint32_t length) {
    const std::uint8_t* p = in.bytes.data() + in.at;
    Segment out;
    out.seq = std::uint32_t(load_be(p + 4, 4));
    out.ack = std::uint32_t(load_be(p + 8, 4));
    out.window = std::uint16_t(load_be(p + 14, 2));
    out.flags = p[13];
    out.length = length;
    const std::uint32_t header = std::min(std::uint32_t(p[12] >> 4) * 4, in.end - in.at);
    if (out.flags & syn && header > fixed_header) out.scale = scale_in(in.bytes.subspan(in.at + fixed_header, header - fixed_header));
    out.number = std::uint32_t(in.context->number);
    out.time = std::uint32_t(in.context->time.ns / 1000);
    return out;
}

/// RFC 9293 3.5: a SYN with another sequence number begins a connection anew.
bool begins_again(const Segment& s, const StreamSide& from) { return s.flags & syn && from.is_based && s.seq != from.base; }

void count_from(const Segment& s, StreamSide& from, StreamSide& to) {
    if (!from.is_based || s.flags & syn) from.base = s.seq - !(s.flags & syn), from.is_based = true;
    if (!to.is_based && s.flags & ack) to.base = s.ack - 1, to.is_based = true;
}

/// RFC 7323 2.2: windows are scaled where both ends said so in their SYN.
void learn_scale(const Segment& s, StreamSide& from, StreamSide& to) {
    if (!(s.flags & syn)) return;
    from.scale = s.scale;
    if (s.flags & ack && (from.scale == scale_unused || to.scale == scale_unused)) from.scale = to.scale = scale_unused;
}

struct Known {
    Stream stream;
    bool from_high = false;
    const StreamSide& from() const { return stream.sides[from_high]; }
    const StreamSide& to() const { return stream.sides[!from_high]; }
};
bool known(const ComputeInput& in, Known& out) {
    FlowKey key;
    if (!in.context->conversations || is_quoted(in) || !conversation_key(in.bytes, in.layers, in.layer, key, out.from_high)) return false;
    return in.context->conversations->tcp_streams().find(key, in.context->number, out.stream);
}
bool relative(const ComputeInput& in, const StreamSide& side, std::uint64_t& out) {
    if (!side.is_based || !in.context->conversations->relative_sequence_numbers) return false;
    return out = std::uint64_t(std::uint32_t(in.args[0] - side.base)) + 1, true;
}

}  // namespace

bool is_quoted(const ComputeInput& in) {
    for (int i = in.layers[in.layer].parent; i > 0; i = in.layers[std::size_t(i)].parent)
        if (all_protocols()[in.layers[std::size_t(i)].protocol]->quotes) return true;
    return false;
}

void learn(const ComputeInput& in, std::optional<std::uint32_t> length, ConversationMemory& memory) {
    FlowKey key;
    bool from_high = false;
    if (!conversation_key(in.bytes, in.layers, in.layer, key, from_high)) return;
    const Segment segment = segment_at(in, length.value_or(0));
    StreamMemory& streams = memory.tcp_streams();
    StreamMark mark;
    streams.change(key, segment.number, [&](StreamMemory::Held held) {
        const bool again = begins_again(segment, held.now().sides[from_high]);
        if (again && !(segment.flags & ack)) held.begin_again(segment.number);
        StreamSide &from = held.now().sides[from_high], &to = held.now().sides[!from_high];
        count_from(segment, from, to);
        learn_scale(segment, from, to);
        if (length) mark = take(segment, held.now(), from, to);
        if (again) mark.marks |= reused_ports;
    });
    if (mark.marks) streams.mark(segment.number, mark);
}

StreamMark mark_of(const ComputeInput& in, std::uint32_t seq) {
    if (!in.context->conversations || is_quoted(in)) return {};
    return in.context->conversations->tcp_streams().mark_of(in.context->number, seq);
}
bool index(const ComputeInput& in, std::uint64_t& out) {
    Known stream;
    return known(in, stream) && (out = stream.stream.index, true);
}
bool factor(const ComputeInput& in, std::uint64_t& out) {
    Known stream;
    if (in.args[0] & syn || !known(in, stream)) return false;
    const int scale = stream.from().scale;
    return out = std::uint64_t(std::int64_t(scale < 0 ? scale : 1 << scale)), true;
}
bool window(const ComputeInput& in, std::uint64_t& out) {
    Known stream;
    if (!known(in, stream)) return false;
    const int scale = in.args[0] & syn ? 0 : stream.from().scale;
    return out = in.args[1] << (scale > 0 ? scale : 0), true;
}
bool relative_seq(const ComputeInput& in, std::uint64_t& out) {
    Known stream;
    return known(in, stream) && relative(in, stream.from(), out);
}
bool relative_ack(const ComputeInput& in, std::uint64_t& out) {
    Known stream;
    return in.args[1] & ack && known(in, stream) && relative(in, stream.to(), out);
}

}  // namespace sallyport::protocols::tcp_stream
