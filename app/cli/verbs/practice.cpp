// SPDX-License-Identifier: GPL-3.0-or-later
// practice: a small network of our own making, with real traffic through the kernel's real hooks, and a firewall in it.
#include "judging.h"
#include "firewall_options.h"
#include "output.h"
#include "practice/practice_network.h"
#include "verb.h"
#include <algorithm>
#include <charconv>
#include <unistd.h>

namespace sallyport::cli {

namespace {

Status set_pace(std::string_view text, double& into) {
    double pace = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pace);
    if (error != std::errc() || end != text.data() + text.size() || !(pace >= 0.1) || pace > 100)
        return fail("the pace \"" + std::string(text) + "\" isn't a number of 0.1 … 100");
    into = pace;
    return {};
}

void append_cell(std::string_view text, std::size_t width, std::string& out) {
    out += text;
    out.append(width - std::min(width, text.size()), ' ');
    out += "  ";
}

std::string hosts_table(const std::vector<PracticeHost>& hosts) {
    std::string out;
    std::size_t name = 0, v4 = 0, v6 = 0;
    for (auto& host : hosts)
        name = std::max(name, host.name.size()), v4 = std::max(v4, host.ipv4.size()), v6 = std::max(v6, host.ipv6.size());
    for (auto& host : hosts) {
        append_cell(host.name, name, out);
        append_cell(host.ipv4, v4, out);
        append_cell(host.ipv6, v6, out);
        out += host.does + "\n";
    }
    return out;
}

}  // namespace

int run_practice(Arguments arguments) {
    FirewallOptions o;
    o.source = {.input = true, .output = true, .forward = true};
    PracticeOptions practice;
    auto options = firewall_option_table(o);
    bool quiet = false;
    options.push_back({0, "pace", "N", "how fast the hosts work: 1 is about 35 packets/s, 2 twice as many",
                       [&](std::string_view a) { return set_pace(a, practice.pace); }});
    options.push_back({'q', nullptr, nullptr, "print no packets, just the hosts and the hits", set_flag(quiet)});
    constexpr VerbHelp help{
        "practice [--rules FILE] [--pace N] [-a duration:S] [-w OUT] [-q]",
        "Makes a small network of its own in a private namespace: hosts with real servers and clients, whose traffic crosses\n"
        "the kernel's hooks and our rules. Needs no root and touches nothing of your network. Without --rules all is accepted."};
    auto begun = begin_verb(help, options, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("practice: unknown word " + begun->front());
    o.judging.print = !quiet;
    if (auto entered = enter_private_network(); !entered) return failure(entered.error());
    auto network = PracticeNetwork::create(practice);
    if (!network) return failure(network.error());
    Output(STDOUT_FILENO).write(hosts_table((*network)->hosts()));
    return run_firewall_session(o);
}

}  // namespace sallyport::cli
