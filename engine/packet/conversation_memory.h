// SPDX-License-Identifier: GPL-3.0-or-later
// What earlier packets of a conversation told that later ones are read by: that TLS 1.3 was agreed on, that HTTP is spoken on an odd
// port. Facts are few (one or two a conversation that teaches any), and each holds from the packet
// on that taught it: so a packet reads the same whether it is looked at in order or years later.
#pragma once
#include "packet/flow_key.h"
#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace sallyport {

/// `since`: the number of the packet (1-based) that taught it, 0: not known, it always holds.
struct ConversationFact {
    std::uint32_t since = 0;
    std::uint32_t value = 0;
};

class StreamMemory;
class StreamNumbers;

/// Any thread may learn and ask at any time. Bounded: when it is full, new conversations teach nothing.
class ConversationMemory {
public:
    static constexpr std::size_t default_most = 1'000'000;
    explicit ConversationMemory(std::size_t most = default_most);
    ~ConversationMemory();

    /// Keeps a fact under a key (which says whose and what). Of several the one that was taught first stays.
    void learn(const FlowKey& key, ConversationFact fact);
    /// The value of the fact that holds for packet `number` (0: for whichever), or `missing`.
    std::uint32_t fact(const FlowKey& key, std::uint64_t number, std::uint32_t missing = 0) const;
    /// Nothing was learned yet: one look instead of a search.
    bool empty() const { return !any_.load(std::memory_order_relaxed); }
    std::size_t size() const;

    StreamMemory& tcp_streams() { return *tcp_streams_; }
    const StreamMemory& tcp_streams() const { return *tcp_streams_; }
    StreamNumbers& udp_streams() { return *udp_streams_; }
    const StreamNumbers& udp_streams() const { return *udp_streams_; }
    /// Rows and titles count TCP's sequence numbers from the stream's beginning, as Wireshark's preference of that name has it.
    std::atomic<bool> relative_sequence_numbers{true};

private:
    static constexpr std::size_t shards = 16;
    struct Shard {
        mutable std::shared_mutex mutex;
        std::unordered_map<std::uint64_t, ConversationFact> facts;  // by the keyed hash of all that the key says
    };
    Shard& shard_of(std::uint64_t hash) const { return shards_[hash >> 60]; }

    FlowHash hash_;
    std::size_t most_in_shard_;
    mutable std::array<Shard, shards> shards_;
    std::atomic<bool> any_{false};
    std::unique_ptr<StreamMemory> tcp_streams_;
    std::unique_ptr<StreamNumbers> udp_streams_;
};

}  // namespace sallyport
