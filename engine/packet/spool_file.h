// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <string>
#include <unistd.h>
#include <utility>

namespace sallyport {

/// A file descriptor that closes itself.
class OwnedFd {
public:
    OwnedFd() = default;
    explicit OwnedFd(int fd) : fd_(fd) {}
    OwnedFd(OwnedFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    OwnedFd& operator=(OwnedFd&& other) noexcept {
        if (this != &other) reset(std::exchange(other.fd_, -1));
        return *this;
    }
    ~OwnedFd() { reset(); }

    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    int release() { return std::exchange(fd_, -1); }
    void reset(int fd = -1) {
        if (fd_ >= 0) ::close(fd_);
        fd_ = fd;
    }

private:
    int fd_ = -1;
};

/// Where packets are spooled unless told otherwise: $TMPDIR, else /var/tmp (on disk, where /tmp often is memory).
std::string default_spool_directory();

/// A file for reading and writing that has no name: it vanishes with its last descriptor and mapping, also in a crash.
Result<OwnedFd> make_unlinked_file(const std::string& directory);

/// "No space left on device" and its like, without errno's thread-unsafe text.
std::string errno_text(int code);

}  // namespace sallyport
