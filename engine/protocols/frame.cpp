// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a packet beside its bytes. Computed, never edited. Names: Wireshark's packet-frame.
#include "packet/capture_interface.h"
#include "packet/packet_context.h"
#include "protocol/protocol.h"
#include "protocols/truths.h"
#include <algorithm>
#include <array>

namespace sallyport::protocols {
namespace {
using namespace layout;

/// Does a Linux cooked header name an EtherType? Not where its hardware is a GRE tunnel, or a kind of radio (sll.cpp).
bool names_type(const CodedPlace& place, const Layer& cooked) {
    constexpr std::uint64_t gre = 778, prism = 802, radiotap = 803, netlink = 824, least = 1536;
    const Bytes header = place.bytes.subspan(std::min<std::size_t>(cooked.start, place.bytes.size()));
    if (header.size() < 16) return false;
    if (place.context && place.context->link_type == LinkType::linux_sll2) return load_be(header.data(), 2) >= least;
    const std::uint64_t hardware = load_be(header.data() + 2, 2);
    return hardware != gre && hardware != prism && hardware != radiotap && hardware != netlink && load_be(header.data() + 14, 2) >= least;
}
void protocol_names(const CodedPlace& place, std::string& out) {
    for (std::size_t i = 1; i < place.layers.size(); i++) {
        std::string_view name = all_protocols()[place.layers[i].protocol]->name;
        if (i > 1) out += ':';
        out += name;
        if (i + 1 == place.layers.size()) break;
        const std::string_view next = all_protocols()[place.layers[i + 1].protocol]->name;
        const bool is_ethernet = name == "eth" || name == "vlan" || name == "ieee8021ad";
        const bool has_type = is_ethernet || (name == "sll" && names_type(place, place.layers[i]));
        if (has_type && next != "llc") out += ":ethertype";
    }
}
constexpr Coding protocol_list{.text = protocol_names};
void interface_text(const CodedPlace& place, std::string& out) {
    if (place.context && place.context->interface) out += place.context->interface->shown_name();
}
constexpr Coding interface_coding{.text = interface_text};
void description_text(const CodedPlace& place, std::string& out) {
    if (place.context && place.context->interface) out += place.context->interface->description;
}
constexpr Coding description_coding{.text = description_text};

void comment_text(const CodedPlace& place, std::string& out) {
    if (place.context) out += place.context->comment;
}
constexpr Coding comment_coding{.text = comment_text};

constexpr Choice verdicts[] = {{0, "accept"}, {1, "drop"}};
constexpr Choice reasons[] = {{0, "none: watching"}, {1, "rule"}, {2, "default"}, {3, "failure policy"}};
constexpr Choice directions[] = {{0, "unknown"}, {1, "in"}, {2, "out"}, {3, "forward"}};

/// Link types (the numbers of files) and what Wireshark calls and counts them itself.
struct Encapsulation {
    int link_type;
    Choice choice;
};
constexpr Encapsulation known_encapsulations[] = {
    {0, {15, "NULL/Loopback"}},       {1, {1, "Ethernet"}},          {9, {4, "PPP"}},
    {12, {7, "Raw IP"}},              {14, {7, "Raw IP"}},           {50, {4, "PPP"}},
    {101, {7, "Raw IP"}},             {104, {28, "Cisco HDLC"}},     {108, {15, "NULL/Loopback"}},
    {113, {25, "Linux cooked-mode capture v1"}}, {228, {129, "Raw IPv4"}}, {229, {130, "Raw IPv6"}},
    {239, {141, "NFLOG"}},            {276, {210, "Linux cooked-mode capture v2"}},
};
constexpr auto encapsulations = [] {
    std::array<Choice, std::size(known_encapsulations) + 1> all{};
    all[0] = {0, "Unknown"};
    for (std::size_t i = 0; i < std::size(known_encapsulations); i++) all[i + 1] = known_encapsulations[i].choice;
    return all;
}();

void tell_length(const LayerValues&, std::string&);
void tell_captured(const LayerValues&, std::string&);
void tell_interface(const LayerValues&, std::string&);
void tell_protocols(const LayerValues&, std::string& line) { line = "[" + line + "]"; }

constexpr struct {
    u32 number{"frame.number", "Frame Number", plain};
    u32 len{"frame.len", "Frame Length", plain, unit("bytes"), tells(tell_length)};
    u32 cap_len{"frame.cap_len", "Capture Length", plain, unit("bytes"), tells(tell_captured)};
    Sized<FieldType::absolute_time, 0> time{"frame.time", "Arrival Time", plain};
    Sized<FieldType::relative_time, 0> time_epoch{"frame.time_epoch", "Epoch Time", plain};
    Sized<FieldType::relative_time, 0> time_delta{"frame.time_delta", "Time delta from previous captured frame"};
    Sized<FieldType::relative_time, 0> time_relative{"frame.time_relative", "Time since reference or first frame"};
    u8 has_comment{"@has_comment", ""};
    text comment{"frame.comment", "Comment", coded(comment_coding)};
    u32 section{"frame.section_number", "Section number", plain};
    u32 interface_id{"frame.interface_id", "Interface id", plain, tells(tell_interface)};
    u8 has_interface{"@has_interface", ""};
    text interface_name{"frame.interface_name", "Interface name", coded(interface_coding), hidden};
    u8 has_description{"@has_description", ""};
    text interface_description{"frame.interface_description", "Interface description", coded(description_coding), hidden};
    flag marked{"frame.marked", "Frame is marked", named(true_false)};
    flag ignored{"frame.ignored", "Frame is ignored", named(true_false)};
    text protocols{"frame.protocols", "Protocols in frame", coded(protocol_list), of_all_layers, tells(tell_protocols)};
    Sized<FieldType::relative_time, 0> offset_shift{"frame.offset_shift", "Time shift for this packet"};
    i16 encap_type{"frame.encap_type", "Encapsulation type", plain, named(encapsulations)};
    bytes malformed{"_ws.malformed", "Malformed Packet", told_by(Faults::malformed)};
    bytes cut{"_ws.short", "Packet size limited during capture", told_by(Faults::cut)};
    u8 verdict{"sallyport.verdict", "Verdict", named(verdicts)};
    u8 reason{"sallyport.reason", "Given by", named(reasons)};
    u32 rule{"sallyport.rule", "Rule"};
    u8 direction{"sallyport.direction", "Direction", named(directions)};
} f;

/// Faults are found by who looks for them, in the whole tree.
bool found_elsewhere(const ComputeInput&, std::uint64_t&) { return false; }
bool number(const ComputeInput& in, std::uint64_t& out) { return (out = in.context->number) != 0; }
bool len(const ComputeInput& in, std::uint64_t& out) {
    out = in.context->original_length ? in.context->original_length : in.bytes.size();
    return true;
}
bool cap_len(const ComputeInput& in, std::uint64_t& out) { out = in.bytes.size(); return true; }
bool time(const ComputeInput& in, std::uint64_t& out) { return (out = std::uint64_t(in.context->time.ns)) != 0 || in.context->number; }
bool time_delta(const ComputeInput& in, std::uint64_t& out) {
    out = in.context->previous_time.ns ? std::uint64_t(in.context->time - in.context->previous_time) : 0;
    return true;
}
bool time_relative(const ComputeInput& in, std::uint64_t& out) {
    out = in.context->first_time.ns ? std::uint64_t(in.context->time - in.context->first_time) : 0;
    return true;
}
bool interface_id(const ComputeInput& in, std::uint64_t& out) {
    const CaptureInterface* const known = in.context->interface;
    if (!known || !in.context->record) return false;
    return out = known->section ? known->in_section : in.context->record->interface, true;
}
bool section(const ComputeInput& in, std::uint64_t& out) {
    return in.context->interface && (out = in.context->interface->section) != 0;
}
bool has_interface(const ComputeInput& in, std::uint64_t& out) { return out = in.context->record && in.context->interface, true; }
bool has_description(const ComputeInput& in, std::uint64_t& out) {
    return out = in.context->interface && !in.context->interface->description.empty(), true;
}
bool encap_type(const ComputeInput& in, std::uint64_t& out) {
    out = 0;
    for (auto& known : known_encapsulations)
        if (known.link_type == int(in.context->link_type)) out = known.choice.value;
    return true;
}
bool judged(const PacketContext& c) { return c.record && c.record->reason != VerdictReason::none; }
bool verdict(const ComputeInput& in, std::uint64_t& out) {
    return judged(*in.context) && (out = std::uint64_t(in.context->record->verdict), true);
}
bool reason(const ComputeInput& in, std::uint64_t& out) {
    return judged(*in.context) && (out = std::uint64_t(in.context->record->reason), true);
}
bool rule(const ComputeInput& in, std::uint64_t& out) {
    return judged(*in.context) && in.context->record->rule != no_rule && (out = in.context->record->rule, true);
}
bool direction(const ComputeInput& in, std::uint64_t& out) {
    return judged(*in.context) && (out = std::uint64_t(in.context->record->direction), true);
}

bool has_comment(const ComputeInput& in, std::uint64_t& out) { return out = !in.context->comment.empty(), true; }

constexpr auto items =
    sequence(make(f.has_comment, has_comment), if_set(f.has_comment, f.comment(0)), make(f.section, section),
             make(f.interface_id, interface_id), make(f.has_interface, has_interface), if_set(f.has_interface, f.interface_name(0)),
             make(f.has_description, has_description), if_set(f.has_description, f.interface_description(0)),
             make(f.encap_type, encap_type), make(f.time, time),
             make(f.offset_shift, Extent(0)), make(f.time_epoch, time),
             make(f.time_delta, time_delta), make(f.time_relative, time_relative), make(f.number, number), make(f.len, len),
             make(f.cap_len, cap_len), make(f.marked, Extent(0)), make(f.ignored, Extent(0)), f.protocols(0), make(f.verdict, verdict),
             make(f.reason, reason), make(f.rule, rule), make(f.direction, direction), make(f.malformed, found_elsewhere),
             make(f.cut, found_elsewhere));

std::string bits_of(std::uint64_t bytes) { return " (" + std::to_string(bytes * 8) + " bits)"; }
void tell_length(const LayerValues& v, std::string& line) { line += bits_of(v.number(f.len)); }
void tell_captured(const LayerValues& v, std::string& line) { line += bits_of(v.number(f.cap_len)); }
void tell_interface(const LayerValues& v, std::string& line) {
    if (v.context().interface) line += std::string(" (") + v.context().interface->shown_name() + ")";
}

void title(const LayerValues& v, std::string& out) {
    out = "Frame " + v.text(f.number) + ": " + v.text(f.len) + " bytes on wire" + bits_of(v.number(f.len)) + ", " + v.text(f.cap_len) +
          " bytes captured" + bits_of(v.number(f.cap_len));
    if (v.context().interface)
        out += std::string(" on interface ") + v.context().interface->shown_name() + ", id " + v.text(f.interface_id);
}
}  // namespace

extern const Protocol frame;
constexpr Protocol frame{.name = "frame", .label = "Frame", .items = items, .title = title};

}  // namespace sallyport::protocols
