// SPDX-License-Identifier: GPL-3.0-or-later
// Segments of disk space, mapped: what the store writes the bytes of live packets into.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "packet/bus_guard.h"
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sallyport {

/// One mapped, unlinked file of fixed size. Written by one thread at a time, front to back; what was written never changes.
class SpoolSegment {
public:
    static Result<std::unique_ptr<SpoolSegment>> make(const std::string& directory, std::size_t size);
    ~SpoolSegment();
    SpoolSegment(const SpoolSegment&) = delete;
    SpoolSegment& operator=(const SpoolSegment&) = delete;

    const std::uint8_t* data() const { return base_; }
    std::size_t size() const { return size_; }
    /// Copies `bytes` to `at`. Fails, with an errno, when the disk does not give the space; never by a signal.
    int write(std::size_t at, Bytes bytes);
    /// It is full: its pages leave this process's memory until somebody reads them; the kernel writes them to disk as it sees fit.
    void rest();

private:
    SpoolSegment(std::uint8_t* base, std::size_t size) : base_(base), size_(size) { guard_.emplace(base, size, true); }
    std::uint8_t* base_;
    std::size_t size_;
    std::size_t populated_ = 0;  // [0, populated_) has its pages: writing there cannot fault
    std::optional<BusGuard> guard_;
};

/// Makes segments and takes them back when their last reader lets go of them, to be used again: a rolling spool runs in
/// the same few files. Any thread.
class Spool {
public:
    Spool(std::string directory, std::size_t segment_size);
    Result<std::shared_ptr<SpoolSegment>> fresh();
    std::size_t segment_size() const { return segment_size_; }

private:
    struct Spares {
        std::mutex mutex;
        std::vector<std::unique_ptr<SpoolSegment>> segments;  // at most two
    };
    std::string directory_;
    std::size_t segment_size_;
    std::shared_ptr<Spares> spares_;
};

}  // namespace sallyport
