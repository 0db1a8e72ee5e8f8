// SPDX-License-Identifier: GPL-3.0-or-later
// Seconds as people read them, behind the number: "57008 (15 hours, 50 minutes, 8 seconds)".
#pragma once
#include <cstdint>
#include <string>

namespace sallyport::protocols {

/// "1 hour", "3 minutes, 7 seconds"; "0 seconds".
inline std::string duration(std::uint64_t seconds) {
    std::string out;
    auto add = [&](std::uint64_t n, const char* unit) {
        if (n) out += (out.empty() ? "" : ", ") + std::to_string(n) + " " + unit + (n > 1 ? "s" : "");
    };
    add(seconds / 86400, "day"), add(seconds / 3600 % 24, "hour"), add(seconds / 60 % 60, "minute"), add(seconds % 60, "second");
    return out.empty() ? "0 seconds" : out;
}

}  // namespace sallyport::protocols
