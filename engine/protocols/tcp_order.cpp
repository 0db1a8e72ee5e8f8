// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocols/tcp_order.h"

namespace sallyport::protocols::tcp_stream {
namespace {

constexpr std::uint32_t fast = 20'000;        // microseconds from the last of the repeated acknowledgments on
constexpr std::uint32_t near_enough = 3'000;  // from the segment sent before, where no handshake was seen

/// RFC 9293 3.4: modulo 2^32.
bool before(std::uint32_t a, std::uint32_t b) { return std::int32_t(a - b) < 0; }

bool changes_state(const Segment& s) { return s.flags & (syn | fin | rst); }
bool takes_numbers(const Segment& s) { return s.length || s.flags & (syn | fin); }
std::uint32_t next_of(const Segment& s) { return s.seq + s.length + ((s.flags & (syn | fin)) != 0); }

/// It says what its sender said before, and carries nothing.
bool repeats(const Segment& s, const StreamSide& from) {
    return !s.length && from.has_sent && s.seq == from.next && from.has_acked && s.ack == from.acked && !changes_state(s);
}

/// Is its last byte the last that the other end has room for?
bool fills_window(const Segment& s, const StreamSide& to) {
    if (!s.length || changes_state(s) || !to.has_acked || to.scale == scale_unknown) return false;
    const unsigned shift = to.is_window_scaled && to.scale > 0 ? unsigned(to.scale) : 0;
    return s.seq + s.length == to.acked + (std::uint32_t(to.window) << shift);
}

/// What an empty segment says by saying the same again.
std::uint32_t repeated(const Segment& s, const StreamSide& from, const StreamSide& to) {
    if (!repeats(s, from)) return 0;
    const bool same_window = s.window == from.window;
    if (s.window && !same_window) return window_update;
    if (s.window && to.marks & keep_alive) return keep_alive_ack;
    if (s.window) return duplicate_ack;
    return same_window && to.marks & zero_window_probe ? zero_window_probe_ack : 0;
}

/// How a segment whose numbers were sent before is called.
std::uint32_t sent_before(const Segment& s, const Stream& stream, const StreamSide& from, const StreamSide& to) {
    if (s.length && to.has_acked && !before(to.acked, s.seq + s.length)) return spurious_retransmission;  // or delivered past us
    if (!takes_numbers(s) || !from.has_sent || !before(s.seq, from.next)) return 0;
    if (to.repeats >= 2 && to.acked == s.seq && s.time - to.acked_time < fast) return fast_retransmission;
    const std::uint32_t most = stream.handshake ? stream.handshake : near_enough;
    if (s.time - from.next_time < most && from.next != next_of(s)) return out_of_order;
    return retransmission;
}

/// Behind a gap, or, once until more comes, behind all that was sent.
bool acknowledges_unseen(const Segment& s, const StreamSide& to) {
    if (!(s.flags & ack) || !to.has_sent || !before(to.whole, s.ack)) return false;
    return to.whole != to.next || !to.is_overtaken;
}

std::uint32_t marks_of(const Segment& s, const Stream& stream, const StreamSide& from, const StreamSide& to) {
    if (s.length == 1 && from.has_sent && s.seq == from.next && to.has_acked && !to.window) return zero_window_probe;
    std::uint32_t marks = repeated(s, from, to);
    if (!s.window && !changes_state(s)) marks |= zero_window;
    if (from.has_sent && before(from.next, s.seq) && !(s.flags & rst)) marks |= lost_segment;
    if (s.length <= 1 && from.has_sent && s.seq == from.next - 1 && !changes_state(s)) marks |= keep_alive;
    if (fills_window(s, to)) marks |= window_full;
    if (acknowledges_unseen(s, to)) marks |= ack_lost_segment;
    if (!(marks & keep_alive)) marks |= sent_before(s, stream, from, to);
    return marks;
}

void take_acknowledgment(const Segment& s, std::uint32_t marks, StreamSide& from, StreamSide& to) {
    if (!from.has_acked || s.ack != from.acked) from.acked_by = s.number, from.repeats = 0;
    else if (marks & duplicate_ack && from.repeats < UINT16_MAX) from.repeats++;
    if (marks & ack_lost_segment) {
        to.is_overtaken = to.whole == to.next;
        to.whole = to.next;
    }
    from.acked = s.ack;
    from.acked_time = s.time;
    from.has_acked = s.flags & ack;
}

void take_data(const Segment& s, std::uint32_t marks, StreamSide& from) {
    if (marks & zero_window_probe) return;  // nobody took it
    const std::uint32_t next = next_of(s);
    const bool is_first = !from.has_sent;
    if (is_first || before(from.next, next)) from.next = next, from.next_time = s.time;
    if (is_first || s.seq == from.whole) from.whole = from.next;
    from.has_sent = true;
    from.is_overtaken = false;
}

void take_handshake(const Segment& s, Stream& stream) {
    if ((s.flags & (syn | ack)) == syn) stream.syn_time = s.time;
    if ((s.flags & (syn | ack)) == ack && stream.syn_time && !stream.handshake) stream.handshake = s.time - stream.syn_time;
}

}  // namespace

StreamMark take(const Segment& s, Stream& stream, StreamSide& from, StreamSide& to) {
    take_handshake(s, stream);
    StreamMark out{.sequence = s.seq, .marks = marks_of(s, stream, from, to)};
    take_acknowledgment(s, out.marks, from, to);
    if (out.marks & duplicate_ack) out.frame = from.acked_by, out.count = from.repeats;
    take_data(s, out.marks, from);
    from.window = s.window;
    from.is_window_scaled = !(s.flags & syn);
    from.marks = std::uint16_t(out.marks);
    return out;
}

}  // namespace sallyport::protocols::tcp_stream
