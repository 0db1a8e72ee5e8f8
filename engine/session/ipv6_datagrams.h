// SPDX-License-Identifier: GPL-3.0-or-later
// IPv6 datagrams that come in fragments (RFC 8200 4.5), put together for the rules, so that none is evaded by cutting a packet
// where its ports or names lie. A fragment whose datagram is not complete is judged by its headers alone; the one that completes it
// by the whole datagram: dropping that one keeps the datagram from its receiver. Nothing is held back, and no byte changes.
// IPv4's fragments are judged as they come: the first of them carries the transport header.
#pragma once
#include "base/bytes.h"
#include "base/timestamp.h"
#include "packet/link_type.h"
#include <array>
#include <cstdint>
#include <list>
#include <map>

namespace sallyport {

/// Of one engine thread. Bounded: at most `most_datagrams` of at most 64 KiB each, the oldest go first, and each after a minute.
class Ipv6Datagrams {
public:
    static constexpr std::size_t most_datagrams = 256;

    /// What rules judge in place of `packet`: itself unless it is a fragment. Valid until the next call.
    Bytes judged(Bytes packet, LinkType link_type, Timestamp time);
    std::size_t waiting() const { return datagrams_.size(); }

private:
    struct Fragment;
    using Key = std::array<std::uint8_t, 36>;  // source, destination, identification
    struct Datagram {
        ByteBuffer head;                             // of the first fragment, up to its payload; empty: not seen yet
        std::uint32_t network = 0, fragment = 0;     // where in it the IPv6 and the fragment header begin
        std::map<std::uint32_t, ByteBuffer> pieces;  // by offset
        std::uint32_t have = 0, size = 0;            // bytes of payload; size 0: the last fragment was not seen yet
        Timestamp begun;
        std::list<Key>::iterator age;
    };
    using Datagrams = std::map<Key, Datagram>;

    bool take(Datagram& datagram, const Fragment& fragment, Bytes packet);
    bool complete(Datagram& datagram);
    void forget(Datagrams::iterator datagram);
    void make_room(Timestamp now);

    Datagrams datagrams_;
    std::list<Key> ages_;  // the oldest first
    ByteBuffer whole_;
};

}  // namespace sallyport
