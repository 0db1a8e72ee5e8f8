// SPDX-License-Identifier: GPL-3.0-or-later
// User Datagram Protocol, RFC 768.
#include "protocols/ip_protocols.h"
#include "protocols/told.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

void tell_payload(const LayerValues& v, std::string& line) { line = "UDP payload (" + std::to_string(v.length()) + " bytes)"; }

constexpr struct {
    u16 srcport{"udp.srcport", "Source Port", also("udp.port")};
    u16 dstport{"udp.dstport", "Destination Port", also("udp.port")};
    u16 length{"udp.length", "Length"};
    u16 checksum{"udp.checksum", "Checksum", hex, checksum_of(Checksum::internet_pseudo_optional)};
    u8 checksum_status{"udp.checksum.status", "Checksum Status", named(checksum_states)};
    bytes payload{"udp.payload", "Payload", colons, tells(tell_payload)};
} f;

/// RFC 2675 4: over IPv6, a length of 0 says that it is in the jumbo payload option.
bool is_jumbo(const ComputeInput& in, std::uint64_t& out) {
    out = 0;
    for (int i = in.layers[in.layer].parent; i >= 0 && in.args[0] == 0; i = in.layers[std::size_t(i)].parent) {
        const std::string_view name = all_protocols()[in.layers[std::size_t(i)].protocol]->name;
        if (name == "ip") return true;
        if (name == "ipv6") return out = 1, true;
    }
    return true;
}
constexpr auto items =
    sequence(ensure(left, at_least(4), "cut short"), f.srcport, f.dstport, f.length,
             ensure(f.length, at_least(8).or_where(is_jumbo), "its length is too small"), f.checksum, status(f.checksum_status, f.checksum),
             whole(f.length), ahead(if_set(left, f.payload(rest))), payload_by_ports("udp.port", f.srcport, f.dstport));

void title(const LayerValues& v, std::string& out) {
    tell_there(v, {{", Src Port: ", &f.srcport}, {", Dst Port: ", &f.dstport}}, out);
}
void info(const LayerValues& v, std::string& out) {
    constexpr std::uint64_t header = 8;
    if (!tell_there(v, {{"", &f.srcport}, {" \u2192 ", &f.dstport}}, out) || !v.has(f.length)) return;
    const std::uint64_t length = v.number(f.length);
    const bool is_over_ipv6 = !v.around("ipv6.version").empty() && v.around("ip.version").empty();
    const bool is_jumbogram = length == 0 && is_over_ipv6;  // RFC 2675 4
    if (length < header && !is_jumbogram) {
        out += " [BAD UDP LENGTH " + std::to_string(length) + " < 8]";
        return;
    }
    out += " Len=" + std::to_string(is_jumbogram ? v.payload_size() : length - header);
    if (v.number(f.checksum, 1) == 0 && is_over_ipv6) out += " [ILLEGAL CHECKSUM (0)]";  // RFC 8200 8.1
    if (is_jumbogram) out += " [Jumbogram]";
}
constexpr Parent parents[] = {{"ip.proto", 17}};
}  // namespace

extern const Protocol udp;
constexpr Protocol udp{
    .name = "udp", .label = "User Datagram Protocol", .column = "UDP", .items = items, .parents = parents, .info = info, .title = title};

}  // namespace sallyport::protocols
