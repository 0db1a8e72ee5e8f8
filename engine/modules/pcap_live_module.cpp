// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/pcap_live_module.h"
#include "base/program_path.h"
#include "modules/live_interface.h"
#include "modules/pooled_state.h"
#include "modules/sent_frames.h"
#include <algorithm>
#include <cerrno>
#include <deque>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace sallyport {
namespace {

using Ids = std::shared_ptr<std::atomic<std::uint64_t>>;
constexpr int batch = 64;             // packets taken from one interface before the next is looked at
constexpr int longest_wait_ms = 500;  // statistics are asked for at least that often
constexpr int wait_without_descriptor_ms = 20;
constexpr std::int64_t statistics_stay_ns = 200'000'000;

class PcapLiveState final : public PooledState {
public:
    PcapLiveState(Ids ids, std::vector<std::unique_ptr<LiveInterface>> interfaces);

    Received receive() override;
    void interrupt() override {
        std::uint64_t one = 1;
        interrupted_.store(true);
        (void)!::write(wake_.get(), &one, sizeof one);
    }
    std::vector<CaptureInterface> interfaces() const override { return about_; }
    ModuleStatistics statistics() const override;

private:
    Status carry_out(PooledPacket&, Verdict) override { return {}; }
    Status send_out(PooledPacket& packet, bool own_answer) override;
    /// Takes what has come on all interfaces; false when nothing has.
    bool fetch();
    void take(std::uint16_t number, const LiveInterface::Frame& frame);
    bool wait();
    void refresh_statistics(bool now);

    std::vector<std::unique_ptr<LiveInterface>> open_;  // nullptr: it is gone
    std::vector<CaptureInterface> about_;
    std::vector<pollfd> polled_;
    int longest_wait_ = longest_wait_ms;
    std::deque<PooledPacket*> ready_;
    std::deque<Error> errors_;
    SentFrames sent_;
    OwnedFd wake_;
    std::int64_t statistics_at_ = 0;
    std::atomic<bool> interrupted_{false};
    std::atomic<std::uint64_t> received_{0}, lost_{0};
};

PcapLiveState::PcapLiveState(Ids ids, std::vector<std::unique_ptr<LiveInterface>> interfaces)
    : PooledState("pcap-live", std::move(ids), true), open_(std::move(interfaces)), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    polled_.push_back({wake_.get(), POLLIN, 0});
    for (auto& interface : open_) {
        about_.push_back(interface->description());
        int descriptor = interface->descriptor();
        if (descriptor < 0) longest_wait_ = wait_without_descriptor_ms;
        polled_.push_back({descriptor, POLLIN, 0});
    }
}

Received PcapLiveState::receive() {
    for (;;) {
        if (interrupted_.load(std::memory_order_relaxed) && interrupted_.exchange(false)) return Interrupted{};
        if (!ready_.empty()) {
            PooledPacket* packet = ready_.front();
            ready_.pop_front();
            return PacketPtr(packet);
        }
        if (!errors_.empty()) {
            Error error = std::move(errors_.front());
            errors_.pop_front();
            return error;
        }
        if (fetch()) continue;
        if (std::all_of(open_.begin(), open_.end(), [](auto& it) { return !it; })) return EndOfPackets{};
        refresh_statistics(false);
        if (!wait()) return Interrupted{};
    }
}

bool PcapLiveState::fetch() {
    for (std::size_t i = 0; i < open_.size(); i++) {
        if (!open_[i]) continue;
        auto got = open_[i]->take_batch(batch, [&](const LiveInterface::Frame& frame) { take(std::uint16_t(i), frame); });
        if (got) continue;
        errors_.push_back(got.error());
        refresh_statistics(true);
        open_[i].reset();
        polled_[i + 1].fd = -1;
    }
    refresh_statistics(false);
    return !ready_.empty() || !errors_.empty();
}

void PcapLiveState::take(std::uint16_t number, const LiveInterface::Frame& frame) {
    PooledPacket& packet = PooledState::take();
    packet.copy(frame.bytes);
    packet.time_ = frame.time;
    packet.original_ = frame.original;
    packet.mtu_ = frame.mtu;
    packet.interface_ = number;
    packet.link_type_ = about_[number].link_type;
    packet.direction_ = frame.direction;
    if (auto kind = sent_.seen(frame.bytes, number); kind != SentFrames::Kind::none) {
        packet.own_answer_ = kind == SentFrames::Kind::own_answer;
        packet.flags_ |= PacketFlag::made_here;
    }
    ready_.push_back(&packet);
    received_.store(received_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

/// False when nothing came within the longest wait.
bool PcapLiveState::wait() {
    int woken = ::poll(polled_.data(), nfds_t(polled_.size()), longest_wait_);
    if (woken > 0 && polled_[0].revents) {
        std::uint64_t drained;
        (void)!::read(wake_.get(), &drained, sizeof drained);
    }
    return woken > 0 || longest_wait_ == wait_without_descriptor_ms;
}

Status PcapLiveState::send_out(PooledPacket& packet, bool own_answer) {
    auto& interface = open_[packet.interface_];
    if (!interface) return fail(message("cannot send on %1: the interface is gone", about_[packet.interface_].name), {}, ENODEV);
    if (auto sent = interface->send(packet.bytes()); !sent) return sent;
    sent_.sent(packet.bytes(), packet.interface_, own_answer ? SentFrames::Kind::own_answer : SentFrames::Kind::forged);
    return {};
}

void PcapLiveState::refresh_statistics(bool now) {
    auto time = Timestamp::now().ns;
    if (!now && time - statistics_at_ < statistics_stay_ns) return;
    statistics_at_ = time;
    std::uint64_t lost = 0;
    for (auto& interface : open_)
        if (interface) lost += interface->lost();
    lost_.store(std::max(lost, lost_.load(std::memory_order_relaxed)), std::memory_order_relaxed);
}

ModuleStatistics PcapLiveState::statistics() const {
    ModuleStatistics statistics;
    statistics.received = received_.load(std::memory_order_relaxed);
    statistics.lost = lost_.load(std::memory_order_relaxed);
    return statistics;
}

class PcapLiveModule final : public PacketModule {
public:
    explicit PcapLiveModule(PcapLiveOptions options) : options_(std::move(options)) {}
    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return false; }
    bool passThrough() const override { return true; }
    bool isRealtime() const override { return true; }

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        if (thread_id != 0) return fail(message("pcap-live captures with one thread, not with thread %1", thread_id), {}, EINVAL);
        if (options_.interfaces.empty())
            return fail(message("no interface to capture on is named"), message("name one, as `ip link` lists them"), EINVAL);
        std::vector<std::unique_ptr<LiveInterface>> interfaces;
        for (auto& name : options_.interfaces) {
            auto interface = LiveInterface::open(name, options_);
            if (!interface) return tl::unexpected(interface.error());
            interfaces.push_back(std::move(*interface));
        }
        return std::make_unique<PcapLiveState>(ids_, std::move(interfaces));
    }

private:
    PcapLiveOptions options_;
    ModuleInfo info_ = pcap_live_info();
    Ids ids_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace

std::unique_ptr<PacketModule> make_pcap_live_module(PcapLiveOptions options) {
    return std::make_unique<PcapLiveModule>(std::move(options));
}

ModuleInfo pcap_live_info() {
    return {"pcap-live", "Live capture", "Watches network interfaces through libpcap; only observes", "Sallyport"};
}

ModuleAvailability pcap_live_available() {
    OwnedFd probe(::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0));  // protocol 0: it receives nothing
    if (probe) return {true, {}, {}};
    int code = errno;
    if (code != EPERM && code != EACCES)
        return {false, message("no packet socket can be opened: %1", errno_text(code)), message("use a kernel with packet sockets")};
    return {false, message("this process lacks the capability CAP_NET_RAW"),
            message("run it as root, or once: sudo setcap cap_net_raw,cap_net_admin+ep %1", program_path())};
}

}  // namespace sallyport
