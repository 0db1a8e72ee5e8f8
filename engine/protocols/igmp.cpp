// SPDX-License-Identifier: GPL-3.0-or-later
// Internet Group Management Protocol, versions 1 to 3: RFC 1112, 2236, 3376.
#include "protocol/protocol.h"
#include "protocols/ip_protocols.h"
#include <charconv>
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice types[] = {
    {0x01, "Create Group Request"},
    {0x02, "Create Group Reply"},
    {0x03, "Join Group Request"},
    {0x04, "Join Group Reply"},
    {0x05, "Leave Group Request"},
    {0x06, "Leave Group Reply"},
    {0x07, "Confirm Group Request"},
    {0x08, "Confirm Group Reply"},
    {0x11, "Membership Query"},
    {0x12, "Membership Report"},
    {0x13, "DVMRP Protocol"},
    {0x14, "PIM Routing Message"},
    {0x16, "Membership Report"},
    {0x17, "Leave Group"},
    {0x1e, "Traceroute Response"},
    {0x1f, "Traceroute Query or Request"},
    {0x22, "Membership Report"},
    {0x30, "Multicast Router Advertisement"},
};
constexpr Choice record_types[] = {
    {1, "Mode Is Include"},
    {2, "Mode Is Exclude"},
    {3, "Change To Include Mode"},
    {4, "Change To Exclude Mode"},
    {5, "Allow New Sources"},
    {6, "Block Old Sources"},
};

// RFC 3376 4.1.1: from 128 on a code is 1 bit, 3 bits of exponent and 4 of mantissa.
std::int64_t measure_floating(const CodedPlace& place, std::uint64_t& value) {
    if (place.at >= place.end) return -1;
    const std::uint64_t code = place.bytes[place.at];
    value = code < 128 ? code : ((code & 0x0f) | 0x10) << ((code >> 4 & 7) + 3);
    return 1;
}
bool parse_floating(std::string_view human, ByteBuffer& wire) {
    std::uint64_t wanted = 0, value = 0;
    const auto [end, error] = std::from_chars(human.data(), human.data() + human.size(), wanted);
    if (error != std::errc() || end != human.data() + human.size()) return false;
    for (unsigned code = 0; code < 256; code++) {
        const std::uint8_t byte[] = {std::uint8_t(code)};
        measure_floating({.bytes = byte, .end = 1}, value);
        if (value == wanted) return wire.push_back(byte[0]), true;
    }
    return false;  // no code means it exactly
}
constexpr Coding floating{.measure = measure_floating, .parse = parse_floating,
                          .expected = words("a number below 128, or one that 4 bits and an exponent can say")};

constexpr Choice suppress_truth[] = {{1, "SUPPRESS router side processing"}, {0, "Do not suppress router side processing"}};

void tell_time(const LayerValues&, std::string&);
constexpr struct {
    u8 version{"igmp.version", "IGMP Version"};
    u8 type{"igmp.type", "Type", hex, named(types), initial(0x16)};
    u8 max_resp{"igmp.max_resp", "Max Resp Time", tells(tell_time)};
    number max_resp_v3{"igmp.max_resp", "Max Resp Time", coded(floating), tells(tell_time)};
    bytes reserved{"igmp.reserved", "Reserved"};
    u16 checksum{"igmp.checksum", "Checksum", hex, checksum_of(Checksum::internet)};
    u8 checksum_status{"igmp.checksum.status", "Checksum Status", named(checksum_states)};
    ip4 address{"igmp.maddr", "Multicast Address"};
    flag suppress{"igmp.s", "S", mask(0x08), named(suppress_truth)};
    u8 qrv{"igmp.qrv", "QRV", mask(0x07)};
    u8 qqic{"igmp.qqic", "QQIC"};
    u16 sources{"igmp.num_src", "Num Src"};
    ip4 source{"igmp.saddr", "Source Address"};
    u16 records{"igmp.num_grp_recs", "Num Group Records"};
    u8 record_type{"igmp.record_type", "Record Type", named(record_types)};
    u8 aux_len{"igmp.aux_data_len", "Aux Data Len"};
    bytes aux{"igmp.aux_data", "Aux Data"};
    bytes data{"igmp.data", "Data"};
    u8 reply{"igmp.reply", "Reply"};  // version 0: RFC 988
    u32 identifier{"igmp.identifier", "Identifier"};
    bytes access_key{"igmp.access_key", "Access Key"};
    u8 max_hops{"igmp.mtrace.max_hops", "# hops"};  // draft-ietf-idmr-traceroute-ipm
    ip4 trace_source{"igmp.mtrace.saddr", "Source Address"};
    ip4 trace_receiver{"igmp.mtrace.raddr", "Receiver Address"};
    ip4 trace_answer{"igmp.mtrace.rspaddr", "Response Address"};
    u8 trace_ttl{"igmp.mtrace.resp_ttl", "Response TTL"};
    u24 trace_id{"igmp.mtrace.q_id", "Query ID"};
} f;

/// Tenths of seconds, and the byte that says so.
void tell_time(const LayerValues& v, std::string& line) {
    const std::uint64_t tenths = v.has(f.max_resp) ? v.number(f.max_resp) : v.number(f.max_resp_v3);
    char text[48];
    std::snprintf(text, sizeof text, "Max Resp Time: %.1f sec (0x%02x)", double(tenths) / 10, unsigned(v.bytes()[1]));
    line = text;
}

constexpr auto checksum = sequence(f.checksum, status(f.checksum_status, f.checksum));
// RFC 3376 7.1: queries of 12 bytes and more are version 3, those of 8 with a response time version 2, with none version 1.
constexpr auto query = choice(left,
                              between(12, 0xffff, make(f.version, 3), f.type, f.max_resp_v3, checksum, f.address,
                                      bits(1, f.suppress, f.qrv), f.qqic, f.sources, repeat(f.source).times(f.sources)),
                              otherwise(choice(peek(1, 1), when(0, make(f.version, 1), f.type, f.reserved(1), checksum, f.address),
                                               otherwise(make(f.version, 2), f.type, f.max_resp, checksum, f.address))));
void tell_record(const LayerValues& v, std::string& line) {
    const char* what = v.choice(f.record_type);
    line += " : " + v.text(f.address) + "  " + (what ? what : "Unknown");
}
constexpr auto record = group("Group Record", f.record_type, f.aux_len, f.sources, f.address, repeat(f.source).times(f.sources),
                              if_set(f.aux_len, f.aux(Extent(f.aux_len) * 4)))
                            .shows(f.address, f.record_type)
                            .tells(tell_record);
constexpr auto items = sequence(ensure(left, at_least(2), "cut short"), choice(peek(1),
    when(0x11, query),
    when(0x12, make(f.version, 1), f.type, f.reserved(1), checksum, f.address),
    between(0x16, 0x17, make(f.version, 2), f.type, f.max_resp, checksum, f.address),
    when(0x22, make(f.version, 3), f.type, f.reserved(1), checksum, f.reserved(2), f.records, repeat(record).times(f.records)),
    between(0x00, 0x0f, make(f.version, 0), f.type, f.reply, checksum, f.identifier, f.address, f.access_key(8)),
    between(0x1e, 0x1f, f.type, f.max_hops, checksum, f.address, f.trace_source, f.trace_receiver, f.trace_answer, f.trace_ttl, f.trace_id),
    otherwise(f.type, if_set(left, f.data(rest)))));

/// "for source {192.0.2.1}", "for sources {…, …}": `count` of them from `first` on.
std::string source_list(const LayerValues& v, std::size_t first, std::size_t count) {
    std::string out = count == 1 ? "source {" : "sources {";
    for (std::size_t i = first; i < first + count; i++) out += (i > first ? ", " : "") + v.text(f.source, i);
    return out + "}";
}
/// What a report of version 3 says of one group (RFC 3376 4.2.12): no source excluded is to join, none included to leave.
std::string change(const LayerValues& v, std::size_t record, std::size_t first_source) {
    constexpr std::uint64_t is_include = 1, is_exclude = 2, to_include = 3, to_exclude = 4, allow = 5;
    const std::uint64_t type = v.number_at(f.record_type, record), sources = v.number_at(f.sources, record);
    const std::string group = "group " + v.text(f.address, record);
    const std::string from = sources ? source_list(v, first_source, std::size_t(sources)) : "";
    if (type == is_exclude || type == to_exclude) return "Join " + group + (sources ? " not for " + from : " for any sources");
    if (type == is_include || type == to_include) return (sources ? "Join " + group + " for " + from : "Leave " + group);
    return (type == allow ? "Allow new " : "Block old ") + (sources ? from : "sources") + " of " + group;
}
void tell_changes(const LayerValues& v, std::string& out) {
    constexpr std::size_t longest = 500;  // nobody reads a row further
    std::size_t source = 0;
    for (std::size_t i = 0; i < v.count(f.record_type) && out.size() < longest; i++) {
        out += " / " + change(v, i, source);
        source += std::size_t(v.number_at(f.sources, i));
    }
}
void info(const LayerValues& v, std::string& out) {
    const char* type = v.choice(f.type);
    out = type ? type : "Unknown type " + v.text(f.type);
    const std::uint64_t version = v.number(f.version);
    const bool is_general = v.has(f.address) && v.text(f.address) == "0.0.0.0";
    if (v.number(f.type) == 0x22 && v.has(f.records)) return v.number(f.records) ? tell_changes(v, out) : void(out += " - General query");
    if (!v.has(f.address) || (v.number(f.type) == 0x11 && version == 1)) return;  // cut before it, or to all
    if (version == 2 && is_general) out += ", general";
    else if (v.number(f.type) == 0x11) {
        out += is_general ? ", general" : ", specific for group " + v.text(f.address);
        if (v.count(f.source)) out += ", " + source_list(v, 0, v.count(f.source));
    } else if (v.number(f.type) == 0x17) out += " " + v.text(f.address);
    else if (v.number(f.type) != 0x12 && v.has(f.address)) out += " group " + v.text(f.address);
}
void speaks(const LayerValues& v, std::string& out) {
    if (v.has(f.version)) out = "IGMPv" + v.text(f.version);
}
constexpr Parent parents[] = {{"ip.proto", 2}};
}  // namespace

extern const Protocol igmp;
constexpr Protocol igmp{.name = "igmp",
                        .label = "Internet Group Management Protocol",
                        .column = "IGMP",
                        .items = items,
                        .parents = parents,
                        .info = info,
                        .speaks = speaks};

}  // namespace sallyport::protocols
