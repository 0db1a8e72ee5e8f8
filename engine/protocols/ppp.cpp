// SPDX-License-Identifier: GPL-3.0-or-later
// Point-to-Point Protocol, RFC 1661, 1662; over Ethernet, RFC 2516; Cisco HDLC.
#include "protocol/protocol.h"
#include "protocols/ethertypes.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice ppp_protocols[] = {
    {0x0021, "Internet Protocol version 4"},
    {0x002d, "Van Jacobson Compressed TCP/IP"},
    {0x003d, "Multi-Link"},
    {0x0057, "Internet Protocol version 6"},
    {0x00fd, "Compressed datagram"},
    {0x0281, "MPLS Unicast"},
    {0x8021, "Internet Protocol Control Protocol"},
    {0x8057, "IPv6 Control Protocol"},
    {0x80fd, "Compression Control Protocol"},
    {0xc021, "Link Control Protocol"},
    {0xc023, "Password Authentication Protocol"},
    {0xc223, "Challenge Handshake Authentication Protocol"},
};
constexpr Choice codes[] = {
    {1, "Configuration Request"}, {2, "Configuration Ack"}, {3, "Configuration Nak"}, {4, "Configuration Reject"},
    {5, "Termination Request"},   {6, "Termination Ack"},   {7, "Code Reject"},       {8, "Protocol Reject"},
    {9, "Echo Request"},          {10, "Echo Reply"},       {11, "Discard Request"},  {12, "Identification"},
};
constexpr Choice pppoe_codes[] = {
    {0x00, "Session Data"},
    {0x07, "Active Discovery Offer (PADO)"},
    {0x09, "Active Discovery Initiation (PADI)"},
    {0x0a, "Active Discovery Session-Grant (PADG)"},
    {0x0b, "Active Discovery Session-Credit Resp.(PADC)"},
    {0x0c, "Active Discovery Quality (PADQ)"},
    {0x19, "Active Discovery Request (PADR)"},
    {0x65, "Active Discovery Session-confirmation (PADS)"},
    {0xa7, "Active Discovery Terminate (PADT)"},
    {0xd3, "Active Discovery Message (PADM)"},
    {0xd4, "Active Discovery Network (PADN)"},
};

constexpr Choice pppoed_tag_names[] = {
    {0x00, "End-Of-List"},
    {0x0101, "Service-Name"},
    {0x0102, "AC-Name"},
    {0x0103, "Host-Uniq"},
    {0x0104, "AC-Cookie"},
    {0x0105, "Vendor-Specific"},
    {0x0106, "Credits"},
    {0x0107, "Metrics"},
    {0x0108, "Sequence Number"},
    {0x0109, "Credit Scale Factor"},
    {0x0110, "Relay-Session-Id"},
    {0x0111, "HURL"},
    {0x0112, "MOTM"},
    {0x0120, "PPP-Max-Payload"},
    {0x0121, "IP Route Add"},
    {0x0201, "Service-Name-Error"},
    {0x0202, "AC-System-Error"},
    {0x0203, "Generic-Error"},
};
constexpr Choice chdlc_address_names[] = {
    {0x0f, "Unicast"},
    {0x8f, "Multicast"},
};

constexpr struct {
    u8 address{"ppp.address", "Address", hex, initial(0xff)};
    u8 control{"ppp.control", "Control", hex, initial(3)};
    u16 protocol{"ppp.protocol", "Protocol", hex, named(ppp_protocols), mask(0xffff), initial(0x0021)};
    u16 compressed{"ppp.protocol", "Protocol", hex, named(ppp_protocols), mask(0xff)};
} f;
// RFC 1661 6.5, 6.6: address and control may be left out, and the first byte of the protocol too (an odd byte ends it).
constexpr auto items = sequence(choice(peek(2), when(0xff03, f.address, f.control)),
                                choice(peek(1) & 1, when(1, bits(1, f.compressed), payload("ppp.protocol", f.compressed)),
                                       otherwise(bits(2, f.protocol), payload("ppp.protocol", f.protocol))));

constexpr struct {
    u8 code{"ppp.code", "Code", named(codes)};
    u8 identifier{"ppp.identifier", "Identifier", dec_hex};
    u16 length{"ppp.length", "Length"};
    bytes data{"ppp.data", "Data", colons};
} c;
constexpr auto control_items = sequence(c.code, c.identifier, c.length, part(Extent(c.length) - 4, if_set(left, c.data(rest))));

constexpr struct {
    u8 version{"pppoe.version", "Version", mask(0xf0), initial(1)};
    u8 type{"pppoe.type", "Type", mask(0x0f), initial(1)};
    u8 code{"pppoe.code", "Code", hex, named(pppoe_codes)};
    u16 session{"pppoe.session_id", "Session ID", hex};
    u16 length{"pppoe.payload_length", "Payload Length"};
    subtree tags{"pppoed.tags", "PPPoE Tags"};
    u16 tag{"pppoed.tag", "Tag", hex, named(pppoed_tag_names)};
    u16 tag_length{"pppoed.tag_length", "Tag Length"};
    bytes tag_data{"pppoed.tag.unknown_data", "Tag Data", colons};
} e;
constexpr auto pppoe_header = sequence(bits(1, e.version, e.type), e.code, e.session, e.length);
constexpr auto session_items = sequence(pppoe_header, whole(Extent(e.length) + 6), payload("pppoe.session", e.type));
// What lies behind the tags is not told to be padding (Wireshark leaves it out of the Ethernet layer's trailer, too).
constexpr auto discovery_items = sequence(pppoe_header,
    part(e.length, e.tags(repeat(group("PPPoE Tag", e.tag, choice(e.tag, when(0, stop())), e.tag_length,
                                       if_set(e.tag_length, e.tag_data(e.tag_length)))))));

constexpr struct {
    u8 address{"chdlc.address", "Address", hex, initial(0x0f), named(chdlc_address_names)};
    u8 control{"chdlc.control", "Control", hex};
    u16 protocol{"chdlc.protocol", "Protocol", hex, named(ethertypes), initial(0x0800)};
} h;
// The types are Ethernet's but for RARP's, which is that of SLARP here.
constexpr auto chdlc_items = sequence(h.address, h.control, h.protocol, choice(h.protocol,
    when(0x8035, payload("chdlc.protocol", h.protocol)), otherwise(payload("ethertype", h.protocol))));

void control_info(const LayerValues& v, std::string& out) { out = v.choice(c.code) ? v.choice(c.code) : "Code " + v.text(c.code); }
void discovery_info(const LayerValues& v, std::string& out) { out = v.choice(e.code) ? v.choice(e.code) : "Code " + v.text(e.code); }

constexpr Parent ppp_parents[] = {{"link", 9}, {"link", 50}, {"ethertype", 0x880b}, {"pppoe.session", 1}, {"null.ppp", 0}};
constexpr Parent lcp_parents[] = {{"ppp.protocol", 0xc021}};
constexpr Parent ipcp_parents[] = {{"ppp.protocol", 0x8021}};
constexpr Parent ipv6cp_parents[] = {{"ppp.protocol", 0x8057}};
constexpr Parent ccp_parents[] = {{"ppp.protocol", 0x80fd}};
constexpr Parent session_parents[] = {{"ethertype", 0x8864}};
constexpr Parent discovery_parents[] = {{"ethertype", 0x8863}};
constexpr Parent chdlc_parents[] = {{"link", 104}};
}  // namespace

extern const Protocol ppp, lcp, ipcp, ipv6cp, ccp, pppoes, pppoed, chdlc;
constexpr Protocol ppp{.name = "ppp", .label = "Point-to-Point Protocol", .column = "PPP", .items = items, .parents = ppp_parents};
constexpr Protocol lcp{.name = "lcp",
                       .label = "PPP Link Control Protocol",
                       .column = "PPP LCP",
                       .items = control_items,
                       .parents = lcp_parents,
                       .info = control_info};
constexpr Protocol ipcp{.name = "ipcp",
                        .label = "PPP IP Control Protocol",
                        .column = "PPP IPCP",
                        .items = control_items,
                        .parents = ipcp_parents,
                        .info = control_info};
constexpr Protocol ipv6cp{.name = "ipv6cp",
                          .label = "PPP IPv6 Control Protocol",
                          .column = "PPP IPV6CP",
                          .items = control_items,
                          .parents = ipv6cp_parents,
                          .info = control_info};
constexpr Protocol ccp{.name = "ccp",
                       .label = "PPP Compression Control Protocol",
                       .column = "PPP CCP",
                       .items = control_items,
                       .parents = ccp_parents,
                       .info = control_info};
constexpr Protocol pppoes{
    .name = "pppoes", .label = "PPP-over-Ethernet Session", .column = "PPPoE", .items = session_items, .parents = session_parents};
constexpr Protocol pppoed{.name = "pppoed",
                          .label = "PPP-over-Ethernet Discovery",
                          .column = "PPPoED",
                          .items = discovery_items,
                          .parents = discovery_parents,
                          .info = discovery_info};
constexpr Protocol chdlc{.name = "chdlc", .label = "Cisco HDLC", .column = "CHDLC", .items = chdlc_items, .parents = chdlc_parents};

}  // namespace sallyport::protocols
