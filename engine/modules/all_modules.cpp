// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contents of packet modules: a new one is a file and a line here.
#include "modules/nfqueue_module.h"
#include "modules/packet_module.h"
#include "modules/pcap_file_module.h"
#include "modules/pcap_live_module.h"
#include "modules/replay_module.h"

namespace sallyport {

const std::vector<ModuleEntry>& all_modules() {
    static const std::vector<ModuleEntry> modules = {
        {pcap_file_info(), pcap_file_available},
        {pcap_live_info(), pcap_live_available},
        {nfqueue_info(), nfqueue_available},
        {replay_info(), replay_available},
    };
    return modules;
}

}  // namespace sallyport
