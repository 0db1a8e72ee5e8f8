// SPDX-License-Identifier: GPL-3.0-or-later
// What is remarkable about a segment after those before it in its stream: sent again, out of order, a gap, a window that closed. The
// conditions are those that Wireshark's User's Guide names (7.5, "TCP Analysis").
#pragma once
#include "protocols/tcp_stream.h"

namespace sallyport::protocols::tcp_stream {

/// Bits of StreamMark::marks. From the highest on in the order in which rows tell of them.
inline constexpr std::uint32_t retransmission = 1;
inline constexpr std::uint32_t fast_retransmission = 1 << 1;
inline constexpr std::uint32_t spurious_retransmission = 1 << 2;
inline constexpr std::uint32_t out_of_order = 1 << 3;
inline constexpr std::uint32_t reused_ports = 1 << 4;
inline constexpr std::uint32_t lost_segment = 1 << 5;  // one before this one was not captured
inline constexpr std::uint32_t ack_lost_segment = 1 << 6;  // it acknowledges what was not captured
inline constexpr std::uint32_t window_update = 1 << 7;
inline constexpr std::uint32_t window_full = 1 << 8;
inline constexpr std::uint32_t keep_alive = 1 << 9;
inline constexpr std::uint32_t keep_alive_ack = 1 << 10;
inline constexpr std::uint32_t duplicate_ack = 1 << 11;
inline constexpr std::uint32_t zero_window_probe = 1 << 12;
inline constexpr std::uint32_t zero_window = 1 << 13;
inline constexpr std::uint32_t zero_window_probe_ack = 1 << 14;
inline constexpr unsigned mark_count = 15;

/// Looks at the segment and takes it into what its ends sent. `from` sends it.
StreamMark take(const Segment& segment, Stream& stream, StreamSide& from, StreamSide& to);

}  // namespace sallyport::protocols::tcp_stream
