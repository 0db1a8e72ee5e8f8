// SPDX-License-Identifier: GPL-3.0-or-later
// What firewall, replay and practice have in common: a session that judges until it ends, told to reload its rules or to stop.
#pragma once
#include "rules_file.h"
#include "session/session.h"
#include "signals.h"
#include <chrono>

namespace sallyport::cli {

struct JudgingOptions {
    std::string rules_file;
    std::optional<Verdict> default_verdict;
    std::uint64_t most_seconds = 0;  // 0: until it ends by itself or by a signal
    bool print = false;              // a line a packet, as they are judged
};

/// Waits until the session ends; SIGHUP reads the rules file again, and bad rules are refused while those in force stay.
void judge_until_end(Session& session, Signals& signals, const JudgingOptions& options);

/// "1200 packets, 85020 bytes: 1100 accepted, 100 dropped" and a line a rule.
std::string judging_summary(const Session& session);
/// Troubles on standard error; the exit code that they mean.
int report_troubles(const Session& session);

}  // namespace sallyport::cli
