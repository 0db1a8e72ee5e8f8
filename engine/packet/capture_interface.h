// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "packet/link_type.h"
#include <cstdint>
#include <string>

namespace sallyport {

/// Where packets of a capture come from: an interface, a queue, or what a file says of one.
struct CaptureInterface {
    std::string name;  // "eth0", "queue 0", or what the file says; may be empty
    std::string description;
    LinkType link_type = LinkType::ethernet;
    std::uint32_t snap_length = 262144;
    std::uint64_t ticks_per_second = 1'000'000;  // resolution of the times in the file it came from
    bool numbered = true;                        // the source tells which one a packet came from; pcap files do not
    std::uint32_t section = 0;                   // of the pcapng file that it is from, 1-based; 0: it is from no such file
    std::uint32_t in_section = 0;                // its number within that section, 0-based

    /// Somebody knows which interface it is. Else packets have no frame.interface_id.
    bool is_known() const { return numbered || !name.empty(); }
    /// What people call it, as Wireshark does where it has no name.
    const char* shown_name() const { return !name.empty() ? name.c_str() : !description.empty() ? description.c_str() : "unknown"; }
};

}  // namespace sallyport
