// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/pcap_reader.h"
#include <bit>
#include <utility>

namespace sallyport {
namespace {

constexpr std::uint32_t magic_micro = 0xa1b2c3d4, magic_nano = 0xa1b23c4d, magic_modified = 0xa1b2cd34;
constexpr std::size_t file_header_size = 24;

std::uint32_t number(const std::uint8_t* at, bool swapped) {
    std::uint32_t value;
    std::memcpy(&value, at, 4);
    return swapped ? __builtin_bswap32(value) : value;
}

bool is_magic(std::uint32_t value) { return value == magic_micro || value == magic_nano || value == magic_modified; }

}  // namespace

bool PcapReader::recognises(Bytes start) {
    return start.size() >= 4 && (is_magic(number(start.data(), false)) || is_magic(number(start.data(), true)));
}

Result<std::unique_ptr<CaptureReader>> PcapReader::make(const std::string& name, std::shared_ptr<CaptureBytes> bytes) {
    if (!bytes->ensure(file_header_size))
        return fail(message("%1: the file header is cut short: %2 of 24 bytes are there", name, bytes->available()),
                    message("copy or capture it again"));
    const std::uint8_t* header = bytes->data();
    std::unique_ptr<PcapReader> reader(new PcapReader(name, std::move(bytes)));
    reader->swapped_ = !is_magic(number(header, false));
    std::uint32_t magic = number(header, reader->swapped_);
    std::uint32_t versions = number(header + 4, reader->swapped_);  // two numbers of 16 bits, in the file's order
    bool little = reader->swapped_ != (std::endian::native == std::endian::little);
    auto major = std::uint16_t(little ? versions : versions >> 16), minor = std::uint16_t(little ? versions >> 16 : versions);
    if (major < 2) return fail(message("%1: pcap version %2.%3 is not known; 2.4 is usual", name, major, minor));
    if (major == 543 || minor < 3) reader->lengths_ = Lengths::original_first;
    else if (minor == 3) reader->lengths_ = Lengths::smaller_first;
    if (magic == magic_modified) reader->header_size_ = 24;
    if (magic == magic_nano) reader->fraction_ns_ = 1;
    std::uint32_t network = number(header + 20, reader->swapped_) & 0x03ffffff;  // the rest: length of the frame check sequence
    reader->link_type_ = LinkType(network);
    reader->largest_ = largest_packet(network);
    CaptureInterface interface;
    interface.numbered = false;
    interface.link_type = reader->link_type_;
    interface.snap_length = number(header + 16, reader->swapped_);
    interface.ticks_per_second = magic == magic_nano ? 1'000'000'000 : 1'000'000;
    reader->interfaces_.push_back(std::move(interface));
    reader->at_ = file_header_size;
    return reader;
}

CaptureReader::Step PcapReader::next(CapturedPacket& out) {
    if (broken_) return Step::fault;
    if (!bytes_->ensure(at_ + header_size_)) return missing(at_ + header_size_, words("a packet's header"));
    const std::uint8_t* header = at(at_);
    std::uint32_t captured = number(header + 8, swapped_), original = number(header + 12, swapped_);
    if (lengths_ == Lengths::original_first || (lengths_ == Lengths::smaller_first && captured > original)) std::swap(captured, original);
    if (captured > largest_)
        return fail_here(
            message("the packet's header says %1 bytes, a packet has at most %2; the file is damaged here", captured, largest_));
    std::size_t end = at_ + header_size_ + captured;
    if (!bytes_->ensure(end)) return missing(end, words("a packet"));
    if (bytes_->shortened()) return missing(end, words("a packet"));
    out.bytes = Bytes(header + header_size_, captured);
    out.time.ns = std::int64_t(number(header, swapped_)) * 1'000'000'000 + std::int64_t(number(header + 4, swapped_)) * fraction_ns_;
    out.original = original;
    out.interface = 0;
    out.link_type = link_type_;
    out.direction = Direction::unknown;
    out.link_options = 0;
    out.queue = 0;
    at_ = end;
    packets_++;
    return Step::packet;
}

}  // namespace sallyport
