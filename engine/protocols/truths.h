// SPDX-License-Identifier: GPL-3.0-or-later
// What flags say when they are set and when not, where several protocols say the same.
#pragma once
#include "protocol/protocol.h"
#include <initializer_list>

namespace sallyport::protocols {

inline constexpr Choice is_capable[] = {{1, "Capable"}, {0, "Not capable"}};
inline constexpr Choice is_enabled[] = {{1, "Enabled"}, {0, "Disabled"}};
inline constexpr Choice is_supported[] = {{1, "Supported"}, {0, "Not supported"}};
inline constexpr Choice true_false[] = {{1, "True"}, {0, "False"}};
inline constexpr Choice yes_no[] = {{1, "Yes"}, {0, "No"}};

/// ", Don't fragment": the labels of those that are set.
inline void tell_set(const LayerValues& v, std::initializer_list<const Field*> flags, std::string& line) {
    for (const Field* each : flags)
        if (v.number(*each)) line += std::string(", ") + each->label;
}

}  // namespace sallyport::protocols
