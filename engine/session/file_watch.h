// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace sallyport {

enum class FileChange : std::uint8_t { none, changed, gone };

/// Tells when a small file, such as one of rules, was changed by somebody else. It asks the file system, at most ten times a second:
/// that also holds where a file is replaced by another, as editors do, and on network file systems. One thread.
class FileWatch {
public:
    /// `path` as it is now counts as read. "", pipes and devices never change.
    explicit FileWatch(std::string path);
    /// To be called again and again. A change is told once, and only when the file stayed as it is for a moment: who writes
    /// it may not be done yet.
    FileChange look();
    /// It was read just now, for another reason.
    void is_read();

private:
    struct Identity {
        bool exists = false;
        std::uint64_t device = 0, inode = 0, size = 0;
        std::int64_t modified_ns = 0, changed_ns = 0;
        bool operator==(const Identity&) const = default;
    };
    using Clock = std::chrono::steady_clock;
    Identity now() const;

    const std::string path_;
    bool watched_ = false;
    Identity told_, seen_;
    Clock::time_point seen_since_{}, looked_at_{};
};

}  // namespace sallyport
