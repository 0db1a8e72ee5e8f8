// SPDX-License-Identifier: GPL-3.0-or-later
// What firewall, replay and practice have in common: a session that judges packets by a rules file until it ends.
#pragma once
#include "rules_file.h"
#include "session/session.h"
#include <functional>

namespace sallyport::cli {

struct JudgingOptions {
    std::string rules_file;  // "": everything gets the default
    std::optional<Verdict> default_verdict;
    std::vector<std::string> wrappers;      // around the module
    std::uint64_t most_seconds = 0;         // 0: until it ends by itself or by a signal
    bool print = false;                     // a line a packet, as they are judged
    std::string output, format = "pcapng";  // save them, as they are judged; "": not
};

/// Judges until the source ends, the time is up, or SIGINT or SIGTERM comes; then prints the hits of each rule. A rules file that
/// changes is read again, and so it is at SIGHUP; bad rules are refused and those in force stay. A disk that is full ends the
/// saving, not the judging. `in_force` makes the line that says that it began.
/// Returns an exit code.
int judge(const JudgingOptions& options, Source source, const std::function<std::string(const Session&)>& in_force = {});

}  // namespace sallyport::cli
