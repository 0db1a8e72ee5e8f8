// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a packet beside its bytes. Computed, never edited. Names: Wireshark's packet-frame.
#include "packet/packet_context.h"
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

void protocol_names(const CodedPlace& place, std::string& out) {
    for (std::size_t i = 1; i < place.layers.size(); i++) {
        std::string_view name = all_protocols()[place.layers[i].protocol]->name;
        if (i > 1) out += ':';
        out += name;
        if (name == "eth" && i + 1 < place.layers.size() && std::string_view(all_protocols()[place.layers[i + 1].protocol]->name) != "llc")
            out += ":ethertype";
        if (name == "vlan" && i + 1 < place.layers.size()) out += ":ethertype";
    }
}
constexpr Coding protocol_list{.text = protocol_names};

constexpr Choice verdicts[] = {{0, "accept"}, {1, "drop"}};
constexpr Choice reasons[] = {{0, "none: watching"}, {1, "rule"}, {2, "default"}, {3, "failure policy"}};
constexpr Choice directions[] = {{0, "unknown"}, {1, "in"}, {2, "out"}, {3, "forward"}};

constexpr struct {
    u32 number{"frame.number", "Frame Number"};
    u32 len{"frame.len", "Frame Length"};
    u32 cap_len{"frame.cap_len", "Capture Length"};
    Sized<FieldType::absolute_time, 0> time{"frame.time", "Arrival Time"};
    Sized<FieldType::relative_time, 0> time_epoch{"frame.time_epoch", "Epoch Time"};
    Sized<FieldType::relative_time, 0> time_delta{"frame.time_delta", "Time delta from previous captured frame"};
    Sized<FieldType::relative_time, 0> time_relative{"frame.time_relative", "Time since reference or first frame"};
    u32 interface_id{"frame.interface_id", "Interface id"};
    flag marked{"frame.marked", "Frame is marked"};
    flag ignored{"frame.ignored", "Frame is ignored"};
    text protocols{"frame.protocols", "Protocols in frame", coded(protocol_list), of_all_layers};
    u32 link_type{"frame.link_type", "Link-layer header type"};
    u8 verdict{"sallyport.verdict", "Verdict", named(verdicts)};
    u8 reason{"sallyport.reason", "Given by", named(reasons)};
    u32 rule{"sallyport.rule", "Rule"};
    u8 direction{"sallyport.direction", "Direction", named(directions)};
} f;

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
    out = in.context->record ? in.context->record->interface : 0;
    return in.context->record && in.context->interface_name;
}
bool link_type(const ComputeInput& in, std::uint64_t& out) { out = std::uint64_t(in.context->link_type); return true; }
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

constexpr auto items =
    sequence(make(f.interface_id, interface_id), make(f.link_type, link_type), make(f.time, time), make(f.time_epoch, time),
             make(f.time_delta, time_delta), make(f.time_relative, time_relative), make(f.number, number), make(f.len, len),
             make(f.cap_len, cap_len), make(f.marked, Extent(0)), make(f.ignored, Extent(0)), f.protocols(0), make(f.verdict, verdict),
             make(f.reason, reason), make(f.rule, rule), make(f.direction, direction));

void title(const LayerValues& v, std::string& out) {
    out = "Frame " + v.text(f.number) + ": " + v.text(f.len) + " bytes on wire, " + v.text(f.cap_len) + " bytes captured";
}
}  // namespace

extern const Protocol frame;
constexpr Protocol frame{.name = "frame", .label = "Frame", .items = items, .title = title};

}  // namespace sallyport::protocols
