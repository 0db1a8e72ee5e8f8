// SPDX-License-Identifier: GPL-3.0-or-later
// The flows of a store, kept in the background as filter runs are: one thread of its own follows the store, counts, sorts, and
// publishes a snapshot at most five times a second, fewer when there is much to sort. The engine's threads do not know of it.
#pragma once
#include "flow/flow_query.h"
#include "flow/flow_text.h"
#include "packet/packet_context.h"
#include "packet/packet_store.h"
#include <memory>
#include <optional>
#include <vector>

namespace sallyport {

/// What the run knew at one moment. Never changes.
struct FlowSnapshot {
    std::vector<Flow> flows;         // those that the query asked for, in its order
    std::vector<std::uint64_t> ids;  // of those flows: what a reader who looks for one walks through
    FlowQuery query;
    std::size_t listed = 0;     // flows in the table, asked for or not
    std::uint32_t most = 0;     // its bound
    std::uint64_t evicted = 0;  // flows that were let go for want of room
    std::uint64_t missed = 0;   // packets that the store dropped before they could be looked at
    std::size_t scanned = 0;    // packets of the store that were looked at or missed
    bool judged = false;        // somebody gave a verdict on any packet
    bool caught_up = false;     // those were all

    /// The flow that packet `index`, of these two ends, belongs to; null when it is not listed.
    const Flow* find(const FlowKey& key, std::uint64_t index) const;
};

class FlowRun {
public:
    /// Starts at once and follows the store until destroyed (which cancels, quickly). Holds at most `most` flows.
    FlowRun(std::shared_ptr<PacketStore> store, std::uint32_t most);
    ~FlowRun();

    /// The newest; never null. Any thread, never waits for packets.
    std::shared_ptr<const FlowSnapshot> snapshot() const;
    /// What the next snapshots show, soon. Any thread.
    void set_query(FlowQuery query);
    void set_most(std::uint32_t most);
    /// Whether idle flows end as the clock on the wall goes on (live) or as packets' times do (a file). Any thread.
    void follow_clock(bool live);
    /// The ends of a packet of the store; nothing when it is gone. Any thread.
    std::optional<FlowKey> key_of(std::size_t packet) const;
    std::uint64_t memory() const;  // bytes of the table, as of the newest snapshot

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
