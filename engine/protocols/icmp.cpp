// SPDX-License-Identifier: GPL-3.0-or-later
// Internet Control Message Protocol, RFC 792, 950, 1256; extensions of RFC 4884 and 4950; extended echo RFC 8335.
#include "protocol/protocol.h"
#include "protocols/durations.h"
#include "protocols/icmp_extensions.h"
#include "protocols/icmp_mobile.h"
#include "protocols/ip_protocols.h"
#include <cstdio>

namespace sallyport::protocols {
namespace {
using namespace layout;
using namespace icmp_extensions;

constexpr Choice types[] = {
    {0, "Echo (ping) reply"},
    {1, "Reserved"},
    {2, "Reserved"},
    {3, "Destination unreachable"},
    {4, "Source quench (flow control)"},
    {5, "Redirect"},
    {6, "Alternate host address"},
    {8, "Echo (ping) request"},
    {9, "Router advertisement"},
    {10, "Router solicitation"},
    {11, "Time-to-live exceeded"},
    {12, "Parameter problem"},
    {13, "Timestamp request"},
    {14, "Timestamp reply"},
    {15, "Information request"},
    {16, "Information reply"},
    {17, "Address mask request"},
    {18, "Address mask reply"},
    {19, "Reserved (for security)"},
    {30, "Traceroute"},
    {31, "Datagram Conversion Error"},
    {32, "Mobile Host Redirect"},
    {33, "IPv6 Where-Are-You"},
    {34, "IPv6 I-Am-Here"},
    {35, "Mobile Registration Request"},
    {36, "Mobile Registration Reply"},
    {37, "Domain Name Request"},
    {38, "Domain Name Reply"},
    {39, "SKIP"},
    {40, "Photuris"},
    {41, "Experimental mobility protocols"},
    {42, "Extended Echo request"},
    {43, "Extended Echo reply"},
};
constexpr Choice unreachable_codes[] = {
    {0, "Network unreachable"},
    {1, "Host unreachable"},
    {2, "Protocol unreachable"},
    {3, "Port unreachable"},
    {4, "Fragmentation needed"},
    {5, "Source route failed"},
    {6, "Destination network unknown"},
    {7, "Destination host unknown"},
    {8, "Source host isolated"},
    {9, "Network administratively prohibited"},
    {10, "Host administratively prohibited"},
    {11, "Network unreachable for TOS"},
    {12, "Host unreachable for TOS"},
    {13, "Communication administratively filtered"},
    {14, "Host precedence violation"},
    {15, "Precedence cutoff in effect"},
};

constexpr Choice redirect_codes[] = {
    {0, "Redirect for network"},
    {1, "Redirect for host"},
    {2, "Redirect for TOS and network"},
    {3, "Redirect for TOS and host"},
};
constexpr Choice exceeded_codes[] = {{0, "Time to live exceeded in transit"}, {1, "Fragment reassembly time exceeded"}};
constexpr Choice problem_codes[] = {{0, "Pointer indicates the error"}, {1, "Required option missing"}, {2, "Bad length"}};
constexpr Choice advertisement_codes[] = {{0, "Normal router advertisement"}, {16, "Does not route common traffic"}};

/// The codes of a type, where they have names.
Choices codes_of(std::uint64_t type) {
    switch (type) {
        case 3: return unreachable_codes;
        case 5: return redirect_codes;
        case 9: return advertisement_codes;
        case 11: return exceeded_codes;
        case 12: return problem_codes;
        case 42: return request_codes;
        case 43: return reply_codes;
        default: return {};
    }
}

/// " (Port unreachable)", " (Unknown code: 99)"; nothing where the type has no codes.
std::string code_text(std::uint64_t type, std::uint64_t code) {
    const Choices codes = codes_of(type);
    if (codes.empty()) return {};
    const char* known = choice_text(codes, code);
    return " (" + (known ? std::string(known) : "Unknown code: " + std::to_string(code)) + ")";
}

/// Wireshark takes any advertisement that a mobility agent could have sent for one of those (RFC 5944 2.1.1).
std::string type_text(const char* name, std::uint64_t type, std::uint64_t code) {
    if (type == 9 && (code == 0 || code == 16)) return "Mobile IP Advertisement";
    return name ? name : "Unknown ICMP (obsolete or malformed?)";
}

void tell_type(const LayerValues&, std::string&);
void tell_lifetime(const LayerValues&, std::string&);
void tell_code(const LayerValues&, std::string&);
constexpr struct {
    u8 type{"icmp.type", "Type", named(types), initial(8), tells(tell_type)};
    u8 code{"icmp.code", "Code", tells(tell_code)};
    u16 checksum{"icmp.checksum", "Checksum", hex, checksum_of(Checksum::internet)};
    u8 checksum_status{"icmp.checksum.status", "Checksum Status", named(checksum_states)};
    u16 ident{"icmp.ident", "Identifier (BE)", dec_hex, initial(1)};
    u16 ident_le{"icmp.ident_le", "Identifier (LE)", dec_hex, little};
    u16 seq{"icmp.seq", "Sequence Number (BE)", dec_hex, initial(1)};
    u16 seq_le{"icmp.seq_le", "Sequence Number (LE)", dec_hex, little};
    bytes unused{"icmp.unused", "Unused"};
    u8 length{"icmp.length", "Length"};
    u8 original{"icmp.length.original_datagram", "Length of original datagram"};
    u16 mtu{"icmp.mtu", "MTU of next hop"};
    ip4 gateway{"icmp.redir_gw", "Gateway Address"};
    u32 pointer{"icmp.pointer", "Pointer", mask(0xff)};
    u8 num_addrs{"icmp.num_addrs", "Number of addresses"};
    u8 entry_size{"icmp.addr_entry_size", "Address entry size", initial(2)};
    u16 lifetime{"icmp.lifetime", "Lifetime", tells(tell_lifetime)};
    ip4 router{"icmp.router_address", "Router address"};
    i32 preference{"icmp.pref_level", "Preference level"};
    u32 originate{"icmp.originate_timestamp", "Originate Timestamp"};
    u32 receive{"icmp.receive_timestamp", "Receive Timestamp"};
    u32 transmit{"icmp.transmit_timestamp", "Transmit Timestamp"};
    ip4 mask_{"icmp.address_mask", "Address Mask"};
    u8 echo_seq{"icmp.ext.echo.seq", "Sequence Number", dec_hex};
    u8 echo_reserved{"icmp.ext.echo.req.res", "Reserved", hex, mask(0xfe)};
    flag echo_local{"icmp.ext.echo.req.local", "Local bit", mask(0x01)};
    u8 echo_state{"icmp.ext.echo.rsp.state", "State", mask(0xe0), named(states)};
    u8 echo_response_reserved{"icmp.ext.echo.rsp.res", "Reserved", hex, mask(0x18)};
    flag echo_active{"icmp.ext.echo.rsp.active", "Active bit", mask(0x04)};
    flag echo_ipv4{"icmp.ext.echo.rsp.ipv4", "IPv4 bit", mask(0x02)};
    flag echo_ipv6{"icmp.ext.echo.rsp.ipv6", "IPv6 bit", mask(0x01)};
} f;

void tell_type(const LayerValues& v, std::string& line) {
    const char* name = v.choice(f.type);
    line = "Type: " + v.text(f.type) + " (" + type_text(name, v.number(f.type), v.number_in_layer(f.code)) + ")";
}
void tell_lifetime(const LayerValues& v, std::string& line) { line += " (" + duration(v.number(f.lifetime)) + ")"; }
void tell_code(const LayerValues& v, std::string& line) {
    line += code_text(v.number_in_layer(f.type), v.number(f.code));
}

constexpr auto identified = sequence(f.ident(f.ident_le), f.seq(f.seq_le));
// RFC 4884 5.1: the length counts 32-bit words of the quoted datagram; extensions follow behind it.
constexpr auto quoted_length = choice(peek(1, 1), when(0, f.unused(4)),
    otherwise(f.unused(1), f.length, ahead(make(f.original, Extent(f.length) * 4)), f.unused(2)));
constexpr auto too_big = sequence(choice(peek(1, 1), when(0, f.unused(2)),
    otherwise(f.unused(1), f.length, ahead(make(f.original, Extent(f.length) * 4)))), f.mtu);
constexpr ChildBy quoted_all{.key = peek(1) >> 4, .other = {}, .table = "quoted.ip", .unless = nullptr, .size = rest};
constexpr ChildBy quoted_counted{.key = peek(1) >> 4, .other = {}, .table = "quoted.ip", .unless = nullptr, .size = Extent(f.length) * 4};
constexpr ChildBy quoted_least{.key = peek(1) >> 4, .other = {}, .table = "quoted.ip", .unless = nullptr, .size = 128};
constexpr auto quoted = choice(
    Extent(f.length), between(1, 255, payload(quoted_counted), if_set(left, extensions)),
    otherwise(choice(left,
                     between(least_extended, 0xffff,
                             choice(peek(1, 128), between(0x20, 0x2f, payload(quoted_least), extensions), otherwise(payload(quoted_all)))),
                     otherwise(payload(quoted_all)))));

constexpr auto items = sequence(
    ensure(left, at_least(6), "cut short"), f.type, f.code, f.checksum, status(f.checksum_status, f.checksum),
    choice(
        f.type, when(0, identified, payload("icmp.echo", f.type)), when(8, identified, payload("icmp.echo", f.type)), when(15, identified),
        when(16, identified), when(3, choice(f.code, when(4, too_big), otherwise(quoted_length)), quoted),
        when(4, skip(4), quoted), when(5, f.gateway, quoted), when(11, quoted_length, quoted),
        when(12, bits(1, f.pointer),
             choice(peek(1), when(0, f.unused(3)), otherwise(f.length, ahead(make(f.original, Extent(f.length) * 4)), f.unused(2))),
             quoted),
        when(9, f.num_addrs, f.entry_size, f.lifetime, repeat(f.router, f.preference).times(f.num_addrs),
             choice(f.code, when(0, repeat(icmp_mobile::extension)), when(16, repeat(icmp_mobile::extension)))),
        when(10, skip(4)),
        when(13, identified, f.originate, f.receive, f.transmit), when(14, identified, f.originate, f.receive, f.transmit),
        when(17, identified, f.mask_), when(18, identified, f.mask_),
        when(42, f.ident(f.ident_le), f.echo_seq, bits(1, f.echo_reserved, f.echo_local),
             choice(peek(1), between(0x20, 0x2f, extensions), otherwise(payload("icmp.other", f.type)))),
        when(43, f.ident(f.ident_le), f.echo_seq, bits(1, f.echo_state, f.echo_response_reserved, f.echo_active, f.echo_ipv4, f.echo_ipv6)),
        otherwise(payload("icmp.other", f.type))));

void info(const LayerValues& v, std::string& out) {
    constexpr std::size_t column = 20;  // what follows a type stands one under the other
    const char* type = v.choice(f.type);
    out = type_text(type, v.number(f.type), v.number(f.code));
    const std::string code = v.has(f.code) ? code_text(v.number(f.type), v.number(f.code)) : std::string();
    const bool is_identified = v.has(f.ident) && v.has(f.seq);
    if (out.size() < column) out.resize(column, ' ');
    out += code;
    if (!is_identified) return;
    char text[64];
    std::snprintf(text, sizeof text, " id=0x%04x, seq=%u/%u", unsigned(v.number(f.ident)), unsigned(v.number(f.seq)),
                  unsigned(v.number(f.seq_le)));
    out += text;
    if (const std::string ttl = v.around("ip.ttl"); !ttl.empty()) out += ", ttl=" + ttl;
}
constexpr Parent parents[] = {{"ip.proto", 1}};
}  // namespace

extern const Protocol icmp;
constexpr Protocol icmp{.name = "icmp",
                        .label = "Internet Control Message Protocol",
                        .column = "ICMP",
                        .items = items,
                        .parents = parents,
                        .quotes = true,
                        .marks_quoted = true,
                        .info = info};

}  // namespace sallyport::protocols
