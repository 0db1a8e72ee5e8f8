// SPDX-License-Identifier: GPL-3.0-or-later
// Packet modules out of shared objects. Loading runs their code: a plug-in is trusted as much as this program (THREAT_MODEL.md).
#pragma once
#include "modules/packet_module.h"
#include "modules/plugin_api.h"

namespace sallyport {

class Plugin {
public:
    /// Loads a shared object and checks that it is a plug-in for this program. An error names the file, what is wrong and what to do.
    /// The same file may be loaded again. Any thread.
    static Result<Plugin> load(const std::string& path);

    const std::string& path() const { return path_; }
    const ModuleInfo& info() const { return info_; }
    ModuleAvailability available() const;
    std::string license() const { return entry_->license; }
    std::string options_help() const { return entry_->options_help ? entry_->options_help : ""; }
    Result<std::unique_ptr<PacketModule>> make(const std::string& options) const;

private:
    Plugin(std::string path, const PluginEntry* entry) : path_(std::move(path)), entry_(entry) {}
    std::string path_;
    const PluginEntry* entry_;  // in the shared object, which is never unloaded
    ModuleInfo info_;
};

struct FoundPlugin {
    std::string path;
    Result<Plugin> plugin;
};
/// Where plug-ins are looked for, the user's folder first: $XDG_DATA_HOME/sallyport/modules (~/.local/share/…), then those of the
/// system. Without the user's where the program has privileges that the user has not.
std::vector<std::string> plugin_folders();
/// Loads every *.so of those folders; of two with the same file name the first one.
std::vector<FoundPlugin> find_plugins();

}  // namespace sallyport
