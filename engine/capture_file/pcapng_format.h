// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the pcapng format (draft-ietf-opsawg-pcapng), for the reader and the writer.
#pragma once
#include <cstddef>
#include <cstdint>

namespace sallyport::pcapng {

enum Block : std::uint32_t {
    interface_description = 1,
    packet_obsolete = 2,
    simple_packet = 3,
    name_resolution = 4,
    interface_statistics = 5,
    enhanced_packet = 6,
    decryption_secrets = 10,
    custom = 0x0bad,
    custom_not_copied = 0x40000bad,
    section_header = 0x0a0d0d0a,
};
inline constexpr std::uint32_t byte_order_magic = 0x1a2b3c4d;
inline constexpr std::size_t least_block = 12;  // type, length, length

enum Option : std::uint16_t {
    end_of_options = 0,
    comment = 1,
    section_hardware = 2,
    section_system = 3,
    section_application = 4,
    interface_name = 2,
    interface_text = 3,
    interface_resolution = 9,
    interface_offset = 14,
    packet_flags = 2,
    packet_hash = 3,
    packet_drops = 4,
    packet_id = 5,
    packet_queue = 6,
    packet_verdict = 7,
};

enum Flags : std::uint32_t { flag_direction = 3, flag_in = 1, flag_out = 2 };

/// epb_verdict: the kind of verdict, then its number. The only registered kind that names a Linux kernel verdict is 1,
/// eBPF at the traffic control hook; its numbers are those of linux/pkt_cls.h.
inline constexpr std::uint8_t verdict_kind = 1;
inline constexpr std::uint64_t verdict_pass = 0 /* TC_ACT_OK */, verdict_drop = 2 /* TC_ACT_SHOT */;

constexpr std::size_t padded(std::size_t size) { return (size + 3) & ~std::size_t(3); }

}  // namespace sallyport::pcapng
