// SPDX-License-Identifier: GPL-3.0-or-later
// IEEE 802.2 logical link control and SNAP (RFC 1042).
#include "protocol/protocol.h"
#include "protocols/ethertypes.h"

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

constexpr struct {
    u8 dsap{"llc.dsap", "DSAP", hex, named(saps), initial(0xaa)};
    u8 dsap_sap{"llc.dsap.sap", "SAP", mask(0xfe)};
    flag ig{"llc.dsap.ig", "IG Bit", mask(0x01), named(ig_truth)};
    u8 ssap{"llc.ssap", "SSAP", hex, named(saps), initial(0xaa)};
    u8 ssap_sap{"llc.ssap.sap", "SAP", mask(0xfe)};
    flag cr{"llc.ssap.cr", "CR Bit", mask(0x01), named(cr_truth)};
    u16 control1{"llc.control", "Control field", hex, mask(0xff), initial(3)};
    u16 control2{"llc.control", "Control field", hex, mask(0xffff), little};
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
    u24 oui{"llc.oui", "Organization Code"};
    u16 type{"llc.type", "Type", hex, named(ethertypes), initial(0x0800)};
    u16 cisco_pid{"llc.cisco_pid", "PID", hex, named(llc_cisco_pid_names)};
    u16 pid{"llc.pid", "Protocol ID", hex};
} f;

// IEEE 802.2 5.4: the last two bits of the control field tell a U frame (one byte) from I and S frames (two). What Wireshark
// shows of the poll/final bit depends on who speaks: commands poll, responses are final.
constexpr Extent is_response = Extent(f.ssap) & 0x01;
constexpr auto unnumbered = bits(1, f.control1, if_zero(is_response, f.command), if_set(is_response, f.response),
    if_set(Extent(f.control1) & 0x10, if_zero(is_response, f.poll), if_set(is_response, f.final_)), f.ftype1);
constexpr auto poll_or_final = if_set(Extent(f.control2) & 0x0100, if_zero(is_response, f.poll2), if_set(is_response, f.final2));
constexpr auto supervised = bits(2, f.control2, f.n_r, poll_or_final, f.s_ftype, f.ftype_supervisory);
constexpr auto information = bits(2, f.control2, f.n_r, f.n_s, poll_or_final, f.ftype_information);

constexpr auto snap_header = sequence(f.oui, choice(f.oui,
    when(0x000000, f.type, payload("ethertype", f.type)), when(0x0000f8, f.type, payload("ethertype", f.type)),
    when(0x00000c, f.cisco_pid, payload("llc.cisco_pid", f.cisco_pid)),
    when(0x0080c2, f.pid, payload("llc.pid", f.pid)),
    otherwise(f.pid)));
// 5.3: only information (numbered, or not: UI) is for the layer above. What others carry is nobody's.
constexpr auto others = payload("llc.dsap", Extent(0x100));
constexpr auto by_sap = payload("llc.dsap", f.dsap);
constexpr auto content = choice(f.dsap, when(0xaa, choice(f.ssap, when(0xaa, snap_header), otherwise(by_sap))), otherwise(by_sap));
constexpr auto items = choice(peek(2),
    when(0xffff, payload("llc.dsap", Extent(0xe0))),   // Novell's raw frames: IPX without LLC
    otherwise(
        f.dsap(f.dsap_sap, f.ig), f.ssap(f.ssap_sap, f.cr),
        choice(peek(1) & 0x03,
            when(3, unnumbered, choice(f.control1, when(3, content), otherwise(others))),
            when(1, supervised, others),
            otherwise(information, content))));

void info(const LayerValues& v, std::string& out) {
    const char* dsap = v.choice(f.dsap);
    const char* ssap = v.choice(f.ssap);
    out = std::string("DSAP ") + (dsap ? dsap : v.text(f.dsap)) + ", SSAP " + (ssap ? ssap : v.text(f.ssap));
}
// "ethertype" up to 1500 is a length (IEEE 802.3 3.2.6): LLC follows.
constexpr Parent parents[] = {{"ethertype", 0, 1500}, {"ethertype", 0x8870}, {"sll.ltype", 4}};
}  // namespace

extern const Protocol llc;
constexpr Protocol llc{.name = "llc", .label = "Logical-Link Control", .column = "LLC", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
