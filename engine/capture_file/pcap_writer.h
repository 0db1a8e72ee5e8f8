// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "capture_file/capture_writer.h"

namespace sallyport {

/// Classic pcap, in this machine's byte order: one link type, that of the first packet; nanoseconds when an interface that was
/// described before the first packet counts finer than microseconds.
class PcapWriter final : public CaptureWriter {
public:
    explicit PcapWriter(std::unique_ptr<OutputFile> file) : CaptureWriter(std::move(file)) {}
    Status describe(const std::vector<CaptureInterface>& interfaces) override;
    Status write(const PacketToWrite& packet) override;

private:
    Status begin() override;

    bool begun_ = false, nanoseconds_ = false;
    LinkType link_type_ = LinkType::ethernet;
    std::uint32_t snap_length_ = 0;
};

}  // namespace sallyport
