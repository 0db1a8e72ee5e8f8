// SPDX-License-Identifier: GPL-3.0-or-later
// Linux cooked captures, versions 1 and 2: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html and …_SLL2.html
#include "protocol/reader.h"
#include "protocols/ethertypes.h"
#include "protocols/hardware_types.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice packet_types[] = {
    {0, "Unicast to us"},
    {1, "Broadcast"},
    {2, "Multicast"},
    {3, "Unicast to another host"},
    {4, "Sent by us"},
};
constexpr Choice link_protocols[] = {
    {1, "Raw 802.3"},
    {0x0003, "Ethernet"},
    {4, "802.2 LLC"},
    {0x0007, "PPP (HDLC)"},
    {0x000c, "CAN"},
    {0x000d, "CAN FD"},
    {0x0017, "IrDA LAP"},
    {0x00f5, "ISI"},
    {0x00f6, "IEEE 802.15.4"},
};
constexpr std::uint64_t least_ethertype = 1536;
constexpr std::uint64_t gre_hardware = 778;            // ARPHRD_IPGRE
constexpr std::uint64_t netlink_hardware = 824;        // ARPHRD_NETLINK: netlink.cpp reads the header
constexpr std::uint64_t prism_hardware = 802, radiotap_hardware = 803;  // ARPHRD_IEEE80211_PRISM, …_RADIOTAP

constexpr Choice sll_gretype_names[] = {
    {0x00, "Possible GRE keepalive packet"},
    {0xfe, "OSI"},
    {0x0800, "IP"},
    {0x0806, "ARP"},
    {0x2000, "CDP (Cisco)"},
    {0x2001, "NHRP"},
    {0x22eb, "ERSPAN III"},
    {0x6400, "MIKROTIK EoIP"},
    {0x6558, "Transparent Ethernet bridging"},
    {0x6559, "Frame Relay"},
    {0x8137, "IPX"},
    {0x8200, "ARUBA WLAN"},
    {0x8210, "ARUBA WLAN"},
    {0x8220, "ARUBA WLAN"},
    {0x8230, "ARUBA WLAN"},
    {0x8240, "ARUBA WLAN"},
    {0x8250, "ARUBA WLAN"},
    {0x8260, "ARUBA WLAN"},
    {0x8270, "ARUBA WLAN"},
    {0x8280, "ARUBA WLAN"},
    {0x8290, "ARUBA WLAN"},
    {0x82a0, "ARUBA WLAN"},
    {0x82b0, "ARUBA WLAN"},
    {0x82c0, "ARUBA WLAN"},
    {0x82d0, "ARUBA WLAN"},
    {0x82e0, "ARUBA WLAN"},
    {0x82f0, "ARUBA WLAN"},
    {0x8300, "ARUBA WLAN"},
    {0x8310, "ARUBA WLAN"},
    {0x8320, "ARUBA WLAN"},
    {0x8330, "ARUBA WLAN"},
    {0x8340, "ARUBA WLAN"},
    {0x8350, "ARUBA WLAN"},
    {0x8360, "ARUBA WLAN"},
    {0x8370, "ARUBA WLAN"},
    {0x86dd, "IPv6"},
    {0x880b, "PPP"},
    {0x883e, "WCCP"},
    {0x8847, "MPLS label switched packet"},
    {0x8881, "CDMA2000 A10 Unstructured byte stream"},
    {0x88be, "ERSPAN"},
    {0x88d2, "CDMA2000 A10 3GPP2 Packet"},
    {0x8909, "CiscoMetaData"},
    {0x894f, "Network Service Header"},
    {0x9000, "ARUBA WLAN"},
    {0xb7ea, "Huawei GRE bonding"},
    {0xfeae, "AIROHIVE AP AP"},
};

constexpr struct {
    u16 pkttype{"sll.pkttype", "Packet type", named(packet_types)};
    u16 pkttype1{"sll.pkttype", "Packet type", mask(0xff), named(packet_types)};
    u16 hatype{"sll.hatype", "Link-layer address type", named(hardware_types), initial(1)};
    u16 halen{"sll.halen", "Link-layer address length", initial(6)};
    u16 halen1{"sll.halen", "Link-layer address length", mask(0xff), initial(6)};
    mac src_eth{"sll.src.eth", "Source"};
    ip4 src_ipv4{"sll.src.ipv4", "Source"};
    bytes src_other{"sll.src.other", "Source"};
    bytes unused{"sll.unused", "Unused"};
    u16 etype{"sll.etype", "Protocol", hex, named(ethertypes), mask(0xffff), least(least_ethertype), initial(0x0800)};
    u16 ltype{"sll.ltype", "Protocol", hex, named(link_protocols), mask(0xffff), most(least_ethertype - 1)};
    u16 gretype{"sll.gretype", "Protocol", hex, named(sll_gretype_names)};
    u32 ifindex{"sll.ifindex", "Interface index"};
    bytes trailer{"sll.trailer", "Trailer"};
} f;

template <class Length>
constexpr auto address(const Length& length) {
    return part(8, choice(length, when(6, f.src_eth), when(4, f.src_ipv4), when(0), between(9, 0xffff), otherwise(f.src_other(length))),
                choice(length, between(0, 8, if_set(left, f.unused(rest)))));
}
void read_trailer(Reader& r) { r.read_rest(f.trailer); }

/// Frames whose kind the hardware tells, and not the protocol; none of them is described.
constexpr auto radio = sequence(bits(2, f.ltype, f.etype), payload("nobody", f.hatype));
bool is_no_netlink(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] != netlink_hardware, true; }
constexpr auto items = sequence(ensure(peek(2, 2), at_least(netlink_hardware + 1).or_where(is_no_netlink), nullptr,
                                       payload("sll.hatype", peek(2, 2))),
                                f.pkttype, f.hatype, f.halen, address(f.halen),
                                choice(f.hatype, when(gre_hardware, f.gretype, payload("ethertype", f.gretype)),
                                       between(prism_hardware, radiotap_hardware, radio),
                                       otherwise(bits(2, f.ltype, f.etype), if_set(Extent(f.ltype) >> 15, payload("ethertype", f.etype)),
                                                 if_zero(Extent(f.ltype) >> 15, payload("sll.ltype", f.ltype)))),
                                read(read_trailer, f.trailer));
constexpr auto items2 = sequence(
    bits(2, f.ltype, f.etype), skip(2), f.ifindex, f.hatype, bits(1, f.pkttype1), bits(1, f.halen1), address(f.halen1),
    if_set(Extent(f.ltype) >> 15, payload("ethertype", f.etype)), if_zero(Extent(f.ltype) >> 15, payload("sll.ltype", f.ltype)),
    read(read_trailer, f.trailer));

void info(const LayerValues& v, std::string& out) {
    if (!v.has(f.hatype)) return;
    const char* const what = v.choice(v.has(f.pkttype) ? static_cast<const Field&>(f.pkttype) : f.pkttype1);
    out = what ? what : "Unknown (" + v.text(v.has(f.pkttype) ? static_cast<const Field&>(f.pkttype) : f.pkttype1) + ")";
}
/// An EtherType that nobody knows is all that can be said.
void speaks(const LayerValues& v, std::string& out) {
    if (v.has(f.etype)) out = v.text(f.etype);
}
constexpr Parent parents[] = {{"link", 113}};
constexpr Parent parents2[] = {{"link", 276}};
}  // namespace

extern const Protocol sll, sll2;
constexpr Protocol sll{.name = "sll",
                       .label = "Linux cooked capture v1",
                       .column = "SLL",
                       .items = items,
                       .parents = parents,
                       .trailer = read_trailer,
                       .source = &f.src_eth,
                       .info = info,
                       .speaks = speaks};
constexpr Protocol sll2{.name = "sll",
                        .label = "Linux cooked capture v2",
                        .column = "SLL",
                        .items = items2,
                        .parents = parents2,
                        .trailer = read_trailer,
                        .source = &f.src_eth,
                       .info = info,
                       .speaks = speaks};

}  // namespace sallyport::protocols
