// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"
#include "session/session.h"
#include "verb.h"
#include <unistd.h>

namespace sallyport::cli {

int run_modules(Arguments arguments) {
    auto begun = begin_verb(
        {"modules", "Lists the packet modules and what each can do on this machine; if it cannot, why, and the remedy."}, {}, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("modules takes no arguments: " + begun->front());
    Output out(STDOUT_FILENO);
    for (auto& entry : all_modules()) {
        const auto here = entry.available();
        std::string name = entry.info.name;
        name.resize(std::max<std::size_t>(name.size() + 1, 12), ' ');
        out.write(name + (here.usable ? "usable      " : "not usable  ") + entry.info.title + ": " + entry.info.description + "\n");
        if (!here.why.empty()) out.write("            why:    " + here.why + "\n");
        if (!here.remedy.empty()) out.write("            remedy: " + here.remedy + "\n");
    }
    return exit_ok;
}

}  // namespace sallyport::cli
