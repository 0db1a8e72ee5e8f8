// SPDX-License-Identifier: GPL-3.0-or-later
// Which flows somebody wants to see, and in which order.
#pragma once
#include "flow/flow.h"
#include <string>
#include <vector>

namespace sallyport {

class FlowTable;

enum class FlowOrder : std::uint8_t {
    protocol,
    title,
    client,
    server,
    packets,
    bytes,
    client_bytes,
    server_bytes,
    duration,
    started,
    last,
    verdict,
    rule,
    state
};
enum class FlowKind : std::uint8_t {
    all,
    open,     // those that have not ended
    dropped,  // of which at least one packet was dropped
};

struct FlowQuery {
    FlowOrder order = FlowOrder::started;
    bool descending = false;
    FlowKind kind = FlowKind::all;
    std::string search;  // words; each must stand in its addresses and ports, protocol or title, in any case of letters

    friend bool operator==(const FlowQuery&, const FlowQuery&) = default;
};

/// Whether `flow` is one of those; compiled once, for many flows.
class FlowMatch {
public:
    explicit FlowMatch(const FlowQuery& query);
    bool operator()(const Flow& flow);

private:
    FlowKind kind_;
    std::vector<std::string> words_;  // in small letters
    std::string text_;
};

/// The flows of `table` that the query asks for, in its order; equal ones in the order of their beginning. The time is that of
/// one sort of numbers, whatever the column.
std::vector<Flow> select_flows(const FlowTable& table, const FlowQuery& query);

}  // namespace sallyport
