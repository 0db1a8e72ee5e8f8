// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/timestamp.h"
#include "packet/spool_file.h"
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport {

/// A text file of bounded size that all states of one traced module write: when it has half its limit, it becomes FILE.1 and a
/// new one begins. Any thread.
class TraceLog {
public:
    /// `path`: "-" is standard error; pipes and devices have no limit.
    static Result<std::shared_ptr<TraceLog>> open(const std::string& path, std::uint64_t limit);
    ~TraceLog();
    TraceLog(const TraceLog&) = delete;

    /// One line: the time of day, the thread, how long the call took, and what it was and gave.
    void line(unsigned thread, std::chrono::nanoseconds took, std::string_view text);
    /// Hands what was written to the kernel.
    void flush();
    /// The first error of writing, once; the trace has ended then.
    std::optional<Error> take_failure();
    bool failed() const { return failed_.load(std::memory_order_relaxed); }

private:
    TraceLog(std::string path, OwnedFd fd, std::uint64_t limit) : path_(std::move(path)), fd_(std::move(fd)), limit_(limit) {}
    void append_time(Timestamp now);
    void drain();
    void begin_anew();
    void broken(Words pattern, int code);

    std::mutex mutex_;
    const std::string path_;
    OwnedFd fd_;
    const std::uint64_t limit_;  // bytes in both files together; 0: none
    std::uint64_t size_ = 0;
    std::string buffer_;
    std::int64_t second_ = -1, drained_ns_ = 0;
    char second_text_[24] = "";  // of second_
    std::atomic<bool> failed_{false};
    std::optional<Error> error_;
};

}  // namespace sallyport
