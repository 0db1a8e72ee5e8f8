// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime_directory.h"
#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport {

RuntimeDirectory::RuntimeDirectory() {
    constexpr auto variable = "XDG_RUNTIME_DIR";
    if (const char* given = std::getenv(variable); given && *given) return;
    const std::string usual = "/run/user/" + std::to_string(::geteuid());
    struct stat about {};
    if (::stat(usual.c_str(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == ::geteuid()) {
        ::setenv(variable, usual.c_str(), 0);
        return;
    }
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "sallyport-XXXXXX").string();
    if (error || !::mkdtemp(name.data())) return;
    made_ = name;
    ::setenv(variable, made_.c_str(), 1);
}

RuntimeDirectory::~RuntimeDirectory() {
    std::error_code ignored;
    if (!made_.empty()) std::filesystem::remove_all(made_, ignored);
}

}  // namespace sallyport
