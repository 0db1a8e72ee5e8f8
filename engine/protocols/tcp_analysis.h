// SPDX-License-Identifier: GPL-3.0-or-later
// Fields and texts for what is remarkable about a segment in its stream (tcp_order.h).
#pragma once
#include "packet/packet_context.h"
#include "protocol/reader.h"
#include "protocols/tcp_order.h"
#include <iterator>

namespace sallyport::protocols::tcp_analysis {
using namespace layout;

inline constexpr subtree flags{"tcp.analysis.flags", "TCP Analysis Flags"};
inline constexpr u32 marks{"@marks", ""};
inline constexpr u32 repeated_frame{"tcp.analysis.duplicate_ack_frame", "Duplicate to the ACK in frame"};
inline constexpr u32 repeated_count{"tcp.analysis.duplicate_ack_num", "Duplicate ACK #"};

struct Remark {
    subtree field;
    const char* row;  // in front of the row's text
};
/// [i]: of bit i of StreamMark::marks.
inline constexpr Remark remarks[] = {
    {{"tcp.analysis.retransmission", "This frame is a (suspected) retransmission"}, "TCP Retransmission"},
    {{"tcp.analysis.fast_retransmission", "This frame is a (suspected) fast retransmission"}, "TCP Fast Retransmission"},
    {{"tcp.analysis.spurious_retransmission", "This frame is a (suspected) spurious retransmission"}, "TCP Spurious Retransmission"},
    {{"tcp.analysis.out_of_order", "This frame is a (suspected) out-of-order segment"}, "TCP Out-Of-Order"},
    {{"tcp.analysis.reused_ports", "A new tcp session is started with the same ports as an earlier session in this trace"},
     "TCP Port numbers reused"},
    {{"tcp.analysis.lost_segment", "Previous segment(s) not captured (common at capture start)"}, "TCP Previous segment not captured"},
    {{"tcp.analysis.ack_lost_segment", "ACKed segment that wasn't captured (common at capture start)"}, "TCP ACKed unseen segment"},
    {{"tcp.analysis.window_update", "TCP window update"}, "TCP Window Update"},
    {{"tcp.analysis.window_full", "TCP window specified by the receiver is now completely full"}, "TCP Window Full"},
    {{"tcp.analysis.keep_alive", "TCP keep-alive segment"}, "TCP Keep-Alive"},
    {{"tcp.analysis.keep_alive_ack", "ACK to a TCP keep-alive segment"}, "TCP Keep-Alive ACK"},
    {{"tcp.analysis.duplicate_ack", "Duplicate ACK"}, "TCP Dup ACK"},
    {{"tcp.analysis.zero_window_probe", "TCP Zero Window Probe"}, "TCP ZeroWindowProbe"},
    {{"tcp.analysis.zero_window", "TCP Zero Window segment"}, "TCP ZeroWindow"},
    {{"tcp.analysis.zero_window_probe_ack", "ACK to a TCP Zero Window Probe"}, "TCP ZeroWindowProbeAck"},
};
static_assert(std::size(remarks) == tcp_stream::mark_count);

/// args: sequence number.
inline bool marks_of(const ComputeInput& in, std::uint64_t& out) {
    return (out = tcp_stream::mark_of(in, std::uint32_t(in.args[0])).marks) != 0;
}

inline void tell(Reader& r) {
    const ComputeInput& in = r.input();
    const StreamMark mark = tcp_stream::mark_of(in, std::uint32_t(load_be(in.bytes.data() + in.layers[in.layer].start + 4, 4)));
    constexpr std::uint32_t also_sent_again = tcp_stream::fast_retransmission | tcp_stream::spurious_retransmission;
    const std::uint32_t all = mark.marks | (mark.marks & also_sent_again ? tcp_stream::retransmission : 0);
    r.make(flags, 0);
    for (std::size_t bit = 0; bit < std::size(remarks); bit++)
        if (all >> bit & 1) r.make(remarks[bit].field, 0);
    if (!(mark.marks & tcp_stream::duplicate_ack)) return;
    r.make(repeated_frame, mark.frame);
    r.make(repeated_count, mark.count);
}
template <std::size_t... I>
constexpr auto telling(std::index_sequence<I...>) {
    return read(tell, flags, remarks[I].field..., repeated_frame, repeated_count);
}
/// `seq`: the field of the sequence number.
constexpr auto item(const Field& seq) {
    return sequence(make(marks, marks_of, seq), if_set(marks, telling(std::make_index_sequence<std::size(remarks)>())));
}

/// "[TCP Dup ACK 12#1] "
inline void append_remarks(const LayerValues& v, std::string& out) {
    const std::uint64_t all = v.number(marks);
    for (std::size_t bit = std::size(remarks); bit-- > 0;) {
        if (!(all >> bit & 1)) continue;
        out += std::string("[") + remarks[bit].row;
        if (1u << bit == tcp_stream::duplicate_ack) out += " " + v.text(repeated_frame) + "#" + v.text(repeated_count);
        out += "] ";
    }
}

}  // namespace sallyport::protocols::tcp_analysis
