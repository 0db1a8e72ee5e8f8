// SPDX-License-Identifier: GPL-3.0-or-later
// Address Resolution Protocol, RFC 826, and what shares its packets: RARP (RFC 903), DRARP (RFC 1931), Inverse ARP (RFC 2390),
// MARS (RFC 2022), MAPOS (RFC 2176). RARP has an EtherType of its own, but the opcode says all.
#include "protocol/reader.h"
#include "protocols/arp_atm.h"
#include "protocols/ethertypes.h"
#include "protocols/truths.h"
#include "protocols/hardware_types.h"
#include <algorithm>
#include <cstdio>

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

constexpr Choice drarp_errors[] = {{1, "restricted"}, {2, "no address"}, {3, "serverdown"}, {4, "moved"}, {5, "failure"}};

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
    number drarp_status{"arp.dst.drarp_error_status", "DRARP error status", named(drarp_errors)};
    u16 size{"@size", ""};
} f;

/// RFC 5227: what an ARP says beyond its opcode. args: hardware size, opcode, protocol size. At: behind the fixed header.
struct Addresses { Bytes sender, target_hw, target; std::uint64_t opcode; };
bool addresses(const ComputeInput& in, Addresses& a) {
    const std::size_t hw = in.args[0], size = in.args[2];
    if (in.at + 2 * hw + 2 * size > in.end) return false;
    const Bytes all = in.bytes.subspan(in.at);
    a = {all.subspan(hw, size), all.subspan(hw + size, hw), all.subspan(2 * hw + size, size), in.args[1]};
    return true;
}
bool is_zero(Bytes address) {
    return std::all_of(address.begin(), address.end(), [](auto byte) { return byte == 0; });
}
bool is_gratuitous(const ComputeInput& in, std::uint64_t& out) {
    Addresses a;
    out = 1;
    return addresses(in, a) && (a.opcode == 1 || a.opcode == 2) && !a.sender.empty() && std::ranges::equal(a.sender, a.target);
}
bool is_probe(const ComputeInput& in, std::uint64_t& out) {
    Addresses a;
    out = 1;
    return addresses(in, a) && a.opcode == 1 && is_zero(a.sender) && !is_zero(a.target) && is_zero(a.target_hw);
}
bool is_announcement(const ComputeInput& in, std::uint64_t& out) {
    Addresses a;
    return is_gratuitous(in, out) && addresses(in, a) && a.opcode == 1 && !a.target_hw.empty() && is_zero(a.target_hw);
}

bool is_no_atm(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] != arp_atm::hardware, true; }
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
    ensure(left, at_least(2), "cut short"), f.hw_type,
    ensure(f.hw_type, at_least(arp_atm::hardware + 1).or_where(is_no_atm), nullptr, f.proto_type,
           arp_atm::items(f.opcode, f.proto_type)),
    f.proto_type, f.hw_size, f.proto_size, f.opcode,
    make(f.size, whole_size, f.hw_size, f.proto_size), whole(f.size),
    make(f.gratuitous, is_gratuitous, f.hw_size, f.opcode, f.proto_size), make(f.probe, is_probe, f.hw_size, f.opcode, f.proto_size),
    make(f.announcement, is_announcement, f.hw_size, f.opcode, f.proto_size),
    ensure(left, at_least(Extent(f.size) - 8), "cut short"),
    hardware_address(f.src_mac, f.src_hw), protocol_address(f.src_ip, f.src_proto),
    hardware_address(f.dst_mac, f.dst_hw),
    choice(f.opcode, when(7, f.drarp_status(1)), otherwise(protocol_address(f.dst_ip, f.dst_proto))));

std::string address(const LayerValues& v, const Field& usual, const Field& other) {
    if (v.has(usual)) return v.text(usual);
    return v.has(other) ? v.text(other) : "<No address>";
}
constexpr const char* arp_label = "Address Resolution Protocol";
bool is_cut(const LayerValues& v) { return v.bytes().size() < 8 + 2 * (v.number(f.hw_size) + v.number(f.proto_size)); }
void title(const LayerValues& v, std::string& out) {
    const auto opcode = v.number(f.opcode);
    const char* what = v.choice(f.opcode);
    char text[32];
    if (v.has(arp_atm::sender.protocol_length)) {
        constexpr std::uint64_t refusal = 10;
        out = std::string("ATM ") + arp_label + " (" + (opcode == refusal ? "nak" : what ? what : "opcode " + v.text(f.opcode)) + ")";
        return;
    }
    if (is_cut(v)) return;
    if (v.has(f.probe)) out += " (ARP Probe)";
    else if (v.has(f.announcement)) out += " (ARP Announcement)";
    else if (what) out += std::string(" (") + what + (v.has(f.gratuitous) ? "/gratuitous ARP)" : ")");
    else out.append(text, std::size_t(std::snprintf(text, sizeof text, " (opcode 0x%04x)", unsigned(opcode))));
}
void speaks(const LayerValues& v, std::string& out) {
    const auto opcode = v.number(f.opcode);
    if (v.has(arp_atm::sender.protocol_length)) return void(out = opcode == 8 || opcode == 9 ? "Inverse ATMARP" : "ATMARP");
    if (is_cut(v)) return;
    if (opcode == 3 || opcode == 4) out = "RARP";
    else if (opcode >= 5 && opcode <= 7) out = "DRARP";
    else if (opcode == 8 || opcode == 9) out = "Inverse ARP";
    else if (opcode >= 11 && opcode <= 22) out = "MARS";
    else if (opcode == 23) out = "MAPOS";
}
constexpr Choice mars_messages[] = {
    {11, "MARS request"},
    {12, "MARS MULTI request"},
    {13, "MARS MSERV request"},
    {14, "MARS JOIN request"},
    {15, "MARS LEAVE"},
    {16, "MARS NAK"},
    {17, "MARS UNSERV request"},
    {18, "MARS SJOIN request"},
    {19, "MARS SLEAVE"},
    {20, "MARS grouplist request"},
    {21, "MARS grouplist reply"},
    {22, "MARS redirect map"},
    {23, "MAPOS UNARP request"},
};
void info_without_addresses(std::uint64_t opcode, std::string& out) {
    char text[32];
    switch (opcode) {
        case 0:
        case 65535: out = "Reserved opcode " + std::to_string(opcode); break;
        case 7: out = "DRARP Error"; break;
        case 10: out = "ARP NAK"; break;
        case 24:
        case 25: out = "Experimental " + std::to_string(opcode - 23) + " ( opcode " + std::to_string(opcode) + " )"; break;
        default: out.assign(text, std::size_t(std::snprintf(text, sizeof text, "Unknown ARP opcode 0x%04x", unsigned(opcode))));
    }
}
void info(const LayerValues& v, std::string& out) {
    if (v.has(arp_atm::sender.protocol_length)) return arp_atm::info(v, v.number(f.opcode), out);
    if (is_cut(v)) return void(out = v.choice(f.opcode) ? v.choice(f.opcode) : "Opcode " + v.text(f.opcode));
    const std::string sender = address(v, f.src_ip, f.src_proto), sender_hw = address(v, f.src_mac, f.src_hw);
    const std::string target = address(v, f.dst_ip, f.dst_proto), target_hw = address(v, f.dst_mac, f.dst_hw);
    const auto opcode = v.number(f.opcode);
    switch (opcode) {
        case 1:
            if (v.has(f.probe)) out = "Who has " + target + "? (ARP Probe)";
            else if (v.has(f.announcement)) out = "ARP Announcement for " + sender;
            else if (v.has(f.gratuitous)) out = "Gratuitous ARP for " + sender + " (Request)";
            else out = "Who has " + target + "? Tell " + sender;
            break;
        case 2: out = v.has(f.gratuitous) ? "Gratuitous ARP for " + sender + " (Reply)" : sender + " is at " + sender_hw; break;
        case 3:
        case 5:
        case 8: out = "Who is " + target_hw + "? Tell " + sender_hw; break;
        case 4:
        case 6: out = target_hw + " is at " + target; break;
        case 9: out = sender_hw + " is at " + sender; break;
        default:
            if (const char* what = choice_text(mars_messages, opcode)) out = std::string(what) + " from " + sender_hw + " at " + sender;
            else info_without_addresses(opcode, out);
    }
}
constexpr Parent parents[] = {{"ethertype", 0x0806}, {"ethertype", 0x8035}};
}  // namespace

extern const Protocol arp;
constexpr Protocol arp{.name = "arp",
                       .label = arp_label,
                       .column = "ARP",
                       .items = items,
                       .parents = parents,
                       .info = info,
                       .speaks = speaks,
                       .title = title};

}  // namespace sallyport::protocols
