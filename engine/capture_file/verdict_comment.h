// SPDX-License-Identifier: GPL-3.0-or-later
// The comment that tells a packet's verdict in a pcapng file, which any Wireshark shows and we read again:
// "Sallyport: dropped by rule 3, forwarded: drop when udp". What is known of the packet stands before the rule's text, so that
// no text can be taken for it.
#pragma once
#include "packet/saved_verdict.h"
#include <optional>
#include <string>

namespace sallyport {

/// Writes `saved` over `out`.
void write_verdict_comment(const SavedVerdict& saved, Direction direction, std::string& out);

struct VerdictComment {
    SavedVerdict saved;  // its rule_text lies in the comment that was read
    bool forwarded = false;
};
/// Nothing when it is another comment than write_verdict_comment() writes.
std::optional<VerdictComment> read_verdict_comment(std::string_view comment);

}  // namespace sallyport
