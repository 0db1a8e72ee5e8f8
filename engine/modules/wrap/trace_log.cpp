// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/wrap/trace_log.h"
#include <cerrno>
#include <cinttypes>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>

namespace sallyport {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;
constexpr std::int64_t longest_in_memory_ns = 500'000'000;

int create(const std::string& path) { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666); }

Error cannot(Words pattern, const std::string& path, int code) {
    const bool full = code == ENOSPC || code == EDQUOT;
    return {Message(pattern, {Message::foreign(path), Message::foreign(errno_text(code))}),
            full ? words("free space there, or give the trace a smaller limit") : words("name a file in a directory that you may write to"),
            code};
}

}  // namespace

Result<std::shared_ptr<TraceLog>> TraceLog::open(const std::string& path, std::uint64_t limit) {
    OwnedFd fd(path == "-" ? ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0) : create(path));
    if (!fd) return tl::unexpected(cannot(words("cannot write the trace %1: %2"), path, errno));
    struct stat about {};
    if (::fstat(fd.get(), &about) || !S_ISREG(about.st_mode) || path == "-") limit = 0;
    std::shared_ptr<TraceLog> log(new TraceLog(path, std::move(fd), limit));
    log->buffer_.reserve(buffer_size + 1024);
    return log;
}

TraceLog::~TraceLog() { drain(); }

void TraceLog::append_time(Timestamp now) {
    const std::int64_t second = now.ns / 1'000'000'000;
    if (second != second_) {
        second_ = second;
        std::time_t time = std::time_t(second);
        std::tm parts{};
        ::localtime_r(&time, &parts);
        std::strftime(second_text_, sizeof second_text_, "%H:%M:%S", &parts);
    }
    char fraction[16];
    std::snprintf(fraction, sizeof fraction, ".%06" PRId64, now.ns % 1'000'000'000 / 1000);
    buffer_ += second_text_;
    buffer_ += fraction;
}

void TraceLog::line(unsigned thread, std::chrono::nanoseconds took, std::string_view text) {
    std::lock_guard lock(mutex_);
    if (error_) return;
    const auto now = Timestamp::now();
    append_time(now);
    char middle[48];
    std::snprintf(middle, sizeof middle, "  %u  %9.1f us  ", thread, double(took.count()) / 1000);
    buffer_ += middle;
    buffer_ += text;
    buffer_ += '\n';
    if (buffer_.size() < buffer_size && now.ns - drained_ns_ < longest_in_memory_ns) return;
    drained_ns_ = now.ns;
    drain();
}

void TraceLog::flush() {
    std::lock_guard lock(mutex_);
    drain();
}

void TraceLog::drain() {
    if (error_ || buffer_.empty()) return buffer_.clear();
    if (limit_ && size_ + buffer_.size() > limit_ / 2) begin_anew();
    std::string_view left = buffer_;
    while (!left.empty() && !error_) {
        const auto n = ::write(fd_.get(), left.data(), left.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) broken(words("cannot write the trace %1: %2"), n < 0 ? errno : ENOSPC);
        else left.remove_prefix(std::size_t(n)), size_ += std::uint64_t(n);
    }
    buffer_.clear();
}

void TraceLog::begin_anew() {
    if (size_ == 0) return;
    if (::rename(path_.c_str(), (path_ + ".1").c_str())) return broken(words("cannot rename the trace %1: %2"), errno);
    fd_.reset(create(path_));
    if (!fd_) return broken(words("cannot write the trace %1: %2"), errno);
    size_ = 0;
}

void TraceLog::broken(Words pattern, int code) {
    error_ = cannot(pattern, path_, code);
    error_->what = message("%1; tracing has ended", error_->what);
    failed_.store(true);
}

std::optional<Error> TraceLog::take_failure() {
    std::lock_guard lock(mutex_);
    if (!failed_.exchange(false)) return std::nullopt;
    return error_;
}

}  // namespace sallyport
