// SPDX-License-Identifier: GPL-3.0-or-later
// Writes capture files: pcapng with what we know of each packet, and classic pcap.
#pragma once
#include "base/timestamp.h"
#include "capture_file/capture_format.h"
#include "capture_file/output_file.h"
#include "packet/packet_store.h"
#include <memory>
#include <string_view>
#include <vector>

namespace sallyport {

struct PacketToWrite {
    Bytes bytes;
    Timestamp time;
    std::uint32_t original = 0;   // bytes on the wire
    std::uint16_t interface = 0;  // index among the described interfaces
    LinkType link_type = LinkType::ethernet;
    Direction direction = Direction::unknown;
    std::uint16_t link_options = 0;  // of epb_flags
    bool judged = false;             // id, queue and verdict are written too
    Verdict verdict = Verdict::accept;
    std::uint64_t id = 0;
    std::uint32_t queue = 0;
    std::string_view comment, note;  // that of the verdict, and somebody's; empty: none
};

/// One thread. Errors are those of the OutputFile, and sticky.
class CaptureWriter {
public:
    static std::unique_ptr<CaptureWriter> make(std::unique_ptr<OutputFile> file, CaptureFormat format);
    virtual ~CaptureWriter() = default;
    CaptureWriter(const CaptureWriter&) = delete;
    CaptureWriter& operator=(const CaptureWriter&) = delete;

    /// Tells all interfaces known so far, in the order of their indices; call it again when there are more.
    virtual Status describe(const std::vector<CaptureInterface>& interfaces) = 0;
    virtual Status write(const PacketToWrite& packet) = 0;
    /// Writes what is still buffered to the file.
    Status flush() { return file_->flush(); }
    /// Ends the file and puts it in place. Without it, nothing of it remains.
    Status finish();
    /// What an error of write() or finish() becomes when the packets before it shall not be lost with it: they stay in the file,
    /// and the error tells how many and where.
    Error salvage(Error error);

protected:
    explicit CaptureWriter(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {}
    /// Whatever must stand in a file without packets.
    virtual Status begin() = 0;
    std::unique_ptr<OutputFile> file_;
};

}  // namespace sallyport
