// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/reply_matcher.h"
#include "dissect/dissection.h"
#include "dissect/program.h"
#include <algorithm>
#include <unordered_map>

namespace sallyport {
namespace {

/// The values of a few fields, each by its name, from one layer of a tree on.
class Values {
public:
    explicit Values(const Dissection& tree) : tree_(tree) {}

    const TreeNode* node(const char* name, std::size_t layer) const {
        const FieldId id = programs().find(name);
        for (auto& n : tree_.nodes)
            if (n.layer == layer && !n.error && n.node &&
                std::find(std::begin(n.node->field), std::end(n.node->field), id) != std::end(n.node->field))
                return &n;
        return nullptr;
    }
    bool has(const char* name, std::size_t layer) const { return node(name, layer); }
    std::uint64_t number(const char* name, std::size_t layer) const {
        auto* n = node(name, layer);
        return n ? n->value : 0;
    }
    /// The bytes, as a part of a key.
    std::string bytes(const char* name, std::size_t layer) const {
        auto* n = node(name, layer);
        if (!n) return "-";
        Bytes b = tree_.bytes_of(n->source).subspan(n->at, n->length);
        return std::string(b.begin(), b.end());
    }
    std::string_view protocol(std::size_t layer) const {
        return layer < tree_.layers.size() ? std::string_view(programs()[tree_.layers[layer].protocol].protocol->name) : std::string_view();
    }
    std::size_t layers() const { return tree_.layers.size(); }

private:
    const Dissection& tree_;
};

/// What identifies a packet and the answer to it. Both directions of a conversation make the same texts.
struct Exchange {
    std::string itself;   // as an ICMP error quotes it; "": cannot be
    std::string asks;     // an answer to it answers this; "": none is expected
    std::string answers;  // what it answers, if it is an answer; "": nothing
    bool tcp = false, reset = false;
    std::uint32_t first = 0, next = 0;  // TCP: sequence numbers of what was sent, or (answers) the acknowledgment in `next`
};

std::string join(std::initializer_list<std::string> parts) {
    std::string out;
    for (auto& part : parts) out += part, out += '\x1f';
    return out;
}

void transport(const Values& v, std::size_t layer, const std::string& source, const std::string& destination, Exchange& out) {
    const std::string name(v.protocol(layer));
    if (name == "icmp" || name == "icmpv6") {
        const bool v6 = name == "icmpv6";
        const auto type = v.number(v6 ? "icmpv6.type" : "icmp.type", layer);
        const auto id = v.bytes(v6 ? "icmpv6.echo.identifier" : "icmp.ident", layer);
        const auto sequence = v.bytes(v6 ? "icmpv6.echo.sequence_number" : "icmp.seq", layer);
        if (type == (v6 ? 128 : 8))
            out.asks = join({name, source, id, sequence}), out.itself = join({"quoted", name, destination, id, sequence});
        if (type == (v6 ? 129 : 0)) out.answers = join({name, destination, id, sequence});
        if (v6 && type == 135) out.asks = join({"neighbour", v.bytes("icmpv6.nd.ns.target_address", layer)});
        if (v6 && type == 136) out.answers = join({"neighbour", v.bytes("icmpv6.nd.na.target_address", layer)});
        return;
    }
    if (name != "tcp" && name != "udp") {
        if (!name.empty()) out.itself = join({"quoted", name, source, destination});
        return;
    }
    const auto from = v.bytes((name + ".srcport").c_str(), layer), to = v.bytes((name + ".dstport").c_str(), layer);
    out.itself = join({"quoted", name, source, destination, from, to});
    out.asks = join({name, source, destination, from, to});
    out.answers = join({name, destination, source, to, from});
    if (name == "tcp") {
        out.tcp = true;
        out.reset = v.number("tcp.flags.reset", layer);
        out.first = std::uint32_t(v.number("tcp.seq_raw", layer));
        out.next = std::uint32_t(v.number("tcp.nxtseq", layer));
    } else if (v.protocol(layer + 1) == "dhcp" && v.has("dhcp.id", layer + 1)) {  // offers come as broadcasts, too
        constexpr std::uint64_t request = 1;
        auto& way = v.number("dhcp.type", layer + 1) == request ? out.asks : out.answers;
        out.asks.clear(), out.answers.clear();
        way = join({"dhcp", v.bytes("dhcp.id", layer + 1)});
    } else if (v.protocol(layer + 1) == "dns" && v.has("dns.id", layer + 1)) {
        const auto id = v.bytes("dns.id", layer + 1);
        const bool response = v.number("dns.flags.response", layer + 1);
        out.asks = response ? "" : join({"dns", out.asks, id});
        out.answers = response ? join({"dns", out.answers, id}) : "";
    }
}

/// Of the packet that begins with layers[from]: a quoted one is exchanged too.
Exchange exchange_of(const Values& v, std::size_t from) {
    Exchange out;
    for (std::size_t layer = from; layer < v.layers(); layer++) {
        const auto name = v.protocol(layer);
        if (name == "arp") {
            const auto operation = v.number("arp.opcode", layer);
            const auto sender = v.bytes("arp.src.proto_ipv4", layer), target = v.bytes("arp.dst.proto_ipv4", layer);
            if (operation == 1) out.asks = join({"arp", target, sender});
            if (operation == 2) out.answers = join({"arp", sender, target});
            return out;
        }
        if (name != "ip" && name != "ipv6") continue;
        const std::string prefix(name);
        transport(v, layer + 1, v.bytes((prefix + ".src").c_str(), layer), v.bytes((prefix + ".dst").c_str(), layer), out);
        return out;
    }
    return out;
}

/// The layer of the packet that an ICMP error quotes, 0: none.
std::size_t quoted_layer(const Values& v) {
    for (std::size_t layer = 1; layer + 1 < v.layers(); layer++)
        if ((v.protocol(layer) == "icmp" || v.protocol(layer) == "icmpv6") &&
            (v.protocol(layer + 1) == "ip" || v.protocol(layer + 1) == "ipv6"))
            return layer + 1;
    return 0;
}

}  // namespace

struct ReplyMatcher::Impl {
    struct Waiting {
        std::size_t row;
        std::uint32_t first, next;
        bool tcp;
    };
    using Index = std::unordered_multimap<std::string, Waiting>;
    std::vector<Row> rows;
    Index asked, sent;
    std::size_t answered = 0;
    Dissection tree;

    void make_room();
    std::optional<std::size_t> match(const Exchange& exchange) const;
};

ReplyMatcher::ReplyMatcher() : impl_(std::make_unique<Impl>()) {}
ReplyMatcher::~ReplyMatcher() = default;
const std::vector<ReplyMatcher::Row>& ReplyMatcher::rows() const { return impl_->rows; }
std::size_t ReplyMatcher::answered() const { return impl_->answered; }

/// The oldest tenth goes.
void ReplyMatcher::Impl::make_room() {
    constexpr std::size_t goes = most_rows / 10;
    answered -= std::size_t(std::count_if(rows.begin(), rows.begin() + goes, [](const Row& row) { return row.replies > 0; }));
    rows.erase(rows.begin(), rows.begin() + goes);
    for (auto* index : {&asked, &sent})
        for (auto it = index->begin(); it != index->end();) {
            if (it->second.row < goes) {
                it = index->erase(it);
                continue;
            }
            it->second.row -= goes;
            ++it;
        }
}

void ReplyMatcher::sent(Bytes packet, LinkType link_type, std::uint64_t number, Timestamp at) {
    if (impl_->rows.size() >= most_rows) impl_->make_room();
    PacketContext context;
    context.bytes = packet;
    context.link_type = link_type;
    dissect(context, impl_->tree);
    const auto exchange = exchange_of(Values(impl_->tree), 1);
    const std::size_t row = impl_->rows.size();
    Row added;
    added.number = number, added.sent_at = at;
    impl_->rows.push_back(std::move(added));
    const Impl::Waiting waiting{row, exchange.first, exchange.next, exchange.tcp};
    if (!exchange.asks.empty()) impl_->asked.emplace(exchange.asks, waiting);
    if (!exchange.itself.empty()) impl_->sent.emplace(exchange.itself, waiting);
}

void ReplyMatcher::went_out_at(std::uint64_t number, Timestamp at) {
    auto row = std::lower_bound(impl_->rows.begin(), impl_->rows.end(), number, [](auto& row, auto wanted) { return row.number < wanted; });
    if (row != impl_->rows.end() && row->number == number) row->sent_at = at;
}

/// The packet that an answer answers: of several, the first that has none yet, else the newest.
std::optional<std::size_t> ReplyMatcher::Impl::match(const Exchange& exchange) const {
    std::optional<std::size_t> found;
    auto [from, to] = asked.equal_range(exchange.answers);
    for (auto it = from; it != to; ++it) {
        auto& waiting = it->second;
        if (waiting.tcp && !exchange.reset) {  // it acknowledges something of what was sent (RFC 9293 3.4: modulo 2^32)
            const std::uint32_t into = exchange.next - waiting.first;
            if (into == 0 || into > waiting.next - waiting.first) continue;
        }
        const bool fresh = rows[waiting.row].replies == 0;
        if (!found || (fresh && (rows[*found].replies || waiting.row < *found)) || (!fresh && rows[*found].replies && waiting.row > *found))
            found = waiting.row;
    }
    return found;
}

std::optional<std::size_t> ReplyMatcher::seen(const PacketContext& packet) {
    if (impl_->asked.empty() && impl_->sent.empty()) return std::nullopt;
    dissect(packet, impl_->tree);
    const Values values(impl_->tree);
    std::optional<std::size_t> row;
    if (auto quoted = quoted_layer(values)) {
        auto it = impl_->sent.find(exchange_of(values, quoted).itself);
        if (it != impl_->sent.end()) row = it->second.row;
    } else {
        auto exchange = exchange_of(values, 1);
        if (exchange.tcp)
            for (std::size_t layer = 1; layer < values.layers(); layer++)
                if (values.protocol(layer) == "tcp") {
                    if (!values.number("tcp.flags.ack", layer) && !exchange.reset) exchange.answers.clear();
                    exchange.next = std::uint32_t(values.number("tcp.ack_raw", layer));
                }
        if (!exchange.answers.empty()) row = impl_->match(exchange);
    }
    if (!row) return std::nullopt;
    auto& answered = impl_->rows[*row];
    if (answered.replies++ == 0) {
        PacketSummary summary;
        summarize(impl_->tree, summary);
        answered.reply_number = packet.number, answered.replied_at = packet.time, answered.answer = summary.info;
        impl_->answered++;
    }
    return row;
}

}  // namespace sallyport
