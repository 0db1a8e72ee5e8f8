// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace sallyport {

using ProtocolId = std::uint16_t;  // index into all_protocols()

/// Which bytes a range counts in: the packet's, or a further buffer (reassembled, decrypted).
using SourceId = std::uint8_t;
inline constexpr SourceId packet_source = 0;

/// One protocol of a packet. Positions count from the first byte of its source.
struct Layer {
    ProtocolId protocol = 0;
    SourceId source = packet_source;
    bool guessed = false;                              // no table named it: its bytes, or what the conversation was before
    std::int16_t parent = -1;                          // index of the layer it lies in
    bool plain = true;                                 // its header is as its layout ensures, and nothing in it is seldom
    bool quoted = false;                               // in a packet that another one quotes (ICMP errors)
    std::uint32_t start = 0, header_end = 0, end = 0;  // end: of its payload, as its length says, at most what was captured
    std::uint32_t claimed_end = 0;                     // where its length says it ends, though the capture may be cut; 0: it does not say
};

}  // namespace sallyport
