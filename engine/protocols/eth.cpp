// SPDX-License-Identifier: GPL-3.0-or-later
// Ethernet II and IEEE 802.3: the two bytes behind the addresses are a type from 1536 on and a length up to 1500 (IEEE 802.3 3.2.6).
// Nothing has length 0: some devices put it there for a type of their own.
#include "packet/packet_context.h"
#include "protocol/reader.h"
#include "protocols/ethertypes.h"
#include "protocols/told.h"
#include <algorithm>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice lg_truth[] = {{1, "Locally administered address (this is NOT the factory default)"},
                               {0, "Globally unique address (factory default)"}};
constexpr Choice ig_truth[] = {{1, "Group address (multicast/broadcast)"}, {0, "Individual address (unicast)"}};

constexpr struct {
    mac dst{"eth.dst", "Destination", also("eth.addr")};
    flag dst_lg{"eth.dst.lg", "LG bit", mask(0x020000), also("eth.lg"), named(lg_truth)};
    flag dst_ig{"eth.dst.ig", "IG bit", mask(0x010000), also("eth.ig"), named(ig_truth)};
    mac src{"eth.src", "Source", also("eth.addr")};
    flag src_lg{"eth.src.lg", "LG bit", mask(0x020000), also("eth.lg"), named(lg_truth)};
    flag src_ig{"eth.src.ig", "IG bit", mask(0x010000), also("eth.ig"), named(ig_truth)};
    u16 type{"eth.type", "Type", hex, named(ethertypes), mask(0xffff), least(1536), initial(0x0800)};
    u16 no_type{"eth.type", "Type", hex, named(ethertypes), mask(0xffff), most(0)};
    u16 len{"eth.len", "Length", mask(0xffff), least(1), most(1500)};
    u16 invalid{"eth.invalid_lentype", "Invalid length/type", hex_dec, mask(0xffff), least(1501), most(1535)};
    bytes padding{"eth.padding", "Padding"};
    bytes trailer{"eth.trailer", "Trailer"};
    u32 fcs{"eth.fcs", "Frame check sequence", hex};
} f;

constexpr std::uint32_t least_frame = 60;              // without the frame check sequence

/// What lies behind the payload: padding up to the least frame, and whatever else came along. A frame that is shorter was not
/// padded, and padding is zeros (IEEE 802.3 4.2.3.3 leaves that open; other bytes there are something else).
void trailer(Reader& r) {
    std::uint32_t used = r.position(), pad = used < least_frame ? std::min(least_frame - used, r.left()) : 0;
    std::uint32_t length = r.input().context->original_length;
    if (!length) length = std::uint32_t(r.input().bytes.size());
    if (pad && length >= least_frame && std::all_of(r.here(), r.here() + pad, [](auto byte) { return byte == 0; }))
        r.read(f.padding, int(pad));
    r.read_rest(f.trailer);
}

constexpr auto items = sequence(
    ensure(left, at_least(14), "cut short"),
    f.dst(bits(3, f.dst_lg, f.dst_ig)), f.src(bits(3, f.src_lg, f.src_ig)),
    bits(2, f.len, f.type, f.no_type, f.invalid),
    whole(f.len + 14), payload("ethertype", f.type),
    read(trailer, f.padding, f.trailer, f.fcs));

void title(const LayerValues& v, std::string& out) {
    if (v.has(f.len)) out = "IEEE 802.3 Ethernet";
    else if (v.has(f.invalid)) out = "Ethernet Unknown";
    tell_there(v, {{", Src: ", &f.src}, {", Dst: ", &f.dst}}, out);
}
void info(const LayerValues& v, std::string& out) {
    out = "Ethernet II";
    const std::string number = std::to_string(v.number(f.invalid));
    if (v.has(f.invalid)) out = "Ethernet Unknown: Invalid length/type: " + v.text(f.invalid) + " (" + number + ")";
    else if (v.has(f.len)) out = "IEEE 802.3 Ethernet ";
}
void speaks(const LayerValues& v, std::string& out) {
    if (v.has(f.type)) out = v.text(f.type);
    else if (v.has(f.no_type)) out = v.text(f.no_type);
}
constexpr Parent parents[] = {{"link", 1}, {"ethertype", 0x6558}, {"vxlan", 1}, {"pw.eth", 1}, {"sll.ltype", 3}};
}  // namespace

extern const Protocol eth;
constexpr Protocol eth{.name = "eth", .label = "Ethernet II", .column = "Ethernet", .items = items, .parents = parents, .trailer = trailer,
                       .source = &f.src, .destination = &f.dst, .info = info,
                       .speaks = speaks, .title = title};

}  // namespace sallyport::protocols
