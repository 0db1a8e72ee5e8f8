// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_table.h"
#include <algorithm>

namespace sallyport {
namespace {

constexpr std::uint8_t fin = 0x01, rst = 0x04, ack = 0x10;  // RFC 9293 3.1
constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t pause_between_looks = second;

/// Apart in time, either way: one packet with a mad clock ends what came before it, not all that comes after.
std::int64_t apart(Timestamp a, Timestamp b) {
    const auto difference = std::uint64_t(a.ns) - std::uint64_t(b.ns);
    const std::uint64_t size = a > b ? difference : 0 - difference;
    return std::int64_t(std::min<std::uint64_t>(size, INT64_MAX));
}

}  // namespace

FlowTable::FlowTable(std::uint32_t most) : most_(std::clamp(most, 1u, largest_most)) {}

FlowTable::List FlowTable::list_of(const Flow& flow) {
    switch (flow.tcp) {
        case TcpState::opening: return List::tcp_opening;
        case TcpState::open: return List::tcp_open;
        case TcpState::closing: return List::tcp_closing;
        case TcpState::closed:
        case TcpState::reset: return List::tcp_over;
        case TcpState::none: break;
    }
    if (flow.key.family == FlowFamily::link) return List::other;
    switch (flow.key.type) {
        case 17: return flow.from_client.packets && flow.from_server.packets ? List::udp_answered : List::udp;
        case 1:
        case 58: return List::icmp;
        default: return List::other;
    }
}

/// The kernel's own (nf_conntrack-sysctl.rst), but an hour, not five days, for TCP connections that say nothing.
std::int64_t FlowTable::timeout_of(List list) {
    switch (list) {
        case List::tcp_opening: return 120 * second;  // nf_conntrack_tcp_timeout_syn_sent
        case List::tcp_open: return 3600 * second;
        case List::tcp_closing: return 120 * second;   // …_fin_wait
        case List::tcp_over: return 10 * second;       // …_close: stragglers still belong to it
        case List::udp: return 30 * second;            // nf_conntrack_udp_timeout
        case List::udp_answered: return 120 * second;  // …_udp_timeout_stream
        case List::icmp: return 30 * second;           // nf_conntrack_icmp_timeout
        default: return 600 * second;                  // nf_conntrack_generic_timeout
    }
}

std::int64_t FlowTable::timeout(const Flow& flow) { return timeout_of(list_of(flow)); }

void FlowTable::link(std::uint32_t place, List list) {
    Node& node = nodes_[place];
    Ends& ends = lists_[std::size_t(list)];
    node.list = list;
    node.previous = ends.last, node.next = none;
    (ends.last == none ? ends.first : nodes_[ends.last].next) = place;
    ends.last = place;
}

void FlowTable::unlink(std::uint32_t place) {
    const Node& node = nodes_[place];
    Ends& ends = lists_[std::size_t(node.list)];
    (node.previous == none ? ends.first : nodes_[node.previous].next) = node.next;
    (node.next == none ? ends.last : nodes_[node.next].previous) = node.previous;
}

/// Whether a packet with the key of this flow begins another one: it was idle for too long, or a new connection takes its ports.
bool FlowTable::is_over(const Node& node, const FlowPacket& packet, Timestamp now) const {
    if (apart(now, node.flow.last) > timeout_of(node.list)) return true;
    return packet.opens && (node.flow.tcp == TcpState::closing || node.list == List::tcp_over);
}

Flow& FlowTable::add(const FlowPacket& packet, const PacketRecord& record, std::uint64_t index) {
    if (apart(record.time, looked_at_) >= pause_between_looks) advance(record.time);
    changes_++;
    judged_ |= record.reason != VerdictReason::none;
    const auto hash = std::uint32_t(hash_(packet.key) >> 32);
    std::uint32_t place = index_.find(hash, [&](std::uint32_t at) { return nodes_[at].flow.key == packet.key; });
    if (place != none && is_over(nodes_[place], packet, record.time)) {
        end(place, nodes_[place].flow.ending == FlowEnding::none ? FlowEnding::idle : nodes_[place].flow.ending);
        place = none;
    }
    if (place == none) place = begin(packet, record, index, hash);
    Flow& flow = nodes_[place].flow;
    const bool from_client = packet.from_high == flow.client_is_high;
    count(flow, record, from_client);
    flow.last_packet = index;
    if (packet.depth > flow.depth) flow.depth = packet.depth, flow.protocol = packet.protocol;
    if (packet.tcp_flags) follow_tcp(flow, packet.tcp_flags, from_client);
    if (lists_[std::size_t(nodes_[place].list)].last != place || nodes_[place].list != list_of(flow)) {
        unlink(place);
        link(place, list_of(flow));
    }
    return flow;
}

void FlowTable::count(Flow& flow, const PacketRecord& record, bool from_client) {
    FlowCount& counted = from_client ? flow.from_client : flow.from_server;
    counted.packets++;
    counted.bytes += record.original;
    flow.first = std::min(flow.first, record.time), flow.last = std::max(flow.last, record.time);
    flow.rule = record.rule, flow.reason = record.reason, flow.verdict = record.verdict;
    if (record.reason == VerdictReason::none) return;
    (record.verdict == Verdict::drop ? flow.dropped : flow.accepted)++;
}

void FlowTable::follow_tcp(Flow& flow, std::uint8_t flags, bool from_client) {
    if (flags & rst) {
        if (flow.tcp == TcpState::closed) return;  // it was over: what comes now resets nothing
        flow.tcp = TcpState::reset, flow.ending = FlowEnding::reset;
        return;
    }
    if (flow.tcp == TcpState::reset || flow.tcp == TcpState::closed) return;
    if (flags & fin) flow.fins |= from_client ? 1 : 2;
    if (flow.fins == 3) flow.tcp = TcpState::closed, flow.ending = FlowEnding::closed;
    else if (flow.fins) flow.tcp = TcpState::closing;
    else if (flow.tcp == TcpState::opening && !from_client && flags & ack) flow.tcp = TcpState::open;
}

std::uint32_t FlowTable::begin(const FlowPacket& packet, const PacketRecord& record, std::uint64_t index, std::uint32_t hash) {
    while (size_ >= most_) evict();
    const std::uint32_t place = free_place();
    Node& node = nodes_[place];
    node.flow = {};
    Flow& flow = node.flow;
    flow.key = packet.key;
    flow.id = next_id_++;
    flow.first = flow.last = record.time;
    flow.first_packet = index;
    flow.client_is_high = packet.from_high != packet.answers;
    flow.protocol = packet.protocol, flow.depth = packet.depth;
    if (packet.tcp_flags) flow.tcp = packet.opens ? TcpState::opening : TcpState::open;
    node.hash = hash;
    index_.insert(hash, place);
    link(place, list_of(flow));
    size_++;
    return place;
}

std::uint32_t FlowTable::free_place() {
    if (free_.empty()) {
        if (nodes_.size() == nodes_.capacity())
            nodes_.reserve(std::min<std::size_t>(std::max<std::size_t>(nodes_.size() * 2, 1024), most_));
        nodes_.emplace_back();
        return std::uint32_t(nodes_.size() - 1);
    }
    const std::uint32_t place = free_.back();
    free_.pop_back();
    return place;
}

void FlowTable::end(std::uint32_t place, FlowEnding ending) {
    Node& node = nodes_[place];
    node.flow.ending = ending;
    index_.remove(node.hash, place);
    unlink(place);
    link(place, List::ended);
    changes_++;
}

void FlowTable::advance(Timestamp now) {
    looked_at_ = now;
    for (std::size_t list = 0; list < std::size_t(List::ended); list++) {
        const std::int64_t patience = timeout_of(List(list));
        for (std::uint32_t first = lists_[list].first; first != none; first = lists_[list].first) {
            const Flow& flow = nodes_[first].flow;
            if (apart(now, flow.last) <= patience) break;
            end(first, flow.ending == FlowEnding::none ? FlowEnding::idle : flow.ending);
        }
    }
}

/// The one whose last packet came first, of all that stand first in their lists.
void FlowTable::evict() {
    std::uint32_t oldest = none;
    for (const Ends& ends : lists_)
        if (ends.first != none && (oldest == none || nodes_[ends.first].flow.last_packet < nodes_[oldest].flow.last_packet))
            oldest = ends.first;
    Node& node = nodes_[oldest];
    if (node.list != List::ended) index_.remove(node.hash, oldest);
    unlink(oldest);
    node.list = List::unused;
    node.flow.title.reset();
    free_.push_back(oldest);
    size_--, evicted_++, changes_++;
}

void FlowTable::set_most(std::uint32_t most) {
    most_ = std::clamp(most, 1u, largest_most);
    while (size_ > most_) evict();
}

std::size_t FlowTable::memory() const {
    return nodes_.capacity() * sizeof(Node) + free_.capacity() * sizeof(std::uint32_t) + index_.memory();
}

}  // namespace sallyport
