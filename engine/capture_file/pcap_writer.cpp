// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/pcap_writer.h"
#include <algorithm>
#include <cerrno>

namespace sallyport {
namespace {

struct FileHeader {
    std::uint32_t magic;
    std::uint16_t major = 2, minor = 4;
    std::uint32_t zone = 0, precision = 0;
    std::uint32_t snap_length, network;
};
struct PacketHeader {
    std::uint32_t seconds, fraction, captured, original;
};
static_assert(sizeof(FileHeader) == 24 && sizeof(PacketHeader) == 16);

template <class Header>
Bytes bytes_of(const Header& header) {
    return {reinterpret_cast<const std::uint8_t*>(&header), sizeof header};
}

}  // namespace

Status PcapWriter::describe(const std::vector<CaptureInterface>& interfaces) {
    if (begun_) return {};
    if (!interfaces.empty()) link_type_ = interfaces.front().link_type;
    for (auto& interface : interfaces) {
        nanoseconds_ = nanoseconds_ || interface.ticks_per_second > 1'000'000;
        snap_length_ = std::max(snap_length_, interface.snap_length);
    }
    return {};
}

Status PcapWriter::begin() {
    if (begun_) return {};
    begun_ = true;
    FileHeader header;
    header.magic = nanoseconds_ ? 0xa1b23c4d : 0xa1b2c3d4;
    header.snap_length = snap_length_ ? snap_length_ : 262144;
    header.network = std::uint32_t(link_type_);
    return file_->write(bytes_of(header));
}

Status PcapWriter::write(const PacketToWrite& packet) {
    if (!begun_) link_type_ = packet.link_type;
    if (auto begun = begin(); !begun) return begun;
    if (packet.link_type != link_type_)
        return fail(
            message("a pcap file holds packets of one link type, these have %1 and %2", unsigned(link_type_), unsigned(packet.link_type)),
            message("save them as pcapng"), EINVAL);
    std::int64_t ns = std::max<std::int64_t>(packet.time.ns, 0);
    PacketHeader header;
    header.seconds = std::uint32_t(ns / 1'000'000'000);  // unsigned: until 2106
    header.fraction = std::uint32_t(ns % 1'000'000'000) / (nanoseconds_ ? 1 : 1000);
    header.captured = std::uint32_t(packet.bytes.size());
    header.original = packet.original;
    if (auto written = file_->write(bytes_of(header)); !written) return written;
    auto written = file_->write(packet.bytes);
    if (written) file_->mark();
    return written;
}

}  // namespace sallyport
