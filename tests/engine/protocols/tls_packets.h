// SPDX-License-Identifier: GPL-3.0-or-later
// TLS handshakes, byte by byte, and records that cut them.
#pragma once
#include "engine/filter/packet_bytes.h"
#include "packet/packet_context.h"
#include <string>
#include <vector>

namespace sallyport::test {

inline ByteBuffer tls_record(const ByteBuffer& content, std::uint8_t type = 22) {
    return PacketBytes().byte(type).two(0x0303).two(unsigned(content.size())).add(content);
}

/// A ClientHello that asks for `name`, its header included.
inline ByteBuffer client_hello(std::string_view name) {
    const ByteBuffer server_name =
        PacketBytes().two(0).two(unsigned(name.size() + 5)).two(unsigned(name.size() + 3)).byte(0).two(unsigned(name.size())).text(name);
    const ByteBuffer body = PacketBytes()
                                .two(0x0303)
                                .add(ByteBuffer(32, 7))
                                .byte(0)
                                .two(4)
                                .two(0x1301)
                                .two(0x002f)
                                .byte(1)
                                .byte(0)
                                .two(unsigned(server_name.size()))
                                .add(server_name);
    return PacketBytes().byte(1).byte(0).two(unsigned(body.size())).add(body);
}

/// `message` in records that end at `places`; between them stands `between`.
inline ByteBuffer in_records(const ByteBuffer& message, std::vector<std::size_t> places, const ByteBuffer& between = {}) {
    PacketBytes out;
    std::size_t begin = 0;
    places.push_back(message.size());
    for (const std::size_t end : places) {
        out.add(tls_record(ByteBuffer(message.begin() + std::ptrdiff_t(begin), message.begin() + std::ptrdiff_t(end))));
        if (end < message.size()) out.add(between);
        begin = end;
    }
    return out;
}

inline ByteBuffer tls_packet(const ByteBuffer& records, unsigned from = 40000, unsigned to = 443) {
    return ethernet(0x0800, ipv4({.protocol = 6}, tcp(from, to, 0x18, records)));
}

inline PacketContext context_of(const ByteBuffer& packet) {
    PacketContext context;
    context.bytes = packet, context.original_length = std::uint32_t(packet.size()), context.number = 1;
    return context;
}

}  // namespace sallyport::test
