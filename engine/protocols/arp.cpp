// SPDX-License-Identifier: GPL-3.0-or-later
// Address Resolution Protocol, RFC 826.
#include "protocol/reader.h"
#include "protocols/ethertypes.h"
#include "protocols/truths.h"
#include "protocols/hardware_types.h"
#include <cstring>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice opcodes[] = {
    {0, "reserved"},
    {1, "request"},
    {2, "reply"},
    {3, "reverse request"},
    {4, "reverse reply"},
    {5, "drarp request"},
    {6, "drarp reply"},
    {7, "drarp error"},
    {8, "inverse request"},
    {9, "inverse reply"},
    {10, "arp nak"},
    {11, "mars request"},
    {12, "mars multi"},
    {13, "mars mserv"},
    {14, "mars join"},
    {15, "mars leave"},
    {16, "mars nak"},
    {17, "mars unserv"},
    {18, "mars sjoin"},
    {19, "mars sleave"},
    {20, "mars grouplist request"},
    {21, "mars grouplist reply"},
    {22, "mars redirect map"},
    {23, "mapos unarp"},
    {24, "experimental 1"},
    {25, "experimental 2"},
    {65535, "reserved"},
};

constexpr struct {
    u16 hw_type{"arp.hw.type", "Hardware type", named(hardware_types), initial(1)};
    u16 proto_type{"arp.proto.type", "Protocol type", hex, named(ethertypes), initial(0x0800)};
    u8 hw_size{"arp.hw.size", "Hardware size", initial(6)};
    u8 proto_size{"arp.proto.size", "Protocol size", initial(4)};
    u16 opcode{"arp.opcode", "Opcode", named(opcodes), initial(1)};
    flag gratuitous{"arp.isgratuitous", "Is gratuitous", named(true_false)};
    flag probe{"arp.isprobe", "Is probe", named(true_false)};
    flag announcement{"arp.isannouncement", "Is announcement", named(true_false)};
    mac src_mac{"arp.src.hw_mac", "Sender MAC address"};
    bytes src_hw{"arp.src.hw", "Sender hardware address"};
    ip4 src_ip{"arp.src.proto_ipv4", "Sender IP address"};
    bytes src_proto{"arp.src.proto", "Sender protocol address"};
    mac dst_mac{"arp.dst.hw_mac", "Target MAC address"};
    bytes dst_hw{"arp.dst.hw", "Target hardware address"};
    ip4 dst_ip{"arp.dst.proto_ipv4", "Target IP address"};
    bytes dst_proto{"arp.dst.proto", "Target protocol address"};
    number drarp_status{"arp.dst.drarp_error_status", "DRARP error status"};
    u16 size{"@size", ""};
} f;

/// RFC 5227: what an ARP over IPv4 says beyond its opcode. args: hardware size, opcode. At: behind the fixed header.
struct Addresses { const std::uint8_t *sender_hw, *sender, *target; std::uint64_t opcode; };
bool addresses(const ComputeInput& in, Addresses& a) {
    std::uint32_t hw = std::uint32_t(in.args[0]);
    if (in.args[2] != 4 || in.at + 2 * hw + 8 > in.end) return false;
    const std::uint8_t* p = in.bytes.data() + in.at;
    a = {p, p + hw, p + 2 * hw + 4, in.args[1]};
    return true;
}
constexpr std::uint8_t nobody[4] = {};
bool is_gratuitous(const ComputeInput& in, std::uint64_t& out) {
    Addresses a;
    return addresses(in, a) && (out = 1, a.opcode <= 2 && std::memcmp(a.sender, a.target, 4) == 0);
}
bool is_probe(const ComputeInput& in, std::uint64_t& out) {
    Addresses a;
    return addresses(in, a) && (out = 1, a.opcode == 1 && !std::memcmp(a.sender, nobody, 4) && std::memcmp(a.target, nobody, 4) != 0);
}
bool is_announcement(const ComputeInput& in, std::uint64_t& out) {
    Addresses a;
    return addresses(in, a) && (out = 1, a.opcode == 1 && !std::memcmp(a.sender, a.target, 4));
}

bool whole_size(const ComputeInput& in, std::uint64_t& out) { return out = 8 + 2 * in.args[0] + 2 * in.args[1], true; }

// RFC 826: sizes alone do not tell what an address is. Ethernet (1) and IEEE 802 (6) have MACs, EtherType 0x0800 has IPv4's.
constexpr auto hardware_address(const mac& mac_address, const bytes& other) {
    return choice(f.hw_size, when(0), when(6, choice(f.hw_type, when(1, mac_address), when(6, mac_address), otherwise(other(f.hw_size)))),
                  otherwise(other(f.hw_size)));
}
constexpr auto protocol_address(const ip4& address, const bytes& other) {
    return choice(f.proto_size, when(0), when(4, choice(f.proto_type, when(0x0800, address), otherwise(other(f.proto_size)))),
                  otherwise(other(f.proto_size)));
}
constexpr auto items = sequence(
    ensure(left, at_least(2), "cut short"), f.hw_type, f.proto_type, f.hw_size, f.proto_size, f.opcode,
    make(f.size, whole_size, f.hw_size, f.proto_size), whole(f.size),
    make(f.gratuitous, is_gratuitous, f.hw_size, f.opcode, f.proto_size), make(f.probe, is_probe, f.hw_size, f.opcode, f.proto_size),
    make(f.announcement, is_announcement, f.hw_size, f.opcode, f.proto_size),
    choice(f.opcode, between(1, 2, ensure(left, at_least(Extent(f.size) - 8), "cut short"))),
    hardware_address(f.src_mac, f.src_hw), protocol_address(f.src_ip, f.src_proto),
    hardware_address(f.dst_mac, f.dst_hw),
    choice(f.opcode, when(7, f.drarp_status(1)), otherwise(protocol_address(f.dst_ip, f.dst_proto))));

void title(const LayerValues& v, std::string& out) {
    if (const char* what = v.choice(f.opcode)) out += std::string(" (") + what + ")";
}
void info(const LayerValues& v, std::string& out) {
    std::string sender = v.text(f.src_ip), target = v.text(f.dst_ip);
    switch (v.number(f.opcode)) {
        case 1:
            if (v.has(f.probe)) out = "Who has " + target + "? (ARP Probe)";
            else if (v.has(f.announcement)) out = "ARP Announcement for " + sender;
            else out = "Who has " + target + "? Tell " + sender;
            break;
        case 2: out = v.has(f.gratuitous) ? "Gratuitous ARP for " + sender + " (Reply)" : sender + " is at " + v.text(f.src_mac); break;
        default: out = std::string("Opcode ") + v.text(f.opcode);
    }
}
constexpr Parent parents[] = {{"ethertype", 0x0806}};
}  // namespace

extern const Protocol arp;
constexpr Protocol arp{.name = "arp",
                       .label = "Address Resolution Protocol",
                       .column = "ARP",
                       .items = items,
                       .parents = parents,
                       .info = info,
                       .title = title};

}  // namespace sallyport::protocols
