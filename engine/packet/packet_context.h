// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include "packet/packet_record.h"
#include <string_view>

namespace sallyport {

class ConversationMemory;
struct CaptureInterface;

/// A packet and what is known about it beside its bytes: what `frame.*` fields are made of.
struct PacketContext {
    Bytes bytes;
    LinkType link_type = LinkType::ethernet;
    std::uint32_t original_length = 0;                  // on the wire; 0: bytes.size()
    std::uint64_t number = 0;                           // 1-based; 0: not known
    Timestamp time, first_time, previous_time;          // previous and first packet of the capture; 0: none
    const PacketRecord* record = nullptr;               // verdict, rule, direction …; may be missing
    const CaptureInterface* interface = nullptr;        // nullptr: nobody knows one
    std::string_view comment;                           // what its capture file says of it beside the verdict
    const ConversationMemory* conversations = nullptr;  // what other packets of the capture told; may be missing
};

}  // namespace sallyport
