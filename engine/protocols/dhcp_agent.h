// SPDX-License-Identifier: GPL-3.0-or-later
// What a relay agent tells the DHCP server of the client: option 82, RFC 3046 2.0 and later.
#pragma once
#include "protocol/protocol.h"

namespace sallyport::protocols::dhcp_agent {
using namespace layout;

inline constexpr Choice suboptions[] = {
    {0, "Padding"},
    {1, "Agent Circuit ID"},
    {2, "Agent Remote ID"},
    {3, "Reserved"},
    {4, "DOCSIS Device Class"},
    {5, "Link selection"},
    {6, "Subscriber ID"},
    {7, "RADIUS Attributes"},
    {8, "Authentication"},
    {9, "Vendor-Specific Information"},
    {10, "Flags"},
    {11, "Server ID Override"},
    {12, "Relay Agent Identifier"},
    {13, "Access Technology Type"},
    {14, "Access Network Name"},
    {15, "Access Point Name"},
    {16, "Access Point BSSID"},
    {17, "Access Network Operator ID"},
    {18, "Access Network Operator Realm"},
    {19, "Source Port"},
    {150, "Link selection (Cisco proprietary)"},
    {151, "VRF name/VPN ID"},
    {152, "Server ID Override (Cisco proprietary)"},
};

struct Fields {
    u8 suboption{"dhcp.option.agent_information_option.suboption", "Option 82 Suboption", named(suboptions)};
    u8 length{"dhcp.option.suboption_length", "Length"};
    bytes circuit_id{"dhcp.option.agent_information_option.agent_circuit_id", "Agent Circuit ID"};
    bytes remote_id{"dhcp.option.agent_information_option.agent_remote_id", "Agent Remote ID"};
    u32 device_class{"dhcp.option.agent_information_option.docsis_device_class", "DOCSIS Device Class", hex};
    ip4 link{"dhcp.option.agent_information_option.link_selection", "Link selection"};
    text subscriber{"dhcp.option.agent_information_option.subscriber_id", "Subscriber ID"};
    bytes radius{"dhcp.option.agent_information_option.radius_attributes", "RADIUS Attributes"};
    bytes authentication{"dhcp.option.agent_information_option.authentication", "Authentication"};
    u32 enterprise{"dhcp.option.agent_information_option.vi.enterprise", "Enterprise"};
    u8 data_length{"dhcp.option.agent_information_option.vi.data_length", "Data Length"};
    bytes value{"dhcp.option.agent_information_option.value", "Value"};
    u8 flags{"dhcp.option.agent_information_option.flags", "Flags", hex};
    ip4 server{"dhcp.option.agent_information_option.server_id_override", "Server ID Override"};
    bytes agent{"dhcp.option.agent_information_option.relay_agent_id", "Relay Agent Identifier"};
    text network{"dhcp.option.agent_information_option.ani_network_name", "Access Network Name"};
    text access_point{"dhcp.option.agent_information_option.ani_ap_name", "Access Point Name"};
    mac bssid{"dhcp.option.agent_information_option.ani_ap_bssid", "Access Point BSSID"};
    bytes operator_id{"dhcp.option.agent_information_option.ani_operator_id", "Access Network Operator ID"};
    text realm{"dhcp.option.agent_information_option.ani_operator_realm", "Access Network Operator Realm"};
    ip4 cisco_link{"dhcp.option.agent_information_option.link_selection_cisco", "Link selection (Cisco proprietary)"};
    text vrf{"dhcp.option.agent_information_option.vrf_name", "VRF name"};
    u24 vpn_oui{"dhcp.option.agent_information_option.vrf_name.vpn_id.oui", "VRF name/VPN ID OUI", hex};
    u32 vpn_index{"dhcp.option.agent_information_option.vrf_name.vpn_id.index", "VRF name/VPN ID Index", hex};
    u8 global{"dhcp.option.agent_information_option.vrf_name.global", "Global, default VPN"};
    ip4 cisco_server{"dhcp.option.agent_information_option.server_id_override_cisco", "Server ID Override (Cisco proprietary)"};
};
inline constexpr Fields a;

/// "Option 82 Suboption: (5) Link selection (10.0.0.1)"
inline void tell(const LayerValues& v, std::string& line) {
    const char* name = v.choice(a.suboption);
    line += ": (" + v.text(a.suboption) + ") " + (name ? name : "Unknown");
    for (const Field* each : {&a.link, &a.server, &a.cisco_link, &a.cisco_server})
        if (v.has(*each)) line += " (" + v.text(*each) + ")";
}

inline constexpr auto information = repeat(group("Option 82 Suboption",
    a.suboption, a.length, part(a.length, choice(a.suboption,
        when(1, a.circuit_id(rest)), when(2, a.remote_id(rest)), when(4, a.device_class), when(5, a.link),  // RFC 3256, 3527
        when(6, a.subscriber(rest)), when(7, a.radius(rest)), when(8, a.authentication(rest)),             // RFC 3993, 4014, 4030
        when(9, repeat(a.enterprise, a.data_length, if_set(a.data_length, a.value(a.data_length)))),       // RFC 4243
        when(10, a.flags), when(11, a.server), when(12, a.agent(rest)),                                    // RFC 5010, 5107, 6925
        when(14, a.network(rest)), when(15, a.access_point(rest)), when(16, a.bssid), when(17, a.operator_id(rest)),
        when(18, a.realm(rest)),                                                                           // RFC 7839
        when(150, a.cisco_link), when(152, a.cisco_server),
        when(151, choice(peek(1), when(0, skip(1), a.vrf(rest)), when(1, skip(1), a.vpn_oui, a.vpn_index), when(255, a.global),
                         otherwise(a.value(rest)))),                                                       // RFC 6607
        otherwise(if_set(left, a.value(rest)))))).shows(a.suboption).tells(tell));

}  // namespace sallyport::protocols::dhcp_agent
