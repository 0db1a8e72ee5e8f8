// SPDX-License-Identifier: GPL-3.0-or-later
#include "firewall_options.h"
#include "option_values.h"
#include "output.h"
#include "saving.h"
#include "verb.h"
#include <unistd.h>

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

std::string in_force_line(const Session& session, const FirewallSource& source) {
    return session.source_title() + ": in force, " + rules_title(*session.rules()) + "; " +
           (source.fail == FailPolicy::open ? "traffic passes if this program dies" : "traffic is stopped if this program dies") + "\n";
}

/// Without a rules file (practice) everything gets the default.
Result<std::shared_ptr<const RuleSet>> first_rules(const JudgingOptions& judging) {
    if (judging.rules_file.empty()) return compile_rules("", "", judging.default_verdict);
    return load_rules(judging.rules_file, judging.default_verdict);
}

}  // namespace

std::vector<Option> firewall_option_table(FirewallOptions& o) {
    return {
        {0, "rules", "FILE", "the rules; SIGHUP reads them again", set_text(o.judging.rules_file)},
        {0, "hook", "HOOKS", "which traffic: input, output, forward, comma separated (default: input,output)",
         [&o](std::string_view a) { return set_hooks(a, o.source); }},
        {0, "default", "VERDICT", "accept or drop what no rule matches (default: as the rules file says)",
         [&o](std::string_view a) { return set_verdict(a, o.judging.default_verdict); }},
        {0, "queues", "N", "kernel queues, each with a thread of its own (default: one a core)",
         set_count(o.queues, "number of queues", 64)},
        {0, "fail", "POLICY", "open: traffic passes if this program dies or cannot judge; closed: it does not (default: open)",
         [&o](std::string_view a) { return set_fail_policy(a, o.source.fail); }},
        {'a', "autostop", "COND", "stop after duration:SECONDS",
         [&o](std::string_view a) { return set_autostop(a, {.seconds = &o.judging.most_seconds}); }},
        {'w', nullptr, "FILE", "save the packets, each with its verdict and rule, at the end", set_text(o.output)},
        {'F', nullptr, "TYPE", "type of that file: pcapng (default) or pcap",
         [&o](std::string_view a) { return set_file_type(a, o.format); }},
        {'P', "print", nullptr, "print a line a packet, with its verdict and the rule that gave it", set_flag(o.judging.print)},
    };
}

int run_firewall_session(const FirewallOptions& o) {
    auto rules = first_rules(o.judging);
    if (!rules) return failure(rules.error());
    Signals signals(true);
    Session session;
    session.set_rules(*rules);
    FirewallSource source = o.source;
    source.queues = unsigned(o.queues);
    if (!o.output.empty()) source.budget = {.bytes = 0};  // everything is to be saved
    if (auto started = session.start(source); !started) return failure(started.error());
    Output(STDOUT_FILENO).write(in_force_line(session, source));
    judge_until_end(session, signals, o.judging);
    session.stop();
    Output(STDOUT_FILENO).write(judging_summary(session));
    int code = report_troubles(session);
    if (o.output.empty()) return code;
    auto store = session.store();
    auto saved = save_as(*store, store->count(), nullptr, o.output, o.format, session.rules().get());
    return saved ? code : failure(saved.error());
}

}  // namespace sallyport::cli
