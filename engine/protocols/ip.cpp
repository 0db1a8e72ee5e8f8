// SPDX-License-Identifier: GPL-3.0-or-later
// Internet Protocol version 4, RFC 791, with its options.
#include "protocols/ip_protocols.h"
#include "protocol/protocol.h"
#include "base/address.h"
#include "packet/packet_context.h"
#include "protocols/ip_security.h"
#include "protocols/ip_whole_options.h"
#include "protocols/quick_start.h"
#include "protocols/source_route.h"
#include "protocols/told.h"
#include "protocols/truths.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice option_types[] = {
    {0, "End of Options List (EOL)"},
    {1, "No-Operation (NOP)"},
    {7, "Record Route"},
    {11, "MTU Probe"},
    {12, "MTU Reply"},
    {68, "Time Stamp"},
    {82, "Traceroute"},
    {130, "Security"},
    {131, "Loose Source Route"},
    {133, "Extended Security"},
    {134, "Commercial Security"},
    {136, "Stream ID"},
    {137, "Strict Source Route"},
    {148, "Router Alert"},
    {149, "Selective Directed Broadcast"},
    {25, "Quick-Start"},
};
constexpr Choice option_classes[] = {
    {0, "Control"},
    {1, "Reserved for future use"},
    {2, "Debugging and measurement"},
    {3, "Reserved for future use"},
};
constexpr Choice time_stamp_flags[] = {
    {0, "Time stamps only"},
    {1, "Time stamp and address"},
    {3, "Time stamps for prespecified addresses"},
};

void host_text(const CodedPlace& place, std::string& out) { append_ipv4(place.bytes.data() + place.at, out); }
constexpr Coding host{.text = host_text};

constexpr Choice type_number_names[] = {
    {0, "End of Option List (EOL)"},
    {1, "No-Operation (NOP)"},
    {2, "Security"},
    {3, "Loose source route"},
    {4, "Time stamp"},
    {5, "Extended security"},
    {6, "Commercial IP security option"},
    {7, "Record route"},
    {8, "Stream identifier"},
    {9, "Strict source route"},
    {10, "Experimental Measurement"},
    {11, "MTU probe"},
    {12, "MTU Reply"},
    {13, "Experimental Flow Control"},
    {14, "Experimental Access Control"},
    {15, "Ask Estrin"},
    {16, "IMI Traffic Descriptor"},
    {17, "Extended Internet Protocol"},
    {18, "Traceroute"},
    {19, "Address Extension"},
    {20, "Router Alert"},
    {21, "Selective Directed Broadcast"},
    {23, "Dynamic Packet State"},
    {24, "Upstream Multicast Packet"},
    {25, "Quick-Start"},
    {30, "RFC 3692-style experiment"},
};

void tell_type(const LayerValues&, std::string&);
void tell_option(const LayerValues&, std::string&);
const char* meaning_of_alert(std::uint64_t value) { return value ? "Reserved" : "Router shall examine packet"; }  // RFC 2113 2.1
void tell_alert(const LayerValues&, std::string&);
constexpr struct {
    u8 type{"ip.opt.type", "Type", named(option_types), tells(tell_type)};
    flag copy{"ip.opt.type.copy", "Copy on fragmentation", mask(0x80), named(yes_no)};
    u8 klass{"ip.opt.type.class", "Class", mask(0x60), named(option_classes)};
    u8 number{"ip.opt.type.number", "Number", mask(0x1f), named(type_number_names)};
    u8 len{"ip.opt.len", "Length"};
    u8 ptr{"ip.opt.ptr", "Pointer"};
    u8 empty_slot{"@empty", ""};
    u8 known{"@known", ""};
    u8 unknown_type{"@type", "Type"};  // Wireshark names no fields of an option that it does not know
    u8 unknown_len{"@length", "Length"};
    u16 mtu{"ip.opt.mtu", "MTU"};  // RFC 1063
    u16 stream{"ip.opt.sid", "Stream Identifier"};  // RFC 791 3.1
    ip4 address{"ip.opt.addr", "IP Address"};
    u16 trace_id{"ip.opt.id_number", "ID Number"};  // RFC 1393 2.2, likewise those below
    u16 out_hops{"ip.opt.ohc", "Outbound Hop Count"};
    u16 back_hops{"ip.opt.rhc", "Return Hop Count"};
    ip4 originator{"ip.opt.originator", "Originator IP Address"};
    u8 overflow{"ip.opt.overflow", "Overflow", mask(0xf0)};
    u8 time_flag{"ip.opt.flag", "Flag", hex, mask(0x0f), named(time_stamp_flags)};
    u32 time_stamp{"ip.opt.time_stamp", "Time stamp"};
    ip4 time_stamp_addr{"ip.opt.time_stamp_addr", "Address"};
    u16 router_alert{"ip.opt.ra", "Router Alert", tells(tell_alert)};
    bytes data{"ip.opt.data", "Data", colons};
    ip4 recorded{"ip.rec_rt", "Recorded Route"};
    text recorded_host{"ip.rec_rt_host", "Recorded Route Host", coded(host), hidden};
    ip4 current{"ip.cur_rt", "Current Route"};
    text current_host{"ip.cur_rt_host", "Current Route Host", coded(host), hidden};
    ip4 empty{"ip.empty_rt", "Empty Route"};
    text empty_host{"ip.empty_rt_host", "Empty Route Host", coded(host), hidden};
    ip4 source_route{"ip.src_rt", "Source Route"};
    text source_route_host{"ip.src_rt_host", "Source Route Host", coded(host), hidden};
} o;

void tell_quick(const LayerValues&, std::string&);
constexpr quick_start::Fields quick{
    {"ip.opt.qs_func", "Function", mask(0xf0), named(quick_start::functions), tells(tell_quick)},
    {"ip.opt.qs_rate", "Rate", mask(0x0f), named(quick_start::rates)},
    {"ip.opt.qs_ttl", "QS TTL"},
    {"ip.opt.qs_ttl_diff", "TTL Diff"},
    {"ip.opt.qs_unused", "Not Used"},
    {"ip.opt.qs_nonce", "QS Nonce", hex, mask(0xfffffffc)},
    {"ip.opt.qs_reserved", "Reserved", hex, mask(0x00000003)}};
/// RFC 4782 3.1: routers on the way that do not know the option count one down and not the other, modulo 256. args: that of the option.
bool hops_apart(const ComputeInput& in, std::uint64_t& out) {
    constexpr std::uint32_t time_to_live = 8;
    return out = (in.bytes[in.layers[in.layer].start + time_to_live] - in.args[0]) & 0xff, true;
}

void tell_dsfield(const LayerValues&, std::string&);
void tell_flags(const LayerValues&, std::string&);
void tell_offset(const LayerValues&, std::string&);
void tell_options(const LayerValues&, std::string&);
void tell_presumed(const LayerValues&, std::string& line) {
    line += " (reported as 0, presumed to be because of \"TCP segmentation offload\" (TSO))";
}
constexpr struct {
    u8 version{"ip.version", "Version", mask(0xf0), initial(4)};
    u8 hdr_len{"ip.hdr_len", "Header Length", mask(0x0f), scaled(4), unit("bytes"), initial(20)};
    u8 dsfield{"ip.dsfield", "Differentiated Services Field", hex, tells(tell_dsfield)};
    u8 dscp{"ip.dsfield.dscp", "Differentiated Services Codepoint", mask(0xfc), named(dscp_values)};
    u8 ecn{"ip.dsfield.ecn", "Explicit Congestion Notification", mask(0x03), named(ecn_values)};
    u16 len{"ip.len", "Total Length", least(1), initial(20)};
    u16 presumed_len{"ip.len", "Total Length", plain, tells(tell_presumed)};
    u16 id{"ip.id", "Identification", hex_dec};
    u8 flags{"ip.flags", "Flags", hex, mask(0xe000), tells(tell_flags)};
    flag rb{"ip.flags.rb", "Reserved bit", mask(0x8000)};
    flag df{"ip.flags.df", "Don't fragment", mask(0x4000)};
    flag mf{"ip.flags.mf", "More fragments", mask(0x2000)};
    u16 frag_offset{"ip.frag_offset", "Fragment Offset", mask(0x1fff), tells(tell_offset)};
    u8 ttl{"ip.ttl", "Time to Live", initial(64)};
    u8 proto{"ip.proto", "Protocol", named(ip_protocols)};
    u16 checksum{"ip.checksum", "Header Checksum", hex, checksum_of(Checksum::internet_header)};
    u8 checksum_status{"ip.checksum.status", "Header checksum status", named(checksum_states)};
    ip4 src{"ip.src", "Source Address", also("ip.addr")};
    text src_host{"ip.src_host", "Source Host", also("ip.host"), coded(host), hidden};
    ip4 dst{"ip.dst", "Destination Address", also("ip.addr")};
    text dst_host{"ip.dst_host", "Destination Host", also("ip.host"), coded(host), hidden};
} f;

void tell_dsfield(const LayerValues& v, std::string& line) { tell_services(v.number(f.dscp), v.number(f.ecn), line); }
void tell_flags(const LayerValues& v, std::string& line) { tell_set(v, {&f.rb, &f.df, &f.mf}, line); }
/// It counts eights of bytes.
void tell_offset(const LayerValues& v, std::string& line) {
    line.resize(line.size() - v.text(f.frag_offset).size());
    line += std::to_string(v.number(f.frag_offset) * 8);
}
void tell_quick(const LayerValues& v, std::string& line) { quick_start::tell_function(v, line, quick.function); }
void tell_type(const LayerValues& v, std::string& line) { line = "Type: " + v.text(o.type); }
void tell_alert(const LayerValues& v, std::string& line) {
    line = std::string("Router Alert: ") + meaning_of_alert(v.number(o.router_alert)) + " (" + v.text(o.router_alert) + ")";
}
void tell_option(const LayerValues& v, std::string& line) {
    const char* name = v.has(o.type) ? v.choice(o.type) : nullptr;
    const std::string size = " (" + std::to_string(v.length()) + " bytes)";
    if (v.has(o.unknown_type)) {
        char text[24];
        std::snprintf(text, sizeof text, "Unknown (0x%02x)", unsigned(v.number(o.unknown_type)));
        line = text + size;
        return;
    }
    line += std::string(" - ") + (name ? name : "Unknown");
    if (v.number(o.type) > 1) line += size;  // the others are always of one
    if (v.has(quick.function)) {
        const char* function = v.choice(quick.function);
        const std::string number = " (" + v.text(quick.function) + ")";
        line += ": " + (function ? std::string(function) : "Unknown" + number) + number;
        quick_start::append<quick>(v, line);
    }
    if (v.has(o.router_alert)) line += std::string(": ") + meaning_of_alert(v.number(o.router_alert)) + " (" + v.text(o.router_alert) + ")";
}
void tell_options(const LayerValues& v, std::string& line) {
    line += ": (" + std::to_string(v.length()) + " bytes)";
    for (std::size_t i = 0; i < v.count(o.type); i++) {
        const std::uint64_t type = v.number_at(o.type, i);
        const char* const name = choice_text(option_types, type);
        if (name && type > 1) line += std::string(", ") + name;
    }
}

/// RFC 791 3.1: what lies at the pointer (which counts from the option's first byte, as 1) and behind it is not filled in yet.
/// args: pointer, option length.
bool is_empty_slot(const ComputeInput& in, std::uint64_t& out) {
    return out = in.args[1] - (in.end - in.at) + 1 >= in.args[0], true;
}
/// What Wireshark remarks on, and does not call malformed.
constexpr struct {
    subtree version{"ip.bogus_ip_version", "Bogus IP version"};
    subtree header_length{"ip.bogus_header_length", "Bogus IP header length"};
    subtree length{"ip.bogus_ip_length", "Bogus IP length"};
    subtree option_length{"ip.opt.len.invalid", "Invalid length for option"};
    subtree before{"ip.opt.ptr.before_address", "Pointer points before first address"};
    subtree middle{"ip.opt.ptr.middle_address", "Pointer points to middle of address"};
} odd;
constexpr auto pointer = sequence(o.ptr, ensure(o.ptr, at_least(4), nullptr, make(odd.before, Extent(0))),
                                  ensure(o.ptr & 3, exactly(0), nullptr, make(odd.middle, Extent(0))));
constexpr auto recorded_route = sequence(pointer, repeat(
    make(o.empty_slot, is_empty_slot, o.ptr, o.len),
    choice(o.empty_slot, when(0, o.recorded(ahead(o.recorded_host(4)))), otherwise(o.empty(ahead(o.empty_host(4)))))));
/// … likewise: 0 was passed, 1 is ahead, 2 is the last, and so the destination.
bool stage_of_route(const ComputeInput& in, std::uint64_t& out) {
    is_empty_slot(in, out);
    if (out && in.end - in.at == 4) out = 2;
    return true;
}
constexpr auto source_route = sequence(pointer, repeat(
    make(o.empty_slot, stage_of_route, o.ptr, o.len),
    choice(o.empty_slot, when(0, o.recorded(ahead(o.recorded_host(4)))), when(2, f.dst(f.dst_host(4))),
           otherwise(o.source_route(ahead(o.source_route_host(4)))))));
/// What the options say of the way. At: the header's destination.
SourceRoute way(const ComputeInput& in, std::uint64_t length) {
    const std::uint32_t options = in.at + 4;
    std::uint32_t place = 0;
    if (options >= in.end) return length ? SourceRoute::unknown : SourceRoute::none;
    const bool whole = in.end - options >= length;
    const SourceRoute route = source_route_in(in.bytes.subspan(options, whole ? length : in.end - options), place);
    if (route == SourceRoute::on_way && place + 4 > length) return SourceRoute::none;
    if (route == SourceRoute::on_way && options + place + 4 > in.end) return SourceRoute::unknown;
    return route == SourceRoute::unknown && whole ? SourceRoute::none : route;
}
/// Does the header name only the next one on the way? args: length of the options.
bool is_on_the_way(const ComputeInput& in, std::uint64_t& out) { return out = way(in, in.args[0]) == SourceRoute::on_way, true; }
/// Options that are cut tell it all the same, when what is left of them is enough.
bool knows_the_way(const ComputeInput& in, std::uint64_t& out) {
    const std::uint32_t options = (in.bytes[in.layers[in.layer].start] & 15u) * 4u - 20;
    return out = in.end - in.at >= 4 && way(in, options) != SourceRoute::unknown, true;
}
constexpr auto time_stamps = sequence(o.ptr, bits(1, o.overflow, o.time_flag),
                                      repeat(choice(o.time_flag, when(1, o.time_stamp_addr, o.time_stamp),
                                                    when(3, o.time_stamp_addr, o.time_stamp), otherwise(o.time_stamp))));
bool is_known_option(const ComputeInput& in, std::uint64_t& out) {
    return out = in.at >= in.end || choice_text(option_types, in.bytes[in.at]) != nullptr, true;
}
/// Behind an option whose length cannot be, there are none.
constexpr auto fitting = choice(peek(1), between(2, 255,
    ensure(left, at_least(2), "cut short"), ensure(peek(1, 1), at_least(2), nullptr, make(odd.option_length, Extent(0))),
    ensure(left, at_least(peek(1, 1)), nullptr, make(odd.option_length, Extent(0)))));
constexpr auto known_option = sequence(
    o.type(o.copy, o.klass, o.number),
    choice(o.type, when(0, stop()), when(1), otherwise(
        o.len, part(o.len - 2, choice(o.type,
            when(7, recorded_route), when(131, source_route), when(137, source_route),
            when(68, time_stamps),
            when(148, o.router_alert),
            when(11, o.mtu), when(12, o.mtu), when(136, o.stream), when(149, repeat(o.address)),
            when(130, ip_security::basic), when(133, ip_security::extended), when(134, ip_security::commercial),
            when(25, quick_start::value<quick>(hops_apart)),
            when(82, o.trace_id, o.out_hops, o.back_hops, o.originator),
            otherwise(if_set(left, o.data(rest))))))));
constexpr auto option = group("IP Option", ip_whole_options::item, fitting, make(o.known, is_known_option), choice(o.known,
    when(0, o.unknown_type, o.unknown_len, part(o.unknown_len - 2, if_set(left, o.data(rest)))),
    otherwise(known_option))).shows(o.type).tells(tell_option);

bool is_zero(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] == 0, true; }
/// Segmentation offload: the network card will write the length, which is that of all there is. At: in byte 2.
bool all_there_is(const ComputeInput& in, std::uint64_t& out) {
    if (in.end - in.at < 2) return false;
    std::uint64_t end = in.context->original_length ? in.context->original_length : in.bytes.size();
    for (int i = in.layers[in.layer].parent; i >= 0; i = in.layers[std::size_t(i)].parent)
        if (in.layers[std::size_t(i)].claimed_end) { end = std::min<std::uint64_t>(end, in.layers[std::size_t(i)].claimed_end); break; }
    return out = end + 2 - in.at, true;
}
/// Does the total length promise more? args: is it quoted (a part of a packet is enough there)?
bool is_beyond(const ComputeInput& in, std::uint64_t& out) {
    ComputeInput length = in;
    length.at = in.layers[in.layer].start + 2;
    return !in.args[0] && all_there_is(length, out) && load_be(in.bytes.data() + length.at, 2) > out;
}
constexpr auto items = sequence(
    bits(1, f.version, ensure(f.version, exactly(4), nullptr, make(odd.version, Extent(0)), payload("raw", f.version)), f.hdr_len),
    ensure(f.hdr_len, at_least(20), nullptr, make(odd.header_length, Extent(0))),
    f.dsfield(f.dscp, f.ecn),
    ensure(peek(2), at_least(f.hdr_len).or_where(is_zero), nullptr, f.len, make(odd.length, Extent(0))),
    seldom(peek(2), exactly(0), make(f.presumed_len, all_there_is)), f.len, f.id,
    bits(2, f.flags, f.rb, f.df, f.mf, f.frag_offset),
    f.ttl, f.proto, f.checksum, status(f.checksum_status, f.checksum),
    f.src(f.src_host(4)), ensure(left, at_least(f.hdr_len - 16).or_where(knows_the_way), "cut short"),
    either(f.hdr_len - 20, is_on_the_way, f.dst(f.dst_host(4)), o.current(o.current_host(4))),
    ensure(left, at_least(f.hdr_len - 20), "cut short"), group("Options", repeat(option)).size(f.hdr_len - 20).pad(4).tells(tell_options),
    make(odd.length, is_beyond, quoted), whole(f.len), payload("ip.proto", f.proto, f.frag_offset));

void title(const LayerValues& v, std::string& out) {
    tell_there(v, {{", Src: ", &f.src}, {", Dst: ", &f.dst}}, out);
    if (v.has(o.current)) out += ", Via: " + v.text(o.current);
}
/// What keeps the header from being one; false: nothing.
bool tell_bogus(const LayerValues& v, std::string& out) {
    if (v.number(f.version, 4) != 4) out = "Bogus IPv4 version (" + v.text(f.version) + ", must be 4)";
    else if (v.number(f.hdr_len, 20) < 20) out = "Bogus IP header length (" + v.text(f.hdr_len) + ", must be at least 20)";
    else if (v.number(f.len, 60) < v.number(f.hdr_len))
        out = "Bogus IP length (" + v.text(f.len) + ", less than header length " + v.text(f.hdr_len) + ")";
    return !out.empty();
}
void info(const LayerValues& v, std::string& out) {
    if (tell_bogus(v, out) || !v.has(f.proto)) return;
    if (v.number(f.frag_offset) || v.number(f.mf)) {
        const char* proto = v.choice(f.proto);
        out = std::string("Fragmented IP protocol (proto=") + (proto ? proto : "unknown") + " " + v.text(f.proto) +
              ", off=" + std::to_string(v.number(f.frag_offset) * 8) + ", ID=" + v.text(f.id).substr(2) + ")";
    } else {
        const char* proto = v.choice(f.proto);
        out = std::string(proto ? proto : "Unknown") + " (" + v.text(f.proto) + ")";
    }
}
bool looks_right(Bytes b) { return b.size() >= 20 && b[0] >> 4 == 4; }
constexpr Parent parents[] = {{"ethertype", 0x0800},    {"link", 228},    {"null.family", 2}, {"ip.proto", 4},
                              {"nflog.family", 2},      {"gtp.payload", 4},
                              {"ppp.protocol", 0x0021}, {"quoted.ip", 0, 5}, {"quoted.ip", 7, 15}, {"raw", 4},         {"mpls.payload", 4}};
constexpr const char* guessed_in[] = {"link"};
}  // namespace

extern const Protocol ip;
constexpr Protocol ip{.name = "ip",
                      .label = "Internet Protocol Version 4",
                      .column = "IPv4",
                      .items = items,
                      .parents = parents,
                      .guessed_in = guessed_in,
                      .looks_right = looks_right,
                      .source = &f.src,
                      .destination = &f.dst,
                      .info = info,
                      .title = title,
                      .ends = {.at = 12, .width = 4, .destination = ipv4_final_destination}};

}  // namespace sallyport::protocols
