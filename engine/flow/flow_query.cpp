// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_query.h"
#include "base/bytes.h"
#include "flow/flow_table.h"
#include "flow/flow_text.h"
#include "protocol/protocol.h"
#include <algorithm>
#include <string_view>
#include <utility>

namespace sallyport {
namespace {

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter; }

void make_small(std::string& text) { std::transform(text.begin(), text.end(), text.begin(), small); }

/// What flows are sorted by: numbers that stand in the same order as what they are made of.
struct SortKey {
    std::uint64_t high = 0, middle = 0;
    std::uint32_t low = 0;
    const Flow* flow = nullptr;
};

/// The first 16 letters of a text: titles that differ later stand in the order of their beginning.
void set_text(SortKey& key, std::string_view text) {
    std::uint8_t letters[16] = {};
    for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), sizeof letters); i++) letters[i] = std::uint8_t(small(text[i]));
    key.high = load_be(letters, 8), key.middle = load_be(letters + 8, 8);
}

/// By family, then address, then port.
void set_end(SortKey& key, const Flow& flow, const std::uint8_t* address, std::uint16_t port) {
    key.low = port;
    switch (flow.key.family) {
        case FlowFamily::link: key.middle = load_be(address, 6); break;
        case FlowFamily::ipv4: key.middle = 1ull << 48 | load_be(address, 4); break;
        case FlowFamily::ipv6: key.high = load_be(address, 8) | 1, key.middle = load_be(address + 8, 8); break;
    }
}

/// Dropped before mixed before accepted before watched.
std::uint64_t verdict_rank(const Flow& flow) {
    if (flow.dropped) return flow.accepted ? 1 : 0;
    return flow.accepted ? 2 : 3;
}

std::uint64_t ordered(std::int64_t number) { return std::uint64_t(number) ^ 1ull << 63; }

SortKey sort_key(const Flow& flow, FlowOrder order) {
    SortKey key;
    key.flow = &flow;
    switch (order) {
        case FlowOrder::protocol: set_text(key, flow_protocol(flow)); break;
        case FlowOrder::title: set_text(key, flow.title ? *flow.title : std::string_view()); break;
        case FlowOrder::client: set_end(key, flow, flow.client_address(), flow.client_port()); break;
        case FlowOrder::server: set_end(key, flow, flow.server_address(), flow.server_port()); break;
        case FlowOrder::packets: key.high = flow.packets(); break;
        case FlowOrder::bytes: key.high = flow.bytes(); break;
        case FlowOrder::client_bytes: key.high = flow.from_client.bytes; break;
        case FlowOrder::server_bytes: key.high = flow.from_server.bytes; break;
        case FlowOrder::duration: key.high = ordered(flow.duration()); break;
        case FlowOrder::started: key.high = ordered(flow.first.ns); break;
        case FlowOrder::last: key.high = ordered(flow.last.ns); break;
        case FlowOrder::verdict: key.high = verdict_rank(flow), key.middle = flow.dropped; break;
        case FlowOrder::rule: key.high = std::uint64_t(flow.reason), key.middle = flow.rule; break;
        case FlowOrder::state: key.high = std::uint64_t(flow.ending), key.middle = std::uint64_t(flow.tcp); break;
    }
    return key;
}

bool before(const SortKey& a, const SortKey& b) {
    if (a.high != b.high) return a.high < b.high;
    if (a.middle != b.middle) return a.middle < b.middle;
    if (a.low != b.low) return a.low < b.low;
    return a.flow->id < b.flow->id;
}

}  // namespace

FlowMatch::FlowMatch(const FlowQuery& query) : kind_(query.kind) {
    std::string word;
    for (const char letter : query.search + ' ') {
        if (letter != ' ' && letter != '\t') word += small(letter);
        else if (!word.empty()) words_.push_back(std::exchange(word, {}));
    }
}

bool FlowMatch::operator()(const Flow& flow) {
    if (kind_ == FlowKind::open && flow.ending != FlowEnding::none) return false;
    if (kind_ == FlowKind::dropped && !flow.dropped) return false;
    if (words_.empty()) return true;
    text_ = flow_protocol(flow);
    text_ += ' ';
    append_client(flow, text_);
    text_ += ' ';
    append_server(flow, text_);
    if (flow.title) (text_ += ' ') += *flow.title;
    make_small(text_);
    return std::all_of(words_.begin(), words_.end(), [&](auto& word) { return text_.find(word) != std::string::npos; });
}

std::vector<Flow> select_flows(const FlowTable& table, const FlowQuery& query) {
    std::vector<SortKey> keys;
    keys.reserve(table.size());
    FlowMatch matches(query);
    table.visit([&](const Flow& flow) {
        if (matches(flow)) keys.push_back(sort_key(flow, query.order));
    });
    if (query.descending) std::sort(keys.begin(), keys.end(), [](auto& a, auto& b) { return before(b, a); });
    else std::sort(keys.begin(), keys.end(), before);
    std::vector<Flow> flows;
    flows.reserve(keys.size());
    for (auto& key : keys) flows.push_back(*key.flow);
    return flows;
}

}  // namespace sallyport
