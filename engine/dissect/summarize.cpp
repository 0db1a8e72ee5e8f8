// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/dissection.h"
#include "dissect/program.h"
#include <algorithm>

namespace sallyport {

namespace {

/// The nodes of one layer, as its protocol's summary sees them.
class NodesOfLayer final : public LayerValues {
public:
    NodesOfLayer(const Dissection& t, std::size_t layer) : t_(t), layer_(layer) {
        auto before = [](const TreeNode& n, std::size_t l) { return n.layer < l; };
        first_ = std::size_t(std::lower_bound(t.nodes.begin(), t.nodes.end(), layer, before) - t.nodes.begin());
        last_ = std::size_t(std::lower_bound(t.nodes.begin(), t.nodes.end(), layer + 1, before) - t.nodes.begin());
    }
    bool has(const Field& f) const override { return find(f, 0) != nullptr; }
    std::uint64_t number(const Field& f, std::uint64_t missing) const override {
        auto* n = find(f, 0);
        return n ? n->value : missing;
    }
    std::uint64_t number_at(const Field& f, std::size_t occurrence) const override {
        auto* n = find(f, occurrence);
        return n ? n->value : 0;
    }
    std::string text(const Field& f, std::size_t occurrence) const override {
        std::string out;
        if (auto* n = find(f, occurrence)) append_value(t_, *n, out);
        return out;
    }
    const char* choice(const Field& f) const override {
        auto* n = find(f, 0);
        return n ? choice_text(f.choices, n->value) : nullptr;
    }
    std::size_t count(const Field& f) const override {
        std::size_t n = 0;
        for (std::size_t i = first_; i < last_; i++) n += t_.nodes[i].field == &f;
        return n;
    }
    Bytes bytes() const override {
        auto& l = t_.layers[layer_];
        return t_.bytes_of(l.source).subspan(l.start, l.end - l.start);
    }
    std::uint32_t payload_size() const override { return t_.layers[layer_].end - t_.layers[layer_].header_end; }

private:
    const TreeNode* find(const Field& f, std::size_t occurrence) const {
        for (std::size_t i = first_; i < last_; i++)
            if (t_.nodes[i].field == &f && !occurrence--) return &t_.nodes[i];
        return nullptr;
    }
    const Dissection& t_;
    std::size_t layer_, first_, last_;
};

bool quoted(const Dissection& t, std::size_t layer) {
    for (int i = t.layers[layer].parent; i >= 0; i = t.layers[std::size_t(i)].parent)
        if (programs()[t.layers[std::size_t(i)].protocol].protocol->quotes) return true;
    return false;
}

}  // namespace

std::string layer_title(const Dissection& t, std::size_t layer) {
    auto& protocol = *programs()[t.layers[layer].protocol].protocol;
    std::string out = protocol.label;
    if (protocol.title) protocol.title(NodesOfLayer(t, layer), out);
    return out;
}

void summarize(const Dissection& t, PacketSummary& out) {
    out.source.clear(), out.destination.clear(), out.protocol.clear(), out.info.clear();
    out.malformed = false;
    for (std::size_t i = 0; i < t.layers.size(); i++) {
        auto& protocol = *programs()[t.layers[i].protocol].protocol;
        if (quoted(t, i)) continue;
        if (!protocol.column && !protocol.source && !protocol.info) continue;
        NodesOfLayer values(t, i);
        if (protocol.column) out.protocol = protocol.column;
        if (protocol.speaks) {
            std::string name;
            protocol.speaks(values, name);
            if (!name.empty()) out.protocol = std::move(name);
        }
        if (protocol.source && values.has(*protocol.source)) out.source = values.text(*protocol.source, 0);
        if (protocol.destination && values.has(*protocol.destination)) out.destination = values.text(*protocol.destination, 0);
        if (protocol.info) {
            std::string info;
            protocol.info(values, info);
            if (!info.empty()) out.info = std::move(info);
        }
    }
    for (auto& n : t.nodes) out.malformed |= n.error;
    if (!out.malformed) return;
    const bool cut = t.context.original_length > t.context.bytes.size();  // what is missing was there: that says nothing of the packet
    out.info += out.info.empty() ? "" : " ";
    out.info += cut ? "[Packet size limited during capture]" : "[Malformed Packet]";
}

void summarize(const PacketContext& packet, PacketSummary& out) {
    thread_local Dissection scratch;
    dissect(packet, scratch);
    summarize(scratch, out);
}

}  // namespace sallyport
