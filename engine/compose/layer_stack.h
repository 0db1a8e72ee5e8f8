// SPDX-License-Identifier: GPL-3.0-or-later
// A packet taken apart into headers, and put together again: every header says how long it is and what comes next.
#pragma once
#include "base/result.h"
#include "dissect/edit.h"
#include "dissect/program.h"
#include "packet/link_type.h"
#include <vector>

namespace sallyport {

/// One layer of a stack, as if it carried nothing.
struct StackedLayer {
    ProtocolId protocol = 0;
    ByteBuffer header;
    const Parent* named_by = nullptr;  // of the protocol's parents, the one that led here; nullptr: whichever
};

/// What a packet without a link layer begins with: the protocol `raw`, which has no bytes of its own; nullptr for other link types.
const Program* bottom(LinkType link_type);
/// Index of the first layer of a dissection that has bytes of its own: behind `frame`, and behind `raw`.
std::size_t first_layer(LinkType link_type);
/// It lies in the layer before it, which carries nothing else.
bool in_line(const Dissection& dissection, std::size_t layer);
/// Where in layer's bytes something that it carries lies or would lie, and the bound around that.
struct PayloadPlace {
    std::uint32_t at = 0;
    std::int32_t bound = -1;
};
PayloadPlace payload_place(const Dissection& dissection, std::size_t layer);

struct TakenApart {
    std::vector<StackedLayer> layers;  // the last one in one piece with all that it carries
    ByteBuffer behind;                 // padding or a trailer of the link layer
    std::size_t size = 0;              // of the whole packet
};

/// Layers up to number `top`, which must be in line. Bytes behind what an inner layer carries are left out.
Result<TakenApart> take_apart(Bytes packet, LinkType link_type, std::size_t top);
/// Sets what names the next layer, and all lengths. Fails where a layer cannot lie in the one before it.
Result<ByteBuffer> put_together(const TakenApart& stack, LinkType link_type);

/// A name for people: "UDP", "ARP", else the filter name.
std::string layer_name(ProtocolId protocol);

}  // namespace sallyport
