// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of a capture: which number each TCP or UDP conversation has, what TCP's sequence numbers count from, and what was
// remarkable in their order (retransmissions, gaps). Learned once, in the order of the capture; asked by whoever shows a packet.
#pragma once
#include "packet/flow_key.h"
#include "packet/hash_places.h"
#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

namespace sallyport {

inline constexpr std::int8_t scale_unknown = -1, scale_unused = -2;  // as tcp.window_size_scalefactor has them

/// What one end of a TCP stream sent so far (RFC 9293 3.3.1). Numbers are those of the wire; times are microseconds, modulo 2^32.
struct StreamSide {
    std::uint32_t base = 0;             // relative numbers count from it, where is_based
    std::uint32_t next = 0;             // behind the highest byte sent, where has_sent
    std::uint32_t next_time = 0;        // when that was sent
    std::uint32_t whole = 0;            // behind the bytes sent without a gap, where has_sent
    std::uint32_t acked = 0;            // the last acknowledgment that it sent, where has_acked
    std::uint32_t acked_time = 0;       // when that was sent last
    std::uint32_t acked_by = 0;         // number of the packet that was the first to say so
    std::uint16_t repeats = 0;          // how often that was said again
    std::uint16_t marks = 0;            // StreamMark::marks of its last segment
    std::uint16_t window = 0;           // the last that it offered, as in the header
    std::int8_t scale = scale_unknown;  // shift count of RFC 7323
    bool is_based : 1 = false, has_sent : 1 = false, has_acked : 1 = false, is_window_scaled : 1 = false;
    bool is_overtaken : 1 = false;  // what it did not send yet was acknowledged already
};

/// A TCP stream: 96 bytes, so that those of a capture of many short ones weigh some 2 bytes a packet.
struct Stream {
    StreamSide sides[2];                        // [0]: what the lower end of the key sends
    std::uint32_t index = 0;                    // tcp.stream
    std::uint32_t since = 0;                    // number of its first packet
    std::uint32_t syn_time = 0, handshake = 0;  // microseconds: when a SYN was sent, and until that was acknowledged; 0: not seen
    std::uint32_t earlier = HashPlaces::none;   // the stream before it between the same ends
};

/// What is remarkable about a packet.
struct StreamMark {
    std::uint32_t sequence = 0;  // its sequence number: a packet that has another is not the one that is meant
    std::uint32_t marks = 0;     // whatever bits the protocol sets
    std::uint32_t frame = 0;     // the packet that an acknowledgment repeats
    std::uint32_t count = 0;     // … for which time
};

/// TCP's streams. Any thread may learn and ask at any time. Bounded: those that were silent longest are forgotten.
class StreamMemory {
    struct Half;

public:
    static constexpr std::size_t default_most = 400'000;
    explicit StreamMemory(std::size_t most = default_most) : most_in_half_(most / shards / 2 + 1) {}

    /// The stream between two ends, while no other thread sees it.
    class Held {
    public:
        Stream& now() const { return half_.streams[place_]; }
        /// Another conversation begins between the same ends, with packet `number`.
        void begin_again(std::uint32_t number);

    private:
        friend class StreamMemory;
        Held(StreamMemory& memory, Half& half, std::uint32_t place) : memory_(memory), half_(half), place_(place) {}
        StreamMemory& memory_;
        Half& half_;
        std::uint32_t place_;
    };
    /// Calls `change` with the Held of a conversation, made at packet `number` where there is none.
    template <class Change>
    void change(const FlowKey& key, std::uint32_t number, Change change) {
        const std::uint64_t hash = hash_(key);
        Shard& shard = shards_[hash >> 60];
        const std::lock_guard lock(shard.mutex);
        change(held(shard, hash, number));
    }
    /// The stream that packet `number` (0: the last there is) belongs to; false: not known.
    bool find(const FlowKey& key, std::uint64_t number, Stream& out) const;

    void mark(std::uint32_t number, const StreamMark& mark);
    /// What was remarked about packet `number`, if that is its sequence number; none: marks 0.
    StreamMark mark_of(std::uint64_t number, std::uint32_t sequence) const;

private:
    static constexpr std::size_t shards = 16, most_marks = 500'000, most_earlier = 64;
    struct Half {
        HashPlaces places;  // of the last stream between two ends
        std::deque<Stream> streams;
    };
    struct Shard {
        mutable std::mutex mutex;
        Half heard, silent;  // since the last time that `heard` was full, and before
    };
    Held held(Shard&, std::uint64_t hash, std::uint32_t number);

    FlowHash hash_;
    std::size_t most_in_half_;
    std::atomic<std::uint32_t> next_index_{0};
    std::array<Shard, shards> shards_;
    mutable std::mutex marks_mutex_;
    std::deque<std::pair<std::uint32_t, StreamMark>> marks_;  // by number
};

/// The numbers of conversations that have nothing else to remember: UDP's. Likewise.
class StreamNumbers {
public:
    static constexpr std::size_t default_most = 1'000'000;
    explicit StreamNumbers(std::size_t most = default_most) : most_in_half_(most / shards / 2 + 1) {}

    void learn(const FlowKey& key);
    /// HashPlaces::none: not known.
    std::uint32_t find(const FlowKey& key) const;

private:
    static constexpr std::size_t shards = 16;
    struct Shard {
        mutable std::mutex mutex;
        HashPlaces heard, silent;
    };

    FlowHash hash_;
    std::size_t most_in_half_;
    std::atomic<std::uint32_t> next_index_{0};
    std::array<Shard, shards> shards_;
};

}  // namespace sallyport
