// SPDX-License-Identifier: GPL-3.0-or-later
// Live packets of network interfaces, through libpcap. Only observes: verdicts do not act.
#pragma once
#include "modules/packet_module.h"
#include <string>
#include <vector>

namespace sallyport {

struct PcapLiveOptions {
    std::vector<std::string> interfaces;  // "eth0", "any"
    std::string capture_filter;           // BPF, as pcap-filter(7); "": all
    bool promiscuous = true;
    std::uint32_t snap_length = 262144;      // bytes kept of a packet
    std::uint32_t buffer_bytes = 16u << 20;  // of the kernel's ring, for each interface
};

/// Never fails; initState() tells what does.
std::unique_ptr<PacketModule> make_pcap_live_module(PcapLiveOptions options);

ModuleInfo pcap_live_info();
/// Whether this process may capture.
ModuleAvailability pcap_live_available();

}  // namespace sallyport
