// SPDX-License-Identifier: GPL-3.0-or-later
// Frames for the benchmarks' capture, built by hand and not by the program, whose speed is measured on them.
#pragma once
#include "base/bytes.h"

namespace sallyport::bench {

enum TcpFlags : std::uint8_t { fin = 1, syn = 2, psh = 8, ack = 16 };

struct Host {
    bool v6 = false;
    std::uint32_t number = 0;
};
inline Host host(std::uint32_t number, bool v6) { return {v6, number}; }

struct Segment {
    std::uint16_t from_port, to_port;
    std::uint32_t sequence, acknowledged;
    int flags;
};

class Frame {
public:
    static Frame tcp(Host from, Host to, std::uint8_t hops, const Segment& segment, const ByteBuffer& payload);
    static Frame udp(Host from, Host to, std::uint8_t hops, std::uint16_t from_port, std::uint16_t to_port, const ByteBuffer& payload);
    static Frame echo(Host from, Host to, std::uint8_t hops, bool request, std::uint16_t sequence);
    static Frame arp(Host from, Host to, bool request);
    const ByteBuffer& bytes() const { return bytes_; }

private:
    void ethernet(Host from, Host to, std::uint16_t type);
    void network(Host from, Host to, std::uint8_t hops, std::uint8_t protocol, std::size_t length);
    /// Writes the Internet checksum (RFC 1071) of what follows `start`, with its pseudo header, at `at`.
    void seal(std::size_t start, std::size_t at, Host from, Host to, std::uint8_t protocol, bool pseudo);
    void put(std::uint64_t value, unsigned width);
    void put_address(Host host);
    ByteBuffer bytes_;
};

}  // namespace sallyport::bench
