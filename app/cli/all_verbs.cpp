// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contents of verbs/.
#include "verb.h"

namespace sallyport::cli {

int run_modules(Arguments);
int run_check(Arguments);
int run_rules(Arguments);
int run_edit(Arguments);
int run_send(Arguments);
int run_firewall(Arguments);
int run_replay(Arguments);
int run_practice(Arguments);

const std::vector<Verb>& all_verbs() {
    static const std::vector<Verb> verbs = {
        {"modules", "list the packet modules, with what each can do on this machine", run_modules},
        {"check", "say what is missing on this machine, and how to get it", run_check},
        {"rules", "check a rules file", run_rules},
        {"edit", "change fields of one packet of a capture file", run_edit},
        {"send", "send packets of your own, made from a template, bytes or a captured one", run_send},
        {"firewall", "judge live traffic by rules", run_firewall},
        {"replay", "run a capture file through rules, as if it were live", run_replay},
        {"practice", "a small network of our own making to practise on", run_practice},
    };
    return verbs;
}

}  // namespace sallyport::cli
