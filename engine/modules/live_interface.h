// SPDX-License-Identifier: GPL-3.0-or-later
// One interface that is captured from and sent on.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "modules/pcap_live_module.h"
#include "packet/packet_store.h"
#include "packet/spool_file.h"
#include <functional>
#include <memory>
#include <optional>
#include <pcap/pcap.h>

namespace sallyport {

/// One thread.
class LiveInterface {
public:
    struct Frame {
        Bytes bytes;  // valid during the call
        Timestamp time;
        std::uint32_t original = 0, mtu = 0;
        Direction direction = Direction::unknown;
    };
    using Take = std::function<void(const Frame&)>;

    static Result<std::unique_ptr<LiveInterface>> open(const std::string& name, const PcapLiveOptions& options);

    const CaptureInterface& description() const { return about_; }
    /// To be polled for reading; -1 where the device cannot: then look again every few milliseconds.
    int descriptor() const { return pcap_get_selectable_fd(pcap_.get()); }
    /// Takes what has come, at most `most` packets; how many there were. An error is final: the interface is gone.
    Result<int> take_batch(int most, const Take& take);
    /// Sends a frame as it stands, link layer and all.
    Status send(Bytes frame);
    std::uint64_t lost() const;  // since open()

private:
    struct ClosePcap {
        void operator()(pcap_t* pcap) const { pcap_close(pcap); }
    };
    explicit LiveInterface(std::string name) { about_.name = std::move(name); }
    Status activate(const PcapLiveOptions& options);
    Status cannot_activate(int code);
    Status set_filter(const std::string& filter);
    void prefer_cooked_v2();
    void learn_address();
    Direction direction_of(Bytes frame) const;
    std::uint32_t mtu_of(Bytes frame);
    std::uint32_t mtu_of_index(unsigned index);
    int dispatch(int most);
    bool exists() const;
    bool up() const;
    Error why_it_failed() const;
    static void on_packet(unsigned char* self, const pcap_pkthdr* header, const unsigned char* bytes);

    CaptureInterface about_;
    std::unique_ptr<pcap_t, ClosePcap> pcap_;
    OwnedFd sender_;      // a packet socket that receives nothing; also asked for the MTU
    unsigned index_ = 0;  // 0: "any"
    bool loopback_ = false, nanoseconds_ = false, down_ = false;
    std::uint8_t address_[6] = {};
    std::size_t address_size_ = 0;
    struct KnownMtu {
        unsigned index;
        std::uint32_t mtu;
    };
    std::vector<KnownMtu> mtus_;
    std::int64_t mtus_known_at_ = 0;  // ns; asked anew every second
    std::int64_t now_ = 0;            // time of the newest packet
    const Take* take_ = nullptr;
    std::optional<Error> failure_;  // told once what the ring still holds is read
};

}  // namespace sallyport
