// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed part that the program keeps of every packet beside its bytes.
#pragma once
#include "base/timestamp.h"
#include "packet/link_type.h"
#include "packet/verdict.h"
#include <cstddef>
#include <cstdint>

namespace sallyport {

inline constexpr std::uint32_t no_rule = 0xffffffff;

struct PacketRecord {
    std::uint64_t offset = 0;             // of the first byte, in the store's bytes
    Timestamp time;
    std::uint64_t id = 0;                 // Packet::id(): unique within a session
    std::uint32_t captured = 0;           // bytes that are here
    std::uint32_t original = 0;           // bytes on the wire
    std::uint32_t rule = no_rule;         // stable id of the rule that decided (Rule::id)
    std::uint32_t waited_us = 0;          // from receipt to verdict, microseconds
    std::uint16_t interface = 0;          // index into PacketStore::interfaces()
    LinkType link_type = LinkType::ethernet;
    Verdict verdict = Verdict::accept;
    VerdictReason reason = VerdictReason::none;
    Direction direction = Direction::unknown;
    PacketStatus status = PacketStatus::normal;
    std::uint8_t flags = 0;               // PacketFlag, or'ed
    std::uint8_t queue = 0;               // the NFQUEUE thread that carried it
    std::uint16_t link_options = 0;       // reserved: epb_flags bits that we do not interpret (FCS length …)
};
/// Without what pads it.
inline constexpr std::size_t record_size = offsetof(PacketRecord, link_options) + sizeof(PacketRecord::link_options);
static_assert(record_size <= 52, "with what streams and conversations take, at most 64 bytes a packet (ARCHITECTURE.md)");

enum PacketFlag : std::uint8_t {
    checksum_not_ready = 1,               // partial checksum: the hardware would complete it (NFQA_SKB_CSUMNOTREADY)
    gso = 2,                              // larger than the MTU: segmented later
    edited = 4,                           // its bytes were changed before the verdict
    made_here = 8,                        // this program made and sent it, and received it again
    commented = 16,                       // PacketStore::comment() has what its capture file says of it
};

}  // namespace sallyport
