// SPDX-License-Identifier: GPL-3.0-or-later
// Small packets, byte by byte, for tests that must know what is in them.
#pragma once
#include "base/bytes.h"
#include <initializer_list>
#include <string_view>

namespace sallyport {

/// Bytes that grow from the outside in; lengths are filled in by the functions below, checksums stay 0.
class PacketBytes {
public:
    PacketBytes& byte(std::uint8_t value) { return bytes_.push_back(value), *this; }
    PacketBytes& two(unsigned value) { return byte(std::uint8_t(value >> 8)).byte(std::uint8_t(value)); }
    PacketBytes& four(std::uint32_t value) { return two(value >> 16).two(value & 0xffff); }
    PacketBytes& list(std::initializer_list<std::uint8_t> values) { return bytes_.insert(bytes_.end(), values), *this; }
    PacketBytes& text(std::string_view text) { return bytes_.insert(bytes_.end(), text.begin(), text.end()), *this; }
    PacketBytes& add(const ByteBuffer& inner) { return bytes_.insert(bytes_.end(), inner.begin(), inner.end()), *this; }
    operator const ByteBuffer&() const { return bytes_; }
    std::size_t size() const { return bytes_.size(); }

private:
    ByteBuffer bytes_;
};

/// From 6c:f0:49:b2:de:6e to 01:00:5e:00:00:fb.
inline ByteBuffer ethernet(unsigned type, const ByteBuffer& inner) {
    return PacketBytes().list({0x01, 0, 0x5e, 0, 0, 0xfb, 0x6c, 0xf0, 0x49, 0xb2, 0xde, 0x6e}).two(type).add(inner);
}

struct Ipv4Header {
    std::uint32_t source = 0x0a000001, destination = 0xc0a80002;   // 10.0.0.1, 192.168.0.2
    std::uint8_t ttl = 64, protocol = 17;
};

inline ByteBuffer ipv4(const Ipv4Header& header, const ByteBuffer& inner) {
    return PacketBytes().list({0x45, 0}).two(unsigned(20 + inner.size())).two(7).two(0x4000).byte(header.ttl).byte(header.protocol).two(0)
        .four(header.source).four(header.destination).add(inner);
}

inline ByteBuffer udp(unsigned from, unsigned to, const ByteBuffer& inner) {
    return PacketBytes().two(from).two(to).two(unsigned(8 + inner.size())).two(0).add(inner);
}

inline ByteBuffer tcp(unsigned from, unsigned to, std::uint8_t flags, const ByteBuffer& inner) {
    return PacketBytes().two(from).two(to).four(1000).four(2000).byte(0x50).byte(flags).two(512).two(0).two(0).add(inner);
}

/// A question for www.Example.com, type AAAA, as UDP payload.
inline ByteBuffer dns_question() {
    return PacketBytes().two(0x1234).two(0x0100).two(1).two(0).two(0).two(0).byte(3).text("www").byte(7).text("Example").byte(3).text("com")
        .byte(0).two(28).two(1);
}

}  // namespace sallyport
