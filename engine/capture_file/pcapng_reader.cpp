// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/pcapng_reader.h"
#include "capture_file/pcapng_format.h"
#include "capture_file/verdict_comment.h"
#include <algorithm>
#include <cerrno>

namespace sallyport {
namespace {

std::string text_of(Bytes value) {
    auto end = std::find(value.begin(), value.end(), 0);  // some writers count a terminating zero
    return std::string(value.begin(), end);
}

std::string hex(std::uint32_t value) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "0x00000000";
    for (int i = 9; i > 1; i--, value >>= 4) text[std::size_t(i)] = digits[value & 15];
    return text;
}

}  // namespace

bool PcapngReader::recognises(Bytes start) {
    static constexpr std::uint8_t section[4] = {0x0a, 0x0d, 0x0d, 0x0a};  // the same in both byte orders
    return start.size() >= 4 && std::equal(section, section + 4, start.begin());
}

Result<std::unique_ptr<CaptureReader>> PcapngReader::make(const std::string& name, std::shared_ptr<CaptureBytes> bytes) {
    std::unique_ptr<PcapngReader> reader(new PcapngReader(name, std::move(bytes)));
    BlockView block;  // the first section's header: without it, it is no capture file
    auto step = reader->next_block(block);
    if (step == Step::packet && block.type == pcapng::section_header) step = reader->read_section(block);
    if (step == Step::fault) return tl::unexpected(reader->fault_);
    if (step == Step::packet) return fail(message("%1: it does not begin with a section header", name));
    if (step == Step::interrupted) return fail(message("%1: interrupted", name), {}, EINTR);
    reader->at_ += block.size;
    reader->read_first_interfaces();
    return reader;
}

/// Those that stand before the first packet, as far as no pipe must be waited for: so they are known from the start.
void PcapngReader::read_first_interfaces() {
    while (at_ + pcapng::least_block <= bytes_->available()) {
        std::uint32_t type = u32(at(at_)), length = u32(at(at_) + 4);
        if (type != pcapng::interface_description || length > bytes_->available() - at_) return;
        BlockView block;
        if (next_block(block) != Step::packet || read_interface(block) == Step::fault) return;
        at_ += block.size;
    }
}

CaptureReader::Step PcapngReader::next(CapturedPacket& out) {
    if (broken_) return Step::fault;
    for (;;) {
        BlockView block;
        if (auto step = next_block(block); step != Step::packet) return step;
        auto step = read_block(block, out);
        if (step == Step::fault) return step;
        at_ += block.size;
        if (step == Step::packet) {
            packets_++;
            return step;
        }
    }
}

/// Finds the whole block that begins at at_; `packet` when it is there.
CaptureReader::Step PcapngReader::next_block(BlockView& block) {
    if (!bytes_->ensure(at_ + pcapng::least_block)) return missing(at_ + pcapng::least_block, words("a block's header"));
    const std::uint8_t* start = at(at_);
    block.type = u32(start);
    if (recognises(Bytes(start, 4))) {  // a section says its byte order itself
        block.type = pcapng::section_header;
        std::uint32_t magic;
        std::memcpy(&magic, start + 8, 4);
        if (magic != pcapng::byte_order_magic && __builtin_bswap32(magic) != pcapng::byte_order_magic)
            return fail_here(
                message("a section header has the byte-order mark %1, not 0x1a2b3c4d; the file is damaged here", hex(u32(start + 8))));
        swapped_ = magic != pcapng::byte_order_magic;
    }
    std::uint32_t length = u32(start + 4);
    if (length < pcapng::least_block)
        return fail_here(
            message("a block of type %1 says it has %2 bytes, the least is 12; the file is damaged here", hex(block.type), length));
    block.size = pcapng::padded(length);
    if (!bytes_->ensure(at_ + block.size)) return missing(at_ + block.size, words("a block"));
    if (bytes_->shortened()) return missing(at_ + block.size, words("a block"));
    if (std::uint32_t again = u32(start + block.size - 4); again != length && pcapng::padded(again) != block.size)
        return fail_here(message("a block says it has %1 bytes at its begin and %2 at its end; the file is damaged here", length, again));
    block.body = start + 8;
    block.body_size = block.size - pcapng::least_block;
    return Step::packet;
}

CaptureReader::Step PcapngReader::read_block(const BlockView& block, CapturedPacket& out) {
    switch (block.type) {
        case pcapng::enhanced_packet: return read_enhanced(block, out);
        case pcapng::section_header: return read_section(block);
        case pcapng::interface_description: return read_interface(block);
        case pcapng::simple_packet: return read_simple(block, out);
        case pcapng::packet_obsolete: return read_obsolete(block, out);
        default: return Step::end;  // statistics, names, secrets, custom: nothing of theirs is a packet
    }
}

CaptureReader::Step PcapngReader::too_short(Words kind, std::size_t least) {
    return fail_here(message("%1 is shorter than the %2 bytes that it must have; the file is damaged here", kind, least));
}

/// Calls take(code, value) for each option, which returns what is wrong with it, or no words.
template <class Take>
CaptureReader::Step PcapngReader::read_options(const std::uint8_t* at, std::size_t size, Take take) {
    while (size >= 4) {
        std::uint16_t code = u16(at), length = u16(at + 2);
        std::size_t whole = 4 + pcapng::padded(length);
        if (whole > size) return fail_here(message("an option of %1 bytes does not fit in its block; the file is damaged here", length));
        if (code == pcapng::end_of_options) break;
        take(code, Bytes(at + 4, length));
        at += whole;
        size -= whole;
    }
    return Step::end;
}

CaptureReader::Step PcapngReader::read_section(const BlockView& block) {
    if (block.body_size < 16) return too_short(words("a section header"), 28);
    std::uint16_t major = u16(block.body + 4), minor = u16(block.body + 6);
    if (major != 1 || (minor != 0 && minor != 2))  // 1.2 is what some writers say and means 1.0 (pcapng, 4.1)
        return fail_here(message("pcapng version %1.%2 is not known; 1.0 is usual", major, minor));
    section_.clear();
    sections_++;
    return read_options(block.body + 16, block.body_size - 16, [](std::uint16_t, Bytes) {});
}

CaptureReader::Step PcapngReader::read_interface(const BlockView& block) {
    if (block.body_size < 8) return too_short(words("an interface description"), 20);
    CaptureInterface interface;
    interface.link_type = LinkType(u16(block.body));
    interface.snap_length = u32(block.body + 4);
    interface.section = sections_;
    interface.in_section = std::uint32_t(section_.size());
    std::uint64_t ticks = 1'000'000;
    std::int64_t offset = 0;
    auto step = read_options(block.body + 8, block.body_size - 8, [&](std::uint16_t code, Bytes value) {
        if (code == pcapng::interface_name) interface.name = text_of(value);
        if (code == pcapng::interface_text) interface.description = text_of(value);
        if (code == pcapng::interface_resolution && value.size() == 1) ticks = TickScale::ticks_of(value[0]);
        if (code == pcapng::interface_offset && value.size() == 8) offset = std::int64_t(u64(value.data()));
    });
    if (step == Step::fault) return step;
    interface.ticks_per_second = ticks ? ticks : 1'000'000'000;
    SectionInterface entry{0, interface.link_type, interface.snap_length, largest_packet(std::uint16_t(interface.link_type)),
                           TickScale(ticks, offset)};
    if (interfaces_.size() < 0xffff) interfaces_.push_back(std::move(interface));  // further ones share the last place
    entry.index = std::uint16_t(interfaces_.size() - 1);
    section_.push_back(entry);
    return Step::end;
}

CaptureReader::Step PcapngReader::unknown_interface(std::uint32_t number) {
    return fail_here(
        message("a packet is of interface %1, but the section has described %2; the file is damaged here", number, section_.size()));
}

/// Fills `out` with the packet whose bytes follow the `header` bytes of the block.
CaptureReader::Step PcapngReader::deliver(const BlockView& block, std::size_t header, std::uint32_t captured, const SectionInterface& from,
                                          CapturedPacket& out) {
    if (captured > block.body_size - header)
        return fail_here(message("a packet of %1 bytes does not fit in its block of %2; the file is damaged here", captured, block.size));
    if (captured > from.largest)
        return fail_here(
            message("a packet says it has %1 bytes, a packet has at most %2; the file is damaged here", captured, from.largest));
    out.bytes = Bytes(block.body + header, captured);
    out.interface = from.index;
    out.link_type = from.link_type;
    out.direction = Direction::unknown;
    out.link_options = 0;
    out.queue = 0;
    out.saved = {};
    out.comment.clear();
    std::size_t used = header + pcapng::padded(captured);
    if (block.type == pcapng::simple_packet || block.body_size < used + 4) return Step::packet;
    return read_packet_options(block.body + used, block.body_size - used, out);
}

namespace {
/// The first that tells a verdict is taken for that, others are somebody's notes.
void add_comment(Bytes value, std::optional<VerdictComment>& verdict, std::string& notes) {
    const std::string_view text(reinterpret_cast<const char*>(value.data()), value.size());
    if (!verdict && (verdict = read_verdict_comment(text))) return;
    if (!notes.empty()) notes += '\n';
    notes += text;
}
}  // namespace

/// An option of a wrong length tells nothing: the packet is as good without it.
CaptureReader::Step PcapngReader::read_packet_options(const std::uint8_t* at, std::size_t size, CapturedPacket& out) {
    std::optional<Verdict> verdict;
    std::optional<VerdictComment> comment;
    auto step = read_options(at, size, [&](std::uint16_t code, Bytes value) {
        switch (code) {
            case pcapng::comment: add_comment(value, comment, out.comment); break;
            case pcapng::packet_flags: {
                if (value.size() != 4) break;
                std::uint32_t flags = u32(value.data()), way = flags & pcapng::flag_direction;
                out.direction = way == pcapng::flag_in ? Direction::in : way == pcapng::flag_out ? Direction::out : Direction::unknown;
                out.link_options = std::uint16_t(flags & ~std::uint32_t(pcapng::flag_direction));
                break;
            }
            case pcapng::packet_queue:
                if (value.size() == 4) out.queue = std::uint8_t(std::min<std::uint32_t>(u32(value.data()), 255));
                else if (value.size() == 9) verdict = kernel_verdict(value);  // Wireshark's tools write verdicts under this number
                break;
            case pcapng::packet_verdict: verdict = kernel_verdict(value); break;
            default: break;
        }
    });
    if (step == Step::fault) return step;
    if (verdict && comment && comment->saved.verdict == *verdict) {  // a verdict that is told twice differently is nobody's
        out.saved = comment->saved;
        if (comment->forwarded) out.direction = Direction::forward;
    }
    return Step::packet;
}

/// That of an epb_verdict as we write it; others name verdicts that we do not have.
std::optional<Verdict> PcapngReader::kernel_verdict(Bytes option) const {
    if (option.size() != 9 || option[0] != pcapng::verdict_kind) return {};
    switch (u64(option.data() + 1)) {
        case pcapng::verdict_pass: return Verdict::accept;
        case pcapng::verdict_drop: return Verdict::drop;
        default: return {};
    }
}

CaptureReader::Step PcapngReader::read_enhanced(const BlockView& block, CapturedPacket& out) {
    constexpr std::size_t header = 20;
    if (block.body_size < header) return too_short(words("a packet block"), 32);
    std::uint32_t number = u32(block.body);
    if (number >= section_.size()) return unknown_interface(number);
    const SectionInterface& from = section_[number];
    out.time = from.scale.time(std::uint64_t(u32(block.body + 4)) << 32 | u32(block.body + 8));
    out.original = u32(block.body + 16);
    return deliver(block, header, u32(block.body + 12), from, out);
}

CaptureReader::Step PcapngReader::read_obsolete(const BlockView& block, CapturedPacket& out) {
    constexpr std::size_t header = 20;
    if (block.body_size < header) return too_short(words("a packet block"), 32);
    std::uint32_t number = u16(block.body);
    if (number >= section_.size()) return unknown_interface(number);
    const SectionInterface& from = section_[number];
    out.time = from.scale.time(std::uint64_t(u32(block.body + 4)) << 32 | u32(block.body + 8));
    out.original = u32(block.body + 16);
    return deliver(block, header, u32(block.body + 12), from, out);
}

CaptureReader::Step PcapngReader::read_simple(const BlockView& block, CapturedPacket& out) {
    constexpr std::size_t header = 4;
    if (block.body_size < header) return too_short(words("a simple packet block"), 16);
    if (section_.empty()) return unknown_interface(0);
    const SectionInterface& from = section_.front();
    std::uint32_t length = u32(block.body);
    out.time = {};
    out.original = length;
    return deliver(block, header, from.snap_length ? std::min(length, from.snap_length) : length, from, out);
}

}  // namespace sallyport
