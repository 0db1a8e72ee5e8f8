// SPDX-License-Identifier: GPL-3.0-or-later
// The Multipath TCP option, RFC 8684 3 (version 1) and RFC 6824 3 (version 0): what stands behind its kind and length.
#pragma once
#include "protocols/bit_lines.h"
#include "protocols/truths.h"

namespace sallyport::protocols::tcp_multipath {
using namespace layout;

inline constexpr Choice subtypes[] = {
    {0, "Multipath Capable"}, {1, "Join Connection"},         {2, "Data Sequence Signal"}, {3, "Add Address"}, {4, "Remove Address"},
    {5, "Change Subflow Priority"}, {6, "TCP Fallback"}, {7, "Fast Close"}, {8, "TCP Reset"},
};
inline constexpr Choice reset_reasons[] = {
    {0, "Unspecified error"}, {1, "MPTCP-specific error"}, {2, "Lack of resources"}, {3, "Administratively prohibited"},
    {4, "Too much outstanding data"}, {5, "Unacceptable performance"}, {6, "Middlebox interference"},
};

inline void tell_reset(const LayerValues&, std::string&);
inline void tell_u(const LayerValues&, std::string&);
inline void tell_v(const LayerValues&, std::string&);
inline void tell_w(const LayerValues&, std::string&);
inline void tell_transient(const LayerValues&, std::string&);
inline void tell_ack(const LayerValues& v, std::string& line) {
    if (v.length() == 8) line += " (64bits)";
}
inline void tell_sequence(const LayerValues& v, std::string& line) {
    line += v.length() == 8 ? "  (64bits version)" : "  (32bits version)";
}

struct Fields {
    u8 subtype{"tcp.options.mptcp.subtype", "Multipath TCP subtype", mask(0xf0), named(subtypes)};
    u8 version{"tcp.options.mptcp.version", "Multipath TCP version", mask(0x0f)};
    u8 ip_version{"tcp.options.mptcp.ipver", "IP version", mask(0x0f)};
    u8 echo{"tcp.options.mptcp.echo", "Echo", mask(0x01)};
    u16 reserved{"tcp.options.mptcp.reserved", "Reserved", hex, mask(0x0fff)};
    u8 flags{"tcp.options.mptcp.flags", "Multipath TCP flags", hex};
    u8 reset_flags{"tcp.options.mptcp.flags", "Multipath TCP flags", hex, tells(tell_reset)};
    u8 checksum_required{"tcp.options.mptcp.checksumreq.flags", "Checksum required", mask(0x80)};
    u8 extensible{"tcp.options.mptcp.extensibility.flag", "Extensibility", mask(0x40)};
    u8 no_more{"tcp.options.mptcp.nomoresubflows.flag", "Do not attempt to establish new subflows to this address and port", mask(0x20)};
    u8 sha1{"tcp.options.mptcp.sha1.flag", "Use HMAC-SHA1", mask(0x01)};
    u8 sha256{"tcp.options.mptcp.sha256.flag", "Use HMAC-SHA256", mask(0x01)};
    u8 reserved_flags{"tcp.options.mptcp.reserved.flag", "Reserved", hex, mask(0x3e)};
    u8 reserved_flags_1{"tcp.options.mptcp.reserved.flag", "Reserved", hex, mask(0x1e)};
    u8 backup{"tcp.options.mptcp.backup.flag", "Backup flag", mask(0x01)};
    u8 data_fin{"tcp.options.mptcp.datafin.flag", "DATA_FIN", mask(0x10)};
    u8 long_number{"tcp.options.mptcp.dseqn8.flag", "Data Sequence Number is 8 octets", mask(0x08)};
    u8 has_number{"tcp.options.mptcp.dseqnpresent.flag",
                  "Data Sequence Number, Subflow Sequence Number, Data-level Length, Checksum present", mask(0x04)};
    u8 long_ack{"tcp.options.mptcp.dataack8.flag", "Data ACK is 8 octets", mask(0x02)};
    u8 has_ack{"tcp.options.mptcp.dataackpresent.flag", "Data ACK is present", mask(0x01)};
    flag reset_u{"tcp.options.mptcp.flag_U.flag", "Flag U", mask(0x08), plain, tells(tell_u)};
    flag reset_v{"tcp.options.mptcp.flag_V.flag", "Flag V", mask(0x04), plain, tells(tell_v)};
    flag reset_w{"tcp.options.mptcp.flag_W.flag", "Flag W", mask(0x02), plain, tells(tell_w)};
    flag transient{"tcp.options.mptcp.flag_T.flag", "Transient", mask(0x01), plain, tells(tell_transient)};
    u8 reason{"tcp.options.mptcp.rst_reason", "TCPRST Reason", hex, named(reset_reasons)};
    u8 address_id{"tcp.options.mptcp.addrid", "Address ID"};
    u8 removed{"mptcp.rm_addr.count", "Number of removed addresses"};
    ip4 ipv4{"tcp.options.mptcp.ipv4", "Advertised IPv4 Address"};
    ip6 ipv6{"tcp.options.mptcp.ipv6", "Advertised IPv6 Address"};
    u16 port{"tcp.options.mptcp.port", "Advertised port"};
    u64 address_mac{"tcp.options.mptcp.addaddrtrunchmac", "Truncated HMAC"};
    u64 sender_key{"tcp.options.mptcp.sendkey", "Sender's Key"};
    u64 receiver_key{"tcp.options.mptcp.recvkey", "Receiver's Key"};
    u32 token{"tcp.options.mptcp.recvtok", "Receiver's Token"};
    u32 random{"tcp.options.mptcp.sendrand", "Sender's Random Number"};
    u64 short_mac{"tcp.options.mptcp.sendtrunchmac", "Sender's Truncated HMAC"};
    bytes mac{"tcp.options.mptcp.sendhmac", "Sender's HMAC"};
    number ack{"tcp.options.mptcp.rawdataack", "Original MPTCP Data ACK", tells(tell_ack)};
    number sequence_number{"tcp.options.mptcp.rawdataseqno", "Data Sequence Number", tells(tell_sequence)};
    u64 failed_number{"tcp.options.mptcp.rawdataseqno", "Data Sequence Number"};
    u32 subflow_number{"tcp.options.mptcp.subflowseqno", "Subflow Sequence Number"};
    u16 data_length{"tcp.options.mptcp.datalvllen", "Data-level Length"};
    u16 checksum{"tcp.options.mptcp.checksum", "Checksum", hex};
};
inline constexpr Fields m;

/// "Multipath Transmission Control Protocol: Add Address"
inline void tell(const LayerValues& v, std::string& line) {
    const char* const name = v.choice(m.subtype);
    line = std::string("Multipath Transmission Control Protocol: ") + (name ? name : "Unknown (" + v.text(m.subtype) + ")");
}
inline void tell_reset(const LayerValues& v, std::string& line) {
    tell_set(v, {&m.reset_u, &m.reset_v, &m.reset_w, &m.transient}, line);
}
inline void tell_u(const LayerValues& v, std::string& line) { tell_bit(v, line, m.reset_u, 4, "Set", "Not set"); }
inline void tell_v(const LayerValues& v, std::string& line) { tell_bit(v, line, m.reset_v, 4, "Set", "Not set"); }
inline void tell_w(const LayerValues& v, std::string& line) { tell_bit(v, line, m.reset_w, 4, "Set", "Not set"); }
inline void tell_transient(const LayerValues& v, std::string& line) { tell_bit(v, line, m.transient, 4, "Set", "Not set"); }

inline constexpr auto capable = sequence(
    choice(peek(1) & 0x0f,
           when(0, bits(1, m.subtype, m.version), m.flags(m.checksum_required, m.extensible, m.sha1, m.reserved_flags)),
           otherwise(bits(1, m.subtype, m.version),
                     m.flags(m.checksum_required, m.extensible, m.no_more, m.sha256, m.reserved_flags_1))),
    if_set(left, m.sender_key), if_set(left, m.receiver_key), if_set(left, m.data_length), if_set(left, m.checksum));
// RFC 8684 3.2: a SYN, a SYN with ACK, and the ACK that follows.
inline constexpr auto join = choice(left,
    when(10, ahead(bits(1, m.subtype)), m.flags(m.backup), m.address_id, m.token, m.random),
    when(14, ahead(bits(1, m.subtype)), m.flags(m.backup), m.address_id, m.short_mac, m.random),
    when(22, ahead(bits(1, m.subtype)), bits(2, m.reserved), m.mac(20)));
inline constexpr auto sequence_signal = sequence(
    bits(1, m.subtype), m.flags(m.data_fin, m.long_number, m.has_number, m.long_ack, m.has_ack),
    if_set(m.has_ack, choice(m.long_ack, when(0, m.ack(4)), otherwise(m.ack(8)))),
    if_set(m.has_number, choice(m.long_number, when(0, m.sequence_number(4)), otherwise(m.sequence_number(8))),
           m.subflow_number, m.data_length, if_set(left, m.checksum)));
// RFC 8684 3.4.1: the length tells the kind of address, and whether a port and a MAC follow. Version 0 names the IP version, too.
inline constexpr auto add_address = sequence(
    choice(peek(1) & 0x0f, when(4, bits(1, m.subtype, m.ip_version)), when(6, bits(1, m.subtype, m.ip_version)),
           otherwise(bits(1, m.subtype, m.echo))),
    if_set(left, m.address_id),
    choice(left, when(4, m.ipv4), when(6, m.ipv4, m.port), when(12, m.ipv4, m.address_mac), when(14, m.ipv4, m.port, m.address_mac),
           when(16, m.ipv6), when(18, m.ipv6, m.port), when(24, m.ipv6, m.address_mac), when(26, m.ipv6, m.port, m.address_mac)));
inline constexpr auto option = choice(peek(1) >> 4,
    when(0, capable), when(1, join), when(2, sequence_signal), when(3, add_address),
    when(4, bits(1, m.subtype), make(m.removed, left), repeat(m.address_id)),
    when(5, ahead(bits(1, m.subtype)), m.flags(m.backup), if_set(left, m.address_id)),
    when(6, ahead(bits(1, m.subtype)), bits(2, m.reserved), m.failed_number),
    when(7, ahead(bits(1, m.subtype)), bits(2, m.reserved), m.receiver_key),
    when(8, ahead(bits(1, m.subtype)), m.reset_flags(m.reset_u, m.reset_v, m.reset_w, m.transient), m.reason),
    otherwise(bits(1, m.subtype)));

}  // namespace sallyport::protocols::tcp_multipath
