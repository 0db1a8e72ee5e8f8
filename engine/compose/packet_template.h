// SPDX-License-Identifier: GPL-3.0-or-later
// Packets to begin with. A template is a table: its layers and what is set in them.
#pragma once
#include "compose/composition.h"
#include <span>

namespace sallyport {

/// What a template fills in for the place that a packet is sent from. "" : an example value (RFC 5737, 3849, 7042).
struct Surroundings {
    LinkType link_type = LinkType::ethernet;  // of what it is sent on; without a link layer for raw, ipv4, ipv6
    std::string source_mac, gateway_mac;
    std::string source_ipv4, gateway_ipv4;
    std::string source_ipv6, gateway_ipv6;  // source_ipv6: link-local, where there is one
};

struct PacketTemplate {
    const char* name;   // for the command line: "dns-query"
    Words title;        // "DNS query"
    Words description;  // one sentence
    enum class Do : std::uint8_t {
        link,   // the link layer, where packets are sent with one
        layer,  // `what` on top; `how`: "icmpv6.type=135", of which kind
        text,   // `what` on top, whose bytes are `how`
        add,    // to the list `what` of the top layer an element, `how`: of which kind
        set,    // `what`: "ip.dst=$gateway_ipv4"; left out where there is no such layer
    };
    struct Step {
        Do action;
        const char* what = nullptr;
        const char* how = nullptr;
    };
    std::span<const Step> steps;
    bool needs_link_layer = false;  // ARP
};

std::span<const PacketTemplate* const> all_templates();
const PacketTemplate* find_template(std::string_view name);

/// Fails where the surroundings have no place for it (an ARP request without a link layer).
Result<Composition> compose(const PacketTemplate& the_template, const Surroundings& surroundings = {});

}  // namespace sallyport
