// SPDX-License-Identifier: GPL-3.0-or-later
// What a view shows of a stored packet. Free functions, any thread; each caller brings its own scratch (Dissection, Finder).
#pragma once
#include "dissect/dissection.h"
#include "dissect/find.h"
#include "packet/packet_store.h"

namespace sallyport {

/// The context of packet `index` of a store (number, first and previous time, interface name). The bytes live as long as `out_pin`.
bool packet_context(const PacketStore& store, std::size_t index, StoredPacket& out_pin, PacketContext& out);

}  // namespace sallyport
