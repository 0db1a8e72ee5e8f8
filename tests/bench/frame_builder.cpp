// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_builder.h"

namespace sallyport::bench {
namespace {

constexpr std::uint16_t ipv4 = 0x0800, ipv6 = 0x86dd, address_resolution = 0x0806;
constexpr std::uint8_t icmp = 1, tcp_number = 6, udp_number = 17, icmpv6 = 58;

std::uint32_t sum_of(const std::uint8_t* bytes, std::size_t size, std::uint32_t sum) {
    for (std::size_t i = 0; i + 1 < size; i += 2) sum += std::uint32_t(load_be(bytes + i, 2));
    return size % 2 ? sum + (std::uint32_t(bytes[size - 1]) << 8) : sum;
}

std::uint16_t folded(std::uint32_t sum) {
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return std::uint16_t(~sum);
}

}  // namespace

void Frame::put(std::uint64_t value, unsigned width) {
    bytes_.resize(bytes_.size() + width);
    store_number(bytes_.data() + bytes_.size() - width, width, false, value);
}

void Frame::put_address(Host host) {
    if (host.v6) put(0x20010db800000000 | host.number >> 8, 8);
    host.v6 ? put(host.number, 8) : put(10u << 24 | host.number, 4);
}

void Frame::ethernet(Host from, Host to, std::uint16_t type) {
    bytes_.reserve(1600);
    put(0x020000000000 | to.number, 6);
    put(0x020000000000 | from.number, 6);
    put(type, 2);
}

void Frame::network(Host from, Host to, std::uint8_t hops, std::uint8_t protocol, std::size_t length) {
    ethernet(from, to, from.v6 ? ipv6 : ipv4);
    const std::size_t start = bytes_.size();
    if (from.v6) {
        put(0x60000000, 4);
        put(length, 2);
        put(protocol, 1);
        put(hops, 1);
    } else {
        put(0x4500, 2);
        put(length + 20, 2);
        put(from.number * 7 + length, 2);                            // identification
        put(0x4000, 2);                                              // don't fragment
        put(hops, 1);
        put(protocol, 1);
        put(0, 2);
    }
    put_address(from);
    put_address(to);
    if (!from.v6) store_number(&bytes_[start + 10], 2, false, folded(sum_of(&bytes_[start], 20, 0)));
}

void Frame::seal(std::size_t start, std::size_t at, Host from, Host to, std::uint8_t protocol, bool pseudo) {
    std::uint32_t sum = 0;
    if (pseudo) {
        Frame header;
        header.put_address(from);
        header.put_address(to);
        sum = sum_of(header.bytes_.data(), header.bytes_.size(), protocol + std::uint32_t(bytes_.size() - start));
    }
    store_number(&bytes_[start + at], 2, false, folded(sum_of(&bytes_[start], bytes_.size() - start, sum)));
}

Frame Frame::tcp(Host from, Host to, std::uint8_t hops, const Segment& segment, const ByteBuffer& payload) {
    Frame frame;
    frame.network(from, to, hops, tcp_number, 20 + payload.size());
    const std::size_t start = frame.bytes_.size();
    frame.put(segment.from_port, 2);
    frame.put(segment.to_port, 2);
    frame.put(segment.sequence, 4);
    frame.put(segment.acknowledged, 4);
    frame.put(0x5000 | unsigned(segment.flags), 2);
    frame.put(64240, 2);                                             // window
    frame.put(0, 4);                                                 // checksum, urgent pointer
    frame.bytes_.insert(frame.bytes_.end(), payload.begin(), payload.end());
    frame.seal(start, 16, from, to, tcp_number, true);
    return frame;
}

Frame Frame::udp(Host from, Host to, std::uint8_t hops, std::uint16_t from_port, std::uint16_t to_port, const ByteBuffer& payload) {
    Frame frame;
    frame.network(from, to, hops, udp_number, 8 + payload.size());
    const std::size_t start = frame.bytes_.size();
    frame.put(from_port, 2);
    frame.put(to_port, 2);
    frame.put(8 + payload.size(), 2);
    frame.put(0, 2);
    frame.bytes_.insert(frame.bytes_.end(), payload.begin(), payload.end());
    frame.seal(start, 6, from, to, udp_number, true);
    return frame;
}

Frame Frame::echo(Host from, Host to, std::uint8_t hops, bool request, std::uint16_t sequence) {
    Frame frame;
    const std::uint8_t protocol = from.v6 ? icmpv6 : icmp;
    frame.network(from, to, hops, protocol, 64);
    const std::size_t start = frame.bytes_.size();
    frame.put(from.v6 ? (request ? 128 : 129) : (request ? 8 : 0), 1);
    frame.put(0, 3);                                                 // code, checksum
    frame.put(0x1234, 2);
    frame.put(sequence, 2);
    for (unsigned i = 0; i < 56; i++) frame.put(i, 1);
    frame.seal(start, 2, from, to, protocol, from.v6);
    return frame;
}

Frame Frame::arp(Host from, Host to, bool request) {
    from.v6 = to.v6 = false;
    Frame frame;
    frame.ethernet(request ? from : to, request ? to : from, address_resolution);
    frame.put(0x0001080006040000 | (request ? 1 : 2), 8);
    for (const Host each : {request ? from : to, request ? to : from}) {
        frame.put(0x020000000000 | each.number, 6);
        frame.put_address(each);
    }
    frame.bytes_.resize(60);                                         // Ethernet's least length, without its checksum
    return frame;
}

}  // namespace sallyport::bench
