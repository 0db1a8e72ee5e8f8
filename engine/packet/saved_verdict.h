// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "packet/packet_record.h"
#include <string_view>

namespace sallyport {

/// What became of a packet when it was captured, as its capture file tells it.
struct SavedVerdict {
    VerdictReason reason = VerdictReason::none;  // none: the file tells nothing
    Verdict verdict = Verdict::accept;
    std::uint8_t flags = 0;        // PacketFlag: edited, made_here
    std::uint32_t rule = no_rule;  // as the session that saved it counted
    std::string_view rule_text;    // its line; in the file's memory, and hostile
};

}  // namespace sallyport
