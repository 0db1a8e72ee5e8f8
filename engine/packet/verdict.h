// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace sallyport {

/// Exactly these two; every richer rule action ends in one of them (PACKET_MODULE: filter_result).
enum class Verdict : std::uint8_t { accept, drop };

/// Who gave a packet its verdict.
enum class VerdictReason : std::uint8_t {
    none,      // nobody: the module only observes
    rule,      // the rule whose number is in the record
    standard,  // no rule matched: the default policy
    failure,   // we could not judge it (released undecided, overload, stop): the failure policy
};

enum class PacketStatus : std::uint8_t { normal, forged, sent };

/// What happens to packets when the program dies or cannot judge them: they pass, or they do not.
enum class FailPolicy : std::uint8_t { open, closed };

enum class Direction : std::uint8_t { unknown, in, out, forward };

}  // namespace sallyport
