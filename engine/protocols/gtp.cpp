// SPDX-License-Identifier: GPL-3.0-or-later
// GPRS Tunnelling Protocol: user plane and control plane of version 1 (3GPP TS 29.281, 29.060), version 0 (GSM 09.60), headers and
// information elements of version 2 (3GPP TS 29.274).
#include "protocol/reader.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice versions[] = {{0, "GTP release 97/98 version"}, {1, "GTP release 99 version"}, {2, "GTPv2-C"}};
constexpr Choice kinds[] = {{0, "GTP'"}, {1, "GTP"}};
constexpr Choice messages[] = {
    {0x01, "Echo request"},
    {0x02, "Echo response"},
    {0x03, "Version not supported"},
    {0x10, "Create PDP context request"},
    {0x11, "Create PDP context response"},
    {0x12, "Update PDP context request"},
    {0x13, "Update PDP context response"},
    {0x14, "Delete PDP context request"},
    {0x15, "Delete PDP context response"},
    {0x1a, "Error indication"},
    {0x1f, "Supported extension header notification"},
    {0x32, "SGSN context request"},
    {0x33, "SGSN context response"},
    {0x34, "SGSN context acknowledgement"},
    {0xfe, "End Marker"},
    {0xff, "T-PDU"},
};
constexpr Choice extension_types[] = {
    {0x00, "No more extension headers"}, {0x01, "MBMS support indication"}, {0x20, "Service Class Indicator"}, {0x40, "UDP Port"},
    {0x85, "PDU Session container"},     {0xc0, "PDCP PDU number"},         {0xc1, "Suspend Request"},        {0xc2, "Suspend Response"},
};

constexpr struct {
    u8 flags{"gtp.flags", "Flags", hex, initial(0x30)};
    u8 version{"gtp.flags.version", "Version", mask(0xe0), named(versions)};
    u8 prime_version{"gtp.prim.flags.version", "Version", mask(0xe0)};
    u8 kind{"gtp.flags.payload", "Protocol type", mask(0x10), named(kinds)};
    u8 reserved{"gtp.flags.reserved", "Reserved", mask(0x08)};
    u8 reserved0{"gtp.flags.reserved", "Reserved", mask(0x0e)};
    flag extended{"gtp.flags.e", "Is Next Extension Header present?", mask(0x04)};
    flag numbered{"gtp.flags.s", "Is Sequence Number present?", mask(0x02)};
    flag with_npdu{"gtp.flags.pn", "Is N-PDU number present?", mask(0x01)};
    flag with_sndcp{"gtp.flags.snn", "Is SNDCP N-PDU included?", mask(0x01)};
    flag short_header{"gtp.flags.hdr_length", "Header length", mask(0x01)};
    u8 message{"gtp.message", "Message Type", hex, named(messages), initial(0xff)};
    u16 length{"gtp.length", "Length"};
    u32 teid{"gtp.teid", "TEID", hex_dec};
    u16 seq{"gtp.seq_number", "Sequence number", hex_dec};
    u8 npdu{"gtp.npdu_number", "N-PDU Number", hex};
    u8 next{"gtp.ext_hdr.next", "Next extension header type", hex, named(extension_types)};
    u8 ext_length{"gtp.ext_hdr.length", "Extension Header Length"};
    u16 pdcp_number{"gtp.ext_hdr.pdcp_sn", "PDCP Sequence Number"};
    u16 udp_port{"gtp.ext_hdr.udp_port", "UDP Port"};
    u16 flow_label{"gtp.flow_label", "Flow label", hex_dec};
    u8 sndcp{"gtp.sndcp_number", "SNDCP N-PDU LLC Number", hex};
} f;

// TS 29.281 5.2.1: the length counts units of 4 bytes, with itself and the type of the next header; a type of 0 ends the chain.
void extensions(Reader& r) {
    for (auto type = r.value(f.next); type && r.more();) {
        auto scope = r.group("Extension header");
        Number length = r.read(f.ext_length) * 4 - 2;
        if (length.value() < 0) return r.error("an extension header shorter than its length and type");
        if (auto content = r.part(length)) {
            if (type == 0xc0) r.read(f.pdcp_number);
            else if (type == 0x40) r.read(f.udp_port);
        }
        type = std::uint64_t(r.read(f.next).value());
    }
}
// TS 29.281 5.1: with any of the three flags all three fields are there; each means something only with its own flag.
constexpr auto options = choice(Extent(f.flags) & 7, between(1, 7,
    choice(f.numbered, when(1, f.seq), otherwise(skip(2))),
    choice(f.with_npdu, when(1, f.npdu), otherwise(skip(1))),
    choice(f.extended, when(1, f.next, read(extensions, f.ext_length, f.pdcp_number, f.udp_port, f.next)), otherwise(skip(1)))));
constexpr auto user_data = choice(f.message, when(0xff, payload("gtp.payload", peek(1) >> 4)));
constexpr auto version1 = sequence(
    f.flags(f.version, f.kind, f.reserved, f.extended, f.numbered, f.with_npdu), f.message, f.length, whole(Extent(f.length) + 8), f.teid,
    options, user_data);
constexpr auto version0 = sequence(
    f.flags(f.version, f.kind, f.reserved0, f.with_sndcp), f.message, f.length, f.seq, f.flow_label, f.sndcp, skip(3), skip(8),
    whole(Extent(f.length) + 20), user_data);
constexpr auto prime = sequence(
    f.flags(f.prime_version, f.kind, f.reserved0, f.short_header), f.message, f.length, f.seq, whole(Extent(f.length) + 6));
constexpr auto items = choice(peek(1) >> 4,
    when(1, version0), when(3, version1), between(4, 5, payload("gtp.version", Extent(2))), otherwise(prime));

void info(const LayerValues& v, std::string& out) {
    if (v.has(f.message)) out = v.choice(f.message) ? v.choice(f.message) : "Message " + v.text(f.message);
}
constexpr Parent parents[] = {{"udp.port", 2123}, {"udp.port", 2152}, {"udp.port", 3386}, {"tcp.port", 2123}, {"tcp.port", 3386}};

constexpr Choice messages2[] = {
    {1, "Echo Request"},
    {2, "Echo Response"},
    {3, "Version Not Supported Indication"},
    {32, "Create Session Request"},
    {33, "Create Session Response"},
    {34, "Modify Bearer Request"},
    {35, "Modify Bearer Response"},
    {36, "Delete Session Request"},
    {37, "Delete Session Response"},
    {95, "Create Bearer Request"},
    {96, "Create Bearer Response"},
    {170, "Release Access Bearers Request"},
    {171, "Release Access Bearers Response"},
    {176, "Downlink Data Notification"},
    {177, "Downlink Data Notification Acknowledgement"},
};
constexpr struct {
    u8 flags{"gtpv2.flags", "Flags", hex, initial(0x48)};
    u8 version{"gtpv2.version", "Version", mask(0xe0)};
    u8 piggyback{"gtpv2.p", "Piggybacking flag (P)", mask(0x10)};
    u8 with_teid{"gtpv2.t", "TEID flag (T)", mask(0x08)};
    u8 priority{"gtpv2.mp", "Message Priority(MP)", mask(0x04)};
    u8 message{"gtpv2.message_type", "Message Type", named(messages2), initial(1)};
    u16 length{"gtpv2.msg_length", "Message Length"};
    u32 teid{"gtpv2.teid", "Tunnel Endpoint Identifier", hex_dec};
    u24 seq{"gtpv2.seq", "Sequence Number", hex_dec};
    u16 spare{"gtpv2.spare", "Spare", mask(0xff)};
    u8 type{"gtpv2.ie_type", "IE Type"};
    u16 ie_length{"gtpv2.ie_len", "IE Length"};
    u8 cr{"gtpv2.cr", "CR flag", mask(0xf0)};
    u8 instance{"gtpv2.instance", "Instance", mask(0x0f)};
    bytes data{"@ie", ""};
} g;
template <class... Grouped> constexpr auto element(const Grouped&... grouped) {
    return group("Information Element", g.type, g.ie_length, bits(1, g.cr, g.instance),
                 part(g.ie_length, choice(g.type, grouped..., otherwise(if_set(left, g.data(rest)))))).shows(g.type);
}
// TS 29.274 8.28: a bearer context holds elements itself.
constexpr auto elements = repeat(element(when(93, repeat(element()))));
constexpr auto message2 = group("GTPv2 message",
    g.flags(g.version, g.piggyback, g.with_teid, g.priority), g.message, g.length,
    part(g.length, if_set(g.with_teid, g.teid), g.seq, bits(1, g.spare), elements)).shows(g.message);
// TS 29.274 5.5.1: one more message may ride along.
constexpr auto items2 = sequence(message2, if_set(g.piggyback, if_set(left, message2)));

void info2(const LayerValues& v, std::string& out) { out = v.choice(g.message) ? v.choice(g.message) : "Message " + v.text(g.message); }
constexpr Parent parents2[] = {{"gtp.version", 2}};
}  // namespace

extern const Protocol gtp, gtpv2;
constexpr Protocol gtp{
    .name = "gtp", .label = "GPRS Tunneling Protocol", .column = "GTP", .items = items, .parents = parents, .info = info};
constexpr Protocol gtpv2{
    .name = "gtpv2", .label = "GPRS Tunneling Protocol V2", .column = "GTPv2", .items = items2, .parents = parents2, .info = info2};

}  // namespace sallyport::protocols
