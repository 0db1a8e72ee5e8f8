// SPDX-License-Identifier: GPL-3.0-or-later
// What the verb send does: compose, sweep, and send or write.
#pragma once
#include "session/send_job.h"
#include "session/surroundings.h"
#include <string>
#include <vector>

namespace sallyport::cli {

struct SendOptions {
    std::string interface, through, rules_file;  // where to
    std::string template_name, hex, file;        // what to begin with
    std::uint64_t number = 1;                    // packet of `file`
    std::vector<std::string> sets, sweeps;
    std::uint64_t count = 1;  // 0: until it is stopped
    double rate = 0, wait_seconds = 1;
    bool wait_given = false;
    std::string output, format;  // write instead of sending
    bool yes = false, quiet = false;
};

/// An exit code.
int send_packets(const SendOptions& options);

/// The packets that the options tell, for `target`: a link layer where it needs one, addresses of the interface.
Result<PacketSeries> make_series(const SendOptions& options);

/// Whether packets may go outside of the user's own networks: asks on a terminal, refuses where there is none. True: go on.
Result<bool> may_leave(const SendOptions& options, const PacketSeries& series);

}  // namespace sallyport::cli
