// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include <string>

namespace contract {

/// An IPv4 packet from 127.0.0.1 to a UDP port of 127.0.0.1. Its UDP checksum is 0: not computed (RFC 768).
inline sallyport::ByteBuffer udp_packet(std::uint16_t port, const std::string& text) {
    using sallyport::store_number;
    sallyport::ByteBuffer p(28 + text.size());
    p[0] = 0x45;
    store_number(&p[2], 2, false, p.size());
    p[8] = 64;
    p[9] = 17;
    store_number(&p[12], 4, false, 0x7f000001);
    store_number(&p[16], 4, false, 0x7f000001);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < 20; i += 2) sum += std::uint32_t(sallyport::load_be(&p[i], 2));
    store_number(&p[10], 2, false, ~((sum & 0xffff) + (sum >> 16)));
    store_number(&p[20], 2, false, 40000);
    store_number(&p[22], 2, false, port);
    store_number(&p[24], 2, false, 8 + text.size());
    std::copy(text.begin(), text.end(), p.begin() + 28);
    return p;
}

/// The same on loopback's link layer, which is Ethernet's with addresses of zeros.
inline sallyport::ByteBuffer udp_frame(std::uint16_t port, const std::string& text) {
    sallyport::ByteBuffer frame(14), packet = udp_packet(port, text);
    frame[12] = 8;
    frame.insert(frame.end(), packet.begin(), packet.end());
    return frame;
}

}  // namespace contract
