// SPDX-License-Identifier: GPL-3.0-or-later
// ARP on ATM (RFC 2225 8.7): another layout behind the first two fields, with numbers and subaddresses of lengths of their own.
#pragma once
#include "protocol/protocol.h"

namespace sallyport::protocols::arp_atm {
using namespace layout;

inline constexpr std::uint64_t hardware = 19;
inline constexpr Choice kinds[] = {{1, "E.164"}, {0, "ATM Forum NSAPA"}};
inline constexpr Choice formats[] = {
    {0x39, "DCC ATM format"}, {0xbd, "DCC ATM group format"}, {0x47, "ICD ATM format"},
    {0xc5, "ICD ATM group format"}, {0x45, "E.164 ATM format"}, {0xc3, "E.164 ATM group format"},
};

struct End {
    const char *number_label, *subaddress_label;
    flag number_kind;
    u8 number_length;
    flag subaddress_kind;
    u8 subaddress_length, protocol_length;
    text e164;
    bytes nsap, subaddress;
    ip4 ipv4;
    bytes protocol;
};
inline constexpr End sender{
    "Sender ATM number type/length", "Sender ATM subaddress type/length",
    {"arp.src.htype", "Sender ATM number type", mask(0x40), named(kinds)},
    {"arp.src.hlen", "Sender ATM number length", mask(0x3f)},
    {"arp.src.stype", "Sender ATM subaddress type", mask(0x40), named(kinds)},
    {"arp.src.slen", "Sender ATM subaddress length", mask(0x3f)},
    {"arp.src.pln", "Sender protocol size"},
    {"arp.src.atm_num_e164", "Sender ATM number (E.164)"},
    {"arp.src.atm_num_nsap", "Sender ATM number (NSAP)"},
    {"arp.src.atm_subaddr", "Sender ATM subaddress"},
    {"arp.src.proto_ipv4", "Sender IP address"},
    {"arp.src.proto", "Sender protocol address"}};
inline constexpr End target{
    "Target ATM number type/length", "Target ATM subaddress type/length",
    {"arp.dst.htype", "Target ATM number type", mask(0x40), named(kinds)},
    {"arp.dst.hlen", "Target ATM number length", mask(0x3f)},
    {"arp.dst.stype", "Target ATM subaddress type", mask(0x40), named(kinds)},
    {"arp.dst.slen", "Target ATM subaddress length", mask(0x3f)},
    {"arp.dst.pln", "Target protocol size"},
    {"arp.dst.atm_num_e164", "Target ATM number (E.164)"},
    {"arp.dst.atm_num_nsap", "Target ATM number (NSAP)"},
    {"arp.dst.atm_subaddr", "Target ATM subaddress"},
    {"arp.dst.proto_ipv4", "Target IP address"},
    {"arp.dst.proto", "Target protocol address"}};

/// The parts of an address, of either end (ATM Forum UNI 3.1 5.1.3).
struct Nsap {
    u8 format{"arp.src.atm_afi", "AFI", hex, named(formats)};
    u16 country{"arp.src.atm_data_country_code", "Data Country Code", hex};
    u16 country_group{"arp.src.atm_data_country_code_group", "Data Country Code (group)", hex};
    u16 designator{"arp.src.atm_international_code_designator", "International Code Designator", hex};
    u16 designator_group{"arp.src.atm_international_code_designator_group", "International Code Designator (group)", hex};
    bytes isdn{"arp.src.atm_e.164_isdn", "E.164 ISDN"};
    bytes isdn_group{"arp.src.atm_e.164_isdn_group", "E.164 ISDN"};
    bytes high_order{"arp.src.atm_high_order_dsp", "High Order DSP"};
    bytes system{"arp.src.atm_end_system_identifier", "End System Identifier"};
    u8 selector{"arp.src.atm_selector", "Selector", hex};
    bytes rest_of_address{"arp.src.atm_rest_of_address", "Rest of address"};
};
inline constexpr Nsap n;

inline void tell_lengths_of(const LayerValues& v, std::string& line, const Field& kind, const Field& length) {
    line += std::string(": ") + v.choice(kind) + "/" + v.text(length);
}
inline void tell_sender(const LayerValues& v, std::string& line) { tell_lengths_of(v, line, sender.number_kind, sender.number_length); }
inline void tell_sender_sub(const LayerValues& v, std::string& line) {
    tell_lengths_of(v, line, sender.subaddress_kind, sender.subaddress_length);
}
inline void tell_target(const LayerValues& v, std::string& line) { tell_lengths_of(v, line, target.number_kind, target.number_length); }
inline void tell_target_sub(const LayerValues& v, std::string& line) {
    tell_lengths_of(v, line, target.subaddress_kind, target.subaddress_length);
}

constexpr auto lengths(const End& end, Tell number, Tell subaddress) {
    return sequence(group(end.number_label, bits(1, end.number_kind, end.number_length)).tells(number),
                    group(end.subaddress_label, bits(1, end.subaddress_kind, end.subaddress_length)).tells(subaddress));
}
inline constexpr auto system = sequence(n.system(6), n.selector);
inline constexpr auto nsap = choice(left, when(20, n.format, choice(n.format,
    when(0x39, n.country, n.high_order(10), system), when(0xbd, n.country_group, n.high_order(10), system),
    when(0x47, n.designator, n.high_order(10), system), when(0xc5, n.designator_group, n.high_order(10), system),
    when(0x45, n.isdn(8), n.high_order(4), system), when(0xc3, n.isdn_group(8), n.high_order(4), system),
    otherwise(n.rest_of_address(19)))));
constexpr auto addresses(const End& end, const Field& protocol_type) {
    return sequence(
        if_set(end.number_length, choice(end.number_kind,
            when(1, end.e164(end.number_length)), otherwise(end.nsap(end.number_length, nsap)))),
        if_set(end.subaddress_length, end.subaddress(end.subaddress_length)),
        choice(end.protocol_length, when(0),
               when(4, choice(protocol_type, when(0x0800, end.ipv4), otherwise(end.protocol(end.protocol_length)))),
               otherwise(end.protocol(end.protocol_length))));
}
/// What stands behind the types of hardware and protocol; `opcode` is ARP's.
constexpr auto items(const Field& opcode, const Field& protocol_type) {
    return sequence(ensure(left, at_least(8), "cut short"), lengths(sender, tell_sender, tell_sender_sub), opcode, sender.protocol_length,
                    lengths(target, tell_target, tell_target_sub), target.protocol_length, addresses(sender, protocol_type),
                    addresses(target, protocol_type));
}

/// Of an end, by which rows call it.
inline std::string protocol_text(const LayerValues& v, const End& end) {
    return v.has(end.ipv4) ? v.text(end.ipv4) : v.has(end.protocol) ? v.text(end.protocol) : "<No address>";
}
inline std::string number_text(const LayerValues& v, const End& end) {
    std::string out = v.has(end.e164) ? v.text(end.e164) : v.has(end.nsap) ? v.text(end.nsap) : "<No address>";
    if (v.has(end.subaddress)) out += "/" + v.text(end.subaddress);
    return out;
}
inline void info(const LayerValues& v, std::uint64_t opcode, std::string& out) {
    switch (opcode) {
        case 1: out = "Who has " + protocol_text(v, target) + "? Tell " + protocol_text(v, sender); break;
        case 2: out = protocol_text(v, sender) + " is at " + number_text(v, sender); break;
        case 8: out = "Who is " + number_text(v, target) + "? Tell " + number_text(v, sender); break;
        case 9: out = number_text(v, sender) + " is at " + protocol_text(v, sender); break;
        case 10: out = "I don't know where " + protocol_text(v, sender) + " is"; break;
        default: out = "Unknown ATMARP opcode " + std::to_string(opcode); break;
    }
}

}  // namespace sallyport::protocols::arp_atm
