// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program_path.h"
#include <unistd.h>

namespace sallyport {

std::string program_path() {
    char path[4096];
    const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
    return length > 0 ? std::string(path, std::size_t(length)) : "sallyport";
}

}  // namespace sallyport
