// SPDX-License-Identifier: GPL-3.0-or-later
// BSD loopback: an address family in the byte order of the machine that captured (LINKTYPE_NULL) or big-endian (LINKTYPE_LOOP).
#include "packet/packet_context.h"
#include "protocol/protocol.h"
#include "protocols/ethertypes.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice families[] = {
    {2, "IP"},
    {7, "OSI"},
    {16, "Appletalk"},
    {23, "Netware IPX/SPX"},
    {24, "IPv6"},
    {28, "IPv6"},
    {30, "IPv6"},
};
constexpr struct {
    u32 little_family{"null.family", "Family", named(families), little, initial(2)};
    u32 big_family{"null.family", "Family", named(families)};
    u32 first_family{"null.family", "Family", named(families), mask(0xffff0000), plain};
    u32 last_family{"null.family", "Family", named(families), mask(0xffff0000), plain, little};
    u16 little_type{"null.type", "Type", hex, named(ethertypes), little};
    u16 big_type{"null.type", "Type", hex, named(ethertypes)};
    u8 form{"@form", ""};
} f;

// What the four bytes of LINKTYPE_NULL are nobody says: the order is that of the machine that captured, some wrote 16 bits into the
// first or the last two, and some an EtherType. But a family is a small number: it is in the order, and of the width, in which it is one.
enum Form : std::uint8_t { little_family, big_family, family_in_first, family_in_last, little_type, big_type, ppp };
constexpr std::uint32_t most_family = 1500;            // more is a type (IEEE 802.3 3.2.6)
constexpr std::uint8_t most_short = 5;                 // of families in 16 bits; more would be a type in the other order

Form form(const std::uint8_t* p) {
    if (p[0] == 0xff && p[1] == 0x03) return ppp;      // RFC 1662 3.1: address and control field
    if (!p[2] && !p[3]) {
        if (!p[0] && p[1] && p[1] <= most_short) return family_in_first;
        return p[0] + p[1] * 256u > most_family ? little_type : little_family;
    }
    if (!p[3] && p[2] <= most_short) return family_in_last;
    return load_be(p, 4) > most_family ? big_type : big_family;
}
bool find_form(const ComputeInput& in, std::uint64_t& out) {
    out = little_family;
    if (in.context->link_type == LinkType::loop) out = big_family;
    else if (in.at + 4 <= in.end) out = form(in.bytes.data() + in.at);
    return true;
}

constexpr auto by_family(const u32& number) { return payload("null.family", number); }
constexpr auto items = sequence(make(f.form, find_form), choice(f.form,
    when(little_family, f.little_family, by_family(f.little_family)),
    when(big_family, f.big_family, by_family(f.big_family)),
    when(family_in_first, bits(4, f.first_family), by_family(f.first_family)),
    when(family_in_last, bits(4, f.last_family), by_family(f.last_family)),
    when(little_type, f.little_type, skip(2), payload("ethertype", f.little_type)),
    when(big_type, skip(2), f.big_type, payload("ethertype", f.big_type)),
    when(ppp, payload("null.ppp", Extent(0)))));

void info(const LayerValues&, std::string& out) { out = "Null/Loopback"; }
constexpr Parent parents[] = {{"link", 0}, {"link", 108}};
}  // namespace

extern const Protocol null;
constexpr Protocol null{.name = "null", .label = "Null/Loopback", .column = "Null", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
