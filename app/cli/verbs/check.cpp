// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"
#include "session/session.h"
#include "verb.h"
#include <algorithm>
#include <unistd.h>

namespace sallyport::cli {

int run_check(Arguments arguments) {
    auto begun = begin_verb({"check", "Says what this machine and user lack, and how to get it. Exit code 1 when something is missing."},
                            {}, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("check takes no arguments: " + begun->front());
    const auto requirements = check_requirements();
    std::size_t width = 0, missing = 0;
    for (auto& r : requirements) width = std::max(width, r.name.text().size()), missing += !r.met;
    Output out(STDOUT_FILENO);
    for (auto& r : requirements) {
        std::string name = r.name.text();
        name.resize(width, ' ');
        out.write((r.met ? "ok       " : "missing  ") + name + (r.why.empty() ? "" : "  " + r.why.text()) + "\n");
        if (!r.met && !r.remedy.empty()) out.write("         " + std::string(width, ' ') + "  remedy: " + r.remedy.text() + "\n");
    }
    out.write(missing ? std::to_string(missing) + " of " + std::to_string(requirements.size()) + " missing\n" : "nothing is missing\n");
    return missing ? exit_failure : exit_ok;
}

}  // namespace sallyport::cli
