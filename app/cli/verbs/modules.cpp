// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"
#include "session/session.h"
#include "verb.h"
#include <unistd.h>

namespace sallyport::cli {

namespace {

constexpr std::size_t indent = 12;

std::string listed(const ModuleInfo& info, const ModuleAvailability& here) {
    std::string line = info.name;
    line.resize(std::max(line.size() + 1, indent), ' ');
    line += (here.usable ? "usable      " : "not usable  ") + info.title + ": " + info.description + "\n";
    const std::string margin(indent, ' ');
    if (!here.why.empty()) line += margin + "why:    " + here.why.text() + "\n";
    if (!here.remedy.empty()) line += margin + "remedy: " + here.remedy.text() + "\n";
    return line;
}

std::string listed(const FoundPlugin& found) {
    const std::string margin(indent, ' ');
    if (!found.plugin)
        return listed({found.path.substr(found.path.rfind('/') + 1), "Plug-in", "cannot be loaded", ""},
                      {false, found.plugin.error().what, found.plugin.error().remedy});
    auto& plugin = *found.plugin;
    std::string text = listed(plugin.info(), plugin.available());
    text += margin + "plug-in: " + plugin.path() + ", by " + plugin.info().author + ", " + plugin.license() + "\n";
    if (!plugin.options_help().empty()) text += margin + "options: " + plugin.options_help() + "\n";
    return text;
}

std::string folders() {
    std::string text = "plug-ins are looked for in";
    for (auto& folder : plugin_search_folders()) text += " " + folder;
    return text + "\n";
}

}  // namespace

int run_modules(Arguments arguments) {
    PluginSource one;
    const Option options[] = {{0, "module", "FILE", "try this plug-in, a shared object, too", set_text(one.path)}};
    auto begun = begin_verb({"modules [--module FILE]",
                             "Lists the packet modules and what each can do on this machine; if it cannot, why, and the remedy.\n"
                             "Plug-ins are loaded for that, and their code runs."},
                            options, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("modules takes no arguments: " + begun->front());
    Output out(STDOUT_FILENO);
    for (auto& entry : all_modules()) out.write(listed(entry.info, entry.available()));
    for (auto& found : installed_plugins()) out.write(listed(found));
    if (!one.path.empty()) {
        FoundPlugin found{one.path, load_plugin(one.path)};
        if (!found.plugin) return out.flush(), failure(found.plugin.error());
        out.write(listed(found));
    }
    out.write(folders());
    return exit_ok;
}

}  // namespace sallyport::cli
