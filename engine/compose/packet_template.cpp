// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/packet_template.h"
#include "base/address.h"
#include "compose/layer_draft.h"
#include "compose/layer_links.h"
#include "dissect/value_parse.h"
#include <cstring>

namespace sallyport {
namespace {

using Do = PacketTemplate::Do;

bool has_link_layer(LinkType type) { return type == LinkType::ethernet; }
bool is_bare(LinkType type) {
    return type == LinkType::raw || type == LinkType::raw_bsd || type == LinkType::raw_openbsd || type == LinkType::ipv4 ||
           type == LinkType::ipv6;
}

/// RFC 4291 2.7.1 and 2464 7: where a neighbour solicitation for an address goes.
void solicited_node(const std::string& target, std::string& address, std::string& mac) {
    std::uint8_t t[16] = {};
    if (!parse_ipv6(target, t)) return;
    const std::uint8_t to[16] = {0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, t[13], t[14], t[15]};
    append_ipv6(to, address);
    const std::uint8_t group[6] = {0x33, 0x33, 0xff, t[13], t[14], t[15]};
    append_hex(group, ':', mac);
}

class Filler {
public:
    explicit Filler(const Surroundings& s) {
        auto or_else = [](const std::string& value, const char* example) { return value.empty() ? std::string(example) : value; };
        const std::string target = or_else(s.gateway_ipv6, "2001:db8::2");
        std::string solicited, solicited_mac;
        solicited_node(target, solicited, solicited_mac);
        values_ = {{"$source_mac", or_else(s.source_mac, "00:00:5e:00:53:01")},
                   {"$gateway_mac", or_else(s.gateway_mac, "00:00:5e:00:53:02")},
                   {"$source_ipv4", or_else(s.source_ipv4, "192.0.2.1")},
                   {"$gateway_ipv4", or_else(s.gateway_ipv4, "192.0.2.2")},
                   {"$source_ipv6", or_else(s.source_ipv6, "2001:db8::1")},
                   {"$gateway_ipv6", target},
                   {"$solicited_ipv6", solicited},
                   {"$solicited_mac", solicited_mac}};
    }
    std::string operator()(std::string text) const {
        for (auto& [name, value] : values_)
            if (auto at = text.find(name); at != text.npos) text.replace(at, std::strlen(name), value);
        return text;
    }

private:
    std::vector<std::pair<const char*, std::string>> values_;
};

/// A layer of the kind that `preset` ("icmpv6.type=135") says.
Status add_kind(Composition& packet, const char* layer, std::string_view preset) {
    auto& all = programs();
    auto layers = packet.layers();
    const Program* below = layers.empty() ? nullptr : &all[layers.back().protocol];
    const ProtocolId id = protocol_named(layer, packet.link_type(), below, nullptr);
    const auto equals = preset.find('=');
    const FieldId field = all.find(preset.substr(0, equals));
    if (id == no_protocol || equals == preset.npos || field == no_field) return fail(message("%1 cannot stand there", layer));
    const Field* described = nullptr;
    for (auto& node : all[id].nodes)
        if (node.item && node.item->field && node.item->field->name && preset.substr(0, equals) == node.item->field->name)
            described = node.item->field;
    if (!described) return fail(message("%1 has no %2", layer, preset.substr(0, equals)));
    auto value = parse_number(*described, preset.substr(equals + 1));
    if (!value) return tl::unexpected(value.error());
    const Preset one{described, *value};
    return packet.add_layer(layers.size(), layer, draft_layer(all[id], {&one, 1}));
}

Status add_element(Composition& packet, std::string_view list, std::string_view kind) {
    for (auto& addition : packet.additions(packet.layers().size() - 1))
        if (addition.list == list && addition.label == kind) return packet.add_element(addition);
    return fail(message("there is no %1 '%2'", list, kind));
}

Status take(Composition& packet, const PacketTemplate::Step& step, const Filler& filled) {
    const std::size_t top = packet.layers().size();
    switch (step.action) {
        case Do::link: return has_link_layer(packet.link_type()) ? packet.add_layer(0, "eth") : Status();
        case Do::layer: return step.how ? add_kind(packet, step.what, step.how) : packet.add_layer(top, step.what);
        case Do::text: {
            auto* text = reinterpret_cast<const std::uint8_t*>(step.how);
            return packet.add_layer(top, step.what, Bytes(text, std::strlen(step.how)));
        }
        case Do::add: return add_element(packet, step.what, step.how);
        case Do::set:
            if (std::string_view(step.what).starts_with("eth.") && !has_link_layer(packet.link_type())) return {};
            return packet.set(filled(step.what));
    }
    return {};
}

}  // namespace

const PacketTemplate* find_template(std::string_view name) {
    for (auto* each : all_templates())
        if (name == each->name) return each;
    return nullptr;
}

Result<Composition> compose(const PacketTemplate& the_template, const Surroundings& surroundings) {
    if (!has_link_layer(surroundings.link_type) && !is_bare(surroundings.link_type))
        return fail(message("a %1 cannot be made for this kind of link", the_template.title),
                    message("choose an Ethernet interface, or paste its bytes"));
    if (the_template.needs_link_layer && !has_link_layer(surroundings.link_type))
        return fail(message("a %1 needs a link layer, and packets are sent without one here", the_template.title),
                    message("send it straight onto an Ethernet interface"));
    Composition packet(surroundings.link_type);
    const Filler filled(surroundings);
    for (auto& step : the_template.steps)
        if (auto taken = take(packet, step, filled); !taken)
            return fail(message("the template %1 does not fit: %2", the_template.name, taken.error().what), taken.error().remedy);
    if (auto repaired = packet.repair(); !repaired) return tl::unexpected(repaired.error());
    return packet;
}

}  // namespace sallyport
