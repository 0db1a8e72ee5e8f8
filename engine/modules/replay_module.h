// SPDX-License-Identifier: GPL-3.0-or-later
// A capture file through the rules, as if it were live: that is how a rule is tried offline. Verdicts act: accepted packets, and
// forged ones that were accepted, are written to an output capture in the order in which they were received.
#pragma once
#include "modules/packet_module.h"

namespace sallyport {

struct ReplayOptions {
    std::string path;                           // as of the module pcap-file
    double speed = 0;                           // 0: as fast as it goes; 1: original; N: N times as fast
    std::string output;                         // "": nowhere; the name tells the format: .pcap, else pcapng; .gz compresses
    Verdict default_verdict = Verdict::accept;  // of packets that nobody decides
};

/// Never fails; initState() tells what does. The output is in place when flush() after the end, or the state's destructor, is done.
std::unique_ptr<PacketModule> make_replay_module(ReplayOptions options);

ModuleInfo replay_info();
ModuleAvailability replay_available();

}  // namespace sallyport
