// SPDX-License-Identifier: GPL-3.0-or-later
// Generic Routing Encapsulation, RFC 2784, 2890, 1701; version 1 (PPTP), RFC 2637.
#include "protocol/protocol.h"
#include "protocols/ethertypes.h"
#include "protocols/truths.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice flags_version_names[] = {
    {0, "GRE"},
    {1, "Enhanced GRE"},
};

constexpr struct {
    u16 flags{"gre.flags_and_version", "Flags and Version", hex};
    flag checksum_flag{"gre.flags.checksum", "Checksum Bit", mask(0x8000), named(yes_no)};
    flag routing{"gre.flags.routing", "Routing Bit", mask(0x4000), named(yes_no)};
    flag key_flag{"gre.flags.key", "Key Bit", mask(0x2000), named(yes_no)};
    flag sequence_flag{"gre.flags.sequence_number", "Sequence Number Bit", mask(0x1000), named(yes_no)};
    flag strict{"gre.flags.strict_source_route", "Strict Source Route Bit", mask(0x0800), named(yes_no)};
    u16 recursion{"gre.flags.recursion_control", "Recursion control", mask(0x0700)};
    flag ack_flag{"gre.flags.ack", "Acknowledgment", mask(0x0080), named(yes_no)};
    u16 reserved{"gre.flags.reserved", "Flags (Reserved)", mask(0x00f8)};
    u16 reserved1{"gre.flags.reserved", "Flags (Reserved)", mask(0x0078)};
    u16 version{"gre.flags.version", "Version", mask(0x0007), named(flags_version_names)};
    u16 proto{"gre.proto", "Protocol Type", hex, named(ethertypes)};
    u16 checksum{"gre.checksum", "Checksum", hex};
    u16 offset{"gre.offset", "Offset"};
    u32 key{"gre.key", "Key", hex};
    u16 payload_length{"gre.key.payload_length", "Payload length"};
    u16 call_id{"gre.key.call_id", "Call ID"};
    u32 sequence_number{"gre.sequence_number", "Sequence Number"};
    u32 ack_number{"gre.ack_number", "Acknowledgment Number"};
    subtree routes{"gre.routing", "Routing"};
    u16 family{"gre.routing.address_family", "Address Family"};
    u8 sre_offset{"gre.routing.sre_offset", "SRE Offset"};
    u8 sre_length{"gre.routing.src_length", "SRE Length"};
    bytes information{"gre.routing.information", "Routing Information"};
} f;

constexpr auto route = group("Source Route Entry", f.family, f.sre_offset, f.sre_length,
                             choice(f.sre_length, when(0, stop()), otherwise(f.information(f.sre_length))));
constexpr auto items = sequence(
    f.flags(f.checksum_flag, f.routing, f.key_flag, f.sequence_flag, f.strict, f.recursion,
        choice(Extent(f.flags) & 7, when(1, f.ack_flag, f.reserved1), otherwise(f.reserved)), f.version),
    f.proto,
    if_set((Extent(f.flags) & 0xc000), f.checksum, f.offset),
    if_set(f.key_flag, choice(f.version, when(1, f.payload_length, f.call_id), otherwise(f.key))),
    if_set(f.sequence_flag, f.sequence_number),
    choice(f.version, when(1, if_set(f.ack_flag, f.ack_number))),
    if_set(f.routing, f.routes(repeat(route))),
    payload("ethertype", f.proto));

void info(const LayerValues& v, std::string& out) {
    out = std::string("Encapsulated ") + (v.choice(f.proto) ? v.choice(f.proto) : v.text(f.proto));
}
constexpr Parent parents[] = {{"ip.proto", 47}};
}  // namespace

extern const Protocol gre;
constexpr Protocol gre{
    .name = "gre", .label = "Generic Routing Encapsulation", .column = "GRE", .items = items, .parents = parents, .info = info};

}  // namespace sallyport::protocols
