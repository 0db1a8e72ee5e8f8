// SPDX-License-Identifier: GPL-3.0-or-later
// The firewall's packet module: inline, live, IPv4 and IPv6, one NFQUEUE and one thread a state.
//
// Order of things. initState(0) binds all queues; when the last of `queues` states is made, our kernel table appears, in one
// piece: from then on packets come. With policy open the first state that goes empties the table, and the packets that still
// wait are accepted; with policy closed they are refused until the end. When the last state goes the table goes, and the queues.
// The kernel gives at most 65531 bytes of a packet (full segments over loopback have 4 more): a longer one cannot be edited.
// The failure policy and what our table does: netfilter/kernel_table.h.
#pragma once
#include "modules/packet_module.h"

namespace sallyport {

struct NfqueueOptions {
    bool input = true, output = true, forward = false;
    unsigned queues = 1;                 // = states = threads; 1 … 255
    FailPolicy fail = FailPolicy::open;  // also the default policy of packets that nobody decides
    int first_queue = -1;                // number of the first queue; negative: free ones are looked for
};

/// Never fails; initState() tells what does.
std::unique_ptr<PacketModule> make_nfqueue_module(NfqueueOptions options);

ModuleInfo nfqueue_info();
/// Tries for real whether this process could guard its network now; nothing of it remains.
ModuleAvailability nfqueue_available();

}  // namespace sallyport
