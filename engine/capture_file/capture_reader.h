// SPDX-License-Identifier: GPL-3.0-or-later
// Reads capture files: pcap and pcapng, plain or gzip, of either byte order. Packets are views into the mapped file.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "capture_file/capture_bytes.h"
#include "packet/packet_store.h"
#include "packet/saved_verdict.h"
#include <memory>
#include <string>
#include <vector>

namespace sallyport {

/// A packet of a capture file, as it stands there.
struct CapturedPacket {
    Bytes bytes;                  // in CaptureReader::memory()
    Timestamp time;               // 0 where the file gives none (simple packet blocks)
    std::uint32_t original = 0;   // bytes on the wire, as the file says
    std::uint16_t interface = 0;  // index among CaptureReader::interfaces()
    LinkType link_type = LinkType::ethernet;
    Direction direction = Direction::unknown;
    std::uint16_t link_options = 0;  // low half of epb_flags without the direction (FCS length, reception type)
    std::uint8_t queue = 0;          // epb_queue
    SavedVerdict saved;              // its text is in CaptureReader::memory()
    std::string comment;             // other comments, a line each
};

/// One reader, one thread; interrupt() from any.
class CaptureReader {
public:
    enum class Step : std::uint8_t {
        packet,
        end,          // of the file, at the end of a record
        interrupted,  // interrupt() was called while it waited for a pipe; the next call goes on
        fault,        // damaged or cut short here: fault() says what and where; all before it was delivered
    };

    /// `path`: a file, a named pipe, or "-". Fails when it is no capture file at all; errors name the path.
    static Result<std::unique_ptr<CaptureReader>> open(const std::string& path);
    virtual ~CaptureReader() = default;
    CaptureReader(const CaptureReader&) = delete;
    CaptureReader& operator=(const CaptureReader&) = delete;

    /// The next packet. After `end` or `fault` every further call returns the same.
    virtual Step next(CapturedPacket& out) = 0;
    const Error& fault() const { return fault_; }
    /// Grows while reading: pcapng files may describe an interface just before its first packet.
    const std::vector<CaptureInterface>& interfaces() const { return interfaces_; }

    const std::shared_ptr<CaptureBytes>& memory() const { return bytes_; }
    std::uint64_t position() const { return at_; }  // of the reader in the (decompressed) bytes

protected:
    CaptureReader(std::string name, std::shared_ptr<CaptureBytes> bytes) : bytes_(std::move(bytes)), name_(std::move(name)) {}
    const std::uint8_t* at(std::size_t offset) const { return bytes_->data() + offset; }
    /// Why [at_, end) is not there: interrupted, trouble of the stream, or the file is cut short in `what`.
    Step missing(std::size_t end, Words what);
    Step fail_here(const Message& what);

    std::shared_ptr<CaptureBytes> bytes_;
    std::string name_;
    std::size_t at_ = 0;
    std::uint64_t packets_ = 0;  // delivered so far
    std::vector<CaptureInterface> interfaces_;
    Error fault_;
    bool broken_ = false;
};

/// The largest packet that a file of this link type can hold; larger ones mean that the file is damaged.
std::uint32_t largest_packet(std::uint32_t link_type);

}  // namespace sallyport
