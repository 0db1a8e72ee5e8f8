// SPDX-License-Identifier: GPL-3.0-or-later
// Network Time Protocol, RFC 5905 (versions 1 to 4), extension fields RFC 7822, control messages (mode 6) RFC 9327.
#include "base/time_text.h"
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr std::int64_t to_1970 = 2208988800;           // seconds from 1900 to 1970 (RFC 5905 figure 4)
constexpr std::int64_t era = 1ll << 32;                // the seconds wrap every 136 years; below 1968 they mean the next era

constexpr std::string_view unknown = "NULL";

std::int64_t measure(const CodedPlace& place, std::uint64_t& value) {
    if (place.end - place.at < 8) return -1;
    std::int64_t seconds = std::int64_t(load_be(place.bytes.data() + place.at, 4));
    std::uint64_t fraction = load_be(place.bytes.data() + place.at + 4, 4);
    if (!seconds && !fraction) return value = 0, 8;    // not known (RFC 5905 6)
    if (!(seconds & 0x80000000)) seconds += era;
    value = std::uint64_t((seconds - to_1970) * 1'000'000'000 + std::int64_t(fraction * 1'000'000'000 >> 32));
    return 8;
}
bool parse(std::string_view human, ByteBuffer& wire) {
    std::int64_t ns = 0;
    if (human == unknown) return wire.insert(wire.end(), 8, 0), true;
    if (!parse_absolute_time(human, ns)) return false;
    std::int64_t seconds = ns / 1'000'000'000, rest = ns % 1'000'000'000;
    if (rest < 0) rest += 1'000'000'000, seconds--;
    std::uint64_t fraction = ((std::uint64_t(rest) << 32) + 999'999'999) / 1'000'000'000;  // upwards: it reads as the same nanosecond again
    std::size_t at = wire.size();
    wire.resize(at + 8);
    store_number(wire.data() + at, 4, false, std::uint64_t(seconds + to_1970));
    store_number(wire.data() + at + 4, 4, false, fraction);
    return true;
}
void text(const CodedPlace& place, std::string& out) {
    std::uint64_t value = 0;
    if (load_be(place.bytes.data() + place.at, 8) == 0) out += unknown;
    else if (measure(place, value) > 0) append_absolute_time(std::int64_t(value), out);
}
constexpr Coding timestamp{.measure = measure, .text = text, .parse = parse};

constexpr Choice leaps[] = {
    {0, "no warning"},
    {1, "last minute of the day has 61 seconds"},
    {2, "last minute of the day has 59 seconds"},
    {3, "unknown (clock unsynchronized)"},
};
constexpr Choice modes[] = {
    {0, "reserved"},
    {1, "symmetric active"},
    {2, "symmetric passive"},
    {3, "client"},
    {4, "server"},
    {5, "broadcast"},
    {6, "reserved for NTP control message"},
    {7, "reserved for private use"},
};
constexpr Choice strata[] = {
    {0, "unspecified or invalid"}, {1, "primary reference"}, {2, "secondary reference", 15}, {16, "unsynchronized"}};

constexpr Choice flags_vn_names[] = {
    {0, "reserved"},
    {1, "NTP Version 1"},
    {2, "NTP Version 2"},
    {3, "NTP Version 3"},
    {4, "NTP Version 4"},
    {5, "reserved"},
    {6, "reserved"},
    {7, "reserved"},
};
constexpr Choice ext_type_names[] = {
    {0x02, "No-Operation Request"},
    {0x0102, "Association Message Request"},
    {0x0104, "Unique Identifier"},
    {0x0202, "Certificate Message Request"},
    {0x0204, "NTS Cookie"},
    {0x0302, "Cookie Message Request"},
    {0x0304, "NTS Cookie Placeholder"},
    {0x0402, "Autokey Message Request"},
    {0x0404, "NTS Authenticator and Encrypted Extension Fields"},
    {0x0502, "Leapseconds Message Request"},
    {0x0602, "Sign Message Request"},
    {0x0702, "IFF Identity Message Request"},
    {0x0802, "GQ Identity Message Request"},
    {0x0902, "MV Identity Message Request"},
    {0x2005, "Checksum Complement"},
    {0x8002, "No-Operation Response"},
    {0x8102, "Association Message Response"},
    {0x8202, "Certificate Message Response"},
    {0x8302, "Cookie Message Response"},
    {0x8402, "Autokey Message Response"},
    {0x8502, "Leapseconds Message Response"},
    {0x8602, "Sign Message Response"},
    {0x8702, "IFF Identity Message Response"},
    {0x8802, "GQ Identity Message Response"},
    {0x8902, "MV Identity Message Response"},
    {0xc002, "No-Operation Error Response"},
    {0xc102, "Association Message Error Response"},
    {0xc202, "Certificate Message Error Response"},
    {0xc302, "Cookie Message Error Response"},
    {0xc402, "Autokey Message Error Response"},
    {0xc502, "Leapseconds Message Error Response"},
    {0xc602, "Sign Message Error Response"},
    {0xc702, "IFF Identity Message Error Response"},
    {0xc802, "GQ Identity Message Error Response"},
    {0xc902, "MV Identity Message Error Response"},
};
constexpr Choice flags2_r_names[] = {
    {0, "Request"},
    {1, "Response"},
};
constexpr Choice flags2_opcode_names[] = {
    {0, "reserved"},
    {1, "read status"},
    {2, "read variables"},
    {3, "write variables"},
    {4, "read clock variables"},
    {5, "write clock variables"},
    {6, "set trap address/port"},
    {7, "asynchronous message"},
    {8, "runtime configuration"},
    {9, "save config to file"},
    {10, "retrieve MRU (mrulist)"},
    {11, "retrieve ordered list"},
    {12, "request a client nonce"},
    {31, "unset trap address/port"},
};

void tell_flags(const LayerValues&, std::string&);
constexpr struct {
    u8 flags{"ntp.flags", "Flags", hex, tells(tell_flags), initial(0x23)};
    u8 leap{"ntp.flags.li", "Leap Indicator", mask(0xc0), named(leaps)};
    u8 version{"ntp.flags.vn", "Version number", mask(0x38), named(flags_vn_names)};
    u8 mode{"ntp.flags.mode", "Mode", mask(0x07), named(modes)};
    u8 stratum{"ntp.stratum", "Peer Clock Stratum", named(strata)};
    u8 poll{"ntp.ppoll", "Peer Polling Interval"};
    u8 precision{"ntp.precision", "Peer Clock Precision"};
    u32 root_delay{"ntp.rootdelay", "Root Delay"};
    u32 root_dispersion{"ntp.rootdispersion", "Root Dispersion"};
    bytes refid{"ntp.refid", "Reference ID"};
    Sized<FieldType::absolute_time, 0> reference{"ntp.reftime", "Reference Timestamp", coded(timestamp)};
    Sized<FieldType::absolute_time, 0> origin_time{"ntp.org", "Origin Timestamp", coded(timestamp)};
    Sized<FieldType::absolute_time, 0> receive{"ntp.rec", "Receive Timestamp", coded(timestamp)};
    Sized<FieldType::absolute_time, 0> transmit{"ntp.xmt", "Transmit Timestamp", coded(timestamp)};
    u16 extension_type{"ntp.ext.type", "Field Type", hex, named(ext_type_names)};
    u16 extension_length{"ntp.ext.length", "Length"};
    bytes extension_value{"ntp.ext.value", "Value"};
    bytes keyid{"ntp.keyid", "Key ID"};
    bytes mac_{"ntp.mac", "Message Authentication Code"};
    u8 flags2{"ntp.ctrl.flags2", "Flags 2", hex};
    u8 response{"ntp.ctrl.flags2.r", "Response bit", mask(0x80), named(flags2_r_names)};
    u8 error{"ntp.ctrl.flags2.error", "Error bit", mask(0x40)};
    u8 more{"ntp.ctrl.flags2.more", "More bit", mask(0x20)};
    u8 opcode{"ntp.ctrl.flags2.opcode", "Opcode", mask(0x1f), named(flags2_opcode_names)};
    u16 sequence_number{"ntp.ctrl.sequence", "Sequence"};
    u16 status_{"ntp.ctrl.status", "Status", hex};
    u16 association{"ntp.ctrl.associd", "AssociationID"};
    u16 offset{"ntp.ctrl.offset", "Offset"};
    u16 count{"ntp.ctrl.count", "Count"};
    bytes data{"ntp.data", "Data"};
} f;

// RFC 7822 7.5: the last 20 or 24 bytes are a message authentication code; what is longer is extension fields.
constexpr auto behind =
    repeat(choice(left, between(1, 3, stop()), when(4, f.keyid(4)), when(20, f.keyid(4), f.mac_(16)), when(24, f.keyid(4), f.mac_(20)),
                  when(36, f.keyid(4), f.mac_(32)),
                  otherwise(group("Extension", f.extension_type, f.extension_length,
                                  choice(f.extension_length, between(0, 3, fault("an extension shorter than its header"), stop()),
                                         otherwise(f.extension_value(Extent(f.extension_length) - 4)))))));

constexpr auto items =
    sequence(f.flags(f.leap, f.version, f.mode), choice(f.mode,
                                                        when(6, f.flags2(f.response, f.error, f.more, f.opcode), f.sequence_number,
                                                             f.status_, f.association, f.offset, f.count, if_set(left, f.data(rest))),
                                                        when(7, if_set(left, f.data(rest))),
                                                        otherwise(f.stratum, f.poll, f.precision, f.root_delay, f.root_dispersion,
                                                                  f.refid(4), f.reference, f.origin_time, f.receive, f.transmit, behind)));

void tell_flags(const LayerValues& v, std::string& line) {
    const auto name = [](const char* known) { return std::string(known ? known : "Unknown"); };
    line += ", Leap Indicator: " + name(v.choice(f.leap)) + ", Version number: " + name(v.choice(f.version)) +
            ", Mode: " + name(v.choice(f.mode));
}
void title(const LayerValues& v, std::string& out) {
    const char *version = v.choice(f.version), *mode = v.choice(f.mode);
    out += std::string(" (") + (version ? version : "Unknown") + ", " + (mode ? mode : "Unknown") + ")";
}
void info(const LayerValues& v, std::string& out) {
    out = "NTP Version " + v.text(f.version);
    if (const char* mode = v.choice(f.mode)) out += std::string(", ") + mode;
}
constexpr Parent parents[] = {{"udp.port", 123}};
}  // namespace

extern const Protocol ntp;
constexpr Protocol ntp{.name = "ntp", .label = "Network Time Protocol", .column = "NTP", .items = items, .parents = parents, .info = info,
                       .title = title};

}  // namespace sallyport::protocols
