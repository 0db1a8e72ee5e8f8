// SPDX-License-Identifier: GPL-3.0-or-later
// In-situ OAM data in IPv6 options: RFC 9486 3 and the traces of RFC 9197 4.4.
#pragma once
#include "protocol/reader.h"
#include "protocols/bit_lines.h"
#include "protocols/truths.h"
#include <array>
#include <bit>

namespace sallyport::protocols::ipv6_ioam {
using namespace layout;

inline constexpr Choice option_types[] = {
    {0, "Pre-allocated Trace"}, {1, "Incremental Trace"}, {2, "Proof of Transit"}, {3, "Edge to Edge"}};

inline void tell_overflow(const LayerValues&, std::string&);
inline void tell_loopback(const LayerValues&, std::string&);
inline void tell_active(const LayerValues&, std::string&);
inline void tell_reserved(const LayerValues&, std::string&);
inline void tell_flags(const LayerValues&, std::string&);
inline void tell_type(const LayerValues&, std::string&);
struct Fields {
    u8 reserved{"ipv6.opt.ioam.rsv", "Reserved"};
    u8 option_type{"ipv6.opt.ioam.opt_type", "Option-Type", named(option_types)};
    u16 name_space{"ipv6.opt.ioam.trace.ns", "Namespace ID"};
    u8 node_length{"ipv6.opt.ioam.trace.nodelen", "Node Length", mask(0xf800)};
    u16 flags{"ipv6.opt.ioam.trace.flags", "Flags", hex, mask(0x0780), tells(tell_flags)};
    flag overflow{"ipv6.opt.ioam.trace.flag.o", "Overflow", mask(0x0400), named(true_false), plain, tells(tell_overflow)};
    flag loopback{"ipv6.opt.ioam.trace.flag.l", "Loopback", mask(0x0200), named(true_false), plain, tells(tell_loopback)};
    flag active{"ipv6.opt.ioam.trace.flag.a", "Active", mask(0x0100), named(true_false), plain, tells(tell_active)};
    flag reserved_flag{"ipv6.opt.ioam.trace.flag.rsv", "Reserved", mask(0x0080), named(true_false), plain, tells(tell_reserved)};
    u8 remaining{"ipv6.opt.ioam.trace.remlen", "Remaining Length", mask(0x007f)};
    u24 type{"ipv6.opt.ioam.trace.type", "Trace Type", hex, tells(tell_type)};
    flag has_id{"ipv6.opt.ioam.trace.type.bit0", "Hop_Lim and Node ID (short)", mask(0x800000), named(true_false)};
    flag has_interfaces{"ipv6.opt.ioam.trace.type.bit1", "Ingress and Egress IDs (short)", mask(0x400000), named(true_false)};
    flag has_seconds{"ipv6.opt.ioam.trace.type.bit2", "Timestamp seconds", mask(0x200000), named(true_false)};
    flag has_fraction{"ipv6.opt.ioam.trace.type.bit3", "Timestamp fraction", mask(0x100000), named(true_false)};
    flag has_delay{"ipv6.opt.ioam.trace.type.bit4", "Transit delay", mask(0x080000), named(true_false)};
    flag has_data{"ipv6.opt.ioam.trace.type.bit5", "IOAM-Namespace specific data (short)", mask(0x040000), named(true_false)};
    flag has_depth{"ipv6.opt.ioam.trace.type.bit6", "Queue depth", mask(0x020000), named(true_false)};
    flag has_checksum{"ipv6.opt.ioam.trace.type.bit7", "Checksum complement", mask(0x010000), named(true_false)};
    flag has_wide_id{"ipv6.opt.ioam.trace.type.bit8", "Hop_Lim and Node ID (wide)", mask(0x008000), named(true_false)};
    flag has_wide_interfaces{"ipv6.opt.ioam.trace.type.bit9", "Ingress and Egress IDs (wide)", mask(0x004000), named(true_false)};
    flag has_wide_data{"ipv6.opt.ioam.trace.type.bit10", "IOAM-Namespace specific data (wide)", mask(0x002000), named(true_false)};
    flag has_occupancy{"ipv6.opt.ioam.trace.type.bit11", "Buffer occupancy", mask(0x001000), named(true_false)};
    // Of several bits, which no form of a truth could write: there while none of them is set.
    flag has_undefined{"ipv6.opt.ioam.trace.type.undef", "Undefined", mask(0x000ffc), named(true_false)};
    flag has_snapshot{"ipv6.opt.ioam.trace.type.bit22", "Opaque State Snapshot", mask(0x000002), named(true_false)};
    flag has_reserved{"ipv6.opt.ioam.trace.type.rsv", "Reserved", mask(0x000001), named(true_false)};
    u8 trace_reserved{"ipv6.opt.ioam.trace.rsv", "Reserved"};
    bytes free_space{"ipv6.opt.ioam.trace.free_space", "Free space"};
    u8 hop_limit{"ipv6.opt.ioam.trace.node.hlim", "Hop Limit"};
    u24 id{"ipv6.opt.ioam.trace.node.id", "ID", hex};
    u16 ingress{"ipv6.opt.ioam.trace.node.iif", "Ingress ID", hex};
    u16 egress{"ipv6.opt.ioam.trace.node.eif", "Egress ID", hex};
    u32 seconds{"ipv6.opt.ioam.trace.node.tss", "Timestamp Seconds", hex};
    u32 fraction{"ipv6.opt.ioam.trace.node.tsf", "Timestamp Fraction", hex};
    u32 delay{"ipv6.opt.ioam.trace.node.trdelay", "Transit Delay", hex};
    u32 data{"ipv6.opt.ioam.trace.node.nsdata", "Namespace Data (short)", hex};
    u32 depth{"ipv6.opt.ioam.trace.node.qdepth", "Queue Depth", hex};
    u32 checksum{"ipv6.opt.ioam.trace.node.csum", "Checksum Complement", hex};
    u56 wide_id{"ipv6.opt.ioam.trace.node.id_wide", "ID", hex};
    u32 wide_ingress{"ipv6.opt.ioam.trace.node.iif_wide", "Ingress ID", hex};
    u32 wide_egress{"ipv6.opt.ioam.trace.node.eif_wide", "Egress ID", hex};
    u64 wide_data{"ipv6.opt.ioam.trace.node.nsdata_wide", "Namespace Data (wide)", hex};
    u32 occupancy{"ipv6.opt.ioam.trace.node.bufoccup", "Buffer Occupancy", hex};
    u32 undefined{"ipv6.opt.ioam.trace.node.undefined", "Undefined bit", hex};
    u8 snapshot_length{"ipv6.opt.ioam.trace.node.oss.len", "Length"};
    u24 schema{"ipv6.opt.ioam.trace.node.oss.scid", "Schema ID", hex};
    bytes snapshot{"ipv6.opt.ioam.trace.node.oss.data", "Data"};
};
inline constexpr Fields t;

inline void tell_overflow(const LayerValues& v, std::string& line) { tell_bit(v, line, t.overflow, 16, "True", "False"); }
inline void tell_loopback(const LayerValues& v, std::string& line) { tell_bit(v, line, t.loopback, 16, "True", "False"); }
inline void tell_active(const LayerValues& v, std::string& line) { tell_bit(v, line, t.active, 16, "True", "False"); }
inline void tell_reserved(const LayerValues& v, std::string& line) { tell_bit(v, line, t.reserved_flag, 16, "True", "False"); }
inline void tell_flags(const LayerValues& v, std::string& line) {
    tell_set(v, {&t.overflow, &t.loopback, &t.active, &t.reserved_flag}, line);
}
inline void tell_type(const LayerValues& v, std::string& line) {
    tell_set(v, {&t.has_id, &t.has_interfaces, &t.has_seconds, &t.has_fraction, &t.has_delay, &t.has_data, &t.has_depth, &t.has_checksum,
                 &t.has_wide_id, &t.has_wide_interfaces, &t.has_wide_data, &t.has_occupancy, &t.has_undefined, &t.has_snapshot,
                 &t.has_reserved}, line);
}

/// What a bit of the trace's type adds to each node; the wide ones are of eight bytes.
constexpr std::uint32_t wide_bits = 0x00e000, undefined_bits = 0x000ffc, snapshot_bit = 0x000002, known_bits = 0xfffffc;
constexpr std::uint32_t node_size(std::uint32_t type) {
    return 4u * unsigned(std::popcount(type & known_bits)) + 4u * unsigned(std::popcount(type & wide_bits));
}
/// "Node 1" …: as many as fit in an option.
inline constexpr auto node_labels = [] {
    std::array<std::array<char, 8>, 64> all{};
    for (std::size_t i = 0; i < all.size(); i++) {
        const std::size_t n = i + 1;
        all[i] = {'N', 'o', 'd', 'e', ' ', n > 9 ? char('0' + n / 10) : char('0' + n), n > 9 ? char('0' + n % 10) : '\0', '\0'};
    }
    return all;
}();

inline void read_wide(Reader& r, std::uint32_t type) {
    if (type & t.has_wide_id.mask)
        if (auto g = r.group("Hop_Lim and Node ID (wide)")) r.read(t.hop_limit), r.read(t.wide_id);
    if (type & t.has_wide_interfaces.mask)
        if (auto g = r.group("Ingress and Egress IDs (wide)")) r.read(t.wide_ingress), r.read(t.wide_egress);
    if (type & t.has_wide_data.mask) r.read(t.wide_data);
    if (type & t.has_occupancy.mask) r.read(t.occupancy);
    for (int i = std::popcount(type & undefined_bits); i > 0; i--) r.read(t.undefined);
}
inline void read_snapshot(Reader& r) {
    auto g = r.group("Opaque State Snapshot");
    if (!g) return;
    const Number length = r.read(t.snapshot_length);
    r.read(t.schema);
    if (length.value()) r.read(t.snapshot, length * 4);
}
inline void read_node(Reader& r, std::uint32_t type) {
    if (type & t.has_id.mask)
        if (auto g = r.group("Hop_Lim and Node ID (short)")) r.read(t.hop_limit), r.read(t.id);
    if (type & t.has_interfaces.mask)
        if (auto g = r.group("Ingress and Egress IDs (short)")) r.read(t.ingress), r.read(t.egress);
    if (type & t.has_seconds.mask) r.read(t.seconds);
    if (type & t.has_fraction.mask) r.read(t.fraction);
    if (type & t.has_delay.mask) r.read(t.delay);
    if (type & t.has_data.mask) r.read(t.data);
    if (type & t.has_depth.mask) r.read(t.depth);
    if (type & t.has_checksum.mask) r.read(t.checksum);
    read_wide(r, type);
    if (type & snapshot_bit) read_snapshot(r);
}
/// The nodes' data, behind what is free; where they are not as long as the trace says, only the first can be told from others.
inline void read_trace(Reader& r) {
    const auto type = std::uint32_t(r.value(t.type));
    const std::uint32_t free_space = std::uint32_t(r.value(t.remaining)) * 4, size = node_size(type);
    if (!r.more() || free_space > r.left()) return;
    auto g = r.group("Trace Data");
    if (!g) return;
    if (free_space) r.read(t.free_space, Number(int(free_space)));
    const std::uint32_t least = size + (type & snapshot_bit ? 4 : 0);
    for (std::size_t i = 0; least && r.left() >= least && i < node_labels.size(); i++) {
        if (auto node = r.group(node_labels[i].data())) read_node(r, type);
        if (size != r.value(t.node_length) * 4) return;
    }
}

inline constexpr auto trace = sequence(
    t.name_space, bits(2, t.node_length, t.flags, t.overflow, t.loopback, t.active, t.reserved_flag, t.remaining),
    t.type(t.has_id, t.has_interfaces, t.has_seconds, t.has_fraction, t.has_delay, t.has_data, t.has_depth, t.has_checksum, t.has_wide_id,
           t.has_wide_interfaces, t.has_wide_data, t.has_occupancy, choice(Extent(t.type) & undefined_bits, when(0, t.has_undefined)),
           t.has_snapshot, t.has_reserved),
    t.trace_reserved,
    read(read_trace, t.free_space, t.hop_limit, t.id, t.ingress, t.egress, t.seconds, t.fraction, t.delay, t.data, t.depth, t.checksum,
         t.wide_id, t.wide_ingress, t.wide_egress, t.wide_data, t.occupancy, t.undefined, t.snapshot_length, t.schema, t.snapshot));
inline constexpr auto value = sequence(t.reserved, t.option_type, choice(t.option_type,
    when(0, group("Pre-allocated Trace", trace)), when(1, group("Incremental Trace", trace))));

}  // namespace sallyport::protocols::ipv6_ioam
