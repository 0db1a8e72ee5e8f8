// SPDX-License-Identifier: GPL-3.0-or-later
// Which protocol can lie in which, and by which number the outer one says so: known without a packet, because layouts are data.
#pragma once
#include "dissect/program.h"
#include "packet/link_type.h"
#include <optional>

namespace sallyport {

/// How a child is named in its parent: "ip.proto is 17".
struct LayerLink {
    const Field* key = nullptr;      // nullptr: the child's own bytes tell (a version nibble)
    const Field* other = nullptr;    // ports: either may name the child
    std::uint64_t value = 0;         // of the key, as the tree shows it
    const Parent* parent = nullptr;  // the child's line
};

/// Every way in which `child` can lie in `parent`.
std::vector<LayerLink> links_between(const Program& parent, const Protocol& child);
bool can_lie_in(const Program& parent, const Protocol& child);
/// It can be what a packet of that link type begins with.
bool can_begin(LinkType link_type, const Protocol& protocol);
/// It can carry something.
bool carries(const Program& program);
/// The value of the field names the child in one of its tables.
bool names_child(const LayerLink& link, std::uint64_t value);

/// The protocol of that filter name that fits between `below` and `above` (either may be nullptr); no_protocol when none does.
inline constexpr ProtocolId no_protocol = 0xffff;
ProtocolId protocol_named(std::string_view name, LinkType link_type, const Program* below, const Program* above);

}  // namespace sallyport
