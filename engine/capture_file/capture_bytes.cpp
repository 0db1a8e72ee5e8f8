// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/capture_bytes.h"
#include "capture_file/inflater.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace sallyport {
namespace {

constexpr std::size_t read_piece = 256 * 1024;
constexpr std::size_t most_streamed = std::size_t(16) << 30;  // bytes: of gzip and pipes, once decompressed
constexpr std::size_t least_streamed = std::size_t(64) << 20;

constexpr Words fetch_again = words("copy or capture it again");
constexpr Words use_before = words("the packets before it can be used; else copy it again");

bool is_gzip(Bytes start) { return start.size() >= 2 && start[0] == 0x1f && start[1] == 0x8b; }

/// How much a stream may grow to in `directory`: never more than half of what is free there.
std::size_t stream_limit(const std::string& directory) {
    struct statvfs disk {};
    if (::statvfs(directory.c_str(), &disk)) return least_streamed;
    std::uint64_t free = std::uint64_t(disk.f_bavail) * disk.f_frsize;
    return std::size_t(std::clamp<std::uint64_t>(free / 2, least_streamed, most_streamed));
}

tl::unexpected<Error> cannot_open(int code) {
    const Words remedy = code == EACCES   ? words("ask its owner for the right to read it")
                         : code == ENOENT ? words("check the name")
                                          : Words();
    return fail(message("cannot open it: %1", errno_text(code)), remedy, code);
}

}  // namespace

Result<std::shared_ptr<CaptureBytes>> CaptureBytes::open(const std::string& path) {
    OwnedFd fd(path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) return cannot_open(errno);
    struct stat about {};
    if (::fstat(fd.get(), &about)) return cannot_open(errno);
    if (S_ISDIR(about.st_mode)) return fail(message("it is a directory"), message("name a capture file in it"), EISDIR);
    std::shared_ptr<CaptureBytes> bytes(new CaptureBytes);
    std::uint8_t start[2];
    bool regular = S_ISREG(about.st_mode) && path != "-";
    if (regular && about.st_size == 0) return fail(message("it is empty: not even a file header is there"), fetch_again);
    if (regular) bytes->file_size_ = std::uint64_t(about.st_size);
    auto started = regular && !(::pread(fd.get(), start, 2, 0) == 2 && is_gzip(start))
                       ? bytes->map_file(fd.get(), std::size_t(about.st_size))
                       : bytes->start_stream(std::move(fd));
    if (!started) return tl::unexpected(started.error());
    return bytes;
}

CaptureBytes::~CaptureBytes() {
    guard_.reset();
    if (base_) ::munmap(const_cast<std::uint8_t*>(base_), reserved_);
}

Status CaptureBytes::map_file(int fd, std::size_t size) {
    void* base = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
    if (base == MAP_FAILED) return fail(message("cannot map it: %1", errno_text(errno)), {}, errno);
    base_ = static_cast<const std::uint8_t*>(base);
    available_ = reserved_ = size;
    guard_.emplace(base_, size, false);
    return {};
}

/// Reserves addresses for all that may come; the temporary file behind them grows piece by piece.
Status CaptureBytes::start_stream(OwnedFd source) {
    auto directory = default_spool_directory();
    auto spool = make_unlinked_file(directory);
    if (!spool) return tl::unexpected(spool.error());
    std::size_t wanted = stream_limit(directory);
    void* base = MAP_FAILED;
    for (; wanted >= least_streamed && base == MAP_FAILED; wanted /= 2) {
        base = ::mmap(nullptr, wanted, PROT_READ, MAP_SHARED | MAP_NORESERVE, spool->get(), 0);
        if (base != MAP_FAILED) reserved_ = wanted;
    }
    if (base == MAP_FAILED) return fail(message("cannot map room to read it into: %1", errno_text(errno)), {}, errno);
    base_ = static_cast<const std::uint8_t*>(base);
    guard_.emplace(base_, reserved_, false);
    source_ = std::move(source);
    spool_ = std::move(*spool);
    wake_.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    raw_.resize(read_piece);
    streamed_ = true;

    std::size_t got = 0;  // two bytes tell whether it is compressed
    while (got < 2) {
        long n = read_source(raw_.data() + got, raw_.size() - got);
        if (n < 0) return fail(message("cannot read it: %1", errno_text(int(-n))), {}, int(-n));
        if (n == 0) break;
        got += std::size_t(n);
    }
    if (got == 0) return fail(message("it is empty: not even a file header is there"), fetch_again);
    if (!is_gzip(Bytes(raw_).first(got))) {
        store(raw_.data(), got);
        return {};
    }
    inflater_ = std::make_unique<Inflater>();
    auto outcome = inflater_->feed(Bytes(raw_).first(got), [this](Bytes out) { return store(out.data(), out.size()); });
    if (outcome == Inflater::Outcome::damaged)
        give_up({message("its gzip compression is damaged: %1", inflater_->reason()), fetch_again, 0});
    if (outcome == Inflater::Outcome::ended) source_ended_ = true;
    return {};
}

void CaptureBytes::interrupt() {
    std::uint64_t one = 1;
    if (wake_) (void)!::write(wake_.get(), &one, sizeof one);
}

/// Bytes read, 0 at the end, -EINTR when interrupted, else -errno.
long CaptureBytes::read_source(std::uint8_t* into, std::size_t size) {
    for (;;) {
        pollfd wait[2] = {{source_.get(), POLLIN, 0}, {wake_.get(), POLLIN, 0}};
        if (::poll(wait, 2, -1) < 0 && errno != EINTR) return -errno;
        if (wait[1].revents & POLLIN) {
            std::uint64_t drained;
            (void)!::read(wake_.get(), &drained, sizeof drained);
            return -EINTR;
        }
        if (!wait[0].revents) continue;
        ssize_t n = ::read(source_.get(), into, size);
        if (n > 0) taken_.fetch_add(std::uint64_t(n), std::memory_order_relaxed);
        if (n >= 0) return long(n);
        if (errno != EINTR && errno != EAGAIN) return -errno;
    }
}

bool CaptureBytes::fill(std::size_t end) {
    interrupted_ = false;
    while (available_ < end) {
        if (source_ended_ || trouble_) return false;
        if (!take_in()) return false;
    }
    return true;
}

bool CaptureBytes::take_in() {
    long n = read_source(raw_.data(), raw_.size());
    if (n == -EINTR) {
        interrupted_ = true;
        return false;
    }
    if (n < 0) {
        give_up({message("cannot read on: %1", errno_text(int(-n))), {}, int(-n)});
        return false;
    }
    if (n == 0) {
        source_ended_ = true;
        if (inflater_ && !inflater_->at_member_end()) give_up({message("its gzip compression is cut short"), use_before, 0});
        return !trouble_;
    }
    if (!inflater_) return store(raw_.data(), std::size_t(n));
    auto outcome = inflater_->feed(Bytes(raw_).first(std::size_t(n)), [this](Bytes out) { return store(out.data(), out.size()); });
    if (outcome == Inflater::Outcome::damaged)
        give_up({message("its gzip compression is damaged: %1", inflater_->reason()), use_before, 0});
    if (outcome == Inflater::Outcome::ended) source_ended_ = true;
    return !trouble_;
}

bool CaptureBytes::store(const std::uint8_t* bytes, std::size_t size) {
    if (size > reserved_ - available_) {
        give_up({message("it holds more than %1 MiB once it is read or decompressed", reserved_ >> 20),
                 message("decompress it to a file and open that"), EFBIG});
        return false;
    }
    while (size) {
        ssize_t n = ::pwrite(spool_.get(), bytes, size, off_t(available_));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            int code = n < 0 ? errno : ENOSPC;
            give_up({message("cannot keep what is read of it in %1: %2", default_spool_directory(), errno_text(code)),
                     message("free space there or choose another directory with TMPDIR"), code});
            return false;
        }
        available_ += std::size_t(n);
        bytes += n;
        size -= std::size_t(n);
    }
    return true;
}

void CaptureBytes::give_up(Error error) {
    if (!trouble_) trouble_ = std::move(error);
}

std::optional<Error> CaptureBytes::trouble() const {
    if (shortened()) return Error{message("somebody shortened it while it was read"), message("open it again"), 0};
    return trouble_;
}

}  // namespace sallyport
