// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/output_file.h"
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport {
namespace {

constexpr std::size_t buffer_size = 256 * 1024;
constexpr int gzip_window = 15 + 16;  // zlib.h: 16 more for the gzip format

std::string random_name() {
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device random;
    std::string name;
    for (int i = 0; i < 8; i++) name += letters[random() % 36];
    return name;
}

/// Where a chain of symbolic links ends, so that the file is replaced and not the link to it.
std::string resolved(const std::string& path) {
    char* real = ::realpath(path.c_str(), nullptr);
    if (!real) return path;
    std::string result = real;
    std::free(real);
    return result;
}

Words remedy_of(int code) {
    switch (code) {
        case ENOSPC:
        case EDQUOT: return words("free space there, or write to another disk");
        case EACCES:
        case EPERM:
        case EROFS: return words("write to a directory that you may write to");
        case ENOENT: return words("make the directory first");
        default: return {};
    }
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::string& path, bool gzip, InPlace in_place) {
    std::unique_ptr<OutputFile> file(new OutputFile(path == "-" ? "standard output" : path));
    file->buffer_.reserve(buffer_size);
    struct stat about {};
    Status opened;
    if (path == "-") opened = file->open_direct(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0));
    else if (bool exists = ::stat(path.c_str(), &about) == 0; exists && S_ISDIR(about.st_mode))
        opened = file->broken(words("cannot write %1: %2"), EISDIR);
    else if (exists && !S_ISREG(about.st_mode)) opened = file->open_direct(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    else opened = file->open_regular(resolved(path), exists ? &about : nullptr, in_place);
    if (opened && gzip) opened = file->start_gzip();
    if (!opened) return tl::unexpected(opened.error());
    return file;
}

OutputFile::~OutputFile() {
    if (gzip_) deflateEnd(&*gzip_);
    if (!committed_ && !temporary_.empty()) ::unlink(temporary_.c_str());
}

Status OutputFile::open_direct(int fd) {
    if (fd < 0) return broken(words("cannot open %1: %2"), errno);
    fd_.reset(fd);
    return {};
}

Status OutputFile::open_regular(const std::string& target, const struct stat* replaced, InPlace in_place) {
    if (replaced && ::access(target.c_str(), W_OK)) return broken(words("cannot replace %1: %2"), errno);
    target_ = target;
    const bool nothing_there = ::faccessat(AT_FDCWD, target.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) != 0;  // also no link to nowhere
    temporary_ = in_place == InPlace::at_once && nothing_there ? target : target + "." + random_name() + ".part";
    fd_.reset(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!fd_) {
        int code = errno;
        temporary_.clear();
        return broken(words("cannot write %1: %2"), code);
    }
    replaces_ = replaced != nullptr;
    if (replaced && ::fchmod(fd_.get(), replaced->st_mode & 07777)) return broken(words("cannot write %1: %2"), errno);
    return {};
}

Status OutputFile::start_gzip() {
    gzip_.emplace();
    if (deflateInit2(&*gzip_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        gzip_.reset();
        return broken(words("cannot compress %1: %2"), ENOMEM);
    }
    squeezed_.resize(buffer_size);
    return {};
}

Status OutputFile::broken(Words pattern, int code) {
    error_ = Error{Message(pattern, {Message::foreign(path_), Message::foreign(errno_text(code))}), remedy_of(code), code};
    return tl::unexpected(*error_);
}

Status OutputFile::write(Bytes bytes) {
    if (error_) return tl::unexpected(*error_);
    written_ += bytes.size();
    return gzip_ ? deflate_some(bytes, Z_NO_FLUSH) : put(bytes);
}

Status OutputFile::deflate_some(Bytes bytes, int mode) {
    gzip_->next_in = const_cast<Bytef*>(bytes.data());  // zlib does not write to it
    gzip_->avail_in = uInt(bytes.size());
    int code;
    do {
        gzip_->next_out = squeezed_.data();
        gzip_->avail_out = uInt(squeezed_.size());
        code = ::deflate(&*gzip_, mode);
        if (code == Z_STREAM_ERROR) return broken(words("cannot compress %1: %2"), EIO);
        if (auto done = put(Bytes(squeezed_).first(squeezed_.size() - gzip_->avail_out)); !done) return done;
    } while (gzip_->avail_out == 0 || (mode == Z_FINISH && code != Z_STREAM_END));
    return {};
}

Status OutputFile::put(Bytes bytes) {
    if (buffer_.size() + bytes.size() > buffer_size)
        if (auto done = drain(); !done) return done;
    if (bytes.size() < buffer_size) {
        buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
        return {};
    }
    buffer_.assign(bytes.begin(), bytes.end());
    return drain();
}

Status OutputFile::drain() {
    Bytes left = buffer_;
    while (!left.empty()) {
        ssize_t n = ::write(fd_.get(), left.data(), left.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return broken(words("cannot write %1: %2"), n < 0 ? errno : ENOSPC);
        left = left.subspan(std::size_t(n));
        drained_ += std::uint64_t(n);
    }
    buffer_.clear();
    count_marks();
    return {};
}

void OutputFile::count_marks() {
    auto beyond = std::upper_bound(marks_.begin(), marks_.end(), drained_);
    if (beyond == marks_.begin()) return;
    last_mark_ = beyond[-1];
    marks_drained_ += std::uint64_t(beyond - marks_.begin());
    marks_.erase(marks_.begin(), beyond);
}

std::optional<OutputFile::Salvaged> OutputFile::salvage() {
    if (committed_ || temporary_.empty() || !fd_) return std::nullopt;
    if (!error_) (void)drain();
    count_marks();
    if (gzip_ ? drained_ == 0 : marks_drained_ == 0) return std::nullopt;
    if (!gzip_ && ::ftruncate(fd_.get(), off_t(last_mark_))) return std::nullopt;
    fd_.reset();
    committed_ = true;
    Salvaged kept{temporary_, marks_drained_};
    if (!replaces_ && ::rename(temporary_.c_str(), target_.c_str()) == 0) kept.path = path_;
    return kept;
}

Status OutputFile::flush() {
    if (error_) return tl::unexpected(*error_);
    return drain();
}

Status OutputFile::commit() {
    if (error_) return tl::unexpected(*error_);
    if (committed_) return {};
    if (gzip_)
        if (auto done = deflate_some({}, Z_FINISH); !done) return done;
    if (auto done = drain(); !done) return done;
    // What is replaced must not be lost before its successor is on the disk.
    if (replaces_ && ::fsync(fd_.get())) return broken(words("cannot write %1: %2"), errno);
    if (::close(fd_.release()) && errno != EINTR) return broken(words("cannot write %1: %2"), errno);
    if (!temporary_.empty() && ::rename(temporary_.c_str(), target_.c_str())) return broken(words("cannot write %1: %2"), errno);
    committed_ = true;
    return {};
}

}  // namespace sallyport
