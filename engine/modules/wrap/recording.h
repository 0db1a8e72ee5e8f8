// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "capture_file/capture_writer.h"
#include "modules/packet_module.h"
#include <atomic>
#include <mutex>
#include <optional>
#include <string>

namespace sallyport {

/// The capture file that all states of one recorded module write. Any thread; a lock a packet, which one state never waits for.
class Recording {
public:
    static Result<std::shared_ptr<Recording>> open(const std::string& path);
    /// Puts the file in place, unless no state ever began.
    ~Recording();
    Recording(const Recording&) = delete;

    void begin() { begun_.store(true); }
    /// The number in the file of an interface that a state tells of; one that several states know stands there once.
    std::uint16_t number_of(const CaptureInterface& interface);
    /// Writes a packet. The first error ends the recording: it stands in failure() from then on, and what was written is kept.
    void write(const PacketToWrite& packet);
    /// Hands what was written to the kernel.
    void flush();
    bool failed() const { return failed_.load(std::memory_order_relaxed); }
    Error failure() const;

private:
    explicit Recording(std::unique_ptr<CaptureWriter> writer) : writer_(std::move(writer)) {}
    void note(Status status);  // under mutex_

    mutable std::mutex mutex_;
    std::unique_ptr<CaptureWriter> writer_;
    std::vector<CaptureInterface> interfaces_;
    std::optional<Error> error_;
    std::atomic<bool> failed_{false}, begun_{false};
    std::int64_t flushed_ns_ = 0;  // steady clock
};

}  // namespace sallyport
