// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of a capture: which number each TCP or UDP conversation has, what its sequence numbers count from, and what was
// remarkable in their order (retransmissions, gaps). Learned once, in the order of the capture; asked by whoever shows a packet.
#pragma once
#include "packet/flow_key.h"
#include <array>
#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace sallyport {

inline constexpr std::int8_t scale_unknown = -1, scale_unused = -2;  // as tcp.window_size_scalefactor has them

/// What one end of a TCP stream sent so far (RFC 9293 3.3.1). Numbers are those of the wire, times nanoseconds since 1970.
struct StreamSide {
    std::int64_t next_time = 0;         // when `next` was sent
    std::int64_t acked_time = 0;        // when `acked` was sent last
    std::uint32_t base = 0;             // relative numbers count from it, where is_based
    std::uint32_t next = 0;             // behind the highest byte sent, where has_sent
    std::uint32_t whole = 0;            // behind the bytes sent without a gap, where has_sent
    std::uint32_t acked = 0;            // the last acknowledgment that it sent, where has_acked
    std::uint32_t acked_by = 0;         // number of the packet that was the first to say so
    std::uint32_t repeats = 0;          // how often that was said again
    std::uint32_t marks = 0;            // StreamMark::marks of its last segment
    std::uint16_t window = 0;           // the last that it offered, as in the header
    std::int8_t scale = scale_unknown;  // shift count of RFC 7323
    bool is_based = false, has_sent = false, has_acked = false, is_window_scaled = false;
    bool is_overtaken = false;  // what it did not send yet was acknowledged already
};

struct Stream {
    std::uint32_t index = 0;                // tcp.stream, udp.stream
    std::uint32_t since = 0;                // number of its first packet
    std::int64_t began = 0, handshake = 0;  // TCP: when its SYN was sent, and how long the handshake took; 0: not seen
    StreamSide sides[2];                    // [0]: what the lower end of the key sends
};

/// What is remarkable about a packet.
struct StreamMark {
    std::uint32_t sequence = 0;  // its sequence number: a packet that has another is not the one that is meant
    std::uint32_t marks = 0;     // whatever bits the protocol sets
    std::uint32_t frame = 0;     // the packet that an acknowledgment repeats
    std::uint32_t count = 0;     // … for which time
};

/// Any thread may learn and ask at any time. Bounded: those streams that were silent longest are forgotten.
class StreamMemory {
public:
    static constexpr std::size_t default_most = 250'000;
    explicit StreamMemory(std::size_t most = default_most);
    ~StreamMemory();

    /// The streams between two ends, one after the other.
    struct Streams {
        Stream now;
        std::unique_ptr<std::deque<Stream>> earlier;  // oldest first; none: nullptr
    };
    /// Calls `change` with the streams between two ends, made at packet `number` where there are none. No other sees them meanwhile.
    template <class Change>
    void change(const FlowKey& key, std::uint32_t number, Change change) {
        const std::uint64_t hash = hash_(key);
        Shard& shard = shards_[hash >> 60];
        const std::lock_guard lock(shard.mutex);
        change(held(shard, hash, number));
    }
    /// Inside change(): another conversation begins between the same ends.
    void begin_again(Streams& streams, std::uint32_t number);
    /// The stream that packet `number` (0: the last there is) belongs to; false: not known.
    bool find(const FlowKey& key, std::uint64_t number, Stream& out) const;

    void mark(std::uint32_t number, const StreamMark& mark);
    /// What was remarked about packet `number`, if that is its sequence number; none: marks 0.
    StreamMark mark_of(std::uint64_t number, std::uint32_t sequence) const;

private:
    static constexpr std::size_t shards = 16, most_marks = 500'000, most_earlier = 64;
    using Half = std::unordered_map<std::uint64_t, Streams>;  // by the keyed hash of all that the key says
    struct Shard {
        mutable std::mutex mutex;
        Half heard, silent;  // since the last time that `heard` was full, and before
    };
    Streams& held(Shard&, std::uint64_t hash, std::uint32_t number);
    std::uint32_t next_index() { return next_index_.fetch_add(1, std::memory_order_relaxed); }

    FlowHash hash_;
    std::size_t most_in_half_;
    std::atomic<std::uint32_t> next_index_{0};
    mutable std::array<Shard, shards> shards_;
    mutable std::mutex marks_mutex_;
    std::deque<std::pair<std::uint32_t, StreamMark>> marks_;  // by number
};

}  // namespace sallyport
