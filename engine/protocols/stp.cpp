// SPDX-License-Identifier: GPL-3.0-or-later
// Spanning Tree Protocol and its rapid successor, IEEE 802.1D-2004 9.3; multiple spanning trees, IEEE 802.1Q 14.4.
#include "protocol/protocol.h"
#include "protocols/truths.h"
#include <bit>

namespace sallyport::protocols {
namespace {
using namespace layout;

/// Seconds in units of 1/256 (IEEE 802.1D 9.2.8).
std::int64_t measure(const CodedPlace& place, std::uint64_t& value) {
    if (place.end - place.at < 2) return -1;
    value = std::bit_cast<std::uint64_t>(double(load_be(place.bytes.data() + place.at, 2)) / 256.0);
    return 2;
}
bool parse(std::string_view human, ByteBuffer& wire) {
    double seconds = 0;
    try { seconds = std::stod(std::string(human)); } catch (...) { return false; }
    if (!(seconds >= 0 && seconds < 256)) return false;
    auto v = unsigned(seconds * 256.0 + 0.5);
    wire.push_back(std::uint8_t(v >> 8)), wire.push_back(std::uint8_t(v));
    return true;
}
constexpr Coding seconds_256{.measure = measure, .parse = parse, .expected = words("seconds below 256")};
using seconds = Sized<FieldType::floating, 0>;

constexpr Choice bpdu_types[] = {
    {0x00, "Configuration"},
    {0x02, "Rapid/Multiple Spanning Tree"},
    {0x80, "Topology Change Notification"},
};
constexpr Choice roles[] = {
    {0, "Master"},
    {1, "Alternate or Backup"},
    {2, "Root"},
    {3, "Designated"},
};

constexpr Choice stp_protocol_names[] = {
    {0x00, "Spanning Tree Protocol"},
};
constexpr Choice stp_version_names[] = {
    {0, "Spanning Tree"},
    {2, "Rapid Spanning Tree"},
    {3, "Multiple Spanning Tree"},
    {4, "Shortest Path Tree"},
};

void tell_flags(const LayerValues&, std::string&);
constexpr struct {
    u16 protocol{"stp.protocol", "Protocol Identifier", hex, named(stp_protocol_names)};
    u8 version{"stp.version", "Protocol Version Identifier", named(stp_version_names)};
    u8 type{"stp.type", "BPDU Type", hex, named(bpdu_types)};
    u8 flags{"stp.flags", "BPDU flags", hex, tells(tell_flags)};
    flag tcack{"stp.flags.tcack", "Topology Change Acknowledgment", mask(0x80), named(yes_no)};
    flag agreement{"stp.flags.agreement", "Agreement", mask(0x40), named(yes_no)};
    flag forwarding{"stp.flags.forwarding", "Forwarding", mask(0x20), named(yes_no)};
    flag learning{"stp.flags.learning", "Learning", mask(0x10), named(yes_no)};
    u8 role{"stp.flags.port_role", "Port Role", mask(0x0c), named(roles)};
    flag proposal{"stp.flags.proposal", "Proposal", mask(0x02), named(yes_no)};
    flag tc{"stp.flags.tc", "Topology Change", mask(0x01), named(yes_no)};
    u16 root_prio{"stp.root.prio", "Root Bridge Priority", mask(0xf000), scaled(4096), plain};
    u16 root_ext{"stp.root.ext", "Root Bridge System ID Extension", mask(0x0fff), plain};
    mac root_hw{"stp.root.hw", "Root Bridge System ID"};
    u32 cost{"stp.root.cost", "Root Path Cost"};
    u16 bridge_prio{"stp.bridge.prio", "Bridge Priority", mask(0xf000), scaled(4096), plain};
    u16 bridge_ext{"stp.bridge.ext", "Bridge System ID Extension", mask(0x0fff), plain};
    mac bridge_hw{"stp.bridge.hw", "Bridge System ID"};
    u16 port{"stp.port", "Port identifier", hex};
    seconds msg_age{"stp.msg_age", "Message Age", coded(seconds_256)};
    seconds max_age{"stp.max_age", "Max Age", coded(seconds_256)};
    seconds hello{"stp.hello", "Hello Time", coded(seconds_256)};
    seconds forward{"stp.forward", "Forward Delay", coded(seconds_256)};
    u8 version_1_length{"stp.version_1_length", "Version 1 Length"};
} f;

constexpr struct {
    u16 length{"mstp.version_3_length", "Version 3 Length"};
    u8 selector{"mstp.config_format_selector", "MST Config ID format selector"};
    text name{"mstp.config_name", "MST Config name"};
    u16 revision{"mstp.config_revision_level", "MST Config revision"};
    bytes digest{"mstp.config_digest", "MST Config digest"};
    u32 cost{"mstp.cist_internal_root_path_cost", "CIST Internal Root Path Cost"};
    u16 bridge_prio{"mstp.cist_bridge.prio", "CIST Bridge Priority", mask(0xf000), scaled(4096)};
    u16 bridge_ext{"mstp.cist_bridge.ext", "CIST Bridge Identifier System ID Extension", mask(0x0fff)};
    mac bridge_hw{"mstp.cist_bridge.hw", "CIST Bridge Identifier System ID"};
    u8 hops{"mstp.cist_remaining_hops", "CIST Remaining hops"};
    u8 flags{"mstp.msti.flags", "MSTI flags", hex};
    u8 root_priority{"mstp.msti.priority", "Priority", hex, mask(0xf000)};
    u16 id{"mstp.msti.msti_id", "MSTID", mask(0x0fff)};
    mac root_hw{"mstp.msti.root.hw", "Regional Root"};
    u32 root_cost{"mstp.msti.root_cost", "Internal root path cost"};
    u8 bridge_priority{"mstp.msti.bridge_priority", "Bridge Identifier Priority", mask(0xf0)};
    u8 port_priority{"mstp.msti.port_priority", "Port identifier priority", mask(0xf0)};
    u8 remaining_hops{"mstp.msti.remaining_hops", "Remaining hops"};
} m;

void tell_flags(const LayerValues& v, std::string& line) {
    tell_set(v, {&f.tcack, &f.agreement, &f.forwarding, &f.learning}, line);
    if (const char* role = v.choice(f.role)) line += std::string(", Port Role: ") + role;
    tell_set(v, {&f.proposal, &f.tc}, line);
}
void tell_root(const LayerValues& v, std::string& line) {
    line += ": " + v.text(f.root_prio) + " / " + v.text(f.root_ext) + " / " + v.text(f.root_hw);
}
void tell_bridge(const LayerValues& v, std::string& line) {
    line += ": " + v.text(f.bridge_prio) + " / " + v.text(f.bridge_ext) + " / " + v.text(f.bridge_hw);
}
constexpr auto configuration = sequence(
    group("Root Identifier", bits(2, f.root_prio, f.root_ext), f.root_hw).tells(tell_root), f.cost,
    group("Bridge Identifier", bits(2, f.bridge_prio, f.bridge_ext), f.bridge_hw).tells(tell_bridge), f.port, f.msg_age, f.max_age, f.hello,
    f.forward);
constexpr auto instance = group("MSTI",
    m.flags(f.tcack, f.agreement, f.forwarding, f.learning, f.role, f.proposal, f.tc),
    bits(2, m.root_priority, m.id), m.root_hw, m.root_cost, bits(1, m.bridge_priority), bits(1, m.port_priority), m.remaining_hops)
    .shows(m.id);
constexpr int fixed_extension = 64;                    // of the version 3 length, before the instances
constexpr auto extension = sequence(
    m.length, m.selector, m.name(32), m.revision, m.digest(16), m.cost, bits(2, m.bridge_prio, m.bridge_ext), m.bridge_hw, m.hops,
    choice(m.length, between(fixed_extension, 0xffff, part(m.length - fixed_extension, repeat(instance))), otherwise(repeat(instance))));
// A length below that of the fixed part comes from devices older than the standard: the instances fill the frame.
constexpr auto rapid = sequence(
    f.flags(f.tcack, f.agreement, f.forwarding, f.learning, f.role, f.proposal, f.tc), configuration, if_set(left, f.version_1_length),
    choice(f.version, between(3, 255, choice(left, between(fixed_extension + 2, 0xffff, extension)))));
constexpr auto all_of_it = ensure(left, at_least(27), "cut short");
constexpr auto items = sequence(
    choice(peek(1, 3), when(0x00, all_of_it), when(0x02, all_of_it)), f.protocol, f.version, f.type,
    choice(f.type, when(0x00, f.flags(f.tcack, f.tc), configuration), when(0x02, rapid)));

void info(const LayerValues& v, std::string& out) {
    if (v.number(f.type) == 0x80) { out = "Topology Change Notification"; return; }
    out = std::string(v.number(f.type) == 2 ? "RST. " : "Conf. ") + (v.number(f.tc) ? "TC + " : "") + "Root = " + v.text(f.root_prio) +
          "/" + v.text(f.root_ext) + "/" + v.text(f.root_hw) + "  Cost = " + v.text(f.cost) + "  Port = " + v.text(f.port);
}
constexpr Parent parents[] = {{"llc.dsap", 0x42}};
}  // namespace

extern const Protocol stp;
constexpr Protocol stp{.name = "stp", .label = "Spanning Tree Protocol", .column = "STP", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
