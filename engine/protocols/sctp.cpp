// SPDX-License-Identifier: GPL-3.0-or-later
// Stream Control Transmission Protocol, RFC 9260; extensions RFC 3758 (forward TSN), 4895 (AUTH), 5061 (ASCONF), 8260 (I-DATA).
#include "protocols/ip_protocols.h"
#include "protocols/told.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice chunk_types[] = {
    {0, "DATA"},
    {1, "INIT"},
    {2, "INIT_ACK"},
    {3, "SACK"},
    {4, "HEARTBEAT"},
    {5, "HEARTBEAT_ACK"},
    {6, "ABORT"},
    {7, "SHUTDOWN"},
    {8, "SHUTDOWN_ACK"},
    {9, "ERROR"},
    {10, "COOKIE_ECHO"},
    {11, "COOKIE_ACK"},
    {12, "ECNE"},
    {13, "CWR"},
    {14, "SHUTDOWN_COMPLETE"},
    {15, "AUTH"},
    {0x10, "NR_SACK"},
    {0x40, "I_DATA"},
    {0x80, "ASCONF_ACK"},
    {0x81, "PKTDROP"},
    {0x82, "RE_CONFIG"},
    {0x84, "PAD"},
    {0xc0, "FORWARD_TSN"},
    {0xc1, "ASCONF"},
    {0xc2, "I_FORWARD_TSN"},
    {0xff, "IETF_EXTENSION"},
};
constexpr Choice parameter_types[] = {
    {0x0001, "Heartbeat info"},
    {0x0005, "IPv4 address"},
    {0x0006, "IPv6 address"},
    {0x0007, "State cookie"},
    {0x0008, "Unrecognized parameter"},
    {0x0009, "Cookie preservative"},
    {0x000b, "Hostname address"},
    {0x000c, "Supported address types"},
    {0x000d, "Outgoing SSN reset request"},
    {0x000e, "Incoming SSN reset request"},
    {0x000f, "SSN/TSN reset request"},
    {0x0010, "Re-configuration response"},
    {0x0011, "Add outgoing streams request"},
    {0x0012, "Add incoming streams request"},
    {0x8000, "ECN"},
    {0x8002, "Random"},
    {0x8003, "Authenticated Chunk list"},
    {0x8004, "Requested HMAC Algorithm"},
    {0x8008, "Supported Extensions"},
    {0xc000, "Forward TSN supported"},
    {0xc001, "Add IP address"},
    {0xc002, "Delete IP address"},
    {0xc003, "Error cause indication"},
    {0xc004, "Set primary address"},
    {0xc005, "Success report"},
    {0xc006, "Adaptation Layer Indication"},
};
constexpr Choice address_types[] = {
    {5, "IPv4 address"},
    {6, "IPv6 address"},
    {11, "Hostname address"},
};
constexpr Choice causes[] = {
    {1, "Invalid stream identifier"},
    {2, "Missing mandatory parameter"},
    {3, "Stale cookie error"},
    {4, "Out of resource"},
    {5, "Unresolvable address"},
    {6, "Unrecognized chunk type"},
    {7, "Invalid mandatory parameter"},
    {8, "Unrecognized parameters"},
    {9, "No user data"},
    {10, "Cookie received while shutting down"},
    {11, "Restart of an association with new addresses"},
    {12, "User initiated ABORT"},
    {13, "Protocol violation"},
    {160, "Request to delete last address"},
    {161, "Operation refused due to resource shortage"},
    {162, "Request to delete source address"},
    {163, "Association Aborted due to illegal ASCONF-ACK"},
    {164, "Request refused - no authorization"},
    {261, "Unsupported HMAC identifier"},
};
constexpr Choice payload_protocols[] = {
    {0, "not specified"},
    {1, "IUA"},
    {2, "M2UA"},
    {3, "M3UA"},
    {4, "SUA"},
    {5, "M2PA"},
    {6, "V5UA"},
    {7, "H.248/MEGACO"},
    {8, "BICC/Q.2150.3"},
    {9, "TALI"},
    {10, "DUA"},
    {11, "ASAP"},
    {12, "ENRP"},
    {13, "H.323"},
    {14, "Q.IPC/Q.2150.3"},
    {15, "SIMCO"},
    {16, "DDP Segment Chunk"},
    {17, "DDP Stream Session Control"},
    {18, "S1 Application Protocol (S1AP)"},
    {19, "RUA"},
    {20, "HNBAP"},
    {21, "ForCES-HP"},
    {22, "ForCES-MP"},
    {23, "ForCES-LP"},
    {24, "SBc-AP"},
    {25, "NBAP"},
    {27, "X2AP"},
    {28, "IRCP"},
    {29, "LCS-AP"},
    {30, "MPICH2"},
    {31, "SABP"},
    {32, "Fractal Generator Protocol"},
    {33, "Ping Pong Protocol"},
    {34, "CalcApp Protocol"},
    {35, "Scripting Service Protocol"},
    {36, "NetPerfMeter Control"},
    {37, "NetPerfMeter Data"},
    {38, "Echo"},
    {39, "Discard"},
    {40, "Daytime"},
    {41, "Character Generator"},
    {42, "3GPP RNA"},
    {43, "3GPP M2AP"},
    {44, "3GPP M3AP"},
    {45, "SSH"},
    {46, "DIAMETER"},
    {47, "DIAMETER over DTLS"},
    {48, "R14P"},
    {49, "Generic Data Transfer Protocol (GDT)"},
    {50, "WebRTC Control"},
    {51, "WebRTC String"},
    {52, "WebRTC Binary Partial (Deprecated)"},
    {53, "WebRTC Binary"},
    {54, "WebRTC String Partial (Deprecated)"},
    {55, "3GPP PUA"},
    {56, "WebRTC String Empty"},
    {57, "WebRTC Binary Empty"},
    {58, "XwAP"},
    {59, "Xw - Control Plane"},
    {60, "NGAP"},
    {61, "XnAP"},
    {62, "F1 AP"},
    {65, "ELE2 Lawful Interception"},
    {66, "NGAP over DTLS"},
    {67, "XnAP over DTLS"},
    {68, "F1AP over DTLS"},
    {69, "E1AP over DTLS"},
    {70, "E2-CP"},
    {71, "E2-UP"},
    {72, "E2-DU"},
    {73, "W1AP"},
};

constexpr Choice type_stop_truth[] = {{1, "Skip chunk and continue processing of the packet"}, {0, "Stop processing of the packet"}};
constexpr Choice report_truth[] = {{1, "Do report"}, {0, "Do not report"}};
constexpr Choice tag_truth[] = {{1, "Tag reflected"}, {0, "Tag not reflected"}};
constexpr Choice immediately_truth[] = {{1, "Send SACK immediately"}, {0, "Possibly delay SACK"}};
constexpr Choice unordered_truth[] = {{1, "Unordered delivery"}, {0, "Ordered delivery"}};
constexpr Choice begins_truth[] = {{1, "First segment"}, {0, "Subsequent segment"}};
constexpr Choice ends_truth[] = {{1, "Last segment"}, {0, "Not the last segment"}};
constexpr Choice stop_bit_truth[] = {{1, "Skip parameter and continue processing of the chunk"}, {0, "Stop processing of chunk"}};

constexpr Choice sctp_hmac_id_names[] = {
    {0, "Reserved"},
    {1, "SHA-1"},
    {2, "Reserved"},
    {3, "SHA-256"},
};

constexpr struct {
    u16 srcport{"sctp.srcport", "Source port", also("sctp.port")};
    u16 dstport{"sctp.dstport", "Destination port", also("sctp.port")};
    u32 tag{"sctp.verification_tag", "Verification tag", hex};
    u32 checksum{"sctp.checksum", "Checksum", hex, checksum_of(Checksum::crc32c)};
    u8 checksum_status{"sctp.checksum.status", "Checksum Status", named(checksum_states)};
    u8 type{"sctp.chunk_type", "Chunk type", named(chunk_types)};
    flag type_stop{"sctp.chunk_bit_1", "Bit", mask(0x80), named(type_stop_truth)};
    flag type_report{"sctp.chunk_bit_2", "Bit", mask(0x40), named(report_truth)};
    u8 flags{"sctp.chunk_flags", "Chunk flags", hex};
    u16 length{"sctp.chunk_length", "Chunk length"};
    bytes value{"sctp.chunk_value", "Chunk value"};
    bytes padding{"sctp.chunk_padding", "Chunk padding"};
    bytes cookie{"sctp.cookie", "Cookie"};
    u32 cumulative{"sctp.shutdown_cumulative_tsn_ack", "Cumulative TSN Ack"};
    u32 echoed_tsn{"sctp.ecne_lowest_tsn", "Lowest TSN"};
    u32 reduced_tsn{"sctp.cwr_lowest_tsn", "Lowest TSN"};
    flag abort_t{"sctp.abort_t_bit", "T-Bit", mask(0x01), named(tag_truth)};
    flag complete_t{"sctp.shutdown_complete_t_bit", "T-Bit", mask(0x01), named(tag_truth)};
    u32 forward_tsn{"sctp.forward_tsn_tsn", "New cumulative TSN"};
    u16 forward_sid{"sctp.forward_tsn_sid", "Stream identifier"};
    u16 forward_ssn{"sctp.forward_tsn_ssn", "Stream sequence number"};
    u16 shared_key{"sctp.shared_key_id", "Shared key identifier"};
    u16 hmac_id{"sctp.hmac_id", "HMAC identifier", named(sctp_hmac_id_names)};
    bytes hmac{"sctp.hmac", "HMAC"};
    u32 asconf_serial{"sctp.asconf_seq_nr_number", "Sequence number", hex};
    u32 asconf_ack_serial{"sctp.asconf_ack_seq_nr_number", "Sequence number", hex};
    bytes pad{"sctp.padding_data", "Padding data"};
} f;

// RFC 9260 3.3.1. Wireshark's relative numbers count from the association's first one; both read the same when that is switched off.
constexpr struct {
    flag immediately{"sctp.data_i_bit", "I-Bit", mask(0x08), named(immediately_truth)};
    flag unordered{"sctp.data_u_bit", "U-Bit", mask(0x04), named(unordered_truth)};
    flag begins{"sctp.data_b_bit", "B-Bit", mask(0x02), named(begins_truth)};
    flag ends{"sctp.data_e_bit", "E-Bit", mask(0x01), named(ends_truth)};
    u32 tsn{"sctp.data_tsn_raw", "Transmission sequence number (absolute)", also("sctp.data_tsn")};
    u16 sid{"sctp.data_sid", "Stream identifier", hex};
    u16 ssn{"sctp.data_ssn", "Stream sequence number"};
    u16 reserved{"sctp.data_reserved", "Reserved"};
    u32 mid{"sctp.data_mid", "Message identifier"};
    u32 fsn{"sctp.data_fsn", "Fragment sequence number"};
    u32 protocol{"sctp.data_payload_proto_id", "Payload protocol identifier", named(payload_protocols)};
    u8 fragment{"@fragment", ""};
} d;

constexpr struct {
    u32 tag{"sctp.init_initiate_tag", "Initiate tag", hex, also("sctp.initiate_tag")};
    u32 credit{"sctp.init_credit", "Advertised receiver window credit (a_rwnd)"};
    u16 out_streams{"sctp.init_nr_out_streams", "Number of outbound streams"};
    u16 in_streams{"sctp.init_nr_in_streams", "Number of inbound streams"};
    u32 tsn{"sctp.init_initial_tsn", "Initial TSN"};
    u32 ack_tag{"sctp.initack_initiate_tag", "Initiate tag", hex, also("sctp.initiate_tag")};
    u32 ack_credit{"sctp.initack_credit", "Advertised receiver window credit (a_rwnd)"};
    u16 ack_out_streams{"sctp.initack_nr_out_streams", "Number of outbound streams"};
    u16 ack_in_streams{"sctp.initack_nr_in_streams", "Number of inbound streams"};
    u32 ack_tsn{"sctp.initack_initial_tsn", "Initial TSN"};
} i;

constexpr struct {
    u8 nonce{"sctp.sack_nounce_sum", "Nounce sum", mask(0x01)};
    u32 cumulative{"sctp.sack_cumulative_tsn_ack_raw", "Cumulative TSN ACK (absolute)", also("sctp.sack_cumulative_tsn_ack")};
    u32 credit{"sctp.sack_a_rwnd", "Advertised receiver window credit (a_rwnd)"};
    u16 gaps{"sctp.sack_number_of_gap_blocks", "Number of gap acknowledgement blocks"};
    u16 duplicates{"sctp.sack_number_of_duplicated_tsns", "Number of duplicated TSNs"};
    u16 gap_start{"sctp.sack_gap_block_start", "Start"};
    u32 gap_start_tsn{"sctp.sack_gap_block_start_tsn", "Start TSN"};
    u16 gap_end{"sctp.sack_gap_block_end", "End"};
    u32 gap_end_tsn{"sctp.sack_gap_block_end_tsn", "End TSN"};
    u32 duplicate{"sctp.sack_duplicate_tsn", "Duplicate TSN"};
} s;

constexpr struct {
    u16 type{"sctp.parameter_type", "Parameter type", hex, named(parameter_types)};
    flag stop_bit{"sctp.parameter_bit_1", "Bit", mask(0x8000), named(stop_bit_truth)};
    flag report_bit{"sctp.parameter_bit_2", "Bit", mask(0x4000), named(report_truth)};
    u16 length{"sctp.parameter_length", "Parameter length"};
    bytes value{"sctp.parameter_value", "Parameter value"};
    bytes padding{"sctp.parameter_padding", "Parameter padding"};
    bytes heartbeat{"sctp.parameter_heartbeat_information", "Heartbeat information"};
    ip4 ipv4{"sctp.parameter_ipv4_address", "IP Version 4 address"};
    ip6 ipv6{"sctp.parameter_ipv6_address", "IP Version 6 address"};
    bytes cookie{"sctp.parameter_state_cookie", "State cookie"};
    u32 lifetime{"sctp.parameter_cookie_preservative_incr", "Suggested Cookie life-span increment (msec)"};
    text hostname{"sctp.parameter_hostname", "Hostname"};
    u16 address_type{"sctp.parameter_supported_address_type", "Supported address type", named(address_types)};
    u8 chunk_type{"sctp.supported_chunk_type", "Supported chunk type", named(chunk_types)};
    bytes random{"sctp.random_number", "Random number"};
    u8 authenticated{"sctp.chunk_type_to_auth", "Chunk type", named(chunk_types)};
    u32 correlation{"sctp.correlation_id", "Correlation_id", hex};
    u32 adaptation{"sctp.adaptation_layer_indication", "Indication", hex};
} p;

constexpr struct {
    u16 code{"sctp.cause_code", "Cause code", hex, named(causes)};
    u16 length{"sctp.cause_length", "Cause length"};
    bytes information{"sctp.cause_information", "Cause information"};
    bytes padding{"sctp.cause_padding", "Cause padding"};
    u16 stream{"sctp.cause_stream_identifier", "Stream identifier"};
    u16 reserved{"sctp.cause_reserved", "Reserved"};
    u32 missing_count{"sctp.cause_nr_of_missing_parameters", "Number of missing parameters"};
    u16 missing{"sctp.cause_missing_parameter_type", "Missing parameter type", hex, named(parameter_types)};
    u32 staleness{"sctp.cause_measure_of_staleness", "Measure of staleness in usec"};
    u32 tsn{"sctp.cause_tsn", "TSN"};
} c;

bool is_fragment(const ComputeInput& in, std::uint64_t& out) { return out = !(in.args[0] && in.args[1]), true; }
bool sum(const ComputeInput& in, std::uint64_t& out) { return out = std::uint32_t(in.args[0] + in.args[1]), true; }

// RFC 9260 3.2: lengths of chunks and of parameters count their headers, but not the padding behind them.
template <class... T> constexpr auto valued(const Field& length, const Field& padding, const T&... inside) {
    return part(padded(Extent(length) - 4, 4), part(Extent(length) - 4, inside...),
                if_set(left, as_part(padding).with([](Item& item) { item.size = rest; })));
}

constexpr auto parameter = group("Parameter",
    p.type(p.stop_bit, p.report_bit), p.length,
    valued(p.length, p.padding, choice(p.type,
        when(0x0001, if_set(left, p.heartbeat(rest))), when(0x0005, p.ipv4), when(0x0006, p.ipv6),
        when(0x0007, if_set(left, p.cookie(rest))),
        when(0x0009, p.lifetime), when(0x000b, p.hostname(rest)), when(0x000c, repeat(p.address_type)), when(0x8002, p.random(rest)),
        when(0x8003, repeat(p.authenticated)), when(0x8004, repeat(f.hmac_id)), when(0x8008, repeat(p.chunk_type)),
        when(0xc006, p.adaptation),
        otherwise(if_set(left, p.value(rest)))))).shows(p.type);
constexpr auto parameters = sequence(repeat(parameter));
// RFC 5061 4.2: an address change holds the address as a parameter in it.
constexpr auto change = group("Parameter",
    p.type(p.stop_bit, p.report_bit), p.length,
    valued(p.length, p.padding, choice(p.type,
        when(0x0005, p.ipv4), when(0x0006, p.ipv6),
        between(0xc001, 0xc005, p.correlation, use(parameters)),
        otherwise(if_set(left, p.value(rest)))))).shows(p.type);
constexpr auto cause = group("Error cause",
    c.code, c.length,
    valued(c.length, c.padding, choice(c.code,
        when(1, c.stream, c.reserved), when(2, c.missing_count, repeat(c.missing).times(c.missing_count)), when(3, c.staleness),
        when(5, use(parameters)), when(8, use(parameters)), when(9, c.tsn), when(11, use(parameters)),
        otherwise(if_set(left, c.information(rest)))))).shows(c.code);

constexpr ChildBy user_data{.key = f.srcport, .other = f.dstport, .table = "sctp.port", .unless = &d.fragment, .size = {}};
constexpr auto data_chunk = sequence(
    d.tsn, d.sid, d.ssn, d.protocol, make(d.fragment, is_fragment, d.begins, d.ends), payload(user_data));
constexpr auto interleaved_chunk = sequence(
    d.tsn, d.sid, d.reserved, d.mid, choice(d.begins, when(1, d.protocol), otherwise(d.fsn)),
    make(d.fragment, is_fragment, d.begins, d.ends), payload(user_data));
constexpr auto sack_chunk = sequence(
    s.cumulative, s.credit, s.gaps, s.duplicates,
    repeat(s.gap_start(make(s.gap_start_tsn, sum, s.cumulative, s.gap_start)), s.gap_end(make(s.gap_end_tsn, sum, s.cumulative, s.gap_end)))
        .times(s.gaps),
    repeat(s.duplicate).times(s.duplicates));

constexpr auto chunk_flags = choice(f.type,
    when(0, f.flags(d.immediately, d.unordered, d.begins, d.ends)), when(0x40, f.flags(d.immediately, d.unordered, d.begins, d.ends)),
    when(3, f.flags(s.nonce)), when(6, f.flags(f.abort_t)), when(14, f.flags(f.complete_t)), otherwise(f.flags));
constexpr auto chunk_value = choice(f.type,
    when(0, data_chunk), when(0x40, interleaved_chunk),
    when(1, i.tag, i.credit, i.out_streams, i.in_streams, i.tsn, use(parameters)),
    when(2, i.ack_tag, i.ack_credit, i.ack_out_streams, i.ack_in_streams, i.ack_tsn, use(parameters)),
    when(3, sack_chunk), when(4, parameter), when(5, parameter),
    when(6, repeat(cause)), when(9, repeat(cause)),
    when(7, f.cumulative), when(8), when(10, if_set(left, f.cookie(rest))), when(11), when(14),
    when(12, f.echoed_tsn), when(13, f.reduced_tsn),
    when(15, f.shared_key, f.hmac_id, if_set(left, f.hmac(rest))),
    when(0x80, f.asconf_ack_serial, repeat(change)),
    when(0xc1, f.asconf_serial, use(parameters), repeat(change)),
    when(0x84, if_set(left, f.pad(rest))),
    when(0xc0, f.forward_tsn, repeat(f.forward_sid, f.forward_ssn)),
    otherwise(if_set(left, f.value(rest))));
constexpr auto chunk = group("Chunk",
    f.type(f.type_stop, f.type_report), chunk_flags, f.length, valued(f.length, f.padding, chunk_value)).shows(f.type);

constexpr auto items = sequence(f.srcport, f.dstport, f.tag, f.checksum, status(f.checksum_status, f.checksum), repeat(chunk));

void title(const LayerValues& v, std::string& out) {
    tell_there(v, {{", Src Port: ", &f.srcport}, {", Dst Port: ", &f.dstport}}, out);
}
void info(const LayerValues& v, std::string& out) {
    out.clear();
    for (std::size_t n = 0; n < v.count(f.type) && n < 8; n++) {
        auto number = std::uint64_t(std::stoul(v.text(f.type, n)));
        const char* name = choice_text(chunk_types, number);
        out += (n ? " " : "") + (name ? std::string(name) : "chunk " + v.text(f.type, n));
    }
}
constexpr Parent parents[] = {{"ip.proto", 132}, {"udp.port", 9899}};
}  // namespace

extern const Protocol sctp;
constexpr Protocol sctp{.name = "sctp",
                        .label = "Stream Control Transmission Protocol",
                        .column = "SCTP",
                        .items = items,
                        .parents = parents,
                        .info = info,
                        .title = title};

}  // namespace sallyport::protocols
