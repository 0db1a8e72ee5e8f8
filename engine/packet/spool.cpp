// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/spool.h"
#include "packet/spool_file.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23  // linux/mman.h since 5.14
#endif

namespace sallyport {
namespace {

constexpr std::size_t populate_step = 512 * 1024;
constexpr std::size_t most_spares = 2;

tl::unexpected<Error> no_space(const std::string& directory, int code) {
    return fail(message("cannot keep packets in %1: %2", directory, errno_text(code)),
                message("free space there, lower the budget of the capture, or choose another directory with TMPDIR"), code);
}

}  // namespace

Result<std::unique_ptr<SpoolSegment>> SpoolSegment::make(const std::string& directory, std::size_t size) {
    auto fd = make_unlinked_file(directory);
    if (!fd) return tl::unexpected(fd.error());
    // Blocks are reserved now, so that a full disk shows here and not as SIGBUS in the middle of a packet.
    int code;
    do code = ::posix_fallocate(fd->get(), 0, off_t(size));
    while (code == EINTR);
    if (code) return no_space(directory, code);
    void* base = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd->get(), 0);
    if (base == MAP_FAILED) return no_space(directory, errno);
    return std::unique_ptr<SpoolSegment>(new SpoolSegment(static_cast<std::uint8_t*>(base), size));
}

SpoolSegment::~SpoolSegment() {
    guard_.reset();
    ::munmap(base_, size_);
}

int SpoolSegment::write(std::size_t at, Bytes bytes) {
    if (bytes.empty()) return 0;
    while (populated_ < at + bytes.size()) {
        std::size_t step = std::min(populate_step, size_ - populated_);
        // Old kernels answer EINVAL: then each page faults by itself, and the guard stands behind it.
        if (::madvise(base_ + populated_, step, MADV_POPULATE_WRITE) && errno != EINVAL && errno != EINTR && errno != EAGAIN)
            return errno == EFAULT ? ENOSPC : errno;
        populated_ += step;
    }
    std::memcpy(base_ + at, bytes.data(), bytes.size());
    return guard_->tripped() ? EIO : 0;
}

void SpoolSegment::rest() {
    ::madvise(base_, size_, MADV_DONTNEED);  // of a shared file mapping: forgets the page tables, not the bytes
    populated_ = 0;
}

Spool::Spool(std::string directory, std::size_t segment_size)
    : directory_(directory.empty() ? default_spool_directory() : std::move(directory)),
      segment_size_(segment_size),
      spares_(std::make_shared<Spares>()) {}

Result<std::shared_ptr<SpoolSegment>> Spool::fresh() {
    std::unique_ptr<SpoolSegment> segment;
    {
        std::lock_guard lock(spares_->mutex);
        if (!spares_->segments.empty()) {
            segment = std::move(spares_->segments.back());
            spares_->segments.pop_back();
        }
    }
    if (!segment) {
        auto made = SpoolSegment::make(directory_, segment_size_);
        if (!made) return tl::unexpected(made.error());
        segment = std::move(*made);
    }
    auto take_back = [spares = std::weak_ptr(spares_)](SpoolSegment* used) {
        std::unique_ptr<SpoolSegment> owner(used);
        if (auto alive = spares.lock()) {
            std::lock_guard lock(alive->mutex);
            if (alive->segments.size() < most_spares) alive->segments.push_back(std::move(owner));
        }
    };
    return std::shared_ptr<SpoolSegment>(segment.release(), take_back);
}

}  // namespace sallyport
