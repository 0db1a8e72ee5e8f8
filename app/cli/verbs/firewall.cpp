// SPDX-License-Identifier: GPL-3.0-or-later
// firewall: live traffic through rules, until a signal or a time limit.
#include "around_options.h"
#include "firewall_options.h"
#include "verb.h"

namespace sallyport::cli {

int run_firewall(Arguments arguments) {
    FirewallOptions o;
    constexpr VerbHelp help{
        "firewall --rules FILE [--hook HOOKS] [--default VERDICT] [--fail POLICY] [-a duration:S] [-w OUT]",
        "Judges live traffic by rules. The kernel's table is ours alone and is gone when this program ends, however it ends.\n"
        "Prints one line when the rules are in force, and the hits of each rule at the end (SIGINT, SIGTERM)."};
    auto options = firewall_option_table(o);
    PluginSource plugin;
    for (auto& option : plugin_options(plugin)) options.push_back(std::move(option));
    auto begun = begin_verb(help, options, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("firewall: unknown word " + begun->front());
    if (o.judging.rules_file.empty()) return usage_error("firewall: option --rules FILE is missing");
    if (!plugin.path.empty()) return run_plugin_session(o, plugin);
    return run_firewall_session(o);
}

}  // namespace sallyport::cli
