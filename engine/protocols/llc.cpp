// SPDX-License-Identifier: GPL-3.0-or-later
// IEEE 802.2 logical link control and SNAP (RFC 1042).
#include "protocol/protocol.h"
#include "protocols/ethertypes.h"
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice saps[] = {
    {0x00, "NULL LSAP"},
    {0x01, "NULL LSAP"},
    {0x02, "LLC Sub-Layer Management"},
    {0x04, "SNA Path Control"},
    {0x06, "TCP/IP"},
    {0x08, "SNA"},
    {0x0c, "SNA"},
    {0x0e, "PROWAY (IEC955) Network Management and Initialization"},
    {0x10, "NetWare (unofficial?)"},
    {0x14, "ISO Network Layer (OSLAN 1)"},
    {0x18, "Texas Instruments"},
    {0x20, "ISO Network Layer (unofficial?)"},
    {0x34, "ISO Network Layer (unofficial?)"},
    {0x42, "Spanning Tree BPDU"},
    {0x4e, "EIA RS-511 Manufacturing Message Service"},
    {0x54, "ISO Network Layer (OSLAN 2)"},
    {0x7e, "ISO 8208 (X.25 over 802.2)"},
    {0x7f, "ISO 802.2"},
    {0x80, "XNS"},
    {0x82, "BACnet"},
    {0x86, "Nestar"},
    {0x8e, "PROWAY (IEC955) Active Station List Maintenance"},
    {0x98, "ARP"},
    {0xaa, "SNAP"},
    {0xb4, "HP JetDirect Printer"},
    {0xba, "Banyan Vines"},
    {0xbc, "Banyan Vines"},
    {0xe0, "NetWare"},
    {0xf0, "NetBIOS"},
    {0xf4, "IBM Net Management"},
    {0xf8, "HP Extended LLC"},
    {0xfa, "Ungermann-Bass"},
    {0xfc, "Remote Program Load"},
    {0xfe, "ISO Network Layer"},
    {0xff, "Global LSAP"},
};
constexpr Choice frame_types[] = {
    {0, "Information frame"},
    {1, "Supervisory frame"},
    {3, "Unnumbered frame"},
};
constexpr Choice supervisory[] = {
    {0, "Receiver ready"},
    {1, "Receiver not ready"},
    {2, "Reject"},
    {3, "Selective reject"},
};
constexpr Choice commands[] = {
    {0x00, "Unnumbered Information"},
    {0x01, "Set Initialization Mode"},
    {0x03, "Set Asynchronous Response Mode"},
    {0x08, "Unnumbered Poll"},
    {0x0b, "Set Asynchronous Balanced Mode"},
    {0x10, "Disconnect"},
    {0x13, "Set Asynchronous Response Mode Extended"},
    {0x18, "Unnumbered Acknowledge"},
    {0x1b, "Set Asynchronous Balanced Mode Extended"},
    {0x20, "Set Normal Response Mode"},
    {0x21, "Frame reject"},
    {0x23, "Reset"},
    {0x2b, "Exchange identification"},
    {0x31, "Configure"},
    {0x33, "Set Normal Response Mode Extended"},
    {0x38, "Test"},
    {0x3b, "Beacon"},
};
constexpr Choice responses[] = {
    {0x00, "Unnumbered Information"},
    {0x01, "Request Initialization Mode"},
    {0x03, "Disconnected mode"},
    {0x08, "Unnumbered Poll"},
    {0x0b, "Set Asynchronous Balanced Mode"},
    {0x10, "Request Disconnect"},
    {0x13, "Set Asynchronous Response Mode Extended"},
    {0x18, "Unnumbered Acknowledge"},
    {0x1b, "Set Asynchronous Balanced Mode Extended"},
    {0x20, "Set Normal Response Mode"},
    {0x21, "Frame reject"},
    {0x23, "Reset"},
    {0x2b, "Exchange identification"},
    {0x31, "Configure"},
    {0x33, "Set Normal Response Mode Extended"},
    {0x38, "Test"},
    {0x3b, "Beacon"},
};

constexpr Choice ig_truth[] = {{1, "Group"}, {0, "Individual"}};
constexpr Choice cr_truth[] = {{1, "Response"}, {0, "Command"}};

constexpr Choice llc_cisco_pid_names[] = {
    {0x0102, "DRIP"},
    {0x0104, "PAgP"},
    {0x0105, "MLS Hello"},
    {0x0108, "RLQ BPDUs (request)"},
    {0x0109, "RLQ BPDUs (response)"},
    {0x010b, "PVSTP+"},
    {0x010c, "VLAN Bridge"},
    {0x0111, "UDLD"},
    {0x0139, "MCP"},
    {0x2000, "CDP"},
    {0x2001, "CGMP"},
    {0x2003, "VTP"},
    {0x2004, "DTP"},
    {0x200a, "STP Uplink Fast"},
};

constexpr Choice supervisory_short[] = {{0, "RR"}, {1, "RNR"}, {2, "REJ"}, {3, "SREJ"}};
constexpr Choice commands_short[] = {
    {0x00, "UI"},
    {0x01, "SIM"},
    {0x03, "SARM"},
    {0x08, "UP"},
    {0x0b, "SABM"},
    {0x10, "DISC"},
    {0x13, "SARME"},
    {0x18, "UA"},
    {0x1b, "SABME"},
    {0x20, "SNRM"},
    {0x21, "FRMR"},
    {0x23, "RSET"},
    {0x2b, "XID"},
    {0x31, "CFGR"},
    {0x33, "SNRME"},
    {0x38, "TEST"},
    {0x3b, "BCN"},
};
/// Where a response says something else than the command of the same number.
constexpr Choice responses_short[] = {{0x01, "RIM"}, {0x03, "DM"}, {0x10, "RD"}};
constexpr Choice organizations[] = {                   // those whose protocols are known behind SNAP
    {0x000000, "Officially Xerox, but 0:0:0:0:0:0 is more common"},
    {0x00000c, "Cisco Systems, Inc"},
    {0x0000f8, "Digital Equipment Corporation"},
    {0x0080c2, "IEEE"},
    {0x00e02b, "Extreme Networks Headquarters"},
    {0x080007, "Apple, Inc."},
};

void tell_sap(const LayerValues&, std::string&);
void tell_control(const LayerValues&, std::string&);
void tell_oui(const LayerValues&, std::string&);
constexpr struct {
    u8 dsap{"llc.dsap", "DSAP", hex, named(saps), initial(0xaa)};
    u8 dsap_sap{"llc.dsap.sap", "SAP", mask(0xfe), tells(tell_sap)};
    flag ig{"llc.dsap.ig", "IG Bit", mask(0x01), named(ig_truth)};
    u8 ssap{"llc.ssap", "SSAP", hex, named(saps), initial(0xaa)};
    u8 ssap_sap{"llc.ssap.sap", "SAP", mask(0xfe), tells(tell_sap)};
    flag cr{"llc.ssap.cr", "CR Bit", mask(0x01), named(cr_truth)};
    u16 control1{"llc.control", "Control field", hex, mask(0xff), plain, tells(tell_control), initial(3)};
    u16 control2{"llc.control", "Control field", hex, mask(0xffff), tells(tell_control), little};
    u8 command{"llc.control.u_modifier_cmd", "Command", hex, mask(0xec), named(commands)};
    u8 response{"llc.control.u_modifier_resp", "Response", hex, mask(0xec), named(responses)};
    flag poll{"llc.control.p", "Poll", mask(0x10)};
    flag final_{"llc.control.f", "Final", mask(0x10)};
    u8 ftype1{"llc.control.ftype", "Frame type", hex, mask(0x03), named(frame_types)};
    u16 ftype_information{"llc.control.ftype", "Frame type", hex, mask(0x0001), named(frame_types), little};
    u16 ftype_supervisory{"llc.control.ftype", "Frame type", hex, mask(0x0003), named(frame_types), little};
    u16 n_r{"llc.control.n_r", "N(R)", mask(0xfe00), little};
    u16 n_s{"llc.control.n_s", "N(S)", mask(0x00fe), little};
    u16 s_ftype{"llc.control.s_ftype", "Supervisory frame type", hex, mask(0x000c), named(supervisory), little};
    flag poll2{"llc.control.p", "Poll", mask(0x0100), little};
    flag final2{"llc.control.f", "Final", mask(0x0100), little};
    u24 oui{"llc.oui", "Organization Code", tells(tell_oui)};
    u16 type{"llc.type", "Type", hex, named(ethertypes), initial(0x0800)};
    u16 cisco_pid{"llc.cisco_pid", "PID", hex, named(llc_cisco_pid_names)};
    u16 pid{"llc.pid", "Protocol ID", hex};
} f;

// IEEE 802.2 5.4: the last two bits of the control field tell a U frame (one byte) from I and S frames (two). What Wireshark
// shows of the poll/final bit depends on who speaks: commands poll, responses are final. Of I frames it says poll always.
constexpr Extent is_response = Extent(f.ssap) & 0x01;
constexpr auto unnumbered = bits(1, f.control1,
    if_set(Extent(f.control1) & 0x10, if_zero(is_response, f.poll), if_set(is_response, f.final_)),
    if_zero(is_response, f.command), if_set(is_response, f.response), f.ftype1);
constexpr auto poll_or_final = if_set(Extent(f.control2) & 0x0100, if_zero(is_response, f.poll2), if_set(is_response, f.final2));
constexpr auto supervised = bits(2, f.control2, f.n_r, poll_or_final, f.s_ftype, f.ftype_supervisory);
constexpr auto information = bits(2, f.control2, f.n_r, f.n_s, if_set(Extent(f.control2) & 0x0100, f.poll2), f.ftype_information);

// 5.3: only information (numbered, or not: UI) is for the layer above. What others carry is nobody's.
constexpr auto others = payload("llc.dsap", Extent(0x100));
constexpr auto snap_header = sequence(f.oui, choice(f.oui,
    when(0x000000, f.type, payload("ethertype", f.type)), when(0x0000f8, f.type, payload("ethertype", f.type)),
    when(0x00000c, f.cisco_pid, payload("llc.cisco_pid", f.cisco_pid)),
    when(0x0080c2, f.pid, payload("llc.pid", f.pid)),
    otherwise(f.pid, others)));
constexpr auto by_sap = payload("llc.dsap", f.dsap);
constexpr auto or_snap(const auto& content) {
    return choice(f.dsap, when(0xaa, choice(f.ssap, when(0xaa, snap_header), otherwise(content))), otherwise(content));
}
constexpr auto items = choice(peek(2),
    when(0xffff, payload("llc.dsap", Extent(0xe0))),   // Novell's raw frames: IPX without LLC
    otherwise(
        f.dsap(f.dsap_sap, f.ig), f.ssap(f.ssap_sap, f.cr),
        choice(peek(1) & 0x03,
            when(3, unnumbered, choice(f.control1, when(3, or_snap(by_sap)), otherwise(or_snap(others)))),
            when(1, supervised, or_snap(others)),
            otherwise(information, or_snap(by_sap)))));

std::string hex_text(const char* format, std::uint64_t value) {
    char text[32];
    return std::string(text, std::size_t(std::snprintf(text, sizeof text, format, unsigned(value))));
}
/// "U F, func=SABME", "S P, func=RR, N(R)=3", "I, N(R)=1, N(S)=0"
std::string control_text(const LayerValues& v) {
    const bool responds = v.number_in_layer(f.ssap) & 0x01;
    const auto function = [](const char* known) { return std::string(", func=") + (known ? known : "Unknown"); };
    if (v.has(f.control1)) {
        const auto control = v.number_in_layer(f.control1), modifier = control >> 2 & 0x3b;
        const char* other = responds ? choice_text(responses_short, modifier) : nullptr;
        const char* asks = !(control & 0x10) ? "" : responds ? " F" : " P";
        return std::string("U") + asks + function(other ? other : choice_text(commands_short, modifier));
    }
    const auto control = v.number_in_layer(f.control2), sent = control >> 1 & 0x7f, awaited = control >> 9;
    const bool asks = control & 0x0100, is_supervisory = control & 0x01;
    std::string out = is_supervisory ? "S" : "I";
    if (asks) out += is_supervisory && responds ? " F" : " P";
    if (is_supervisory) out += function(choice_text(supervisory_short, control >> 2 & 0x03));
    out += ", N(R)=" + std::to_string(awaited);
    return is_supervisory ? out : out + ", N(S)=" + std::to_string(sent);
}
void tell_control(const LayerValues& v, std::string& line) {
    line = "Control field: " + control_text(v) +
           (v.has(f.control1) ? hex_text(" (0x%02X)", v.number(f.control1)) : hex_text(" (0x%04X)", v.number(f.control2)));
}
std::string sap_text(std::uint64_t sap) {
    const char* known = choice_text(saps, sap & 0xfe);
    return known ? known : hex_text("0x%02x", sap & 0xfe);
}
void tell_sap(const LayerValues& v, std::string& line) {
    const auto sap = v.has(f.dsap_sap) ? v.number(f.dsap_sap) : v.number(f.ssap_sap);
    const char* known = choice_text(saps, sap << 1);
    line = line.substr(0, line.find(':') + 2) + (known ? known : "Unknown");
}
void tell_oui(const LayerValues& v, std::string& line) {
    const auto oui = v.number(f.oui);
    line = "Organization Code: " + hex_text("%02x:", oui >> 16) + hex_text("%02x:", oui >> 8 & 0xff) + hex_text("%02x", oui & 0xff);
    if (const char* known = choice_text(organizations, oui)) line += std::string(" (") + known + ")";
}
/// "OUI 0x00000C (Cisco Systems, Inc), PID 0x2000"
std::string snap_text(const LayerValues& v) {
    const char* known = choice_text(organizations, v.number(f.oui));
    const auto pid = v.has(f.type) ? v.number(f.type) : v.has(f.cisco_pid) ? v.number(f.cisco_pid) : v.number(f.pid);
    return "OUI " + hex_text("0x%06X", v.number(f.oui)) + " (" + (known ? known : "Unknown") + "), PID " + hex_text("0x%04X", pid);
}
void info(const LayerValues& v, std::string& out) {
    if (!v.has(f.dsap) && v.payload_size()) out = "NetWare 802.3 RAW";
    if (!v.has(f.control1) && !v.has(f.control2)) return;
    out = control_text(v);
    const bool is_snap = v.number(f.dsap) == 0xaa && v.number(f.ssap) == 0xaa;
    if (is_snap && v.has(f.oui)) out += "; SNAP, " + snap_text(v);
    if (is_snap) return;
    out += "; DSAP " + sap_text(v.number(f.dsap)) + (v.number(f.ig) ? " Group" : " Individual");
    out += ", SSAP " + sap_text(v.number(f.ssap)) + (v.number(f.cr) ? " Response" : " Command");
}
// "ethertype" up to 1500 is a length (IEEE 802.3 3.2.6): LLC follows.
constexpr Parent parents[] = {{"ethertype", 1, 1500}, {"ethertype", 0x8870}, {"sll.ltype", 4}};
}  // namespace

extern const Protocol llc;
constexpr Protocol llc{.name = "llc", .label = "Logical-Link Control", .column = "LLC", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
