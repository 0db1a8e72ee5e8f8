// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual Router Redundancy Protocol, version 2 (RFC 3768) and 3 (RFC 5798).
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice vrrp_type_names[] = {
    {1, "Advertisement"},
};
constexpr Choice vrrp_auth_type_names[] = {
    {0, "No Authentication"},
    {1, "Simple Text Authentication [RFC 2338] / Reserved [RFC 3768]"},
    {2, "IP Authentication Header [RFC 2338] / Reserved [RFC 3768]"},
    {254, "Cisco VRRP MD5 authentication"},
};

constexpr struct {
    u8 typever{"vrrp.typever", "VRRP message version and type"};
    u8 version{"vrrp.version", "VRRP protocol version", mask(0xf0), initial(3)};
    u8 type{"vrrp.type", "VRRP packet type", mask(0x0f), initial(1), named(vrrp_type_names)};
    u8 router{"vrrp.virt_rtr_id", "Virtual Rtr ID", initial(1)};
    u8 priority{"vrrp.prio", "Priority", initial(100)};
    u8 count{"vrrp.addr_count", "Addr Count"};
    u8 auth_type{"vrrp.auth_type", "Auth Type", named(vrrp_auth_type_names)};
    u8 interval{"vrrp.adver_int", "Adver Int"};
    u8 reserved{"vrrp.reserved_mbz", "Reserved", mask(0xf000)};
    u16 short_interval{"vrrp.short_adver_int", "Adver Int", mask(0x0fff)};
    u16 checksum{"vrrp.checksum", "Checksum", hex, checksum_of(Checksum::internet)};
    u16 pseudo_checksum{"vrrp.checksum", "Checksum", hex, checksum_of(Checksum::internet_pseudo)};   // RFC 5798 5.2.8
    ip4 address{"vrrp.ip_addr", "IP Address"};
    ip6 address6{"vrrp.ipv6_addr", "IPv6 Address"};
    text auth{"vrrp.auth_string", "Authentication String"};
} f;

/// Version 3 runs over both: the layer below tells which addresses it lists.
bool over_ipv6(const ComputeInput& in, std::uint64_t& out) {
    out = 0;
    for (int i = in.layers[in.layer].parent; i > 0; i = in.layers[std::size_t(i)].parent) {
        std::string_view name = all_protocols()[in.layers[std::size_t(i)].protocol]->name;
        if (name == "ip") return true;
        if (name == "ipv6") return out = 1, true;
    }
    return true;
}
constexpr struct { u8 v6{"@v6", ""}; } state;

constexpr auto items = sequence(
    f.typever(f.version, f.type), f.router, f.priority, f.count,
    choice(f.version, when(3, bits(2, f.reserved, f.short_interval), f.pseudo_checksum), otherwise(f.auth_type, f.interval, f.checksum)),
    make(state.v6, over_ipv6),
    choice(state.v6, when(1, repeat(f.address6).times(f.count)), otherwise(repeat(f.address).times(f.count))),
    choice(f.auth_type, when(1, if_set(left, f.auth(8)))));

void info(const LayerValues& v, std::string& out) { out = "Announcement (v" + v.text(f.version) + ")"; }
constexpr Parent parents[] = {{"ip.proto", 112}};
}  // namespace

extern const Protocol vrrp;
constexpr Protocol vrrp{
    .name = "vrrp", .label = "Virtual Router Redundancy Protocol", .column = "VRRP", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
