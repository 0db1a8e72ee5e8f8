// SPDX-License-Identifier: GPL-3.0-or-later
// Saving packets of a store to a capture file, also while it grows. Any thread.
#pragma once
#include "base/result.h"
#include "capture_file/capture_format.h"
#include "packet/packet_store.h"
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sallyport {

struct SaveOptions {
    CaptureFormat format = CaptureFormat::pcapng;
    bool gzip = false;
    std::function<std::string(std::uint32_t rule_id)> rule_text;  // for the comment that tells the verdict; may be empty
};
/// Writes packets [from, to) (or just those listed in `only`, ascending) to a temporary file beside `path` and renames it over
/// `path` at the end: a full disk or a cancel leaves no half file and destroys nothing. `progress` (0 … 1) may be called from the
/// calling thread; `cancel` stops it. Returns the number of packets written. `comments_left_out`: as of PacketSaver.
Result<std::size_t> save_packets(const PacketStore& store, const std::string& path, std::size_t from, std::size_t to,
                                 const std::vector<std::uint32_t>* only, const SaveOptions& options,
                                 const std::function<void(double)>& progress = {}, const std::atomic<bool>* cancel = nullptr,
                                 std::size_t* comments_left_out = nullptr);

/// Saving as packets come, for captures that may outgrow their store. One thread. A regular file grows under its name, or,
/// where another one stands, beside it until finish(); without that, nothing of it remains. The first error (a full disk) ends
/// it: what was saved before stays, and the error says where.
class PacketSaver {
public:
    /// The store must outlive it.
    static Result<PacketSaver> open(const PacketStore& store, const std::string& path, SaveOptions options);
    PacketSaver(PacketSaver&&) noexcept;
    ~PacketSaver();
    /// Appends packets [from, to), or just those of `only` (ascending) among them; those that the store dropped already are missing.
    Status save(std::size_t from, std::size_t to, const std::vector<std::uint32_t>* only = nullptr);
    /// Hands what was saved to the kernel: for readers of a pipe.
    Status flush();
    Status finish();
    std::size_t packets() const;
    std::size_t comments_left_out() const;  // packets whose comment somebody wrote, in a format that keeps none (pcap)
    std::uint64_t bytes() const;            // of packets, without what the format adds

private:
    struct Impl;
    explicit PacketSaver(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
