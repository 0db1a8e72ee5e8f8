// SPDX-License-Identifier: GPL-3.0-or-later
// User Datagram Protocol, RFC 768.
#include "packet/packet_context.h"
#include "packet/stream_memory.h"
#include "protocol/conversation.h"
#include "protocols/ip_protocols.h"
#include "protocols/told.h"
#include <algorithm>

namespace sallyport::protocols {
namespace {
using namespace layout;

void tell_payload(const LayerValues& v, std::string& line) { line = "UDP payload (" + std::to_string(v.length()) + " bytes)"; }

constexpr struct {
    u16 srcport{"udp.srcport", "Source Port", also("udp.port")};
    u16 dstport{"udp.dstport", "Destination Port", also("udp.port")};
    u16 length{"udp.length", "Length"};
    subtree bad_length{"udp.length.bad", "Bad length value"};
    u8 is_too_long{"@too_long", ""};
    u16 checksum{"udp.checksum", "Checksum", hex, checksum_of(Checksum::internet_pseudo_optional)};
    u8 checksum_status{"udp.checksum.status", "Checksum Status", named(checksum_states)};
    u32 stream{"udp.stream", "Stream index"};
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
/// Does the length say more than there is of the datagram on the wire? In a fragment, or quoted, it may. args: length.
bool is_too_long(const ComputeInput& in, std::uint64_t& out) {
    std::uint64_t end = in.context->original_length ? in.context->original_length : in.bytes.size();
    out = 0;
    for (int i = in.layers[in.layer].parent; i > 0; i = in.layers[std::size_t(i)].parent) {
        const Layer& around = in.layers[std::size_t(i)];
        const Protocol& protocol = *all_protocols()[around.protocol];
        const std::string_view name = protocol.name;
        if (protocol.quotes) return true;
        if (name == "ip" && load_be(in.bytes.data() + around.start + 6, 2) & 0x3fff) return true;
        if (name == "ipv6.fraghdr" && load_be(in.bytes.data() + around.start + 2, 2) & 0xfff9) return true;
        if (around.claimed_end) end = std::min<std::uint64_t>(end, around.claimed_end);
    }
    return out = in.args[0] + in.layers[in.layer].start > end, true;
}
bool stream_index(const ComputeInput& in, std::uint64_t& out) {
    FlowKey key;
    const ConversationMemory* const memory = in.context->conversations;
    if (!memory || !conversation_key(in.bytes, in.layers, in.layer, key)) return false;
    return (out = memory->udp_streams().find(key)) != HashPlaces::none;
}
/// Every datagram belongs to one, quoted ones too.
void learn(const ComputeInput& in, ConversationMemory& memory) {
    FlowKey key;
    if (conversation_key(in.bytes, in.layers, in.layer, key)) memory.udp_streams().learn(key);
}
constexpr auto items =
    sequence(ensure(left, at_least(4), "cut short"), f.srcport, f.dstport, f.length,
             ensure(f.length, at_least(8).or_where(is_jumbo), "its length is too small", make(f.bad_length, Extent(0))),
             f.checksum, status(f.checksum_status, f.checksum),
             whole(f.length), make(f.is_too_long, is_too_long, f.length),
             ahead(if_set(f.is_too_long, fault("its length goes beyond the enclosing part"), make(f.bad_length, Extent(0)))),
             make(f.stream, stream_index), ahead(if_set(left, f.payload(rest))), payload_by_ports("udp.port", f.srcport, f.dstport));

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
    if (v.has(f.bad_length)) out += " [BAD UDP LENGTH " + std::to_string(length) + " > IP PAYLOAD LENGTH]";
    out += " Len=" + std::to_string(is_jumbogram ? v.payload_size() : length - header);
    if (v.number(f.checksum, 1) == 0 && is_over_ipv6) out += " [ILLEGAL CHECKSUM (0)]";  // RFC 8200 8.1
    if (is_jumbogram) out += " [Jumbogram]";
}
constexpr Parent parents[] = {{"ip.proto", 17}};
}  // namespace

extern const Protocol udp;
constexpr Protocol udp{.name = "udp",
                       .label = "User Datagram Protocol",
                       .column = "UDP",
                       .items = items,
                       .parents = parents,
                       .info = info,
                       .title = title,
                       .ends = {0, 2},
                       .teaches = learn};

}  // namespace sallyport::protocols
