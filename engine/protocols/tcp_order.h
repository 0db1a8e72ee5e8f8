// SPDX-License-Identifier: GPL-3.0-or-later
// What is remarkable about a segment after those before it in its stream: sent again, out of order, a gap, a window that closed. The
// conditions are those that Wireshark's User's Guide names (7.5, "TCP Analysis").
#pragma once
#include "protocols/tcp_stream.h"

namespace sallyport::protocols::tcp_stream {

/// StreamMark::marks. From the highest on in the order in which rows tell of them.
enum Mark : std::uint32_t {
    retransmission = 1,
    fast_retransmission = 1 << 1,
    spurious_retransmission = 1 << 2,
    out_of_order = 1 << 3,
    reused_ports = 1 << 4,
    lost_segment = 1 << 5,      // one before this one was not captured
    ack_lost_segment = 1 << 6,  // it acknowledges what was not captured
    window_update = 1 << 7,
    window_full = 1 << 8,
    keep_alive = 1 << 9,
    keep_alive_ack = 1 << 10,
    duplicate_ack = 1 << 11,
    zero_window_probe = 1 << 12,
    zero_window = 1 << 13,
    zero_window_probe_ack = 1 << 14,
};
inline constexpr unsigned mark_count = 15;

/// Looks at the segment and takes it into what its ends sent. `from` sends it.
StreamMark take(const Segment& segment, Stream& stream, StreamSide& from, StreamSide& to);

}  // namespace sallyport::protocols::tcp_stream
