// SPDX-License-Identifier: GPL-3.0-or-later
// Transmission Control Protocol, RFC 9293; options of RFC 7323, 2018, 2883, 8684, 7413, 2385.
#include "protocols/ip_protocols.h"
#include "packet/packet_context.h"
#include "protocols/tcp_analysis.h"
#include "protocols/tcp_multipath.h"
#include "protocols/tcp_whole_options.h"
#include "protocols/told.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice option_kinds[] = {
    {0, "End of Option List"},
    {1, "No-Operation"},
    {2, "Maximum Segment Size"},
    {3, "Window Scale"},
    {4, "SACK Permitted"},
    {5, "SACK"},
    {6, "Echo"},
    {7, "Echo Reply"},
    {8, "Time Stamp Option"},
    {9, "Partial Order Connection Permitted"},
    {10, "Partial Order Service Profile"},
    {11, "CC"},
    {12, "CC.NEW"},
    {13, "CC.ECHO"},
    {14, "TCP Alternate Checksum Request"},
    {15, "TCP Alternate Checksum Data"},
    {16, "Skeeter"},
    {17, "Bubba"},
    {18, "Trailer Checksum Option"},
    {19, "MD5 Signature Option"},
    {20, "SCPS Capabilities"},
    {21, "Selective Negative Acknowledgements"},
    {22, "Record Boundaries"},
    {23, "Corruption experienced"},
    {24, "SNAP"},
    {26, "TCP Compression Filter"},
    {27, "Quick-Start Response"},
    {28, "User Timeout Option"},
    {29, "The TCP Authentication Option"},
    {30, "Multipath TCP"},
    {34, "TCP Fast Open Cookie"},
    {76, "Riverbed Probe"},
    {78, "Riverbed Transparency"},
    {172, "Accurate ECN Order 0"},
    {174, "Accurate ECN Order 1"},
    {253, "RFC3692-style Experiment 1"},
    {254, "RFC3692-style Experiment 2"},
};

/// "·······A··S·": one letter a flag, as Wireshark writes them.
void flag_letters(const CodedPlace& place, std::string& out) {
    static constexpr char letters[] = "FSRPAUECA";
    auto v = unsigned(load_be(place.bytes.data() + place.at, 2)) & 0xfff;
    for (int bit = 11; bit >= 0; bit--) {
        if (!(v >> bit & 1)) out += "\u00b7";
        else out += bit > 8 ? 'R' : letters[bit];
    }
}
constexpr Coding letters{.text = flag_letters};

constexpr struct {
    u8 kind{"tcp.option_kind", "Kind", named(option_kinds)};
    u8 len{"tcp.option_len", "Length"};
    u16 mss{"tcp.options.mss_val", "MSS Value"};
    u8 shift{"tcp.options.wscale.shift", "Shift count"};
    u16 multiplier{"tcp.options.wscale.multiplier", "Multiplier"};
    u32 sack_le{"tcp.options.sack_le", "TCP SACK Left Edge"};
    u32 sack_re{"tcp.options.sack_re", "TCP SACK Right Edge"};
    u32 dsack_le{"tcp.options.sack.dsack_le", "TCP D-SACK Left Edge", hidden};
    u32 dsack_re{"tcp.options.sack.dsack_re", "TCP D-SACK Right Edge", hidden};
    u8 is_dsack{"@dsack", ""};
    u8 sack_count{"tcp.options.sack.count", "TCP SACK Count"};
    u32 tsval{"tcp.options.timestamp.tsval", "Timestamp value"};
    u32 tsecr{"tcp.options.timestamp.tsecr", "Timestamp echo reply"};
    bytes md5{"tcp.options.md5.digest", "MD5 digest"};
    bytes cookie{"tcp.options.tfo.cookie", "Fast Open Cookie"};
    bytes data{"tcp.options.unknown.payload", "Payload"};
} o;

void tell_flags(const LayerValues&, std::string&);
void tell_letters(const LayerValues&, std::string& line) { line = "[" + line + "]"; }
void tell_options(const LayerValues&, std::string&);
void tell_option(const LayerValues&, std::string&);
void tell_relative_seq(const LayerValues&, std::string&);
void tell_relative_ack(const LayerValues&, std::string&);
void tell_factor(const LayerValues&, std::string&);
void tell_payload(const LayerValues& v, std::string& line) { line = "TCP payload (" + std::to_string(v.length()) + " bytes)"; }

constexpr struct {
    u16 srcport{"tcp.srcport", "Source Port", also("tcp.port"), initial(40000)};
    u16 dstport{"tcp.dstport", "Destination Port", also("tcp.port"), initial(80)};
    u32 stream{"tcp.stream", "Stream index"};
    u32 len{"tcp.len", "TCP Segment Len"};
    u32 seq{"tcp.seq_raw", "Sequence Number", also("tcp.seq"), tells(tell_relative_seq)};
    u64 relative_seq{"@relative_seq", ""};  // counted from 1, so that 0 says that it is not known
    u32 quoted_seq{"tcp.seq", "Sequence Number"};
    u32 nxtseq{"tcp.nxtseq", "Next Sequence Number"};
    u32 ack{"tcp.ack_raw", "Acknowledgment Number", also("tcp.ack"), tells(tell_relative_ack)};
    u64 relative_ack{"@relative_ack", ""};
    u8 hdr_len{"tcp.hdr_len", "Header Length", mask(0xf000), scaled(4), unit("bytes"), initial(20)};
    subtree bogus{"tcp.bogus_header_length", "Bogus TCP Header length"};
    u16 flags{"tcp.flags", "Flags", hex, mask(0x0fff), plain, tells(tell_flags), initial(2)};
    flag res{"tcp.flags.res", "Reserved", mask(0x0e00)};
    flag ae{"tcp.flags.ae", "Accurate ECN", mask(0x0100)};
    flag cwr{"tcp.flags.cwr", "Congestion Window Reduced", mask(0x0080)};
    flag ece{"tcp.flags.ece", "ECN-Echo", mask(0x0040)};
    flag urg{"tcp.flags.urg", "Urgent", mask(0x0020)};
    flag ack_flag{"tcp.flags.ack", "Acknowledgment", mask(0x0010)};
    flag push{"tcp.flags.push", "Push", mask(0x0008)};
    flag reset{"tcp.flags.reset", "Reset", mask(0x0004)};
    flag syn{"tcp.flags.syn", "Syn", mask(0x0002)};
    flag fin{"tcp.flags.fin", "Fin", mask(0x0001)};
    text flags_text{"tcp.flags.str", "TCP Flags", coded(letters), tells(tell_letters)};
    u16 window{"tcp.window_size_value", "Window", initial(64240)};
    u32 window_size{"tcp.window_size", "Calculated window size"};
    i32 window_factor{"tcp.window_size_scalefactor", "Window size scaling factor", tells(tell_factor)};
    u16 checksum{"tcp.checksum", "Checksum", hex, checksum_of(Checksum::internet_pseudo)};
    u8 checksum_status{"tcp.checksum.status", "Checksum Status", named(checksum_states)};
    u16 urgent{"tcp.urgent_pointer", "Urgent Pointer"};
    bytes options{"tcp.options", "TCP Options", colons, unless_empty, tells(tell_options)};
    bytes payload{"tcp.payload", "TCP payload", colons, tells(tell_payload)};
} f;

/// Not a whole segment, or none that says where it ends: in a fragment, or quoted in an ICMP error.
bool is_partial(const ComputeInput& in) {
    for (int i = in.layers[in.layer].parent; i > 0; i = in.layers[std::size_t(i)].parent) {
        auto& layer = in.layers[std::size_t(i)];
        auto& protocol = *all_protocols()[layer.protocol];
        std::string_view name = protocol.name;
        const std::uint8_t* p = in.bytes.data() + layer.start;
        if (protocol.quotes || (name == "ip" && load_be(p + 6, 2) & 0x3fff)) return true;
        if (name == "ipv6.fraghdr" && load_be(p + 2, 2) & 0xfff9) return true;
    }
    return false;
}
/// Bytes of payload on the wire: as the network layer's length says, also where the capture was cut.
bool segment_length(const ComputeInput& in, std::uint64_t& out) {
    if (is_partial(in)) return false;
    std::uint64_t end = in.context->original_length ? in.context->original_length : in.bytes.size();
    for (int i = in.layers[in.layer].parent; i >= 0; i = in.layers[std::size_t(i)].parent)
        if (const std::uint64_t claimed = in.layers[std::size_t(i)].claimed_end) { end = std::min(end, claimed); break; }
    return out = end > in.at ? end - in.at : 0, true;
}
/// … behind a header that was not read to its end. args: its length.
bool length_behind(const ComputeInput& in, std::uint64_t& out) {
    if (!segment_length(in, out)) return false;
    out += in.at - in.layers[in.layer].start;
    if (out < in.args[0]) return false;
    return out -= in.args[0], true;
}
/// RFC 9293 3.4: SYN and FIN take a sequence number; both in one segment are nonsense, and taken for one. args: seq, flags.
bool next_sequence(const ComputeInput& in, std::uint64_t& out) {
    std::uint64_t length = 0;
    if (!segment_length(in, length)) return false;
    out = std::uint32_t(in.args[0] + length + ((in.args[1] & 3) != 0));
    return true;
}
/// … in a header whose options are cut. args: seq, flags, header length.
bool sequence_behind(const ComputeInput& in, std::uint64_t& out) {
    ComputeInput length = in;
    length.args[0] = in.args[2];
    if (!length_behind(length, out)) return false;
    return out = std::uint32_t(in.args[0] + out + ((in.args[1] & 3) != 0)), true;
}
bool power_of_two(const ComputeInput& in, std::uint64_t& out) {
    return out = 1ull << std::min<std::uint64_t>(in.args[0], 14), true;
}  // RFC 7323 2.3: at most 14
bool eighth(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] / 8, true; }

/// RFC 2883 4: the first block tells of data received twice when it lies below the acknowledgment or within the second block.
/// args: acknowledgment number, option length. Sequence numbers compare modulo 2^32 (RFC 9293 3.4).
bool duplicate(const ComputeInput& in, std::uint64_t& out) {
    auto before = [](std::uint32_t a, std::uint32_t b) { return std::int32_t(a - b) <= 0; };
    const std::uint8_t* p = in.bytes.data() + in.at;
    std::uint32_t left = in.end - in.at;
    out = 0;
    if (left < 8) return true;
    auto le = std::uint32_t(load_be(p, 4)), re = std::uint32_t(load_be(p + 4, 4));
    out = before(re, std::uint32_t(in.args[0]));
    if (left >= 16) out |= before(std::uint32_t(load_be(p + 8, 4)), le) && before(re, std::uint32_t(load_be(p + 12, 4)));
    return true;
}

constexpr auto option =
    group("TCP Option", tcp_whole_options::item, o.kind,
          choice(o.kind, when(0, stop()), when(1),
                 otherwise(o.len,
                           part(o.len - 2,
                                choice(o.kind, when(2, o.mss), when(3, o.shift, make(o.multiplier, power_of_two, o.shift)), when(4),
                                       when(5, make(o.is_dsack, duplicate, f.ack, o.len), if_set(o.is_dsack, ahead(o.dsack_le, o.dsack_re)),
                                            repeat(o.sack_le, o.sack_re), make(o.sack_count, eighth, o.len - 2)),
                                       when(8, o.tsval, o.tsecr), when(19, o.md5(rest)), when(34, if_set(left, o.cookie(rest))),
                                       when(30, tcp_multipath::option), otherwise(if_set(left, o.data(rest))))))))
        .shows(o.kind)
        .tells(tell_option);

constexpr auto in_stream = sequence(
    make(f.relative_seq, tcp_stream::relative_seq, f.seq), make(f.relative_ack, tcp_stream::relative_ack, f.ack, f.flags),
    make(f.window_size, tcp_stream::window, f.flags, f.window), make(f.window_factor, tcp_stream::factor, f.flags),
    ahead(tcp_analysis::item(f.seq)));
constexpr auto told_early = sequence(make(f.stream, tcp_stream::index), make(f.len, length_behind, f.hdr_len),
                                     make(f.nxtseq, sequence_behind, f.seq, f.flags, f.hdr_len));
constexpr auto items = sequence(
    ensure(left, at_least(4), "cut short"), f.srcport, f.dstport,
    ensure(left, at_least(12), "cut short", choice(quoted, when(1, f.quoted_seq))), seldom(quoted, exactly(1)),
    either(quoted, nullptr, f.seq, f.quoted_seq),
    ensure(peek(1, 4) >> 4, at_least(5), nullptr, skip(4), bits(2, f.hdr_len), make(f.bogus, Extent(0)),
           make(f.len, length_behind, f.hdr_len)),
    f.ack, bits(2, f.hdr_len, f.flags, f.res, f.ae, f.cwr, f.ece, f.urg, f.ack_flag, f.push, f.reset, f.syn, f.fin, f.flags_text(2)),
    ensure(left, at_least(6), "cut short", told_early, f.window, f.checksum), f.window, f.checksum, status(f.checksum_status, f.checksum),
    f.urgent, ensure(left, at_least(f.hdr_len - 20), "cut short", told_early, repeat(option)),
    f.options(f.hdr_len - 20, repeat(option)).pad(4), make(f.stream, tcp_stream::index), make(f.len, segment_length),
    make(f.nxtseq, next_sequence, f.seq, f.flags), in_stream,
    ahead(if_set(left, f.payload(rest))), payload_by_ports("tcp.port", f.srcport, f.dstport));

/// "SYN, ACK"
std::string flag_names(std::uint64_t flags) {
    static constexpr const char* names[] = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"};  // from the lowest bit on
    std::string out;
    for (std::size_t bit = 0; bit < std::size(names); bit++)
        if (flags >> bit & 1) out += (out.empty() ? "" : ", ") + std::string(names[bit]);
    return out.empty() ? "<None>" : out;
}
void tell_flags(const LayerValues& v, std::string& line) { line += " (" + flag_names(v.number(f.flags)) + ")"; }

/// Sequence numbers as rows and titles have them: from the stream's beginning, where that is known.
std::string relative_text(const LayerValues& v, const Field& relative, const Field& number) {
    return v.has(relative) ? std::to_string(v.number(relative) - 1) : v.text(number);
}
std::string seq_text(const LayerValues& v) { return relative_text(v, f.relative_seq, f.seq); }
std::string ack_text(const LayerValues& v) { return relative_text(v, f.relative_ack, f.ack); }
void append_relative(const LayerValues& v, const Field& relative, std::string& line) {
    if (const auto number = v.number_in_layer(relative)) line += "    (relative: " + std::to_string(number - 1) + ")";
}
void tell_relative_seq(const LayerValues& v, std::string& line) { append_relative(v, f.relative_seq, line); }
void tell_relative_ack(const LayerValues& v, std::string& line) { append_relative(v, f.relative_ack, line); }
void tell_factor(const LayerValues& v, std::string& line) {
    const auto factor = std::int64_t(v.number(f.window_factor));
    if (factor == scale_unknown) line += " (unknown)";
    if (factor == scale_unused) line += " (no window scaling used)";
}

/// The kinds as Wireshark calls them beside the value, and in titles.
constexpr Choice option_titles[] = {{0, "End of Option List (EOL)"}, {1, "No-Operation (NOP)"}, {2, "Maximum segment size"},
                                    {3, "Window scale"}, {4, "SACK permitted"}, {8, "Timestamps"}, {19, "TCP MD5 signature"},
                                    {30, "MPTCP"}, {34, "TCP Fast Open"}};
const char* option_title(std::uint64_t kind) {
    const char* title = choice_text(option_titles, kind);
    return title ? title : choice_text(option_kinds, kind);
}
void tell_options(const LayerValues& v, std::string& line) {
    line = "Options: (" + std::to_string(v.length()) + " bytes)";
    for (std::size_t i = 0; i < v.count(o.kind); i++)
        if (const char* name = option_title(v.number_at(o.kind, i))) line += std::string(", ") + name;
}
void tell_option(const LayerValues& v, std::string& line) {
    if (v.has(tcp_multipath::m.subtype)) return tcp_multipath::tell(v, line);
    const char* name = option_title(v.number(o.kind));
    line += std::string(" - ") + (name ? name : "Unknown");
    if (v.has(o.mss)) line += ": " + v.text(o.mss) + " bytes";
    if (v.has(o.multiplier)) line += ": " + v.text(o.shift) + " (multiply by " + v.text(o.multiplier) + ")";
    if (v.has(o.tsecr)) line += ": TSval " + v.text(o.tsval) + ", TSecr " + v.text(o.tsecr);
    for (std::size_t i = 0; i < v.count(o.sack_re); i++) line += " " + v.text(o.sack_le, i) + "-" + v.text(o.sack_re, i);
}

void title(const LayerValues& v, std::string& out) {
    if (!tell_there(v, {{", Src Port: ", &f.srcport}, {", Dst Port: ", &f.dstport}}, out)) return;
    if (!v.has(f.seq)) return void(tell_there(v, {{", Seq: ", &f.quoted_seq}}, out));
    out += ", Seq: " + seq_text(v);
    if (!v.has(f.window)) return;
    if (v.number(f.ack_flag)) out += ", Ack: " + ack_text(v);
    tell_there(v, {{", Len: ", &f.len}}, out);
}
/// An edge of a block counts as acknowledgments do (RFC 2018 3).
std::string edge_text(const LayerValues& v, const Field& edge, std::size_t block) {
    if (!v.has(f.relative_ack)) return v.text(edge, block);
    return std::to_string(std::uint32_t(v.number_at(edge, block) - v.number(f.ack) + v.number(f.relative_ack) - 1));
}
/// In the order in which they came.
void append_options(const LayerValues& v, std::string& out) {
    std::size_t blocks = 0;
    for (std::size_t i = 0; i < v.count(o.kind); i++) {
        switch (v.number_at(o.kind, i)) {
            case 2: tell_there(v, {{" MSS=", &o.mss}}, out); break;
            case 3: tell_there(v, {{" WS=", &o.multiplier}}, out); break;
            case 4: out += " SACK_PERM"; break;
            case 5:
                for (; blocks < v.count(o.sack_re); blocks++)
                    out += " SLE=" + edge_text(v, o.sack_le, blocks) + " SRE=" + edge_text(v, o.sack_re, blocks);
                break;
            case 8: tell_there(v, {{" TSval=", &o.tsval}, {" TSecr=", &o.tsecr}}, out); break;
            case 34: out += v.has(o.cookie) ? " TFO=C" : " TFO=R"; break;
            default: break;
        }
    }
}
/// Of a header whose length cannot be: no field is behind that, but Wireshark's row tells of the first 16 bytes.
void tell_bogus(const LayerValues& v, std::string& out) {
    const Bytes header = v.bytes();
    if (header.size() < 16) return;
    const std::uint64_t flags = load_be(header.data() + 12, 2);
    out += " [" + flag_names(flags) + "] Seq=" + std::to_string(load_be(header.data() + 4, 4));
    if (flags & f.ack_flag.mask) out += " Ack=" + std::to_string(load_be(header.data() + 8, 4));
    out += " Win=" + std::to_string(load_be(header.data() + 14, 2)) + ", bogus TCP header length (" + v.text(f.hdr_len) +
           ", must be at least 20)";
}
void info(const LayerValues& v, std::string& out) {
    if (!tell_there(v, {{"", &f.srcport}, {" \u2192 ", &f.dstport}}, out)) return;
    if (v.number(f.hdr_len, 20) < 20) return tell_bogus(v, out);
    if (!v.has(f.window)) return;
    out += " [" + flag_names(v.number(f.flags)) + "] Seq=" + seq_text(v);
    if (v.number(f.ack_flag)) out += " Ack=" + ack_text(v);
    out += " Win=" + (v.has(f.window_size) ? v.text(f.window_size) : v.text(f.window));
    if (tell_there(v, {{" Len=", &f.len}}, out)) append_options(v, out);
}
/// Of whole segments that are not quoted.
void learn(const ComputeInput& in, ConversationMemory& memory) {
    const Layer& layer = in.layers[in.layer];
    const Bytes segment = in.bytes.subspan(layer.start, layer.end - layer.start);
    if (segment.size() < 20 || segment[12] >> 4 < 5 || tcp_stream::is_quoted(in)) return;
    ComputeInput behind = in;
    behind.at = layer.start + (segment[12] >> 4) * 4u;
    std::uint64_t length = 0;
    const bool is_whole = segment_length(behind, length);
    tcp_stream::learn(in, is_whole ? std::optional(std::uint32_t(length)) : std::nullopt, memory);
}
void speaks(const LayerValues& v, std::string& out) {
    if (v.has(tcp_multipath::m.subtype)) out = "MPTCP";
}
constexpr Parent parents[] = {{"ip.proto", 6}};
}  // namespace

extern const Protocol tcp;
constexpr Protocol tcp{.name = "tcp",
                       .label = "Transmission Control Protocol",
                       .column = "TCP",
                       .items = items,
                       .parents = parents,
                       .info = info,
                       .remarks = tcp_analysis::append_remarks,
                       .speaks = speaks,
                       .title = title,
                       .ends = {0, 2},
                       .teaches = learn};

}  // namespace sallyport::protocols
