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

// RFC 4385 3, 4448 4.6: a first nibble of 0 is the control word of an Ethernet pseudowire.
constexpr struct {
    u16 zeros{"pwethcw.zeros", "Zeros", hex};
    u16 sequence_number{"pweth.cw.sequence_number", "PW Associated Channel Header Sequence"};
} w;
constexpr auto control_word_items = sequence(w.zeros, w.sequence_number, payload("pw.eth", Extent(1)));

void title(const LayerValues& v, std::string& out) {
    out += ", Label: " + v.text(f.label) + ", Exp: " + v.text(f.exp) + ", S: " + v.text(f.bottom) + ", TTL: " + v.text(f.ttl);
}
constexpr Parent parents[] = {{"ethertype", 0x8847}, {"ethertype", 0x8848}, {"ppp.protocol", 0x0281}, {"ppp.protocol", 0x0283},
                              {"ip.proto", 137},     {"udp.port", 6635},    {"mpls.stack", 0}};
constexpr Parent control_word_parents[] = {{"mpls.payload", 0}};
}  // namespace

extern const Protocol mpls, pwethcw;
constexpr Protocol mpls{
    .name = "mpls", .label = "MultiProtocol Label Switching Header", .column = "MPLS", .items = items, .parents = parents, .title = title};
constexpr Protocol pwethcw{
    .name = "pwethcw", .label = "PW Ethernet Control Word", .items = control_word_items, .parents = control_word_parents};

}  // namespace sallyport::protocols
