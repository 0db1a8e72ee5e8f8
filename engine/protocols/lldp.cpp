// SPDX-License-Identifier: GPL-3.0-or-later
// Link Layer Discovery Protocol, IEEE 802.1AB; extensions of IEEE 802.1 (annex E), 802.3 (annex F) and LLDP-MED (ANSI/TIA-1057).
#include "protocol/protocol.h"
#include "protocols/truths.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice tlv_types[] = {
    {0, "End of LLDPDU"},
    {1, "Chassis Id"},
    {2, "Port Id"},
    {3, "Time to Live"},
    {4, "Port Description"},
    {5, "System Name"},
    {6, "System Description"},
    {7, "System Capabilities"},
    {8, "Management Address"},
    {127, "Organization Specific"},
};
constexpr Choice chassis_subtypes[] = {
    {0, "Reserved"},
    {1, "Chassis component"},
    {2, "Interface alias"},
    {3, "Port component"},
    {4, "MAC address"},
    {5, "Network address"},
    {6, "Interface name"},
    {7, "Locally assigned"},
};
constexpr Choice port_subtypes[] = {
    {0, "Reserved"},
    {1, "Interface alias"},
    {2, "Port component"},
    {3, "MAC address"},
    {4, "Network address"},
    {5, "Interface name"},
    {6, "Agent circuit Id"},
    {7, "Locally assigned"},
};
constexpr Choice families[] = {
    {0, "Reserved"},
    {1, "IPv4"},
    {2, "IPv6"},
    {3, "NSAP"},
    {4, "HDLC (8-bit multidrop)"},
    {5, "BBN 1822"},
    {6, "802 (includes all 802 media plus Ethernet)"},
    {7, "E.163"},
    {8, "E.164 (SMDS, Frame Relay, ATM)"},
    {9, "F.69 (Telex)"},
    {10, "X.121 (X.25, Frame Relay)"},
    {11, "IPX"},
    {12, "Appletalk"},
    {13, "Decnet IV"},
    {14, "Banyan Vines"},
    {15, "E.164 with NSAP subaddress"},
    {16, "DNS (Domain Name System)"},
    {17, "Distinguished Name"},
    {18, "AS Number"},
    {19, "XTP over IP version 4"},
    {20, "XTP over IP version 6"},
    {21, "XTP native mode XTP"},
    {22, "Fibre Channel World-Wide Port Name"},
    {23, "Fibre Channel World-Wide Node Name"},
    {24, "GWID"},
    {25, "Layer-2 VPN"},
    {26, "MPLS-TP Section Endpoint Identifier"},
    {27, "MPLS-TP LSP Endpoint Identifier"},
    {28, "MPLS-TP Pseudowire Endpoint Identifier"},
    {29, "MT IP: Multi-Topology IP version 4"},
    {30, "MT IPv6: Multi-Topology IP version 6"},
    {196, "Layer-2 VPN (old)"},
    {16384, "EIGRP Common Service Family"},
    {16385, "EIGRP IPv4 Service Family"},
    {16386, "EIGRP IPv6 Service Family"},
    {16387, "LISP Canonical Address Format (LCAF)"},
    {16388, "BGP-LS"},
    {16389, "48-bit MAC Address"},
    {16390, "64-bit MAC Address"},
    {16391, "OUI"},
    {16392, "MAC/24"},
    {16393, "MAC/40"},
    {16394, "IPv6/64"},
    {16395, "RBridge Port ID"},
    {16396, "TRILL Nickname"},
};
constexpr Choice organizations[] = {
    {0x0080c2, "Ieee 802.1"}, {0x00120f, "Ieee 802.3"}, {0x0012bb, "TIA TR-41 Committee"}, {0x000ecf, "PROFIBUS"}};
constexpr Choice subtypes_8021[] = {
    {1, "Port VLAN ID"},
    {2, "Port and Protocol VLAN ID"},
    {3, "VLAN Name"},
    {4, "Protocol Identity"},
    {5, "VID Usage Digest"},
    {6, "Management VID"},
    {7, "Link Aggregation"},
    {8, "Congestion Notification"},
    {9, "ETS Configuration"},
    {10, "ETS Recommendation"},
    {11, "Priority Flow Control Configuration"},
    {12, "Application Protocol"},
    {13, "EVB"},
    {14, "CDCP"},
    {15, "Port extension"},
    {16, "Application VLAN"},
    {17, "LRP ECP Discovery"},
    {18, "LRP TCP Discovery"},
    {19, "Congestion Isolation"},
    {20, "Topology Recognition"},
};
constexpr Choice subtypes_8023[] = {
    {1, "MAC/PHY Configuration/Status"},
    {2, "Power Via MDI"},
    {3, "Link Aggregation"},
    {4, "Maximum Frame Size"},
    {5, "EEE (Energy-Efficient Ethernet)"},
    {7, "IEEE 802.3br Additional Ethernet capabilities"},
};
constexpr Choice subtypes_media[] = {
    {1, "Media Capabilities"},
    {2, "Network Policy"},
    {3, "Location Identification"},
    {4, "Extended Power-via-MDI"},
    {5, "Inventory - Hardware Revision"},
    {6, "Inventory - Firmware Revision"},
    {7, "Inventory - Software Revision"},
    {8, "Inventory - Serial Number"},
    {9, "Inventory - Manufacturer Name"},
    {10, "Inventory - Model Name"},
    {11, "Inventory - Asset ID"},
};
constexpr Choice device_classes[] = {
    {0, "Type Not Defined"},
    {1, "Endpoint Class I"},
    {2, "Endpoint Class II"},
    {3, "Endpoint Class III"},
    {4, "Network Connectivity"},
};
constexpr Choice applications[] = {
    {0, "Reserved"},
    {1, "Voice"},
    {2, "Voice Signaling"},
    {3, "Guest Voice"},
    {4, "Guest Voice Signaling"},
    {5, "Softphone Voice"},
    {6, "Video Conferencing"},
    {7, "Streaming Video"},
    {8, "Video Signaling"},
};

constexpr Choice policy_unknown_truth[] = {{1, "Unknown"}, {0, "Defined"}};

constexpr Choice interface_subtype_names[] = {
    {1, "Unknown"},
    {2, "ifIndex"},
    {3, "System port number"},
};
constexpr Choice pmd_mau_type_names[] = {
    {0x00, "other or unknown"},
    {0x01, "AUI - no internal MAU, view from AUI"},
    {0x02, "10Base5 - thick coax MAU"},
    {0x03, "Foirl - FOIRL MAU"},
    {0x04, "10Base2 - thin coax MAU"},
    {0x05, "10BaseT - UTP MAU"},
    {0x06, "10BaseFP - passive fiber MAU"},
    {0x07, "10BaseFB - sync fiber MAU"},
    {0x08, "10BaseFL - async fiber MAU"},
    {0x09, "10Broad36 - broadband DTE MAU"},
    {0x0a, "10BaseTHD - UTP MAU, half duplex mode"},
    {0x0b, "10BaseTFD - UTP MAU, full duplex mode"},
    {0x0c, "10BaseFLHD - async fiber MAU, half duplex mode"},
    {0x0d, "10BaseFLDF - async fiber MAU, full duplex mode"},
    {0x0e, "10BaseT4 - 4 pair category 3 UTP"},
    {0x0f, "100BaseTXHD - 2 pair category 5 UTP, half duplex mode"},
    {0x10, "100BaseTXFD - 2 pair category 5 UTP, full duplex mode"},
    {0x11, "100BaseFXHD - X fiber over PMT, half duplex mode"},
    {0x12, "100BaseFXFD - X fiber over PMT, full duplex mode"},
    {0x13, "100BaseT2HD - 2 pair category 3 UTP, half duplex mode"},
    {0x14, "100BaseT2DF - 2 pair category 3 UTP, full duplex mode"},
    {0x15, "1000BaseXHD - PCS/PMA, unknown PMD, half duplex mode"},
    {0x16, "1000BaseXFD - PCS/PMA, unknown PMD, full duplex mode"},
    {0x17, "1000BaseLXHD - Fiber over long-wavelength laser, half duplex mode"},
    {0x18, "1000BaseLXFD - Fiber over long-wavelength laser, full duplex mode"},
    {0x19, "1000BaseSXHD - Fiber over short-wavelength laser, half duplex mode"},
    {0x1a, "1000BaseSXFD - Fiber over short-wavelength laser, full duplex mode"},
    {0x1b, "1000BaseCXHD - Copper over 150-Ohm balanced cable, half duplex mode"},
    {0x1c, "1000BaseCXFD - Copper over 150-Ohm balanced cable, full duplex mode"},
    {0x1d, "1000BaseTHD - Four-pair Category 5 UTP, half duplex mode"},
    {0x1e, "1000BaseTFD - Four-pair Category 5 UTP, full duplex mode"},
    {0x1f, "10GigBaseX - X PCS/PMA, unknown PMD."},
    {0x20, "10GigBaseLX4 - X fiber over WWDM optics"},
    {0x21, "10GigBaseR - R PCS/PMA, unknown PMD."},
    {0x22, "10GigBaseER - R fiber over 1550 nm optics"},
    {0x23, "10GigBaseLR - R fiber over 1310 nm optics"},
    {0x24, "10GigBaseSR - R fiber over 850 nm optics"},
    {0x25, "10GigBaseW - W PCS/PMA, unknown PMD."},
    {0x26, "10GigBaseEW - W fiber over 1550 nm optics"},
    {0x27, "10GigBaseLW - W fiber over 1310 nm optics"},
    {0x28, "10GigBaseSW - W fiber over 850 nm optics"},
    {0x29, "10GBASE-CX4 - X copper over 8 pair 100-Ohm balanced cable"},
    {0x2a, "2BASE-TL - Voice grade UTP copper, up to 2700m, optional PAF"},
    {0x2b, "10PASS-TS - Voice grade UTP copper, up to 750m, optional PAF"},
    {0x2c, "100BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km"},
    {0x2d, "100BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km"},
    {0x2e, "100BASE-LX10 - One single-mode fiber ONU, long wavelength, 10km"},
    {0x2f, "1000BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km"},
    {0x30, "1000BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km"},
    {0x31, "1000BASE-LX10 - Two sigle-mode fiber, long wavelength, 10km"},
    {0x32, "1000BASE-PX10D - One single-mode fiber EPON OLT, 10km"},
    {0x33, "1000BASE-PX10U - One single-mode fiber EPON ONU, 10km"},
    {0x34, "1000BASE-PX20D - One single-mode fiber EPON OLT, 20km"},
    {0x35, "1000BASE-PX20U - One single-mode fiber EPON ONU, 20km"},
};

constexpr struct {
    u16 type{"lldp.tlv.type", "TLV Type", mask(0xfe00), named(tlv_types)};
    u16 len{"lldp.tlv.len", "TLV Length", mask(0x01ff)};
    u8 chassis_subtype{"lldp.chassis.subtype", "Chassis Id Subtype", named(chassis_subtypes)};
    bytes chassis{"lldp.chassis.id", "Chassis Id"};
    mac chassis_mac{"lldp.chassis.id.mac", "Chassis Id"};
    ip4 chassis_ip4{"lldp.chassis.id.ip4", "Chassis Id"};
    ip6 chassis_ip6{"lldp.chassis.id.ip6", "Chassis Id"};
    u8 port_subtype{"lldp.port.subtype", "Port Id Subtype", named(port_subtypes)};
    text port{"lldp.port.id", "Port Id"};
    mac port_mac{"lldp.port.id.mac", "Port Id"};
    ip4 port_ip4{"lldp.port.id.ip4", "Port Id"};
    ip6 port_ip6{"lldp.port.id.ip6", "Port Id"};
    u8 family{"lldp.network_address.subtype", "Network Address family", named(families)};
    u16 ttl{"lldp.time_to_live", "Seconds"};
    text port_desc{"lldp.port.desc", "Port Description"};
    text name{"lldp.tlv.system.name", "System Name"};
    text desc{"lldp.tlv.system.desc", "System Description"};
    u8 address_length{"lldp.mgn.address.len", "Address String Length"};
    u8 address_family{"lldp.mgn.address.subtype", "Address Subtype", named(families)};
    ip4 address_ip4{"lldp.mgn.addr.ip4", "Management Address"};
    ip6 address_ip6{"lldp.mgn.addr.ip6", "Management Address"};
    bytes address{"lldp.mgn.addr.hex", "Management Address"};
    u8 interface_subtype{"lldp.mgn.interface.subtype", "Interface Subtype", named(interface_subtype_names)};
    u32 interface{"lldp.mgn.interface.number", "Interface Number"};
    u8 oid_length{"lldp.mgn.obj.len", "OID String Length"};
    bytes oid{"@oid", ""};
    u24 oui{"lldp.orgtlv.oui", "Organization Unique Code", named(organizations)};
    bytes unknown{"lldp.unknown_subtype.content", "Content"};
} f;

/// IEEE 802.1AB 8.5.8.1, once as what the system can do, once as what is switched on.
#define CAPABILITIES(variable, prefix, title)                                                                 \
    constexpr struct {                                                                                        \
        u16 all{prefix, title, hex};                                                                          \
        flag other{prefix ".other", "Other", mask(0x0001), named(is_capable)}; \
        flag repeater{prefix ".repeater", "Repeater", mask(0x0002), named(is_capable)}; \
        flag bridge{prefix ".bridge", "Bridge", mask(0x0004), named(is_capable)}; \
        flag wlan{prefix ".wlan_access_pt", "WLAN access point", mask(0x0008), named(is_capable)}; \
        flag router{prefix ".router", "Router", mask(0x0010), named(is_capable)}; \
        flag telephone{prefix ".telephone", "Telephone", mask(0x0020), named(is_capable)}; \
        flag docsis{prefix ".docsis_cable_device", "DOCSIS cable device", mask(0x0040), named(is_capable)}; \
        flag station{prefix ".station_only", "Station only", mask(0x0080), named(is_capable)}; \
    } variable;
CAPABILITIES(can, "lldp.tlv.system_cap", "Capabilities")
CAPABILITIES(does, "lldp.tlv.enable_system_cap", "Enabled Capabilities")
#undef CAPABILITIES

constexpr struct {
    u8 subtype{"lldp.ieee.802_1.subtype", "IEEE 802.1 Subtype", hex, named(subtypes_8021)};
    u16 port_vlan{"lldp.ieee.802_1.port_vlan.id", "Port VLAN Identifier", dec_hex};
    u8 flags{"lldp.ieee.802_1.port_and_vlan_id_flag", "Flags", hex};
    flag supported{"lldp.ieee.802_1.port_and_vlan_id_flag.supported", "Port and Protocol VLAN", mask(0x02), named(is_supported)};
    flag enabled{"lldp.ieee.802_1.port_and_vlan_id_flag.enabled", "Port and Protocol VLAN", mask(0x04), named(is_enabled)};
    u16 protocol_vlan{"lldp.ieee.802_1.port_proto_vlan.id", "Port and Protocol VLAN Identifier", dec_hex};
    u16 vlan{"lldp.ieee.802_1.vlan.id", "VLAN Identifier", dec_hex};
    u8 name_length{"lldp.ieee.802_1.vlan.name_len", "VLAN Name Length"};
    text name{"lldp.ieee.802_1.vlan.name", "VLAN Name"};
    u8 identity_length{"lldp.ieee.802_1.proto.id_length", "Protocol Identity Length"};
    bytes identity{"lldp.ieee.802_1.proto.id", "Protocol Identity"};
} q;

/// IEEE 802.3 30.6.1.1.5. Some devices send the bits in inverse order: a second reading, as Wireshark gives it.
#define ADVERTISED "lldp.ieee.802_3.pmd_auto_neg_advertised_caps"
#define ADVERTISED_BITS(variable, prefix, bit)                                                                       \
    constexpr struct {                                                                                               \
        flag t1000fd{prefix ".1000base_tfd", "1000BASE-T (full duplex mode)", mask(bit(0)), named(is_capable)}; \
        flag t1000{prefix ".1000base_t", "1000BASE-T (half duplex mode)", mask(bit(1)), named(is_capable)}; \
        flag x1000fd{prefix ".1000base_xfd", "1000BASE-X (-LX, -SX, -CX full duplex mode)", mask(bit(2)), named(is_capable)}; \
        flag x1000{prefix ".1000base_x", "1000BASE-X (-LX, -SX, -CX half duplex mode)", mask(bit(3)), named(is_capable)}; \
        flag both_pause{prefix ".fdx_bpause", "Asymmetric and Symmetric PAUSE (for full-duplex links)", mask(bit(4)), named(is_capable)}; \
        flag symmetric{prefix ".fdx_spause", "Symmetric PAUSE (for full-duplex links)", mask(bit(5)), named(is_capable)}; \
        flag asymmetric{prefix ".fdx_apause", "Asymmetric PAUSE (for full-duplex links)", mask(bit(6)), named(is_capable)}; \
        flag pause{prefix ".fdx_pause", "PAUSE (for full-duplex links)", mask(bit(7)), named(is_capable)}; \
        flag t2_100fd{prefix ".100base_t2fd", "100BASE-T2 (full duplex mode)", mask(bit(8)), named(is_capable)}; \
        flag t2_100{prefix ".100base_t2", "100BASE-T2 (half duplex mode)", mask(bit(9)), named(is_capable)}; \
        flag tx100fd{prefix ".100base_txfd", "100BASE-TX (full duplex mode)", mask(bit(10)), named(is_capable)}; \
        flag tx100{prefix ".100base_tx", "100BASE-TX (half duplex mode)", mask(bit(11)), named(is_capable)}; \
        flag t4_100{prefix ".100base_t4", "100BASE-T4", mask(bit(12)), named(is_capable)}; \
        flag t10fd{prefix ".10base_tfd", "10BASE-T (full duplex mode)", mask(bit(13)), named(is_capable)}; \
        flag t10{prefix ".10base_t", "10BASE-T (half duplex mode)", mask(bit(14)), named(is_capable)}; \
        flag other{prefix ".other", "Other or unknown", mask(bit(15)), named(is_capable)}; \
    } variable;
#define UP(n) (1u << (n))
#define DOWN(n) (0x8000u >> (n))
ADVERTISED_BITS(a, ADVERTISED, UP)
ADVERTISED_BITS(inverse, ADVERTISED "_inv", DOWN)
#undef UP
#undef DOWN
#undef ADVERTISED_BITS
template <class Bits> constexpr auto advertised_bits(const Bits& b) {
    return sequence(b.t1000fd, b.t1000, b.x1000fd, b.x1000, b.both_pause, b.symmetric, b.asymmetric, b.pause, b.t2_100fd, b.t2_100,
                    b.tx100fd, b.tx100, b.t4_100, b.t10fd, b.t10, b.other);
}

constexpr struct {
    u8 subtype{"lldp.ieee.802_3.subtype", "IEEE 802.3 Subtype", hex, named(subtypes_8023)};
    u8 negotiation{"lldp.ieee.802_3.mac_phy_auto_neg_status", "Auto-Negotiation Support/Status", hex};
    flag supported{"lldp.ieee.802_3.mac_phy_auto_neg_status.supported", "Auto-Negotiation", mask(0x01), named(is_supported)};
    flag enabled{"lldp.ieee.802_3.mac_phy_auto_neg_status.enabled", "Auto-Negotiation", mask(0x02), named(is_enabled)};
    u16 advertised{ADVERTISED, "PMD Auto-Negotiation Advertised Capability", hex};
    u16 mau{"lldp.ieee.802_3.pmd_mau_type", "Operational MAU Type", hex, named(pmd_mau_type_names)};
    u16 frame_size{"lldp.ieee.802_3.max_frame_size", "Maximum Frame Size"};
    u8 aggregation{"lldp.ieee.802_3.aggregation_status", "Aggregation Status", hex};
    flag aggregates{"lldp.ieee.802_3.aggregation_status.cap", "Aggregation Capability", mask(0x01), named(yes_no)};
    flag aggregated{"lldp.ieee.802_3.aggregation_status.enabled", "Aggregation Status", mask(0x02), named(is_enabled)};
    u32 aggregated_port{"lldp.ieee.802_3.aggregated_port_id", "Aggregated Port Id"};
} e;
#undef ADVERTISED

constexpr struct {
    u8 subtype{"lldp.media.subtype", "Media Subtype", hex, named(subtypes_media)};
    u16 caps{"lldp.media.subtype.caps", "Capabilities", hex};
    flag caps_lldp{"lldp.media.subtype.caps.llpd", "LLDP-MED Capabilities", mask(0x0001), named(is_capable)};
    flag caps_policy{"lldp.media.subtype.caps.network_policy", "Network Policy", mask(0x0002), named(is_capable)};
    flag caps_location{"lldp.media.subtype.caps.location_id", "Location Identification", mask(0x0004), named(is_capable)};
    flag caps_pse{"lldp.media.subtype.caps.mdi_pse", "Extended Power via MDI-PSE", mask(0x0008), named(is_capable)};
    flag caps_pd{"lldp.media.subtype.caps.mid_pd", "Extended Power via MDI-PD", mask(0x0010), named(is_capable)};
    flag caps_inventory{"lldp.media.subtype.caps.inventory", "Inventory", mask(0x0020), named(is_capable)};
    u8 klass{"lldp.media.subtype.class", "Class Type", named(device_classes)};
    u8 application{"lldp.media.app_type", "Application Type", named(applications)};
    flag policy_unknown{"lldp.media.policy_flag", "Policy", mask(0x800000), named(policy_unknown_truth)};
    flag tagged{"lldp.media.tag_flag", "Tagged", mask(0x400000), named(yes_no)};
    u24 vlan{"lldp.media.vlan_id", "VLAN Id", mask(0x1ffe00)};
    u24 priority{"lldp.media.l2_prio", "L2 Priority", mask(0x0001c0)};
    u24 dscp{"lldp.media.dscp", "DSCP Priority", mask(0x00003f)};
    text hardware{"lldp.media.hardware", "Hardware Revision"};
    text firmware{"lldp.media.firmware", "Firmware Revision"};
    text software{"lldp.media.software", "Software Revision"};
    text serial{"lldp.media.sn", "Serial Number"};
    text manufacturer{"lldp.media.manufacturer", "Manufacturer Name"};
    text model{"lldp.media.model", "Model Name"};
    text asset{"lldp.media.asset", "Asset ID"};
} m;

constexpr auto chassis = sequence(f.chassis_subtype, choice(f.chassis_subtype,
    when(4, f.chassis_mac),
    when(5, f.family, choice(f.family, when(1, f.chassis_ip4), when(2, f.chassis_ip6), otherwise(f.chassis(rest)))),
    otherwise(f.chassis(rest))));
constexpr auto port = sequence(f.port_subtype, choice(f.port_subtype,
    when(3, f.port_mac),
    when(4, f.family, choice(f.family, when(1, f.port_ip4), when(2, f.port_ip6), otherwise(f.port(rest)))),
    otherwise(f.port(rest))));
constexpr auto capabilities = sequence(
    can.all(can.other, can.repeater, can.bridge, can.wlan, can.router, can.telephone, can.docsis, can.station),
    does.all(does.other, does.repeater, does.bridge, does.wlan, does.router, does.telephone, does.docsis, does.station));
constexpr auto management = sequence(
    f.address_length,
    part(f.address_length, f.address_family,
         choice(f.address_family, when(1, f.address_ip4), when(2, f.address_ip6), otherwise(f.address(rest)))),
    f.interface_subtype, f.interface, f.oid_length, if_set(f.oid_length, f.oid(f.oid_length)));
constexpr auto ieee_8021 = sequence(q.subtype, choice(q.subtype,
    when(1, q.port_vlan), when(2, q.flags(q.supported, q.enabled), q.protocol_vlan),
    when(3, q.vlan, q.name_length, if_set(q.name_length, q.name(q.name_length))),
    when(4, q.identity_length, if_set(q.identity_length, q.identity(q.identity_length))),
    otherwise(if_set(left, f.unknown(rest)))));
constexpr auto ieee_8023 = sequence(e.subtype, choice(e.subtype,
    when(1, e.negotiation(e.supported, e.enabled), e.advertised(advertised_bits(a), advertised_bits(inverse)), e.mau),
    when(3, e.aggregation(e.aggregates, e.aggregated), e.aggregated_port),
    when(4, e.frame_size),
    otherwise(if_set(left, f.unknown(rest)))));
constexpr auto media = sequence(m.subtype, choice(m.subtype,
    when(1, m.caps(m.caps_lldp, m.caps_policy, m.caps_location, m.caps_pse, m.caps_pd, m.caps_inventory), m.klass),
    when(2, m.application, bits(3, m.policy_unknown, m.tagged, m.vlan, m.priority, m.dscp)),
    when(5, m.hardware(rest)), when(6, m.firmware(rest)), when(7, m.software(rest)), when(8, m.serial(rest)),
    when(9, m.manufacturer(rest)), when(10, m.model(rest)), when(11, m.asset(rest)),
    otherwise(if_set(left, f.unknown(rest)))));
constexpr auto organization = sequence(f.oui, choice(f.oui,
    when(0x0080c2, ieee_8021), when(0x00120f, ieee_8023), when(0x0012bb, media), otherwise(if_set(left, f.unknown(rest)))));

constexpr auto tlv = group("TLV",
    bits(2, f.type, f.len),
    part(f.len, choice(f.type,
        when(1, chassis), when(2, port), when(3, f.ttl), when(4, f.port_desc(rest)), when(5, f.name(rest)), when(6, f.desc(rest)),
        when(7, capabilities), when(8, management), when(127, organization))),
    choice(f.type, when(0, stop()))).shows(f.type);
constexpr auto items = repeat(tlv);

void info(const LayerValues& v, std::string& out) {
    out = v.has(f.chassis_mac) ? "MA/" + v.text(f.chassis_mac) : "Chassis " + v.text(f.chassis);
    out += v.has(f.port_mac) ? " MA/" + v.text(f.port_mac) : " " + v.text(f.port);
    out += " " + v.text(f.ttl);
    if (v.has(f.name)) out += " SysN=" + v.text(f.name);
}
constexpr Parent parents[] = {{"ethertype", 0x88cc}};
}  // namespace

extern const Protocol lldp;
constexpr Protocol lldp{
    .name = "lldp", .label = "Link Layer Discovery Protocol", .column = "LLDP", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
