// SPDX-License-Identifier: GPL-3.0-or-later
// Internet Protocol version 4, RFC 791, with its options.
#include "protocols/ip_protocols.h"
#include "protocol/protocol.h"
#include "base/address.h"
#include "protocols/truths.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice option_types[] = {
    {0, "End of Options List (EOL)"},
    {1, "No-Operation (NOP)"},
    {7, "Record Route"},
    {68, "Time Stamp"},
    {130, "Security"},
    {131, "Loose Source Route"},
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

void tell_dsfield(const LayerValues&, std::string&);
void tell_flags(const LayerValues&, std::string&);
void tell_offset(const LayerValues&, std::string&);
void tell_options(const LayerValues&, std::string&);
constexpr struct {
    u8 version{"ip.version", "Version", mask(0xf0), initial(4)};
    u8 hdr_len{"ip.hdr_len", "Header Length", mask(0x0f), scaled(4), unit("bytes"), initial(20)};
    u8 dsfield{"ip.dsfield", "Differentiated Services Field", hex, tells(tell_dsfield)};
    u8 dscp{"ip.dsfield.dscp", "Differentiated Services Codepoint", mask(0xfc), named(dscp_values)};
    u8 ecn{"ip.dsfield.ecn", "Explicit Congestion Notification", mask(0x03), named(ecn_values)};
    u16 len{"ip.len", "Total Length"};
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
void tell_type(const LayerValues& v, std::string& line) { line = "Type: " + v.text(o.type); }
void tell_alert(const LayerValues& v, std::string& line) {
    line = std::string("Router Alert: ") + meaning_of_alert(v.number(o.router_alert)) + " (" + v.text(o.router_alert) + ")";
}
void tell_option(const LayerValues& v, std::string& line) {
    const char* name = v.choice(o.type);
    line += std::string(" - ") + (name ? name : "Unknown") + " (" + std::to_string(v.length()) + " bytes)";
    if (v.has(o.router_alert)) line += std::string(": ") + meaning_of_alert(v.number(o.router_alert)) + " (" + v.text(o.router_alert) + ")";
}
void tell_options(const LayerValues& v, std::string& line) {
    line += ": (" + std::to_string(v.length()) + " bytes)";
    for (std::size_t i = 0; i < v.count(o.type); i++)
        if (const char* name = choice_text(option_types, v.number_at(o.type, i))) line += std::string(", ") + name;
}

/// RFC 791 3.1: what lies at the pointer (which counts from the option's first byte, as 1) and behind it is not filled in yet.
/// args: pointer, option length.
bool is_empty_slot(const ComputeInput& in, std::uint64_t& out) {
    return out = in.args[1] - (in.end - in.at) + 1 >= in.args[0], true;
}
constexpr auto recorded_route = sequence(o.ptr, repeat(
    make(o.empty_slot, is_empty_slot, o.ptr, o.len),
    choice(o.empty_slot, when(0, o.recorded(ahead(o.recorded_host(4)))), otherwise(o.empty(ahead(o.empty_host(4)))))));
constexpr auto source_route = sequence(o.ptr, repeat(
    make(o.empty_slot, is_empty_slot, o.ptr, o.len),
    choice(o.empty_slot, when(0, o.recorded(ahead(o.recorded_host(4)))), otherwise(o.source_route(ahead(o.source_route_host(4)))))));
constexpr auto time_stamps = sequence(
    o.ptr, bits(1, o.overflow, o.time_flag),
    repeat(choice(o.time_flag, when(0, o.time_stamp), otherwise(o.time_stamp_addr, o.time_stamp))));
constexpr auto option = group("IP Option",
    o.type(o.copy, o.klass, o.number),
    choice(o.type, when(0, stop()), when(1), otherwise(
        o.len, part(o.len - 2, choice(o.type,
            when(7, recorded_route), when(131, source_route), when(137, source_route),
            when(68, time_stamps),
            when(148, o.router_alert),
            otherwise(if_set(left, o.data(rest)))))))).shows(o.type).tells(tell_option);

constexpr auto items = sequence(
    bits(1, f.version, f.hdr_len),
    f.dsfield(f.dscp, f.ecn),
    f.len, f.id,
    bits(2, f.flags, f.rb, f.df, f.mf, f.frag_offset),
    f.ttl, f.proto, f.checksum, status(f.checksum_status, f.checksum),
    f.src(f.src_host(4)), f.dst(f.dst_host(4)),
    group("Options", repeat(option)).size(f.hdr_len - 20).pad(4).tells(tell_options),
    whole(f.len), payload("ip.proto", f.proto, f.frag_offset));

void title(const LayerValues& v, std::string& out) { out += ", Src: " + v.text(f.src) + ", Dst: " + v.text(f.dst); }
void info(const LayerValues& v, std::string& out) {
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
                              {"ppp.protocol", 0x0021}, {"quoted.ip", 4}, {"raw", 4},         {"mpls.payload", 4}};
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
                      .ends = {12, 4}};

}  // namespace sallyport::protocols
