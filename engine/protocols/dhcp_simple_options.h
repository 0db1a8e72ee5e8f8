// SPDX-License-Identifier: GPL-3.0-or-later
// Options of DHCP that hold one value, or the same kind of value several times: RFC 2132 and later.
#pragma once
#include "protocol/protocol.h"
#include "protocols/durations.h"
#include "protocols/truths.h"
#include <cstdlib>

namespace sallyport::protocols::dhcp_simple {
using namespace layout;

/// "IP Address Lease Time: (43200s) 12 hours"
inline void tell_seconds(const LayerValues&, std::string& line) {
    const std::size_t number = line.rfind(' ') + 1;
    const std::uint64_t seconds = std::strtoull(line.c_str() + number, nullptr, 10);
    line.resize(number);
    line += "(" + std::to_string(seconds) + "s) " + (seconds == 0xffffffff ? "infinity" : duration(seconds));
}

struct Fields {
    ip4 router{"dhcp.option.router", "Router"};
    ip4 time_server{"dhcp.option.time_server", "Time Server"};
    ip4 name_server{"dhcp.option.name_server", "Name Server"};
    ip4 domain_name_server{"dhcp.option.domain_name_server", "Domain Name Server"};
    ip4 log_server{"dhcp.option.log_server", "Log Server"};
    ip4 quotes_server{"dhcp.option.quotes_server", "Quotes Server"};
    ip4 lpr_server{"dhcp.option.lpr_server", "LPR Server"};
    ip4 impress_server{"dhcp.option.impress_server", "Impress Server"};
    ip4 resource_location_server{"dhcp.option.resource_location_server", "Resource Location Server"};
    ip4 nis_server{"dhcp.option.nis_server", "Network Information Service Server"};
    ip4 ntp_server{"dhcp.option.ntp_server", "Network Time Protocol Server"};
    ip4 netbios_over_tcpip_name_server{"dhcp.option.netbios_over_tcpip_name_server", "NetBIOS over TCP/IP Name Server"};
    ip4 netbios_over_tcpip_dd_name_server{"dhcp.option.netbios_over_tcpip_dd_name_server",
                                          "NetBIOS over TCP/IP Datagram Distribution Name Server"};
    ip4 xwindows_system_font_server{"dhcp.option.xwindows_system_font_server", "X Window System Font Server"};
    ip4 xwindows_system_display_manager{"dhcp.option.xwindows_system_display_manager", "X Window System Display Manager"};
    ip4 nis_plus_server{"dhcp.option.nis_plus_server", "Network Information Service+ Server"};
    ip4 mobile_ip_home_agent{"dhcp.option.mobile_ip_home_agent", "Mobile IP Home Agent"};
    ip4 smtp_server{"dhcp.option.smtp_server", "SMTP Server"};
    ip4 pop3_server{"dhcp.option.pop3_server", "POP3 Server"};
    ip4 nntp_server{"dhcp.option.nntp_server", "NNTP Server"};
    ip4 default_www_server{"dhcp.option.default_www_server", "Default WWW Server"};
    ip4 default_finger_server{"dhcp.option.default_finger_server", "Default Finger Server"};
    ip4 default_irc_server{"dhcp.option.default_irc_server", "Default IRC Server"};
    ip4 streettalk_server{"dhcp.option.streettalk_server", "StreetTalk Server"};
    ip4 streettalk_da_server{"dhcp.option.streettalk_da_server", "StreetTalk Directory Assistance Server"};
    ip4 novell_dss_ip{"dhcp.option.novell_dss.ip", "IP Address"};
    ip4 associated_ip_option{"dhcp.option.associated_ip_option", "Associated IP option"};
    ip4 netinfo_parent_server_address{"dhcp.option.netinfo_parent_server_address", "NetInfo Parent Server Address"};
    ip4 pana_agent{"dhcp.option.pana_agent", "PAA IPv4 Address"};
    ip4 capwap_access_controller{"dhcp.option.capwap_access_controller", "CAPWAP Access Controllers"};
    ip4 andsf_server{"dhcp.option.andsf_server", "ANDSF Server"};
    ip4 tftp_server_address{"dhcp.option.tftp_server_address", "TFTP Server Address"};
    ip4 subnet_mask{"dhcp.option.subnet_mask", "Subnet Mask"};
    ip4 swap_server{"dhcp.option.swap_server", "Swap Server"};
    ip4 broadcast_address{"dhcp.option.broadcast_address", "Broadcast Address"};
    ip4 router_solicitation_address{"dhcp.option.router_solicitation_address", "Router Solicitation Address"};
    ip4 requested_ip_address{"dhcp.option.requested_ip_address", "Requested IP Address"};
    ip4 dhcp_server_id{"dhcp.option.dhcp_server_id", "DHCP Server Identifier"};
    ip4 subnet_selection_option{"dhcp.option.subnet_selection_option", "Subnet Selection Option"};
    text hostname{"dhcp.option.hostname", "Host Name"};
    text merit_dump_file{"dhcp.option.merit_dump_file", "Merit Dump File"};
    text domain_name{"dhcp.option.domain_name", "Domain Name"};
    text root_path{"dhcp.option.root_path", "Root Path"};
    text extension_path{"dhcp.option.extension_path", "Extensions Path"};
    text nis_domain{"dhcp.option.nis_domain", "Network Information Service Domain"};
    text netbios_over_tcpip_scope{"dhcp.option.netbios_over_tcpip_scope", "NetBIOS over TCP/IP Scope"};
    text message{"dhcp.option.message", "Message"};
    text vendor_class_id{"dhcp.option.vendor_class_id", "Vendor class identifier"};
    text nis_plus_domain{"dhcp.option.nis_plus_domain", "Network Information Service+ Domain"};
    text tftp_server_name{"dhcp.option.tftp_server_name", "TFTP Server Name"};
    text bootfile_name{"dhcp.option.bootfile_name", "Bootfile name"};
    text novell_ds_tree_name{"dhcp.option.novell_ds_tree_name", "Novell Directory Services Tree Name"};
    text novell_ds_context{"dhcp.option.novell_ds_context", "Novell Directory Services Context"};
    text tz_pcode{"dhcp.option.tz_pcode", "TZ PCode"};
    text tz_tcode{"dhcp.option.tz_tcode", "TZ TCode"};
    text netinfo_parent_server_tag{"dhcp.option.netinfo_parent_server_tag", "NetInfo Parent Server Tag"};
    text captive_portal{"dhcp.option.captive_portal", "Captive Portal"};
    text mudurl{"dhcp.option.mudurl", "MUDURL"};
    text pxe_config_file{"dhcp.option.pxe_config_file", "PXELINUX configuration file"};
    text pxe_path_prefix{"dhcp.option.pxe_path_prefix", "PXELINUX path prefix"};
    text private_proxy_autodiscovery{"dhcp.option.private_proxy_autodiscovery", "Private/Proxy autodiscovery"};
    flag ip_forwarding{"dhcp.option.ip_forwarding", "IP Forwarding", named(is_enabled)};
    flag non_local_source_routing{"dhcp.option.non_local_source_routing", "Non-Local Source Routing", named(is_enabled)};
    flag all_subnets_are_local{"dhcp.option.all_subnets_are_local", "All Subnets are Local", named(yes_no)};
    flag perform_mask_discovery{"dhcp.option.perform_mask_discovery", "Perform Mask Discovery", named(is_enabled)};
    flag mask_supplier{"dhcp.option.mask_supplier", "Mask Supplier", named(yes_no)};
    flag perform_router_discover{"dhcp.option.perform_router_discover", "Perform Router Discover", named(is_enabled)};
    flag trailer_encapsulation{"dhcp.option.trailer_encapsulation", "Trailer Encapsulation", named(is_enabled)};
    flag ethernet_encapsulation{"dhcp.option.ethernet_encapsulation", "Ethernet Encapsulation", named(is_enabled)};
    flag tcp_keepalive_garbage{"dhcp.option.tcp_keepalive_garbage", "TCP Keepalive Garbage", named(is_enabled)};
    u16 boot_file_size{"dhcp.option.boot_file_size", "Boot File Size"};
    u16 max_datagram_reassembly_size{"dhcp.option.max_datagram_reassembly_size", "Maximum Datagram Reassembly Size"};
    u8 default_ip_ttl{"dhcp.option.default_ip_ttl", "Default IP Time-to-Live"};
    u16 interface_mtu{"dhcp.option.interface_mtu", "Interface MTU"};
    u8 tcp_default_ttl{"dhcp.option.tcp_default_ttl", "TCP Default TTL"};
    u16 dhcp_max_message_size{"dhcp.option.dhcp_max_message_size", "Maximum DHCP Message Size"};
    u32 path_mtu_aging_timeout{"dhcp.option.path_mtu_aging_timeout", "Path MTU Aging Timeout", tells(tell_seconds)};
    u32 arp_cache_timeout{"dhcp.option.arp_cache_timeout", "ARP Cache Timeout", tells(tell_seconds)};
    u32 tcp_keepalive_interval{"dhcp.option.tcp_keepalive_interval", "TCP Keepalive Interval", tells(tell_seconds)};
    u32 ip_address_lease_time{"dhcp.option.ip_address_lease_time", "IP Address Lease Time", tells(tell_seconds)};
    u32 renewal_time_value{"dhcp.option.renewal_time_value", "Renewal Time Value", tells(tell_seconds)};
    u32 rebinding_time_value{"dhcp.option.rebinding_time_value", "Rebinding Time Value", tells(tell_seconds)};
    u32 client_last_transaction_time{"dhcp.option.client_last_transaction_time", "Client last transaction time", tells(tell_seconds)};
    u32 bulk_lease_start_time_of_state{"dhcp.option.bulk_lease.start_time_of_state", "Start Time Of State", tells(tell_seconds)};
};
inline constexpr Fields o;

/// The cases of a choice over the option's number; to be run in a part as long as the option says.
inline constexpr auto cases = sequence(
        when(1, o.subnet_mask), when(3, repeat(o.router)), when(4, repeat(o.time_server)), when(5, repeat(o.name_server)),
        when(6, repeat(o.domain_name_server)), when(7, repeat(o.log_server)), when(8, repeat(o.quotes_server)),
        when(9, repeat(o.lpr_server)), when(10, repeat(o.impress_server)), when(11, repeat(o.resource_location_server)),
        when(12, o.hostname(rest)), when(13, o.boot_file_size), when(14, o.merit_dump_file(rest)), when(15, o.domain_name(rest)),
        when(16, o.swap_server), when(17, o.root_path(rest)), when(18, o.extension_path(rest)), when(19, o.ip_forwarding),
        when(20, o.non_local_source_routing), when(22, o.max_datagram_reassembly_size), when(23, o.default_ip_ttl),
        when(24, o.path_mtu_aging_timeout), when(26, o.interface_mtu), when(27, o.all_subnets_are_local), when(28, o.broadcast_address),
        when(29, o.perform_mask_discovery), when(30, o.mask_supplier), when(31, o.perform_router_discover),
        when(32, o.router_solicitation_address), when(34, o.trailer_encapsulation), when(35, o.arp_cache_timeout),
        when(36, o.ethernet_encapsulation), when(37, o.tcp_default_ttl), when(38, o.tcp_keepalive_interval),
        when(39, o.tcp_keepalive_garbage), when(40, o.nis_domain(rest)), when(41, repeat(o.nis_server)), when(42, repeat(o.ntp_server)),
        when(44, repeat(o.netbios_over_tcpip_name_server)), when(45, repeat(o.netbios_over_tcpip_dd_name_server)),
        when(47, o.netbios_over_tcpip_scope(rest)), when(48, repeat(o.xwindows_system_font_server)),
        when(49, repeat(o.xwindows_system_display_manager)), when(50, o.requested_ip_address), when(51, o.ip_address_lease_time),
        when(54, o.dhcp_server_id), when(56, o.message(rest)), when(57, o.dhcp_max_message_size), when(58, o.renewal_time_value),
        when(59, o.rebinding_time_value), when(60, o.vendor_class_id(rest)), when(64, o.nis_plus_domain(rest)),
        when(65, repeat(o.nis_plus_server)), when(66, o.tftp_server_name(rest)), when(67, o.bootfile_name(rest)),
        when(68, repeat(o.mobile_ip_home_agent)), when(69, repeat(o.smtp_server)), when(70, repeat(o.pop3_server)),
        when(71, repeat(o.nntp_server)), when(72, repeat(o.default_www_server)), when(73, repeat(o.default_finger_server)),
        when(74, repeat(o.default_irc_server)), when(75, repeat(o.streettalk_server)), when(76, repeat(o.streettalk_da_server)),
        when(85, repeat(o.novell_dss_ip)), when(86, o.novell_ds_tree_name(rest)), when(87, o.novell_ds_context(rest)),
        when(91, o.client_last_transaction_time), when(92, repeat(o.associated_ip_option)), when(100, o.tz_pcode(rest)),
        when(101, o.tz_tcode(rest)), when(112, repeat(o.netinfo_parent_server_address)), when(113, o.netinfo_parent_server_tag(rest)),
        when(114, o.captive_portal(rest)), when(118, o.subnet_selection_option), when(136, repeat(o.pana_agent)),
        when(138, repeat(o.capwap_access_controller)), when(142, repeat(o.andsf_server)), when(150, repeat(o.tftp_server_address)),
        when(153, o.bulk_lease_start_time_of_state), when(160, o.captive_portal(rest)), when(161, o.mudurl(rest)),
        when(209, o.pxe_config_file(rest)), when(210, o.pxe_path_prefix(rest)), when(252, o.private_proxy_autodiscovery(rest)));

}  // namespace sallyport::protocols::dhcp_simple
