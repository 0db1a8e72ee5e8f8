// SPDX-License-Identifier: GPL-3.0-or-later
// Domain Name System, RFC 1035 with EDNS (RFC 6891), and those that share its messages: over TCP, multicast (RFC 6762), LLMNR
// (RFC 4795). What records hold is in dns_records.h and dns_more_records.h.
#include "protocol/protocol.h"
#include "protocols/dns_more_records.h"
#include "protocols/durations.h"
#include "protocols/truths.h"
#include <algorithm>
#include <array>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice classes[] = {
    {1, "IN"},
    {2, "CS"},
    {3, "CH"},
    {4, "HS"},
    {254, "NONE"},
    {255, "ANY"},
};
constexpr Choice opcodes[] = {
    {0, "Standard query"},
    {1, "Inverse query"},
    {2, "Server status request"},
    {4, "Zone change notification"},
    {5, "Dynamic update"},
    {6, "DNS Stateful operations (DSO)"},
};

constexpr Choice authenticated_truth[] = {{1, "Answer/authority portion was authenticated by the server"},
                                          {0, "Answer/authority portion was not authenticated by the server"}};
constexpr Choice response_truth[] = {{1, "Message is a response"}, {0, "Message is a query"}};
constexpr Choice authoritative_truth[] = {{1, "Server is an authority for domain"}, {0, "Server is not an authority for domain"}};
constexpr Choice conflict_truth[] = {{1, "The name is not considered unique"}, {0, "The name is considered unique"}};
constexpr Choice truncated_truth[] = {{1, "Message is truncated"}, {0, "Message is not truncated"}};
constexpr Choice recdesired_truth[] = {{1, "Do query recursively"}, {0, "Don't do query recursively"}};
constexpr Choice tentative_truth[] = {{1, "Tentative"}, {0, "Not tentative"}};
constexpr Choice recavail_truth[] = {{1, "Server can do recursive queries"}, {0, "Server can't do recursive queries"}};
constexpr Choice z_truth[] = {{1, "reserved - incorrect!"}, {0, "reserved (0)"}};
constexpr Choice checkdisable_truth[] = {{1, "Acceptable"}, {0, "Unacceptable"}};
constexpr Choice z_do_truth[] = {{1, "Accepts DNSSEC security RRs"}, {0, "Cannot handle DNSSEC security RRs"}};

void tell_flags(const LayerValues&, std::string&);
void tell_ttl(const LayerValues&, std::string&);
void tell_query(const LayerValues&, std::string&);
void tell_record(const LayerValues&, std::string&);
constexpr struct {
    u16 length{"dns.length", "Length"};
    u16 id{"dns.id", "Transaction ID", hex};
    u16 flags{"dns.flags", "Flags", hex, tells(tell_flags), initial(0x0100)};
    flag response{"dns.flags.response", "Response", mask(0x8000), named(response_truth)};
    u16 opcode{"dns.flags.opcode", "Opcode", mask(0x7800), named(opcodes)};
    flag authoritative{"dns.flags.authoritative", "Authoritative", mask(0x0400), named(authoritative_truth)};
    flag conflict{"dns.flags.conflict", "Conflict", mask(0x0400), named(conflict_truth)};
    flag truncated{"dns.flags.truncated", "Truncated", mask(0x0200), named(truncated_truth)};
    flag recdesired{"dns.flags.recdesired", "Recursion desired", mask(0x0100), named(recdesired_truth)};
    flag tentative{"dns.flags.tentative", "Tentative", mask(0x0100), named(tentative_truth)};
    flag recavail{"dns.flags.recavail", "Recursion available", mask(0x0080), named(recavail_truth)};
    flag z{"dns.flags.z", "Z", mask(0x0040), named(z_truth)};
    flag authenticated{"dns.flags.authenticated", "Answer authenticated", mask(0x0020), named(authenticated_truth)};
    flag wants_authenticated{"dns.flags.authenticated", "AD bit", mask(0x0020), least(1)};
    flag checkdisable{"dns.flags.checkdisable", "Non-authenticated data", mask(0x0010), named(checkdisable_truth)};
    u16 rcode{"dns.flags.rcode", "Reply code", mask(0x000f), named(dns_codes)};
    u16 queries{"dns.count.queries", "Questions"};
    u16 answers{"dns.count.answers", "Answer RRs"};
    u16 auth_rr{"dns.count.auth_rr", "Authority RRs"};
    u16 add_rr{"dns.count.add_rr", "Additional RRs"};
} f;

constexpr struct {
    text name{"dns.qry.name", "Name", coded(dns_name)};
    u16 name_len{"dns.qry.name.len", "Name Length"};
    u16 labels{"dns.count.labels", "Label Count"};
    u16 type{"dns.qry.type", "Type", named(dns_types), initial(1)};
    u16 klass{"dns.qry.class", "Class", hex, named(classes), initial(1)};
    u16 klass_multicast{"dns.qry.class", "Class", hex, named(classes), mask(0x7fff), initial(1)};
    flag qu{"dns.qry.qu", "\"QU\" question", mask(0x8000), named(true_false)};
} q;

constexpr struct {
    text name{"dns.resp.name", "Name", coded(dns_name)};
    u16 type{"dns.resp.type", "Type", named(dns_types)};
    u16 klass{"dns.resp.class", "Class", hex, named(classes)};
    u16 klass_multicast{"dns.resp.class", "Class", hex, named(classes), mask(0x7fff)};
    flag cache_flush{"dns.resp.cache_flush", "Cache flush", mask(0x8000), named(true_false)};
    u32 ttl{"dns.resp.ttl", "Time to live", tells(tell_ttl)};
    u16 len{"dns.resp.len", "Data length"};
    u16 udp_size{"dns.rr.udp_payload_size", "UDP payload size"};
    u16 udp_size_multicast{"dns.rr.udp_payload_size", "UDP payload size", hex, mask(0x7fff)};
    u8 ext_rcode{"dns.resp.ext_rcode", "Higher bits in extended RCODE", hex};
    u8 edns_version{"dns.resp.edns0_version", "EDNS0 version"};
    u16 z{"dns.resp.z", "Z", hex};
    flag z_do{"dns.resp.z.do", "DO bit", mask(0x8000), named(z_do_truth)};
    u16 z_reserved{"dns.resp.z.reserved", "Reserved", hex, mask(0x7fff)};
} r;

/// args[0]: where the name stands (a dns_name's number).
CodedPlace name_place(const ComputeInput& in) {
    return {in.bytes, std::uint32_t(in.args[0]), in.layers[in.layer].end, in.origin, 0, in.layers, in.layer};
}
bool name_length(const ComputeInput& in, std::uint64_t& out) {
    std::string name;
    append_dns_name(name_place(in), name);
    return out = name.size(), true;
}
bool label_count(const ComputeInput& in, std::uint64_t& out) { return out = count_dns_labels(name_place(in)), true; }

// Multicast DNS takes the highest bit of the class for itself (RFC 6762 5.4, 10.2).
template <bool multicast> constexpr auto query() {
    auto klass = [] {
        if constexpr (multicast) return bits(2, q.klass_multicast, q.qu);
        else return as_part(q.klass);
    };
    return group("Query", q.name, make(q.name_len, name_length, q.name), make(q.labels, label_count, q.name), q.type, klass())
        .shows(q.name, q.type).tells(tell_query);
}
template <bool multicast> constexpr auto resource_class() {
    if constexpr (multicast) return bits(2, r.klass_multicast, r.cache_flush);
    else return as_part(r.klass);
}

template <bool multicast> constexpr auto payload_size() {
    if constexpr (multicast) return bits(2, r.udp_size_multicast, r.cache_flush);
    else return as_part(r.udp_size);
}

template <bool multicast> constexpr auto record() {
    return group("Resource record",
        r.name, r.type,
        choice(r.type,
            when(41, payload_size<multicast>(), r.ext_rcode, r.edns_version, r.z(r.z_do, r.z_reserved)),
            otherwise(resource_class<multicast>(), r.ttl)),
        r.len, part(r.len, choice(r.type, dns_all_record_cases))).shows(r.name, r.type).tells(tell_record);
}

constexpr auto flags = f.flags(
    f.response, f.opcode, if_set(f.response, f.authoritative), f.truncated, f.recdesired, if_set(f.response, f.recavail), f.z,
    if_set(f.response, f.authenticated), if_zero(f.response, f.wants_authenticated), f.checkdisable, if_set(f.response, f.rcode));
// RFC 4795 2.1.1: two of the bits mean something else.
constexpr auto local_flags = f.flags(f.response, f.opcode, f.conflict, f.truncated, f.tentative, if_set(f.response, f.rcode));

template <bool multicast> constexpr auto sections() {
    return sequence(
        f.queries, f.answers, f.auth_rr, f.add_rr, if_set(f.queries, group("Queries", repeat(query<multicast>()).times(f.queries))),
        if_set(f.answers, group("Answers", repeat(record<multicast>()).times(f.answers))),
        if_set(f.auth_rr, group("Authoritative nameservers", repeat(record<multicast>()).times(f.auth_rr))),
        if_set(f.add_rr, group("Additional records", repeat(record<multicast>()).times(f.add_rr))));
}

constexpr auto message = sequence(origin(), f.id, flags, sections<false>());
constexpr auto multicast_items = sequence(origin(), f.id, flags, sections<true>());
constexpr auto local_items = sequence(origin(), f.id, local_flags, sections<false>());
constexpr auto stream_items = sequence(repeat(f.length, part(f.length, message)));

/// "A" of "A (Host Address)".
std::string type_name(std::uint64_t type) {
    const char* name = choice_text(dns_types, type);
    const std::string_view whole = name ? name : "";
    return name ? std::string(whole.substr(0, whole.find(' '))) : "Unknown (" + std::to_string(type) + ")";
}

constexpr std::size_t longest_info = 2000;            // nobody reads a row further

void append_questions(const LayerValues& v, std::string& out) {
    const std::size_t questions = v.count(q.klass) + v.count(q.klass_multicast);  // whole ones
    for (std::size_t i = 0; i < questions && out.size() < longest_info; i++) {
        out += " " + type_name(v.number_at(q.type, i)) + " " + v.text(q.name, i);
        if (v.has(q.qu)) out += v.number_at(q.qu, i) ? ", \"QU\" question" : ", \"QM\" question";
    }
}

/// What a row tells of a record of a type, in this order; of some types, Wireshark tells the record's own name instead.
struct Told {
    std::uint64_t type;
    const Field* values[4];
};
constexpr auto& others = dns_record_data::d;
constexpr auto& security = dns_record_data::s;
constexpr auto& further = dns_more_data::m;
constexpr Told told[] = {
    {1, {&dns_data.a}}, {2, {&dns_data.ns}}, {5, {&dns_data.cname}}, {6, {&others.mname}}, {11, {&further.wks_address}},
    {12, {&dns_data.ptr}}, {13, {&others.cpu, &others.os}}, {15, {&others.preference, &others.exchange}}, {28, {&dns_data.aaaa}},
    {30, {&further.nxt}}, {33, {&others.priority, &others.weight, &others.port, &others.target}},
    {35, {&others.naptr_order, &others.naptr_preference, &others.naptr_flags}}, {36, {&others.kx_preference, &others.kx}},
    {38, {&further.a6_prefix}}, {39, {&others.dname}}, {47, {&security.next_name}}, {65282, {&dns_more_data::w.domain}},
};
constexpr std::uint64_t told_by_name[] = {3, 4, 7, 8, 9, 10, 14, 17, 18, 19, 20, 21, 22, 23, 26, 27, 42, 49, 51, 52, 55};
constexpr std::uint64_t a6_type = 38;

/// "64 ::1122:3344:5566:7788 pre.example": of the n-th A6 record, whose prefix and suffix are there only where they are needed.
void append_a6(const LayerValues& v, std::size_t n, std::string& out) {
    constexpr std::uint64_t whole = 128;
    std::size_t suffixes = 0, names = 0;
    for (std::size_t i = 0; i < n; i++) {
        suffixes += v.number_at(further.a6_prefix, i) < whole;
        names += v.number_at(further.a6_prefix, i) > 0;
    }
    const std::uint64_t prefix = v.number_at(further.a6_prefix, n);
    if ((prefix < whole && suffixes >= v.count(further.a6_suffix)) || (prefix && names >= v.count(further.a6_name))) return;  // cut
    out += " " + std::to_string(prefix) + " " + (prefix < whole ? v.text(further.a6_suffix, suffixes) : "::") + " ";
    if (prefix) out += v.text(further.a6_name, names);
}

/// What the n-th record of its kind says; false: it is broken.
bool append_told(const LayerValues& v, const Told& kind, std::size_t n, std::string& out) {
    for (const Field* value : kind.values)
        if (value && n >= v.count(*value)) return false;
    if (kind.type == a6_type) return append_a6(v, n, out), true;
    for (const Field* value : kind.values)
        if (value) out += " " + v.text(*value, n);
    return true;
}

/// Each record with its type and what it says; a broken record ends it.
void append_records(const LayerValues& v, std::string& out) {
    std::array<std::size_t, std::size(told)> next{};  // the n-th value of each field belongs to the n-th record of its type
    const std::size_t records = v.count(r.type);
    for (std::size_t i = 0; i < records && out.size() < longest_info; i++) {
        const std::uint64_t type = v.number_at(r.type, i);
        out += " " + type_name(type);
        if (v.number_at(r.cache_flush, i)) out += ", cache flush";
        if (std::ranges::find(told_by_name, type) != std::end(told_by_name) && v.number_at(r.len, i)) out += " " + v.text(r.name, i);
        const auto* kind = std::find_if(std::begin(told), std::end(told), [&](auto& each) { return each.type == type; });
        if (kind != std::end(told) && !append_told(v, *kind, next[std::size_t(kind - told)]++, out)) return;
    }
}

void info(const LayerValues& v, std::string& out) {
    if (!v.has(f.opcode)) return;  // cut before it
    const char* opcode = v.choice(f.opcode);
    out = opcode ? opcode : "Unknown operation (" + v.text(f.opcode) + ")";
    if (v.number(f.response)) out += " response";
    out += " " + v.text(f.id);
    const char* code = v.choice(f.rcode);
    if (v.number(f.rcode)) out += code ? std::string(" ") + code : " Unknown error (" + v.text(f.rcode) + ")";
    append_questions(v, out);
    append_records(v, out);
}
void tell_flags(const LayerValues& v, std::string& line) {
    const char* opcode = v.choice(f.opcode);
    line += std::string(" ") + (opcode ? opcode : "Unknown operation");
    if (!v.number(f.response)) return;
    const char* code = v.choice(f.rcode);
    line += std::string(" response, ") + (code ? code : "Unknown error");
}
void tell_ttl(const LayerValues& v, std::string& line) { line += " (" + duration(v.number(r.ttl)) + ")"; }

std::string class_name(std::uint64_t klass) {
    const char* name = choice_text(classes, klass);
    return name ? name : "Unknown";
}
/// A question or record that is cut shows what is there of it.
void tell_query(const LayerValues& v, std::string& line) {
    if (!v.has(q.name)) return;
    line = v.text(q.name);
    if (v.has(q.type)) line += ": type " + type_name(v.number(q.type));
    if (v.has(q.klass)) line += ", class " + class_name(v.number(q.klass));
    if (v.has(q.klass_multicast)) line += ", class " + class_name(v.number(q.klass_multicast));
    if (v.has(q.qu)) line += v.number(q.qu) ? ", \"QU\" question" : ", \"QM\" question";
}
/// What is said of the values in a record's title.
struct Said {
    const Field* value;
    const char* as;
};
constexpr Said said[] = {
    {&dns_data.a, "addr"},       {&dns_data.aaaa, "addr"},     {&dns_data.ns, "ns"},         {&dns_data.cname, "cname"},
    {&dns_data.ptr, nullptr},    {&others.preference, "preference"}, {&others.exchange, "mx"}, {&others.mname, "mname"},
    {&others.dname, "dname"},    {&others.priority, "priority"}, {&others.weight, "weight"}, {&others.port, "port"},
    {&others.target, "target"},  {&further.wks_address, "addr"}, {&others.cpu, "CPU"},       {&others.os, "OS"},
    {&others.naptr_order, "order"}, {&others.naptr_preference, "preference"}, {&others.naptr_flags, "flags"},
    {&others.kx_preference, "preference"}, {&others.kx, "kx"}, {&further.nxt, "next domain name"},
    {&security.next_name, "next domain name"}, {&dns_more_data::w.domain, "name result domain"},
};
void tell_record(const LayerValues& v, std::string& line) {
    constexpr std::uint64_t options = 41;
    if (!v.has(r.name)) return;
    line = v.text(r.name);
    if (!v.has(r.type)) return;
    const std::uint64_t type = v.number(r.type);
    line += ": type " + type_name(type);
    if (type != options && v.has(r.klass)) line += ", class " + class_name(v.number(r.klass));
    if (type != options && v.has(r.klass_multicast)) line += ", class " + class_name(v.number(r.klass_multicast));
    if (v.number(r.cache_flush)) line += ", cache flush";
    for (auto& each : said)
        if (v.has(*each.value)) line += std::string(", ") + (each.as ? std::string(each.as) + " " : "") + v.text(*each.value);
    std::string a6;
    if (v.has(further.a6_prefix)) append_a6(v, 0, a6);
    if (!a6.empty()) line += ", addr" + a6;
}
void title(const LayerValues& v, std::string& out) {
    if (v.has(f.response)) out += v.number(f.response) ? " (response)" : " (query)";
}

constexpr Parent dns_parents[] = {{"udp.port", 53}, {"sctp.port", 53}};
constexpr Parent mdns_parents[] = {{"udp.port", 5353}};
constexpr Parent llmnr_parents[] = {{"udp.port", 5355}};
constexpr Parent stream_parents[] = {{"tcp.port", 53}};
}  // namespace

extern const Protocol dns, mdns, llmnr, dns_tcp;
constexpr Protocol dns{.name = "dns",
                       .label = "Domain Name System",
                       .column = "DNS",
                       .items = message,
                       .parents = dns_parents,
                       .info = info,
                       .title = title};
constexpr Protocol mdns{.name = "mdns",
                        .label = "Multicast Domain Name System",
                        .column = "MDNS",
                        .items = multicast_items,
                        .parents = mdns_parents,
                        .info = info,
                        .title = title};
constexpr Protocol llmnr{.name = "llmnr",
                         .label = "Link-local Multicast Name Resolution",
                         .column = "LLMNR",
                         .items = local_items,
                         .parents = llmnr_parents,
                         .info = info,
                         .title = title};
constexpr Protocol dns_tcp{.name = "dns",
                           .label = "Domain Name System",
                           .column = "DNS",
                           .items = stream_items,
                           .parents = stream_parents,
                           .info = info,
                           .title = title};

}  // namespace sallyport::protocols
