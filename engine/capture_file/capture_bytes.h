// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a capture file, mapped: a plain file as it is; gzip and pipes by way of an unlinked temporary file that
// grows as far as the reader asks. Addresses never move, so packets are views into it.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "packet/bus_guard.h"
#include "packet/spool_file.h"
#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace sallyport {

class Inflater;

class CaptureBytes {
public:
    /// `path`: a file, a named pipe, or "-" for standard input. Waits for the first bytes of a pipe.
    static Result<std::shared_ptr<CaptureBytes>> open(const std::string& path);
    ~CaptureBytes();
    CaptureBytes(const CaptureBytes&) = delete;
    CaptureBytes& operator=(const CaptureBytes&) = delete;

    const std::uint8_t* data() const { return base_; }
    std::size_t available() const { return available_; }
    /// Makes [0, end) available. False when there is less, or when interrupted() or trouble() say why.
    bool ensure(std::size_t end) { return end <= available_ || (streamed_ && fill(end)); }
    /// What ended the bytes before their end: damaged compression, a full disk, the file changed while it was read.
    std::optional<Error> trouble() const;
    /// True when the file on disk became shorter than what is mapped: bytes read since may be zeros.
    bool shortened() const { return guard_ && guard_->tripped(); }
    /// True after an ensure() that interrupt() cut short; the next ensure() goes on.
    bool interrupted() const { return interrupted_; }
    /// From any thread: ends an ensure() that waits, or the next one.
    void interrupt();

    /// The memory that any of its bytes may ever lie in.
    Bytes whole() const { return {base_, reserved_}; }
    /// Of the file on disk, compressed or not; 0 for pipes. From any thread.
    std::uint64_t file_size() const { return file_size_; }
    /// How much of file_size() has been taken in, where the reader stands at `at`. From any thread.
    std::uint64_t file_done(std::uint64_t at) const { return streamed_ ? taken_.load(std::memory_order_relaxed) : at; }
    bool compressed() const { return inflater_ != nullptr; }

private:
    CaptureBytes() = default;
    Status map_file(int fd, std::size_t size);
    Status start_stream(OwnedFd source);
    bool fill(std::size_t end);
    bool take_in();
    bool store(const std::uint8_t* bytes, std::size_t size);
    long read_source(std::uint8_t* into, std::size_t size);
    void give_up(Error error);

    const std::uint8_t* base_ = nullptr;
    std::size_t available_ = 0, reserved_ = 0;
    std::uint64_t file_size_ = 0;
    std::atomic<std::uint64_t> taken_{0};
    bool streamed_ = false, source_ended_ = false, interrupted_ = false;
    OwnedFd source_, spool_, wake_;
    std::unique_ptr<Inflater> inflater_;
    ByteBuffer raw_;
    std::optional<Error> trouble_;
    std::optional<BusGuard> guard_;
};

}  // namespace sallyport
