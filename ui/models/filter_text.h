// SPDX-License-Identifier: GPL-3.0-or-later
// Filters put together from what somebody pointed at, as Wireshark's "Apply as Filter" does.
#pragma once
#include <QString>
#include <cstdint>

namespace sallyport {

enum class FilterUse : std::uint8_t { selected, not_selected, and_selected, or_selected, and_not_selected, or_not_selected };

/// `current` (may be empty) joined with `condition`; parts that need them get parentheses.
QString combined_filter(const QString& current, const QString& condition, FilterUse use);

}  // namespace sallyport
