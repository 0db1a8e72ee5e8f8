// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "capture_file/capture_reader.h"

namespace sallyport {

/// The classic format (draft-ietf-opsawg-pcap), micro- and nanoseconds, and the modified one of old Linux tcpdumps.
class PcapReader final : public CaptureReader {
public:
    static bool recognises(Bytes start);
    static Result<std::unique_ptr<CaptureReader>> make(const std::string& name, std::shared_ptr<CaptureBytes> bytes);
    Step next(CapturedPacket& out) override;

private:
    /// Which of the two lengths stands first: files of versions before 2.3 have them the other way round, 2.3 both ways.
    enum class Lengths : std::uint8_t { captured_first, original_first, smaller_first };
    using CaptureReader::CaptureReader;

    bool swapped_ = false;
    Lengths lengths_ = Lengths::captured_first;
    std::uint8_t header_size_ = 16;
    std::uint32_t fraction_ns_ = 1000;
    std::uint32_t largest_ = 262144;
    LinkType link_type_ = LinkType::ethernet;
};

}  // namespace sallyport
