// SPDX-License-Identifier: GPL-3.0-or-later
// Network Time Protocol, RFC 5905 (versions 1 to 4), extension fields RFC 7822, control messages (mode 6) RFC 9327.
#include "base/address.h"
#include "base/time_text.h"
#include "protocol/protocol.h"
#include "protocols/ntp_names.h"
#include "protocols/ntp_variables.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;
using namespace ntp_names;
using ntp_variables::c;

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
constexpr Coding timestamp{.measure = measure, .text = text, .parse = parse, .expected = words("a time as 2026-11-23 12:00:00.5")};

/// Seconds as 16 and 16 bits (RFC 5905 6): "0.5"; digits alone are the number itself.
bool parse_short(std::string_view human, ByteBuffer& wire) {
    constexpr double unit = 65536;
    const bool is_number = human.find('.') == human.npos;
    double seconds = 0;
    std::uint32_t raw = 0;
    const char* end = human.data() + human.size();
    const auto read = is_number ? std::from_chars(human.data(), end, raw) : std::from_chars(human.data(), end, seconds);
    if (read.ec != std::errc() || read.ptr != end || !(seconds >= 0 && seconds * unit < unit * unit - 0.5)) return false;
    wire.resize(wire.size() + 4);
    store_number(wire.data() + wire.size() - 4, 4, false, is_number ? raw : std::uint64_t(seconds * unit + 0.5));
    return true;
}
constexpr Coding short_seconds{.parse = parse_short, .expected = words("a number, also as 1.5")};

/// Four bytes in hex, an address, or letters.
bool parse_reference(std::string_view human, ByteBuffer& wire) {
    std::string digits(human);
    std::erase(digits, ':');
    std::uint8_t bytes[4] = {};
    std::uint32_t number = 0;
    const auto hex_read = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    if (digits.size() == 8 && hex_read.ec == std::errc() && hex_read.ptr == digits.data() + 8) store_number(bytes, 4, false, number);
    else if (!parse_ipv4(human, bytes)) {
        if (human.empty() || human.size() > 4) return false;
        std::copy(human.begin(), human.end(), bytes);
    }
    wire.insert(wire.end(), bytes, bytes + 4);
    return true;
}
constexpr Coding reference_id{.parse = parse_reference, .expected = words("4 bytes in hex, an IPv4 address, or up to 4 letters")};

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
    {0, "unspecified or invalid"}, {1, "primary reference"}, {2, "secondary reference", 15}, {16, "unsynchronized"}, {17, "reserved", 255}};

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
void tell_private_flags(const LayerValues&, std::string&);
void tell_flags2(const LayerValues&, std::string&);
void tell_status(const LayerValues&, std::string&);
void tell_poll(const LayerValues&, std::string&);
void tell_precision(const LayerValues&, std::string&);
void tell_short(const LayerValues&, std::string&);
void tell_reference(const LayerValues&, std::string&);
constexpr struct {
    u8 flags{"ntp.flags", "Flags", hex, tells(tell_flags), initial(0x23)};
    u8 leap{"ntp.flags.li", "Leap Indicator", mask(0xc0), named(leaps)};
    u8 version{"ntp.flags.vn", "Version number", mask(0x38), named(flags_vn_names)};
    u8 mode{"ntp.flags.mode", "Mode", mask(0x07), named(modes)};
    u8 stratum{"ntp.stratum", "Peer Clock Stratum", named(strata)};
    u8 poll{"ntp.ppoll", "Peer Polling Interval", tells(tell_poll)};
    u8 precision{"ntp.precision", "Peer Clock Precision", tells(tell_precision)};
    u32 root_delay{"ntp.rootdelay", "Root Delay", coded(short_seconds), tells(tell_short)};
    u32 root_dispersion{"ntp.rootdispersion", "Root Dispersion", coded(short_seconds), tells(tell_short)};
    bytes refid{"ntp.refid", "Reference ID", coded(reference_id), tells(tell_reference)};
    Sized<FieldType::absolute_time, 0> reference{"ntp.reftime", "Reference Timestamp", coded(timestamp)};
    Sized<FieldType::absolute_time, 0> origin_time{"ntp.org", "Origin Timestamp", coded(timestamp)};
    Sized<FieldType::absolute_time, 0> receive{"ntp.rec", "Receive Timestamp", coded(timestamp)};
    Sized<FieldType::absolute_time, 0> transmit{"ntp.xmt", "Transmit Timestamp", coded(timestamp)};
    subtree extension{"ntp.ext", "Extension"};
    u16 extension_type{"ntp.ext.type", "Field Type", hex, named(ext_type_names)};
    u16 extension_length{"ntp.ext.length", "Length"};
    bytes extension_value{"ntp.ext.value", "Value"};
    bytes keyid{"ntp.keyid", "Key ID"};
    bytes mac_{"ntp.mac", "Message Authentication Code"};
    u8 flags2{"ntp.ctrl.flags2", "Flags 2", hex, tells(tell_flags2)};
    u8 response{"ntp.ctrl.flags2.r", "Response bit", mask(0x80), named(flags2_r_names)};
    u8 error{"ntp.ctrl.flags2.error", "Error bit", mask(0x40)};
    u8 more{"ntp.ctrl.flags2.more", "More bit", mask(0x20)};
    u8 opcode{"ntp.ctrl.flags2.opcode", "Opcode", mask(0x1f), named(flags2_opcode_names)};
    u16 sequence_number{"ntp.ctrl.sequence", "Sequence"};
    u16 status_{"ntp.ctrl.status", "Status", hex, tells(tell_status)};
    u16 peer_status{"ntp.ctrl.status", "Status", hex, tells(tell_status)};
    u16 whose{"@association", ""};
    u16 association{"ntp.ctrl.associd", "AssociationID"};
    u16 offset{"ntp.ctrl.offset", "Offset"};
    u16 count{"ntp.ctrl.count", "Count"};
    bytes data{"ntp.data", "Data"};
} f;

constexpr struct {                                     // the status word of a control message
    u16 error{"ntp.ctrl.err_status", "Error Status Word", mask(0xff00), named(error_words)};
    u16 leap{"ntp.ctrl.sys_status.li", "Leap Indicator", mask(0xc000), named(leaps)};
    u16 source{"ntp.ctrl.sys_status.clksrc", "Clock Source", mask(0x3f00), named(clock_sources)};
    u16 count{"ntp.ctrl.sys_status.count", "System Event Counter", mask(0x00f0)};
    u16 code{"ntp.ctrl.sys_status.code", "System Event Code", mask(0x000f), named(system_events)};
    flag config{"ntp.ctrl.peer_status.config", "Peer Status", mask(0x8000), named(config_truth)};
    flag authenable{"ntp.ctrl.peer_status.authenable", "Peer Status", mask(0x4000), named(authenable_truth)};
    flag authentic{"ntp.ctrl.peer_status.authentic", "Peer Status", mask(0x2000), named(authentic_truth)};
    flag reach{"ntp.ctrl.peer_status.reach", "Peer Status", mask(0x1000), named(reach_truth)};
    flag broadcast{"ntp.ctrl.peer_status.bcast", "Peer Status broadcast association", mask(0x0800)};
    u16 selection{"ntp.ctrl.peer_status.selection", "Peer Selection", mask(0x0700), named(peer_selections)};
    u16 peer_count{"ntp.ctrl.peer_status.count", "Peer Event Counter", mask(0x00f0)};
    u16 peer_code{"ntp.ctrl.peer_status.code", "Peer Event Code", mask(0x000f), named(peer_events)};
    u16 clock{"ntp.ctrl.clock_status.status", "Clock Status", mask(0xff00), named(clock_states)};
    u16 clock_code{"ntp.ctrl.clock_status.code", "Clock Event Code", mask(0x00ff)};
} w;

constexpr struct {                                     // mode 7
    u8 flags{"ntp.flags", "Flags", hex, tells(tell_private_flags)};
    u8 response{"ntp.priv.flags.r", "Response bit", mask(0x80), named(flags2_r_names)};
    u8 more{"ntp.priv.flags.more", "More bit", mask(0x40)};
    u8 auth_seq{"ntp.priv.auth_seq", "Auth, sequence"};
    u8 auth{"ntp.priv.auth", "Auth bit", mask(0x80)};
    u8 sequence_number{"ntp.priv.seq", "Sequence number", mask(0x7f)};
    u8 implementation{"ntp.priv.impl", "Implementation", named(implementations)};
    u8 code{"ntp.priv.reqcode", "Request code", named(request_codes)};
    u8 error{"ntp.priv.err", "Err", hex, mask(0xf000), named(private_errors)};
    u16 items{"ntp.priv.numitems", "Number of data items", mask(0x0fff)};
    u8 reserved{"ntp.priv.reserved", "Reserved", hex, mask(0xf000)};
    u16 item_size{"ntp.priv.itemsize", "Size of data item", mask(0x0fff)};
} p;

// RFC 7822 7.5: the last 20 or 24 bytes are a message authentication code; what is longer is extension fields.
constexpr auto behind =
    repeat(choice(left, between(1, 3, stop()), when(4, f.keyid(4)), when(20, f.keyid(4), f.mac_(16)), when(24, f.keyid(4), f.mac_(20)),
                  when(36, f.keyid(4), f.mac_(32)),
                  otherwise(f.extension(f.extension_type, f.extension_length,
                                  choice(f.extension_length, between(0, 3, fault("an extension shorter than its header"), stop()),
                                         otherwise(f.extension_value(Extent(f.extension_length) - 4)))))));

// RFC 9327 2.2: whose status it is depends on what was asked, and of which association (0: the system).
constexpr auto by_association = choice(f.whose, when(0, w.leap, w.source, w.count, w.code),
    otherwise(w.config, w.authenable, w.authentic, w.reach, w.broadcast, w.selection, w.peer_count, w.peer_code));
constexpr auto status_word = choice(f.response, when(1, choice(f.error, when(1, w.error), otherwise(choice(f.opcode,
    between(1, 3, by_association), between(4, 5, w.clock, w.clock_code))))));
/// What was asked or is answered, by the opcode.
constexpr auto control_data = choice(f.opcode,
    when(1, repeat(group("Item", f.association, f.peer_status(w.config, w.authenable, w.authentic, w.reach, w.broadcast, w.selection,
                                                              w.peer_count, w.peer_code)))),
    between(2, 5, ntp_variables::variables), when(7, c.trap(rest)), between(8, 9, c.configuration(rest)), when(10, c.recent(rest)),
    when(11, c.list(rest)), when(12, c.nonce(rest)), otherwise(f.data(rest)));
constexpr auto control = sequence(f.flags2(f.response, f.error, f.more, f.opcode), f.sequence_number, make(f.whose, peek(2, 2)),
    f.status_(status_word), f.association, f.offset, f.count,
    if_set(f.count, part(padded(f.count, 4), part(f.count, c.data(control_data)))), behind);

constexpr auto request_or_reply = sequence(p.flags(p.response, p.more, f.version, f.mode), p.auth_seq(p.auth, p.sequence_number),
    p.implementation, p.code,
    choice(p.implementation, between(2, 3, bits(2, p.error, p.items), bits(2, p.reserved, p.item_size))), if_set(left, f.data(rest)));

constexpr auto time_message = sequence(f.stratum, f.poll, f.precision, f.root_delay, f.root_dispersion, f.refid(4), f.reference,
    f.origin_time, f.receive, f.transmit, behind);

constexpr auto items = choice(peek(1) & 0x07, when(7, request_or_reply),
    otherwise(f.flags(f.leap, f.version, f.mode), choice(f.mode, when(6, control), otherwise(time_message))));

std::string known(const char* name) { return name ? name : "Unknown"; }
std::string seconds_text(const char* format, double seconds) {
    char text[400];                                    // 2^127 seconds have 38 digits
    return std::string(text, std::size_t(std::snprintf(text, sizeof text, format, seconds)));
}
void tell_flags(const LayerValues& v, std::string& line) {
    line += ", Leap Indicator: " + known(v.choice(f.leap)) + ", Version number: " + known(v.choice(f.version)) +
            ", Mode: " + known(v.choice(f.mode));
}
void tell_private_flags(const LayerValues& v, std::string& line) {
    line += ", Response bit: " + known(v.choice(p.response)) + ", Version number: " + known(v.choice(f.version)) +
            ", Mode: " + known(v.choice(f.mode));
}
void tell_flags2(const LayerValues& v, std::string& line) {
    line += ", Response bit: " + known(v.choice(f.response)) + ", Opcode: " + known(v.choice(f.opcode));
}
void tell_status(const LayerValues& v, std::string& line) {
    for (const Field* field : {&w.error, &w.leap, &w.source, &w.code, &w.selection, &w.peer_code, &w.clock})
        if (v.has(*field)) line += std::string(", ") + field->label + ": " + known(v.choice(*field));
}
void tell_poll(const LayerValues& v, std::string& line) {
    constexpr unsigned least = 4, most = 17;           // RFC 5905 7.2: MINPOLL, MAXPOLL
    const auto poll = v.number(f.poll);
    const std::string number = std::to_string(poll);
    line = "Peer Polling Interval: ";
    line += poll >= least && poll <= most ? number + " (" + std::to_string(1u << poll) + " seconds)" : "invalid (" + number + ")";
}
void tell_precision(const LayerValues& v, std::string& line) {
    line = "Peer Clock Precision: " + seconds_text("%8.6f seconds", std::exp2(std::int8_t(v.number(f.precision))));
}
void tell_short(const LayerValues& v, std::string& line) {
    const auto raw = v.has(f.root_delay) ? v.number(f.root_delay) : v.number(f.root_dispersion);
    line = line.substr(0, line.find(':') + 2) + seconds_text("%8.6f seconds", double(raw) / 65536);
}
/// RFC 5905 7.3: letters of the primary clock, or of what is said instead of a time (stratum 0); else the address of the server.
void tell_reference(const LayerValues& v, std::string& line) {
    std::uint8_t id[4] = {};
    ByteBuffer wire;
    if (parse_reference(v.text(f.refid), wire)) std::copy(wire.begin(), wire.end(), id);
    line = "Reference ID: ";
    if (v.number_in_layer(f.stratum) > 1) return append_ipv4(id, line);
    if (load_be(id, 4) == 0) return void(line += "NULL");
    std::string letters(id, std::find(id, id + 4, 0));
    const auto reference = std::find_if(std::begin(references), std::end(references), [&](auto& r) { return r.id == letters; });
    if (reference != std::end(references)) return void(line += reference->text);
    std::replace_if(letters.begin(), letters.end(), [](unsigned char c) { return c < ' ' || c > '~'; }, '.');
    line += "Unidentified reference source '" + letters + "'";
}
constexpr Choice mode_columns[] = {{6, "control"}, {7, "private"}};
std::string mode_text(const LayerValues& v) {
    const char* column = choice_text(mode_columns, v.number(f.mode));
    return known(column ? column : v.choice(f.mode));
}
void title(const LayerValues& v, std::string& out) { out += " (" + known(v.choice(f.version)) + ", " + mode_text(v) + ")"; }
void info(const LayerValues& v, std::string& out) {
    out = known(v.choice(f.version)) + ", " + mode_text(v);
    if (v.has(p.code)) out += ", " + known(v.choice(p.response)) + ", " + known(v.choice(p.code));
}
constexpr Parent parents[] = {{"udp.port", 123}};
}  // namespace

extern const Protocol ntp;
constexpr Protocol ntp{.name = "ntp", .label = "Network Time Protocol", .column = "NTP", .items = items, .parents = parents, .info = info,
                       .title = title};

}  // namespace sallyport::protocols
