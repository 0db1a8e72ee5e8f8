// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/pcapng_writer.h"
#include "capture_file/pcapng_format.h"
#include <algorithm>
#include <array>
#include <bit>

namespace sallyport {
namespace {

constexpr std::size_t longest_text = 0xfffc;  // an option's length has 16 bits

/// The if_tsresol byte of a resolution; that of nanoseconds where none says it exactly.
std::uint8_t resolution_of(std::uint64_t ticks_per_second) {
    if (ticks_per_second > 1'000'000'000) return 9;  // times are kept in nanoseconds; all of them fit
    for (std::uint8_t power = 0; power <= 9; power++)
        if (TickScale::ticks_of(power) == ticks_per_second) return power;
    if (std::has_single_bit(ticks_per_second)) return std::uint8_t(0x80 | std::countr_zero(ticks_per_second));
    return 9;
}

std::string_view shortened(std::string_view text) {
    if (text.size() <= longest_text) return text;
    std::size_t end = longest_text;
    while (end > 0 && (std::uint8_t(text[end]) & 0xc0) == 0x80) end--;  // not in the middle of a UTF-8 character
    return text.substr(0, end);
}

}  // namespace

void PcapngWriter::start_block(std::uint32_t type) {
    block_.clear();
    put(type);
    put(std::uint32_t(0));
}

Status PcapngWriter::end_block() {
    auto length = std::uint32_t(block_.size() + 4);
    std::memcpy(block_.data() + 4, &length, 4);
    put(length);
    return file_->write(block_);
}

template <class Number>
void PcapngWriter::put(Number number) {
    std::uint8_t bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    block_.insert(block_.end(), bytes, bytes + sizeof number);
}

void PcapngWriter::put(Bytes bytes) {
    block_.insert(block_.end(), bytes.begin(), bytes.end());
    block_.resize(pcapng::padded(block_.size()));
}

void PcapngWriter::put_option(std::uint16_t code, Bytes value) {
    put(code);
    put(std::uint16_t(value.size()));
    put(value);
}

void PcapngWriter::put_option(std::uint16_t code, std::string_view value) {
    value = shortened(value);
    put_option(code, Bytes(reinterpret_cast<const std::uint8_t*>(value.data()), value.size()));
}

Status PcapngWriter::begin() {
    if (begun_) return {};
    begun_ = true;
    start_block(pcapng::section_header);
    put(pcapng::byte_order_magic);
    put(std::uint16_t(1));
    put(std::uint16_t(0));
    put(std::uint64_t(~0ull));  // the section's length is not known
    put_option(pcapng::section_application, "Sallyport");
    put_option(pcapng::end_of_options, Bytes());
    return end_block();
}

Status PcapngWriter::describe(const std::vector<CaptureInterface>& interfaces) {
    while (interfaces_.size() < interfaces.size()) {
        interfaces_.push_back(interfaces[interfaces_.size()]);
        auto added = add(std::uint16_t(interfaces_.size() - 1), interfaces_.back().link_type);
        if (!added) return tl::unexpected(added.error());
    }
    return {};
}

Result<PcapngWriter::Described> PcapngWriter::described(std::uint16_t interface, LinkType link_type) {
    std::pair key(interface, link_type);
    if (last_ && key == last_key_) return *last_;
    auto found = described_.find(key);
    if (found == described_.end()) {
        if (auto added = add(interface, link_type); !added) return added;
        found = described_.find(key);
    }
    last_key_ = key;
    last_ = &found->second;
    return found->second;
}

Result<PcapngWriter::Described> PcapngWriter::add(std::uint16_t interface, LinkType link_type) {
    if (auto begun = begin(); !begun) return tl::unexpected(begun.error());
    CaptureInterface about;
    if (interface < interfaces_.size()) about = interfaces_[interface];
    std::uint8_t resolution = resolution_of(about.ticks_per_second);
    start_block(pcapng::interface_description);
    put(std::uint16_t(link_type));
    put(std::uint16_t(0));
    put(about.snap_length);
    if (!about.name.empty()) put_option(pcapng::interface_name, about.name);
    if (!about.description.empty()) put_option(pcapng::interface_text, about.description);
    put_option(pcapng::interface_resolution, Bytes(&resolution, 1));
    put_option(pcapng::end_of_options, Bytes());
    if (auto written = end_block(); !written) return tl::unexpected(written.error());
    Described entry{std::uint32_t(described_.size()), TickScale(TickScale::ticks_of(resolution))};
    return described_.insert_or_assign({interface, link_type}, entry).first->second;
}

Status PcapngWriter::write(const PacketToWrite& packet) {
    auto interface = described(packet.interface, packet.link_type);
    if (!interface) return tl::unexpected(interface.error());
    std::uint64_t ticks = interface->scale.ticks(packet.time);
    start_block(pcapng::enhanced_packet);
    put(interface->number);
    put(std::uint32_t(ticks >> 32));
    put(std::uint32_t(ticks));
    put(std::uint32_t(packet.bytes.size()));
    put(packet.original);
    put(packet.bytes);
    put_packet_options(packet);
    auto written = end_block();
    if (written) file_->mark();
    return written;
}

void PcapngWriter::put_packet_options(const PacketToWrite& packet) {
    std::size_t before = block_.size();
    std::uint32_t flags = packet.link_options & ~std::uint32_t(pcapng::flag_direction);
    if (packet.direction == Direction::in) flags |= pcapng::flag_in;
    if (packet.direction == Direction::out) flags |= pcapng::flag_out;
    auto option_of = [](auto number) {
        std::array<std::uint8_t, sizeof number> bytes;
        std::memcpy(bytes.data(), &number, sizeof number);
        return bytes;
    };
    if (flags) put_option(pcapng::packet_flags, option_of(flags));
    if (packet.judged) {
        std::array<std::uint8_t, 9> verdict{pcapng::verdict_kind};
        std::uint64_t number = packet.verdict == Verdict::accept ? pcapng::verdict_pass : pcapng::verdict_drop;
        std::memcpy(verdict.data() + 1, &number, 8);
        put_option(pcapng::packet_id, option_of(packet.id));
        put_option(pcapng::packet_queue, option_of(packet.queue));
        put_option(pcapng::packet_verdict, verdict);
    }
    for (const auto text : {packet.comment, packet.note})
        if (!text.empty()) put_option(pcapng::comment, text);
    if (block_.size() != before) put_option(pcapng::end_of_options, Bytes());
}

}  // namespace sallyport
