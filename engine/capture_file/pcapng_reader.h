// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "capture_file/capture_reader.h"
#include "capture_file/tick_scale.h"
#include <optional>

namespace sallyport {

/// pcapng (draft-ietf-opsawg-pcapng): any number of sections and interfaces; enhanced, simple and obsolete packet blocks.
class PcapngReader final : public CaptureReader {
public:
    static bool recognises(Bytes start);
    static Result<std::unique_ptr<CaptureReader>> make(const std::string& name, std::shared_ptr<CaptureBytes> bytes);
    Step next(CapturedPacket& out) override;

private:
    /// An interface of the section that is being read.
    struct SectionInterface {
        std::uint16_t index;  // among interfaces()
        LinkType link_type;
        std::uint32_t snap_length, largest;
        TickScale scale;
    };
    struct BlockView {
        std::uint32_t type = 0;
        std::size_t size = 0;  // of the whole block, padded
        const std::uint8_t* body = nullptr;
        std::size_t body_size = 0;  // without type, lengths and padding of the block
    };

    using CaptureReader::CaptureReader;
    void read_first_interfaces();
    Step next_block(BlockView& block);
    Step read_block(const BlockView& block, CapturedPacket& out);
    Step read_section(const BlockView& block);
    Step read_interface(const BlockView& block);
    Step read_enhanced(const BlockView& block, CapturedPacket& out);
    Step read_obsolete(const BlockView& block, CapturedPacket& out);
    Step read_simple(const BlockView& block, CapturedPacket& out);
    Step deliver(const BlockView& block, std::size_t header, std::uint32_t captured, const SectionInterface& from, CapturedPacket& out);
    Step read_packet_options(const std::uint8_t* at, std::size_t size, CapturedPacket& out);
    std::optional<Verdict> kernel_verdict(Bytes option) const;
    Step unknown_interface(std::uint32_t number);
    Step too_short(Words kind, std::size_t least);
    template <class Take>
    Step read_options(const std::uint8_t* at, std::size_t size, Take take);

    std::uint16_t u16(const std::uint8_t* at) const {
        std::uint16_t value;
        std::memcpy(&value, at, 2);
        return swapped_ ? __builtin_bswap16(value) : value;
    }
    std::uint32_t u32(const std::uint8_t* at) const {
        std::uint32_t value;
        std::memcpy(&value, at, 4);
        return swapped_ ? __builtin_bswap32(value) : value;
    }
    std::uint64_t u64(const std::uint8_t* at) const {
        std::uint64_t value;
        std::memcpy(&value, at, 8);
        return swapped_ ? __builtin_bswap64(value) : value;
    }

    bool swapped_ = false;
    std::vector<SectionInterface> section_;
    std::uint32_t sections_ = 0;  // begun so far
};

}  // namespace sallyport
