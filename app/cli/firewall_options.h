// SPDX-License-Identifier: GPL-3.0-or-later
// A firewall session as the verbs firewall and practice run it.
#pragma once
#include "judging.h"
#include "options.h"

namespace sallyport::cli {

struct FirewallOptions {
    JudgingOptions judging;
    FirewallSource source;
    std::uint64_t queues = 0;
};

/// The setters fill `into`, which must outlive them.
std::vector<Option> firewall_option_table(FirewallOptions& into);
/// Judges live traffic until a signal or the time limit. An exit code.
int run_firewall_session(const FirewallOptions& options);
/// The same on the packets of a plug-in, in place of the kernel's queues.
int run_plugin_session(const FirewallOptions& options, const PluginSource& source);

}  // namespace sallyport::cli
