// SPDX-License-Identifier: GPL-3.0-or-later
// What a TCP segment is within its stream: its number, what its sequence numbers count from, how its window scales.
#pragma once
#include "packet/stream_memory.h"
#include "protocol/protocol.h"
#include <optional>

namespace sallyport::protocols::tcp_stream {

/// One segment's header, as it stands on the wire (RFC 9293 3.1).
struct Segment {
    std::uint32_t seq = 0, ack = 0, length = 0;  // length: bytes of data, as on the wire
    std::uint16_t window = 0;
    std::uint8_t flags = 0;
    std::int8_t scale = scale_unused;  // shift count of a window scale option (RFC 7323 2.2)
    std::uint32_t number = 0;          // of its packet
    std::uint32_t time = 0;            // microseconds, modulo 2^32
};
inline constexpr unsigned fin = 1, syn = 2, rst = 4, ack = 16;

/// A header in an ICMP error belongs to no stream.
bool is_quoted(const ComputeInput& in);

/// Teach of tcp: `length` bytes of data are in the segment whose header is whole, in in.bytes at in.at; without one nobody knows how
/// many (a fragment).
void learn(const ComputeInput& in, std::optional<std::uint32_t> length, ConversationMemory& memory);

/// What was remarkable about the segment with that number. marks: bits of tcp_order.h.
StreamMark mark_of(const ComputeInput& in, std::uint32_t seq);

// ── Compute functions ──
bool index(const ComputeInput& in, std::uint64_t& out);
/// args: flags. Where the window of this segment is scaled, the factor; else scale_unknown or scale_unused.
bool factor(const ComputeInput& in, std::uint64_t& out);
/// args: flags, window.
bool window(const ComputeInput& in, std::uint64_t& out);
/// args: a sequence number of its sender. One more than it is from the stream's beginning.
bool relative_seq(const ComputeInput& in, std::uint64_t& out);
/// args: a sequence number of its receiver, flags. Likewise, of what acknowledges one.
bool relative_ack(const ComputeInput& in, std::uint64_t& out);

}  // namespace sallyport::protocols::tcp_stream
