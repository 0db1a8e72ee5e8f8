// SPDX-License-Identifier: GPL-3.0-or-later
// A small packet module that is not part of the program: Ethernet frames come in UDP datagrams to one port of this machine, and those
// that are accepted go on to another. Two virtual machines that speak so (QEMU's -netdev dgram) can be put on either side of it.
#include "modules/forged_loop.h"
#include "modules/plugin_api.h"
#include "modules/pooled_state.h"
#include "packet/spool_file.h"
#include <cerrno>
#include <charconv>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace {

using namespace sallyport;
using Ids = std::shared_ptr<std::atomic<std::uint64_t>>;

constexpr std::size_t largest_frame = 65536;
constexpr int longest_wait_ms = 500;

struct Ports {
    std::uint16_t from = 0, to = 0;
};

sockaddr_in address_of(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

std::string port_text(std::uint16_t port) { return "port " + std::to_string(port); }

ModuleInfo frame_socket() {
    return {"frame-socket", "Frame socket", "Ethernet frames in UDP datagrams, from one port of this machine to another; inline",
            "Sallyport's tests"};
}

class FrameSocketState final : public PooledState {
public:
    FrameSocketState(Ports ports, OwnedFd socket, Ids ids)
        : PooledState("frame-socket", std::move(ids), false),
          ports_(ports),
          socket_(std::move(socket)),
          wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          to_(address_of(ports_.to)),
          buffer_(largest_frame) {}
    ~FrameSocketState() override {
        while (take_datagram() >= 0) pass_on(Bytes(buffer_).first(size_));  // what still waits gets the default policy
    }

    Received receive() override {
        for (;;) {
            if (interrupted_.load(std::memory_order_relaxed) && interrupted_.exchange(false)) return Interrupted{};
            if (!loop_.empty()) {
                PooledPacket& packet = take();
                loop_.take(packet);
                return PacketPtr(&packet);
            }
            if (const ssize_t size = take_datagram(); size >= 0) return hand_out(std::size_t(size));
            if (errno != EAGAIN && errno != EINTR)
                return Error{message("cannot receive from %1: %2", port_text(ports_.from), errno_text(errno)), {}, errno};
            if (!wait()) return Interrupted{};
        }
    }
    void interrupt() override {
        const std::uint64_t one = 1;
        interrupted_.store(true);
        (void)!::write(wake_.get(), &one, sizeof one);
    }
    std::vector<CaptureInterface> interfaces() const override {
        return {{.name = port_text(ports_.from), .ticks_per_second = 1'000'000'000}};
    }
    ModuleStatistics statistics() const override { return {.received = received_.load(std::memory_order_relaxed)}; }

private:
    /// The whole length of the next datagram, which is in buffer_ as far as it fits; -1 and errno.
    ssize_t take_datagram() {
        const ssize_t size = ::recv(socket_.get(), buffer_.data(), buffer_.size(), MSG_DONTWAIT | MSG_TRUNC);
        size_ = std::min(std::size_t(std::max<ssize_t>(size, 0)), buffer_.size());
        return size;
    }
    bool pass_on(Bytes bytes) const {
        return ::sendto(socket_.get(), bytes.data(), bytes.size(), 0, reinterpret_cast<const sockaddr*>(&to_), sizeof to_) >= 0;
    }
    Received hand_out(std::size_t size) {
        PooledPacket& packet = take();
        packet.copy(Bytes(buffer_).first(size_));
        packet.original_ = std::uint32_t(size);
        packet.time_ = Timestamp::now();
        packet.direction_ = Direction::forward;
        received_.fetch_add(1, std::memory_order_relaxed);
        return PacketPtr(&packet);
    }
    bool wait() {
        pollfd ready[] = {{socket_.get(), POLLIN, 0}, {wake_.get(), POLLIN, 0}};
        const int woken = ::poll(ready, 2, longest_wait_ms);
        std::uint64_t drained;
        if (woken > 0 && ready[1].revents) (void)!::read(wake_.get(), &drained, sizeof drained);
        return woken > 0;
    }
    Status carry_out(PooledPacket& packet, Verdict verdict) override {
        if (verdict == Verdict::drop || pass_on(packet.bytes())) return {};
        return fail(message("cannot pass a frame on to %1: %2", port_text(ports_.to), errno_text(errno)), {}, errno);
    }
    Status send_out(PooledPacket& packet, bool own_answer) override {
        loop_.put(packet, own_answer, Timestamp::now());
        return {};
    }

    const Ports ports_;
    const OwnedFd socket_, wake_;
    const sockaddr_in to_;
    ByteBuffer buffer_;
    std::size_t size_ = 0;  // of what is in it
    ForgedLoop loop_;
    std::atomic<bool> interrupted_{false};
    std::atomic<std::uint64_t> received_{0};
};

class FrameSocketModule final : public PacketModule {
public:
    explicit FrameSocketModule(Ports ports) : ports_(ports) {}
    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return false; }
    bool passThrough() const override { return false; }
    bool isRealtime() const override { return true; }

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        if (thread_id != 0) return fail(message("frame-socket has one thread, not thread %1", thread_id), {}, EINVAL);
        OwnedFd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        const auto address = address_of(ports_.from);
        if (!socket || ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address))
            return fail(message("cannot listen on %1: %2", port_text(ports_.from), errno_text(errno)),
                        message("choose another port: FROM,TO"), errno);
        return std::make_unique<FrameSocketState>(ports_, std::move(socket), ids_);
    }

private:
    const Ports ports_;
    const ModuleInfo info_ = frame_socket();
    const Ids ids_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

bool read_port(std::string_view text, std::uint16_t& port) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port > 0;
}

Result<std::unique_ptr<PacketModule>> make(const std::string& options) {
    const auto comma = options.find(',');
    Ports ports;
    if (comma == options.npos || !read_port(std::string_view(options).substr(0, comma), ports.from) ||
        !read_port(std::string_view(options).substr(comma + 1), ports.to))
        return fail(message("two ports are needed, not \"%1\"", options), message("say FROM,TO such as 7001,7002"), EINVAL);
    return std::make_unique<FrameSocketModule>(ports);
}

const PluginEntry entry{.license = "GPL-3.0-or-later",
                        .options_help = "FROM,TO: the ports that frames come to and go on to",
                        .info = frame_socket,
                        .available = [] { return ModuleAvailability{.usable = true}; },
                        .make = make};

}  // namespace

SALLYPORT_PLUGIN(entry)
