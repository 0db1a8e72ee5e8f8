// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/spool_file.h"
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>

namespace sallyport {

std::string errno_text(int code) { return std::generic_category().message(code); }

std::string default_spool_directory() {
    const char* chosen = std::getenv("TMPDIR");
    return chosen && *chosen ? chosen : "/var/tmp";
}

Result<OwnedFd> make_unlinked_file(const std::string& directory) {
    int fd = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (fd >= 0) return OwnedFd(fd);
    int code = errno;
    if (code == EOPNOTSUPP || code == EISDIR || code == EINVAL) {  // a file system without O_TMPFILE
        std::string name = directory + "/sallyport-XXXXXX";
        fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (fd >= 0) {
            ::unlink(name.c_str());
            return OwnedFd(fd);
        }
        code = errno;
    }
    return fail(message("cannot make a temporary file in %1: %2", directory, errno_text(code)),
                message("choose a directory that you can write to with TMPDIR"), code);
}

}  // namespace sallyport
