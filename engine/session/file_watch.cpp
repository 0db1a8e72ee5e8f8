// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/file_watch.h"
#include <sys/stat.h>

namespace sallyport {
namespace {
constexpr auto between_looks = std::chrono::milliseconds(100);
constexpr auto settled_after = std::chrono::milliseconds(250);

std::int64_t nanoseconds(const timespec& time) { return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec; }
}  // namespace

FileWatch::FileWatch(std::string path) : path_(std::move(path)) {
    struct stat about {};
    watched_ = !path_.empty() && ::stat(path_.c_str(), &about) == 0 && S_ISREG(about.st_mode);
    is_read();
}

FileWatch::Identity FileWatch::now() const {
    struct stat about {};
    if (::stat(path_.c_str(), &about)) return {};
    return {true, about.st_dev, about.st_ino, std::uint64_t(about.st_size), nanoseconds(about.st_mtim), nanoseconds(about.st_ctim)};
}

void FileWatch::is_read() {
    if (watched_) told_ = seen_ = now();
}

FileChange FileWatch::look() {
    const auto time = Clock::now();
    if (!watched_ || time - looked_at_ < between_looks) return FileChange::none;
    looked_at_ = time;
    if (auto identity = now(); identity != seen_) {
        seen_ = identity;
        seen_since_ = time;
        return FileChange::none;
    }
    if (seen_ == told_ || time - seen_since_ < settled_after) return FileChange::none;
    told_ = seen_;
    return seen_.exists ? FileChange::changed : FileChange::gone;
}

}  // namespace sallyport
