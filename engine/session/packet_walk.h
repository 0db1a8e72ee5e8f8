// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of a store in the form that filters ask about them. One a thread.
#pragma once
#include "packet/packet_context.h"
#include "packet/packet_store.h"
#include <functional>

namespace sallyport {

class PacketWalk {
public:
    explicit PacketWalk(const PacketStore& store) : store_(store) {}  // which must outlive it
    /// Calls `visit` for each packet of [from, to) that is held, in order, until it returns false. `record` is always set;
    /// the bytes are valid during the call only. Allocates nothing a packet.
    void visit(std::size_t from, std::size_t to, const std::function<bool(std::size_t index, const PacketContext&)>& visit);

private:
    const CaptureInterface* interface(std::size_t index);

    const PacketStore& store_;
    std::vector<CaptureInterface> interfaces_;
    std::string comment_;
};

}  // namespace sallyport
