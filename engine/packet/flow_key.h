// SPDX-License-Identifier: GPL-3.0-or-later
// What two packets have in common when they belong to one flow, whichever way they go.
#pragma once
#include <cstdint>
#include <cstring>

namespace sallyport {

enum class FlowFamily : std::uint8_t { link, ipv4, ipv6 };

inline constexpr std::uint16_t flow_of_lengths = 1;  // instead of an EtherType: a length of 802.3

/// Two ends, and what they speak. The lower end stands first, so that both directions have the same key. Unused bytes are 0.
struct FlowKey {
    std::uint8_t low[16] = {}, high[16] = {};   // addresses: 6, 4 or 16 bytes of them
    std::uint16_t low_port = 0, high_port = 0;  // TCP, UDP, SCTP …; the identifier of an ICMP echo (both); else 0
    std::uint16_t type = 0;                     // IP protocol number; EtherType or flow_of_lengths; without addresses, a ProtocolId
    FlowFamily family = FlowFamily::link;
    std::uint8_t zero = 0;

    friend bool operator==(const FlowKey& a, const FlowKey& b) { return std::memcmp(&a, &b, sizeof a) == 0; }
};
static_assert(sizeof(FlowKey) == 40, "hashed and compared as five words, without padding");

/// Makes the order of hashes unknown to those who send the packets: nobody can choose keys that fall into one place.
class FlowHash {
public:
    FlowHash();  // a secret of its own
    std::uint64_t operator()(const FlowKey& key) const;

private:
    std::uint64_t secret_[6];
};

}  // namespace sallyport
