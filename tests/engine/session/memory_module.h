// SPDX-License-Identifier: GPL-3.0-or-later
// A packet module whose packets come out of memory: what the engine does with a module can be seen without a network.
#pragma once
#include "modules/packet_module.h"
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace sallyport::test {

/// How its packets are to come, and what became of them. Shared by all states of a module; outlives it.
struct MemoryTraffic {
    std::uint64_t packets = 0;                                      // a state; then the end, or, when endless, silence
    bool endless = false;                                           // waits at the end until interrupted
    std::function<ByteBuffer(std::uint64_t index)> make;            // the bytes of a packet
    std::function<std::optional<Error>(std::uint64_t index)> fail;  // an error instead of a packet
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
        if (!sent_.empty()) {
            auto packet = PacketPtr(new MemoryPacket(*this, std::move(sent_.front().first), sent_.front().second));
            sent_.pop_front();
            return packet;
        }
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
        return PacketPtr(new MemoryPacket(*this, traffic_.make(index), traffic_.own_answers, index));
    }
    Status verdict(Packet& packet, Verdict verdict) override {
        auto& mine = static_cast<MemoryPacket&>(packet);
        if (traffic_.refuse_verdicts) return fail(message("the verdict was refused"));
        if (mine.decide()) return fail(message("it was decided before"));
        (verdict == Verdict::drop ? traffic_.dropped : traffic_.accepted)++;
        if (traffic_.decided) traffic_.decided(mine.index(), verdict, packet.bytes());
        return {};
    }
    Status flush() override { return traffic_.flushes++, Status{}; }
    Result<PacketPtr> newPacket(std::size_t size) override {
        auto* packet = new MemoryPacket(*this, {}, false);
        packet->forge(size);
        return PacketPtr(packet);
    }
    Status send(Packet& packet, bool own_answer) override {
        if (packet.status() != PacketStatus::forged) return fail(message("only forged packets are sent"));
        sent_.emplace_back(ByteBuffer(packet.bytes().begin(), packet.bytes().end()), own_answer);
        static_cast<MemoryPacket&>(packet).decide();
        return {};
    }
    void interrupt() override {
        std::lock_guard lock(mutex_);
        interrupted_ = true;
        woken_.notify_all();
    }
    std::vector<CaptureInterface> interfaces() const override { return {{.name = "memory", .link_type = LinkType::ipv4}}; }

private:
    class MemoryPacket : public Packet {
    public:
        MemoryPacket(MemoryState& state, ByteBuffer bytes, bool own_answer, std::uint64_t index = ~0ull)
            : index_(index), bytes_(std::move(bytes)) {
            id_ = index << 8 | state.thread_;
            original_bytes_ = bytes_;
            original_ = std::uint32_t(bytes_.size());
            link_type_ = LinkType::ipv4;
            direction_ = state.traffic_.direction;
            own_answer_ = own_answer;
            time_ = Timestamp::now();
            owner_ = &state;
        }
        std::uint64_t index() const { return index_; }
        bool decide() { return std::exchange(decided_, true); }
        bool decided() const { return decided_; }
        void forge(std::size_t size) {
            status_ = PacketStatus::forged;
            edit().assign(size, 0);
        }

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
    std::deque<std::pair<ByteBuffer, bool>> sent_;  // to be received again; whether it is the engine's own answer
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
        if (traffic_.fail_start && thread_id + 1 == traffic_.states_wanted)
            return fail(message("the last state cannot be made"), message("make fewer"));
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
    if (protocol == 17) bytes[25] = 8;  // UDP length, RFC 768
    return bytes;
}

}  // namespace sallyport::test
