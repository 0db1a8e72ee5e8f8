// SPDX-License-Identifier: GPL-3.0-or-later
// IPv6 routing headers: RFC 5095 (type 0), 6275 6.4 (2), 6554 3 (3: RPL), 8754 2 (4: segments), 9631 (5 and 6: compact).
#include "base/address.h"
#include "protocol/reader.h"
#include "protocols/ip_protocols.h"
#include "protocols/source_route.h"
#include <algorithm>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice types[] = {
    {0, "Source Route"},
    {1, "Nimrod"},
    {2, "Type 2 Routing"},
    {3, "RPL Source Route"},
    {4, "Segment Routing"},
    {5, "Compact Routing Header 16"},
    {6, "Compact Routing Header 32"},
    {253, "Experiment 1"},
    {254, "Experiment 2"},
};
constexpr struct {
    u8 nxt{"ipv6.routing.nxt", "Next Header", named(ip_protocols)};
    u8 len{"ipv6.routing.len", "Length"};
    u16 len_oct{"ipv6.routing.len_oct", "Length", unit("bytes")};
    u8 type{"ipv6.routing.type", "Type", named(types)};
    u8 segleft{"ipv6.routing.segleft", "Segments Left"};
    bytes reserved{"ipv6.routing.src.reserved", "Reserved"};
    ip6 address{"ipv6.routing.src.addr", "Address"};
    bytes mipv6_reserved{"ipv6.routing.mipv6.reserved", "Reserved"};
    ip6 home{"ipv6.routing.mipv6.home_address", "Home Address"};
    u32 inner_octets{"ipv6.routing.rpl.cmprI", "Compressed Internal Octets (CmprI)", mask(0xf0000000)};
    u32 last_octets{"ipv6.routing.rpl.cmprE", "Compressed Final Octets (CmprE)", mask(0x0f000000)};
    u32 padding{"ipv6.routing.rpl.pad", "Padding Bytes", mask(0x00f00000)};
    u32 rpl_reserved{"ipv6.routing.rpl.reserved", "Reserved", mask(0x000fffff)};
    i32 count{"ipv6.routing.rpl.addr_count", "Total Address Count"};
    bytes suffix{"ipv6.routing.rpl.address", "Address"};
    u8 last{"ipv6.routing.srh.last_entry", "Last Entry"};
    u8 flags{"ipv6.routing.srh.flags", "Flags", hex};
    bytes tag{"ipv6.routing.srh.tag", "Tag"};
    ip6 segment{"ipv6.routing.srh.addr", "Address"};
    u8 current{"@current", ""};
    u16 current_16{"ipv6.routing.crh16.current_sid", "Current SID"};
    u32 current_32{"ipv6.routing.crh32.current_sid", "Current SID"};
    u16 sid_16{"ipv6.routing.crh16.sid", "SID"};
    u32 sid_32{"ipv6.routing.crh32.sid", "SID"};
    bytes data{"ipv6.routing.unknown_data", "Type-Specific Data"};
} r;

/// RFC 6554 3: how the addresses are shortened, by what they have in common with the destination.
struct Compression {
    std::uint32_t inner, last, padding;  // bytes left out of each but the last, of the last, and behind them
    explicit Compression(std::uint32_t word) : inner(word >> 28), last(word >> 24 & 15), padding(word >> 20 & 15) {}
    std::int64_t count(std::int64_t bytes) const { return (bytes - padding - (16 - last)) / (16 - inner) + 1; }
};
void read_rpl(Reader& reader) {
    const std::uint64_t octets[] = {reader.value(r.inner_octets), reader.value(r.last_octets), reader.value(r.padding)};
    const Compression way(std::uint32_t(octets[0] << 28 | octets[1] << 24 | octets[2] << 20));
    const std::int64_t count = way.count(reader.left());
    reader.make(r.count, std::uint64_t(count));
    for (std::int64_t i = 0; i < count && reader.more(); i++) {
        const std::uint32_t left_out = i + 1 < count ? way.inner : way.last;
        reader.read(r.suffix, Number(int(16 - left_out)));
    }
    if (reader.left() == way.padding) reader.skip(way.padding);
}

constexpr auto rpl = sequence(bits(4, r.inner_octets, r.last_octets, r.padding, r.rpl_reserved), read(read_rpl, r.count, r.suffix));
/// RFC 9631 3: the current one is that which is left; there are one more than are left, or as many as the header holds behind them.
constexpr auto compact_16 = sequence(group("Segment Identifiers", repeat(r.sid_16).times(Extent(r.segleft) + 1)));
constexpr auto compact_32 = sequence(group("Segment Identifiers", repeat(r.sid_32).times(Extent(r.segleft) + 1)));
bool current_16(const ComputeInput& in, std::uint64_t& out) {
    const std::uint64_t at = in.at + in.args[0] * 2;
    return at + 2 <= in.end && (out = load_be(in.bytes.data() + at, 2), true);
}
bool current_32(const ComputeInput& in, std::uint64_t& out) {
    const std::uint64_t at = in.at + in.args[0] * 4;
    return at + 4 <= in.end && (out = load_be(in.bytes.data() + at, 4), true);
}
constexpr auto items = sequence(
    r.nxt, r.len, make(r.len_oct, Extent(r.len) * 8 + 8), r.type, r.segleft,
    part(Extent(r.len) * 8 + 4, choice(r.type,
        when(0, r.reserved(4), repeat(r.address)),
        when(2, r.mipv6_reserved(4), r.home),
        when(3, rpl),
        when(4, r.last, r.flags, r.tag(2), repeat(r.segment).times(Extent(r.last) + 1)),  // TLVs, which have no names, follow
        when(5, make(r.current_16, current_16, r.segleft), compact_16),
        when(6, make(r.current_32, current_32, r.segleft), compact_32),
        otherwise(if_set(left, r.data(rest))))),
    payload("ip.proto", r.nxt));
constexpr Parent parents[] = {{"ip.proto", 43}};

void title(const LayerValues& v, std::string& out) {
    const char* const type = v.choice(r.type);
    out += " (" + (type ? std::string(type) : "Unknown type " + v.text(r.type)) + ")";
}
/// The last address, of which the beginning is that of the header's destination.
bool append_rpl_destination(const LayerValues& v, std::string& out) {
    constexpr std::size_t fixed = 8;
    const Bytes header = v.bytes();
    if (header.size() < fixed || header[3] == 0) return false;
    const std::size_t end = (header[1] + 1u) * 8;
    const Compression way{std::uint32_t(load_be(header.data() + 4, 4))};
    const std::size_t size = 16 - way.last;
    std::uint8_t address[16];
    if (end > header.size() || way.count(std::int64_t(end - fixed)) < 1 || end < fixed + way.padding + size) return false;
    if (!parse_ipv6(v.around("ipv6.dst"), address)) return false;
    const std::uint8_t* const suffix = header.data() + end - way.padding - size;
    std::copy(suffix, suffix + size, address + way.last);
    return append_ipv6(address, out), true;
}
void final_destination(const LayerValues& v, std::string& out) {
    const Bytes header = v.bytes();
    if (const std::uint32_t place = final_destination_in(header)) append_ipv6(header.data() + place, out);
    else if (v.number(r.type) == 3) append_rpl_destination(v, out);
}
}  // namespace

extern const Protocol routing;
constexpr Protocol routing{.name = "ipv6.routing",
                           .label = "Routing Header for IPv6",
                           .items = items,
                           .parents = parents,
                           .extends = true,
                           .goes_to = final_destination,
                           .title = title};

}  // namespace sallyport::protocols
