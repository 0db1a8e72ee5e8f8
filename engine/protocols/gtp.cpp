// SPDX-License-Identifier: GPL-3.0-or-later
// GPRS Tunnelling Protocol: user plane and control plane of version 1 (3GPP TS 29.281, 29.060), version 0 (GSM 09.60), headers and
// information elements of version 2 (3GPP TS 29.274).
#include "protocol/reader.h"
#include "protocols/truths.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice versions[] = {
    {0, "GTP release 97/98 version"},
    {1, "GTP release 99 version"},
    {2, "GTPv2-C"},
    {3, "None"},
    {4, "None"},
    {5, "None"},
    {6, "None"},
    {7, "None"},
};
constexpr Choice kinds[] = {
    {0, "GTP'"},
    {1, "GTP"},
};
constexpr Choice messages[] = {
    {0x00, "For future use"},
    {0x01, "Echo request"},
    {0x02, "Echo response"},
    {0x03, "Version not supported"},
    {0x04, "Node alive request"},
    {0x05, "Node alive response"},
    {0x06, "Redirection request"},
    {0x07, "Redirection response"},
    {0x10, "Create PDP context request"},
    {0x11, "Create PDP context response"},
    {0x12, "Update PDP context request"},
    {0x13, "Update PDP context response"},
    {0x14, "Delete PDP context request"},
    {0x15, "Delete PDP context response"},
    {0x16, "Initiate PDP Context Activation Request"},
    {0x17, "Initiate PDP Context Activation Response"},
    {0x18, "Delete AA PDP Context Request"},
    {0x19, "Delete AA PDP Context Response"},
    {0x1a, "Error indication"},
    {0x1b, "PDU notification request"},
    {0x1c, "PDU notification response"},
    {0x1d, "PDU notification reject request"},
    {0x1e, "PDU notification reject response"},
    {0x1f, "Supported extension header notification"},
    {0x20, "Send routing information for GPRS request"},
    {0x21, "Send routing information for GPRS response"},
    {0x22, "Failure report request"},
    {0x23, "Failure report response"},
    {0x24, "Note MS GPRS present request"},
    {0x25, "Note MS GPRS present response"},
    {0x30, "Identification request"},
    {0x31, "Identification response"},
    {0x32, "SGSN context request"},
    {0x33, "SGSN context response"},
    {0x34, "SGSN context acknowledgement"},
    {0x35, "Forward relocation request"},
    {0x36, "Forward relocation response"},
    {0x37, "Forward relocation complete"},
    {0x38, "Relocation cancel request"},
    {0x39, "Relocation cancel response"},
    {0x3a, "Forward SRNS context"},
    {0x3b, "Forward relocation complete acknowledge"},
    {0x3c, "Forward SRNS context acknowledge"},
    {0x3d, "UE Registration Query Request"},
    {0x3e, "UE Registration Query Response"},
    {0x46, "RAN Information Relay"},
    {0x60, "MBMS Notification Request"},
    {0x61, "MBMS Notification Response"},
    {0x62, "MBMS Notification Reject Request"},
    {0x63, "MBMS Notification Reject Response"},
    {0x64, "Create MBMS Context Request"},
    {0x65, "Create MBMS Context Response"},
    {0x66, "Update MBMS Context Request"},
    {0x67, "Update MBMS Context Response"},
    {0x68, "Delete MBMS Context Request"},
    {0x69, "Delete MBMS Context Response"},
    {0x70, "MBMS Registration Request"},
    {0x71, "MBMS Registration Response"},
    {0x72, "MBMS De-Registration Request"},
    {0x73, "MBMS De-Registration Response"},
    {0x74, "MBMS Session Start Request"},
    {0x75, "MBMS Session Start Response"},
    {0x76, "MBMS Session Stop Request"},
    {0x77, "MBMS Session Stop Response"},
    {0x78, "MBMS Session Update Request"},
    {0x79, "MBMS Session Update Response"},
    {0x80, "MS Info Change Notification Request"},
    {0x81, "MS Info Change Notification Response"},
    {0xf0, "Data record transfer request"},
    {0xf1, "Data record transfer response"},
    {0xfe, "End Marker"},
    {0xff, "T-PDU"},
};
constexpr Choice extension_types[] = {
    {0x00, "No more extension headers"},
    {0x01, "MBMS support indication"},
    {0x02, "MS Info Change Reporting support indication"},
    {0x03, "Long PDCP PDU Number"},
    {0x20, "Service Class Indicator"},
    {0x40, "UDP Port number"},
    {0x81, "RAN container"},
    {0x82, "Long PDCP PDU number"},
    {0x83, "Xw RAN container"},
    {0x84, "NR RAN container"},
    {0x85, "PDU Session container"},
    {0xc0, "PDCP PDU number"},
    {0xc1, "Suspend Request"},
    {0xc2, "Suspend Response"},
};

constexpr Choice short_header_truth[] = {{1, "6-Octet Header"}, {0, "20-Octet Header"}};

constexpr struct {
    u8 flags{"gtp.flags", "Flags", hex, initial(0x30)};
    u8 version{"gtp.flags.version", "Version", mask(0xe0), named(versions)};
    u8 prime_version{"gtp.prim.flags.version", "Version", mask(0xe0)};
    u8 kind{"gtp.flags.payload", "Protocol type", mask(0x10), named(kinds)};
    u8 reserved{"gtp.flags.reserved", "Reserved", mask(0x08)};
    u8 reserved0{"gtp.flags.reserved", "Reserved", mask(0x0e)};
    flag extended{"gtp.flags.e", "Is Next Extension Header present?", mask(0x04), named(yes_no)};
    flag numbered{"gtp.flags.s", "Is Sequence Number present?", mask(0x02), named(yes_no)};
    flag with_npdu{"gtp.flags.pn", "Is N-PDU number present?", mask(0x01), named(yes_no)};
    flag with_sndcp{"gtp.flags.snn", "Is SNDCP N-PDU included?", mask(0x01), named(yes_no)};
    flag short_header{"gtp.flags.hdr_length", "Header length", mask(0x01), named(short_header_truth)};
    u8 message{"gtp.message", "Message Type", hex, named(messages), initial(0xff)};
    u16 length{"gtp.length", "Length"};
    u32 teid{"gtp.teid", "TEID", hex_dec};
    u16 seq{"gtp.seq_number", "Sequence number", hex_dec};
    u8 npdu{"gtp.npdu_number", "N-PDU Number", hex};
    u8 next{"gtp.ext_hdr.next", "Next extension header type", hex, named(extension_types)};
    subtree extension{"gtp.ext_hdr", "Extension header"};
    u8 ext_length{"gtp.ext_hdr.length", "Extension Header Length"};
    u16 pdcp_number{"gtp.ext_hdr.pdcp_sn", "PDCP Sequence Number"};
    u16 udp_port{"gtp.ext_hdr.udp_port", "UDP Port"};
    u16 flow_label{"gtp.flow_label", "Flow label", hex_dec};
    u8 sndcp{"gtp.sndcp_number", "SNDCP N-PDU LLC Number", hex};
} f;

// TS 29.281 5.2.1: the length counts units of 4 bytes, with itself and the type of the next header; a type of 0 ends the chain.
void extensions(Reader& r) {
    for (auto type = r.value(f.next); type && r.more();) {
        auto scope = r.group(f.extension);
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
    choice(f.extended, when(1, f.next,
           read(extensions, f.extension, f.ext_length, f.pdcp_number, f.udp_port, f.next)), otherwise(skip(1)))));
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
