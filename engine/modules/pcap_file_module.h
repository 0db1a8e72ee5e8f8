// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of a capture file, as fast as they are read. Only observes: verdicts do not act.
#pragma once
#include "modules/packet_module.h"

namespace sallyport {

/// `path`: pcap or pcapng, also with gzip; a named pipe; "-" for standard input. Never fails; initState() tells what does.
std::unique_ptr<PacketModule> make_pcap_file_module(std::string path);

ModuleInfo pcap_file_info();
ModuleAvailability pcap_file_available();

}  // namespace sallyport
