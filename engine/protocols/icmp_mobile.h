// SPDX-License-Identifier: GPL-3.0-or-later
// What a mobility agent adds to its router advertisements: RFC 5944 2.1, the challenge of RFC 4721 2, revocation of RFC 3543.
#pragma once
#include "protocol/protocol.h"
#include "protocols/truths.h"

namespace sallyport::protocols::icmp_mobile {
using namespace layout;

inline constexpr Choice types[] = {
    {0, "One byte padding extension"}, {16, "Mobility Agent Advertisement Extension"}, {19, "Prefix Lengths Extension"},
    {24, "Challenge Extension"}};

inline void tell_flags(const LayerValues&, std::string&);
struct Fields {
    u8 type{"icmp.mip.type", "Extension Type", named(types), initial(16)};
    u8 length{"icmp.mip.length", "Length"};
    u16 sequence_number{"icmp.mip.seq", "Sequence Number"};
    u16 lifetime{"icmp.mip.life", "Registration Lifetime"};
    u16 flags{"icmp.mip.flags", "Flags", hex, tells(tell_flags)};
    flag required{"icmp.mip.r", "Registration Required", mask(0x8000), named(true_false)};
    flag busy{"icmp.mip.b", "Busy", mask(0x4000), named(true_false)};
    flag home_agent{"icmp.mip.h", "Home Agent", mask(0x2000), named(true_false)};
    flag foreign_agent{"icmp.mip.f", "Foreign Agent", mask(0x1000), named(true_false)};
    flag minimal{"icmp.mip.m", "Minimal Encapsulation", mask(0x0800), named(true_false)};
    flag gre{"icmp.mip.g", "GRE", mask(0x0400), named(true_false)};
    flag compression{"icmp.mip.v", "VJ Comp", mask(0x0200), named(true_false)};
    flag reverse{"icmp.mip.rt", "Reverse tunneling", mask(0x0100), named(true_false)};
    flag udp{"icmp.mip.u", "UDP tunneling", mask(0x0080), named(true_false)};
    flag revocation{"icmp.mip.x", "Revocation support", mask(0x0040), named(true_false)};
    u16 reserved{"icmp.mip.reserved", "Reserved", hex, mask(0x003f)};
    ip4 care_of{"icmp.mip.coa", "Care-Of-Address"};
    u8 prefix_length{"icmp.mip.prefixlength", "Prefix Length"};
    bytes challenge{"icmp.mip.challenge", "Challenge"};
    bytes content{"icmp.mip.content", "Content"};
};
inline constexpr Fields m;

inline void tell_flags(const LayerValues& v, std::string& line) {
    tell_set(v, {&m.required, &m.busy, &m.home_agent, &m.foreign_agent, &m.minimal, &m.gre, &m.compression, &m.reverse, &m.udp,
                 &m.revocation}, line);
}
inline void tell_extension(const LayerValues& v, std::string& line) {
    const char* const name = v.choice(m.type);
    line += ": " + (name ? std::string(name) : "Unknown ext " + v.text(m.type));
}

inline constexpr auto agent = sequence(
    m.sequence_number, m.lifetime, m.flags(m.required, m.busy, m.home_agent, m.foreign_agent, m.minimal, m.gre, m.compression, m.reverse,
                                           m.udp, m.revocation, m.reserved), repeat(m.care_of));
/// RFC 5944 1.10: each has a length, but for the padding of one byte.
inline constexpr auto extension = group("Ext", m.type, choice(m.type, when(0), otherwise(
    m.length, part(m.length, choice(m.type, when(16, agent), when(19, repeat(m.prefix_length)), when(24, if_set(left, m.challenge(rest))),
                                    otherwise(if_set(left, m.content(rest)))))))).shows(m.type).tells(tell_extension);

}  // namespace sallyport::protocols::icmp_mobile
