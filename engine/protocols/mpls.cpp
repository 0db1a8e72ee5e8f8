// SPDX-License-Identifier: GPL-3.0-or-later
// Multiprotocol Label Switching, RFC 3032: a stack of labels, then what the first nibble tells.
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr struct {
    u32 label{"mpls.label", "MPLS Label", dec_hex, mask(0xfffff000)};
    u32 exp{"mpls.exp", "MPLS Experimental Bits", mask(0x00000e00)};
    u32 bottom{"mpls.bottom", "MPLS Bottom Of Label Stack", mask(0x00000100), initial(1)};
    u32 ttl{"mpls.ttl", "MPLS TTL", mask(0x000000ff), initial(64)};
} f;

// Each entry is a layer of its own, as Wireshark shows it; the last carries a payload whose first nibble is its version.
constexpr auto items = sequence(
    bits(4, f.label, f.exp, f.bottom, f.ttl),
    choice(f.bottom, when(0, payload("mpls.stack", f.bottom)), otherwise(payload("mpls.payload", peek(1) >> 4))));

void title(const LayerValues& v, std::string& out) {
    out += ", Label: " + v.text(f.label) + ", Exp: " + v.text(f.exp) + ", S: " + v.text(f.bottom) + ", TTL: " + v.text(f.ttl);
}
constexpr Parent parents[] = {{"ethertype", 0x8847}, {"ethertype", 0x8848}, {"ppp.protocol", 0x0281}, {"ppp.protocol", 0x0283}, {"ip.proto", 137}, {"udp.port", 6635}, {"mpls.stack", 0}};
}  // namespace

extern const Protocol mpls;
constexpr Protocol mpls{.name = "mpls", .label = "MultiProtocol Label Switching Header", .column = "MPLS", .items = items, .parents = parents, .title = title};

}  // namespace sallyport::protocols
