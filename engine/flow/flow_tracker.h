// SPDX-License-Identifier: GPL-3.0-or-later
// Packets in, flows out: reads each packet's flow, counts it, and looks for a title where one may be had cheaply.
#pragma once
#include "dissect/find.h"
#include "flow/flow_reader.h"
#include "flow/flow_table.h"

namespace sallyport {

/// One thread at a time.
class FlowTracker {
public:
    explicit FlowTracker(std::uint32_t most = FlowTable::default_most);

    /// Takes the packet `index` of a store; packet.record must be set. Indexes grow.
    void add(const PacketContext& packet, std::uint64_t index);
    FlowTable& table() { return table_; }
    const FlowTable& table() const { return table_; }

private:
    void look_for_title(Flow& flow, const PacketContext& packet);

    FlowReader reader_;
    FlowTable table_;
    FindPlan plan_;
    Finder finder_;
    std::vector<std::uint8_t> has_title_;  // by protocol
};

}  // namespace sallyport
