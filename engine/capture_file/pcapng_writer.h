// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "capture_file/capture_writer.h"
#include "capture_file/tick_scale.h"
#include <map>

namespace sallyport {

/// One section, in this machine's byte order. An interface is described once for each link type that its packets have.
class PcapngWriter final : public CaptureWriter {
public:
    explicit PcapngWriter(std::unique_ptr<OutputFile> file) : CaptureWriter(std::move(file)) {}
    Status describe(const std::vector<CaptureInterface>& interfaces) override;
    Status write(const PacketToWrite& packet) override;

private:
    struct Described {
        std::uint32_t number;
        TickScale scale;
    };
    Status begin() override;
    Result<Described> described(std::uint16_t interface, LinkType link_type);
    Result<Described> add(std::uint16_t interface, LinkType link_type);
    void put_packet_options(const PacketToWrite& packet);

    void start_block(std::uint32_t type);
    Status end_block();
    template <class Number>
    void put(Number number);
    void put(Bytes bytes);  // padded
    void put_option(std::uint16_t code, Bytes value);
    void put_option(std::uint16_t code, std::string_view value);

    bool begun_ = false;
    std::vector<CaptureInterface> interfaces_;
    std::map<std::pair<std::uint16_t, LinkType>, Described> described_;
    std::pair<std::uint16_t, LinkType> last_key_{};
    const Described* last_ = nullptr;
    ByteBuffer block_;
};

}  // namespace sallyport
