// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_tracker.h"
#include <algorithm>

namespace sallyport {
namespace {

constexpr std::uint8_t most_tries = 4;      // packets of its protocol in which a flow's title is looked for
constexpr std::size_t longest_title = 253;  // characters of a host name (RFC 1035 2.3.4)

std::vector<FieldId> title_fields() {
    std::vector<FieldId> fields;
    for (const auto* name : {"tls.handshake.extensions_server_name", "http.host", "dns.qry.name"})
        if (const FieldId field = field_registry().find(name); field != no_field) fields.push_back(field);
    return fields;
}

}  // namespace

FlowTracker::FlowTracker(std::uint32_t most) : table_(most), plan_(title_fields()), finder_(plan_), has_title_(all_protocols().size()) {
    for (const FieldId field : plan_.wanted())
        for (const ProtocolId protocol : field_registry().fields()[field].protocols) has_title_[protocol] = true;
}

void FlowTracker::add(const PacketContext& packet, std::uint64_t index) {
    const FlowPacket& seen = reader_.read(packet);
    Flow& flow = table_.add(seen, *packet.record, index);
    if (has_title_[seen.protocol] && !flow.title && flow.title_tries < most_tries) look_for_title(flow, packet);
}

void FlowTracker::look_for_title(Flow& flow, const PacketContext& packet) {
    flow.title_tries++;
    finder_.start(packet);
    for (std::size_t field = 0; field < plan_.wanted().size(); field++) {
        const auto values = finder_.values(field);
        if (values.empty() || values.front().bytes.empty()) continue;
        const Bytes text = values.front().bytes.first(std::min(values.front().bytes.size(), longest_title));
        std::string title;
        for (const std::uint8_t byte : text) title += byte >= 0x20 && byte < 0x7f ? char(byte) : '?';  // names are ASCII; bytes are hostile
        flow.title = std::make_shared<const std::string>(std::move(title));
        return;
    }
}

}  // namespace sallyport
