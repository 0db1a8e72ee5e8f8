// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_file.h"
#include "output.h"
#include "verb.h"
#include <unistd.h>

namespace sallyport::cli {

namespace {

int check(const std::string& path) {
    auto text = read_text(path);
    if (!text) return failure(text.error());
    const auto errors = all_rule_errors(*text);
    for (auto& error : errors) complain(rule_error_text(path, error));
    if (!errors.empty()) return exit_failure;
    auto rules = compile_rules(path, *text, {});
    if (!rules) return failure(rules.error());
    Output(STDOUT_FILENO).write(path + ": " + rules_title(**rules) + "\n");
    return exit_ok;
}

}  // namespace

int run_rules(Arguments arguments) {
    constexpr VerbHelp help{"rules check FILE…",
                            "Checks rules files: every bad line is named with line, column and reason, and the exit code is 1.\n\n"
                            "A rule a line, the first that matches wins, the default is last:\n"
                            "  [off] ACTION [in|out|forward] [when FILTER]   # note\n"
                            "  default accept|drop"};
    auto begun = begin_verb(help, {}, arguments);
    if (!begun) return begun.error();
    if (begun->empty() || begun->front() != "check")
        return usage_error("rules: " + (begun->empty() ? "say what to do" : "unknown word " + begun->front()) + " (rules check FILE)");
    if (begun->size() < 2) return usage_error("rules check: name a rules file");
    int code = exit_ok;
    for (std::size_t i = 1; i < begun->size(); i++)
        if (const int one = check((*begun)[i])) code = one;
    return code;
}

}  // namespace sallyport::cli
