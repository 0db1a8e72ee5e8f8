// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/plugin.h"
#include "modules/plugin_file.h"
#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace sallyport {
namespace {

namespace fs = std::filesystem;
constexpr const char* inside = "/sallyport/modules";

std::string users_folder() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data && data[0] == '/') return data + std::string(inside);
    const char* home = std::getenv("HOME");
    return home && *home ? home + std::string("/.local/share") + inside : std::string();
}

}  // namespace

std::vector<std::string> plugin_folders() {
    std::vector<std::string> folders;
    if (auto own = users_folder(); !own.empty() && !privileged_by_file()) folders.push_back(own);
    for (const char* prefix : {"/usr/local/lib", "/usr/lib"}) folders.push_back(prefix + std::string(inside));
    return folders;
}

std::vector<FoundPlugin> find_plugins() {
    std::vector<FoundPlugin> found;
    std::vector<std::string> names;
    for (auto& folder : plugin_folders()) {
        std::error_code none;
        std::vector<fs::path> files;
        for (fs::directory_iterator it(folder, none), end; !none && it != end; it.increment(none))
            if (it->path().extension() == ".so") files.push_back(it->path());
        std::sort(files.begin(), files.end());
        for (auto& file : files) {
            if (std::find(names.begin(), names.end(), file.filename().string()) != names.end()) continue;
            names.push_back(file.filename().string());
            found.push_back({file.string(), Plugin::load(file.string())});
        }
    }
    return found;
}

}  // namespace sallyport
