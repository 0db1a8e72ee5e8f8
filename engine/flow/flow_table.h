// SPDX-License-Identifier: GPL-3.0-or-later
// The flows of a row of packets, bounded and timed out. Adding a packet takes the same few steps whatever came before: one look
// into a hash table whose order nobody outside can know, and one move in a list. When it is full, the flow that has been idle
// for longest makes room, and is counted.
//
// A flow that has ended (closed, reset, idle for too long) stays listed as long as there is room; a later packet with the same key
// begins another one. Measured with tests/bench/flow_bench.cpp on a busy 2-core machine, processor time of one thread: 320 ns a packet
// of a mixed capture of 1 M packets and 88,000 flows (a third of it the walk, most of the rest memory that is in no cache), 250 ns a
// packet of a flood in which each one begins a flow and lets go of another; 197 bytes a flow at the bound.
//
// One thread at a time.
#pragma once
#include "flow/flow.h"
#include "flow/flow_index.h"
#include "flow/flow_reader.h"
#include <array>
#include <vector>

namespace sallyport {

class FlowTable {
public:
    static constexpr std::uint32_t default_most = 100'000;
    static constexpr std::uint32_t largest_most = 4'000'000;

    /// Holds at most `most` flows (1 … largest_most).
    explicit FlowTable(std::uint32_t most = default_most);

    /// Counts a packet into its flow and returns that one; valid until the next call. `index` is the packet's in the store,
    /// larger than all before. Time goes on to the packet's.
    Flow& add(const FlowPacket& packet, const PacketRecord& record, std::uint64_t index);
    /// Ends the flows that nothing has come for, seen from `now`. add() does so by itself as time goes on.
    void advance(Timestamp now);
    /// Lets go of the longest idle ones at once when there are more.
    void set_most(std::uint32_t most);

    std::uint32_t most() const { return most_; }
    std::size_t size() const { return size_; }
    std::uint64_t evicted() const { return evicted_; }  // let go for want of room
    std::uint64_t changes() const { return changes_; }  // grows whenever a flow changes
    bool judged() const { return judged_; }             // somebody gave a verdict on any packet
    std::size_t memory() const;                         // bytes, titles not counted

    /// Calls visit(const Flow&) for each, in no order.
    template <class Visit>
    void visit(Visit&& visit) const {
        for (auto& node : nodes_)
            if (node.list != List::unused) visit(node.flow);
    }

    /// How long nothing may come until a flow of this kind has ended, in nanoseconds.
    static std::int64_t timeout(const Flow& flow);

private:
    /// Flows of one timeout, the longest idle first. Those in `ended` are not found any more.
    enum class List : std::uint8_t { tcp_opening, tcp_open, tcp_closing, tcp_over, udp, udp_answered, icmp, other, ended, unused };
    static constexpr std::size_t lists = std::size_t(List::unused);
    static constexpr std::uint32_t none = FlowIndex::none;

    struct Node {
        Flow flow;
        std::uint32_t hash = 0;
        std::uint32_t previous = none, next = none;
        List list = List::unused;
    };
    struct Ends {
        std::uint32_t first = none, last = none;
    };

    static List list_of(const Flow& flow);
    static std::int64_t timeout_of(List list);  // nanoseconds
    bool is_over(const Node& node, const FlowPacket& packet, Timestamp now) const;
    std::uint32_t begin(const FlowPacket& packet, const PacketRecord& record, std::uint64_t index, std::uint32_t hash);
    void end(std::uint32_t place, FlowEnding ending);
    void evict();
    std::uint32_t free_place();
    void follow_tcp(Flow& flow, std::uint8_t flags, bool from_client);
    static void count(Flow& flow, const PacketRecord& record, bool from_client);
    void link(std::uint32_t place, List list);
    void unlink(std::uint32_t place);

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> free_;  // places in nodes_
    FlowIndex index_;
    FlowHash hash_;
    std::array<Ends, lists> lists_{};
    std::uint32_t most_;
    std::size_t size_ = 0;
    bool judged_ = false;
    std::uint64_t next_id_ = 1, evicted_ = 0, changes_ = 0;
    Timestamp looked_at_;  // when idle flows were last looked for
};

}  // namespace sallyport
