// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual eXtensible Local Area Network, RFC 7348, with the group policy bits of draft-smith-vxlan-group-policy.
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice gbp_extension_truth[] = {{1, "Defined"}, {0, "Not defined"}};

constexpr struct {
    u16 flags{"vxlan.flags", "Flags", hex, initial(0x0800)};
    flag gbp_extension{"vxlan.flag_g", "GBP Extension", mask(0x8000), named(gbp_extension_truth)};
    flag network_id{"vxlan.flag_i", "VXLAN Network ID (VNI)", mask(0x0800)};
    flag dont_learn{"vxlan.flag_d", "Don't Learn", mask(0x0040)};
    flag applied{"vxlan.flag_a", "Policy Applied", mask(0x0008)};
    u16 reserved{"vxlan.flags_reserved", "Reserved(R)", hex, mask(0x77b7)};
    u16 gbp{"vxlan.gbp", "Group Policy ID"};
    u24 vni{"vxlan.vni", "VXLAN Network Identifier (VNI)"};
    u8 reserved8{"vxlan.reserved8", "Reserved"};
} f;
constexpr auto items = sequence(f.flags(f.gbp_extension, f.network_id, f.dont_learn, f.applied, f.reserved), f.gbp, f.vni, f.reserved8,
                                payload("vxlan", Extent(1)));
constexpr Parent parents[] = {{"udp.port", 4789}};
}  // namespace

extern const Protocol vxlan;
constexpr Protocol vxlan{
    .name = "vxlan", .label = "Virtual eXtensible Local Area Network", .column = "VXLAN", .items = items, .parents = parents};

}  // namespace sallyport::protocols
