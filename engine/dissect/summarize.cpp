// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/dissection.h"
#include "dissect/node_values.h"
#include "dissect/program.h"

namespace sallyport {

namespace {

bool quoted(const Dissection& t, std::size_t layer) {
    for (int i = t.layers[layer].parent; i >= 0; i = t.layers[std::size_t(i)].parent)
        if (programs()[t.layers[std::size_t(i)].protocol].protocol->quotes) return true;
    return false;
}

/// Is there an error that the rows do not tell of in words of their own? Where they do, a remark with a name stands behind it.
bool is_told_malformed(const Dissection& t) {
    for (std::size_t i = 0; i < t.nodes.size(); i++)
        if (t.nodes[i].error && !(i + 1 < t.nodes.size() && is_remark(t.nodes[i + 1]))) return true;
    return false;
}

/// What it says stands instead, unless it says nothing.
void tell(Summarize what, NodeValues values, std::string& out) {
    std::string text;
    if (what) what(values, text);
    if (!text.empty() && !values.lacks()) out = std::move(text);
}

}  // namespace

std::string layer_title(const Dissection& t, std::size_t layer) {
    auto& protocol = *programs()[t.layers[layer].protocol].protocol;
    std::string out = protocol.label;
    if (!protocol.title) return out;
    const auto values = NodeValues::of_layer(t, layer);
    protocol.title(values, out);
    return values.lacks() ? protocol.label : out;
}

void summarize(const Dissection& t, PacketSummary& out) {
    out.source.clear(), out.destination.clear(), out.protocol.clear(), out.info.clear();
    out.malformed = false;
    std::string remarks;
    for (std::size_t i = 0; i < t.layers.size(); i++) {
        auto& protocol = *programs()[t.layers[i].protocol].protocol;
        if (quoted(t, i)) continue;
        if (!protocol.column && !protocol.source && !protocol.info && !protocol.goes_to) continue;
        auto values = NodeValues::of_layer(t, i);
        if (protocol.column) out.protocol = protocol.column;
        tell(protocol.speaks, values, out.protocol);
        if (protocol.source && values.has(*protocol.source)) out.source = values.text(*protocol.source, 0);
        if (protocol.destination && values.has(*protocol.destination)) out.destination = values.text(*protocol.destination, 0);
        tell(protocol.goes_to, values, out.destination);
        tell(protocol.info, values, out.info);
        if (protocol.remarks) protocol.remarks(values, remarks);
    }
    if (!remarks.empty()) out.info = remarks + out.info;
    for (auto& n : t.nodes) out.malformed |= n.error;
    if (!is_told_malformed(t)) return;
    const bool cut = t.context.original_length > t.context.bytes.size();  // what is missing was there: that says nothing of the packet
    out.info += cut ? "[Packet size limited during capture]" : "[Malformed Packet]";
}

void summarize(const PacketContext& packet, PacketSummary& out) {
    thread_local Dissection scratch;
    dissect(packet, scratch);
    summarize(scratch, out);
}

}  // namespace sallyport
