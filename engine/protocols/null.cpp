// SPDX-License-Identifier: GPL-3.0-or-later
// BSD loopback: an address family in the byte order of the machine that captured (LINKTYPE_NULL) or big-endian (LINKTYPE_LOOP).
#include "protocol/protocol.h"

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
    u16 type{"null.type", "Type", hex};
} f;

// A family is a small number: the order in which it is one is the right one.
constexpr auto items = choice(peek(2),
    when(0, f.big_family, payload("null.family", f.big_family)),
    when(0xff03, skip(0), payload("null.ppp", Extent(0))),
    otherwise(choice(peek(2, 2),                       // some systems put an EtherType into the last two bytes
        between(0x0600, 0xffff, skip(2), f.type, payload("ethertype", f.type)),
        otherwise(f.little_family, payload("null.family", f.little_family)))));
constexpr Parent parents[] = {{"link", 0}, {"link", 108}};
}  // namespace

extern const Protocol null;
constexpr Protocol null{.name = "null", .label = "Null/Loopback", .column = "Null", .items = items, .parents = parents};

}  // namespace sallyport::protocols
