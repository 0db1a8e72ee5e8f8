// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_checksum.h"
#include <netinet/in.h>
#include <optional>

namespace sallyport {
namespace {

struct Transport {
    std::uint8_t protocol = 0;
    std::size_t start = 0, end = 0;        // of header and payload
    std::size_t checksum = 0;              // where it stands
    std::size_t addresses = 0, address_bytes = 0;
};

std::optional<Transport> with_checksum(Transport t, std::size_t size) {
    if (t.protocol != IPPROTO_TCP && t.protocol != IPPROTO_UDP) return std::nullopt;
    t.checksum = t.start + (t.protocol == IPPROTO_TCP ? 16 : 6);
    if (t.end > size) t.end = size;
    if (t.checksum + 2 > t.end) return std::nullopt;
    return t;
}

std::optional<Transport> in_ipv4(Bytes p) {
    if (p.size() < 20) return std::nullopt;
    const bool fragment = load_be(&p[6], 2) & 0x3fff;  // RFC 791: more fragments, or an offset
    if (fragment) return std::nullopt;
    const std::size_t header = (p[0] & 15u) * 4, total = load_be(&p[2], 2);
    // A segment of 64 KB or more for segmentation offload has total length 0 (Linux, BIG TCP).
    return with_checksum({.protocol = p[9], .start = header, .end = total ? total : p.size(), .addresses = 12, .address_bytes = 8},
                         p.size());
}

/// Skips the extension headers that may stand before the transport header (RFC 8200 4).
std::optional<Transport> in_ipv6(Bytes p) {
    if (p.size() < 40) return std::nullopt;
    const std::size_t payload = load_be(&p[4], 2);
    std::uint8_t next = p[6];
    std::size_t at = 40;
    while (next == IPPROTO_HOPOPTS || next == IPPROTO_ROUTING || next == IPPROTO_DSTOPTS) {
        if (at + 8 > p.size()) return std::nullopt;
        // A routing header with segments left: the pseudo header has the final destination, which we do not look for.
        if (next == IPPROTO_ROUTING && p[at + 3] != 0) return std::nullopt;
        next = p[at];
        at += 8 + p[at + 1] * 8u;
    }
    return with_checksum({.protocol = next, .start = at, .end = payload ? 40 + payload : p.size(), .addresses = 8, .address_bytes = 32},
                         p.size());
}

std::optional<Transport> transport_of(Bytes packet) {
    if (packet.empty()) return std::nullopt;
    switch (packet[0] >> 4) {
        case 4: return in_ipv4(packet);
        case 6: return in_ipv6(packet);
        default: return std::nullopt;
    }
}

std::uint64_t sum_of(const std::uint8_t* at, std::size_t size) {
    std::uint64_t sum = 0;
    for (; size >= 2; at += 2, size -= 2) sum += load_be(at, 2);
    return size ? sum + (std::uint64_t(*at) << 8) : sum;
}

std::uint64_t pseudo_header_sum(const Transport& t, MutableBytes packet) {
    return sum_of(&packet[t.addresses], t.address_bytes) + t.protocol + (t.end - t.start);
}

std::uint16_t folded(std::uint64_t sum) {
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return std::uint16_t(sum);
}

}  // namespace

void complete_transport_checksum(Bytes received, MutableBytes edited) {
    const auto before = transport_of(received), now = transport_of(edited);
    if (!now) return;
    const bool same_field = before && before->protocol == now->protocol &&
                            load_be(&received[before->checksum], 2) == load_be(&edited[now->checksum], 2);
    if (!same_field) return;
    store_number(&edited[now->checksum], 2, false, 0);
    std::uint16_t checksum = std::uint16_t(~folded(pseudo_header_sum(*now, edited) + sum_of(&edited[now->start], now->end - now->start)));
    if (checksum == 0 && now->protocol == IPPROTO_UDP) checksum = 0xffff;  // RFC 768: 0 means none
    store_number(&edited[now->checksum], 2, false, checksum);
}

void complete_checksum_of_segments(Bytes received, MutableBytes edited) {
    const auto now = transport_of(edited);
    if (now && now->protocol == IPPROTO_UDP)
        store_number(&edited[now->checksum], 2, false, folded(pseudo_header_sum(*now, edited)));
    else
        complete_transport_checksum(received, edited);
}

}  // namespace sallyport
