// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ipv6_datagrams.h"
#include <algorithm>
#include <optional>

namespace sallyport {

namespace {

constexpr std::uint32_t header_size = 40, fragment_header_size = 8;
constexpr std::uint32_t most_payload = 65535;
constexpr std::int64_t patience_ns = 60'000'000'000;  // RFC 8200 4.5
constexpr std::uint16_t ipv6_type = 0x86dd;

/// Where the IPv6 header begins, by the link layer; npos: it is no IPv6 packet.
std::optional<std::uint32_t> network_header(Bytes p, LinkType link_type) {
    std::uint32_t at = 0;
    switch (link_type) {
        case LinkType::ethernet:
            for (at = 12; at + 2 <= p.size(); at += 4) {
                auto type = load_be(p.data() + at, 2);
                if (type == ipv6_type) {
                    at += 2;
                    break;
                }
                if (type != 0x8100 && type != 0x88a8 && type != 0x9100) return std::nullopt;
            }
            break;
        case LinkType::linux_sll:
            if (p.size() < 16 || load_be(p.data() + 14, 2) != ipv6_type) return std::nullopt;
            at = 16;
            break;
        case LinkType::linux_sll2:
            if (p.size() < 20 || load_be(p.data(), 2) != ipv6_type) return std::nullopt;
            at = 20;
            break;
        case LinkType::null:
        case LinkType::loop: at = 4; break;
        case LinkType::raw:
        case LinkType::raw_bsd:
        case LinkType::raw_openbsd:
        case LinkType::ipv6: break;
        default: return std::nullopt;
    }
    if (at + header_size > p.size() || p[at] >> 4 != 6) return std::nullopt;
    return at;
}

/// Where the fragment header begins, behind the headers that may stand before it (RFC 8200 4.1).
std::optional<std::uint32_t> fragment_header(Bytes p, std::uint32_t network) {
    constexpr std::uint8_t hop_by_hop = 0, routing = 43, fragment = 44, destination = 60;
    std::uint8_t next = p[network + 6];
    for (std::uint32_t at = network + header_size; at + fragment_header_size <= p.size(); at += 8u + p[at + 1] * 8u) {
        if (next == fragment) return at;
        if (next != hop_by_hop && next != routing && next != destination) return std::nullopt;
        next = p[at];
    }
    return std::nullopt;
}

}  // namespace

struct Ipv6Datagrams::Fragment {
    std::uint32_t network, header, payload, end, offset;
    bool more;
    Key key;

    static std::optional<Fragment> of(Bytes p, LinkType link_type) {
        auto network = network_header(p, link_type);
        if (!network) return std::nullopt;
        auto header = fragment_header(p, *network);
        if (!header) return std::nullopt;
        Fragment f{*network, *header, *header + fragment_header_size, 0, 0, false, {}};
        auto field = load_be(p.data() + f.header + 2, 2);
        f.offset = std::uint32_t(field & 0xfff8), f.more = field & 1;
        f.end = f.network + header_size + std::uint32_t(load_be(p.data() + f.network + 4, 2));
        if (!f.offset && !f.more) return std::nullopt;                    // whole already (RFC 6946)
        if (f.end > p.size() || f.end <= f.payload) return std::nullopt;  // the capture cut it
        std::copy_n(p.data() + f.network + 8, 32, f.key.begin());
        std::copy_n(p.data() + f.header + 4, 4, f.key.begin() + 32);
        return f;
    }
};

Bytes Ipv6Datagrams::judged(Bytes packet, LinkType link_type, Timestamp time) {
    auto fragment = Fragment::of(packet, link_type);
    if (!fragment) return packet;
    Bytes headers = packet.first(fragment->payload);
    auto found = datagrams_.find(fragment->key);
    if (found != datagrams_.end() && time.ns - found->second.begun.ns > patience_ns) forget(found), found = datagrams_.end();
    if (found == datagrams_.end()) {
        make_room(time);
        found = datagrams_.try_emplace(fragment->key).first;
        found->second.begun = time;
        found->second.age = ages_.insert(ages_.end(), fragment->key);
    }
    if (!take(found->second, *fragment, packet)) {
        forget(found);
        return headers;
    }
    if (!complete(found->second)) return headers;
    forget(found);
    return whole_;
}

/// False: it cannot be part of a datagram with those that are there; RFC 5722 3: overlapping ones are all discarded.
bool Ipv6Datagrams::take(Datagram& d, const Fragment& f, Bytes packet) {
    Bytes payload = packet.subspan(f.payload, f.end - f.payload);
    auto size = std::uint32_t(payload.size()), end = f.offset + size;
    if (end > most_payload || (f.more && size % 8)) return false;
    auto behind = d.pieces.lower_bound(f.offset);
    if (behind != d.pieces.end() && behind->first == f.offset && std::ranges::equal(behind->second, payload)) return true;  // sent twice
    if (behind != d.pieces.end() && behind->first < end) return false;
    if (behind != d.pieces.begin() && std::prev(behind)->first + std::prev(behind)->second.size() > f.offset) return false;
    if (!f.more) {
        if (d.size || behind != d.pieces.end()) return false;
        d.size = end;
    } else if (d.size && end > d.size) return false;
    d.pieces.emplace_hint(behind, f.offset, ByteBuffer(payload.begin(), payload.end()));
    d.have += size;
    if (f.offset == 0) {
        d.head.assign(packet.begin(), packet.begin() + f.payload);
        d.network = f.network, d.fragment = f.header;
    }
    return true;
}

/// All of it is there: whole_ is the packet as it would have come uncut.
bool Ipv6Datagrams::complete(Datagram& d) {
    if (!d.size || d.have != d.size || d.head.empty()) return false;
    std::size_t length = d.head.size() - d.network - header_size + d.size;
    if (length > most_payload) return false;
    whole_ = std::move(d.head);
    store_number(whole_.data() + d.network + 4, 2, false, length);
    store_number(whole_.data() + d.fragment + 2, 2, false, 0);
    for (auto& [offset, bytes] : d.pieces) whole_.insert(whole_.end(), bytes.begin(), bytes.end());
    return true;
}

void Ipv6Datagrams::forget(Datagrams::iterator datagram) {
    ages_.erase(datagram->second.age);
    datagrams_.erase(datagram);
}

void Ipv6Datagrams::make_room(Timestamp now) {
    while (!ages_.empty()) {
        auto oldest = datagrams_.find(ages_.front());
        if (datagrams_.size() < most_datagrams && now.ns - oldest->second.begun.ns <= patience_ns) return;
        forget(oldest);
    }
}

}  // namespace sallyport
