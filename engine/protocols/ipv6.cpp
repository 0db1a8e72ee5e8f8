// SPDX-License-Identifier: GPL-3.0-or-later
// Internet Protocol version 6, RFC 8200. The extension headers are protocols of their own (ipv6_extensions.cpp).
#include "protocols/ip_protocols.h"
#include "protocols/source_route.h"
#include "protocols/told.h"
#include "protocol/protocol.h"
#include "base/address.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

void host_text(const CodedPlace& place, std::string& out) { append_ipv6(place.bytes.data() + place.at, out); }
constexpr Coding host{.text = host_text};

/// RFC 4291 appendix A: an interface identifier made of a MAC address has ff:fe in its middle and the universal bit turned over.
bool slaac_mac(const ComputeInput& in, std::uint64_t& out) {
    if (in.end - in.at < 16) return false;
    const std::uint8_t* id = in.bytes.data() + in.at + 8;
    if (id[3] != 0xff || id[4] != 0xfe || !(id[0] & 2)) return false;
    out = (load_be(id, 3) << 24 | load_be(id + 5, 3)) ^ 0x020000000000;
    return true;
}

void tell_class(const LayerValues&, std::string&);
constexpr struct {
    u8 version{"ipv6.version", "Version", mask(0xf0000000), also("ip.version"), initial(6)};
    u8 version_alone{"ipv6.version", "Version", mask(0xf0), also("ip.version")};
    u32 tclass{"ipv6.tclass", "Traffic Class", hex, mask(0x0ff00000), tells(tell_class)};
    u32 dscp{"ipv6.tclass.dscp", "Differentiated Services Codepoint", mask(0x0fc00000), named(dscp_values)};
    u32 ecn{"ipv6.tclass.ecn", "Explicit Congestion Notification", mask(0x00300000), named(ecn_values)};
    u24 flow{"ipv6.flow", "Flow Label", hex, mask(0x000fffff)};
    u16 plen{"ipv6.plen", "Payload Length"};
    u8 nxt{"ipv6.nxt", "Next Header", named(ip_protocols)};
    u8 hlim{"ipv6.hlim", "Hop Limit", initial(64)};
    ip6 src{"ipv6.src", "Source Address", also("ipv6.addr")};
    text src_host{"ipv6.src_host", "Source Host", also("ipv6.host"), coded(host), hidden};
    mac src_slaac{"ipv6.src_slaac_mac", "Source SLAAC MAC", also("ipv6.slaac_mac")};
    ip6 dst{"ipv6.dst", "Destination Address", also("ipv6.addr")};
    text dst_host{"ipv6.dst_host", "Destination Host", also("ipv6.host"), coded(host), hidden};
    mac dst_slaac{"ipv6.dst_slaac_mac", "Destination SLAAC MAC", also("ipv6.slaac_mac")};
} f;

void tell_class(const LayerValues& v, std::string& line) { tell_services(v.number(f.dscp), v.number(f.ecn), line); }

constexpr auto items = sequence(
    ensure(left, at_least(4), "cut short", bits(1, f.version_alone)),
    bits(4, f.version, ensure(f.version, exactly(6), "Bogus IPv6 version", payload("nobody", Extent(0))), f.tclass, f.dscp, f.ecn, f.flow),
    ensure(left, at_least(3), "cut short"), f.plen, f.nxt, f.hlim, f.src(ahead(f.src_host(16)), make(f.src_slaac, slaac_mac)),
    f.dst(ahead(f.dst_host(16)), make(f.dst_slaac, slaac_mac)), whole(f.plen + 40), payload("ip.proto", f.nxt));

void title(const LayerValues& v, std::string& out) { tell_there(v, {{", Src: ", &f.src}, {", Dst: ", &f.dst}}, out); }
void info(const LayerValues& v, std::string& out) {
    constexpr std::uint64_t nothing_follows = 59;
    if (v.number(f.nxt) == nothing_follows) out = "IPv6 no next header";
    else if (const char* next = v.choice(f.nxt)) out = std::string(next) + " (" + v.text(f.nxt) + ")";
}
bool looks_right(Bytes b) { return b.size() >= 40 && b[0] >> 4 == 6; }
constexpr Parent parents[] = {{"ethertype", 0x86dd}, {"link", 229},       {"null.family", 24}, {"null.family", 28},
                              {"null.family", 30},   {"ip.proto", 41},    {"ppp.protocol", 0x0057},
                              {"quoted.ip", 6},      {"nflog.family", 10}, {"gtp.payload", 6}, {"raw", 6},          {"mpls.payload", 6}};
constexpr const char* guessed_in[] = {"link"};
}  // namespace

extern const Protocol ipv6;
constexpr Protocol ipv6{.name = "ipv6",
                        .label = "Internet Protocol Version 6",
                        .column = "IPv6",
                        .items = items,
                        .parents = parents,
                        .guessed_in = guessed_in,
                        .looks_right = looks_right,
                        .source = &f.src,
                        .destination = &f.dst,
                        .info = info,
                        .title = title,
                        .ends = {.at = 8, .width = 16, .destination = ipv6_final_destination}};

}  // namespace sallyport::protocols
