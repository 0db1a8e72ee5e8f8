// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/checksum.h"
#include "dissect/run.h"
#include "protocol/conversation.h"
#include <array>

namespace sallyport {

std::uint32_t internet_sum(Bytes b, std::uint32_t start) {
    std::uint64_t sum = start;
    std::size_t i = 0;
    for (; i + 1 < b.size(); i += 2) sum += std::uint64_t(b[i]) << 8 | b[i + 1];
    if (i < b.size()) sum += std::uint64_t(b[i]) << 8;
    while (sum >> 32) sum = (sum & 0xffffffff) + (sum >> 32);
    return std::uint32_t(sum);
}

std::uint32_t crc32c(Bytes bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> t{};
        for (std::uint32_t i = 0; i < 256; i++) {
            std::uint32_t c = i;
            for (int k = 0; k < 8; k++) c = c & 1 ? 0x82f63b78u ^ c >> 1 : c >> 1;  // Castagnoli, reflected (RFC 9260 appendix A)
            t[i] = c;
        }
        return t;
    }();
    std::uint32_t crc = 0xffffffff;
    for (auto b : bytes) crc = table[(crc ^ b) & 0xff] ^ crc >> 8;
    return ~crc;
}

namespace {

struct Pseudo {
    bool known = false, v6 = false;
    bool unknown = false;  // what the checksum is over: of a fragment, or on a way to somewhere that is not said
    std::uint32_t sum = 0;
};

/// The network layer that carries layers[layer]: its addresses (of a routed packet the final destination, RFC 8200 8.1) summed up.
Pseudo pseudo_header(Bytes packet, std::span<const Layer> layers, std::size_t layer) {
    Pseudo p;
    for (int i = layers[layer].parent; i >= 0; i = layers[std::size_t(i)].parent) {
        auto& l = layers[std::size_t(i)];
        auto& protocol = *all_protocols()[l.protocol];
        std::string_view name = protocol.name;
        const std::uint8_t* b = packet.data() + l.start;
        if (name == "ip" && l.header_end >= l.start + 20) {
            p.known = true, p.unknown = load_be(b + 6, 2) & 0x3fff;  // offset or more fragments
            p.sum = internet_sum({b + 12, 4}, p.sum);
            p.sum = internet_sum({b + destination_place(protocol.ends, {b, l.end - l.start}), 4}, p.sum);
            return p;
        }
        if (name == "ipv6" && l.header_end >= l.start + 40) {
            p.known = true, p.v6 = true;
            p.unknown |= !tells_destination(protocol.ends, {b, l.end - l.start});
            p.sum = internet_sum({b + 8, 16}, p.sum);
            p.sum = internet_sum({b + destination_place(protocol.ends, {b, l.end - l.start}), 16}, p.sum);
            return p;
        }
        if (name == "ipv6.fraghdr") p.unknown |= l.header_end >= l.start + 8 && (load_be(b + 2, 2) & 0xfff9);
    }
    return p;
}

std::uint32_t upper_protocol(std::string_view table, const Protocol& protocol) {
    for (auto& parent : protocol.parents)
        if (table == parent.table) return std::uint32_t(parent.value);
    return 0;
}

/// The one's complement sum of [begin, end) as if the `width` bytes at `at` were zero.
std::uint32_t sum_without(Bytes packet, std::uint32_t begin, std::uint32_t end, std::uint32_t at, std::uint32_t start) {
    std::uint32_t sum = internet_sum(packet.subspan(begin, at - begin), start);
    return internet_sum(packet.subspan(at + 2, end - at - 2), sum);
}

}  // namespace

std::optional<std::uint64_t> right_checksum(Checksum kind, Bytes packet, std::span<const Layer> layers, std::size_t layer, std::uint32_t at,
                                            unsigned width) {
    auto& l = layers[layer];
    std::uint32_t end = kind == Checksum::internet_header ? l.header_end : l.end;
    if (end < at + width || end <= l.start || ((at - l.start) & 1)) return std::nullopt;
    if (kind == Checksum::internet_extension && at < l.start + 2) return std::nullopt;
    if (kind != Checksum::internet_header) {
        if (l.claimed_end > l.end) return std::nullopt;  // cut
        for (int i = l.parent; i > 0; i = layers[std::size_t(i)].parent)
            if (layers[std::size_t(i)].claimed_end > layers[std::size_t(i)].end) return std::nullopt;
    }
    if (kind == Checksum::crc32c) {
        if (width != 4) return std::nullopt;
        ByteBuffer copy(packet.begin() + l.start, packet.begin() + end);
        std::memset(copy.data() + (at - l.start), 0, 4);
        return __builtin_bswap32(crc32c(copy));  // little-endian on the wire
    }
    if (width != 2) return std::nullopt;
    std::uint32_t sum = 0;
    Pseudo p = pseudo_header(packet, layers, layer);
    if (kind != Checksum::internet_header && p.known && p.unknown) return std::nullopt;
    bool pseudo = kind == Checksum::internet_pseudo || kind == Checksum::internet_pseudo_optional || kind == Checksum::internet_pseudo6;
    if (pseudo) {
        if (!p.known || (kind == Checksum::internet_pseudo6 && !p.v6)) return std::nullopt;
        sum = p.sum + upper_protocol("ip.proto", *all_protocols()[l.protocol]) + (end - l.start);
    }
    sum = sum_without(packet, kind == Checksum::internet_extension ? at - 2 : l.start, end, at, sum);
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    std::uint32_t result = ~sum & 0xffff;
    bool zero_means_none = kind == Checksum::internet_pseudo_optional;  // RFC 768; elsewhere 0xffff would be wrong (RFC 1624 3)
    return zero_means_none && result == 0 ? 0xffff : result;
}

std::uint64_t checksum_status(const RunState& s, const ProgramNode& n) {
    enum { bad, good, unverified, not_present };
    if (n.of < 0 && n.of != status_behind) return unverified;
    const ProgramLoad* const load = n.of >= 0 ? &s.program->loads[std::size_t(n.of)] : nullptr;
    const unsigned width = load ? load->width : n.item->of->width;
    const std::uint32_t at = load ? s.layer_start + load->at : s.at - width;
    if (at + width > s.bytes.size()) return unverified;
    std::uint64_t value = load_number(s.bytes.data() + at, width, n.item->of->little);
    auto kind = n.item->of->checksum;
    if (kind == Checksum::internet_pseudo_optional && value == 0) return not_present;
    auto right = right_checksum(kind, s.bytes, s.layers, s.layer, at, width);
    if (!right) return unverified;
    return *right == value ? good : bad;
}

}  // namespace sallyport
