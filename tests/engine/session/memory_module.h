// SPDX-License-Identifier: GPL-3.0-or-later
// A packet module whose packets come out of memory: what the engine does with a module can be seen without a network.
#pragma once
#include "modules/packet_module.h"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace sallyport::test {

/// How its packets are to come, and what became of them. Shared by all states of a module; outlives it.
struct MemoryTraffic {
    std::uint64_t packets = 0;                              // a state; then the end, or, when endless, silence
    bool endless = false;                                   // waits at the end until interrupted
    std::function<ByteBuffer(std::uint64_t index)> make;    // the bytes of a packet
    std::function<std::optional<Error>(std::uint64_t index)> fail;   // an error instead of a packet
    std::function<void(std::uint64_t index, Verdict, Bytes)> decided;
    Direction direction = Direction::in;
    bool refuse_verdicts = false, own_answers = false, fail_start = false, observe = false;
    unsigned states_wanted = 1;
    std::atomic<std::uint64_t> accepted{0}, dropped{0}, undecided{0}, flushes{0}, states{0}, received{0};
};

class MemoryState final : public ModuleState {
public:
    MemoryState(MemoryTraffic& traffic, unsigned thread) : traffic_(traffic), thread_(thread) { traffic_.states++; }
    ~MemoryState() override { traffic_.states--; }

    Received receive() override {
        if (interrupted_.exchange(false)) return Interrupted{};
        if (next_ == traffic_.packets) {
            if (!traffic_.endless) return EndOfPackets{};
            std::unique_lock lock(mutex_);
            woken_.wait(lock, [this] { return interrupted_.load(); });
            interrupted_ = false;
            return Interrupted{};
        }
        auto index = next_++;
        if (traffic_.fail)
            if (auto error = traffic_.fail(index)) return *error;
        traffic_.received++;
        return PacketPtr(new MemoryPacket(*this, index));
    }
    Status verdict(Packet& packet, Verdict verdict) override {
        auto& mine = static_cast<MemoryPacket&>(packet);
        if (traffic_.refuse_verdicts) return fail("the verdict was refused");
        if (mine.decide()) return fail("it was decided before");
        (verdict == Verdict::drop ? traffic_.dropped : traffic_.accepted)++;
        if (traffic_.decided) traffic_.decided(mine.index(), verdict, packet.bytes());
        return {};
    }
    Status flush() override { return traffic_.flushes++, Status{}; }
    Result<PacketPtr> newPacket(std::size_t) override { return fail("nothing is sent here"); }
    Status send(Packet&, bool) override { return fail("nothing is sent here"); }
    void interrupt() override {
        std::lock_guard lock(mutex_);
        interrupted_ = true;
        woken_.notify_all();
    }
    std::vector<CaptureInterface> interfaces() const override { return {{.name = "memory", .link_type = LinkType::ipv4}}; }

private:
    class MemoryPacket : public Packet {
    public:
        MemoryPacket(MemoryState& state, std::uint64_t index) : index_(index), bytes_(state.traffic_.make(index)) {
            id_ = index << 8 | state.thread_;
            original_bytes_ = bytes_;
            original_ = std::uint32_t(bytes_.size());
            link_type_ = LinkType::ipv4;
            direction_ = state.traffic_.direction;
            own_answer_ = state.traffic_.own_answers;
            time_ = Timestamp::now();
            owner_ = &state;
        }
        std::uint64_t index() const { return index_; }
        bool decide() { return std::exchange(decided_, true); }
        bool decided() const { return decided_; }

    private:
        std::uint64_t index_;
        ByteBuffer bytes_;
    };
    void release(Packet* packet) override {
        auto* mine = static_cast<MemoryPacket*>(packet);
        if (!mine->decided()) traffic_.undecided++;
        delete mine;
    }

    MemoryTraffic& traffic_;
    const unsigned thread_;
    std::uint64_t next_ = 0;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::atomic<bool> interrupted_{false};
};

class MemoryModule final : public PacketModule {
public:
    explicit MemoryModule(MemoryTraffic& traffic) : traffic_(traffic) {}
    const ModuleInfo& info() const override {
        static const ModuleInfo info{.name = "memory", .title = "Memory", .description = "", .author = ""};
        return info;
    }
    bool multiThreaded() const override { return traffic_.states_wanted > 1; }
    bool passThrough() const override { return traffic_.observe; }
    bool isRealtime() const override { return true; }
    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        if (traffic_.fail_start && thread_id + 1 == traffic_.states_wanted) return fail("the last state cannot be made", "make fewer");
        return std::make_unique<MemoryState>(traffic_, thread_id);
    }

private:
    MemoryTraffic& traffic_;
};

/// A minimal IPv4 packet of a protocol (RFC 791), without payload.
inline ByteBuffer ipv4_packet(std::uint8_t protocol, std::uint8_t ttl = 64) {
    ByteBuffer bytes(28);
    bytes[0] = 0x45;
    bytes[3] = 28;
    bytes[8] = ttl;
    bytes[9] = protocol;
    bytes[12] = 192, bytes[14] = 2, bytes[15] = 1;
    bytes[16] = 192, bytes[18] = 2, bytes[19] = 2;
    if (protocol == 17) bytes[25] = 8;                      // UDP length, RFC 768
    return bytes;
}

}  // namespace sallyport::test
