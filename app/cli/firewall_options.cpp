// SPDX-License-Identifier: GPL-3.0-or-later
#include "firewall_options.h"
#include "around_options.h"
#include "option_values.h"

namespace sallyport::cli {

namespace {

Status set_hooks(std::string_view text, FirewallSource& into) {
    std::vector<std::string> names;
    if (auto listed = set_list(text, names); !listed) return listed;
    into.input = into.output = into.forward = false;
    for (auto& name : names) {
        if (name == "input") into.input = true;
        else if (name == "output") into.output = true;
        else if (name == "forward") into.forward = true;
        else return fail("unknown hook \"" + name + "\"", "known: input, output, forward");
    }
    return {};
}

Status set_fail_policy(std::string_view text, FailPolicy& into) {
    if (text != "open" && text != "closed") return fail("open or closed was expected, not \"" + std::string(text) + "\"");
    into = text == "open" ? FailPolicy::open : FailPolicy::closed;
    return {};
}

}  // namespace

std::vector<Option> firewall_option_table(FirewallOptions& o) {
    return {
        {0, "rules", "FILE", "the rules; read again when the file changes, and at SIGHUP", set_text(o.judging.rules_file)},
        {0, "hook", "HOOKS", "which traffic: input, output, forward, comma separated (default: input,output)",
         [&o](std::string_view a) { return set_hooks(a, o.source); }},
        {0, "default", "VERDICT", "accept or drop what no rule matches (default: as the rules file says)",
         [&o](std::string_view a) { return set_verdict(a, o.judging.default_verdict); }},
        {0, "queues", "N", "kernel queues, each with a thread of its own (default: one a core)",
         set_count(o.queues, "number of queues", 64)},
        {0, "fail", "POLICY",
         "packets that find the queue full because this program hangs or is overrun: open lets them pass, closed drops them "
         "(default: open); when it ends, traffic flows as without it",
         [&o](std::string_view a) { return set_fail_policy(a, o.source.fail); }},
        {'a', "autostop", "COND", "stop after duration:SECONDS",
         [&o](std::string_view a) { return set_autostop(a, {.seconds = &o.judging.most_seconds}); }},
        {'w', nullptr, "FILE", "save the packets, each with its verdict and rule", set_text(o.judging.output)},
        {'F', nullptr, "TYPE", "type of that file: pcapng (default) or pcap",
         [&o](std::string_view a) { return set_file_type(a, o.judging.format); }},
        {'P', "print", nullptr, "print a line a packet, with its verdict and the rule that gave it", set_flag(o.judging.print)},
        wrap_option(o.judging.wrappers),
    };
}

int run_firewall_session(const FirewallOptions& o) {
    FirewallSource source = o.source;
    source.queues = unsigned(o.queues);
    return judge(o.judging, source, [fail = source.fail](const Session& session) {
        return session.source_title().text() + ": in force, " + rules_title(*session.rules()) + "; " +
               (fail == FailPolicy::open ? "what nobody judges passes" : "nothing passes unjudged until this program ends") + "\n";
    });
}

int run_plugin_session(const FirewallOptions& o, const PluginSource& source) {
    return judge(o.judging, source, [](const Session& session) {
        return session.source_title().text() + ": " + (session.verdicts_act() ? "in force, " : "watching, verdicts do not act here; ") +
               rules_title(*session.rules()) + "\n";
    });
}

}  // namespace sallyport::cli
